"""Paths of the host's files are nobody's business: pages and answers show a file's name alone."""

from typing import TypeVar, cast

import msgspec

T = TypeVar("T")
# Fields that hold a path; `of` of a lineage is a printing's id or the path of a document.
NAMED = frozenset({"path", "of"})


def leaf(path: str | None) -> str | None:
    """The last part of a path, on any system."""
    return None if path is None else path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def public(value: T) -> T:
    """A value in which every path, however deep, is the file's name alone."""
    return cast(T, _public(value))


def _public(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        changed: dict[str, object] = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            new = _of_field(name, old)
            if new is not old:
                changed[name] = new
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple | list):
        items = [_public(item) for item in value]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return type(value)(items) if type(value) in (tuple, list) else items
    return value


def _of_field(name: str, value: object) -> object:
    if name in NAMED and isinstance(value, str):
        short = leaf(value)
        return value if short == value else short
    if name == "paths" and isinstance(value, tuple):
        return tuple(leaf(one) for one in value)
    if isinstance(value, str | int | float | bool | None):
        return value
    return _public(value)
