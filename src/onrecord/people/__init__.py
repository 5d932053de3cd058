"""People: from the words that name a source to who that is; and when, where and to whom it was said."""

from onrecord.people.circumstances import find_circumstances
from onrecord.people.resolve import resolve

__all__ = ["find_circumstances", "resolve"]
