"""HTML files: the body as trafilatura chooses it, with every link in its place.

trafilatura says which text of a page is the article; its output, though, drops links or moves them, so the
text itself is read from the page's own tree (`page.py`) and only the choice is trafilatura's.
"""

import logging
import re
from urllib.parse import urljoin

import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from onrecord.errors import UnreadableInput
from onrecord.model import Article, Link, Notice
from onrecord.read.blocks import Block
from onrecord.read.frame import Frame, merge
from onrecord.read.front import is_front_line
from onrecord.read.html_metadata import marked_deck, read_page_metadata
from onrecord.read.metadata import build_article, read_frame
from onrecord.read.notices import classify, notice_kind
from onrecord.read.origin import read_original
from onrecord.read.page import PageBlock, read_page

# lxml's parser gives up, silently, on what is nested deeper than it allows; no real page is.
_DEEPEST = 250
# Above these trafilatura would take minutes; the densest part of the page is taken instead.
_MOST_ELEMENTS = 60_000
_LONGEST_FOR_TRAFILATURA = 5_000_000
# The parser's time grows with the square of a tag's attributes; no real tag has as many.
_MOST_ATTRIBUTES = 1000
_LONG_TAG = 4 * _MOST_ATTRIBUTES
_ATTRIBUTE = r"[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"(<[a-zA-Z][^\s/>]{{0,40}})((?:{_ATTRIBUTE})*+)")
_SHORT = 25
_MOST_QUOTES = 100
_MOST_NOTICES = 40
_LINES_OVER_BODY = 10
_NOT_WORDS = re.compile(r"[\W_]+")


def read_html(text: str, *, id: str, path: str | None, address: str | None = None) -> Article:
    """An article from the HTML of its page; relative links start from `address`, where it was fetched from."""
    tree = _parse(text)
    known = read_page_metadata(tree)
    page = read_page(tree)
    chosen = _choose(tree, page, len(text))
    if not any(page[number].block.text for number in chosen):
        raise UnreadableInput("no article was found in this HTML; is it a page that a script fills in?")
    blocks = [_with_base(page[number].block, address or known.url) for number in chosen]
    if marked_deck(tree) is None:
        known = _without_false_deck(known, blocks)
    frame, body = read_frame(blocks, known=known)
    frame = merge(frame, _around(page, set(chosen)))
    if not body:
        raise UnreadableInput("the HTML holds lines about an article, but no body")
    return build_article(frame, body, id=id, path=path)


def _parse(text: str) -> HtmlElement:
    # A NUL ends the text for some versions of the parser.
    data = _TAG.sub(_with_few_attributes, text.replace("\0", "\ufffd")).encode("utf-8", "replace")
    try:
        tree = etree.fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"HTML that cannot be parsed: {error}") from error
    if tree is None:
        raise UnreadableInput("HTML without any element")
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            raise UnreadableInput(f"HTML nested more than {_DEEPEST} deep; no page of an article is")
    return tree


def _with_few_attributes(tag: re.Match[str]) -> str:
    attributes = tag.group(2)
    if len(attributes) < _LONG_TAG or len(_ATTRIBUTES.findall(attributes)) <= _MOST_ATTRIBUTES:
        return tag.group()
    return tag.group(1) + " "


def _choose(tree: HtmlElement, page: list[PageBlock], length: int) -> list[int]:
    """The numbers of the blocks that are the article's body, in order."""
    texts: list[str] = []
    if length <= _LONGEST_FOR_TRAFILATURA and sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS:
        texts = _trafilatura_texts(tree)
    chosen = _found_in(page, texts) if texts else []
    if not chosen:
        chosen = _densest(page)
    return _with_neighbours(page, chosen)


