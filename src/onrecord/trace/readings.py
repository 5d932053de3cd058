"""A printing as families compare it: its words, its voice, and the days that it gives.

Two printings lie *apart* by a number of days: between the days of saying where texts give them, else of printing.
"""

from datetime import date
from typing import NamedTuple

from onrecord.trace.voices import Voice, voice_of
from onrecord.trace.wordings import wording
from onrecord.traces import Printing

# The contract: within ten days one occasion, three weeks or more apart two. Between them the middle parts.
OCCASION = 15  # days between two printings that may join
LONGEST_OCCASION = 20  # days between the first and the last printing of a family
FAR = 1 << 20
EARLY = 1  # days that a paper may be dated before the words were said, the earth being round


class Reading(NamedTuple):
    """The words of a printing (`onrecord.trace.wordings`), who says them, and when it was printed and said (days)."""

    words: str
    voice: Voice | None
    day: int | None
    said: int | None

    @property
    def time(self) -> int | None:
        """The day that it counts for: of saying, else of printing."""
        return self.day if self.said is None else self.said


def read_printing(printing: Printing) -> Reading:
    """What families compare of a printing."""
    return Reading(
        wording(printing.text),
        voice_of(printing.speaker, printing.speaker_id),
        day_number(printing.published),
        day_number(printing.said),
    )


def day_number(value: str | None) -> int | None:
    """An ISO 8601 date as a number of days; None where it is not known to the day."""
    if value is None or len(value) < 10:
        return None
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def days_apart(one: Reading, other: Reading) -> int | None:
    """How many days lie between two printings; None where either has no date.

    Different days of saying are different occasions, and what was printed before it was said is another one: `FAR`.
    """
    if one.said is not None and other.said is not None:
        return 0 if one.said == other.said else FAR
    first, second = one.time, other.time
    if first is None or second is None:
        return None
    if one.said is not None and second < first - EARLY:
        return FAR
    if other.said is not None and first < second - EARLY:
        return FAR
    return abs(first - second)


def order(reading: Reading) -> tuple[str, str, str, int, int]:
    """A total order of readings that depends on nothing but themselves."""
    voice = reading.voice or Voice("")
    return reading.words, voice.name, voice.id or "", reading.day or 0, reading.said or 0
