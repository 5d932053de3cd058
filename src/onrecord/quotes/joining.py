"""Marks and tags together: whole passages, quotations that go on, and words that no cue claims.

The tagger is sure of *that* something is said and by which cue; the quotation marks are sure of *where* it
begins and ends. Each rule below says which of the two it follows, and why.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from onrecord.model import Span
from onrecord.quotes.confidence import UNSEEN
from onrecord.quotes.decoding import Attribution, Run
from onrecord.quotes.drafts import Draft
from onrecord.quotes.extents import outside, overlap, possessor, tidy, whole_cue, whole_source
from onrecord.quotes.heeding import heed_speech_tags
from onrecord.quotes.marks import Passage
from onrecord.quotes.subjects import share_subjects
from onrecord.quotes.tagger import Tags
from onrecord.text import sentences

# A passage belongs whole to the quotation that the tagger gave at least this share of it.
CLAIMED = 0.5
# A paragraph floats where at least this share of its characters lies in passages.
FLOATING = 0.85
_STOPS = " \t\n\xa0.,;:—–-"
_CLOSING = " \xa0\"'”’»)]"
_BREAKS = (",", "–", "—", "-", "--")
_LONGEST_BREAK = 150


def join(
    text: str,
    paragraphs: Sequence[Span],
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
    tags: Tags,
) -> list[Draft]:
    """The quotations of one field, in order of their first content; every span is in range and trimmed."""
    drafts = [_draft(text, attribution, tags) for attribution in attributions]
    outermost = [passage for passage in passages if passage.depth == 0]
    owners = _claim(drafts, outermost)
    heed_speech_tags(text, paragraphs, drafts, outermost, owners)
    _join_interrupted(text, drafts, outermost, owners)
    _follow_runs(outermost, owners)
    drafts = _drop_inner(drafts, outermost, owners)
    _join_neighbours(text, drafts, outermost, owners)
    _join_introduced(text, paragraphs, drafts, outermost, owners)
    _join_floating(text, paragraphs, drafts, outermost, owners)
    for draft in drafts:
        _complete_source(text, draft)
    share_subjects(text, drafts)
    owned = [passage.outer for passage, owner in zip(outermost, owners, strict=True) if owner is not None]
    for draft in drafts:
        draft.content = [part for span in draft.content for part in outside(span, owned)]
    for passage, owner in zip(outermost, owners, strict=True):
        if owner is not None:
            owner.content.append(passage.outer)
    marked_ends = {passage.outer[1] for passage in outermost}
    for draft in drafts:
        draft.content = tidy(text, draft.content, paragraphs, marked_ends)
        draft.content = _within_reach(draft, paragraphs, marked_ends)
    return sorted((draft for draft in drafts if draft.content), key=_first)


def _within_reach(draft: Draft, paragraphs: Sequence[Span], marked_ends: Collection[int]) -> list[Span]:
    """Without marks, words belong to a cue of their own paragraph or to none (PolNeAR: 99.5 % of all content)."""
    home = bisect_left(paragraphs, (draft.cue[0] + 1, 0)) - 1 if draft.cue else -1
    return [
        (start, end)
        for start, end in draft.content
        if end in marked_ends or bisect_left(paragraphs, (start + 1, 0)) - 1 == home
    ]


def _complete_source(text: str, draft: Draft) -> None:
    """The source whole, or found before its cue, where that takes nothing from cue or content."""
    if draft.cue is None:
        return
    whole = whole_source(text, draft.source, draft.cue) if draft.source else possessor(text, draft.cue)
    if whole and not any(overlap(whole, other) for other in (*draft.content, draft.cue)):
        draft.source = whole


def _first(draft: Draft) -> tuple[Span, ...]:
    return tuple(draft.content)


def _draft(text: str, attribution: Attribution, tags: Tags) -> Draft:
    def span(run: Run) -> Span:
        return int(tags.pieces.offsets[run[0], 0]), int(tags.pieces.offsets[run[1] - 1, 1])

    source = span(attribution.source) if attribution.source else None
    content = [span(run) for run in attribution.content]
    cue = span(attribution.cue) if attribution.cue else None
    if cue is not None:
        longer = whole_cue(text, cue)
        if not any(overlap(longer, other) for other in (*content, source or (0, 0))):
            cue = longer
    return Draft(
        source=source,
        cue=cue,
        content=content,
        signs=attribution.signs,
    )


def _claim(drafts: Sequence[Draft], passages: Sequence[Passage]) -> list[Draft | None]:
    """Which draft each passage belongs to: a passage is never cut between two, so the largest share wins it.

    Drafts and passages are both walked in order of place: the work grows with their number, not its square.
    """
    shares: list[dict[int, int]] = [{} for _ in passages]
    pieces = sorted((span, number) for number, draft in enumerate(drafts) for span in draft.content)
    first = 0
    for span, number in pieces:
        while first < len(passages) and passages[first].outer[1] <= span[0]:
            first += 1
        at = first
        while at < len(passages) and passages[at].outer[0] < span[1]:
            shares[at][number] = shares[at].get(number, 0) + overlap(span, passages[at].outer)
            at += 1
    owners: list[Draft | None] = []
    for passage, share in zip(passages, shares, strict=True):
        best = max(share, key=lambda number: (share[number], drafts[number].cue is not None), default=None)
        enough = best is not None and sum(share.values()) >= CLAIMED * (passage.outer[1] - passage.outer[0])
        owners.append(drafts[best] if best is not None and enough else None)
    return owners


def _follow_runs(passages: Sequence[Passage], owners: list[Draft | None]) -> None:
    """One quotation over several paragraphs has one speaker: the first that names a cue."""
    runs: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        runs.setdefault(passage.run, []).append(number)
    for members in runs.values():
        if len(members) > 1:
            named = [owners[number] for number in members if (owner := owners[number]) and owner.cue]
            if named:
                for number in members:
                    owners[number] = named[0]


def _drop_inner(
    drafts: Sequence[Draft], passages: Sequence[Passage], owners: Sequence[Draft | None]
) -> list[Draft]:
    """What a speaker reports inside their own quotation marks is part of their words, not a row beside them."""
    inner: set[int] = set()
    kept = {id(owner) for owner in owners}
    claimed = [(passage, owner) for passage, owner in zip(passages, owners, strict=True) if owner is not None]
    starts = sorted((draft.cue, number) for number, draft in enumerate(drafts) if draft.cue)
    at = 0
    for cue, number in starts:
        while at < len(claimed) and claimed[at][0].outer[1] <= cue[0]:
            at += 1
        if at < len(claimed):
            passage, owner = claimed[at]
            if passage.outer[0] <= cue[0] and drafts[number] is not owner and id(drafts[number]) not in kept:
                inner.add(number)
    return [draft for number, draft in enumerate(drafts) if number not in inner]


def _join_interrupted(
    text: str, drafts: Sequence[Draft], passages: Sequence[Passage], owners: list[Draft | None]
) -> None:
    """`"…," she said, "and …"`: where one cue alone stands between commas or dashes, the sentence and its speaker go
    on (66 of 66 in PolNeAR's train articles)."""
    cues = sorted(draft.cue for draft in drafts if draft.cue)
    for number in range(1, len(passages)):
        before, gap = owners[number - 1], (passages[number - 1].outer[1], passages[number].outer[0])
        if before is None or before.cue is None or gap[1] - gap[0] > _LONGEST_BREAK:
            continue
        between = text[slice(*gap)].strip()
        inside = cues[bisect_left(cues, (gap[0], 0)) : bisect_left(cues, (gap[1], 0))]
        begins = between[:1] in _BREAKS or text[passages[number - 1].span[1] - 1] == ","
        first = text[slice(*passages[number].span)].lstrip("'‘“\"[…. ")[:1]
        if (
            inside == [before.cue]
            and begins
            and between[-1:] in _BREAKS
            and first.islower()
            and "\n" not in between
        ):
            owners[number] = before


def _join_neighbours(
    text: str, drafts: list[Draft], passages: Sequence[Passage], owners: list[Draft | None]
) -> None:
    """`"…," she said. "…"`: a passage without a cue that follows a quotation's own sentence goes on with it."""
    for number in range(1, len(passages)):
        before = owners[number - 1]
        if before is not None and _has_cue(before) and not _has_cue(owners[number]):
            passage = passages[number]
            ends = [span[1] for span in before.spans() if span[1] <= passage.outer[0]]
            end = max([passages[number - 1].outer[1], *ends])
            between = text[end : passage.outer[0]].strip(" \xa0")
            goes_on = not between or not text[max(0, end - 6) : end].rstrip(_CLOSING).endswith(
                (".", "?", "!")
            )
            if goes_on and _is_one_sentence_end(between) and _is_sentence(text, passage):
                owners[number] = before
    for number in range(len(passages) - 2, -1, -1):
        after = owners[number + 1]
        between = text[passages[number].outer[1] : passages[number + 1].outer[0]]
        if not _has_cue(owners[number]) and _has_cue(after) and not between.strip() and "\n\n" not in between:
            owners[number] = after


def _is_one_sentence_end(between: str) -> bool:
    """Whether the words between a quotation and a passage only finish the quotation's sentence."""
    if not between.strip(_STOPS):
        return "\n\n" not in between
    return between[-1] in ".:," and "\n" not in between and not sentences(between)[1:]


def _has_cue(draft: Draft | None) -> bool:
    return draft is not None and draft.cue is not None


def _is_sentence(text: str, passage: Passage) -> bool:
    """Whether a passage reads as a sentence of its own: a capital first, and two words or a stop."""
    words = text[slice(*passage.span)].split()
    whole = len(words) >= 2 or (bool(words) and words[0].endswith((".", "?", "!")))
    return whole and words[0].lstrip("'‘“\"[…. ")[:1].isupper()


def _join_introduced(
    text: str,
    paragraphs: Sequence[Span],
    drafts: Sequence[Draft],
    passages: Sequence[Passage],
    owners: list[Draft | None],
) -> None:
    """`She answered that` at the end of a paragraph introduces the passage that begins the next one."""
    inside = _by_paragraph(paragraphs, passages)
    last_cue: dict[int, tuple[Span, Draft]] = {}
    ends = [paragraph[1] for paragraph in paragraphs]
    for draft in drafts:
        if draft.cue:
            number = bisect_left(ends, draft.cue[1])
            if number not in last_cue or last_cue[number][0] < draft.cue:
                last_cue[number] = draft.cue, draft
    for number, (cue, draft) in last_cue.items():
        if number + 1 >= len(paragraphs) or not inside[number + 1]:
            continue
        first = inside[number + 1][0]
        begins = not text[paragraphs[number + 1][0] : passages[first].outer[0]].strip()
        rest = text[cue[1] : paragraphs[number][1]].strip(" \n,:").lower()
        if begins and rest in ("", "that"):
            owners[first] = draft
            draft.content = [span for span in draft.content if span[0] < cue[0]]


def _join_floating(
    text: str,
    paragraphs: Sequence[Span],
    drafts: list[Draft],
    passages: Sequence[Passage],
    owners: list[Draft | None],
) -> None:
    """A paragraph that is all quotation and names no one goes on with the speaker of the paragraph before it."""
    inside = _by_paragraph(paragraphs, passages)
    last_of = _last_drafts(paragraphs, drafts)
    for number, paragraph in enumerate(paragraphs):
        members = inside[number]
        covered = sum(passages[at].outer[1] - passages[at].outer[0] for at in members)
        words = paragraph[1] - paragraph[0]
        free = [at for at in members if not _has_cue(owners[at])]
        if not members or len(free) < len(members) or covered < FLOATING * words:
            continue
        before = last_of[number - 1] if number else None
        if before is None and number and inside[number - 1]:
            before = owners[inside[number - 1][-1]]
        if before is None or not _reaches_end(text, paragraphs[number - 1], before):
            before = owners[members[0]]
        if before is None:
            before = Draft(source=None, cue=None, content=[], signs=UNSEEN)
            drafts.append(before)
        for at in members:
            owners[at] = before
        last_of[number] = before


def _by_paragraph(paragraphs: Sequence[Span], passages: Sequence[Passage]) -> list[list[int]]:
    inside: list[list[int]] = [[] for _ in paragraphs]
    number = 0
    for at, passage in enumerate(passages):
        while number + 1 < len(paragraphs) and paragraphs[number][1] <= passage.outer[0]:
            number += 1
        if paragraphs:
            inside[number].append(at)
    return inside


def _last_drafts(paragraphs: Sequence[Span], drafts: Sequence[Draft]) -> list[Draft | None]:
    """The draft whose words end last in each paragraph."""
    ends = sorted(((draft.end, number) for number, draft in enumerate(drafts)))
    last: list[Draft | None] = [None] * len(paragraphs)
    at = 0
    for end, number in ends:
        while at + 1 < len(paragraphs) and paragraphs[at][1] < end:
            at += 1
        if paragraphs and paragraphs[at][0] < end:
            last[at] = drafts[number]
    return last


def _reaches_end(text: str, paragraph: Span, draft: Draft) -> bool:
    """Whether a quotation is still going on where its paragraph ends: no further sentence stands after it."""
    inside = [end for start, end in draft.spans() if paragraph[0] <= start and end <= paragraph[1]]
    if not inside:
        return True  # it went on through that paragraph by way of this very rule
    rest = text[max(inside) : paragraph[1]].strip(" \t\n.,;:'\"”’»")
    return ". " not in rest and len(rest) < 200
