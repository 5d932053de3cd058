"""A name of megabytes is no name: what a page shows of an article is cut to a length that a browser can bear.

The ledger and the answers as JSON keep all of it.
"""

from typing import Any, TypeVar, cast

import msgspec

from onrecord.model import Article, Record

T = TypeVar("T")
LONGEST_NAME = 500  # characters: of a headline, an outlet, a speaker
LONGEST_TEXT = 60_000  # of what is quoted, and of what is said about it; so much of a document is on one page
LONGEST_ADDRESS = 4_000
LONGEST_ITEM = 1_500  # of a quotation in a list: more than its style shows of it
TEXTS = frozenset(
    {
        "text",
        "content",
        "words",
        "before",
        "after",
        "question",
        "excerpt",
        "reads",
        "reason",
        "why",
        "dropped",
    }
)
ADDRESSES = frozenset({"url", "href"})
PLAIN = frozenset({int, float, bool, type(None)})


def bounded(value: T) -> T:
    """A value in which every text, however deep, is short enough for a page; the text of an article stays whole.

    An address that is too long is left out: what is left of it would lead elsewhere.
    """
    return cast(T, _bounded(value, LONGEST_TEXT))


def short(text: str, longest: int = LONGEST_NAME) -> str:
    """The first characters of a text, "…" where it goes on."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _bounded(value: object, longest: int) -> object:
    if type(value) in PLAIN:
        return value
    if isinstance(value, str):
        return short(value, longest) if type(value) is str else value  # markup is not cut
    if isinstance(value, msgspec.Struct):
        changed = _changed(value)
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, dict):
        return {_bounded(key, LONGEST_NAME): _bounded(one, longest) for key, one in value.items()}
    fields: tuple[str, ...] | None = getattr(value, "_fields", None)
    if isinstance(value, tuple) and fields is not None:
        named = zip(fields, value, strict=True)
        return cast(Any, type(value))(*(_bounded(one, _longest(name)) for name, one in named))
    if type(value) in (tuple, list):
        items = [_bounded(one, longest) for one in cast(list[object], value)]
        if any(new is not old for new, old in zip(items, cast(list[object], value), strict=True)):
            return tuple(items) if isinstance(value, tuple) else items
    return value


def _changed(value: msgspec.Struct) -> dict[str, object]:
    changed: dict[str, object] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        if type(old) in PLAIN:
            continue
        if name in ADDRESSES and isinstance(old, str):
            new: object = old if len(old) <= LONGEST_ADDRESS else None
        elif name == "text" and isinstance(value, Article):
            continue
        elif isinstance(value, Record) and name == "quotations":
            new = _bounded(_inside(value), LONGEST_NAME)
        else:
            new = _bounded(old, _longest(name))
        if new is not old:
            changed[name] = new
    return changed


def _longest(field: str) -> int:
    return LONGEST_TEXT if field in TEXTS else LONGEST_NAME


def _inside(record: Record) -> tuple[object, ...]:
    """The quotations of a record that do not stand where a headline or a caption is cut."""
    kept = tuple(
        one
        for one in record.quotations
        if one.field == "text" or max((end for _, end in one.content), default=0) < LONGEST_NAME
    )
    return record.quotations if len(kept) == len(record.quotations) else kept
