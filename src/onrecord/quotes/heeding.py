"""Speech tags beside what the tagger says: whose a tagged passage is, and what its tag does not reach."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.quotes.confidence import Signs
from onrecord.quotes.drafts import Draft
from onrecord.quotes.extents import overlap
from onrecord.quotes.marks import Passage
from onrecord.quotes.speech_tags import SpeechTag, tag_before, tag_behind
from onrecord.text import sentences

_SENTENCE = 400  # characters in which the end of a sentence is looked for


def heed_speech_tags(
    text: str,
    paragraphs: Sequence[Span],
    drafts: list[Draft],
    passages: Sequence[Passage],
    owners: list[Draft | None],
) -> None:
    """A passage with a speech tag at it is the tag's, whatever the tagger made of it.

    `owners` are the drafts of `passages`; both they and `drafts` are brought up to date.
    """
    by_edge = {edge: draft for draft in drafts if draft.cue for edge in draft.cue}
    bare = sorted(
        (draft.cue, number) for number, draft in enumerate(drafts) if draft.cue and not draft.content
    )
    for number, passage in enumerate(passages):
        behind = tag_behind(text, passage)
        tag = behind or tag_before(text, passage, _paragraph_of(paragraphs, passage))
        if tag is None:
            continue
        owner = owners[number]
        if owner is not None and _is_the_tags(owner, tag):
            if tag.label or (owner.source is not None and overlap(owner.source, tag.cue)):
                owner.source, owner.cue = tag.source, tag.cue
            elif owner.source is None or not overlap(owner.source, tag.source):
                owner.source = tag.source
        else:
            draft = _draft_of(tag, by_edge, drafts)
            if owner is not None and owner is not draft:
                _end_before(owner, tag, passage if behind else None)
            owners[number] = draft
            _bring_along(text, passages, owners, number, owner, draft)
        if behind:
            for span in _stay_in_sentence(text, passages, owners, number, tag):
                at = bisect_right(bare, span, key=_first) - 1
                if at >= 0 and in_one_sentence(text, bare[at][0][1], span[0]):
                    drafts[bare[at][1]].content.append(span)


def _paragraph_of(paragraphs: Sequence[Span], passage: Passage) -> Span:
    at = bisect_right(paragraphs, (passage.outer[0], passage.outer[1] + 1)) - 1
    return paragraphs[at] if at >= 0 else passage.outer


def _is_the_tags(owner: Draft, tag: SpeechTag) -> bool:
    """Whether the tagger's cue is the tag's own; beside a label, whether all its words stand in the label."""
    if owner.cue is None:
        return False
    if not tag.label:
        return overlap(owner.cue, tag.cue) > 0
    whole = tag.source[0], tag.cue[1]
    spans = [owner.cue, *([owner.source] if owner.source else [])]
    return all(whole[0] <= start and end <= whole[1] for start, end in spans)


def _draft_of(tag: SpeechTag, by_edge: dict[int, Draft], drafts: list[Draft]) -> Draft:
    """The tagger's own draft at the tag's cue, or a new one."""
    draft = by_edge.get(tag.cue[0]) or by_edge.get(tag.cue[1])
    if draft is None:
        draft = Draft(source=tag.source, cue=tag.cue, content=[], signs=Signs())
        drafts.append(draft)
        by_edge[tag.cue[0]] = by_edge[tag.cue[1]] = draft
    if tag.label:
        draft.source, draft.cue = tag.source, tag.cue
    return draft


def _end_before(owner: Draft, tag: SpeechTag, tagged: Passage | None) -> None:
    """What ran on through a tag ends before it."""
    end = tagged.outer[1] if tagged else tag.source[0]
    owner.content = [
        (start, end) if start < tag.cue[0] < stop else (start, stop) for start, stop in owner.content
    ]


def _bring_along(
    text: str,
    passages: Sequence[Passage],
    owners: list[Draft | None],
    number: int,
    owner: Draft | None,
    draft: Draft,
) -> None:
    """The rest of what the tagger took for one quotation comes along, as far as the paragraph goes."""
    for later in range(number + 1, len(passages)):
        between = text[passages[later - 1].outer[1] : passages[later].outer[0]]
        if owner is None or owners[later] is not owner or "\n\n" in between:
            break
        owners[later] = draft


def _stay_in_sentence(
    text: str, passages: Sequence[Passage], owners: Sequence[Draft | None], number: int, tag: SpeechTag
) -> list[Span]:
    """Takes from a tagged quotation the words without marks in another sentence than the tag's, and gives them back.

    They are not the tag's (PolNeAR: 3 before the passage and 2 behind the tag, of 2,657 tagged passages), unless a
    passage of the same quotation stands in their sentence.
    """
    owner, passage = owners[number], passages[number]
    if owner is None:
        return []
    before = text[max(0, passage.outer[0] - 4) : passage.outer[0]].rstrip()
    first = passage.outer[0] if before.endswith((".", "?", "!")) and not before.endswith("..") else 0
    behind = sentences(text[tag.cue[1] : tag.cue[1] + _SENTENCE])
    last = tag.cue[1] + behind[0][1] if len(behind) > 1 else len(text)
    kept, taken = [], []
    for start, end in owner.content:
        if start < first:
            taken.append((start, min(end, first)))
            start = first
        if start < last or _reaches(text, (start, end), passages, owners, owner):
            kept.append((start, end))
        else:
            taken.append((start, end))
    owner.content = [span for span in kept if span[0] < span[1]]
    return taken


def _reaches(
    text: str, span: Span, passages: Sequence[Passage], owners: Sequence[Draft | None], owner: Draft
) -> bool:
    """Whether words run up to or into a passage of the same quotation, within one sentence."""
    at = bisect_right(passages, span[0], key=_end)
    if at == len(passages) or owners[at] is not owner:
        return False
    return span[1] > passages[at].outer[0] or in_one_sentence(text, span[1], passages[at].outer[0])


def in_one_sentence(text: str, end: int, start: int) -> bool:
    """Whether no sentence ends between two places."""
    return start - end < _SENTENCE and not sentences(f"{text[end:start]}X")[1:]


def _end(passage: Passage) -> int:
    return passage.outer[1]


def _first(cue: tuple[Span, int]) -> Span:
    return cue[0]
