"""What was said, when and by whom: the sentences of a folder of dated transcripts, for the benchmark of families."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.measure.checking.recordings import is_named
from onrecord.read.transcript import read_transcript
from onrecord.text import blanked, sentences
from onrecord.words import fold_word, words

Half = Literal["first", "second"]

_HEAD = 400  # characters in which a transcript says its date
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_MONTHS = "January February March April May June July August September October November December".split()
_IN_WORDS = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}}), ((?:19|20)\d\d)\b")
_ONE_SPEAKER = re.compile(r"\bSPEAKER:? ([^\W\d_][^\n]{1,40}?)(?= {2}|\n|$)")
_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w.'’-]*){0,2}(?:,? Jr\.?)?"
)  # no offices and places after it
_LATER = frozenset("jr sr ii iii".split())
_FEWEST, _MOST = 4, 60  # words of a sentence that is printed
_UNPRINTABLE = re.compile(r"[\[\](){}|<>…@#*_\"“”]|\.\.|https?:|inaudible|crosstalk", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence with its folded words."""

    text: str
    keys: tuple[str, ...]


class Turn(msgspec.Struct, frozen=True):
    """One turn: its speaker, the title before the name, and its sentences (None: one that is not to be printed)."""

    speaker: str
    title: str | None
    sentences: tuple[Sentence | None, ...]


class Occasion(msgspec.Struct, frozen=True):
    """One transcript: the day it is of (as `date.toordinal` counts) and its turns with a known speaker."""

    path: str
    day: int
    turns: tuple[Turn, ...]


def read_occasions(folder: Path, *, half: Half | None = None) -> list[Occasion]:
    """The dated transcripts of a folder in order of path; `half` keeps those of every other day, drawn by digest.

    A transcript's date stands in its name or its first lines; those without a day are left out, and so are turns
    without a name. Raises `UnreadableInput` where nothing is left.
    """
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        day = _day(path.name, text[:_HEAD])
        if day is None or (half is not None and half_of(day) != half):
            continue
        turns = tuple(_turns(text))
        if turns:
            found.append(Occasion(path.relative_to(folder).as_posix(), day, turns))
    if not found:
        raise UnreadableInput(
            f"{folder} holds no transcript with a date and named speakers: name a folder of dated transcripts."
        )
    return found


def half_of(day: int) -> Half:
    """Which half a day belongs to: two transcripts of one occasion are never parted."""
    return "first" if hashlib.sha256(str(day).encode()).digest()[0] % 2 else "second"


@lru_cache(maxsize=1 << 14)
def last_name(speaker: str) -> str:
    """The folded last name, by which two spellings of one person are never taken for two."""
    parts = [fold_word(part.strip(".,")) for part in speaker.split()]
    parts = [part for part in parts if part and part not in _LATER]
    return parts[-1] if parts else ""


def folded(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(word.key for word in words(text))


def _day(name: str, head: str) -> int | None:
    for where in (name, head):
        found = _ISO.search(where)
        if found:
            return _ordinal(int(found[1]), int(found[2]), int(found[3]))
    found = _IN_WORDS.search(head)
    return _ordinal(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2])) if found else None


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _turns(text: str) -> Iterator[Turn]:
    transcript = read_transcript(text)
    spoken = blanked(text, transcript.asides)
    if not transcript.turns:
        alone = _ONE_SPEAKER.search(text[:_HEAD].split("\n", 1)[0])
        if alone:
            start = max(text.find("\n\n"), 0)
            yield Turn(alone[1].strip().title(), None, tuple(_sentences(spoken[start:])))
        return
    for turn in transcript.turns:
        if is_named(turn) and turn.speaker and _NAME.fullmatch(turn.speaker):
            yield Turn(turn.speaker, turn.title, tuple(_sentences(spoken[turn.start : turn.end])))


def _sentences(spoken: str) -> Iterator[Sentence | None]:
    for start, end in sentences(spoken):
        text = " ".join(spoken[start:end].split()).lstrip("-–— ")
        if text[-1:] not in (".", "?", "!") or _UNPRINTABLE.search(text):
            yield None
            continue
        keys = folded(text)
        yield Sentence(text, keys) if _FEWEST <= len(keys) <= _MOST else None
