"""Transcripts: who speaks where, in the styles that governments, broadcasters, courts and parliaments use.

A *turn* is what one speaker says under one label; *asides* are what is no word of anybody: labels, time codes,
numbers of lines and subtitles, and scene notes such as "(Laughter.)". The text itself is never changed.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from onrecord.model import Span
from onrecord.read.scene_words import (
    ASKING,
    OFFICES,
    SCENE_ACTIONS,
    SCENE_ALONE,
    SCENE_SOUNDS,
    SCENE_THINGS,
    SCENE_WORDS,
    TITLES,
    UNNAMED,
)
from onrecord.read.turn_labels import HEAD, Label, find_labels, label_words
from onrecord.text import blanked

_CUE_TIME = re.compile(
    r"^[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d{3}[ \t]{1,4}-->[ \t]{1,4}(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d{3}"
    r"[^\n]{0,120}$",
    re.MULTILINE,
)
_CUE_HEAD = re.compile(r"\ufeff?WEBVTT[^\n]{0,200}(?:\n[A-Za-z-]{1,40}[:=][^\n]{0,200})*")
_CUE_COMMENT = re.compile(r"(?<=\n)\r?\n((?:NOTE|STYLE|REGION)\b[^\n]*(?:\n[^\r\n][^\n]*)*)")
_LONGEST_CUE_NAME = 80
_TAG = re.compile(r"</?[\w.]{1,12}(?: [^<>\n]{0,60})?>|<[\d:.]{5,14}>|\{\\[^{}\n]{1,40}\}")
_NOTE = re.compile(r"\[([^\[\]()\n]{1,80})\]|\(([^\[\]()\n]{1,80})\)")
_STARRED = re.compile(r"(?:(?<=[.?!…] )|^[ \t]*)\*([^*\n]{1,40})\*(?!\*)", re.MULTILINE)
_TIME = re.compile(
    r"[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?(?: ?[ap]m)?[\])]"
    r"|^[ \t]*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[ \t\r]*$",
    re.MULTILINE,
)
_FEWEST_TIMES = 3
_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,2})(?=[ \t]|$)", re.MULTILINE)
_NUMBERED_LINE = re.compile(r"[ \t]{0,8}\d{1,2}(?:[ \t]|$)")
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,4}")
_LISTED = re.compile(r"\b(?:PARTICIPANTS|MODERATORS|PANELISTS|PEOPLE|SPEAKERS?|Participants|Moderators)\b:?")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_JOINED = re.compile(  # notes of two words, each of which alone could be an editor's
    r"\b(off|cross|commercial|news|audio|audience|break)(?:[ -] ?)"
    r"(mic|mike|camera|talking|talk|break|gap|glitch|reaction|in (?=audio|coverage))"
)
_GOES_ON = frozenset("is are was to with some no of and".split())  # "[was crying]" goes on with the sentence
_CALLS = frozenset("shouts cries yells".split())  # "[shouts]" alone may be an editor's verb
_PUBLIC = frozenset("audience crowd members protesters hecklers".split())
_EXAMINER = re.compile(r"BY (?=M(?:R|RS|S)\.? )")


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


def read_transcript(text: str) -> Transcript:
    """The turns of a transcript and what in it is no word; no turns where the text is none. Linear; never raises."""
    asides: list[Span] = list(scene_notes(text))
    times = [match.span() for match in _TIME.finditer(text)]
    marked = [span for span in times if text[span[0]] in "[("]
    cues = _cues(text) if "-->" in text else []
    subtitles = bool(cues)
    if subtitles:
        asides += cues
        asides += (match.span() for match in _TAG.finditer(text))
    numbers = _line_numbers(text)
    beside = [span for span in marked if not _stands_alone(text, span)]
    labels = find_labels(blanked(text, sorted(numbers + beside)), subtitles=subtitles, timed=len(beside) > 1)
    if labels:
        asides += numbers
    asides += times if labels or subtitles or len(times) >= _FEWEST_TIMES else marked
    asides += (label.span for label in labels)
    return Transcript(_turns(text, labels), _merged(asides), subtitles)


def scene_notes(text: str) -> tuple[Span, ...]:
    """The notes in brackets or parentheses that hold nothing but words of a scene: [applause], (Laughter.)."""
    notes = [match.span() for match in _NOTE.finditer(text) if _is_scene(match.group(1) or match.group(2))]
    if "*" in text:  # *applause* after a sentence or at the start of a line; elsewhere stars are for stress
        starred = (match for match in _STARRED.finditer(text) if _is_scene(match.group(1)))
        notes = sorted(notes + [(match.start(1) - 1, match.end(1) + 1) for match in starred])
    return tuple(notes)


def _cues(text: str) -> list[Span]:
    """The times of the cues of subtitles, with their numbers or names, and the head and comments of WebVTT.

    A cue's name is the line before its time only where the line before that is empty: else it is words.
    """
    found = []
    for match in _CUE_TIME.finditer(text):
        start, end = match.span()
        above = text.rfind("\n", max(0, start - 2 - _LONGEST_CUE_NAME), max(0, start - 1)) + 1
        before = text[max(0, above - 6) : above]
        empty_above = above == 0 or before[len(before.rstrip()) :].count("\n") > 1
        if 0 < start - above <= _LONGEST_CUE_NAME and empty_above:
            start = above
        found.append((start, end))
    head = _CUE_HEAD.match(text)
    if found and head:
        found.append(head.span())
        found += (match.span(1) for match in _CUE_COMMENT.finditer(text))
    return found


def _stands_alone(text: str, span: Span) -> bool:
    """Whether a time code has its line to itself."""
    start, end = span
    return text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\r", "\n")


def _is_scene(note: str) -> bool:
    """Whether a note is about a sound or a scene. In doubt it is an editor's: "[the video]", "[protesters]".

    A thing that can be seen or heard needs to be in capitals ("(VIDEO CLIP)", "[Music]"), or to do something
    ("[bell rings]", "(through interpreter)"). After an article it must do something, or be of the audience
    ("[the crowd cheering]"), for "[the laughter]" and "[the man shouting]" are an editor's.
    """
    words = _WORDS.findall(_JOINED.sub(_join, note.lower()))
    if not words or not SCENE_WORDS.issuperset(words) or words[0] in _GOES_ON:
        return False
    acts = not SCENE_ACTIONS.isdisjoint(words)
    sound = not SCENE_SOUNDS.isdisjoint(words)
    sound = sound or (words[0] in _PUBLIC and not _CALLS.isdisjoint(words))
    thing = not SCENE_THINGS.isdisjoint(words)
    if words[0] in ("the", "a", "an"):
        return (acts and (thing or sound)) or (sound and words[-1] in SCENE_SOUNDS and words[1] in _PUBLIC)
    if sound or (thing and (acts or note.isupper())):
        return True
    return thing and note[:1].isupper() and SCENE_ALONE.issuperset(words)


def _join(match: re.Match[str]) -> str:
    return f"{match.group(1)}-{match.group(2).strip()} "


def _line_numbers(text: str) -> list[Span]:
    """The numbers of the lines of a court's transcript: 1 to 25 or so on each page, nearly all of them in order."""
    head = [line for line in text[:20_000].split("\n") if line.strip()][:200]
    if len(head) < 12 or sum(bool(_NUMBERED_LINE.match(line)) for line in head) < 0.7 * len(head):
        return []
    numbers = list(_NUMBERED.finditer(text))
    steps = sum(int(right[1]) == int(left[1]) + 1 for left, right in itertools.pairwise(numbers))
    return [match.span() for match in numbers] if steps > 0.7 * len(numbers) else []


