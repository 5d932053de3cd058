"""Texts in many registers of news writing, with every quotation in them: what the pipeline finds and what it misses.

    python -m benchmarks.registers             F1, a register a line, by the measure of docs/benchmarks.md
    python -m benchmarks.registers --missed    what is not as expected, as `benchmarks/registers/missed.tsv` keeps it

The texts (`benchmarks/registers/*.txt`) were written for this, and their quotations noted by the annotation guidelines
of PolNeAR before anything was run on them. A file has its register and its style of marks, the text, and below a line
of hyphens its quotations in order:

    mixed: Ilse Brant                  the kind, and who the speaker is where the text is clear about it
        source   Brant                 what stands in the text, letter for letter; a line is left out where it has none
        cue      said                  the words that must be in the cue; "said in a letter" holds them
        content  that the weir was     one line a span
        content  “no place for a boat”

`inside mixed` is a quotation inside the one before it that holds it.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord import Quotation, Record, read_text
from onrecord.measure.attribution import Scores, paired, score
from onrecord.measure.evaluate import predictions
from onrecord.measure.polnear import Attribution, GoldArticle
from onrecord.model import Span

FOLDER = Path(__file__).resolve().parent / "registers"
MISSED = FOLDER / "missed.tsv"
HEADING = "text\twhat is wrong\tquotation"
FIGURES = ("found", "exact", "attributed")

_RULE = "\n----\n"
_FIRST_WORDS = 6  # of a content, in a line of what is missed
_WORD = re.compile(r"\w+")


class Expected(NamedTuple):
    """One quotation as a careful reader notes it: its spans in the text, and who is meant where that is clear."""

    kind: str
    inside: bool
    speaker: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Case(NamedTuple):
    """One text with its quotations."""

    name: str
    register: str
    text: str
    quotations: tuple[Expected, ...]


def cases() -> Iterator[Case]:
    """Every case, in order of name. Raises `ValueError` where a noted word does not stand in its text."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield read_case(path.stem, path.read_text(encoding="utf-8"))


def read_case(name: str, written: str) -> Case:
    """One case from its file; the module says how it is written."""
    head, _, rest = written.partition("\n\n")
    text, _, noted = rest.partition(_RULE)
    quotations: list[Expected] = []
    for block in re.split(r"\n(?=\S)", noted.strip("\n")):
        after = quotations[-1].content[0][0] if quotations else 0
        try:
            quotations.append(_expected(text, block, after))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return Case(name, head.split("\n")[0].removeprefix("register: "), text, tuple(quotations))


def _expected(text: str, block: str, after: int) -> Expected:
    """One noted quotation: its content stands behind the start of the one before, its cue nearest to the content,
    its source nearest to the cue."""
    heading, *lines = block.split("\n")
    kind, _, speaker = heading.partition(": ")
    parts = [line.split(None, 1) for line in lines]
    content: list[Span] = []
    for role, words in parts:
        if role == "content":
            start = text.find(words, content[-1][1] if content else after)
            if start < 0:
                raise ValueError(f"{words!r} does not stand where it should")
            content.append((start, start + len(words)))
    cue = tuple(_nearest(text, words, content) for role, words in parts if role == "cue")
    source = tuple(
        _nearest(text, words, cue or content, content) for role, words in parts if role == "source"
    )
    return Expected(
        kind.split()[-1], kind.startswith("inside "), speaker or None, source, cue, tuple(content)
    )


def _nearest(text: str, words: str, spans: Sequence[Span], apart: Sequence[Span] = ()) -> Span:
    """Where words stand nearest to spans, outside them and those they are to be `apart` from."""
    places = []
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)" if words != ":" else ":", text):
        start, end = match.span()
        if all(end <= span[0] or span[1] <= start for span in (*spans, *apart)):
            places.append((min(max(span[0] - end, start - span[1]) for span in spans), (start, end)))
    if not places:
        raise ValueError(f"{words!r} does not stand beside its quotation")
    return min(places)[1]


def missed(case: Case, record: Record) -> list[str]:
    """What is not as expected, in order of place: the text's name, the first thing that is wrong, the first words.

    Expected and found quotations are paired as the measure pairs them, those inside others by themselves.
    """
    lines: list[tuple[tuple[Span, ...], str]] = []
    for inside in (False, True):
        wanted = [one for one in case.quotations if one.inside == inside]
        found = [one for one in record.quotations if (one.parent is not None) == inside]
        pairs = paired(_gold(case, wanted), [_attribution(one) for one in found])
        for place, one in enumerate(wanted):
            wrong = _wrong(case.text, one, found[pairs[place]]) if place in pairs else "not found"
            if wrong:
                lines.append((one.content, wrong))
        lines += [(one.content, "none there") for at, one in enumerate(found) if at not in pairs.values()]
    return [f"{case.name}\t{wrong}\t{_first_words(case.text, content)}" for content, wrong in sorted(lines)]


def _wrong(text: str, wanted: Expected, found: Quotation) -> str | None:
    """The first thing in which a quotation is not as expected: content to the letter, source and cue to the word."""
    if found.content != wanted.content:
        return "content"
    if _words(text, found.source) != _words(text, wanted.source):
        return "source"
    if not _words(text, wanted.cue) <= _words(text, found.cue):
        return "cue"
    if found.kind != wanted.kind:
        return "kind"
    named = " & ".join(speaker.name or "" for speaker in found.speakers)
    return "speaker" if wanted.speaker and named != wanted.speaker else None


def _words(text: str, spans: Sequence[Span]) -> set[int]:
    """The places of the words in spans."""
    return {match.start() for span in spans for match in _WORD.finditer(text, *span)}


def _first_words(text: str, content: Sequence[Span]) -> str:
    return " ".join(text[slice(*content[0])].split()[:_FIRST_WORDS])


def _attribution(one: Expected | Quotation) -> Attribution:
    return Attribution(source=one.source, cue=one.cue, content=one.content)


def _gold(case: Case, quotations: Sequence[Expected]) -> GoldArticle:
    return GoldArticle(id=case.name, text=case.text, attributions=tuple(map(_attribution, quotations)))


def _scores(read: Sequence[tuple[Case, Record]], *, marked: bool) -> Scores:
    """The project's measure, on all or on what stands in marks; like PolNeAR it knows no quotations inside others."""
    gold, predicted = [], {}
    for case, record in read:
        left_out = ("indirect",) if marked else ()
        wanted = [one for one in case.quotations if not one.inside and one.kind not in left_out]
        rows = [one for one in record.quotations if one.kind not in left_out]
        gold.append(_gold(case, wanted))
        predicted[case.name] = predictions(msgspec.structs.replace(record, quotations=tuple(rows)))
    return score(gold, predicted)


def _figures(scores: Scores) -> str:
    return " ".join(f"{scores[name].f1:10.3f}" for name in FIGURES) + f"{scores['found'].gold:8d}"


def main() -> None:
    read = [(case, read_text(case.text, plain=True)) for case in cases()]
    if "--missed" in sys.argv[1:]:
        print("\n".join([HEADING, *(line for case, record in read for line in missed(case, record))]))
        return
    columns = " ".join(f"{name:>10s}" for name in FIGURES) + "    gold"
    print(f"{'F1':12s}{'texts':>5s} {columns}   in marks: {columns.lstrip()}")
    for register in [*sorted({case.register for case, _ in read}), "all"]:
        chosen = [pair for pair in read if register in ("all", pair[0].register)]
        every, marked = (_scores(chosen, marked=marked) for marked in (False, True))
        print(f"{register:12s}{len(chosen):5d} {_figures(every)}   {_figures(marked)}")


if __name__ == "__main__":
    main()
