"""One article as a page shows it: its text marked up piece by piece, and the notes beside it."""

import re
from typing import get_args

from markupsafe import Markup, escape

from onrecord.formats.html.addresses import host_of, web_address
from onrecord.formats.layout import Entry, Page, Voice, how
from onrecord.formats.pieces import Block, Piece
from onrecord.formats.visible import one_line, visible
from onrecord.model import QuotationKind

# Colours and kinds of line in turn, so that neither alone is needed to tell speakers apart; see style.css.
COLOURS = 6
LINES = 4
KINDS: tuple[str, ...] = get_args(QuotationKind)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class ShownArticle:
    """One article as the template asks for it; every id on the page begins with its number.

    A page of its own kind overrides `address_of`, `beside` and `how_to_see_all`.
    """

    how_to_see_all: Markup | str = "the option --all shows all."

    def __init__(self, number: int, page: Page) -> None:
        self.page = page
        self.record = page.record
        self.article = page.record.article
        self.key = f"a{number}"
        self.voices = {voice.number: voice for voice in page.voices}
        self.entries = {entry.number: entry for entry in page.entries}
        self._placed: set[int] = set()

    def address_of(self, voice: Voice) -> str | None:
        """Where a speaker's own page is, if there is one."""
        return None

    def beside(self, entry: Entry) -> Markup:
        """What else stands in the note of a quotation."""
        return Markup("")

    @property
    def name(self) -> str:
        """The headline, or the path, or what else tells the article from others."""
        return one_line(
            self.article.title or self.article.path or self.article.url or "Article without a headline"
        )

    @property
    def language(self) -> str | None:
        """The language as HTML has it, where it is one."""
        language = self.article.language or ""
        return language if _LANGUAGE.fullmatch(language) else None

    def marked(self, block: Block) -> Markup:
        """A block's words with its quotations and links marked up."""
        return Markup("").join(self._piece(piece) for piece in block.pieces)

    def notes(self, block: Block) -> list[Entry]:
        """The quotations that begin in a block: their notes stand beside it."""
        return [self.entries[number] for number in block.begins]

    def look(self, voice: Voice) -> str:
        """The classes that give a speaker's quotations their colour and kind of line."""
        if voice.name is None:
            return "voice c0 l0"
        turn = voice.number - 1
        return f"voice c{turn % COLOURS + 1} l{(turn + turn // COLOURS) % LINES + 1}"

    def look_of(self, entry: Entry) -> str:
        """The classes of one quotation: those of its first speaker, and that it was not said."""
        return self.look(self.voices[entry.voices[0]]) + (" denied" if entry.quotation.negated else "")

    def said_by(self, entry: Entry) -> list[Voice]:
        """The speakers of one quotation."""
        return [self.voices[number] for number in entry.voices]

    @property
    def kinds(self) -> list[tuple[str, list[Entry]]]:
        """The kinds of the quotations, each with its quotations; none where there is one kind alone."""
        found = {kind: [one for one in self.page.entries if one.quotation.kind == kind] for kind in KINDS}
        some = [(kind, entries) for kind, entries in found.items() if entries]
        return some if len(some) > 1 else []

    def filter_keys(self, *entries: Entry) -> str:
        """The keys of the speakers and the kinds of some quotations, for the filter."""
        numbers = sorted({number for entry in entries for number in entry.voices})
        kinds = [kind for kind in KINDS if any(entry.quotation.kind == kind for entry in entries)]
        return " ".join(
            [f"{self.key}v{number}" for number in numbers] + [f"{self.key}k{kind}" for kind in kinds]
        )

    def links(self, entry: Entry) -> list[dict[str, str | None]]:
        """The links of one quotation: the words, and the address and host where it may be followed."""
        links = []
        for index in entry.quotation.links:
            if 0 <= index < len(self.article.links):
                link = self.article.links[index]
                address = web_address(link.href)
                host = host_of(address) if address else None
                links.append({"text": one_line(link.text), "address": address, "host": host})
        return links

    def _piece(self, piece: Piece) -> Markup:
        words = escape(visible(piece.text))
        if piece.link is not None:
            address = web_address(self.article.links[piece.link].href)
            if address:
                words = Markup('<a class="out" href="{}" rel="noopener nofollow noreferrer">{}</a>').format(
                    address, words
                )
        if not piece.inside:
            return words
        numbers = Markup("").join(self._number(number) for number in piece.closes)
        around = [self.entries[number] for number in piece.inside]
        deep = " deep" if len(around) > 1 else ""
        return Markup(
            '<mark class="{}" data-q="{}" data-v="{}"><span class="said">{}</span>{}</mark>'
        ).format(
            self.look_of(around[-1]) + deep,
            " ".join(f"{self.key}q{entry.number}" for entry in around),
            self.filter_keys(*around),
            words,
            numbers,
        )

    def _number(self, number: int) -> Markup:
        """The number at the end of a stretch: the first is the quotation's anchor, and leads to its note."""
        if number in self._placed:
            return Markup('<span class="number" aria-hidden="true">{}</span>').format(number)
        self._placed.add(number)
        entry = self.entries[number]
        who = ", ".join(voice.called for voice in self.said_by(entry))
        return Markup(
            '<a class="number" id="{0}q{1}" href="#{0}n{1}" data-v="{2}" aria-label="{3}">{1}</a>'
        ).format(
            self.key, number, self.filter_keys(entry), f"Quotation {number}: {who}, {how(entry) or 'no cue'}"
        )
