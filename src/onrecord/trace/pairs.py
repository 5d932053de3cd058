"""Whether two printings are one utterance, judged by the two alone: their shared words, voices and days.

The words of the shorter printing that stand in the longer one in runs of three or more are the *matched* ones; the
longest of these runs is the *run*. How much must match depends on what else is known. By the same voice within one
occasion, most of the shorter one's words will do. Where the voice is unknown it takes eight words in a row, or all
of a shorter printing's words within the occasion, telling enough to be a fingerprint of both; where the days are
unknown too, eight words in a row and half of the shorter one. Different voices never join.
"""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from onrecord.trace.fingerprints import lay, mix, runs, winnow
from onrecord.trace.readings import OCCASION, Reading, days_apart
from onrecord.trace.voices import Voice, keys_of, same_voice
from onrecord.trace.wordings import matter

GRAM = 3  # the shortest run that counts
LONG_RUN = 8  # words in a row that join where no voice is known (the contract)
SHORTEST_PART = 5  # words of an unknown voice that must all stand in the longer printing
SHORTEST_SAME = 3  # words that two printings of an unknown voice may consist of, word for word
# Of a printing of so many words, how many must match by the same voice within one occasion: as far as a word is
# mistyped, replaced in brackets or cut. Longer ones: the shares below.
MOST_OF = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 7: 5}
SHARE, SHARE_LONG, LONG = 0.6, 0.5, 12
SHARE_RUN = 0.35  # with a run of LONG_RUN words
SHARE_UNKNOWN, SHARE_UNDATED = 0.4, 0.5
SHARE_EDITED, RUN_UNKNOWN = 0.75, 5  # within an occasion, with no run of LONG_RUN words
SHARE_TIMELESS = 0.75  # by the same voice on an unknown day


class Evidence(NamedTuple):
    """What two printings share, and whether that makes them one utterance.

    `size` is the number of words of the shorter; `apart` the days between them, None where unknown. Evidence that
    does not join is of words in common that tell of a common phrase.
    """

    matched: int
    run: int
    size: int
    apart: int | None
    joins: bool


def compare(one: Reading, other: Reading) -> Evidence | None:
    """What two printings share: None where it is too little to say anything, or their voices are two. Symmetric."""
    same = same_voice(one.voice, other.voice)
    short, long = in_order(one, other)
    if same is False or not short:
        return None
    apart = days_apart(one, other)
    matched, run = shared(short, long)
    if not matched:
        return None
    if same:
        joins = are_met(one, other) and joins_one_voice(short, long, matched, run, apart)
        return Evidence(matched, run, len(short), apart, True) if joins else None
    if run >= LONG_RUN and not has_long_run(short, long):
        run = LONG_RUN - 1
    joins = joins_unknown(short, long, matched, run, apart)
    if joins or run >= LONG_RUN or (short == long and len(short) >= SHORTEST_SAME):
        return Evidence(matched, run, len(short), apart, joins)
    return None


def least_matched(size: int) -> int:
    """How many words of a printing must match at least for `compare` to join it by a known voice."""
    if size in MOST_OF:
        return MOST_OF[size]
    share = SHARE_LONG if size >= LONG else SHARE
    return min(ceil(share * size), max(LONG_RUN, ceil(SHARE_RUN * size)))


def shared(short: str, long: str) -> tuple[int, int]:
    """How many words of the shorter wording match in the longer one, and how many in a row.

    A word matches that is one of three in a row that stand in the longer one. A wording of one or two words must
    stand there whole.
    """
    size = len(short)
    if short in long:
        return size, size
    bits = run = longest = 0
    for place in range(size - GRAM + 1):
        if short[place : place + GRAM] in long:
            bits |= 7 << place
            run = run + 1 if run else GRAM
            longest = max(longest, run)
        else:
            run = 0
    return bits.bit_count(), longest


def has_long_run(short: str, long: str) -> bool:
    """Whether two wordings share eight words in a row."""
    return any(short[place : place + LONG_RUN] in long for place in range(len(short) - LONG_RUN + 1))


def marked(words: str, other: str) -> int:
    """Which words of a wording stand in another in runs of three or more, as the bits of a number."""
    if words in other:
        return (1 << len(words)) - 1
    found = 0
    for place in range(len(words) - GRAM + 1):
        if words[place : place + GRAM] in other:
            found |= 7 << place
    return found


def longest_run(words: str, other: str) -> tuple[int, int]:
    """Where the longest run of words begins that both have, in the first one, and how many words it has."""
    start = longest = 0
    for place in range(len(words)):
        while place + longest < len(words) and words[place : place + longest + 1] in other:
            start, longest = place, longest + 1
    return start, longest


def share_fingerprint(one: str, other: str) -> bool:
    """Whether two wordings would be looked up together by their words alone."""
    return not fingerprints_of(one).isdisjoint(fingerprints_of(other))


@lru_cache(maxsize=4096)
def fingerprints_of(words: str) -> frozenset[int]:
    """What a wording is looked up by where a voice is unknown: numbers of 64 bits.

    Two printings of which one voice is unknown share one, or `compare` finds nothing. Three words are one whole.
    """
    laid = lay([words])
    if len(words) == SHORTEST_SAME:
        values, whole = runs(laid.words, SHORTEST_SAME)
        return frozenset(mix(values[whole]).tolist())
    hashes, _ = winnow(laid)
    return frozenset(hashes.tolist())


def in_order(one: Reading, other: Reading) -> tuple[str, str]:
    """The shorter wording of two, then the longer one; of two as long, by their letters."""
    if (len(one.words), one.words) <= (len(other.words), other.words):
        return one.words, other.words
    return other.words, one.words


def are_met(one: Reading, other: Reading) -> bool:
    """Whether two voices would be looked up together: not a bare first name and the full one."""
    return one.voice is not None and other.voice is not None and share_key(one.voice, other.voice)


def share_key(one: Voice, other: Voice) -> bool:
    """Whether two voices share what they are looked up by."""
    return one == other or not keys_of(one).isdisjoint(keys_of(other))


def joins_one_voice(short: str, long: str, matched: int, run: int, apart: int | None) -> bool:
    size = len(short)
    if apart is None:
        if matched == size:
            return size >= SHORTEST_PART - 1 and matter(short) > 0
        return (run >= LONG_RUN and matched >= SHARE_UNDATED * size) or (
            size >= LONG_RUN and matched >= SHARE_TIMELESS * size
        )
    if apart > OCCASION:
        return False
    if short == long:
        return True
    if size < GRAM:
        return matter(short) > 0
    if size in MOST_OF:
        return matched >= MOST_OF[size]
    share = SHARE_RUN if run >= LONG_RUN else SHARE_LONG if size >= LONG else SHARE
    return matched >= share * size


def joins_unknown(short: str, long: str, matched: int, run: int, apart: int | None) -> bool:
    size = len(short)
    if apart is None:
        return run >= LONG_RUN and matched >= SHARE_UNDATED * size
    if apart > OCCASION:
        return False
    if run >= LONG_RUN:
        return matched >= SHARE_UNKNOWN * size
    if size > LONG_RUN - 1 and run >= RUN_UNKNOWN and matched >= SHARE_EDITED * size:
        return share_fingerprint(short, long)
    if run < size:
        return False
    if short == long:
        return size >= SHORTEST_SAME and matter(short) > 0
    return SHORTEST_PART <= size < LONG_RUN and matter(short) > 1 and share_fingerprint(short, long)
