"""Reads annotations from wherever a corpus or a tool keeps them: a file or a folder, in any of eight formats."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, failed, read_records
from onrecord.formats.bio_reading import read_bio
from onrecord.formats.brat_reading import read_brat
from onrecord.formats.citron import read_citron
from onrecord.formats.doccano import read_doccano
from onrecord.formats.labelstudio_reading import Side, read_labelstudio
from onrecord.formats.parc import read_parc
from onrecord.measure.polnear import annotation_files, read_article
from onrecord.model import Failure

Form = Literal["polnear", "parc", "citron", "brat", "doccano", "labelstudio", "bio", "jsonl"]

# How the files of each form are called: the first that a folder holds says what it is.
_ENDINGS: dict[str, tuple[Form, ...]] = {
    ".ann": ("brat",),
    ".xml": ("parc",),
    ".json": ("citron", "labelstudio", "doccano", "jsonl"),
    ".jsonl": ("jsonl", "doccano"),
    ".ndjson": ("jsonl", "doccano"),
    ".bio": ("bio",),
    ".iob": ("bio",),
    ".conll": ("bio",),
    ".tsv": ("bio",),
    ".txt": ("bio",),
}
# In a folder these are brat's texts, its configuration and lists as often: taken for BIO only where that is said.
_OFTEN_OTHER = frozenset([".txt", ".tsv", ".conf"])
_SAY = "say which format it is of: polnear, parc, citron, brat, doccano, labelstudio, bio or jsonl."


class Annotations(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a file or folder: its texts, what failed of it, and what was left out, counted by the reason."""

    texts: tuple[AnnotatedText, ...]
    failures: tuple[Failure, ...] = ()
    left_out: dict[str, int] = {}

    @property
    def linked(self) -> bool:
        """Whether it says which source and cue a content has; BIO, for one, does not."""
        marked = [text for text in self.texts if any(one.source or one.cue for one in text.attributions)]
        return not marked or any(text.linked for text in marked)


def read_annotations(path: Path, *, form: Form | None = None, side: Side = "gold") -> Annotations:
    """Every annotated text of a file, or of a folder with its subfolders, in order of path.

    The format is told from what the files are called and begin with, file by file, unless `form` says it. A file or
    an entry that cannot be read is a failure, and the others are read. `side` matters where a file holds both a
    person's answers and a machine's (Label Studio). Raises `UnreadableInput` where nothing of a known format is there.
    """
    texts: list[AnnotatedText] = []
    failures: list[Failure] = []
    left_out: Counter[str] = Counter()
    for place, one in _everything(path, form, side, left_out):
        if isinstance(one, Failure):
            failures.append(failed(place, one.reason))
        else:
            texts.append(one)
    if not texts and not failures:
        raise UnreadableInput(f"{path} holds no annotations: {_SAY}")
    return Annotations(texts=tuple(texts), failures=tuple(failures), left_out=dict(left_out))


def guess(path: Path, data: bytes) -> Form | None:
    """The format of a file, by its name's ending and its first bytes; None where it is of none that is known."""
    forms = _ENDINGS.get(path.suffix.lower(), ())
    if len(forms) < 2:
        return forms[0] if forms else None
    head = data.lstrip()
    if head[:1] == b"[":
        return "labelstudio"
    line = head.partition(b"\n")[0] if path.suffix.lower() != ".json" else head
    keys = _keys(line) or _keys(head.partition(b"\n")[0])  # JSON Lines may be called .json too
    if {"article", "quotations", "failures"} <= keys:
        return "jsonl"
    if "quotes" in keys:
        return "citron"
    if "data" in keys:
        return "labelstudio"
    return "doccano" if "text" in keys else forms[0]


def _keys(head: bytes) -> set[str]:
    """The keys of an object of JSON; of what is none, none."""
    try:
        return set(msgspec.json.decode(head, type=dict[str, msgspec.Raw]))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return set()


def _everything(
    path: Path, form: Form | None, side: Side, left_out: Counter[str]
) -> Iterator[tuple[str, AnnotatedText | Failure]]:
    """What each file of a path holds, with the file's name."""
    if not path.is_dir():
        if not path.exists():
            raise UnreadableInput(f"{path}: there is no such file or folder: check the path.")
        yield from _file(path, form, side, left_out, given=True)
        return
    if form in (None, "polnear") and (path / "attributions").is_dir():
        for id, (annotations, *_) in sorted(annotation_files(path).items()):
            try:
                yield str(annotations), read_article(path, id, annotations)
            except UnreadableInput as error:
                yield str(annotations), failed("", error)
        return
    splits = sorted(one.parent.name for one in path.glob("*/attributions") if one.is_dir())
    if form in (None, "polnear") and splits:
        raise UnreadableInput(f"{path} holds the parts {', '.join(splits)}: give one, as {path / splits[0]}.")
    if form == "polnear":
        raise UnreadableInput(
            f"{path} is not laid out as PolNeAR: expected attributions/*.ann and text/*.txt."
        )
    for root, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield from _file(Path(root, name), form, side, left_out, given=False)


def _file(
    path: Path, form: Form | None, side: Side, left_out: Counter[str], *, given: bool
) -> Iterator[tuple[str, AnnotatedText | Failure]]:
    """What one file holds; one found in a folder (not `given`) that is of no known format is passed over."""
    ending = path.suffix.lower()
    if not given and (form not in _ENDINGS.get(ending, ()) if form else ending in _OFTEN_OTHER):
        return
    place = str(path)
    try:
        data = path.read_bytes()
        found = form or guess(path, data)
        if found is None:
            if given:
                raise UnreadableInput(f"it is of no format that is known by its name: {_SAY}")
            left_out[f"files called *{path.suffix}"] += 1
            return
        for one in _read(path, data, found, side, left_out):
            yield place, one
    except OSError as error:
        yield (
            place,
            failed("", f"it cannot be opened ({error.strerror or error}): check that it may be read."),
        )
    except UnreadableInput as error:
        yield place, failed("", error)


def _read(
    path: Path, data: bytes, form: Form, side: Side, left_out: Counter[str]
) -> Iterator[AnnotatedText | Failure]:
    match form:
        case "parc":
            yield read_parc(data, path.stem, left_out)
        case "citron":
            yield read_citron(data, path.stem)
        case "brat":
            yield _brat(path, data, left_out)
        case "doccano":
            yield from read_doccano(data, left_out)
        case "labelstudio":
            yield from read_labelstudio(data, side, left_out)
        case "bio":
            yield from read_bio(data, path.stem, left_out)
        case "jsonl":
            yield from read_records(data)
        case "polnear":
            raise UnreadableInput("PolNeAR is a folder: give the one that holds attributions and text.")


def _brat(path: Path, data: bytes, left_out: Counter[str]) -> AnnotatedText:
    beside = path.with_suffix(".txt")
    try:
        text = beside.read_bytes().decode("utf-8")
        return read_brat(data.decode("utf-8"), text, path.stem, left_out)
    except OSError as error:
        raise UnreadableInput(
            f"its text, {beside.name}, cannot be opened ({error.strerror}): put it beside it."
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"it or its text is not UTF-8 ({error}): save both as UTF-8.") from error
