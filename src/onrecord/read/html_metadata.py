"""What a page says of itself: JSON-LD, OpenGraph and other meta elements, `<time>`, `rel=author`, `rel=canonical`.

For each value the sources are asked in the order of how far they can be trusted; nothing is guessed.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from onrecord.model import Date, Original
from onrecord.read.bylines import looks_like_name, names_desk, read_byline, read_names
from onrecord.read.dates import find_date, parse_date
from onrecord.read.frame import Frame
from onrecord.read.site import host_of

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Review|OpinionNewsArticle)$")
_LD_SIZE = 2_000_000
_LD_ITEMS = 2000
_SITE_SUFFIX = re.compile(r"\s+(?:[|•·»—–]|-{1,2}|::)\s+([^|•·»—–]{2,50})$")
_DECK_CLASS = re.compile(
    r"(?:^|[-_ ])(?:deck|dek|standfirst|stand-first|subhead(?:ing|line)?|sub-?title|sub-?headline|article-?summary|"
    r"article-?description|article-?excerpt|intro-?text|lede)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:by-?lines?|authors?|author-?names?|writers?|contributors?)(?:$|[-_ ])", re.IGNORECASE
)
_PUBLISHED_CLASS = re.compile(
    r"publish|pub-?date|posted|entry-?date|date-?line|timestamp|post-?date|article-?date", re.I
)
_UPDATED = re.compile(r"updat|modif|revis", re.IGNORECASE)
_LONGEST_VALUE = 1000

_PUBLISHED_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dc.date.created", "citation_publication_date",
    "citation_date", "pubdate", "publish-date", "publish_date", "publication_date", "date", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED_KEYS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "revised",
)  # fmt: skip
_AUTHOR_KEYS = (
    "author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "article.author", "twitter:creator:name", "cxenseparse:author",
)  # fmt: skip


def read_page_metadata(tree: HtmlElement) -> Frame:
    """What the page's metadata and its marked elements say of the article."""
    meta = _meta(tree)
    ld = _json_ld(tree)
    site = _first(meta, "og:site_name", "application-name", "citation_journal_title", "dc.publisher")
    outlet = (
        site or _name(ld.get("publisher")) or _name(ld.get("sourceOrganization")) or _first(meta, "publisher")
    )
    title, from_title = _title(tree, meta, ld, outlet)
    outlet = outlet or from_title
    own, original = _addresses(tree, meta, ld)
    published, modified = _dates(tree, meta, ld)
    return Frame(
        title=title,
        deck=marked_deck(tree)
        or _string(ld.get("description"))
        or _first(meta, "og:description", "description", "twitter:description"),
        authors=_authors(tree, meta, ld, outlet),
        outlet=outlet,
        url=own,
        published=published,
        modified=modified,
        original=original,
        tags=_tags(tree, meta, ld),
    )


def _string(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(value[: 4 * _LONGEST_VALUE].split())
    return words[:_LONGEST_VALUE] or None


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        value = _string(element.get("content"))
        if key and value and len(values) < 500:
            values.setdefault(key, []).append(value)
    return values


def _first(meta: dict[str, list[str]], *keys: str) -> str | None:
    return next((meta[key][0] for key in keys if meta.get(key)), None)


def _json_ld(tree: HtmlElement) -> dict[str, Any]:
    """The first item of the page's JSON-LD that is an article."""
    for script in tree.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "").lower()
            or not script.text
            or len(script.text) > _LD_SIZE
        ):
            continue
        words = re.sub(
            r"^\s*(?:<!--|/\*.{0,100}?\*/|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", script.text
        )
        try:
            data = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in names):
                return item
    return {}


