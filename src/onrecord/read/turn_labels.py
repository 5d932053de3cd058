"""The labels of a transcript: where a line, a caption or a sentence says who speaks next.

Each style has a function that finds its labels; which of them are believed depends on how often they come back in
the text, because a sentence can look like a label ("Remember this: ..."). Every pattern is linear in the text.
"""

import re
from collections import Counter
from functools import lru_cache

import msgspec

from onrecord.model import Span
from onrecord.read.scene_words import ASKING, NAMING_TITLES, NO_LABEL, ROLES, SURE_TITLES, TITLES, UNNAMED

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
_CAPS = (
    rf"(?:(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?[{_UPPER}][{_UPPER}.'’-]{{0,40}}[{_UPPER}.]"
    rf"|[{_UPPER}]\.?|#?\d{{1,2}})"
)
_BOLD = r"(?:\*\*|__)?"
_ASIDE = r"(?:\([^()\n]{1,60}\)|\[[a-z][^\[\]\n]{1,60}\]|\[[A-Z](?:-[A-Z]{2})?\])"
_ROW = rf"{_CAPS}(?:,? {_CAPS}){{0,9}}(?:,? ?{_ASIDE}(?:,? {_CAPS}){{0,6}}){{0,2}}"
_SHOW = rf"(?:, [\"“][{_UPPER}0-9][^\"”:\n]{{0,40}}[\"”](?: {_CAPS}){{0,4}})"  # TOVE, "RIVER NEWS" HOST
_CAPS_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?(?P<label>{_BOLD}{_ROW}{_SHOW}?){_BOLD}[ \t]{{0,16}}:{_BOLD}(?!\d|//)",
    re.MULTILINE,
)
_INSIDE = re.compile(  # a label within a line, after the end of a sentence, a dash, a note or dots
    rf"(?:(?<=[.?!)\]…-] )|(?<=[.?!][\"”] ))[ ]{{0,4}}(?P<label>{_ROW})[ ]?:(?=[ \u00a0\n])"
)
_UNKNOWN = re.compile(r"^[ \t]*[\[(] ?(?P<label>UNKNOWN|UNIDENTIFIED(?: [A-Z]+)?):? ?[\])]:?", re.MULTILINE)
_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
_MIXED_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?{_BOLD}(?P<label>{_NAME}(?: (?:{_NAME}|of|de|van|von|the)){{0,4}}(?: #?\d{{1,2}})?"
    rf"(?: {_ASIDE}){{0,2}}){_BOLD}[ \t]{{0,16}}:{_BOLD}(?=[ \t\u00a0]|\n|$)",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*(?P<label>[QA])(?:[.:](?=\s)|(?=\t|  )|(?= [A-Z]))[ \t]*", re.MULTILINE)
_RECORD = re.compile(  # the record of a legislature: Mr. SMITH of Texas.
    r"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:Mc|Mac|O['’])?[A-Z][A-Z'’-]+"
    r"|The [A-Z]{2,20}(?: [A-Z]{2,20}){0,2})"
    r"(?P<of> of [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})?(?: pro tempore)?)\. +(?=[A-Z])",
    re.MULTILINE,
)
_DASHED = re.compile(  # the record of the European Parliament: President. – or Ana Ruiz (AB). –
    rf"^[ \t]*(?P<label>{_NAME}(?: (?:{_NAME}|of|de|van|von|the)){{0,5}}(?: ?\([^()\n]{{1,30}}\))?"
    r"(?:, [^\n.]{1,60})?)\. [–—] ",
    re.MULTILINE,
)
_UNDER_TIME = re.compile(
    r"^\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t\r]*\n(?P<label>[^\n:?!,]{2,60}?)[ \t\r]*\n", re.MULTILINE
)
_BEFORE_TIME = re.compile(
    rf"^(?P<label>{_NAME}(?: {_NAME}){{0,4}}(?: \d{{1,2}})?)[ \t]{{1,4}}"
    rf"(?:\d{{1,2}}:)?\d{{1,2}}:\d\d[ \t\r]*\n(?=[ \t]*\S)",
    re.MULTILINE,
)
_NAME_STOP = re.compile(r"(?:Jr|Sr|Dr|St|Lt|Gen|Col|Sen|Rep|Gov|Rev|Mr|Mrs|Ms|[A-Z])\.")
_SMALL = frozenset("of the and de van von".split())
_ARROWS = re.compile(r"(?:^|(?<=\s))>>+[ \t]*", re.MULTILINE)
_TWEET = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? \| \d{4,22} \| ?", re.MULTILINE)
_QUOTED_MAIL = re.compile(r"^> \S", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
_SENTENCE_END = re.compile(r"[.?!…][\"”'’)\]*_]{0,4}(?:\s|$)|--|[—♪]")
_SPOKEN_SAMPLE, _SPOKEN_LENGTH = 200, 800
_HANDLE = re.compile(r"SPEAKER:? (@?\w{2,40})")
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^<>\n]{1,60})>")
_LABEL_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")
_FROM_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STOP = re.compile(r"([^\s.]+\.+) (?=\w)")
_LONGEST_LABEL = 120
HEAD = 4_000


class Label(msgspec.Struct, frozen=True):
    """A label: the name or role as it stands there (None where it names nobody), and its span."""

    name: str | None
    span: Span


def find_labels(text: str, *, subtitles: bool, timed: bool = False) -> list[Label]:
    """Every label, in order; of overlapping ones the first and longest.

    `subtitles` says that lines are cut anywhere, `timed` that time codes stand beside names.
    """
    tweets = [Label(None, match.span()) for match in _TWEET.finditer(text)]
    if tweets:
        handle = _HANDLE.search(text[:HEAD])
        return [Label(handle.group(1) if handle else None, label.span) for label in tweets]
    found: list[Label] = []
    if subtitles:
        found += (Label(match.group(1).strip(), match.span()) for match in _VOICE.finditer(text))
    found += _in_capitals(text, cut=subtitles)
    known = {label.name.upper() for label in found if label.name}
    found += _in_mixed_case(text, known, cut=subtitles, least=2 if timed else 3)
    found += _letters(text, least=1 if found else 2)
    found += _in_records(text)
    found += _under_times(text)
    if (not found or text.count(">>") > 2) and not _QUOTED_MAIL.search(text):
        found += (Label(None, match.span()) for match in _often(_ARROWS, text, 2))
    found.sort(key=_by_place)
    kept: list[Label] = []
    for label in found:
        if not kept or label.span[0] >= kept[-1].span[1]:
            kept.append(label)
    return kept


@lru_cache(maxsize=4096)
def label_words(label: str) -> tuple[str, ...]:
    """The words of a label in small letters, without what stands in parentheses or brackets."""
    return tuple(_LABEL_WORD.findall(_FROM_PARENTHESES.sub("", label).lower()))


def _by_place(label: Label) -> tuple[int, int]:
    return label.span[0], -label.span[1]


def _often(pattern: re.Pattern[str], text: str, least: int) -> list[re.Match[str]]:
    found = list(pattern.finditer(text))
    return found if len(found) >= least else []


def _in_capitals(text: str, *, cut: bool) -> list[Label]:
    """Labels in capitals, at the start of a line and within one."""
    starts = [match for match in _CAPS_LABEL.finditer(text) if _is_label(match["label"])]
    counts = Counter(match["label"] for match in starts)
    starts = [match for match in starts if counts[match["label"]] > 1 or not _is_heading(match["label"])]
    found = [Label(match["label"].strip("*_"), match.span()) for match in starts]
    sure = any(">>" in match.group() for match in starts) or any(map(_is_sure, found))
    alone = len(found) == 1 and not _is_in_head(text, found[0])
    if not sure and (alone or not (cut or _are_spoken(text, found))):
        found = []
    found += (Label(match["label"], match.span()) for match in _UNKNOWN.finditer(text))
    return found + _within_lines(text, found)


def _is_label(name: str) -> bool:
    words = label_words(name)
    letters = sum(map(len, words))
    return letters > 1 and words[0] not in NO_LABEL and len(name) <= _LONGEST_LABEL


def _is_heading(name: str) -> bool:
    """Whether a label is of something that does not speak: "THE FERRY", but not "THE COURT"."""
    words = label_words(name)
    return words[0] == "the" and ROLES.isdisjoint(words)


def _is_sure(label: Label) -> bool:
    """Whether a label is one wherever it stands: "MR. MILLER", "The Court", "Audience member"."""
    words = label_words(label.name or "")
    if len(words) < 2:
        numbered = label.name is not None and label.name[-1:].isdigit()
        return bool(words) and words[0] in UNNAMED and (numbered or words[0].startswith("unidentif"))
    return (
        (words[0] in NAMING_TITLES and words[1] not in ("of", "for"))
        or (words[0] == "the" and words[-1] in ROLES)
        or (words[0] in UNNAMED and len(words) < 4)
    )


def _is_in_head(text: str, label: Label) -> bool:
    """Whether the head of the text names the speaker of a text's only label: else it may be a heading."""
    words = label_words(label.name or "")
    return len(words) <= 3 and words[-1] in text[: min(label.span[0], HEAD)].casefold()


def _are_spoken(text: str, labels: list[Label]) -> bool:
    """Whether what follows most labels is said in sentences: else they belong to a list of facts, or are headings."""
    some = labels[:_SPOKEN_SAMPLE]
    ends = [label.span[0] for label in labels[1 : _SPOKEN_SAMPLE + 1]] + [len(text)]
    spoken = 0
    for label, end in zip(some, ends, strict=False):
        said = text[label.span[1] : min(end, label.span[1] + _SPOKEN_LENGTH)].lstrip()
        spoken += bool(_SENTENCE_END.search(_PARAGRAPH_END.split(said, maxsplit=1)[0]))
    return spoken > len(some) / 2


def _within_lines(text: str, found: list[Label]) -> list[Label]:
    """Labels within a line, as rush transcripts have them: of speakers the text labels elsewhere, or plainly labels.

    Where nothing labels at the start of a line, three such labels must come to make a transcript of the text.
    """
    known = {words[-1] for label in found if label.name and (words := label_words(label.name.split(",")[0]))}
    inside = []
    for match in _INSIDE.finditer(text):
        if not _is_label(match["label"]):
            continue
        start = match.start("label") + _end_of_sentence(match["label"])
        name = text[start : match.end("label")].split(",")[0].split("(")[0]
        words = label_words(name)
        titled = len(words) > 1 and name.split()[0].rstrip(".") in SURE_TITLES
        described = len(found) > 3 and "," in match["label"] and 2 <= len(words) <= 4
        if words and (
            words[-1] in known
            or titled
            or described
            or _is_unnamed(words)
            or (len(found) > 20 and len(words) == 1)
        ):
            inside.append(Label(text[start : match.end("label")], (start, match.end())))
    return inside if found or len(inside) > 2 else []


def _end_of_sentence(label: str) -> int:
    """Where the label begins in a row of words in capitals that a sentence ends in: "OK. RUIZ"."""
    start = 0
    for match in _STOP.finditer(label.split(",")[0]):
        word = match.group(1).rstrip(".")
        if (
            len(word) > 1
            and word not in SURE_TITLES
            and word.lower() not in TITLES
            and word not in ("JR", "SR", "ST")
        ):
            start = match.end()
    return start


def _is_unnamed(words: tuple[str, ...]) -> bool:
    return words[0] in UNNAMED and len(words) < 4 and words != ("speaker",)


def _in_mixed_case(text: str, known: set[str], *, cut: bool, least: int) -> list[Label]:
    """Labels in small letters: with a title or role, or so often the same that they are no accident of prose."""
    found = [
        match
        for match in _MIXED_LABEL.finditer(text)
        if not match["label"].isupper() and (label_words(match["label"]) or ("note",))[0] not in NO_LABEL
    ]
    slips = [match for match in found if match["label"].upper() in known]  # of the shift key: SMITHs
    labels = [Label(match["label"], match.span()) for match in found]
    bold = sum("**:" in match.group() or ":**" in match.group() for match in found) > 2
    counts = Counter(match["label"] for match in found)
    often = {name for name, count in counts.items() if count > 1}
    sure = [label for label in labels if _is_sure(label) or (label.name or "").lower() in ASKING & often]
    repeated = sum(counts[name] for name in often)
    enough = repeated >= (2 if bold else least) or len(sure) > 1
    if not enough or not (cut or known or _are_spoken(text, labels)):
        return [Label(match["label"].upper(), match.span()) for match in slips]
    many = bold or least == 2 or (len(often) > 1 and repeated > 5)
    return [
        label
        for label in labels
        if label.name in often
        or label in sure
        or (label.name or "").upper() in known
        or (many and len((label.name or "").split()) < 4)
    ]


def _letters(text: str, *, least: int) -> list[Label]:
    """Q and A at the start of a line: A needs a stop after it, or more than one space, for it is a word too."""
    found = list(_LETTER.finditer(text))
    if sum(match["label"] == "Q" for match in found) < least:
        return []
    return [
        Label(match["label"], match.span())
        for match in found
        if match["label"] == "Q"
        or not re.match(r"[ \t]*A [A-Z]", match.group() + text[match.end() : match.end() + 1])
    ]


def _in_records(text: str) -> list[Label]:
    """Labels of the records of legislatures, which end in a full stop."""
    found = list(_RECORD.finditer(text))
    if len(found) < 3 and not any(match["of"] for match in found):
        found = []
    if ". –" in text or ". —" in text:
        found += _often(_DASHED, text, 3)
    return [Label(match["label"], match.span()) for match in found]


def _under_times(text: str) -> list[Label]:
    """Captions that give the time on one line and who speaks on the next, or both on one."""
    found = [match for match in _UNDER_TIME.finditer(text) if _is_name_line(match["label"].split())]
    found = found if len(found) > 1 else []
    beside = list(_BEFORE_TIME.finditer(text))
    if len({match["label"] for match in beside}) < len(beside):  # somebody speaks twice: no timetable
        found += beside
    return [Label(match["label"].strip(), match.span()) for match in found]


def _is_name_line(words: list[str]) -> bool:
    return len(words) <= 6 and all(
        (word[:1].isupper() or word in _SMALL) and ("." not in word or _NAME_STOP.fullmatch(word))
        for word in words
    )
