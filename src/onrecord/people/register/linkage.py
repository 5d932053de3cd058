"""How likely two uses of a name are one person's: a table of weights over the names' likeness and the contexts.

The weights of evidence (natural log odds, `tables/linkage.py`) were fitted by logistic regression on one half of the
benchmark of name variants and namesakes in `benchmarks/register` (`python -m training.linkage` writes the table);
`python benchmarks/register.py` tells the figures on both halves.
"""

import math
from collections.abc import Sequence

from onrecord.people.evidence import Reason
from onrecord.people.register.variants import Likeness, parse
from onrecord.people.tables.common import COMMON_FAMILY, COMMON_GIVEN, KNOWN_FAMILY, KNOWN_GIVEN
from onrecord.people.tables.linkage import WEIGHTS

__all__ = ["JOIN", "OPEN", "WEIGHTS", "facts", "score"]

JOIN = 0.88  # at this chance or more two uses are held to be one person's: a wrong merge is worse than a missed one
# Names that are only roughly alike are never one by themselves: the contexts must speak for it.
FAIR = 0.7
FAINT = 0.5  # the same for names in two scripts
OPEN = 0.5
GENERATIONS = "named apart and a generation apart"
SUPPORT = frozenset(
    ["words shared", "office shared", "same company", "field shared", "trade shared", "state shared"]
)


def facts(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> list[str]:
    """The names of everything that the table of weights has a number for.

    What a context says depends on the name: every reason counts once for all names and once for names of that sort.
    """
    family, given = _commonness(first, second)
    sort = _sort(first, second, like, family, given)
    found = [f"names {like.kind}", _strength(like.strength), sort, f"{like.kind}, {sort}"]
    found += [f"family name {_TIERS[family]}", f"given name {_TIERS[given]}"]
    if min(len(parse(first).words), len(parse(second).words)) > 2:
        found.append("three words or more")
    found += _details(first, second, like)
    for reason in reasons:
        found += [reason.fact, f"{reason.fact}, {sort}"]
    if _named_apart(first, second, like) and _APART & {reason.fact for reason in reasons}:
        found.append(GENERATIONS)
    return found


def _named_apart(first: str, second: str, like: Likeness) -> bool:
    """Whether the names differ as a parent's and a child's do: by Jr., or by a pet form of the given name."""
    return parse(first).suffix != parse(second).suffix or like.kind == "nickname"


def _details(first: str, second: str, like: Likeness) -> list[str]:
    """How the two names differ: in the given name or the family name, and in what one leaves out."""
    one, other = parse(first).words, parse(second).words
    found = []
    if like.kind in ("spelling", "transliteration", "nickname") and one[-1].plain == other[-1].plain:
        found.append(f"given name otherwise, {like.kind}")
    if like.kind in ("shortened", "suffix", "initials") and len(one) != len(other):
        short, full = sorted((one, other), key=len)
        same_end = short[-1].plain == full[-1].plain
        rest = [word for word in full[1:-1] if word.plain not in {word.plain for word in short}]
        if not same_end:
            found.append("a further family name")
        elif any(word.initial for word in rest):
            found.append("a middle initial left out")
        elif rest:
            found.append("a middle name left out")
    if (
        sum(word.initial for word in one) + sum(word.initial for word in other) > 1
        and like.kind == "initials"
    ):
        found.append("two initials agree")
    return found


_TIERS = ("rare", "known", "common")
_APART = frozenset(["generations", "a generation apart in one trade", "longer than a career"])


def score(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> float:
    """The chance, 0 to 1, that two uses of names that are alike are one person's."""
    total = sum(WEIGHTS.get(fact, 0.0) for fact in facts(first, second, like, reasons))
    chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return min(chance, OPEN) if _is_open(first, second, like, reasons) else chance


def _is_open(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> bool:
    """Whether it takes more than weights: parent and child, and names so short or so rough that all can be chance."""
    told = {reason.fact for reason in reasons}
    if _named_apart(first, second, like) and told & _APART:
        return True
    one, other = parse(first).words, parse(second).words
    scripts = {word.foreign for word in (*one, *other)}
    # A name in another script is never spelt quite the same, nor do initials say more than they say.
    least = FAINT if len(scripts) > 1 or like.kind == "initials" else FAIR
    return not told & SUPPORT and (min(len(one), len(other)) < 2 or like.strength < least)


def _sort(first: str, second: str, like: Likeness, family: int, given: int) -> str:
    """The sorts of names that contexts are weighed by apart."""
    if like.strength < FAIR and like.kind in ("transliteration", "spelling", "shortened", "nickname"):
        return "a rough match"
    if min(len(parse(first).words), len(parse(second).words)) < 2:
        return "a single name"
    if family + given >= 3:
        return "a common name"
    return "a known name" if family else "a rare name"


def _commonness(first: str, second: str) -> tuple[int, int]:
    """How many people have the family name and the given name, as tiers: that of the commoner form of each."""
    tiers = [
        (_tier(name[-1].plain, COMMON_FAMILY, KNOWN_FAMILY), _tier(name[0].plain, COMMON_GIVEN, KNOWN_GIVEN))
        for name in (parse(first).words, parse(second).words)
        if name
    ]
    return max(family for family, _ in tiers), max(given for _, given in tiers)


def _tier(word: str, common: frozenset[str], known: frozenset[str]) -> int:
    return 2 if word in common else 1 if word in known else 0


def _strength(strength: float) -> str:
    for least, told in ((0.95, "very strong"), (0.85, "strong"), (0.7, "fair"), (0.5, "weak")):
        if strength >= least:
            return f"likeness {told}"
    return "likeness faint"
