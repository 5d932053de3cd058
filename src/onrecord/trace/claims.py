"""Which printing could have been taken from which: every possible parent with its grounds, then the likeliest."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.trace.collation import Reading
from onrecord.trace.dates import is_less, surely_before
from onrecord.trace.evidence import (
    Key,
    Witness,
    article_grounds,
    names_others,
    polarised,
    rarities,
    readings_grounds,
    telling_keys,
)
from onrecord.trace.versions import Laid
from onrecord.traces import Copy, Ground, PrintedIn, Printing, When

# Odds of twenty to one for the other printing against the source (in natural logarithms), measured on copying trees
# (benchmarks/lineage.py).
LEAST_WEIGHT = 3.0
TIE = 0.3  # weights so near to each other do not tell two printings apart
# Where the dates leave open which came first, one direction must be likelier than the other by so much; that one
# was published first, though perhaps changed later, counts as much.
DIRECTION = 2.0
UNSURE = 0.7  # off the weight of one that may be the later one: the logarithm of two


class Row(NamedTuple):
    """A printing with all that is known of it."""

    printing: Printing
    article: PrintedIn | None
    when: When
    witness: Witness


class Claim(NamedTuple):
    """One printing as the possible parent of another; `open` where it could as well be the other way round."""

    place: int
    weight: float
    grounds: tuple[Ground, ...]
    sure: bool
    open: bool
    overlap: int  # how many words of the base both have


def claims_of(rows: Sequence[Row], laid: Laid, copies: Sequence[Copy]) -> list[list[Claim]]:
    """For each printing those that it could have been taken from, the likeliest first."""
    witnesses, scale = _witnesses(rows, laid)
    copied = {(copy.a, copy.b): _original(copy) for copy in copies}
    copied |= {(second, first): original for (first, second), original in copied.items()}
    keys = [telling_keys(witness) for witness in witnesses]
    naming = [row.article is not None and names_others(row.article) for row in rows]
    cache: dict[tuple[str, str], list[Ground]] = {}

    def grounds(earlier: int, later: int) -> list[Ground] | None:
        """All that tells for and against one pair; None where the later one cannot be from the earlier one."""
        one, other = rows[earlier], rows[later]
        pair = (one.printing.article or "", other.printing.article or "")
        if pair in copied and copied[pair] == pair[1]:
            return None  # known to be the other way round
        told: list[Ground] = []
        if naming[later] or pair in copied:
            told = article_grounds(witnesses[earlier], witnesses[later], pair in copied)
        if not told and not _may_hold(witnesses[earlier], witnesses[later], keys[earlier], keys[later]):
            return None
        both = (one.printing.text, other.printing.text)
        if both not in cache:
            cache[both] = readings_grounds(
                witnesses[earlier], witnesses[later], scale[witnesses[later].version]
            )
        return [*told, *cache[both]]

    found: list[list[Claim]] = []
    for later, row in enumerate(rows):
        claims = []
        for earlier, other in enumerate(rows):
            if earlier == later or surely_before(row.when, other.when) or _same_article(row, other):
                continue
            told = grounds(earlier, later)
            if told is None:
                continue
            sure = surely_before(other.when, row.when)
            weight = sum(ground.weight for ground in told)
            back = None if sure else grounds(later, earlier)
            margin = (
                weight - sum(ground.weight for ground in back or ()) + _published_first(other.when, row.when)
            )
            claims.append(
                Claim(
                    earlier,
                    weight if sure else weight - UNSURE,
                    tuple(sorted(told, key=_heaviest)),
                    sure,
                    not sure and back is not None and margin < DIRECTION,
                    _overlap(witnesses[earlier], witnesses[later]),
                )
            )
        found.append(sorted(claims, key=_likeliest))
    return found


def _witnesses(rows: Sequence[Row], laid: Laid) -> tuple[list[Witness], list[dict[Reading, float]]]:
    """The printings as evidence; where no document tells which reading is the right one, the usual one counts as it."""
    witnesses = [row.witness for row in rows]
    scale: list[dict[Reading, float]] = []
    for number, wording in enumerate(laid.wordings):
        places = [
            place for place, row in enumerate(rows) if row.witness.version == number and row.witness.collated
        ]
        if wording.path is not None:
            scale.append({})
            continue
        turned = polarised([row.collated for row in (witnesses[place] for place in places) if row.collated])
        for place, collated in zip(places, turned, strict=True):
            witnesses[place] = witnesses[place]._replace(collated=collated)
        scale.append(rarities(turned))
    return witnesses, [*scale, {}]


def _original(copy: Copy) -> str | None:
    return {"a<b": copy.a, "b<a": copy.b, None: None}[copy.direction]


def _may_hold(earlier: Witness, later: Witness, ours: frozenset[Key], theirs: frozenset[Key]) -> bool:
    """Whether a printing may be from another: both share a telling reading, or it has no word that the other lacks."""
    if earlier.collated is None or later.collated is None or earlier.version != later.version:
        return False
    return bool(ours & theirs) or later.collated.kept <= earlier.collated.kept


def _same_article(one: Row, other: Row) -> bool:
    return one.printing.article is not None and one.printing.article == other.printing.article


def _published_first(one: When, other: When) -> float:
    """What the dates say for a direction that they leave open."""
    if one.earliest and other.earliest and is_less(one.earliest, other.earliest):
        return DIRECTION
    if one.earliest and other.earliest and is_less(other.earliest, one.earliest):
        return -DIRECTION
    return 0.0


def _heaviest(ground: Ground) -> tuple[float, str]:
    return -ground.weight, ground.words


def _likeliest(claim: Claim) -> tuple[float, int, bool, int]:
    return -claim.weight, -claim.overlap, not claim.sure, claim.place


def _overlap(one: Witness, other: Witness) -> int:
    if one.collated is None or other.collated is None or one.version != other.version:
        return 0
    return len(one.collated.kept & other.collated.kept)


def parents_of(
    rows: Sequence[Row], claims: Sequence[Sequence[Claim]]
) -> tuple[dict[int, Claim], dict[int, tuple[int, ...]]]:
    """For each printing whose parent can be told its claim, and the printings that it may have come through."""
    parents: dict[int, Claim] = {}
    through: dict[int, tuple[int, ...]] = {}

    def line(place: int) -> list[int]:
        found = [place]
        while found[-1] in parents:
            found.append(parents[found[-1]].place)
        return found

    def found(later: int) -> bool:
        likely = [
            claim
            for claim in claims[later]
            if not claim.open and claim.weight >= LEAST_WEIGHT and later not in line(claim.place)
        ]
        if not likely:
            return False
        tied = _one_an_article(rows, [claim for claim in likely if claim.weight > likely[0].weight - TIE])
        lines = [line(claim.place) for claim in tied]
        common = next((place for place in lines[0] if all(place in other for other in lines)), None)
        best = next((claim for claim in claims[later] if claim.place == common), None)
        if best is None:  # no forebear of all, or one with which this printing cannot have its words
            return False
        parents[later] = best
        through[later] = tuple(sorted(claim.place for claim in tied if claim.place != common))
        return True

    waiting = list(range(len(rows)))
    while True:  # what is told of one printing may tell of another of the same day
        left = [later for later in waiting if not found(later)]
        if len(left) == len(waiting):
            return parents, through
        waiting = left


def _one_an_article(rows: Sequence[Row], claims: Sequence[Claim]) -> list[Claim]:
    """The claims less those of an article that has one already, the likeliest."""
    kept: dict[object, Claim] = {}
    for claim in claims:
        printing = rows[claim.place].printing
        kept.setdefault(printing.article or ("printing", printing.id), claim)
    return list(kept.values())
