"""Which of two articles was first, and whether the other says where it was taken from.

What a page says of its original counts most, then the dates, and only where neither tells, the traces that editing
leaves. Every answer comes with the signs that it rests on; where they tell different things, there is no answer.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from onrecord.model import Article
from onrecord.read.origin import same_outlet
from onrecord.trace.dates import is_less, known
from onrecord.traces import Direction, Side, Sign, TextChange

_THE = re.compile(r"^the\s+", re.IGNORECASE)
_DATELINE = 200  # characters at a body's start in which a dateline can stand
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
# A line of the body that speaks of where the text is from.
_FROM = re.compile(
    r"\b(?:original(?:ly)?|first|re-?published|re-?printed|re-?posted|cross-?posted|syndicated|courtesy"
    r"|permission|source|via|appeared|copyright|adapted|excerpt(?:ed)?|credits?)\b|©",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\[[^\]]*\]|…|\. ?\. ?\.")
_LONGEST_LINE = 400
# A text is cut from another where hardly any of its words are its own, and the other goes on for longer.
MOST_OWN = 0.02
LEAST_MORE = 1.2
Sides = tuple[Article, Article]


def names_of(article: Article) -> tuple[str, ...]:
    """The names that an article's outlet can be given: as it stands, and without "The"."""
    name = (article.outlet or "").strip()
    short = _THE.sub("", name)
    return tuple(dict.fromkeys(one for one in (name, short) if len(one) > 1))


def signs_between(
    a: Article, b: Article, changes: tuple[TextChange, ...], words: tuple[int, int]
) -> tuple[Sign, ...]:
    """Everything that tells which of two copies was first, the strongest first."""
    signs = [*_named(a, b, "a"), *_named(b, a, "b"), *_dated(a, b)]
    if not any(sign.first for sign in signs):
        signs += _edited(a, b, changes, words)
    return tuple(signs)


def direction_of(signs: tuple[Sign, ...]) -> Direction | None:
    """Which was first: by what the pages say, else by the dates, else by the edits; None where they disagree."""
    for kinds in (_SAID, _DATES, _EDITS):
        sides = {sign.first for sign in signs if sign.kind in kinds and sign.first}
        if len(sides) == 1:
            return "a<b" if sides == {"a"} else "b<a"
    return None


_SAID = frozenset(["original", "link", "credit", "byline", "dateline", "notice", "line"])
_DATES = frozenset(["date"])
_EDITS = frozenset(["marks", "cut"])


def is_acknowledged(
    a: Article, b: Article, direction: Direction | None, signs: tuple[Sign, ...]
) -> bool | None:
    """Whether the copy names its original's outlet, or links to it; None where that cannot be told."""
    if direction is None:
        return None
    original, copy = (a, b) if direction == "a<b" else (b, a)
    side: Side = "a" if direction == "a<b" else "b"
    if any(sign.kind in _SAID and sign.first == side for sign in signs):
        return True
    if not original.outlet or not copy.outlet or same_outlet(original.outlet, copy.outlet):
        return None
    if copy.original is not None and copy.original.outlet:
        return None  # it names another: both may have the text from there
    return False


def _named(original: Article, copy: Article, side: Side) -> Iterator[Sign]:
    """Where an article names another, or its outlet, as the place that it is from."""
    if original.outlet and copy.outlet and same_outlet(original.outlet, copy.outlet):
        return
    names = names_of(original)
    if copy.original is not None:
        if _is_original(original, copy):
            said = ", ".join(filter(None, (copy.original.outlet, copy.original.url)))
            yield Sign(kind="original", first=side, text=said)
        elif copy.original.outlet and not same_outlet(copy.original.outlet, copy.outlet or ""):
            yield Sign(kind="elsewhere", first=None, text=copy.original.outlet)
    for link in copy.links:
        if _leads_to(link.href, original):
            yield Sign(kind="link", first=side, text=link.href or "")
            break
    if not names:
        return
    if copy.credit and names_any(copy.credit, names):
        yield Sign(kind="credit", first=side, text=copy.credit)
    for author in copy.authors:
        if names_any(author, names):
            yield Sign(kind="byline", first=side, text=author)
    for bracket in _BRACKETED.finditer(copy.body[:_DATELINE]):
        if names_any(bracket.group(1), names):
            yield Sign(kind="dateline", first=side, text=bracket.group())
            break
    for notice in copy.notices:
        if names_any(notice.text, names):
            yield Sign(kind="notice", first=side, text=notice.text)
            break
    for line in _lines(copy):
        if _FROM.search(line) and names_any(line, names) and line not in original.body:
            yield Sign(kind="line", first=side, text=line)
            break


