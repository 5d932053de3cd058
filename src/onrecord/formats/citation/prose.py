"""Citations in prose: plain text, APA 7, MLA 9 and Chicago 17 (notes), each in two lines."""

from collections.abc import Callable, Sequence

from onrecord.formats.citation.names import Name
from onrecord.formats.citation.work import Work
from onrecord.formats.dates import MONTHS
from onrecord.formats.quoted import nested

UNTITLED = "[Untitled news article]"
MOST_IN_APA = 20  # authors; of more, the first 19 and the last
_MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


def plain(work: Work) -> str:
    """Plain text: who, the words; then the article by everything that is known of it."""
    where = [_listed([name.straight for name in work.authors], " and ")]
    where += [f"“{nested(work.title)}”" if work.title else "", work.outlet, _day_first(work.date), work.url]
    entry = f"{_how(work, 'Quoted in', 'Paraphrased in')} {', '.join(filter(None, where)) or UNTITLED}"
    if work.accessed and work.url:
        entry += f" (accessed {_day_first(work.accessed)})"
    return _lines(work.line, entry, work.permalink and f"On record: {work.permalink}")


def apa(work: Work) -> str:
    """APA 7: (Speaker, as cited in Author, year); Author, A. (Year, Month Day). Title. Outlet. URL."""
    year = str(work.date[0]) if work.date else "n.d."
    families = [name.family for name in work.authors]
    by = f"{families[0]} et al." if len(families) > 2 else " & ".join(families)
    by = by or (f"“{nested(work.short_title)}”" if work.title else UNTITLED)
    reference = f"({work.who}, {_how(work, 'as cited in', 'paraphrased in')} {by}, {year})"
    when = f"({', '.join(filter(None, [year, _month_day(work.date)]))})."
    title = _stopped(work.title or UNTITLED)
    head = [_stopped(_apa_names(work.authors)), when, title] if work.authors else [title, when]
    # A body that is author and outlet is named once.
    outlet = "" if [name.straight for name in work.authors] == [work.outlet] else _stopped(work.outlet)
    url = work.url
    if work.accessed and url:
        url = f"Retrieved {_month_first(work.accessed)}, from {url}"
    entry = " ".join(filter(None, [*head, outlet, url]))
    return _lines(
        f"{work.quoted} {reference}".strip(), entry, work.permalink and f"On record: {work.permalink}"
    )


def mla(work: Work) -> str:
    """MLA 9: (qtd. in Author); Author. “Title.” Outlet, day month year, address. Accessed day month year."""
    families = [name.family for name in work.authors]
    by = f"{families[0]} et al." if len(families) > 2 else " and ".join(families)
    by = by or (f"“{nested(work.short_title)}”" if work.title else UNTITLED)
    names = _mla_names(work.authors)
    title = f"“{_stopped(nested(work.title))}”" if work.title else _stopped(UNTITLED)
    where = ", ".join(filter(None, [work.outlet, _mla_day(work.date), _bare(work.url)]))
    entry = " ".join(filter(None, [names and _stopped(names), title, where and _stopped(where)]))
    if work.permalink:
        entry += f" onrecord, {_bare(work.permalink)}."
    if work.accessed and (work.url or work.permalink):
        entry += f" Accessed {_mla_day(work.accessed)}."
    return _lines(f"{work.line} ({_how(work, 'qtd. in', 'paraphrased in')} {by}).", entry)


def chicago(work: Work) -> str:
    """Chicago 17, a note: Speaker, quoted in Author, “Title,” Outlet, Month Day, Year, URL."""
    names = [name.straight for name in work.authors]
    by = f"{names[0]} et al." if len(names) > 3 else _listed(names, ", and " if len(names) > 2 else " and ")
    title = nested(work.title)
    comma = "" if title.endswith(("?", "!", "…")) else ","
    inside = by + ", " if by else ""
    inside += f"“{title}{comma}” " if title else f"{UNTITLED}, "
    # The article of a newspaper's name is left out (8.170).
    rest = [work.outlet.removeprefix("The "), _month_first(work.date) or "n.d."]
    rest += [f"accessed {_month_first(work.accessed)}" if work.accessed and work.url else "", work.url]
    if work.permalink:
        rest.append(f"on record at {work.permalink}")
    note = (
        f"{work.speaker}, {_how(work, 'quoted in', 'paraphrased in')} {inside}{', '.join(filter(None, rest))}"
    )
    return _lines(work.line, _stopped(note))


WRITERS: dict[str, Callable[[Work], str]] = {"plain": plain, "apa": apa, "mla": mla, "chicago": chicago}


def _how(work: Work, quoted: str, otherwise: str) -> str:
    """Words of which some stood in marks are quoted; others are the article's own."""
    return otherwise if work.paraphrased else quoted


def _lines(first: str, entry: str, last: str = "") -> str:
    return f"{first}\n{entry}" + (f"\n{last}" if last else "")


def _listed(names: Sequence[str], last: str) -> str:
    return ", ".join(names) if len(names) < 2 else ", ".join(names[:-1]) + last + names[-1]


def _apa_names(authors: Sequence[Name]) -> str:
    names = [", ".join(filter(None, [author.family, author.initials, author.suffix])) for author in authors]
    if len(names) > MOST_IN_APA:
        return f"{', '.join(names[: MOST_IN_APA - 1])}, . . . {names[-1]}"
    return _listed(names, ", & ")


def _mla_names(authors: Sequence[Name]) -> str:
    if not authors:
        return ""
    if len(authors) > 2:
        return f"{authors[0].turned}, et al."
    return ", and ".join([authors[0].turned, *(author.straight for author in authors[1:])])


def _stopped(text: str) -> str:
    """A full stop at the end, unless another mark closes it."""
    bare = text.rstrip("’”")
    return text if not text or bare.endswith((".", "?", "!", "…")) else f"{text}."


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://")


def _month(date: Sequence[int]) -> str:
    return MONTHS[date[1] - 1] if len(date) > 1 else ""


def _month_day(date: Sequence[int]) -> str:
    return f"{_month(date)} {date[2]}" if len(date) > 2 else _month(date)


def _day_first(date: Sequence[int]) -> str:
    parts = [str(date[2]) if len(date) > 2 else "", _month(date), str(date[0]) if date else ""]
    return " ".join(filter(None, parts))


def _mla_day(date: Sequence[int]) -> str:
    parts = [str(date[2]) if len(date) > 2 else "", _MLA_MONTHS[date[1] - 1] if len(date) > 1 else ""]
    return " ".join(filter(None, [*parts, str(date[0]) if date else ""]))


def _month_first(date: Sequence[int]) -> str:
    """American order: "October 15, 2031", "October 2031", "2031"."""
    if len(date) > 2:
        return f"{_month_day(date)}, {date[0]}"
    return " ".join(filter(None, [_month(date), str(date[0]) if date else ""]))