def _trafilatura_texts(tree: HtmlElement) -> list[str]:
    """The texts of the elements of the body that trafilatura finds, letters and digits only."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura.core import bare_extraction  # slow to load, and only HTML needs it

    try:
        document = bare_extraction(tree, include_comments=False, include_tables=True, include_formatting=True)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts = [
        _fold("".join(element.itertext())) for element in body.iter("p", "head", "quote", "item", "cell")
    ]
    return [*(text for text in texts if text), _fold("".join(body.itertext()))]


def _fold(text: str) -> str:
    return _NOT_WORDS.sub("", text).lower()


def _found_in(page: list[PageBlock], texts: list[str]) -> list[int]:
    whole, short = texts[-1], set(texts[:-1])
    chosen = []
    for number, entry in enumerate(page):
        folded = _fold(entry.block.text)
        if not folded or entry.furniture or entry.block.kind == "caption":
            continue
        if folded in short or (len(folded) >= _SHORT and folded in whole):
            chosen.append(number)
    return chosen


def _densest(page: list[PageBlock]) -> list[int]:
    """The blocks of the element that holds the most running text outside links."""
    if all(entry.furniture for entry in page):
        page = [msgspec.structs.replace(entry, furniture=False) for entry in page]
    weights: dict[int, int] = {}
    for entry in page:
        if not entry.furniture and entry.block.kind in ("paragraph", "quote"):
            unlinked = len(entry.block.text) - 2 * sum(len(link.text) for link in entry.block.links)
            weights[entry.container] = weights.get(entry.container, 0) + unlinked
    if not weights:
        return []
    best = max(weights, key=weights.__getitem__)
    return [n for n, entry in enumerate(page) if entry.container == best and not entry.furniture]


def _with_neighbours(page: list[PageBlock], chosen: list[int]) -> list[int]:
    """The chosen blocks and the paragraphs that stand beside them in the same element and read like them.

    trafilatura leaves out a short or much linked paragraph here and there; a quotation is often one.
    """
    if not chosen:
        return chosen
    homes = {page[number].container for number in chosen if page[number].block.kind in ("paragraph", "quote")}
    first, last = chosen[0], chosen[-1]
    kept = set(chosen)
    for number, entry in enumerate(page):
        block = entry.block
        if number in kept or entry.furniture or not block.text:
            continue
        if block.kind == "quote" and first < number < last:
            kept.add(number)  # a post set into the article stands in a wrapper of its own
            continue
        if entry.container not in homes:
            continue
        linked = sum(len(link.text) for link in block.links)
        is_running = block.kind in ("paragraph", "quote", "item") and 2 * linked <= len(block.text)
        is_between = first < number < last
        if is_running and (is_between or len(block.text) > 60) and classify(block.text) != "furniture":
            kept.add(number)
    return sorted((kept - _pulled(page, kept)) | _over_the_body(page, first))


def _pulled(page: list[PageBlock], chosen: set[int]) -> set[int]:
    """The quoted blocks that only repeat, in large print, words of a paragraph."""
    quotes = {
        number: _fold(page[number].block.text) for number in chosen if page[number].block.kind == "quote"
    }
    if len(quotes) > _MOST_QUOTES:
        return set()  # no article pulls that many, and the search below would take its time
    words = "\n".join(_fold(page[number].block.text) for number in sorted(chosen - quotes.keys()))
    return {number for number, quote in quotes.items() if len(quote) >= _SHORT and quote in words}


def _over_the_body(page: list[PageBlock], first: int) -> set[int]:
    """The headline over the first chosen block, a subheading right under it, and a byline or a date after them."""
    for number in range(first, max(-1, first - _LINES_OVER_BODY), -1):
        if page[number].block.level == 1 and not page[number].furniture:
            break
    else:
        return set()
    over = {number}
    for at in range(number + 1, first):
        block = page[at].block
        is_subheading = at == number + 1 and block.kind == "heading"
        if not page[at].furniture and (is_subheading or is_front_line(block.text)):
            over.add(at)
    return over


def _around(page: list[PageBlock], chosen: set[int]) -> Frame:
    """Captions, notices, credits and the original outlet that stand outside the body."""
    frame = Frame()
    notices: list[Notice] = []
    first = min(chosen)
    for number, entry in enumerate(page):
        block = entry.block
        if number in chosen or not block.text or len(block.text) > 3000:
            continue
        if block.kind == "caption":
            if not entry.furniture:
                frame = merge(frame, Frame(captions=(block.text,)))
            continue
        kind = classify(block.text)
        original = read_original(block) if kind != "furniture" and not entry.furniture else None
        if original is not None and _says_whole(block.text):
            frame = merge(frame, Frame(original=original))
            notices.append(Notice(kind="other", text=block.text))
        elif kind == "credit" and not entry.furniture and number > first:
            frame = merge(frame, Frame(credits=(block.text,)))
        elif (
            kind in ("copyright", "repost_terms", "disclaimer", "correction") and len(notices) < _MOST_NOTICES
        ):
            notices.append(Notice(kind=notice_kind(kind), text=block.text))
    return merge(frame, Frame(notices=tuple(dict.fromkeys(notices))))


def _says_whole(text: str) -> bool:
    return len(text) < 400


def _with_base(block: Block, base: str | None) -> Block:
    """The block with its relative links made whole, where the page says its own address."""
    if not base or not block.links:
        return block
    return msgspec.structs.replace(block, links=tuple(_whole(link, base) for link in block.links))


def _whole(link: Link, base: str) -> Link:
    if not link.href or "://" in link.href or link.href.startswith("mailto:"):
        return link
    try:
        return Link(span=link.span, href=urljoin(base, link.href), text=link.text)
    except ValueError:
        return link


def _without_false_deck(known: Frame, blocks: list[Block]) -> Frame:
    """No deck where a page's description only repeats the headline or the beginning of the body, or is cut."""
    if not known.deck:
        return known
    start = _fold(" ".join(block.text for block in blocks[:8] if block.kind == "paragraph")[:4000])
    folded = _fold(known.deck)
    is_body = folded in start or folded[:60] in start
    if is_body or folded == _fold(known.title or "") or known.deck.endswith(("…", "...", "[…]", "[...]")):
        return msgspec.structs.replace(known, deck=None)
    return known
