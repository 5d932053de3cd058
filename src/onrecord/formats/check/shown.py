"""A check as a page shows it: each quote beside its document, both marked up word by word."""

import re
from collections.abc import Iterable
from importlib.metadata import version

from markupsafe import Markup, escape

from onrecord.findings import VERDICTS, Check, CheckedArticle, CheckedQuotation, OtherPlace, Searched
from onrecord.formats.check.sides import Part, document_side, document_words, quote_side, whole
from onrecord.formats.check.words import (
    NO_SPEAKER,
    VERDICT_NAMES,
    counted,
    difference_words,
    flag_words,
    flags_of_all,
    length_of,
    linked_words,
    place_words,
    summary_line,
    verdict_words,
)
from onrecord.formats.dates import spoken
from onrecord.formats.html.addresses import web_address
from onrecord.formats.visible import one_line, visible

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# How a part looks on the quote's side and on the document's: its element, its class, and what it is read out as.
_QUOTE_LOOK = {
    "insert": ("ins", "only", "only in the quote"),
    "replace": ("ins", "changed", "in the quote"),
    "bracket": ("span", "own", "in the quote's own brackets"),
    "ellipsis": ("span", "own", "the quote's own ellipsis"),
}
_DOCUMENT_LOOK = {
    "delete": ("del", "only", "only in the document"),
    "replace": ("del", "changed", "in the document"),
    "bracket": ("span", "own", "in brackets in the quote"),
}


class ShownCheck:
    """One checked article as the template asks for it; every id on the page begins with its number."""

    def __init__(self, number: int, checked: CheckedArticle) -> None:
        self.key = f"a{number}"
        self.checked = checked
        self.article = checked.article
        self.summary = summary_line(checked.summary)
        self.quotations = [ShownQuotation(self, n, q) for n, q in enumerate(checked.quotations, start=1)]
        self.name = one_line(
            self.article.title or self.article.path or self.article.url or "Article without a headline"
        )
        language = self.article.language or ""
        self.language = language if _LANGUAGE.fullmatch(language) else None

    @property
    def verdicts(self) -> list[tuple[str, list["ShownQuotation"]]]:
        """The verdicts that were given, from faithful to not, each with its quotations."""
        groups = [(verdict, [q for q in self.quotations if q.verdict == verdict]) for verdict in VERDICTS]
        return [(verdict, group) for verdict, group in groups if group]


class ShownQuotation:
    """One quotation: its number, speaker and verdict, and its passages."""

    def __init__(self, article: ShownCheck, number: int, quotation: CheckedQuotation) -> None:
        self.number = number
        self.key = f"{article.key}q{number}"
        self.verdict = quotation.verdict
        self.speaker = next((one_line(c.speaker) for c in quotation.checks if c.speaker), NO_SPEAKER)
        self.flags = [(flag, flag_words(flag)) for flag in flags_of_all(quotation)]
        self.passages = [
            ShownPassage(article, f"{self.key}p{n}", check)
            for n, check in enumerate(quotation.checks, start=1)
        ]


class ShownPassage:
    """One passage: both sides marked up, and all that is told about it."""

    def __init__(self, article: ShownCheck, key: str, check: Check) -> None:
        self.key = key
        self.check = check
        self.words = verdict_words(check)
        documented = document_words(check.pieces, check.differences, check.dropped)
        self.quote = _quote_words(quote_side(check.text, check.differences, documented))
        sides = document_side(check.text, check.pieces, check.differences, documented)
        self.document = _document_words(sides)
        self.document_text = " […] ".join(one_line(piece.text) for piece in check.pieces)
        self.differences = [
            difference_words(difference, check.text[slice(*difference.quote)], words)
            for difference, words in zip(check.differences, documented, strict=True)
        ]
        told = [words for words in documented if words is not None]
        self.dropped = [text for text in check.dropped if text.strip() and text not in told]
        self.flags = [(flag, flag_words(flag, check)) for flag in check.flags]
        self.others = [_Other(other, check.text) for other in check.others]
        self.linked = linked_words(check.linked) if check.linked else None
        self.link = web_address(check.linked.href) if check.linked else None
        self.citation = citation(article.checked, check)


