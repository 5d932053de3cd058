"""Articles as outlets print them: as text or page, with headline, byline, date, notice, and a word on the original."""

from datetime import date, timedelta
from html import escape
from typing import NamedTuple

from onrecord.measure.tracing.prose import Body, Prose, word_count

_FIRST_DAY, _DAYS = date(2021, 1, 1), 1_000
_KINDS = (
    "Courier",
    "Gazette",
    "Herald",
    "Tribune",
    "Review",
    "Observer",
    "Chronicle",
    "Times",
    "Post",
    "Examiner",
)
# Of an article's words that a notice may have: else two articles of one outlet would be alike by it.
_NOTICE_SHARE = 0.2
_HTML = 0.15
_UNDATED = 0.05
_SAME_DAY = 0.3


class Outlet(NamedTuple):
    """A newspaper, its page on the net, and the notices that it puts under what it prints."""

    name: str
    site: str
    notices: tuple[str, ...]


class Page(NamedTuple):
    """One article: the day is None where the page does not say it."""

    outlet: Outlet
    title: str
    author: str
    day: date | None
    address: str
    form: str  # "txt" or "html"


def make_outlets(prose: Prose, count: int) -> list[Outlet]:
    """Outlets with names of their own, each with one or two notices that come again and again."""
    found: dict[str, Outlet] = {}
    while len(found) < count:
        name = f"{prose.title_word()} {prose.chance.choice(_KINDS)}"
        site = f"https://{name.lower().replace(' ', '-')}.example"
        notices = tuple(_notice(prose, name, number) for number in range(prose.chance.randint(1, 2)))
        found[name] = Outlet(f"The {name}", site, notices)
    return list(found.values())


def first_page(prose: Prose, outlet: Outlet) -> Page:
    """The page of an article of the outlet's own."""
    return _page(prose, outlet, _FIRST_DAY + timedelta(days=prose.chance.randrange(_DAYS)))


def later_page(prose: Prose, outlet: Outlet, original: Page) -> Page:
    """The page of a reprint: on the same day or some days later, under a headline of its own or the same."""
    day = original.day or _FIRST_DAY + timedelta(days=prose.chance.randrange(_DAYS))
    if prose.chance.random() >= _SAME_DAY:
        day += timedelta(days=1 + min(int(prose.chance.expovariate(0.5)), 20))
    page = _page(prose, outlet, day)
    return page._replace(title=original.title) if prose.chance.random() < 0.5 else page


def rendered(prose: Prose, page: Page, body: Body, original: Page | None) -> bytes:
    """The file of an article; `original` where it says what it reprints."""
    paragraphs = [" ".join(paragraph) for paragraph in body]
    paragraphs[0] = (
        f"{prose.title_word().upper()} — {paragraphs[0]}" if prose.chance.random() < 0.5 else paragraphs[0]
    )
    notice = prose.chance.choice(page.outlet.notices)
    fits = notice.count(" ") + 1 <= _NOTICE_SHARE * word_count(body)
    notices = [notice] if fits and prose.chance.random() < 0.6 else []
    if page.form == "html":
        return _html(page, paragraphs, notices, _named(prose, original, "html")).encode()
    lines = [page.title, f"By {page.author}"]
    lines.append(f"{page.outlet.name}, {_in_words(page.day)}" if page.day else page.outlet.name)
    lines += [*paragraphs, *_named(prose, original, "txt"), *notices]
    return ("\n\n".join(lines) + "\n").encode()


def _page(prose: Prose, outlet: Outlet, day: date) -> Page:
    title = prose.headline()
    return Page(
        outlet=outlet,
        title=title,
        author=prose.name(),
        day=None if prose.chance.random() < _UNDATED else day,
        address=f"{outlet.site}/{'-'.join(title.lower().split()[:6])}",
        form="html" if prose.chance.random() < _HTML else "txt",
    )


def _notice(prose: Prose, name: str, number: int) -> str:
    if number == 0:
        return f"Subscribe to the {name} for more stories like this one and never miss a day of {prose.title_word()}."
    said = " ".join(" ".join(paragraph) for paragraph in prose.body(prose.chance.randint(20, 45)))
    return f"The views expressed here are those of the author and not of the {name}. {said}"


def _named(prose: Prose, original: Page | None, form: str) -> list[str]:
    """The line that names the original, in one of the ways in which it is done."""
    if original is None:
        return []
    outlet, address = original.outlet.name, original.address
    link = f'<a href="{address}">{escape(outlet)}</a>' if form == "html" else f"[{outlet}]({address})"
    return [
        prose.chance.choice(
            (
                f"This article originally appeared in {outlet}.",
                f"This story was first published by {link}.",
                f"The original source of this article is {link}.",
                f"Source: {outlet}",
                f"(Reporting by {original.author}, {outlet})",
            )
        )
    ]


def _html(page: Page, paragraphs: list[str], notices: list[str], named: list[str]) -> str:
    time = f'<time datetime="{page.day.isoformat()}">{_in_words(page.day)}</time>' if page.day else ""
    inside = "\n".join(
        [
            *(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs),
            *(f"<p>{line}</p>" for line in named),
        ]
    )
    below = "\n".join(f"<p>{escape(notice)}</p>" for notice in notices)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(page.title)} | {escape(page.outlet.name)}</title>
<link rel="canonical" href="{page.address}">
<meta property="og:site_name" content="{escape(page.outlet.name)}">
<meta property="og:title" content="{escape(page.title)}">
<meta property="og:type" content="article">
</head>
<body>
<nav><a href="/">Home</a> | <a href="/latest">Latest</a></nav>
<article>
<h1>{escape(page.title)}</h1>
<p class="meta">By <span class="author">{page.author}</span> {time}</p>
{inside}
</article>
<footer>
{below}
<p>© {escape(page.outlet.name)}. All rights reserved.</p>
</footer>
</body>
</html>
"""


def _in_words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