def names_any(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text has one of some names, in these letters, as words of their own."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _is_original(original: Article, copy: Article) -> bool:
    said = copy.original
    if said is None:
        return False
    if said.outlet and original.outlet:
        return same_outlet(said.outlet, original.outlet)
    return _leads_to(said.url, original)


def links_to(copy: Article, original: Article) -> bool:
    """Whether an article links to another, or to the first page of its site, or names its address as its original."""
    links = [link.href for link in copy.links]
    if copy.original is not None and _is_original(original, copy):
        links.append(copy.original.url)
        if copy.original.url and not original.url:
            return True
    return any(_leads_to(href, original) for href in links)


def _leads_to(href: str | None, original: Article) -> bool:
    target, page = _address(href), _address(original.url)
    if target is None:
        return False
    if page is not None:
        return target == page or (target[0] == page[0] and not target[1])
    # Where the original's address is not known, its outlet may be called by it.
    outlet = (original.outlet or "").lower().removeprefix("www.")
    return "." in outlet and target[0] == outlet


def _address(url: str | None) -> tuple[str, str] | None:
    """The host and the path of an address in one form."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    query = f"?{parts.query}" if parts.query and "utm_" not in parts.query else ""
    return (host, parts.path.rstrip("/") + query) if host else None


def _lines(article: Article) -> Iterator[str]:
    """Lines in which a note on the origin can stand: the deck, and short ones at the body's start and end."""
    if article.deck:
        yield article.deck
    spans = article.paragraphs
    for start, end in dict.fromkeys([*spans[:2], *spans[-2:]]):
        if end - start <= _LONGEST_LINE:
            yield article.body[start:end]


def _dated(a: Article, b: Article) -> Iterator[Sign]:
    """What the dates tell: published, or known to have been there by then."""
    first_a, first_b = known(a.published), known(b.published)
    by_a, by_b = (
        known(article.published) or known(article.modified) or known(article.retrieved) for article in (a, b)
    )
    if by_a and first_b and is_less(by_a, first_b):
        yield Sign(kind="date", first="a", text=f"{by_a} is before {first_b}")
    elif by_b and first_a and is_less(by_b, first_a):
        yield Sign(kind="date", first="b", text=f"{by_b} is before {first_a}")


def _edited(
    a: Article, b: Article, changes: tuple[TextChange, ...], words: tuple[int, int]
) -> Iterator[Sign]:
    """What the differences tell: marks of editing on one side, or one text cut from the other."""
    for change in changes:
        if change.op not in ("replace", "insert", "delete"):
            continue
        texts = _around(a.body, change.a), _around(b.body, change.b)
        marks = [_MARKS.search(text) for text in texts]
        if marks[1] and not marks[0] and change.words[0]:
            yield Sign(kind="marks", first="a", text=f"{marks[1].group()} stands for words of the other text")
            break
        if marks[0] and not marks[1] and change.words[1]:
            yield Sign(kind="marks", first="b", text=f"{marks[0].group()} stands for words of the other text")
            break
    own = [0, 0]
    for change in changes:
        if change.op != "move":
            own[0] += change.words[0]
            own[1] += change.words[1]
    for short, long, side in ((0, 1, "b"), (1, 0, "a")):
        if own[short] <= MOST_OWN * words[short] and words[long] >= LEAST_MORE * words[short]:
            told = (
                f"{own[short]} of its {words[short]} words are its own; the other goes on for {words[long]}"
            )
            yield Sign(kind="cut", first=side, text=told)  # type: ignore[arg-type]


def _around(text: str, span: tuple[int, int]) -> str:
    """A stretch of a text with the marks beside it."""
    start, end = span
    while start > 0 and not text[start - 1].isalnum() and span[0] - start < 6:
        start -= 1
    while end < len(text) and not text[end].isalnum() and end - span[1] < 6:
        end += 1
    return text[start:end]
