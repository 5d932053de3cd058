"""A checked article in a terminal: each quotation's verdict, its place, and a word diff that needs no colour.

In the diff, {+words+} stand only in the quote and [-words-] only in the document; the quote's own brackets and
ellipses stand as they are, and what they stand for is told below.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from onrecord.findings import Check, CheckedArticle, CheckedQuotation, Difference, OtherPlace
from onrecord.formats import WIDTH
from onrecord.formats.check.sides import Part, document_words, quote_side, whole
from onrecord.formats.check.words import (
    CLASS_WORDS,
    NO_SPEAKER,
    VERDICT_NAMES,
    counted,
    flag_words,
    flags_of_all,
    length_of,
    linked_words,
    place_words,
    summary_line,
    verdict_words,
)
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import Run, filled
from onrecord.read import NOTES

WIDEST = 96
MOST_OTHERS = 5
MOST_WORDS = 120  # of one text left out or around: more is shown by its beginning and its end
BOLD, DIM = "1", "2"
_ADDED, _DROPPED = "32", "31"
_COLOURS = {"verbatim": "1;32", "edited": "1;36", "altered": "1;33", "spliced": "1;35", "not_found": "1;4"}
_INDENT = "    "
LEGEND = "{+words+} stand only in the quote, [-words-] only in the document."


def write_text(
    articles: Iterable[CheckedArticle], out: BinaryIO, *, width: int = WIDTH, colour: bool = False
) -> None:
    """Each article as `to_text` shows it, a rule between two."""
    first = True
    for checked in articles:
        rule = "" if first else "\n" + "═" * min(width, WIDEST) + "\n\n"
        out.write((rule + to_text(checked, width=width, colour=colour)).encode())
        out.flush()
        first = False


def to_text(checked: CheckedArticle, *, width: int = WIDTH, colour: bool = False) -> str:
    """One checked article as text for a terminal `width` columns wide, its summary line last."""
    width = max(min(width, WIDEST), 20)
    gutter = len(str(len(checked.quotations)))
    groups = [_head(checked)]
    groups += [_quotation(n, q, gutter=gutter) for n, q in enumerate(checked.quotations, start=1)]
    groups.append(_foot(checked))
    shown = []
    for group in groups:
        lines: list[str] = []
        for indent, runs in group:
            plain = runs if colour else [(text, "") for text, _ in runs]
            lines += filled(plain, width=width, indent=indent if width >= 40 else indent[-2:])
        shown.append("\n".join(lines))
    return "\n\n".join(filter(None, shown)) + "\n"


# A line to be filled: its indent, and its runs.
_Line = tuple[str, list[Run]]


def _head(checked: CheckedArticle) -> Iterator[_Line]:
    article = checked.article
    if article.title:
        yield "", [(one_line(article.title), BOLD)]
    facts = [fact for fact in (article.outlet, article.path, article.url) if fact and fact != "-"]
    if facts:
        yield "", [(" · ".join(map(one_line, facts)), DIM)]
    if any(_is_marked(check.differences) for q in checked.quotations for check in q.checks):
        yield "", [(LEGEND, DIM)]


def _is_marked(differences: Sequence[Difference]) -> bool:
    return any(difference.kind not in ("bracket", "ellipsis") for difference in differences)


def _quotation(number: int, quotation: CheckedQuotation, *, gutter: int) -> Iterator[_Line]:
    speaker = next((one_line(check.speaker) for check in quotation.checks if check.speaker), NO_SPEAKER)
    verdict = VERDICT_NAMES[quotation.verdict].upper()
    yield "", [(f"{number:>{gutter}}  ", ""), (verdict, _COLOURS[quotation.verdict]), (f" · {speaker}", BOLD)]
    for flag in flags_of_all(quotation):
        yield _INDENT, [_flag(flag, flag_words(flag))]
    for index, check in enumerate(quotation.checks, start=1):
        if len(quotation.checks) > 1:
            name = f"Passage {index} of {len(quotation.checks)}: {VERDICT_NAMES[check.verdict]}"
            yield _INDENT, [(name, _COLOURS[check.verdict])]
        yield from _check(check)


def _check(check: Check) -> Iterator[_Line]:
    documented = document_words(check.pieces, check.differences, check.dropped)
    parts = quote_side(check.text, check.differences, documented)
    context = check.context
    yield _INDENT, [(f"{verdict_words(check)[0].upper()}{verdict_words(check)[1:]}.", DIM)]
    if check.document is not None:
        where = f"{one_line(check.document.path)}, {place_words(check.document.span)}"
        who = f", in the turn of {one_line(check.document_speaker)}" if check.document_speaker else ""
        yield _INDENT, [(where + who, "")]
    if context and context.question:
        yield _INDENT, [("Question it answers: " + _bounded(context.question), DIM)]
    if context and context.before.strip():
        yield _INDENT + "  ", [(_bounded(context.before, tail=True), DIM)]
    yield _INDENT + "│ ", _diff(parts)
    if context and context.after.strip():
        yield _INDENT + "  ", [(_bounded(context.after), DIM)]
    yield from _told(parts, check.dropped)
    for flag in check.flags:
        yield _INDENT, [_flag(flag, flag_words(flag, check))]
    if check.linked:
        yield _INDENT, [(f"{linked_words(check.linked)} ({one_line(check.linked.href)})", "")]
    yield from _others(check)


def _diff(parts: Sequence[Part]) -> list[Run]:
    """The quote's words with what the document has otherwise, as runs."""
    runs: list[Run] = [("“", "")]
    for index, part in enumerate(parts):
        quoted, documented = _plain(part.quote), _plain(part.document or "")
        if part.role == "same" or part.role in ("bracket", "ellipsis"):
            runs.append((quoted, "" if part.role == "same" else BOLD))
            continue
        if part.role == "order":
            runs += [(" [-another order-] ", _DROPPED), (quoted, "")]
            continue
        if part.role == "joint":
            documented = _skipped(part)
        elif not documented and _has_document(part):
            documented = "…"
        dropped = f"[-{documented}-]" if documented else ""
        added = f"{{+{quoted}+}}" if quoted.strip() else ""
        before = parts[index - 1].quote[-1:] if index else ""
        behind = parts[index + 1].quote[:1] if index + 1 < len(parts) else ""
        runs.append((" " if before and not before.isspace() and not added else "", ""))
        runs += [(dropped, _DROPPED), (" " if dropped and added else "", ""), (added, _ADDED)]
        runs.append((" " if behind.isalnum() and not added else "", ""))
    return [*runs, ("”", "")]