class _Other:
    """A further place, with its own differences."""

    def __init__(self, other: OtherPlace, text: str) -> None:
        self.place = other
        pieces = whole(other, text)
        documented = document_words(pieces, other.differences)
        self.quote = _quote_words(quote_side(text, other.differences, documented))
        self.document = _document_words(document_side(text, pieces, other.differences, documented))


def citation(checked: CheckedArticle, check: Check) -> str:
    """A plain-text citation: who, which words, from where, and what was searched by which version."""
    article = checked.article
    flags = f"; flags: {', '.join(flag.replace('_', ' ') for flag in check.flags)}" if check.flags else ""
    where = [f"“{one_line(article.title)}”" if article.title else "", article.outlet or ""]
    where += [spoken(article.published), article.url or "", article.path or ""]
    if check.span:
        where.append(f"{place_words(check.span)} of its {check.field or 'text'}")
    lines = [
        f"{one_line(check.speaker or NO_SPEAKER)}: “{one_line(check.text)}”",
        f"Quoted in: {', '.join(one_line(part) for part in where if part)}",
        f"Verdict: {VERDICT_NAMES[check.verdict]} ({verdict_words(check)}){flags}",
    ]
    if check.document:
        who = f", in the turn of {one_line(check.document_speaker)}" if check.document_speaker else ""
        words = " […] ".join(one_line(piece.text) for piece in check.pieces)
        place = f"{one_line(check.document.path)}, {place_words(check.document.span)}"
        lines.append(f"Document: {place}{who}: “{words}”")
    lines.append(f"Searched: {searched_words(check.searched)}")
    lines.append(f"Checked with onrecord {version('onrecord')}")
    return "\n".join(lines)


def searched_words(searched: Searched) -> str:
    return f"{counted(searched.documents, 'document')}, digest {one_line(searched.digest)}"


def _quote_words(parts: Iterable[Part]) -> Markup:
    """The quote's side: its words, with what the document has otherwise marked."""
    shown = Markup("")
    for part in parts:
        if part.role in ("joint", "order"):
            told = "run together with no mark" if part.role == "joint" else "another order"
            shown += Markup(' <span class="splice {}">{}</span> ').format(part.role, told)
            shown += escape(visible(part.quote))
        else:
            shown += _marked(part.quote, _QUOTE_LOOK.get(part.role))
    return shown


def _document_words(parts: Iterable[Part]) -> Markup:
    """The document's side: its words, with what the quote lacks marked, and the gaps to be unfolded."""
    shown = Markup("")
    after_gap = True
    for part in parts:
        gap = part.role in ("ellipsis", "joint", "order") or part.document is None
        if gap:
            shown += _gap(part)
        elif part.document:
            shown += Markup(" " if after_gap and shown else "") + _marked(
                part.document, _DOCUMENT_LOOK.get(part.role)
            )
        after_gap = gap
    return shown


def _marked(words: str, look: tuple[str, str, str] | None) -> Markup:
    if look is None or not words.strip():
        return escape(visible(words))
    element, name, read_out = look
    return Markup('<{0} class="{1}"><span class="sr">({2}: </span>{3}<span class="sr">)</span></{0}>').format(
        Markup(element), name, read_out, visible(words)
    )


def _gap(part: Part) -> Markup:
    """What lies between two pieces: unfoldable where its words are known."""
    if part.role == "order":
        return Markup('<p class="splice order">what follows stands earlier in the document</p>')
    start, end = part.difference.document if part.difference else (0, 0)
    if start >= end:
        return Markup("")
    how = "left out at the quote's ellipsis" if part.role == "ellipsis" else "left out with no mark"
    if part.document is None:
        length = counted(end - start, "character")
        return Markup('<p class="splice {}">{} {}</p>').format(part.role, length, how)
    return Markup(
        '<details class="gap {}"><summary>{} {}</summary><div class="left" dir="auto">{}</div></details>'
    ).format(part.role, length_of(part.document), how, visible(part.document))
