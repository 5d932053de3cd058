"""A digest in words: sections of items, the same for plain text and for e-mail."""

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from onrecord.findings import VERDICTS, Check, CheckedQuotation
from onrecord.formats.check.sides import document_words
from onrecord.formats.check.words import (
    NO_SPEAKER,
    SIGNS,
    VERDICT_NAMES,
    counted,
    difference_words,
    verdict_words,
)
from onrecord.formats.dates import spoken
from onrecord.formats.fragments import web_address
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import shortened
from onrecord.ledger.changes import Change
from onrecord.ledger.news import ArticleName, Digest, Growth, QuoteEdit, Reprint, SpeakerNews, Unfaithful
from onrecord.ledger.rows import QuotationRow
from onrecord.model import Date

LONGEST_WORDS, LONGEST_FACT, LONGEST_ADDRESS = 320, 160, 500  # columns
MOST_NOTES = 4  # of one item
CAREFUL = (
    "A verdict says how quoted words lie beside the documents that were searched. None says whether what was said is "
    "true, and “not found” does not say that the words were invented."
)
# Where a web app has its pages; what stands in place of {} is the id.
QUOTATION_PAGE, ARTICLE_PAGE = "/quotations/{}", "/articles/{}"
_CHANGED = {
    "quote_changed": "the words changed",
    "speaker_changed": "another speaker",
    "quote_dropped": "no longer there",
}


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is told: whose, the quoted words, where they stand, what is said of them, and its address."""

    head: str = ""
    words: str = ""
    facts: str = ""
    notes: tuple[str, ...] = ()
    link: str | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Some items under a title; `count` says how many there are in all, `note` what has to be known to read them."""

    title: str
    count: str
    items: tuple[Item, ...]
    note: str = ""


def title_of(digest: Digest) -> str:
    """What the digest is called: "Added since 15 October 2031"."""
    first = _spoken(digest.since)
    if digest.until is None:
        return f"Added since {first}"
    return (
        f"Added on {first}"
        if digest.until == digest.since
        else f"Added from {first} to {_spoken(digest.until)}"
    )


def summary_of(digest: Digest) -> tuple[str, ...]:
    """What was added, in figures: a line, and one of the verdicts where anything was checked."""
    told = f"{counted(digest.articles, 'new article')} and {counted(digest.versions, 'newer version')} of known ones"
    told += f", of {counted(digest.outlets, 'outlet')}, with {counted(digest.quotations, 'quotation')}; "
    told += f"{counted(digest.documents, 'document')} to check against."
    given = [f"{digest.verdicts[one]:,} {VERDICT_NAMES[one]}" for one in VERDICTS if digest.verdicts.get(one)]
    return (told, f"Checked: {', '.join(given)}.") if given else (told,)


def sections_of(digest: Digest, *, site: str | None = None) -> tuple[Section, ...]:
    """The sections that have something in them; `site` is the address of a web app, where their links then lead."""
    unfaithful = sum(digest.verdicts.get(verdict, 0) for verdict in ("altered", "spliced", "not_found"))
    families = f"{digest.families_in_all:,} {'family' if digest.families_in_all == 1 else 'families'}"
    edits = counted(digest.edits_in_all, "change")
    if digest.versions_compared < digest.versions:
        edits += f" in the newest {digest.versions_compared:,} of {digest.versions:,} versions"
    sections = (
        Section(
            title="Who was quoted",
            count=counted(digest.speakers_in_all, "speaker"),
            items=tuple(item for row in digest.speakers for item in _speaker(row, site)),
        ),
        Section(
            title="Altered, spliced or not found",
            count=counted(unfaithful, "quotation"),
            items=tuple(_unfaithful(row, site) for row in digest.unfaithful),
            note=CAREFUL,
        ),
        Section(
            title="Versions that changed a quote",
            count=edits,
            items=tuple(_edit(row, site) for row in digest.edits),
        ),
        Section(
            title="Copies that do not name their original",
            count=counted(digest.reprints_in_all, "pair"),
            items=tuple(_reprint(row, site) for row in digest.reprints),
        ),
        Section(
            title="Families that grew most",
            count=families,
            items=tuple(_family(row, site) for row in digest.families),
        ),
        Section(
            title="Could not be read",
            count=counted(digest.failures_in_all, "input"),
            items=tuple(
                Item(head=_fact(row.path), notes=(_fact(f"{row.stage}: {row.reason}"),))
                for row in digest.failures
            ),
        ),
    )
    return tuple(section for section in sections if section.items)


def _speaker(news: SpeakerNews, site: str | None) -> Iterator[Item]:
    """The quotations of a speaker, the name above the first alone."""
    head = f"{_fact(news.label)} · {counted(news.statements, 'statement')}"
    if news.quotations > news.statements:
        head += f" ({counted(news.quotations, 'quotation')} in the ledger)"
    for place, row in enumerate(news.rows):
        yield _quotation(row, site, head="" if place else head)


