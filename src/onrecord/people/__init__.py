"""People: from the words that name a source to who that is, inside one article."""

from .resolve import resolve

__all__ = ["resolve"]
