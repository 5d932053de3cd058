"""Turns: an interview printed as questions and answers, where a label stands in place of marks and cue."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.model import Article, Quotation, Span
from onrecord.quotes.assembly import assemble
from onrecord.quotes.confidence import Signs
from onrecord.quotes.drafts import Draft
from onrecord.quotes.marks import Passage

BY = "turns/1"
CONFIDENCE = 0.95  # a label says in plain words whose turn it is
FEWEST_TURNS = 4  # fewer labelled lines are a list or a note, not an interview
_BOLD = r"(?:\*{1,2}|__)?"
_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"^{_BOLD}(?P<label>{_WORD}(?: {_WORD}){{0,4}})(?: ?\([^()\n]{{1,40}}\))?{_BOLD}:{_BOLD}[ \t\xa0]+(?=\S)"
    rf"|^{_BOLD}(?P<letter>[QA])(?:\.{_BOLD}[ \t\xa0]+|(?=[A-Z][a-z’'])|{_BOLD}[ \t\xa0]+(?=[A-Z]))",
    re.MULTILINE,
)
_FIRST_OR_SECOND = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"]")
_SMALL_WORD = re.compile(r"[^\n]*?[ “‘(][a-z]{2,}")
_QUESTION = frozenset(["q", "question", "interviewer"])
_ANSWER = frozenset(["a", "answer", "interviewee"])
# Labels of a fact box, whose lines are nobody's words.
_FACTS = frozenset(
    """
    where when what who why how cost price tickets time date place venue address phone email website hours note
    notes update correction related source sources score result results total age height weight born died party
    rating director cast runtime winner loser pros cons monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


class Turn(msgspec.Struct, frozen=True):
    """One turn: where its label stands, and its words, a span for each paragraph."""

    label: Span
    content: tuple[Span, ...]


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of an interview, in order; none where the labelled lines are too few or read as a fact box.

    Two labels at least must come twice each, and be the letters or words for question and answer, or names
    whose last word the text has elsewhere or that stand in capitals. Paragraphs without a label go on with the
    turn before them; behind the last turn only while they speak in the first or second person and quote nobody.
    """
    starts = {start for start, _ in paragraphs}
    lines = [match for match in _LABEL.finditer(text) if _begins_line(text, match.start(), starts)]
    lines = [match for match in lines if _folded(match) not in _FACTS]
    counts = Counter(_folded(match) for match in lines)
    spoken = {label for label, count in counts.items() if _may_speak(text, label, lines, count)}
    twice = [label for label in spoken if counts[label] > 1]
    lines = [match for match in lines if _folded(match) in spoken]
    while lines and counts[_folded(lines[0])] == 1 and not (lines[0]["label"] or "Q").isupper():
        del lines[0]  # "Mayor Quist: We Will Build" is a headline
    if len(lines) < FEWEST_TURNS or len(twice) < 2 or not _are_sentences(text, lines):
        return ()
    ends = [match.start() for match in lines[1:]]
    ends.append(_last_end(text, lines[-1].end(), paragraphs))
    turns = []
    for match, end in zip(lines, ends, strict=True):
        content = tuple(_pieces(text, match.end(), end, paragraphs))
        if content:
            turns.append(Turn(match.span("label" if match["label"] else "letter"), content))
    return tuple(turns)


def turn_quotations(
    article: Article, turns: Sequence[Turn], quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """A row for each turn of the body, its label the source, and those inside a turn with it as their `parent`."""
    if not turns:
        return tuple(quotations)
    drafts = [Draft(turn.label, None, list(turn.content), Signs()) for turn in turns]
    passages = [
        Passage(span=span, outer=span, depth=0, run=number)
        for number, turn in enumerate(turns)
        for span in turn.content
    ]
    rows = assemble(article, "text", drafts, passages)
    rows = tuple(msgspec.structs.replace(row, by=BY, confidence=CONFIDENCE) for row in rows)
    pieces = [(span, row.id) for row in rows for span in row.content]
    starts = [span[0] for span, _ in pieces]
    ids = {row.id for row in rows}
    dropped = {row.id for row in quotations if row.id not in ids and _has_label_for_cue(row, turns)}
    inside = []
    for quotation in quotations:
        if quotation.id in ids or quotation.id in dropped:
            continue  # the tagger took a whole turn, or a part of it, for one quotation
        if quotation.parent in dropped:
            quotation = msgspec.structs.replace(quotation, parent=None)
        at = bisect_right(starts, quotation.content[0][0]) - 1
        within = at >= 0 and quotation.content[-1][1] <= pieces[at][0][1]
        if within and quotation.parent is None:
            quotation = msgspec.structs.replace(quotation, parent=pieces[at][1])
        inside.append(quotation)
    return (*inside, *rows)


def _has_label_for_cue(quotation: Quotation, turns: Sequence[Turn]) -> bool:
    """Whether what the tagger took for a quotation's cue is a turn's label or the colon behind it."""
    at = bisect_right(turns, quotation.cue[0][0], key=_label_start) - 1 if quotation.cue else -1
    return at >= 0 and quotation.cue[0][1] <= turns[at].content[0][0]


def _label_start(turn: Turn) -> int:
    return turn.label[0]


def is_question(label: str) -> bool:
    """Whether a label only says that this is the question ("Q")."""
    return label.lower() in _QUESTION


def is_answer(label: str) -> bool:
    """Whether a label only says that this is the answer ("A")."""
    return label.lower() in _ANSWER


def _begins_line(text: str, at: int, starts: set[int]) -> bool:
    return at in starts or text[at - 1 : at] == "\n"


def _folded(match: re.Match[str]) -> str:
    """What a label is counted by: its last word, so that ILSE BRANT and BRANT are one."""
    label: str = match["label"] or match["letter"]
    return label.lower().split()[-1]


def _may_speak(text: str, label: str, lines: Sequence[re.Match[str]], count: int) -> bool:
    if is_question(label) or is_answer(label):
        return True
    shown = next(match["label"] for match in lines if _folded(match) == label)
    if shown.isupper():
        return count > 1 or len(shown) > 2
    return len(re.findall(rf"\b{re.escape(shown.split()[-1])}\b", text)) > count


def _are_sentences(text: str, lines: Sequence[re.Match[str]]) -> bool:
    """Whether most labels have words behind them, not a figure or a name."""
    spoken = sum(_SMALL_WORD.match(text, line.end(), line.end() + 80) is not None for line in lines)
    return 2 * spoken > len(lines)


def _last_end(text: str, at: int, paragraphs: Sequence[Span]) -> int:
    end = at
    for start, stop in paragraphs:
        if start <= at < stop:
            end = stop
        elif start > at:
            if not _FIRST_OR_SECOND.search(text, start, stop) or _QUOTED.search(text, start, stop):
                break
            end = stop
    return end


def _pieces(text: str, start: int, end: int, paragraphs: Sequence[Span]) -> list[Span]:
    pieces = []
    for first, last in paragraphs:
        begin, stop = max(start, first), min(end, last)
        while begin < stop and text[begin].isspace():
            begin += 1
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if begin < stop:
            pieces.append((begin, stop))
    return pieces
