"""Reads PolNeAR: articles as text with gold attributions in brat standoff (Newell, Margolin, Ruths, LREC 2018)."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.model import Span

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")
# A role begins at a space: "Attribution-no-source:T18" is none.
_ROLE = re.compile(r"(?<!\S)(source|cue|content)\d*:(T\d+)", re.I)
_DATE = re.compile(r"_(\d{4}-\d\d-\d\d)_")


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said, by which words, to hold what: half-open code point spans into the article's text."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated article: its id (the file's stem), its text, and its attributions in the file's order."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def read_split(folder: Path, split: str, *, every: bool = False) -> Iterator[GoldArticle]:
    """The articles of one split, in order of id; the first annotator's work where several marked one.

    With `every`, such an article comes once for each annotator.

    `folder` holds `SPLIT/text/ID.txt` and `SPLIT/attributions/ID_ANNOTATOR.ann`. Raises `UnreadableInput`
    where nothing lies there.
    """
    files: dict[str, list[Path]] = {}
    for path in sorted((folder / split / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], []).append(path)
    if not files:
        raise UnreadableInput(
            f"{folder}: no annotations for the split {split!r}; "
            f"expected {split}/attributions/*.ann and {split}/text/*.txt"
        )
    for stem, paths in sorted(files.items()):
        text = (folder / split / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        for path in paths if every else paths[:1]:
            yield GoldArticle(id=stem, text=text, attributions=parse(path.read_text("utf-8")))


def published_since(article_id: str, date: str) -> bool:
    """Whether an article was published on or after `date` (`YYYY-MM-DD`); its id carries its own."""
    found = _DATE.search(article_id)
    return found is not None and found.group(1) >= date


def parse(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of one brat standoff file; events without content are left out."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in standoff.split("\n"):
        if bound := _TEXT_BOUND.match(line):
            spans[bound.group(1)] = tuple(_span(part) for part in bound.group(3).split(";"))
        elif event := _EVENT.match(line):
            events.append(event.group(1))
    found = []
    for event_line in events:
        roles: dict[str, tuple[Span, ...]] = {}
        for role, name in _ROLE.findall(event_line):
            roles[role.lower()] = roles.get(role.lower(), ()) + spans.get(name, ())
        if roles.get("content"):
            found.append(Attribution(**roles))
    return tuple(found)


def _span(words: str) -> Span:
    start, end = words.split()
    return int(start), int(end)
