"""Transcripts: who speaks where, in the styles that governments, broadcasters, courts and parliaments use.

A *turn* is what one speaker says under one label; *asides* are what is no word of anybody: labels, time codes,
numbers of lines and subtitles, and scene notes such as "(Laughter.)". The text itself is never changed.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from onrecord.model import Span
from onrecord.read.scene_words import ASKING, NO_LABEL, SCENE_HEADS, SCENE_WORDS, TITLES

_CAPS = r"(?:(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?[A-Z][A-Z.'’-]*[A-Z.]|[A-Z]\.?|#?\d{1,2})"
_BOLD = r"(?:\*\*|__)?"
_ASIDE = r"\([^()\n]{1,60}\)"
_CAPS_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?{_BOLD}(?P<label>{_CAPS}(?:,? {_CAPS}){{0,9}}(?:,? ?{_ASIDE}(?:,? {_CAPS}){{0,6}}){{0,2}})"
    rf"{_BOLD}[ \t]?:{_BOLD}",
    re.MULTILINE,
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
_MIXED_LABEL = re.compile(
    rf"^[ \t]*(?:>>+[ \t]*)?{_BOLD}(?P<label>{_NAME}(?: (?:{_NAME}|of|de|van|von|the)){{0,4}}(?: {_ASIDE}){{0,2}})"
    rf"{_BOLD}:{_BOLD}(?=[ \t]|\n|$)",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*(?P<label>[QA])(?:[.:](?=\s)|(?=\t|  )|(?= [A-Z]))[ \t]*", re.MULTILINE)
_RECORD = re.compile(  # the record of a legislature: Mr. SMITH of Texas.
    r"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][A-Z'’-]+|The (?:[A-Z][A-Z]+ ?){1,3})"
    r"(?: of [A-Z][a-z]+)?)\. +(?=[A-Z])",
    re.MULTILINE,
)
_UNDER_TIME = re.compile(
    r"^\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]*\n(?P<label>[^\n:.?!,]{2,60}?)[ \t]*\n", re.MULTILINE
)
_ARROWS = re.compile(r"(?:^|(?<=\s))>>+[ \t]*", re.MULTILINE)
_TWEET = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? \| \d{4,22} \| ?", re.MULTILINE)
_HANDLE = re.compile(r"SPEAKER:? (@?\w{2,40})")
_CUE_TIME = re.compile(
    r"^(?:[^\n]{0,20}\n)?\d{1,2}:\d\d(?::\d\d)?[,.]\d{3} --> [^\n]{8,80}$|^WEBVTT[^\n]*(?:\n[^\n]+)*",
    re.MULTILINE,
)
_VOICE = re.compile(r"<v(?:\.[\w.]+)? ([^<>\n]{1,60})>")
_TAG = re.compile(r"</?[\w.]{1,12}(?: [^<>\n]{0,60})?>|\{\\[^{}\n]{1,40}\}")
_NOTE = re.compile(r"[\[(*]([^\[\]()*\n]{1,80})[\])*]")
_TIME = re.compile(
    r"[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?(?: ?[ap]m)?[\])]"
    r"|^[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[ \t]*$",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,2})(?=[ \t]|$)", re.MULTILINE)
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,4}")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_HEAD = 4_000
_LONGEST_LABEL = 120


class Turn(msgspec.Struct, frozen=True):
    """One turn: the speaker's name without title (None unknown), and where the label and the words after it stand."""

    speaker: str | None
    title: str | None
    asks: bool
    label: Span
    start: int
    end: int


class Transcript(msgspec.Struct, frozen=True):
    """The turns of a text, in order, and the spans in it that are nobody's words, sorted and disjoint."""

    turns: tuple[Turn, ...]
    asides: tuple[Span, ...]
    subtitles: bool = False


class _Label(msgspec.Struct, frozen=True):
    name: str | None
    span: Span
    sure: bool = True


def read_transcript(text: str) -> Transcript:
    """The turns of a transcript and what in it is no word; no turns where the text is none. Linear; never raises."""
    asides: list[Span] = list(scene_notes(text))
    asides += (match.span() for match in _TIME.finditer(text))
    subtitles = "-->" in text
    if subtitles:
        asides += (match.span() for match in _CUE_TIME.finditer(text))
        asides += (match.span() for match in _TAG.finditer(text))
    numbers = _line_numbers(text)
    asides += numbers
    labels = _labels(_blanked(text, numbers), subtitles=subtitles)
    asides += (label.span for label in labels)
    return Transcript(_turns(text, labels), _merged(asides), subtitles)


