"""What a quotation does: states, believes, intends, decrees or perceives; and whether the text denies it.

The definitions are those of the PolNeAR guidelines (Newell, Margolin, Ruths, LREC 2018). Rules, no model: the
cue's words are looked up in `cue_verbs`, and `negation` reads the words around them.
"""

import re
from typing import NamedTuple

from onrecord.model import Act
from onrecord.quotes.cue_verbs import STRONG, WEAK
from onrecord.quotes.cue_words import NEGATIVE_VERBS, WORD, base_forms
from onrecord.quotes.negation import is_negated

_QUOTED = re.compile("[\"“”„«»]|``|''")
# The source measures, so that what it shows or finds was observed rather than said.
_MEASURES = re.compile(
    r"\b(?:polls?|polling|pollsters?|surveys?|stud(?:y|ies)|data|research|researchers|analys[ie]s|statistics|figures"
    r"|numbers|census|model|tracker|average|results|experiments?|index|tests?)\b",
    re.I,
)
_DOCUMENTS = re.compile(
    r"\b(?:records?|e-?mails?|documents?|letters?|filings?|transcripts?|memos?|memoirs?|books?|articles?|ads?|websites?"
    r"|statements?|tweets?|messages?|papers|minutes)\b",
    re.I,
)
_COURTS = re.compile(
    r"\b(?:courts?|judges?|jur(?:y|ies)|justices?|tribunals?|magistrates?|arbitrators?|ombudsman|senate|parliament"
    r"|congress|legislat\w+|lawmakers|panel|commission|council|committee|board)\b",
    re.I,
)
_FINDING = frozenset(
    "show find indicate suggest predict reveal conclude determine estimate project confirm demonstrate put give"
    " have in by on from per see : for with".split()
)
_SHOWING = frozenset("show indicate suggest reveal confirm demonstrate".split())
_RULING = frozenset("find hold determine conclude declare deny reject dismiss decide".split())
# Attitudes that, before words in quotation marks, are told as speech: `"It is gone," she agreed`.
_SPOKEN_ATTITUDES = frozenset(
    "agree disagree concur remember recall worry wonder fear sympathize reminisce".split()
)
# What one declines to do when one declines to say something.
_COMMENTING = frozenset(
    """
    comment say answer respond reply discuss elaborate speak talk confirm identify name disclose reveal specify tell
    explain clarify address mention describe interview acknowledge expand
    divulge define detail
    """.split()
)
_PASSED_OVER = frozenset(
    "to be been being from in any further immediately even publicly directly specifically fully either".split()
)
# How much of the sentence is looked at on either side, in characters.
_BEFORE, _AFTER = 400, 120
# Beginnings of the table's phrases, so that a look-up stops as soon as none can follow.
_BEGINNINGS = frozenset(
    phrase.rsplit(" ", cut)[0] for phrase in STRONG for cut in range(1, phrase.count(" ") + 1)
)


class _Head(NamedTuple):
    """The word of a cue that names the act: where it starts, its base form, and the act."""

    start: int
    word: str
    act: Act


def act_of(
    cue: str, *, before: str = "", after: str = "", source: str = "", content: str = ""
) -> tuple[Act, bool]:
    """What kind of act a cue names, and whether the text denies that it took place.

    `cue` is the cue's words as they stand in the text, `before` and `after` the rest of the sentence on either
    side (so that a "did not" outside the cue is seen), `source` and `content` the words of those where known.
    A cue that no rule knows is a statement where the content stands in quotation marks, else `other`.
    """
    words = cue + after[:_AFTER]
    head = _head(cue, words, quoted=bool(_QUOTED.search(content)), source=source)
    act = _by_source(head, source=source, content=content)
    return act, is_negated(before[-_BEFORE:], words, head=head.start, source=source)


def _head(cue: str, words: str, *, quoted: bool, source: str) -> _Head:
    """The word that names the act: the first strong one of the cue, else the first weak one."""
    tokens = [(match.start(), base_forms(match.group())) for match in WORD.finditer(words)]
    inside = [token for token in tokens if token[0] < len(cue.rstrip())]
    weak: _Head | None = None
    for place, (start, forms) in enumerate(inside):
        if NEGATIVE_VERBS.intersection(forms):
            refused = _refused(tokens, place, end=len(cue))
            if refused:
                return refused
        phrase = _phrase(tokens, place)
        if phrase:
            return phrase
        for form in forms:
            if weak is None and form in WEAK:
                weak = _Head(start, form, WEAK[form])
    named = _named_by(source) if weak is None or weak.word in _PREPOSITIONS else None
    if named and not quoted:
        return _Head(weak.start if weak else 0, weak.word if weak else "", named)
    if weak:
        return weak
    stated = quoted or cue.strip() in {":", "-", "–", "—"}
    return _Head(inside[-1][0] if inside else 0, cue.strip(), "statement" if stated else "other")


_PREPOSITIONS = frozenset("of on about under to in by for from".split())


def _named_by(source: str) -> Act | None:
    """The act that a source names where its cue is but a preposition: "supporters of", "a joke about"."""
    for match in reversed(list(WORD.finditer(source))):
        for form in base_forms(match.group()):
            if form in STRONG:
                return STRONG[form]
    return None


def _refused(tokens: list[tuple[int, tuple[str, ...]]], place: int, *, end: int) -> _Head | None:
    """The act that a verb of refusal turns down: any act inside the cue, beyond it only to say something."""
    for start, forms in tokens[place + 1 : place + 6]:
        act = next((STRONG[form] for form in forms if form in STRONG), None)
        if act and start < end:
            return _Head(start, forms[0], act)
        if _COMMENTING.intersection(forms):
            return _Head(start, forms[0], "statement")
        if not _PASSED_OVER.intersection(forms):
            return None
    return None


def _phrase(tokens: list[tuple[int, tuple[str, ...]]], place: int) -> _Head | None:
    """The longest entry of the table that begins at a word; its last words may lie beyond the cue ("look"/"to")."""
    found: _Head | None = None
    candidates = [""]
    for _, forms in tokens[place:]:
        candidates = [f"{beginning} {form}".strip() for beginning in candidates for form in forms]
        named = next((candidate for candidate in candidates if candidate in STRONG), None)
        if named:
            found = _Head(tokens[place][0], named, STRONG[named])
        candidates = [candidate for candidate in candidates if candidate in _BEGINNINGS]
        if not candidates:
            break
    return found


def _by_source(head: _Head, *, source: str, content: str) -> Act:
    """The act, seen who or what performs it: a poll finds, a court decides, a letter states."""
    if _MEASURES.search(source) and head.word in _FINDING:
        return "perception"
    if _COURTS.search(source) and head.word in _RULING:
        return "decree"
    if _DOCUMENTS.search(source) and head.word in _SHOWING:
        return "statement"
    if head.word in _SPOKEN_ATTITUDES and _QUOTED.match(content.lstrip()):
        return "statement"
    return head.act
