"""A page's tree as blocks in reading order: paragraphs, headings, quoted paragraphs, items, captions.

Every block knows the element that holds it and whether it stands in page furniture (menus, share bars,
related stories, comments), so that the body can be chosen among them.
"""

import itertools
import re
from collections.abc import Iterator

import msgspec
from lxml.html import HtmlElement

from onrecord.model import Link
from onrecord.read.blocks import Block, BlockKind, Run, check_paragraphs, compose
from onrecord.read.front import is_front_line

_UNREAD = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "button", "input", "select", "textarea",
    "iframe", "object", "embed", "canvas", "video", "audio", "head", "link", "meta", "map", "dialog", "menu",
))  # fmt: skip
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "form"))
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu", "toolbar")
)
_BLOCKS: dict[str, tuple[BlockKind, int]] = {
    "p": ("paragraph", 0), "div": ("paragraph", 0), "section": ("paragraph", 0), "article": ("paragraph", 0),
    "main": ("paragraph", 0), "body": ("paragraph", 0), "header": ("paragraph", 0), "footer": ("paragraph", 0),
    "nav": ("paragraph", 0), "aside": ("paragraph", 0), "figure": ("paragraph", 0), "address": ("paragraph", 0),
    "pre": ("paragraph", 0), "table": ("paragraph", 0), "tbody": ("paragraph", 0), "tr": ("paragraph", 0),
    "td": ("paragraph", 0), "th": ("paragraph", 0), "dl": ("paragraph", 0), "center": ("paragraph", 0),
    "ul": ("paragraph", 0), "ol": ("paragraph", 0), "details": ("paragraph", 0), "summary": ("paragraph", 0),
    "fieldset": ("paragraph", 0), "hgroup": ("paragraph", 0), "form": ("paragraph", 0),
    "blockquote": ("quote", 0), "li": ("item", 0),
    "dt": ("item", 0), "dd": ("item", 0), "figcaption": ("caption", 0), "caption": ("caption", 0),
    "h1": ("heading", 1), "h2": ("heading", 2), "h3": ("heading", 3), "h4": ("heading", 4),
    "h5": ("heading", 5), "h6": ("heading", 6),
}  # fmt: skip
# Kinds that hold for everything inside: a paragraph of a block quotation is a quoted one.
_HEREDITARY = ("quote", "item", "caption")
_FURNITURE_WORDS = re.compile(
    r"(?:^|[-_ ])(?:share|sharing|sharedaddy|social|related|recommend(?:ed|ations?)?|newsletters?|subscri\w*"
    r"|sign-?up|"
    r"promos?|comments?|commentlist|disqus|respond|cookies?|consent|gdpr|breadcrumbs?|sidebar|widget|advert\w*"
    r"|ads?|adslot|"
    r"sponsor\w*|paywall|read-?more|most-?read|popular|trending|pagination|toolbar|tools|menu|nav|navbar"
    r"|navigation|masthead|"
    r"site-?header|site-?footer|skip-?link|screen-?reader-?text|sr-?only|visually-?hidden|print-?only"
    r"|jp-relatedposts|"
    r"outbrain|taboola|teaser|more-?from|also-?read|next-?up|up-?next|donat\w*|membership|"
    r"toast|modal|popup|pop-up)(?:$|[-_ ])",
    re.IGNORECASE,
)
# A post or another page set into the article comes in a wrapper of such a name; its words are quoted ones.
_EMBED_WORDS = re.compile(r"(?:^|(?<=[-_ ]))(?:social|widget)(?=$|[-_ ])", re.IGNORECASE)
_CAPTION_WORDS = re.compile(
    r"(?:^|[-_ ])(?:wp-)?captions?(?:-text)?(?:$|[-_ ])|image-?caption", re.IGNORECASE
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An element with this share of the page's paragraphs is no furniture, whatever its class says.
_BODY_SHARE = 0.4
# Inside these, an element in the line is part of the sentence, whatever its class says.
_RUNNING = frozenset(
    ("p", "li", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "dt")
)
# Stands for a `<br>` among the runs; it is white space, and no text of a page holds it by itself.
_LINE_BREAK = "\n\v\n"
_MOST_LINES = 8
_LONGEST_LINE = 160
_SPACE_AROUND = frozenset(("img", "td", "th"))


class _Weights(msgspec.Struct, frozen=True):
    """What tells furniture from body beside an element's own names."""

    of_body: frozenset[HtmlElement]
    quote_wrappers: frozenset[HtmlElement]


class PageBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A block of a page, the number of the element that holds it, and whether that is furniture."""

    block: Block
    container: int
    furniture: bool


class _Place(msgspec.Struct, frozen=True):
    """What holds at one place of the walk."""

    kind: BlockKind = "paragraph"
    level: int = 0
    container: int = 0
    furniture: bool = False
    link: int | None = None
    running: bool = False


def read_page(tree: HtmlElement) -> list[PageBlock]:
    """All blocks of the page, in the order of the page."""
    blocks: list[PageBlock] = []
    weights = _Weights(of_body=_body_elements(tree), quote_wrappers=_quote_wrappers(tree))
    for block in _walk(tree, weights):
        blocks.append(block)
        check_paragraphs(len(blocks))
    return blocks


def _body_elements(tree: HtmlElement) -> frozenset[HtmlElement]:
    """The elements that hold a large share of the page's paragraph text."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in tree.iter("p"):
        length = min(2000, sum(len(words) for words in paragraph.itertext()))
        total += length
        for ancestor in paragraph.iterancestors():
            weights[ancestor] = weights.get(ancestor, 0) + length
    return frozenset(element for element, weight in weights.items() if weight >= _BODY_SHARE * total > 0)


def _quote_wrappers(tree: HtmlElement) -> frozenset[HtmlElement]:
    """The elements that hold a block quotation."""
    wrappers: set[HtmlElement] = set()
    for quote in tree.iter("blockquote"):
        for ancestor in quote.iterancestors():
            if ancestor in wrappers:
                break
            wrappers.add(ancestor)
    return frozenset(wrappers)


def _is_furniture(element: HtmlElement, weights: _Weights) -> bool:
    if element in weights.of_body or element.tag in ("html", "body", "article", "main", "p"):
        return False
    if element.tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search((element.get("style") or "")[:500]):
        return True
    if element.tag == "blockquote":
        return False  # quoted words, whatever the page calls them ("social-post")
    names = f"{(element.get('class') or '')[:500]} {(element.get('id') or '')[:200]}"
    if element in weights.quote_wrappers:
        names = _EMBED_WORDS.sub("", names)
    return bool(_FURNITURE_WORDS.search(names))


def _lines_or_whole(runs: list[Run], targets: list[str | None]) -> list[tuple[str, tuple[Link, ...]]]:
    """One block as a whole, or as its lines where one of them is a byline or a date (`<br>` parts those)."""
    whole = compose(runs, targets)
    breaks = [number for number, run in enumerate(runs) if run[0] is _LINE_BREAK]
    if not 0 < len(breaks) <= _MOST_LINES:
        return [whole] if whole[0] else []
    parts = [compose(runs[a + 1 : b], targets) for a, b in itertools.pairwise([-1, *breaks, len(runs)])]
    parts = [part for part in parts if part[0]]
    is_frame = all(len(text) <= _LONGEST_LINE for text, _ in parts) and any(
        is_front_line(text) for text, _ in parts
    )
    return parts if is_frame else [whole]


def _is_inline_furniture(element: HtmlElement, tag: str, weights: _Weights) -> bool:
    """Furniture that is no block of its own: a bar of links, or a time that stands by itself."""
    if tag == "time":
        parent = element.getparent()
        around = parent.text or "" if parent is not None else ""
        return not around.strip() and not (element.tail or "").strip()
    return _is_furniture(element, weights)


def _walk(tree: HtmlElement, weights: _Weights) -> Iterator[PageBlock]:
    """The walk over the tree, with a stack of its own, so that depth costs no recursion."""
    runs: list[Run] = []
    targets: list[str | None] = []
    numbers = 0
    breaks = 0
    place = _Place()
    # Each entry: an element to enter (True), or to leave (False), and the place that holds around it.
    stack: list[tuple[HtmlElement, bool, _Place]] = [(tree, True, place)]

    def finish(at: _Place) -> Iterator[PageBlock]:
        if runs:
            for text, links in _lines_or_whole(runs, targets):
                block = Block(text=text, links=links, kind=at.kind, level=at.level)
                yield PageBlock(block=block, container=at.container, furniture=at.furniture)
            runs.clear()
            if at.link is None:
                targets.clear()

    while stack:
        element, entering, around = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in _BLOCKS
        if not entering:
            if is_block or tag == "hr":
                yield from finish(place)
            elif tag == "q":
                runs.append(("”", place.link))
            elif place.furniture and not around.furniture:
                yield from finish(place)
            place = around
            if element.tail and element is not tree:
                runs.append((element.tail, place.link))
                breaks = breaks if element.tail.isspace() else 0
            continue
        stack.append((element, False, around))
        if tag == "br":
            breaks += 1
            if breaks >= 2:
                yield from finish(place)
            runs.append((_LINE_BREAK, None))
            continue
        if not tag or tag in _UNREAD:
            continue
        breaks = 0
        if is_block or tag == "hr":
            yield from finish(place)
            if tag == "hr":
                yield PageBlock(
                    block=Block(text="", kind="rule"), container=place.container, furniture=place.furniture
                )
            numbers += 1
            place = _enter(element, tag, around, weights, number=numbers)
        elif tag == "a":
            targets.append(element.get("href"))
            place = msgspec.structs.replace(around, link=len(targets) - 1)
        elif not around.furniture and not around.running and _is_inline_furniture(element, tag, weights):
            yield from finish(place)
            numbers += 1
            place = msgspec.structs.replace(around, furniture=True, container=numbers)
        if tag == "q":
            runs.append(("“", place.link))
        elif tag in _SPACE_AROUND:
            runs.append((" ", place.link))
        if element.text:
            runs.append((element.text, place.link))
        stack.extend((child, True, place) for child in reversed(element))


def _enter(element: HtmlElement, tag: str, around: _Place, weights: _Weights, *, number: int) -> _Place:
    """The place inside a block element."""
    kind, level = _BLOCKS.get(tag, ("paragraph", 0))
    is_signature = tag == "footer" and around.kind == "quote"  # where HTML puts who is quoted
    if around.kind in _HEREDITARY and not is_signature and kind in ("paragraph", "heading"):
        kind, level = around.kind, 0
    if (
        kind == "paragraph"
        and tag in ("p", "div")
        and _CAPTION_WORDS.search((element.get("class") or "")[:300])
    ):
        kind = "caption"
    is_container = not is_signature and tag not in (
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "ul",
        "ol",
        "td",
        "tr",
    )
    return _Place(
        kind=kind,
        level=level,
        container=number if is_container else around.container,
        furniture=around.furniture or (not is_signature and _is_furniture(element, weights)),
        link=around.link,
        running=around.running or tag in _RUNNING,
    )