def scene_notes(text: str) -> tuple[Span, ...]:
    """The notes in brackets or parentheses that hold nothing but words of a scene: [applause], (Laughter.)."""
    found = []
    for match in _NOTE.finditer(text):
        words = _WORDS.findall(match.group(1).lower())
        if words and SCENE_WORDS.issuperset(words) and not SCENE_HEADS.isdisjoint(words):
            found.append(match.span())
    return tuple(found)


def _labels(text: str, *, subtitles: bool) -> list[_Label]:
    """Every label, in order: of overlapping ones the first found."""
    tweets = [_Label(None, match.span()) for match in _TWEET.finditer(text)]
    if len(tweets) > 1:
        handle = _HANDLE.search(text[:_HEAD])
        return [_Label(handle.group(1) if handle else None, label.span) for label in tweets]
    found: list[_Label] = []
    if subtitles:
        found += (_Label(match.group(1).strip(), match.span()) for match in _VOICE.finditer(text))
    found += _capital_labels(text)
    found += _mixed_labels(text)
    found += _letters(text)
    found += (_Label(match["label"], match.span()) for match in _often(_RECORD, text, 3))
    found += _names_under_times(text)
    if not found or text.count(">>") > 2:
        found += (_Label(None, match.span()) for match in _often(_ARROWS, text, 2))
    found.sort(key=_by_place)
    kept: list[_Label] = []
    for label in found:
        if not kept or label.span[0] >= kept[-1].span[1]:
            kept.append(label)
    return kept


def _blanked(text: str, spans: list[Span]) -> str:
    """The text with some spans as spaces, so that labels stand at the start of their lines."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*pieces, text[last:]]) if spans else text


def _by_place(label: _Label) -> tuple[int, int]:
    return label.span[0], -label.span[1]


def _often(pattern: re.Pattern[str], text: str, least: int) -> list[re.Match[str]]:
    found = list(pattern.finditer(text))
    return found if len(found) >= least else []


def _capital_labels(text: str) -> list[_Label]:
    """Labels in capitals; one that stands alone in its text must have a title, for it may be a heading."""
    found = []
    for match in _CAPS_LABEL.finditer(text):
        name = match["label"]
        words = _folded(name)
        letters = sum(char.isalpha() for char in re.sub(r"\([^)]*\)", "", name))
        if letters > 1 and words and words[0] not in NO_LABEL and len(name) <= _LONGEST_LABEL:
            found.append(_Label(name, match.span()))
    alone = len(found) == 1 and ">>" not in text[slice(*found[0].span)]
    if alone and _name(found[0].name or "")[1] is None:
        return []
    return found


def _mixed_labels(text: str) -> list[_Label]:
    """Labels in small letters, where the same come back so often that they are no accident of prose."""
    found = [match for match in _MIXED_LABEL.finditer(text) if not match["label"].isupper()]
    found = [match for match in found if (_folded(match["label"]) or ["note"])[0] not in NO_LABEL]
    counts = Counter(match["label"] for match in found)
    often = {label for label, count in counts.items() if count > 1}
    if sum(counts[label] for label in often) < 3:
        return []
    many = len(often) > 1 and sum(counts[label] for label in often) > 5
    return [
        _Label(match["label"], match.span())
        for match in found
        if match["label"] in often or (many and len(match["label"].split()) < 4)
    ]


def _letters(text: str) -> list[_Label]:
    found = list(_LETTER.finditer(text))
    if sum(match["label"] == "Q" for match in found) < 2:
        return []
    return [
        _Label(match["label"], match.span())
        for match in found
        if match["label"] == "Q"
        or not re.match(r"[ \t]*A [A-Z]", match.group() + text[match.end() : match.end() + 1])
    ]


def _names_under_times(text: str) -> list[_Label]:
    """Captions that give the time on one line and who speaks on the next."""
    found = [
        match
        for match in _UNDER_TIME.finditer(text)
        if all(
            word[:1].isupper() or word in ("of", "the", "and", "de", "van") for word in match["label"].split()
        )
        and len(match["label"].split()) <= 6
    ]
    return [_Label(match["label"].strip(), match.span()) for match in found] if len(found) > 1 else []


def _line_numbers(text: str) -> list[Span]:
    """The numbers of the lines of a court's transcript: 1 to 25 or so on each page, nearly all of them in order."""
    head = [line for line in text[:20_000].split("\n") if line.strip()][:200]
    if len(head) < 12 or sum(
        bool(re.match(r"[ \t]{0,8}\d{1,2}(?:[ \t]|$)", line)) for line in head
    ) < 0.7 * len(head):
        return []
    numbers = list(_NUMBERED.finditer(text))
    steps = sum(int(right[1]) == int(left[1]) + 1 for left, right in pairwise(numbers))
    return [match.span() for match in numbers] if steps > 0.7 * len(numbers) else []