def _items(data: object) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _LD_ITEMS:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting.extend(value[:_LD_ITEMS])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "itemListElement") if key in value)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _string(value)


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _title(
    tree: HtmlElement, meta: dict[str, list[str]], ld: dict[str, Any], outlet: str | None
) -> tuple[str | None, str | None]:
    """The headline as printed, and the outlet's name where only the window's title gives it."""
    headings = [
        text for element in tree.iter("h1") if (text := _text(element)) and len(text) <= _LONGEST_VALUE
    ]
    declared = _string(ld.get("headline")) or _first(
        meta, "og:title", "twitter:title", "dc.title", "citation_title"
    )
    window = next((_text(element) for element in tree.iter("title")), "")[:_LONGEST_VALUE]
    suffix = _SITE_SUFFIX.search(window)
    headline = window[: suffix.start()] if suffix else window
    headings = [text for text in headings if text.lower() != (outlet or "").lower()]
    heading = None
    for text in headings:
        if _alike(text, declared or "") or _alike(text, headline):
            heading = text
            break
    if heading is None and len(headings) == 1 and len(headings[0].split()) >= 3:
        heading = headings[0]
    from_title = suffix.group(1).strip() if suffix and (heading or declared) and not outlet else None
    if heading:
        # the window's title names the outlet only where it begins with the headline
        return heading, from_title if from_title and _alike(headline, heading) else None
    if declared:
        ending = _SITE_SUFFIX.search(declared)
        is_site = ending and outlet and ending.group(1).strip().lower() == outlet.lower()
        return declared[: ending.start()] if ending and is_site else declared, None
    return headline.strip() or None, suffix.group(1).strip() if suffix and not outlet else None


def _alike(left: str, right: str) -> bool:
    left, right = (re.sub(r"[\W_]+", "", text).lower() for text in (left, right))
    return bool(left) and bool(right) and (left == right or left.startswith(right) or right.startswith(left))


def marked_deck(tree: HtmlElement) -> str | None:
    """The text of the element that the page marks as the deck."""
    for element in tree.iter("p", "h2", "h3", "div", "span", "section"):
        names = f"{(element.get('class') or '')[:300]} {(element.get('itemprop') or '')[:100]}"
        if _DECK_CLASS.search(names) or element.get("itemprop") in ("alternativeHeadline", "alternateName"):
            text = _text(element)
            if 10 < len(text) <= 420:
                return text
    return None


def _authors(
    tree: HtmlElement, meta: dict[str, list[str]], ld: dict[str, Any], outlet: str | None
) -> tuple[str, ...]:
    for names in (
        _ld_authors(ld.get("author")),
        _ld_authors(ld.get("creator")),
        _meta_authors(meta),
        _seen_authors(tree),
    ):
        known = [name for name in names if name.lower() != (outlet or "").lower()]
        if known:
            return tuple(dict.fromkeys(known))
    return ()


def _ld_authors(value: object) -> list[str]:
    names: list[str] = []
    for entry in value[:20] if isinstance(value, list) else [value]:
        name = _name(entry)
        if not name or "://" in name:
            continue
        is_person = isinstance(entry, dict) and entry.get("@type") == "Person"
        names.extend(read_names(name) or ((name,) if is_person and len(name.split()) <= 4 else ()))
    return names


def _meta_authors(meta: dict[str, list[str]]) -> list[str]:
    for key in _AUTHOR_KEYS:
        names = [name for value in meta.get(key, [])[:20] if "://" not in value for name in _names_in(value)]
        if names:
            return names
    return []


def _names_in(text: str) -> tuple[str, ...]:
    byline = read_byline(text)
    return byline.authors if byline else read_names(text)


def _seen_authors(tree: HtmlElement) -> list[str]:
    """Names in the elements that are marked as the writer's."""
    for element in tree.iter("a", "span", "p", "div", "address", "cite", "b", "strong"):
        rel, itemprop = (element.get("rel") or "").lower().split(), element.get("itemprop") or ""
        is_marked = "author" in rel or "author" in itemprop.split()
        if not is_marked and not _BYLINE_CLASS.search((element.get("class") or "")[:300]):
            continue
        text = _text(element)
        if len(text) > 200:
            continue
        byline = read_byline(text)
        names = (
            byline.authors
            if byline
            else tuple(name for name in read_names(text) if looks_like_name(name) or names_desk(name))
        )
        if names and (is_marked or byline or len(text) < 80):
            return list(names)
    return []


