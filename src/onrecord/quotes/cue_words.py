"""Words of a cue brought to their base forms, by small rules of English inflection."""

import re
from functools import lru_cache
from types import MappingProxyType

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|['’][^\W_]+")

# Verbs that deny the act that follows them: "declined to comment".
NEGATIVE_VERBS = frozenset(
    "decline refuse fail neglect avoid refrain omit forbear demur refusal failure".split()
)
_NEGATORS = frozenset(
    "not never nor neither no cannot nobody none nothing without hardly scarcely n't n’t".split()
)

_IRREGULAR_FORMS = """
    say said saith; tell told; write wrote written; think thought; find found; show shown; see saw seen; feel felt;
    know knew known; speak spoke spoken; give gave given; make made; go went gone goes; take took taken; put putting;
    hold held; hear heard; mean meant; read reading; swear swore sworn; bring brought; cast casting; sing sang sung;
    understand understood; begin began begun; come came; lead led; fight fought; choose chose chosen; forbid forbade
    forbidden; strike struck; withdraw withdrew withdrawn; leave left; send sent; spend spent; shoot shot; seek sought;
    foresee foresaw foreseen; overhear overheard; foretell foretold; retell retold; rewrite rewrote rewritten; undertake
    undertook undertaken; stand stood; learn learnt; dream dreamt; spell spelt; lay laid; pay paid; set setting; hit
    hitting; win won; draw drew drawn; get got gotten; become became; lie lied lying; bet betting; let letting; quit
    quitting; be am is are was were been being 's ’s 're ’re; have has had 've ’ve; do does did done; be 'm ’m;
    would 'd ’d; will 'll ’ll won't won’t; mistake mistook; overthrow overthrew overthrown; forecast forecasting;
    broadcast broadcasting; foretell foretelling; uphold upheld; withhold withheld; beseech besought; plead pled;
    teach taught; catch caught; keep kept; fall fell fallen; rise rose risen; break broke broken; forget forgot
    forgotten; forgive forgave forgiven; spit spat; spin spun; fling flung; sling slung; sting stung; throw threw thrown
"""


def _irregular() -> MappingProxyType[str, str]:
    table: dict[str, str] = {}
    for group in _IRREGULAR_FORMS.split(";"):
        base, *forms = group.split()
        for form in forms:
            table.setdefault(form, base)
    return MappingProxyType(table)


_IRREGULAR = _irregular()


def is_negator(word: str) -> bool:
    """Whether one word says no: "not", "never", "didn't"; typed either way."""
    return word in _NEGATORS or word.endswith(("n't", "n’t"))


@lru_cache(maxsize=4096)
def base_forms(word: str) -> tuple[str, ...]:
    """The forms that a word may come from, likeliest first; the word itself is always among them."""
    word = word.lower()
    if word in _IRREGULAR:
        return (_IRREGULAR[word], word)
    forms = [word]
    if word.endswith(("'s", "’s")):
        return (word[:-2], *base_forms(word[:-2])) if len(word) > 2 else (word,)
    for ending in ("ing", "ed", "es", "s"):
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: -len(ending)]
        if ending == "s" and stem.endswith("s"):
            continue
        if ending in ("ed", "es") and stem.endswith("i"):
            forms.append(stem[:-1] + "y")
        forms.append(stem)
        if ending in ("ing", "ed"):
            forms.append(stem + "e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(dict.fromkeys(forms))