def _turns(text: str, labels: list[Label]) -> tuple[Turn, ...]:
    fuller = _fuller_names(text, labels)
    turns = []
    for number, label in enumerate(labels):
        start = label.span[1]
        while start < len(text) and text[start].isspace():
            start += 1
        end = labels[number + 1].span[0] if number + 1 < len(labels) else len(text)
        start = min(start, end)
        name, title = _name(label.name) if label.name else (None, None)
        asks = label.name is not None and _asks(label.name, text, start, end)
        if name == "Q":
            name = "Question"
        elif name == "A":
            name = None  # a witness, whom the letter does not name
        elif name is not None:
            name = fuller.get(name.lower(), name)
        turns.append(Turn(name, title, asks, label.span, start, end))
    return tuple(turns)


def _asks(label: str, text: str, start: int, end: int) -> bool:
    """Whether a label means who asks: "Q", "REPORTER"; "AUDIENCE MEMBER" only where the words end as a question."""
    words = label_words(label)
    if not words:
        return False
    if words[-1] in ASKING or _EXAMINER.match(label):
        return True
    return words[0] in UNNAMED and "?" in text[max(start, end - 40) : end]


@lru_cache(maxsize=4096)
def _name(label: str) -> tuple[str, str | None]:
    """A label as a name to show, and the title before it: "MS. OAKE" is Oake, "BO LARK, RIVER NEWS HOST" Bo Lark."""
    label = _EXAMINER.sub("", label, count=1)
    words = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", label).split(",")[0].split()
    first = 0
    while first < len(words) - 1 and words[first].strip(".").lower() in TITLES:
        first += 1
    if first and "of" in words[first + 1 :]:  # Mr. SMITH of Texas
        words = words[: words.index("of", first + 1)]
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
    return re.sub(r"[^\W\d_]+", _capitalised, word)


