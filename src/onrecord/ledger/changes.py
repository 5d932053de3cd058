"""What a newer version of an article changed: quotes, who said them, the headline, the paragraphs.

Quotations of the two versions are paired by their words: the same words first, then the likest pairs that share
at least half of them. Words are compared as a check compares them, so that curled quotation marks are no change.
"""

import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, TypeVar, get_args

import msgspec
from rapidfuzz.distance import Indel

from onrecord.model import Article, Quotation, Record
from onrecord.words import words

LEAST_LIKE = 0.5  # the share of words that two passages must have in common to be one, changed
CONTEXT = 8  # words shown on either side of a change
LEAST_REACH = 20  # places to either side that a passage is compared with at least
MOST_COMPARED = 100_000  # pairs of passages, unless that makes the reach less
ChangeKind = Literal[
    "headline",
    "quote_changed",
    "quote_added",
    "quote_dropped",
    "speaker_changed",
    "paragraph_changed",
    "paragraph_added",
    "paragraph_dropped",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
T = TypeVar("T")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a change took out and put in."""

    before: str
    after: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change: the words before and after (null where there were none), and the words that differ.

    `quotation` is the id of the quotation in the newer version, or in the older where it was dropped.
    """

    kind: ChangeKind
    before: str | None
    after: str | None
    differences: tuple[Difference, ...] = ()
    quotation: str | None = None
    speaker: str | None = None


def changes_between(older: Record, newer: Record) -> tuple[Change, ...]:
    """What changed, the quotes first, in the order of the newer version; nothing where the article says the same."""
    found = [*_quotes(older, newer)]
    if _squeezed(older.article.title) != _squeezed(newer.article.title):
        found.append(_change("headline", older.article.title, newer.article.title))
    found += _paragraphs(older.article, newer.article)
    return tuple(sorted(found, key=_order))


def quote_text(article: Article, row: Quotation) -> str:
    """The words of a quotation: those inside its marks where it has any, else its content."""
    text = article.field_text(row.field)
    return " … ".join(_squeezed(text[start:end]) for start, end in row.marks or row.content)


def summary_of(changes: Sequence[Change]) -> str:
    """The changes counted, in words: "the headline changed, 2 quotes added"."""
    told = []
    for kind, count in sorted(Counter(change.kind for change in changes).items(), key=_order_of):
        thing, _, what = kind.partition("_")
        what = what or "changed"
        told.append(
            f"the headline {what}" if thing == "headline" else f"{count} {thing}{'s' * (count > 1)} {what}"
        )
    return ", ".join(told) or "nothing changed in the article"


def _order_of(counted: tuple[ChangeKind, int]) -> int:
    return CHANGE_KINDS.index(counted[0])


def _order(change: Change) -> int:
    return CHANGE_KINDS.index(change.kind)


def _quotes(older: Record, newer: Record) -> list[Change]:
    before = [(quote_text(older.article, row), row) for row in older.quotations if row.parent is None]
    after = [(quote_text(newer.article, row), row) for row in newer.quotations if row.parent is None]
    pairs, dropped, added = paired(before, after, _first)
    found = []
    for (old_text, old), (new_text, new) in pairs:
        if _keys(old_text) != _keys(new_text):
            found.append(_change("quote_changed", old_text, new_text, new))
        if _names(old) != _names(new):
            change = _change("speaker_changed", _names(old) or None, _names(new) or None, new)
            found.append(msgspec.structs.replace(change, differences=()))
    found += [_change("quote_dropped", text, None, row) for text, row in dropped]
    found += [_change("quote_added", None, text, row) for text, row in added]
    return found


def _paragraphs(older: Article, newer: Article) -> list[Change]:
    before = [_squeezed(older.body[start:end]) for start, end in older.paragraphs]
    after = [_squeezed(newer.body[start:end]) for start, end in newer.paragraphs]
    pairs, dropped, added = paired(before, after, str)
    changed = [_change("paragraph_changed", old, new) for old, new in pairs if _keys(old) != _keys(new)]
    found = [*changed, *(_change("paragraph_dropped", text, None) for text in dropped)]
    return [*found, *(_change("paragraph_added", None, text) for text in added)]


def paired(
    before: Sequence[T], after: Sequence[T], text_of: Callable[[T], str]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs of things with like words, in the order of `after`; then what is only before, and only after."""
    old_keys = [_keys(text_of(one)) for one in before]
    new_keys = [_keys(text_of(one)) for one in after]
    match: dict[int, int] = {}  # place in `after` -> place in `before`
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, key in enumerate(old_keys):
        waiting[key].append(place)
    for place, key in enumerate(new_keys):
        if waiting[key]:
            match[place] = waiting[key].pop(0)
    free_old = sorted(set(range(len(before))) - set(match.values()))
    free_new = [place for place in range(len(after)) if place not in match]
    likely = []
    for at, new in enumerate(free_new):
        # Two versions have few passages that differ; where all do, only those that stand near can be one.
        reach = max(LEAST_REACH, MOST_COMPARED // len(free_new))
        for old in free_old[max(0, at - reach) : at + reach]:
            like = Indel.normalized_similarity(old_keys[old], new_keys[new], score_cutoff=LEAST_LIKE)
            if like:
                likely.append((-like, abs(old - new), new, old))
    taken: set[int] = set()
    for _, _, new, old in sorted(likely):
        if new not in match and old not in taken:
            match[new] = old
            taken.add(old)
    left = set(match.values())
    pairs = [(before[match[new]], after[new]) for new in sorted(match)]
    dropped = [one for place, one in enumerate(before) if place not in left]
    return pairs, dropped, [one for place, one in enumerate(after) if place not in match]


def differing_words(before: str, after: str) -> tuple[Difference, ...]:
    """The words that differ between two passages, in order."""
    old, new = before.split(), after.split()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Difference(before=" ".join(old[a:b]), after=" ".join(new[c:d]))
        for step, a, b, c, d in steps
        if step != "equal"
    )


def marked_words(before: str, after: str) -> str:
    """Two passages as one: [-words taken out-] and {+words put in+}; what stays the same far from them left out."""
    old, new = before.split(), after.split()
    told: list[str] = []
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, a, b, c, d) in enumerate(steps):
        if step == "equal":
            told += _near(new[c:d], is_first=number == 0, is_last=number == len(steps) - 1)
        if a < b and step != "equal":
            told.append(f"[-{' '.join(old[a:b])}-]")
        if c < d and step != "equal":
            told.append(f"{{+{' '.join(new[c:d])}+}}")
    return " ".join(told)


def _near(same: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Words that stay, without the middle of a long run; at the ends only those beside the change."""
    before, after = (0 if is_first else CONTEXT), (0 if is_last else CONTEXT)
    if len(same) <= before + after + 2:
        return same
    return [*same[:before], "…", *same[len(same) - after :]]


def _change(kind: ChangeKind, before: str | None, after: str | None, row: Quotation | None = None) -> Change:
    both = before is not None and after is not None
    return Change(
        kind=kind,
        before=before,
        after=after,
        differences=differing_words(before or "", after or "") if both else (),
        quotation=row.id if row else None,
        speaker=(_names(row) or None) if row else None,
    )


def _names(row: Quotation) -> str:
    return ", ".join(speaker.name for speaker in row.speakers if speaker.name)


def _first(pair: tuple[str, Quotation]) -> str:
    return pair[0]


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())
