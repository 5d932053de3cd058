"""`onrecord correct`: what a person says of the machine's answer for a quotation."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.model import Correction, Quotation, Record, Span, Speaker, SpeakerKind

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from sqlalchemy import Connection

_PLACES = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*")
MOST_TOLD = 5  # places of the same words


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the options say; null spans and no speakers are what is not said."""

    speakers: tuple[str, ...] = ()
    kind: SpeakerKind = "person"
    unknown: bool = False
    content: str | None = None
    cue: str | None = None
    source: str | None = None
    no_quotation: bool = False
    missed: bool = False
    field: str = "text"
    note: str = ""
    by: str = ""

    @property
    def of_the_speaker(self) -> bool:
        """Whether something is said of who says it."""
        return self.unknown or bool(self.speakers)

    @property
    def of_the_extent(self) -> bool:
        """Whether something is said of where it stands."""
        return any(words is not None for words in (self.content, self.cue, self.source))


@click.command()
@click.argument("name", metavar="NAME")
@ledger_option
@click.option(
    "--speaker", "speakers", metavar="NAME", multiple=True, help="Who says it: a name, or a speaker's id."
)
@click.option(
    "--kind",
    type=click.Choice(get_args(SpeakerKind)),
    default="person",
    show_default=True,
    help="What the speakers are, where they are given by name.",
)
@click.option("--unknown", is_flag=True, help="It is not known who says it.")
@click.option("--content", metavar="WORDS", help="What is said.")
@click.option("--cue", metavar="WORDS", help="By which words it is said to be said; '' for none.")
@click.option("--source", metavar="WORDS", help="The words for who says it; '' for none.")
@click.option("--no-quotation", is_flag=True, help="Nobody is said to say it.")
@click.option(
    "--missed", is_flag=True, help="NAME is an article, and --content a quotation of it that was missed."
)
@click.option(
    "--field", default="text", show_default=True, help="Where --missed stands: text, title, deck, ..."
)
@click.option("--withdraw", is_flag=True, help="NAME is a correction that is to count no longer.")
@click.option("--note", default="", metavar="TEXT", help="Why, or anything else that is to be kept with it.")
@click.option("--by", default="", metavar="NAME", help="Who corrects.")
def correct(name: str, address: str | None, withdraw: bool, **said: object) -> None:
    """Say that the machine's answer for a quotation is wrong, and what is right.

    NAME is the quotation's id, as `onrecord search` shows it, or eight digits of it or more. The answer itself stays:
    the correction is kept beside it, comes out with it (`onrecord export`), and takes its place where that is asked for
    (`onrecord export --corrected`). Of several of one kind on one quotation the latest counts.

    WORDS are as they stand in the article, or places in it: 120-158, or 120-158,190-204 for words in two stretches.
    What --content, --cue and --source do not name stays as it is.

    \b
    onrecord correct 0f3a9c21 --speaker "Mira Osk" --by desk
    onrecord correct 0f3a9c21 --content "the bridge is shut" --cue "she wrote"
    onrecord correct articles/wire.txt --missed --content "the boats stay" --speaker "Ines Marl"
    onrecord correct 7be2d4a0 --withdraw

    Exit code: 0, or 2 on wrong use, and where the ledger has no such quotation or the words do not stand there.
    """
    wanted = msgspec.convert(said, Said)
    if withdraw:
        if wanted != Said(note=wanted.note, by=wanted.by):
            raise Refused("--withdraw takes a correction back: give it alone.")
        _withdraw(name, address)
        return
    _refuse_contradictions(wanted)
    with opened_ledger(address) as ledger, ledger.write() as connection:
        from onrecord.ledger.corrections import correct as keep

        article, drafts = _drafts(connection, name, wanted)
        kept = [keep(connection, article, draft) for draft in drafts]
    from onrecord.cli.corrections import told

    for correction in kept:
        for line in told(correction):
            click.echo(line)


def _withdraw(id: str, address: str | None) -> None:
    from onrecord.cli.corrections import told

    with opened_ledger(address) as ledger, ledger.write() as connection:
        from onrecord.ledger.corrections import withdraw

        correction = withdraw(connection, id)
    for line in told(correction):
        click.echo(line)
    say("withdrawn: it counts no longer, and `onrecord corrections --withdrawn` still shows it.")


