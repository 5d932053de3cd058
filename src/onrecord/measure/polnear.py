"""Reads PolNeAR: articles as text with gold attributions in brat standoff (Newell, Margolin, Ruths, LREC 2018)."""

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.model import Span

__all__ = [
    "Attribution",
    "GoldArticle",
    "annotation_files",
    "parse",
    "published_since",
    "read_article",
    "read_split",
]

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.+)")
# A role begins at a space: "Attribution-no-source:T18" is none.
_ROLE = re.compile(r"(?<!\S)(source|cue|content)\d*:(T\d+)", re.I)
_DATE = re.compile(r"_(\d{4}-\d\d-\d\d)_")

GoldArticle = AnnotatedText  # an article whose attributions are known


def read_split(folder: Path, split: str, *, every: bool = False) -> Iterator[GoldArticle]:
    """The articles of one split, in order of id; the first annotator's work where several marked one.

    With `every`, such an article comes once for each annotator.

    `folder` holds `SPLIT/text/ID.txt` and `SPLIT/attributions/ID_ANNOTATOR.ann`. Raises `UnreadableInput`
    where nothing lies there.
    """
    files = annotation_files(folder / split)
    if not files:
        raise UnreadableInput(
            f"{folder}: no annotations for the split {split!r}; "
            f"expected {split}/attributions/*.ann and {split}/text/*.txt"
        )
    for stem, paths in sorted(files.items()):
        for path in paths if every else paths[:1]:
            yield read_article(folder / split, stem, path)


def annotation_files(folder: Path) -> dict[str, list[Path]]:
    """The .ann files of each article of a split's folder, one for each annotator, by the article's id."""
    files: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], []).append(path)
    return files


def read_article(folder: Path, id: str, annotations: Path) -> GoldArticle:
    """One article of a split's folder; raises `UnreadableInput` where its files cannot be read."""
    try:
        text = (folder / "text" / f"{id}.txt").read_bytes().decode("utf-8")
        standoff = annotations.read_text("utf-8")
    except OSError as error:
        raise UnreadableInput(
            f"{error.filename} cannot be opened ({error.strerror}): check that it is there."
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"the text or the annotations of {id} are not UTF-8 ({error}).") from error
    return GoldArticle(id=id, text=text, attributions=parse(standoff))


def published_since(article_id: str, date: str) -> bool:
    """Whether an article was published on or after `date` (`YYYY-MM-DD`); its id carries its own."""
    found = _DATE.search(article_id)
    return found is not None and found.group(1) >= date


def parse(standoff: str) -> tuple[Attribution, ...]:
    """The attributions of one brat standoff file; events without content are left out.

    Raises `UnreadableInput`, which names the line, for a place that is none.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for number, line in enumerate(standoff.split("\n"), start=1):
        if bound := _TEXT_BOUND.match(line):
            spans[bound.group(1)] = tuple(_span(part, number) for part in bound.group(3).split(";"))
        elif event := _EVENT.match(line):
            events.append(event.group(1))
    found = []
    for event_line in events:
        roles: dict[str, tuple[Span, ...]] = {}
        for role, name in _ROLE.findall(event_line):
            roles[role.lower()] = roles.get(role.lower(), ()) + spans.get(name, ())
        if roles.get("content"):
            found.append(
                Attribution(
                    source=roles.get("source", ()), cue=roles.get("cue", ()), content=roles["content"]
                )
            )
    return tuple(found)


def _span(words: str, number: int) -> Span:
    try:
        start, end = words.split()
        return int(start), int(end)
    except ValueError as error:
        raise UnreadableInput(
            f"line {number}: {words!r} is no place in a text; expected as “0 6”."
        ) from error
