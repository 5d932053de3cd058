"""A test of copies: articles in files, with planted reprints of all kinds, and which pairs are copies.

A pair is a copy where the one has half or more of the five-word shingles of the shorter one, each counted once, and
none where it has three tenths or fewer; nothing is planted between. `direction` is known where the dates differ or
the reprint names its original, `acknowledged` between a reprint and what it was taken from; of two reprints of a
third neither is asked. Same size, same seed: the same files, to the byte.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import InputError
from onrecord.measure.tracing.pages import Outlet, Page, first_page, later_page, make_outlets, rendered
from onrecord.measure.tracing.prose import Prose
from onrecord.measure.tracing.reprints import COPIED, KINDS, OWN, Draft, shares
from onrecord.model import article_id

_OUTLETS = 400
_ACKNOWLEDGED = 0.5
_IN_A_FOLDER = 1_000  # files


class CopyTruth(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of two articles that share much; `a` is the smaller id, `copy` says if one reprints the other."""

    a: str
    b: str
    kind: str
    copy: bool
    shared: float
    direction: Literal["a<b", "b<a"] | None
    acknowledged: bool | None


class CopySet(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: where it lies, and how many articles, and how many pairs of copies of each kind."""

    articles: Path
    truth: Path
    count: int
    pairs: dict[str, int]


class _Printed(msgspec.Struct, frozen=True):
    id: str
    page: Page
    original: int | None
    names_original: bool


def make_copy_set(
    out: Path, *, size: int = 100_000, seed: int = 1, progress: Callable[[int, int], None] | None = None
) -> CopySet:
    """Write `size` articles, and what is true of the pairs among them that share much.

    `out` gets articles/, in folders of a thousand, and truth.jsonl. Raises `InputError` where `out` is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise InputError(f"{out} is not empty: name a new folder for the set.")
    prose = Prose(seed)
    outlets = make_outlets(prose, _OUTLETS)
    names, weights = list(KINDS), [share for _, share in KINDS.values()]
    truths: list[CopyTruth] = []
    written = 0
    while written < size:
        kind = prose.chance.choices(names, weights=weights)[0]
        drafts, shared = _group(prose, kind)
        if written + len(drafts) > size:
            kind, (drafts, shared) = "alone", _group(prose, "alone")
        printed = _printed(prose, drafts, prose.chance.sample(outlets, len(drafts)), out, written)
        truths += _truths(kind, printed, shared)
        written += len(drafts)
        if progress is not None:
            progress(written, size)
    made = CopySet(
        articles=out / "articles",
        truth=out / "truth.jsonl",
        count=written,
        pairs=dict(sorted(Counter(truth.kind for truth in truths if truth.copy).items())),
    )
    made.truth.write_bytes(msgspec.json.Encoder().encode_lines(truths))
    return made


def _group(prose: Prose, kind: str) -> tuple[list[Draft], dict[tuple[int, int], float]]:
    """A group of that kind, tried anew until no pair of it is between a copy and none."""
    plant, _ = KINDS[kind]
    while True:
        drafts = plant(prose)
        shared = shares(drafts)
        if not any(OWN < share < COPIED for share in shared.values()):
            return drafts, shared


def _printed(
    prose: Prose, drafts: list[Draft], outlets: list[Outlet], out: Path, count: int
) -> list[_Printed]:
    found: list[_Printed] = []
    for number, (draft, outlet) in enumerate(zip(drafts, outlets, strict=True), start=count):
        original = found[draft.original].page if draft.original is not None else None
        page = later_page(prose, outlet, original) if original else first_page(prose, outlet)
        names = original is not None and prose.chance.random() < _ACKNOWLEDGED
        data = rendered(prose, page, draft.body, original if names else None)
        folder = out / "articles" / f"{number // _IN_A_FOLDER:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06}.{page.form}").write_bytes(data)
        found.append(_Printed(article_id(data), page, draft.original, names))
    return found


def _truths(kind: str, printed: list[_Printed], shared: dict[tuple[int, int], float]) -> list[CopyTruth]:
    found = []
    for (first, second), share in shared.items():
        one, other = printed[first], printed[second]
        taken = other.original == first
        told = other.names_original or (one.page.day and other.page.day and one.page.day < other.page.day)
        found.append(
            CopyTruth(
                a=min(one.id, other.id),
                b=max(one.id, other.id),
                kind=kind,
                copy=share >= COPIED,
                shared=round(share, 4),
                direction=("a<b" if one.id < other.id else "b<a") if taken and told else None,
                acknowledged=other.names_original if taken else None,
            )
        )
    return found
