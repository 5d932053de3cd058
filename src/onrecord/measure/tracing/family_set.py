"""A test of families, made from any folder of dated transcripts: printings of what was said, and whose family each is.

The truth of a printing comes from how it was made, and only those whose words, speaker and date decide it come into
the set (`decided`). Same folder, same seed: the same set, to the byte.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from onrecord.errors import InputError, UnreadableInput
from onrecord.measure.tracing.choosing import Drawn, Transcripts
from onrecord.measure.tracing.decided import Item, Utterance, Utterances
from onrecord.measure.tracing.occasions import Half, read_occasions
from onrecord.measure.tracing.press import Press

# Of a hundred groups of utterances so many are of each case.
CASES = {"plain": 80, "stump": 6, "slogan": 5, "phrase": 4, "sibling": 5}
_TOLD = frozenset({"stump", "slogan", "phrase"})  # speaker and date decide: every printing has both
_ALL_NAMED, _ALL_DATED = 0.5, 0.7  # of the other utterances, those whose printings all have them
_MOST_TIMES = 60  # printings of one utterance
_STEEPNESS = 2.0  # six utterances in ten are printed once, one in three hundred fifty times or more
_PHRASE_TIMES = (1, 1, 1, 2, 3)
_SPARE = 1.3  # so many times the printings asked for are planned, since some are not to be decided


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of what a tracer is asked."""

    id: str
    text: str
    speaker: str | None = None
    article: str | None = None
    published: str | None = None


class FamilyTruth(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of one printing: its family, the way in which it was printed, and the case it belongs to."""

    id: str
    family: str
    kind: str
    case: str


class FamilySet(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: where it lies, and how many printings and families of each case."""

    quotes: Path
    truth: Path
    printings: dict[str, int]
    families: dict[str, int]


def make_family_set(
    transcripts: Path,
    out: Path,
    *,
    size: int = 20_000,
    seed: int = 1,
    half: Half | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> FamilySet:
    """Print what was said in a folder of transcripts in many ways, and write it with what is true of each printing.

    `out` gets quotes.jsonl, as `onrecord trace families` takes it, and truth.jsonl, at most `size` lines each; fewer
    where the transcripts do not have so much. `half` takes the days of one half only, so that what was tuned on one is
    measured on the other. Raises `UnreadableInput` where the folder has no dated transcript, `InputError` where `out`
    is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise InputError(f"{out} is not empty: name a new folder for the set.")
    chance = random.Random(seed)
    utterances = Utterances()
    planned: list[int] = []
    wanted = 0
    for utterance in _chosen(Transcripts(read_occasions(transcripts, half=half), chance), utterances, chance):
        planned.append(_times(utterance, chance))
        wanted += planned[-1]
        if wanted >= _SPARE * size:
            break
    # Only when all utterances are there can it be told which printings could be of two.
    press = Press(chance)
    rows: list[tuple[Utterance, Item]] = []
    for utterance, times in zip(utterances.all, planned, strict=True):
        items = press.print_utterance(utterance, min(times, size - len(rows)), utterances)
        rows += [(utterance, item) for item in items]
        if progress is not None:
            progress(len(rows), size)
        if len(rows) >= size:
            break
    if not rows:
        raise UnreadableInput(
            f"{transcripts} has too few sentences by named speakers: name longer transcripts."
        )
    chance.shuffle(rows)
    return _write(out, rows)


def _chosen(shop: Transcripts, utterances: Utterances, chance: random.Random) -> Iterator[Utterance]:
    """Utterance after utterance, group by group, until the transcripts are used up."""
    hard: dict[str, Iterator[list[Drawn]]] = {
        "stump": _stumps(shop),
        "slogan": _slogans(shop),
        "phrase": shop.common_phrases(),
        "sibling": shop.siblings(),
    }
    while True:
        case = chance.choices(list(CASES), weights=list(CASES.values()))[0]
        group = next(hard[case], None) if case in hard else None
        if group is None:
            plain = shop.plain()
            if plain is None:
                return
            case, group = "plain", [plain]
        for drawn in group:
            alike = case in ("slogan", "phrase")
            if utterances.clashes(drawn.text, drawn.speaker, drawn.day, same_words=alike):
                continue
            utterance = Utterance(
                number=len(utterances.all),
                case=case,
                named=case in _TOLD or chance.random() < _ALL_NAMED,
                dated=case in _TOLD or chance.random() < _ALL_DATED,
                **drawn._asdict(),
            )
            utterances.add(utterance)
            yield utterance


def _stumps(shop: Transcripts) -> Iterator[list[Drawn]]:
    """Lines that the transcripts have on several days, and lines said again on days of our own, in turn."""
    real = shop.said_again()
    while True:
        found = next(real, None)
        if found is not None:
            yield found
        first = shop.plain()
        if first is None:
            return
        yield shop.said_later(first)


def _slogans(shop: Transcripts) -> Iterator[list[Drawn]]:
    while True:
        first = shop.plain()
        if first is None:
            return
        yield shop.said_by_others(first)


def _times(utterance: Utterance, chance: random.Random) -> int:
    """How often an utterance is printed: Zipf's law, cut off."""
    if utterance.case == "phrase":
        return chance.choice(_PHRASE_TIMES)
    counts = range(1, _MOST_TIMES + 1)
    return chance.choices(counts, weights=[count**-_STEEPNESS for count in counts])[0]


def _write(out: Path, rows: list[tuple[Utterance, Item]]) -> FamilySet:
    out.mkdir(parents=True, exist_ok=True)
    quotes, truths = [], []
    for number, (utterance, item) in enumerate(rows):
        name = f"q{number:06}"
        day = date.fromordinal(item.day).isoformat() if item.day is not None else None
        quotes.append(
            Quote(id=name, text=item.text, speaker=item.speaker, article=item.article, published=day)
        )
        family = f"f{utterance.number:06}"
        truths.append(FamilyTruth(id=name, family=family, kind=item.way, case=utterance.case))
    encoder = msgspec.json.Encoder()
    made = FamilySet(
        quotes=out / "quotes.jsonl",
        truth=out / "truth.jsonl",
        printings=dict(sorted(Counter(truth.case for truth in truths).items())),
        families=dict(
            sorted(Counter(case for _, case in {(truth.family, truth.case) for truth in truths}).items())
        ),
    )
    made.quotes.write_bytes(encoder.encode_lines(quotes))
    made.truth.write_bytes(encoder.encode_lines(truths))
    return made