def _turns(text: str, labels: list[_Label]) -> tuple[Turn, ...]:
    fuller = _fuller_names(text, labels)
    turns = []
    for number, label in enumerate(labels):
        start = label.span[1]
        while start < len(text) and text[start].isspace():
            start += 1
        end = labels[number + 1].span[0] if number + 1 < len(labels) else len(text)
        name, title = _name(label.name) if label.name else (None, None)
        asks = bool(label.name) and not ASKING.isdisjoint(_folded(label.name or "")[-1:])
        if name is not None:
            name = fuller.get(name.lower(), name)
        turns.append(
            Turn("Question" if asks and name == "Q" else name, title, asks, label.span, min(start, end), end)
        )
    return tuple(turns)


def _name(label: str) -> tuple[str, str | None]:
    """A label as a name to show, and the title before it: "MS. OAKE" is Oake, "DON LEMON, CNN HOST" Don Lemon."""
    words = re.sub(r"\([^()]*\)", "", label).split(",")[0].split()
    first = 0
    while first < len(words) - 1 and words[first].strip(".").lower() in TITLES:
        first += 1
    if first and first < len(words) and words[0].lower() == "the":
        first = 0
    name = " ".join(_cased(word) for word in words[first:]) or label
    return name, " ".join(words[:first]) or None


def _cased(word: str) -> str:
    if not word.isupper() and not re.match(r"(?:Mc|Mac|O['’])[A-Z]+$", word):
        return word
    if word.startswith(("Mc", "Mac")):
        cut = 3 if word.startswith("Mac") else 2
        return word[:cut] + word[cut:].capitalize()
    if len(word) <= 2 and word.endswith("."):
        return word
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return re.sub(r"[A-Z]+", _capitalised, word)


def _capitalised(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _folded(label: str) -> list[str]:
    return re.findall(r"[a-z][a-z'’-]*", re.sub(r"\([^()]*\)", "", label).lower())


def _fuller_names(text: str, labels: Iterable[_Label]) -> dict[str, str]:
    """The one fuller name that the text's labels or head give for a last name; none where two people share it."""
    shown = [_name(label.name)[0] for label in labels if label.name]
    short = {name.lower() for name in shown if " " not in name}
    if not short:
        return {}
    full: dict[str, set[str]] = {}
    heads = [" ".join(name.split()[-2:]) for name in _FULL_NAME.findall(text[:_HEAD])]
    for name in [*dict.fromkeys(shown), *heads]:
        words = name.split()
        last = words[-1].lower()
        if "'" in words[0] or "’" in words[0] or (words[0].isupper() and len(words[0]) > 2):
            continue  # "I'm Ana Ruiz", "PEOPLE Ruiz"
        if len(words) > 1 and last in short and words[0].strip(".").lower() not in TITLES:
            full.setdefault(last, set()).add(" ".join(words[-3:]))
    found = {}
    for last, names in full.items():
        longest = max(names, key=len)
        if all(name.split()[0] == longest.split()[0] for name in names):
            found[last] = min(names, key=len)
    return found


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def turn_at(turns: tuple[Turn, ...], position: int) -> Turn | None:
    """The turn that holds a place of the text."""
    number = bisect_right([turn.start for turn in turns], position) - 1
    return turns[number] if number >= 0 else None
