"""A transcript as the benchmark sees it: its words, where its sentences end, and who says what."""

import re
from bisect import bisect_right

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.model import Span
from onrecord.read.transcript import Turn, read_transcript
from onrecord.words import words

Numbers = npt.NDArray[np.int64]

# What lies between two neighbouring words: the same sentence, the end of one, or what nobody could say for sure.
WITHIN, ENDS, UNSURE = 0, 1, 2

_TITLES = frozenset(
    "mr mrs ms dr prof rev hon sen sens rep reps gov gen col lt sgt capt maj adm pres st messrs".split()
)
_ABBREVIATIONS = frozenset(
    "jr sr vs etc no nos inc ltd co corp bros dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_STOP = re.compile(r"[.?!]")
_ENDING = re.compile(r"[.?!][\"'”’)\]]*\s+[\"'“‘(\[]*$")
_DASH = re.compile(r"(?:-|–|—|…|\.\.)\s*$")
_UNNAMED = re.compile(
    r"^(?:q|a|question|questioner|answer|reporter|unknown|male|female|speaker|audience|crowd|moderator|protesters?"
    r"|unidentified.*|voice|participant|announcer|narrator|several|group|all|man|woman|host|caller|source)\b"
    r"|^(?:the |mr\.? |madam )?(?:vice )?(?:president|secretary|chair(?:man|woman)?|speaker|court|judge)$",
    re.IGNORECASE,
)


class Recording(msgspec.Struct, kw_only=True):
    """One transcript: its text, the same text with all that is no word blanked, and its words by number.

    `starts` and `ends` are offsets, `keys` numbers of folded words, `turns` the turns in order of place.
    """

    path: str
    text: str
    spoken: str
    turns: tuple[Turn, ...]
    turn_starts: list[int]
    asides: tuple[Span, ...]
    starts: Numbers
    ends: Numbers
    keys: Numbers
    first: int  # the first word that may be cut: what stands before it is a heading

    def turn(self, word: int) -> Turn | None:
        """The turn that a word stands in."""
        start = int(self.starts[word])
        at = bisect_right(self.turn_starts, start) - 1
        return self.turns[at] if at >= 0 and start < self.turns[at].end else None

    def between(self, word: int) -> str:
        """What stands between a word and the next, with labels and scene notes blanked."""
        if word + 1 >= len(self.starts):
            return self.spoken[int(self.ends[word]) :]
        return self.spoken[int(self.ends[word]) : int(self.starts[word + 1])]

    def word(self, word: int) -> str:
        """A word as it is printed."""
        return self.text[int(self.starts[word]) : int(self.ends[word])]

    def boundary(self, word: int) -> int:
        """Whether a sentence ends between a word and the next: WITHIN, ENDS or UNSURE."""
        if word < 0 or word + 1 >= len(self.starts):
            return ENDS
        gap, following = self.between(word), self.word(word + 1)[0]
        opens = not following.islower()
        if self.turn(word) is not self.turn(word + 1):
            at_break = _DASH.search(gap[: gap.find("\n")] if "\n" in gap else gap)
            return ENDS if opens and following.isalpha() and not at_break else UNSURE
        if ".." in gap or "…" in gap:
            return UNSURE if opens or "\n" in gap else WITHIN
        if _STOP.search(gap):
            return self._after_stop(word, gap, following)
        if "\n" in gap:
            return UNSURE
        return WITHIN

    def _after_stop(self, word: int, gap: str, following: str) -> int:
        before = self.word(word).lower()
        if gap.startswith("."):
            if before in _TITLES and "\n" not in gap:
                return WITHIN
            if before in _ABBREVIATIONS or len(before) == 1 or "." in before:
                return UNSURE
        if following.isalpha() and following.isupper() and _ENDING.search(gap):
            return ENDS
        return UNSURE


def read_recording(path: str, text: str, numbers: dict[str, int]) -> Recording:
    """A transcript with its words; `numbers` gives each folded word its number, and grows."""
    transcript = read_transcript(text)
    blanked = sorted([*transcript.asides, *(turn.label for turn in transcript.turns)])
    spoken = _blank(text, blanked)
    starts, ends, keys = [], [], []
    for word in words(spoken):
        starts.append(word.start)
        ends.append(word.end)
        keys.append(numbers.setdefault(word.key, len(numbers) + 1))
    turns = tuple(sorted(transcript.turns, key=_place))
    heading = turns[0].start if turns else text.find("\n\n")
    return Recording(
        path=path,
        text=text,
        spoken=spoken,
        turns=turns,
        turn_starts=[turn.start for turn in turns],
        asides=tuple(sorted(transcript.asides)),
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        keys=np.array(keys, dtype=np.int64),
        first=int(np.searchsorted(np.array(starts, dtype=np.int64), max(heading, 0))),
    )


def is_named(turn: Turn | None) -> bool:
    """Whether a turn says by name who speaks."""
    return (
        turn is not None and bool(turn.speaker) and not turn.asks and not _UNNAMED.match(turn.speaker or "")
    )


def _place(turn: Turn) -> tuple[int, int]:
    return turn.start, turn.end


def _blank(text: str, spans: list[Span]) -> str:
    pieces, last = [], 0
    for start, end in spans:
        if end <= last:
            continue
        start = max(start, last)
        pieces += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])
