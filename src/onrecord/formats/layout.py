"""What a page or a terminal shows of an article: its quotations numbered, who speaks, its text in blocks."""

from collections.abc import Iterable

import msgspec

from onrecord.formats.dates import spoken
from onrecord.formats.pieces import Block, blocks, field_text, joined
from onrecord.formats.visible import one_line
from onrecord.model import Article, Quotation, Record, Span, Speaker, SpeakerKind
from onrecord.read import NOTES

UNKNOWN_SPEAKER = "unknown"
FIELDS = ("title", "deck", "text")
NOT_SAID = {
    "statement": "did not say",
    "belief": "did not think",
    "intention": "did not intend",
    "decree": "did not order",
    "perception": "did not notice",
    "other": "denied of them",
}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation as it is shown: its number on the page, and its words on one line each."""

    number: int
    quotation: Quotation
    voices: tuple[int, ...]
    words: str
    cue: str
    perhaps: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()  # when, where and to whom, as the article tells
    why: tuple[str, ...] = ()  # what each speaker was told by
    inside: int | None = None  # the number of the quotation in whose words it stands


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker of the article, with the numbers of the quotations that are theirs."""

    number: int
    name: str | None
    kind: SpeakerKind | None
    label: str | None = None  # the register's name, where it is another
    entries: tuple[Entry, ...]

    @property
    def called(self) -> str:
        """The name, with the register's where that is another; or "unknown"."""
        if not self.name:
            return UNKNOWN_SPEAKER
        return one_line(f"{self.name} (in the register {self.label})" if self.label else self.name)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of one article."""

    record: Record
    entries: tuple[Entry, ...]
    voices: tuple[Voice, ...]
    title: Block | None
    deck: Block | None
    body: tuple[Block, ...]
    captions: tuple[Block, ...]
    left_out: int

    @property
    def failed(self) -> bool:
        """Whether something could not be done (a note, as of an encoding taken for granted, is no failure)."""
        return any(failure.stage not in NOTES for failure in self.record.failures)

    @property
    def nothing(self) -> str:
        """Why no quotation is shown, where none is."""
        if self.entries:
            return ""
        if self.failed:
            return "It could not be read for quotations."
        return "No statement was found." if self.left_out else "No quotation was found."


def lay_out(record: Record, *, everything: bool = False) -> Page:
    """Lay one article out: its statements, or `everything` (beliefs, intentions, orders and the like too)."""
    article = record.article
    shown = [row for row in record.quotations if everything or row.act == "statement"]
    voices, entries = _voices(_numbered(article, shown))

    def in_blocks(field: str) -> tuple[Block, ...]:
        return blocks(
            article, field, [(e.number, e.quotation.content) for e in entries if e.quotation.field == field]
        )

    title, deck = in_blocks("title"), in_blocks("deck")
    captions = [in_blocks(f"captions.{index}") for index in range(len(article.captions))]
    return Page(
        record=record,
        entries=entries,
        voices=voices,
        title=title[0] if title else None,
        deck=deck[0] if deck else None,
        body=in_blocks("text"),
        captions=tuple(block for caption in captions for block in caption),
        left_out=len(record.quotations) - len(shown),
    )


def how(entry: Entry) -> str:
    """How it was said: the cue, or that it was not said, with the act where it is no statement."""
    row = entry.quotation
    if row.negated:
        denial = NOT_SAID[row.act]
        return denial if entry.cue.casefold() in ("", denial) else f"{denial} ({entry.cue})"
    if row.act == "statement":
        return entry.cue
    return f"{entry.cue} ({row.act})" if entry.cue else row.act


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of some spans on one line, " … " between them."""
    return " … ".join(one_line(text[start:end]) for start, end in spans)


def _numbered(article: Article, rows: list[Quotation]) -> list[Entry]:
    """The quotations in reading order, a longer one before those inside it."""

    def place(row: Quotation) -> tuple[int, str, int, int]:
        field = FIELDS.index(row.field) if row.field in FIELDS else len(FIELDS)
        start = min((start for start, _ in row.content), default=0)
        return field, row.field, start, -max((end for _, end in row.content), default=0)

    entries = []
    for number, row in enumerate(sorted(rows, key=place), start=1):
        text = field_text(article, row.field)
        entries.append(
            Entry(
                number=number,
                quotation=row,
                voices=(),
                words=words_of(text, joined(row.content, text)),
                cue=words_of(text, row.cue),
                perhaps=tuple(one_line(speaker.name or "") for speaker in row.candidates if speaker.name),
                circumstances=_circumstances(row),
                why=tuple(_reason(article, speaker) for speaker in row.speakers),
            )
        )
    number_of = {entry.quotation.id: entry.number for entry in entries}
    return [msgspec.structs.replace(one, inside=number_of.get(one.quotation.parent or "")) for one in entries]


def _circumstances(row: Quotation) -> tuple[str, ...]:
    """When, where and to whom: "on Tuesday (12 March 2024)", "in: a letter", "to: reporters"."""
    told = []
    if row.date is not None:
        words, date = one_line(row.date.text), one_line(spoken(row.date))
        told.append(words if date in ("", words) else f"{words} ({date})")
    if row.venue:
        told.append(f"at or in: {one_line(row.venue)}")
    if row.addressee:
        told.append(f"to: {one_line(row.addressee)}")
    return tuple(told)


def _reason(article: Article, speaker: Speaker) -> str:
    """Why this speaker: each reason with the words that it stands on."""
    reasons = [
        f"{one_line(evidence.why)} “{one_line(field_text(article, evidence.field)[slice(*evidence.span)])}”"
        for evidence in speaker.evidence
    ]
    return f"{one_line(speaker.name or '')}, {speaker.confidence:.2f}: {'; '.join(reasons)}"


def _voices(entries: list[Entry]) -> tuple[tuple[Voice, ...], tuple[Entry, ...]]:
    """Who speaks, in the order of their first words, the unknown last; and the entries with their voices."""
    groups: dict[tuple[str, str], tuple[Speaker | None, list[int]]] = {}
    for index, entry in enumerate(entries):
        for speaker in entry.quotation.speakers or (None,):
            members = groups.setdefault(_identity(speaker), (speaker, []))[1]
            if index not in members[-1:]:
                members.append(index)
    ordered = sorted(groups.values(), key=_is_unknown)
    numbers: dict[int, list[int]] = {}
    for number, (_, members) in enumerate(ordered, start=1):
        for index in members:
            numbers.setdefault(index, []).append(number)
    placed = [msgspec.structs.replace(entry, voices=tuple(numbers[i])) for i, entry in enumerate(entries)]
    voices = tuple(
        Voice(
            number=number,
            name=(speaker.name or speaker.label) if speaker else None,
            kind=speaker.kind if speaker and (speaker.name or speaker.label) else None,
            label=_other_label(speaker),
            entries=tuple(placed[index] for index in members),
        )
        for number, (speaker, members) in enumerate(ordered, start=1)
    )
    return voices, tuple(placed)


def _other_label(speaker: Speaker | None) -> str | None:
    if speaker is None or not speaker.label or not speaker.name:
        return None
    return None if speaker.label.casefold() == speaker.name.casefold() else speaker.label


def _identity(speaker: Speaker | None) -> tuple[str, str]:
    if speaker is None or not (speaker.name or speaker.label):
        return "", ""
    return (speaker.name or speaker.label or "").casefold(), speaker.kind


def _is_unknown(group: tuple[Speaker | None, list[int]]) -> bool:
    return _identity(group[0]) == ("", "")
