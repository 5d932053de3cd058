"""A test of checks, made from any folder of transcripts: quotes cut from them, changed, and what is true of each.

The truth of a quote comes from how it was made, never from a checker. One tenth of the transcripts is held out: quotes
that stand in no document are cut from those. Same folder, same seed: the same set, to the byte.
"""

import random
from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import msgspec

from onrecord.errors import InputError, UnreadableInput
from onrecord.findings import Flag, Place, Verdict
from onrecord.measure.checking.absent import cut_absent
from onrecord.measure.checking.changes import is_ordinary
from onrecord.measure.checking.drafts import Workshop
from onrecord.measure.checking.kinds import KINDS, Making
from onrecord.measure.checking.recordings import Recording, read_recording
from onrecord.measure.checking.sequences import Sequences
from onrecord.measure.checking.truths import Known, settle, with_speaker

HELD_OUT = 10  # one in so many transcripts
_LEAST_WORDS = 150  # shorter transcripts are searched but no quotes are cut from them
_TRIES = 4_000  # for one quote of one kind, before the kind is given up


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of one quote; `unsure` are flags of which nobody could say, left out of the score."""

    id: str
    kind: str
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    unsure: tuple[Flag, ...] = ()
    document: Place | None = None
    all_places: tuple[Place, ...] = ()
    dropped: tuple[str, ...] = ()


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of what a check is asked."""

    id: str
    text: str
    speaker: str | None = None


class CheckSet(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: where it lies, how many quotes of each kind, and kinds that the transcripts gave none of."""

    quotes: Path
    truth: Path
    documents: Path
    kinds: dict[str, int]
    missing: tuple[str, ...]
    searched: int
    held_out: int
    unreadable: int


ABSENT, ABSENT_SHARE = "absent", 14


def make_check_set(
    documents: Path,
    out: Path,
    *,
    quotes: int = 20_000,
    seed: int = 1,
    progress: Callable[[str], None] | None = None,
) -> CheckSet:
    """Cut quotes from the transcripts of a folder, change them, and write them with what is true of them.

    `out` gets quotes.jsonl, truth.jsonl and documents/ (what may be searched). Raises `UnreadableInput` where the
    folder holds no transcript, `InputError` where `out` is not empty.
    """
    tell = progress or _silent
    if out.exists() and any(out.iterdir()):
        raise InputError(f"{out} is not empty: name a new folder for the set.")
    chance = random.Random(seed)
    numbers: dict[str, int] = {}
    kept, held, unreadable = _read(documents, numbers, chance)
    tell(f"{len(kept)} transcripts to search, {len(held)} held out")
    shop = _workshop(kept, numbers, chance)
    tell("indexed")
    rows = _absent_rows(shop, held, quotes)
    rows += _made_rows(shop, quotes - len(rows), tell)
    chance.shuffle(rows)
    _write(out, documents, kept, rows)
    kinds = Counter(kind for kind, _ in rows)
    return CheckSet(
        quotes=out / "quotes.jsonl",
        truth=out / "truth.jsonl",
        documents=out / "documents",
        kinds=dict(sorted(kinds.items())),
        missing=tuple(kind for kind in [*KINDS, ABSENT] if kind not in kinds),
        searched=len(kept),
        held_out=len(held),
        unreadable=unreadable,
    )


def _silent(message: str) -> None:
    """No progress wanted."""


def _read(
    documents: Path, numbers: dict[str, int], chance: random.Random
) -> tuple[list[Recording], list[Recording], int]:
    paths = sorted(path for path in documents.rglob("*") if path.is_file())
    if not paths:
        raise UnreadableInput(f"{documents} holds no files: name a folder of transcripts.")
    recordings, unreadable = [], 0
    for path in paths:
        try:
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            unreadable += 1
            continue
        if not text.strip() or "\0" in text:
            unreadable += 1
            continue
        recordings.append(read_recording(path.relative_to(documents).as_posix(), text, numbers))
    if not recordings:
        raise UnreadableInput(f"{documents} holds no readable text: name a folder of transcripts in UTF-8.")
    out = max(1, len(recordings) // HELD_OUT) if len(recordings) > 1 else 0
    held = set(chance.sample(range(len(recordings)), out))
    kept = [one for at, one in enumerate(recordings) if at not in held]
    return kept, [one for at, one in enumerate(recordings) if at in held], unreadable


def _workshop(kept: list[Recording], numbers: dict[str, int], chance: random.Random) -> Workshop:
    lengths = [len(one.keys) if len(one.keys) >= _LEAST_WORDS else 0 for one in kept]
    if not sum(lengths):
        raise UnreadableInput(f"no transcript has {_LEAST_WORDS} words: name a folder with longer ones.")
    counts: Counter[str] = Counter()
    for one in kept[:200]:
        counts.update(one.spoken[:50_000].split())
    common = sorted(word for word, _ in counts.most_common(4_000) if is_ordinary(word))
    return Workshop(
        chance=chance,
        recordings=kept,
        weights=list(accumulate(lengths)),
        sequences=Sequences(kept),
        numbers=numbers,
        common=common,
    )


def _absent_rows(shop: Workshop, held: list[Recording], quotes: int) -> list[tuple[str, Known]]:
    shares = ABSENT_SHARE + sum(share for _, share in KINDS.values())
    wanted = round(quotes * ABSENT_SHARE / shares)
    return [(ABSENT, known) for known in cut_absent(shop, held, wanted)]


def _made_rows(shop: Workshop, quotes: int, tell: Callable[[str], None]) -> list[tuple[str, Known]]:
    rows: list[tuple[str, Known]] = []
    seen: set[str] = set()
    shares = sum(share for _, share in KINDS.values())
    open_kinds = dict(KINDS)
    while len(rows) < quotes and open_kinds:
        # What a kind could not give goes to the others, round by round.
        short = quotes - len(rows)
        for kind, (make, share) in list(open_kinds.items()):
            wanted = min(max(1, short * share // shares), quotes - len(rows))
            for _ in range(wanted):
                known = _one(shop, make, seen)
                if known is None:
                    del open_kinds[kind]
                    break
                rows.append((kind, known))
            tell(f"{len(rows)} quotes, the last of kind {kind}")
        shares = sum(share for _, share in open_kinds.values())
    return rows


def _one(shop: Workshop, make: Making, seen: set[str]) -> Known | None:
    for _ in range(_TRIES):
        draft = make(shop)
        if draft is None:
            continue
        if "other_speaker" not in draft.flags:
            draft = with_speaker(draft, shop)
        known = settle(draft, shop)
        if known is not None and known.text not in seen:
            seen.add(known.text)
            return known
    return None


def _write(out: Path, documents: Path, kept: list[Recording], rows: list[tuple[str, Known]]) -> None:
    for one in kept:
        target = out / "documents" / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((documents / one.path).read_bytes())
    quotes, truths = [], []
    for at, (kind, known) in enumerate(rows):
        name = f"q{at:06}"
        quotes.append(Quote(id=name, text=known.text, speaker=known.speaker))
        truths.append(
            Truth(
                id=name,
                kind=kind,
                verdict=known.verdict,
                flags=known.flags,
                unsure=known.unsure,
                document=known.places[0] if known.places else None,
                all_places=known.places,
                dropped=known.dropped,
            )
        )
    encoder = msgspec.json.Encoder()
    (out / "quotes.jsonl").write_bytes(encoder.encode_lines(quotes))
    (out / "truth.jsonl").write_bytes(encoder.encode_lines(truths))