def _dates(
    tree: HtmlElement, meta: dict[str, list[str]], ld: dict[str, Any]
) -> tuple[Date | None, Date | None]:
    published = (
        parse_date(_string(ld.get("datePublished")))
        or _first_date(meta, _PUBLISHED_KEYS)
        or parse_date(_string(ld.get("dateCreated")))
    )
    modified = parse_date(_string(ld.get("dateModified"))) or _first_date(meta, _MODIFIED_KEYS)
    for element in tree.iter("time", "abbr", "span", "p", "div"):
        if published and modified:
            break
        names = " ".join((element.get(key) or "")[:200] for key in ("class", "id", "itemprop", "pubdate"))
        if element.tag != "time" and not (_PUBLISHED_CLASS.search(names) or _UPDATED.search(names)):
            continue
        date = _element_date(element)
        if date is None:
            continue
        if _UPDATED.search(names) or _UPDATED.search(_text(element)[:40]):
            modified = modified or date
        else:
            published = published or date
    return published, modified


def _element_date(element: HtmlElement) -> Date | None:
    date = parse_date(element.get("datetime") or element.get("content")) if element.tag != "div" else None
    if date is not None:
        return date
    text = _text(element)
    found = find_date(text) if len(text) <= 120 else None
    return found[0] if found else None


def _first_date(meta: dict[str, list[str]], keys: tuple[str, ...]) -> Date | None:
    return next(
        (date for key in keys for value in meta.get(key, [])[:3] if (date := parse_date(value))), None
    )


def _addresses(
    tree: HtmlElement, meta: dict[str, list[str]], ld: dict[str, Any]
) -> tuple[str | None, Original | None]:
    """The page's own address, and the original's where the canonical address is on another host."""
    canonical = next(
        (
            element.get("href")
            for element in tree.iter("link")
            if "canonical" in (element.get("rel") or "").lower().split()
        ),
        None,
    )
    main = ld.get("mainEntityOfPage")
    own = _first(meta, "og:url", "twitter:url") or _string(ld.get("url"))
    own = own or _string(main.get("@id") if isinstance(main, dict) else main)
    based_on = ld.get("isBasedOn")
    source = _first(meta, "syndication-source", "original-source", "original-url")
    source = source or _string(based_on.get("url") if isinstance(based_on, dict) else based_on)
    canonical, own, source = _web_address(canonical, own), _web_address(own, None), _web_address(source, None)
    if canonical and own and host_of(canonical) != host_of(own):
        return own, Original(url=canonical)
    return canonical or own, Original(url=source) if source and host_of(source) != host_of(
        canonical or own or ""
    ) else None


def _web_address(address: str | None, base: str | None) -> str | None:
    address = (address or "").strip()[:2000]
    try:
        whole = urljoin(base, address) if base and address else address
        return whole if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).netloc else None
    except ValueError:
        return None


def _tags(tree: HtmlElement, meta: dict[str, list[str]], ld: dict[str, Any]) -> tuple[str, ...]:
    tags = meta.get("article:tag", [])[:50]
    if not tags:
        keywords = ld.get("keywords")
        listed = (
            [str(word) for word in keywords[:50]] if isinstance(keywords, list) else [_string(keywords) or ""]
        )
        tags = (
            [*listed]
            if any(listed)
            else [_first(meta, "news_keywords", "keywords", "parsely-tags", "sailthru.tags") or ""]
        )
    if not any(tags):
        tags = [
            _text(element)
            for element in tree.iter("a")
            if "tag" in (element.get("rel") or "").lower().split()
        ][:50]
    values = [value.strip() for tag in tags for value in re.split(r"[,;]", tag)]
    return tuple(dict.fromkeys(value for value in values if value and len(value) <= 60))