def _unfaithful(found: Unfaithful, site: str | None) -> Item:
    verdict = found.checked.verdict
    head = f"{SIGNS[verdict]} {VERDICT_NAMES[verdict]} · {_who(found.row)}"
    return _quotation(found.row, site, head=head, notes=tuple(map(_fact, _findings(found.checked))))


def _findings(checked: CheckedQuotation) -> Iterator[str]:
    """What the check of the worst passage found: the place, the flags, the differences in words."""
    check = next((check for check in checked.checks if check.verdict == checked.verdict), None)
    if check is None:
        return
    words = verdict_words(check)
    yield f"{words[0].upper()}{words[1:]}{_where(check)}."
    if checked.flags:
        yield f"Flags: {', '.join(flag.replace('_', ' ') for flag in checked.flags)}."
    documented = document_words(check.pieces, check.differences, check.dropped)
    told = [
        difference_words(difference, check.text[slice(*difference.quote)], there)
        for difference, there in zip(check.differences, documented, strict=True)
    ]
    yield from told[:MOST_NOTES]
    if len(told) > MOST_NOTES:
        yield f"and {counted(len(told) - MOST_NOTES, 'more difference')}"


def _where(check: Check) -> str:
    if check.document is None:
        return ""
    who = f", in the turn of {one_line(check.document_speaker)}" if check.document_speaker else ""
    return f", beside {one_line(check.document.path).rpartition('/')[2]}{who}"


def _edit(edit: QuoteEdit, site: str | None) -> Item:
    change = edit.change
    noted = (
        "a notice of a correction came with it" if edit.noted else "no notice of a correction came with it"
    )
    return Item(
        head=f"{_fact(change.speaker or NO_SPEAKER)} · {_CHANGED[change.kind]}",
        words=_words(change.after if change.kind == "quote_changed" else change.before or ""),
        facts=f"{_named(edit.article)} · {noted}",
        notes=tuple(map(_fact, _changed(change))),
        link=_link(site, ARTICLE_PAGE, edit.article.id, edit.article.url),
    )


def _changed(change: Change) -> Iterator[str]:
    """The words that a change took out and put in, or the speakers before and after."""
    if change.kind == "speaker_changed":
        yield f"before: {one_line(change.before or NO_SPEAKER)}; now: {one_line(change.after or NO_SPEAKER)}"
    for difference in change.differences[:MOST_NOTES]:
        before, after = one_line(difference.before), one_line(difference.after)
        if before and after:
            yield f"“{before}” became “{after}”"
        else:
            yield f"“{before}” taken out" if before else f"“{after}” put in"
    if len(change.differences) > MOST_NOTES:
        yield f"and {counted(len(change.differences) - MOST_NOTES, 'more change')}"


def _reprint(reprint: Reprint, site: str | None) -> Item:
    return Item(
        head=_named(reprint.copy),
        notes=(f"shares {reprint.shared:.0%} of the shorter text with {_named(reprint.original)}",),
        link=_link(site, ARTICLE_PAGE, reprint.copy.id, reprint.copy.url),
    )


def _family(growth: Growth, site: str | None) -> Item:
    told = f"{counted(growth.added, 'printing')} more, {growth.printings:,} in all"
    return _quotation(
        growth.row, site, head=_who(growth.row), notes=(f"{told}, in {counted(growth.outlets, 'outlet')}",)
    )


def _quotation(row: QuotationRow, site: str | None, *, head: str, notes: tuple[str, ...] = ()) -> Item:
    facts = [row.outlet, row.published and _spoken(row.published), row.title]
    return Item(
        head=head,
        words=_words(row.content),
        facts=_fact(" · ".join(fact for fact in facts if fact) or row.path or ""),
        notes=notes,
        link=_link(site, QUOTATION_PAGE, row.quotation, row.url),
    )


def _named(name: ArticleName) -> str:
    """An article in a line: outlet, day and headline; its path where it has neither outlet nor headline."""
    facts = [name.outlet, name.published and _spoken(name.published), name.title]
    return _fact(
        " · ".join(fact for fact in facts if fact) if name.outlet or name.title else name.path or name.id
    )


def _who(row: QuotationRow) -> str:
    who = _fact(", ".join(row.speakers) or row.source or NO_SPEAKER)
    return f"{who} (denied)" if row.negated else who


def _link(site: str | None, page: str, id: str, url: str | None) -> str | None:
    """The page of a thing in the web app, else the article's own address; None where that is none, or endless."""
    address = web_address(url) if site is None else site.rstrip("/") + page.format(quote(id, safe=":"))
    return address if address and len(address) <= LONGEST_ADDRESS else None


def _words(text: str | None) -> str:
    return shortened(one_line(text or ""), LONGEST_WORDS)


def _fact(text: str) -> str:
    return shortened(one_line(text), LONGEST_FACT)


def _spoken(day: str) -> str:
    return spoken(Date(value=day, precision="day", text=day))
