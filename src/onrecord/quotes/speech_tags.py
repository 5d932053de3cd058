"""Speech tags: the "she said" right behind a closing mark or before an opening one, the surest attribution of print.

`"…," she said`, `"…," says Ilse Brant`, `Brant added: "…"` and `Ilse Brant: "…"` leave no doubt whose words those
are, so where the tagger reads the passage otherwise, the tag stands against it.
"""

import re
from typing import NamedTuple

from onrecord.model import Span
from onrecord.quotes.cue_words import base_forms
from onrecord.quotes.marks import Passage
from onrecord.text import sentences

_SPEAKING = frozenset(
    """
    say tell write add ask reply answer respond tweet recall explain note insist continue declare joke quip warn
    argue counsel concede admit conclude remark observe shout whisper cry state announce email post report recount
    maintain claim complain predict promise suggest agree reflect laugh grin smile sigh mutter murmur snap shrug
    """.split()
)
_MANY = frozenset(["I", "we", "they", "We", "They"])  # whose verb has no ending
_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|Gen|Col|Lt|Sgt|Capt|St)\.|[A-Z][\w’'-]*)"
_NAME = rf"{_CAPITAL}(?: (?:(?:de|van|von) )?(?:al-)?(?![JS]r\.){_CAPITAL}){{0,4}}(?:,? [JS]r\.)?"
_SUBJECT_FIRST = re.compile(
    rf",?\s+(?!(?:He|She|They|We|It)\b)(?P<source>he|she|they|I|we|{_NAME}) (?:also |then |later )?(?P<cue>[a-z]+)\b"
)
_VERB_FIRST = re.compile(rf",?\s+(?P<cue>[a-z]+)(?<!ing) (?P<source>{_NAME})")
_DESCRIBED = re.compile(
    r",?\s+(?P<cue>said|says|reads?) "
    r"(?P<source>(?:the|an?|one|his|her|their|its|our|my) [^,.;:?!\n“”\"]{2,60})(?=[,.])"
)
_DASHED = re.compile(rf"\s*[–—-]{{1,2}}\s*(?P<source>he|she|they|I|we|{_NAME}) (?P<cue>[a-z]+)\s*[–—-]")
_BEFORE_SENTENCE = (".", "?", "!", "”", "’", '"', "\n")
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<source>he|she|they|I|we|{_NAME}) (?:also |then |later )?(?P<cue>[a-z]+ ?:)\s*$"
)
_UNNAMED = (
    r"(?:An?|One|Another|The) (?:[a-z-]+ )?(?:aide|advis[eo]r|fan|neighbou?r|official|passenger|reader|reporter"
    r"|resident|source|spokes(?:man|woman|person)|voter|witness)"
)
_LABEL = re.compile(
    rf"(?P<source>(?:[A-Z][\w’'-]*(?: [a-z][\w’'-]*){{0,2}} )?{_NAME}|{_UNNAMED}) ?(?P<cue>:)\s*$"
)
_TURNED = re.compile(rf"(?P<cue>[A-Z][a-z]+) (?P<source>{_NAME}) ?:\s*$")  # "Added Brant:"
_LONGEST = 150
# Words of a headline or a sentence, not of a name: "Osk on the lower quay: "…""
_NO_LABEL = re.compile(r"\b(?:on|in|to|at|of|for|with|about|from|that|is|are|was|were)\b", re.IGNORECASE)


class SpeechTag(NamedTuple):
    """Who speaks, by which word, and whether the source is a label that has nothing but its colon for a cue."""

    source: Span
    cue: Span
    label: bool


def tag_behind(text: str, passage: Passage) -> SpeechTag | None:
    """The source and the cue right behind a passage, where it ends as words do before a tag; else null."""
    dashed = _DASHED.match(text, passage.outer[1], passage.outer[1] + 200)
    if dashed and _speaks(dashed["cue"], dashed["source"]):
        return _tag(dashed, 0)
    last = text[passage.span[1] - 1]
    if last not in ",?!" and text[passage.outer[1] : passage.outer[1] + 1] != ",":
        return None
    for pattern in (_SUBJECT_FIRST, _VERB_FIRST, _DESCRIBED):
        match = pattern.match(text, passage.outer[1], passage.outer[1] + 200)
        if not match or "\n\n" in match.group():
            continue
        if pattern is _DESCRIBED:
            if _begins_sentence(
                text, passage
            ):  # unlike "Osk, citing “the will of the eels,” said the quay was shut"
                return _tag(match, 0)
        elif is_speaking(match["cue"]) or (
            pattern is _SUBJECT_FIRST and _speaks(match["cue"], match["source"])
        ):
            return _tag(match, 0)
    return None


def _begins_sentence(text: str, passage: Passage) -> bool:
    before = text[max(0, passage.outer[0] - 3) : passage.outer[0]].rstrip(" \xa0")
    return not before or before.endswith(_BEFORE_SENTENCE)


def tag_before(text: str, passage: Passage, paragraph: Span) -> SpeechTag | None:
    """The source and the cue right before a passage, the colon with them: `Brant added:`, or at the head of a
    sentence the label `Brant:` or `Added Brant:`; else null."""
    opening = passage.outer[0]
    start = max(paragraph[0], opening - _LONGEST)
    before = text[start:opening]
    if not before.rstrip().endswith(":"):
        return None
    heads = sentences(before)
    if len(heads) > 1 or start == paragraph[0]:  # else the last sentence has no beginning here
        head = before[heads[-1][0] :]
        label = _LABEL.match(head)
        if label and not _NO_LABEL.search(head) and not any(map(is_speaking, label["source"].split())):
            return _tag(label, start + heads[-1][0], label=True)
        turned = _TURNED.match(head)
        if turned and is_speaking(turned["cue"]):
            return _tag(turned, start + heads[-1][0])
    verb = _BEFORE.search(before)
    return _tag(verb, start) if verb and _speaks(verb["cue"].rstrip(" :"), verb["source"]) else None


def _tag(match: re.Match[str], start: int, *, label: bool = False) -> SpeechTag:
    source, cue = match.span("source"), match.span("cue")
    return SpeechTag((start + source[0], start + source[1]), (start + cue[0], start + cue[1]), label=label)


def _speaks(cue: str, source: str) -> bool:
    """Whether a word is a form of speaking. The bare form is one only beside "they": in `"…," state Senate leader
    Osk said` it is no verb."""
    return is_speaking(cue) or (cue in _SPEAKING and (source in _MANY or cue == "say"))


def is_speaking(word: str) -> bool:
    """Whether a word is an inflected form of a verb of speaking."""
    word = word.lower()
    return word not in _SPEAKING and bool(_SPEAKING.intersection(base_forms(word)))
