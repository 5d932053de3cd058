"""Where a reprinted article stood first: lines that say so, and lines that name an outlet and a date."""

import re

import msgspec

from onrecord.model import Date, Original
from onrecord.read.blocks import Block
from onrecord.read.dates import find_date
from onrecord.read.notices import names_original

_SAYS_ORIGINAL = re.compile(
    r"(?:the )?original(?: source of this (?:article|story|piece|post))?(?: article| source| version)?\s*(?:is"
    r"|was|:)\s+"
    r"|(?:this |the )?(?:article|story|piece|essay|column|post|interview|analysis|op-ed|report|commentary|text"
    r"|it)?\s*"
    r"(?:was |is |has been |were )?(?:an? |the )?"
    r"(?:originally|first|re-?published|re-?printed|re-?posted|cross-?posted|syndicated|published first"
    r"|appeared first)"
    r"\s*(?:published|appeared|posted|printed|ran|run|here|article)?\s*"
    r"(?:here |with (?:the )?(?:kind )?permission )?"
    r"(?:from|courtesy of|by|in|on|at|via|of)\s+",
    re.IGNORECASE,
)
_LEFT_ALONE = re.compile(r"^(?:the (?=[a-z])|our |his |her |their |my )", re.IGNORECASE)
_OUTLET_END = re.compile(r"\s+(?:on|in|under|with|and|as|at|by)\s|[,;(]|\.(?=\s|$)|\s[–—|-]\s")
_SOURCE_LABEL = re.compile(
    r"^(?:source|via|from|original source|first published (?:in|on|by))\s*:\s*", re.IGNORECASE
)
_DATE_LABEL = re.compile(
    r"^\W*(?:(?:first |originally )?(?:published|posted|publication|issued|released|created|filed|date|dated)"
    r"(?: date| time)?|(?:last )?(?:updated?|modified|edited|revised)|(?:retrieved|accessed|archived|captured"
    r"|saved)|on|at"
    r"|release date|publiée?|mise? à jour)(?:\s+(?:on|at|in|le))?\b\s*:?\s*",
    re.IGNORECASE,
)
_MODIFIED = re.compile(r"\b(?:updated?|modified|edited|revised|mise? à jour)\b", re.IGNORECASE)
_RETRIEVED = re.compile(r"\b(?:retrieved|accessed|archived|captured|saved)\b", re.IGNORECASE)
_LOOSE = " \t,;:|•·–—()[]-/*_"
_TIME_LEFT = re.compile(
    r"^(?:at\s+)?(?:\d{1,2}[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}T)?$", re.IGNORECASE
)
_OUTLET_WORDS = re.compile(
    r"\b(?:times|news|post|journal|press|herald|tribune|review|magazine|daily|weekly|gazette|chronicle|globe|mail"
    r"|guardian"
    r"|telegraph|observer|standard|examiner|record|bulletin|courier|dispatch|star|sun|mirror|wire|agency|radio|tv"
    r"|broadcast"
    r"|network|report|today|online|media|institute|foundation|research|monitor|register|independent|echo|argus"
    r"|ledger"
    r"|sentinel|world|voice|watch)\b|\.[a-z]{2,6}\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 200
_LONGEST_OUTLET = 70


class DateLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is nothing but dates and perhaps the outlet (or the writer) that stands with them."""

    published: Date | None = None
    modified: Date | None = None
    retrieved: Date | None = None
    name: str | None = None
    url: str | None = None


def names_outlet(text: str) -> bool:
    """Whether a name has a word that outlets have and people do not ("Times", "News", ".com")."""
    return bool(_OUTLET_WORDS.search(text)) or text.lower().startswith("the ")


def read_date_line(block: Block) -> DateLine | None:
    """A line of dates ("Example Times, March 3, 2024", "Published … | Updated …"); None for any other line."""
    if len(block.text) > _LONGEST_LINE:
        return None
    found: dict[str, Date] = {}
    left = block.text
    names: list[str] = []
    while (date_found := find_date(left)) is not None:
        date, (start, end) = date_found
        before = left[:start]
        label = _last_label(before)
        kind = (
            "retrieved"
            if _RETRIEVED.search(label)
            else "modified"
            if _MODIFIED.search(label)
            else "published"
        )
        found.setdefault(kind, date)
        names.append(before[: len(before) - len(label)])
        left = left[end:]
    names.append(left)
    if not found:
        return None
    kept = [name.strip(_LOOSE) for name in names]
    kept = [name for name in kept if name and not _TIME_LEFT.match(name)]
    if len(kept) > 1 or (kept and not _is_outlet_shaped(kept[0])):
        return None
    name = _SOURCE_LABEL.sub("", kept[0]) if kept else None
    return DateLine(
        published=found.get("published"),
        modified=found.get("modified"),
        retrieved=found.get("retrieved"),
        name=name or None,
        url=_href(block),
    )


def _last_label(before: str) -> str:
    """The words just before a date that only say what date it is ("Updated on ")."""
    start = (
        max(before.rfind("|"), before.rfind("•"), before.rfind("·"), before.rfind(";"), before.rfind(",")) + 1
    )
    piece = before[start:]
    match = _DATE_LABEL.match(piece)
    if match and not piece[match.end() :].strip(_LOOSE):
        return piece
    return ""


def _is_outlet_shaped(name: str) -> bool:
    words = name.split()
    if len(name) > _LONGEST_OUTLET or not words or len(words) > 8 or name.endswith((".", "?", "!")):
        return False
    heavy = [
        word
        for word in words
        if word.lower() not in ("the", "of", "and", "for", "on", "in", "&", "de", "la", "by")
    ]
    return bool(heavy) and all(word[0].isupper() or word[0].isdigit() or "." in word for word in heavy)


def read_original(block: Block) -> Original | None:
    """A line that says where the article stood first ("This article was originally published in …"); else None."""
    text = block.text
    if not names_original(text):
        label = _SOURCE_LABEL.match(text)
        if not label or len(text) > 120:
            return None
        return _original_after(block, label.end())
    opening = _SAYS_ORIGINAL.search(text)
    return _original_after(block, opening.end()) if opening else None


def _original_after(block: Block, start: int) -> Original | None:
    text = block.text
    found = find_date(text[start:])
    published = found[0] if found else None
    for link in block.links:
        if link.span[0] >= start and (link.span[0] - start) <= len("the website of "):
            name = link.text.strip(" .,")
            outlet = (
                None if name.lower() in ("here", "link", "original", "article") or "://" in name else name
            )
            return Original(outlet=outlet, url=link.href, published=published)
    words = text[start : start + found[1][0]] if found else text[start:]
    words = _LEFT_ALONE.sub("", words)
    ending = _OUTLET_END.search(words)
    outlet = (words[: ending.start()] if ending else words).strip(" .,;:*_")
    if not outlet or not _is_outlet_shaped(outlet):
        return Original(url=_href(block), published=published) if published or _href(block) else None
    return Original(outlet=outlet, url=_href(block), published=published)


def _href(block: Block) -> str | None:
    for link in block.links:
        if link.href and "://" in link.href:
            return link.href
    return None


def merge_originals(first: Original | None, second: Original | None) -> Original | None:
    """What two lines say of the original, together; where they disagree the first is kept."""
    if first is None or second is None:
        return first or second
    if first.outlet and second.outlet and not same_outlet(first.outlet, second.outlet):
        return first
    return Original(
        outlet=first.outlet or second.outlet,
        url=first.url or second.url,
        published=first.published or second.published,
    )


def same_outlet(left: str, right: str) -> bool:
    """Whether two names are of one outlet, "the", case and spaces aside."""
    return _key(left) == _key(right)


def _key(name: str) -> str:
    return re.sub(r"^the|^www\.|[^\w.]", "", name.lower().removeprefix("the ")).removesuffix(".com")
