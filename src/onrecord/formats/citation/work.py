"""What every style cites: the article, the words quoted, and who is quoted, each on one line and bounded."""

import datetime
import re

import msgspec

from onrecord.formats.citation.names import Name, name_of
from onrecord.formats.fragments import web_address
from onrecord.formats.quoted import nested, quoted_in
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import shortened
from onrecord.model import Article, Date, Quotation

NO_SPEAKER = "speaker not named"
LONGEST_WORDS = 1_000  # columns of the words quoted; longer ones end with an ellipsis
_LONGEST_TITLE, _LONGEST_NAME, _LONGEST_ADDRESS = 300, 120, 2_000
_MOST_AUTHORS = 50
_SHORT = 5  # words of a title where it stands for the author
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PARTS = {"year": 1, "month": 2, "day": 3, "minute": 3}


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a work that is cited, with the words quoted in it; "" and None are what is not known.

    `date` and `accessed` are a year, a year and month, or a day. `words` stand without quotation marks around them;
    `in_marks` says that they stood in marks, all of them. `said` is what tells how it was said where that is not plain:
    "did not say", "(belief)". `key` is the quotation's id.
    """

    key: str
    authors: tuple[Name, ...]
    title: str
    outlet: str
    date: tuple[int, ...]
    url: str
    language: str
    words: str
    in_marks: bool
    paraphrased: bool
    speaker: str
    said: str
    permalink: str
    accessed: tuple[int, ...]

    @property
    def quoted(self) -> str:
        """The words as they are quoted: in marks where they stood in marks."""
        return f"“{nested(self.words)}”" if self.in_marks and self.words else self.words

    @property
    def who(self) -> str:
        """The speaker, with what keeps the words from being taken for a plain statement: "Ines Marl did not say"."""
        return f"{self.speaker} {self.said}".rstrip()

    @property
    def line(self) -> str:
        """Who, and the words: "Ines Marl: “We have heard every one of you.”"."""
        return f"{self.who}: {self.quoted}" if self.words else self.who

    @property
    def short_title(self) -> str:
        """The first words of the title, for where it stands in an author's place."""
        return " ".join(self.title.split()[:_SHORT]).rstrip(" ,;:.–—-")


def work_of(
    article: Article, quotation: Quotation, *, permalink: str | None, accessed: datetime.date | None
) -> Work:
    """What is cited of a quotation and its article."""
    outlet = _line(article.outlet, _LONGEST_NAME)
    names = [_line(name, _LONGEST_NAME) for name in article.authors[:_MOST_AUTHORS]]
    language = article.language or ""
    quoted = quoted_in(article, quotation)
    is_act = quoted.said and not quotation.negated
    return Work(
        key=quotation.id,
        authors=tuple(name_of(name, outlet=outlet) for name in names if name),
        title=_line(article.title, _LONGEST_TITLE),
        outlet=outlet,
        date=_day(article.published),
        url=_address(article.url),
        language=language if _LANGUAGE.fullmatch(language) else "",
        words=shortened(quoted.words, LONGEST_WORDS),
        in_marks=quoted.in_marks,
        paraphrased=quotation.kind == "indirect",
        speaker=shortened(quoted.speaker, _LONGEST_NAME) or NO_SPEAKER,
        said=f"({quoted.said})" if is_act else quoted.said,
        permalink=_address(permalink),
        accessed=(accessed.year, accessed.month, accessed.day) if accessed else (),
    )


def _line(text: str | None, longest: int) -> str:
    return shortened(one_line(text or ""), longest)


def _address(url: str | None) -> str:
    """The address as a URI in ASCII, without white space; "" where it is none of the web, or endless."""
    address = web_address(url) or ""
    return address if len(address) <= _LONGEST_ADDRESS else ""


def _day(date: Date | None) -> tuple[int, ...]:
    """A date as numbers, as many as are known; none where it is no date of the calendar."""
    found = _DAY.match(date.value or "") if date else None
    if found is None or date is None:
        return ()
    numbers = tuple(int(part) for part in found.groups() if part)[: _PARTS.get(date.precision, 0)]
    try:
        datetime.date(*(*numbers, 1, 1)[:3])
    except (TypeError, ValueError):
        return ()
    return numbers
