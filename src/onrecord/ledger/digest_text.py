"""A digest as plain text, wrapped for e-mail and terminals."""

from collections.abc import Iterator

from onrecord.formats.wrap import filled
from onrecord.ledger.digest_words import Item, sections_of, summary_of, title_of
from onrecord.ledger.news import Digest

WIDTH = 72
INDENT = "    "


def to_text(digest: Digest, *, site: str | None = None) -> str:
    """The digest in lines of at most `WIDTH` columns; addresses stand whole on lines of their own."""
    lines = list(_wrapped(title_of(digest)))
    lines += ["=" * len(lines[0]), ""]
    for line in summary_of(digest):
        lines += _wrapped(line)
    for section in sections_of(digest, site=site):
        lines += ["", ""]
        head = list(_wrapped(f"{section.title} ({section.count})"))
        lines += [*head, "-" * len(head[-1])]
        lines += _wrapped(section.note)
        for item in section.items:
            lines += ["", *_item(item)]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    yield from _wrapped(item.head)
    yield from _wrapped(item.words, INDENT)
    yield from _wrapped(item.facts, INDENT)
    for note in item.notes:
        yield from _wrapped(f"- {note}", INDENT)
    if item.link:
        yield INDENT + item.link


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    return filled([(text, "")], width=WIDTH, indent=indent)