def _capitalised(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _fuller_names(text: str, labels: list[Label]) -> dict[str, str]:
    """The one fuller name that the text's labels or head give for a last name; none where two people share it.

    A list of who takes part goes before the prose of the head, where others of that name may be spoken of.
    """
    shown = [_name(label.name)[0] for label in labels if label.name]
    short = {name.lower() for name in shown if " " not in name}
    if not short:
        return {}
    first = labels[0].span[0]
    prose = [" ".join(name.split()[-2:]) for name in _FULL_NAME.findall(text[:HEAD])]
    found = _by_last_name([*dict.fromkeys(shown), *prose], short)
    found.update(_by_last_name(_listed_names(text[: min(first, HEAD)]), short))
    return found


def _listed_names(head: str) -> list[str]:
    """The names in a list of who takes part, without their offices."""
    begin = _LISTED.search(head)
    if not begin:
        return []
    names = []
    for part in re.split(r"[\n;,(]| and |\)", head[begin.end() :]):
        words = part.split()
        while words and (not words[0][:1].isupper() or words[0].strip(".:").lower() in OFFICES):
            words = words[1:]
        if "of" in words:  # Secretary of State Ana Ruiz
            words = [word for word in words[words.index("of") + 1 :] if word.lower() not in OFFICES]
        if 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words):
            names.append(" ".join(words))
    return names


def _by_last_name(names: Iterable[str], short: set[str]) -> dict[str, str]:
    full: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        last = words[-1].lower()
        if name.isupper() or "'" in words[0] or "’" in words[0] or (words[0].isupper() and len(words[0]) > 2):
            continue  # "BO LARK" is there as Bo Lark too; "I'm Ana Ruiz", "PEOPLE Ruiz"
        if len(words) > 1 and last in short and words[0].strip(".").lower() not in TITLES:
            full.setdefault(last, set()).add(" ".join(words[-3:]))
    found = {}
    for last, forms in full.items():
        longest = max(sorted(forms), key=len)
        if all(form.split()[0] == longest.split()[0] for form in forms):
            found[last] = min(sorted(forms), key=len)
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
