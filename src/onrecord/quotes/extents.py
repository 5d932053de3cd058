"""Where a span begins and ends: trimmed, cut at paragraphs, and what is left of it outside others."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from onrecord.model import Span

_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}$")  # "U.S.", "a.m.": the stop is the word's
_NEXT_WORD = re.compile(r" [a-z]+")
_BEFORE_VERB = frozenset("then also later once has have had will would did does not never recently".split())


def overlap(first: Span, second: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def outside(span: Span, holes: Sequence[Span]) -> list[Span]:
    """What is left of a span outside `holes`, which stand in order and apart."""
    parts: list[Span] = []
    start = span[0]
    for number in range(max(0, bisect_left(holes, (start, start)) - 1), len(holes)):
        if holes[number][0] >= span[1]:
            break
        if overlap((start, span[1]), holes[number]):
            parts.append((start, holes[number][0]))
            start = holes[number][1]
    parts.append((start, span[1]))
    return [part for part in parts if part[0] < part[1]]


def tidy(
    text: str, spans: Sequence[Span], paragraphs: Sequence[Span], marked_ends: Collection[int]
) -> list[Span]:
    """Content spans in order: parted at paragraphs, joined where only white space stands between, and trimmed
    (but for a stop that belongs to a passage)."""
    merged: list[Span] = []
    for span in sorted(spans):
        start, end = (max(span[0], merged[-1][1]), span[1]) if merged else span
        if start >= end:
            continue
        between = text[merged[-1][1] : start] if merged else "-"
        if between.strip() or "\n" in between:
            merged.append((start, end))
        else:
            merged[-1] = merged[-1][0], end
    trimmed = [
        _trim(text, *part, keep_end=part[1] in marked_ends)
        for span in merged
        for part in _by_paragraphs(span, paragraphs)
    ]
    return [(start, end) for start, end in trimmed if any(char.isalnum() for char in text[start:end])]


def _by_paragraphs(span: Span, paragraphs: Sequence[Span]) -> list[Span]:
    """A span cut where a paragraph ends in it."""
    parts = []
    for number in range(max(0, bisect_left(paragraphs, (span[0] + 1, 0)) - 1), len(paragraphs)):
        start, end = paragraphs[number]
        if start >= span[1]:
            break
        if overlap(span, (start, end)):
            parts.append((max(start, span[0]), min(end, span[1])))
    return parts


def _trim(text: str, start: int, end: int, *, keep_end: bool) -> Span:
    while (
        start < end
        and (text[start].isspace() or text[start] in ",;:.-–—")
        and text[start : start + 2] != ".."
    ):
        start += 1
    while end > start and (text[end - 1].isspace() or (not keep_end and text[end - 1] in ",;:.—–")):
        if not keep_end and _INITIALS.search(text, max(start, end - 8), end):
            break
        end -= 1
    if text[end : end + 1] == "." and _INITIALS.search(text, max(start, end - 7), end + 1):
        end += 1
    return start, end


def whole_cue(text: str, cue: Span) -> Span:
    """A cue that stops at an adverb or an auxiliary ("then", "has") goes on to the verb that follows it."""
    while cue[1] - cue[0] < 40:
        last = text[cue[0] : cue[1]].rsplit(None, 1)[-1:]
        following = _NEXT_WORD.match(text, cue[1])
        if not last or last[0].lower() not in _BEFORE_VERB or not following:
            break
        cue = cue[0], following.end()
    return cue
