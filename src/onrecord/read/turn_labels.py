"""The labels of a transcript: where a line, a caption or a sentence says who speaks next.

Each style has a function that finds its labels; which of them are believed depends on how often they come back in
the text, because a sentence can look like a label ("Remember this: ..."). Every pattern is linear in the text.
"""

import re
from collections import Counter

import msgspec

from onrecord.model import Span
from onrecord.read.scene_words import NO_LABEL, SURE_TITLES, TITLES, UNNAMED

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
_CAPS = (
    rf"(?:(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?[{_UPPER}][{_UPPER}.'’-]{{0,40}}[{_UPPER}.]"
    rf"|[{_UPPER}]\.?|#?\d{{1,2}})"
)
_BOLD = r"(?:\*\*|__)?"
_ASIDE = r"(?:\([^()\n]{1,60}\)|\[[A-Z](?:-[A-Z]{2})?\])"
_ROW = rf"{_CAPS}(?:,? {_CAPS}){{0,9}}(?:,? ?{_ASIDE}(?:,? {_CAPS}){{0,6}}){{0,2}}"
_CAPS_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?(?P<label>{_BOLD}{_ROW}){_BOLD}[ \t]?:{_BOLD}(?!\d|//)", re.MULTILINE
)
_INSIDE = re.compile(  # a label within a line, after the end of a sentence, a dash, a note or dots
    rf"(?:(?<=[.?!)\]…-] )|(?<=[.?!][\"”] ))[ ]{{0,4}}(?P<label>{_ROW})[ ]?:(?=[ \u00a0\n])"
)
_UNKNOWN = re.compile(r"^[ \t]*[\[(] ?(?P<label>UNKNOWN|UNIDENTIFIED(?: [A-Z]+)?):? ?[\])]:?", re.MULTILINE)
_NAME = r"[^\W\d_a-z][\w.'’-]{0,30}"
_MIXED_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?{_BOLD}(?P<label>{_NAME}(?: (?:{_NAME}|of|de|van|von|the)){{0,4}}(?: {_ASIDE}){{0,2}})"
    rf"{_BOLD}:{_BOLD}(?=[ \t\u00a0]|\n|$)",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*(?P<label>[QA])(?:[.:](?=\s)|(?=\t|  )|(?= [A-Z]))[ \t]*", re.MULTILINE)
_RECORD = re.compile(  # the record of a legislature: Mr. SMITH of Texas.
    r"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][A-Z'’-]+|The (?:[A-Z][A-Z]+ ?){1,3})"
    r"(?: of [A-Z][a-z]+)?)\. +(?=[A-Z])",
    re.MULTILINE,
)
_UNDER_TIME = re.compile(
    r"^\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]*\n(?P<label>[^\n:?!,]{2,60}?)[ \t]*\n", re.MULTILINE
)
_NAME_STOP = re.compile(r"(?:Jr|Sr|Dr|St|Lt|Gen|Col|Sen|Rep|Gov|Rev|Mr|Mrs|Ms|[A-Z])\.")
_SMALL = frozenset("of the and de van von".split())
_ARROWS = re.compile(r"(?:^|(?<=\s))>>+[ \t]*", re.MULTILINE)
_TWEET = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? \| \d{4,22} \| ?", re.MULTILINE)
_HANDLE = re.compile(r"SPEAKER:? (@?\w{2,40})")
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^<>\n]{1,60})>")
_FROM_PARENTHESES = re.compile(r"\([^)]*\)")
_STOP = re.compile(r"([^\s.]+\.+) (?=\w)")
_LONGEST_LABEL = 120
HEAD = 4_000


class Label(msgspec.Struct, frozen=True):
    """A label: the name or role as it stands there (None where it names nobody), and its span."""

    name: str | None
    span: Span