def _refuse_contradictions(said: Said) -> None:
    """Refuse options that say nothing, or do not go together."""
    if said.unknown and said.speakers:
        raise Refused("--unknown says that nobody is known to say it: leave out --speaker, or --unknown.")
    if said.missed and (said.content is None or said.no_quotation or said.unknown):
        raise Refused("--missed needs --content, and takes --speaker, --cue and --source, nothing else.")
    if said.no_quotation and (said.of_the_speaker or said.of_the_extent):
        raise Refused("--no-quotation says it all: leave out the speaker and the words.")
    if not (said.no_quotation or said.of_the_speaker or said.of_the_extent):
        raise Refused(
            "say what is right: --speaker, --unknown, --content, --cue, --source or --no-quotation."
        )


def _drafts(connection: "Connection", name: str, said: Said) -> tuple[str, list[Correction]]:
    """The article's id, and what is said of it: of the speaker and of the extent in two corrections."""
    from onrecord.corrections import corrected
    from onrecord.ledger.corrections import find_quotation
    from onrecord.ledger.keeping import read_record
    from onrecord.ledger.naming import find_article

    if said.missed:
        record = read_record(connection, find_article(connection, name))
        return record.article.id or "", [_missed(connection, record, said)]
    number, id = find_quotation(connection, name)
    record = read_record(connection, number)
    row = next(row for row in (*record.quotations, *corrected(record).quotations) if row.id == id)
    return record.article.id or "", list(_on(connection, record, row, said))


def _missed(connection: "Connection", record: Record, said: Said) -> Correction:
    text = _field(record, said.field)
    return Correction(
        says="missed",
        field=said.field,
        content=_spans("--content", said.content, text),
        cue=_spans("--cue", said.cue, text),
        source=_spans("--source", said.source, text),
        speakers=tuple(_speaker(connection, one, said.kind) for one in said.speakers),
        note=said.note,
        by=said.by,
    )


def _on(connection: "Connection", record: Record, row: Quotation, said: Said) -> Iterator[Correction]:
    if said.no_quotation:
        yield Correction(says="no_quotation", quotation=row.id, note=said.note, by=said.by)
    if said.of_the_extent:
        text, place = record.article.field_text(row.field), row.content[0][0]
        yield Correction(
            says="extent",
            quotation=row.id,
            content_now=_spans("--content", said.content, text, near=place) or row.content,
            cue=row.cue if said.cue is None else _spans("--cue", said.cue, text, near=place),
            source=row.source if said.source is None else _spans("--source", said.source, text, near=place),
            note=said.note,
            by=said.by,
        )
    if said.of_the_speaker:
        speakers = tuple(_speaker(connection, one, said.kind) for one in said.speakers)
        yield Correction(says="speaker", quotation=row.id, speakers=speakers, note=said.note, by=said.by)


def _speaker(connection: "Connection", name: str, kind: SpeakerKind) -> Speaker:
    """A speaker by an id of the register, or by name; with the id where just one of the register is called so."""
    from onrecord.ledger.speakers import speakers_named

    found = speakers_named(connection, name)
    for one in found:
        if one.id == name:
            return Speaker(name=one.label, kind=one.kind, id=one.id)
    same = [one for one in found if one.kind == kind and name in one.aliases]
    return Speaker(name=name, kind=kind, id=same[0].id if len(same) == 1 else None)


def _field(record: Record, field: str) -> str:
    try:
        return record.article.field_text(field)
    except KeyError:
        raise Refused(
            f"the article has no field {field}: there are text, title, deck, captions.0, ..."
        ) from None


def _spans(option: str, value: str | None, text: str, *, near: int | None = None) -> tuple[Span, ...]:
    """The spans that an option means: places, or words that stand once in the text (else those nearest to a place)."""
    if not value:
        return ()
    if _PLACES.fullmatch(value):
        pairs = (pair.split("-") for pair in value.split(","))
        return tuple((int(start), int(end)) for start, end in pairs)
    starts, at = [], text.find(value)
    while at >= 0:
        starts.append(at)
        at = text.find(value, at + 1)
    if not starts:
        raise Refused(f"{option}: the article does not have these words, letter for letter: {value}")
    if near is None and len(starts) > 1:
        places = ", ".join(f"{start}-{start + len(value)}" for start in starts[:MOST_TOLD])
        raise Refused(
            f"{option}: these words stand there {len(starts)} times: give one of the places {places}"
        )
    start = min((abs(one - (near or 0)), one) for one in starts)[1]
    return ((start, start + len(value)),)