def _plain(text: str) -> str:
    """Words on one line, white space at either end kept as one space; a diff's own signs in them parted."""
    line = one_line(text)
    for sign in ("{+", "+}", "[-", "-]"):
        line = line.replace(sign, " ".join(sign))
    if not line:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + line + (" " if text[-1].isspace() else "")


def _has_document(part: Part) -> bool:
    return part.difference is not None and part.difference.document[1] > part.difference.document[0]


def _skipped(part: Part) -> str:
    """How much lies under a joint."""
    if part.document:
        return length_of(part.document)
    if part.difference is None or not _has_document(part):
        return "joint"
    start, end = part.difference.document
    return counted(end - start, "character")


def _told(parts: Sequence[Part], dropped: Sequence[str]) -> Iterator[_Line]:
    """What the quote's own marks stand for, what a joint leaves out, and differences that are no wording."""
    gaps = [text for text in dropped if text.strip()]
    for part in parts:
        if part.role == "bracket" and part.document:
            yield _INDENT, [(f"{_plain(part.quote).strip()} stands for: {_bounded(part.document)}", "")]
        if part.role == "joint" and part.document:
            told = f"left out without a mark ({length_of(part.document)}): {_bounded(part.document)}"
            yield _INDENT, [(told, "")]
    for gap in gaps:
        yield _INDENT, [(f"left out ({length_of(gap)}): {_bounded(gap)}", "")]
    counts: dict[str, int] = {}
    for part in parts:
        if part.difference and part.role in ("insert", "delete", "replace"):
            counts[part.difference.kind] = counts.get(part.difference.kind, 0) + 1
    if counts:
        listed = ", ".join(f"{count:,} {CLASS_WORDS[kind]}" for kind, count in counts.items())
        yield _INDENT, [(f"{counted(sum(counts.values()), 'difference')}: {listed}", "")]


def _bounded(text: str, *, tail: bool = False) -> str:
    """A text on one line; of a very long one the beginning and the end (of a `tail` the end alone)."""
    told = one_line(text).split(" ")
    if len(told) <= MOST_WORDS:
        return " ".join(told)
    half = MOST_WORDS // 2
    first = [] if tail else told[:half]
    left = counted(len(told) - half - len(first), "word")
    return " ".join([*first, f"(… {left} not shown …)", *told[-half:]])


def _flag(flag: str, words: str) -> Run:
    return f"! {flag.replace('_', ' ')}: {words}", ""


def _others(check: Check) -> Iterator[_Line]:
    if not check.others:
        return
    yield _INDENT, [(f"Also in {counted(len(check.others), 'other place')}:", "")]
    for other in check.others[:MOST_OTHERS]:
        yield _INDENT + "  ", _other(other, check.text)
    if len(check.others) > MOST_OTHERS:
        yield _INDENT + "  ", [(f"and {len(check.others) - MOST_OTHERS:,} more", DIM)]


def _other(other: OtherPlace, text: str) -> list[Run]:
    who = f", in the turn of {one_line(other.document_speaker)}" if other.document_speaker else ""
    where = f"- {one_line(other.path)}, {place_words(other.span)}{who}: {VERDICT_NAMES[other.verdict]}"
    if not _is_marked(other.differences):
        return [(where, "")]
    documented = document_words(whole(other, text), other.differences)
    return [(where + " ", ""), *_diff(quote_side(text, other.differences, documented))]


def _foot(checked: CheckedArticle) -> Iterator[_Line]:
    for failure in checked.failures:
        kind = "Note" if failure.stage in NOTES else "Not done"
        yield "", [(one_line(f"{kind} ({failure.stage}): {failure.reason}"), DIM)]
    yield "", [(summary_line(checked.summary), BOLD)]