def find_labels(text: str, *, subtitles: bool) -> list[Label]:
    """Every label, in order; of overlapping ones the first and longest."""
    tweets = [Label(None, match.span()) for match in _TWEET.finditer(text)]
    if len(tweets) > 1:
        handle = _HANDLE.search(text[:HEAD])
        return [Label(handle.group(1) if handle else None, label.span) for label in tweets]
    found: list[Label] = []
    if subtitles:
        found += (Label(match.group(1).strip(), match.span()) for match in _VOICE.finditer(text))
    found += _in_capitals(text)
    found += _in_mixed_case(text, {label.name.upper() for label in found if label.name})
    found += _letters(text)
    found += (Label(match["label"], match.span()) for match in _often(_RECORD, text, 3))
    found += _under_times(text)
    if not found or text.count(">>") > 2:
        found += (Label(None, match.span()) for match in _often(_ARROWS, text, 2))
    found.sort(key=_by_place)
    kept: list[Label] = []
    for label in found:
        if not kept or label.span[0] >= kept[-1].span[1]:
            kept.append(label)
    return kept


def label_words(label: str) -> list[str]:
    """The words of a label in small letters, without what stands in parentheses."""
    return re.findall(r"[^\W\d_](?:[^\W\d_]|['’-])*", _FROM_PARENTHESES.sub("", label).lower())


def _by_place(label: Label) -> tuple[int, int]:
    return label.span[0], -label.span[1]


def _often(pattern: re.Pattern[str], text: str, least: int) -> list[re.Match[str]]:
    found = list(pattern.finditer(text))
    return found if len(found) >= least else []


def _in_capitals(text: str) -> list[Label]:
    """Labels in capitals, at the start of a line and within one."""
    starts = [match for match in _CAPS_LABEL.finditer(text) if _is_label(match["label"])]
    found = [Label(match["label"].strip("*_"), match.span()) for match in starts]
    if len(found) == 1 and ">>" not in starts[0].group() and not _is_alone(text, found[0]):
        found = []
    found += (Label(match["label"], match.span()) for match in _UNKNOWN.finditer(text))
    return found + _within_lines(text, found)


def _is_label(name: str) -> bool:
    words = label_words(name)
    letters = sum(map(len, words))
    return letters > 1 and words[0] not in NO_LABEL and len(name) <= _LONGEST_LABEL


def _is_alone(text: str, label: Label) -> bool:
    """Whether a text's only label is one, and no heading: it has a title, or the head of the text names the speaker."""
    words = label_words(label.name or "")
    if words[0] in TITLES and len(words) > 1:
        return True
    head = text[: min(label.span[0], HEAD)].casefold()
    return len(words) <= 3 and words[-1] in head


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


def _is_unnamed(words: list[str]) -> bool:
    return words[0] in UNNAMED and len(words) < 4 and words != ["speaker"]


def _in_mixed_case(text: str, known: set[str]) -> list[Label]:
    """Labels in small letters, where the same come back so often that they are no accident of prose."""
    found = [match for match in _MIXED_LABEL.finditer(text) if not match["label"].isupper()]
    found = [match for match in found if (label_words(match["label"]) or ["note"])[0] not in NO_LABEL]
    sure = [match for match in found if match["label"].upper() in known]  # a slip of the shift key: SMITHs
    counts = Counter(match["label"] for match in found)
    often = {label for label, count in counts.items() if count > 1}
    repeated = sum(counts[label] for label in often)
    if repeated < 3:
        return [Label(match["label"].upper(), match.span()) for match in sure]
    many = len(often) > 1 and repeated > 5
    return [
        Label(match["label"], match.span())
        for match in found
        if match["label"] in often
        or match["label"].upper() in known
        or (many and len(match["label"].split()) < 4)
    ]


def _letters(text: str) -> list[Label]:
    """Q and A at the start of a line: A needs a stop after it, or more than one space, for it is a word too."""
    found = list(_LETTER.finditer(text))
    if sum(match["label"] == "Q" for match in found) < 2:
        return []
    return [
        Label(match["label"], match.span())
        for match in found
        if match["label"] == "Q"
        or not re.match(r"[ \t]*A [A-Z]", match.group() + text[match.end() : match.end() + 1])
    ]


def _under_times(text: str) -> list[Label]:
    """Captions that give the time on one line and who speaks on the next."""
    found = [match for match in _UNDER_TIME.finditer(text) if _is_name_line(match["label"].split())]
    return [Label(match["label"].strip(), match.span()) for match in found] if len(found) > 1 else []


def _is_name_line(words: list[str]) -> bool:
    return len(words) <= 6 and all(
        (word[:1].isupper() or word in _SMALL) and ("." not in word or _NAME_STOP.fullmatch(word))
        for word in words
    )
