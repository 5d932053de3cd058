"""People: from the words that name a source to who that is; and when, where and to whom it was said."""

from .circumstances import find_circumstances
from .resolve import resolve

__all__ = ["find_circumstances", "resolve"]
