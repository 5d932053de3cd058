"""A family as its page shows it: bounded however many printings it has, each row and place ready to be written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.formats.lineage_apparatus import Apparatus, Siglum, apparatus_of, sigla_of
from onrecord.formats.lineage_marked import Piece, marked
from onrecord.formats.lineage_svg import draw
from onrecord.formats.lineage_words import counted, drift_shown, fullest, named, reason, when_in_words
from onrecord.ledger.tracing import Told
from onrecord.traces import Copy, Lineage, Member, Saying
from onrecord.web.paths import leaf, public
from onrecord.web.rendering import part

MOST_DRAWN, MOST_ROWS = 60, 100  # printings in the picture, and in the table
MOST_NAMED = 2  # printings that one could be taken from
MOST_VERSIONS, MOST_SAID, MOST_GROUPS, MOST_COPIES = 4, 12, 20, 20


class Ref(NamedTuple):
    """A printing that another row speaks of: what it is called, and its row where it has one."""

    name: str
    row: int | None


class Row(NamedTuple):
    """A printing in the table."""

    number: int
    id: str | int
    when: str
    name: str
    outlet: str | None
    siglum: str
    words: tuple[Piece, ...]
    verdict: str | None
    beside: Ref | None  # what its words are laid beside; None for a document
    first: bool
    parent: Ref | None
    why: str
    through: tuple[Ref, ...]
    maybe: tuple[Ref, ...]
    others: int


class Source(NamedTuple):
    """A document, or a printing, that tells when the words were said."""

    when: str
    name: str
    speaker: str | None
    address: str | None


class Together(NamedTuple):
    """Printings that depend on one another, by their outlets; `more` outlets are not named."""

    outlets: tuple[str, ...]
    more: int
    printings: int
    why: str | None


class Pair(NamedTuple):
    """Two articles of the family of which one reprints the other, the first of them first where that is known."""

    first: str
    copy: str
    address: str
    ordered: bool
    share: int
    acknowledged: bool | None


class Shown(NamedTuple):
    """The page of a family."""

    found: Lineage
    printings: int
    counted: str
    fullest: str
    picture: str
    drawn: int
    rows: tuple[Row, ...]
    said: tuple[Source, ...]
    sigla: tuple[Siglum, ...]
    apparatus: tuple[Apparatus, ...]
    together: tuple[Together, ...]
    alone: int
    pairs: tuple[Pair, ...]
    more_pairs: int


def shown(told: Told) -> Shown:
    """What the page of a family shows, with no path of the host in it."""
    found = public(told.lineage)
    members = {member.id: member for member in found.members}
    rows = {member.id: number for number, member in enumerate(found.members[:MOST_ROWS], start=1)}
    sigla = sigla_of(found.members)
    documents = _addresses(told.documents)
    addresses: dict[str | int, str] = {id: f"/quotations/{part(str(id))}" for id in members}
    groups = [group for group in found.groups if len(group.printings) > 1]
    laid = [version for version in found.versions if version.apparatus][:MOST_VERSIONS]
    pairs = list(_pairs(told.copies, found))
    return Shown(
        found=found,
        printings=len(found.members) + found.left_out,
        counted=counted(found),
        fullest=fullest(found),
        picture=draw(found, inline=True, addresses=addresses | documents, most=MOST_DRAWN),
        drawn=min(len(found.members), MOST_DRAWN),
        rows=tuple(_row(member, found, members, rows, sigla) for member in found.members[:MOST_ROWS]),
        said=tuple(_source(saying, members, documents) for saying in found.said[:MOST_SAID]),
        sigla=tuple(sigla.values())[:MOST_ROWS],
        apparatus=tuple(apparatus_of(version, sigla, members) for version in laid),
        together=tuple(
            Together(group.outlets[:8], max(0, len(group.outlets) - 8), len(group.printings), group.why)
            for group in groups[:MOST_GROUPS]
        ),
        alone=len(found.groups) - len(groups),
        pairs=tuple(pairs[:MOST_COPIES]),
        more_pairs=max(0, len(pairs) - MOST_COPIES),
    )


def _addresses(documents: Mapping[str, str]) -> dict[str | int, str]:
    """The addresses of documents by the names that pages show; none where two files have one name."""
    found: dict[str | int, str] = {}
    twice: set[str] = set()
    for path, id in documents.items():
        name = leaf(path) or path
        if name in found:
            twice.add(name)
        found[name] = f"/documents/{part(id)}"
    return {name: address for name, address in found.items() if name not in twice}


def _row(
    member: Member,
    found: Lineage,
    members: Mapping[str | int, Member],
    rows: Mapping[str | int, int],
    sigla: Mapping[str, Siglum],
) -> Row:
    def refs(ids: Sequence[str | int]) -> tuple[Ref, ...]:
        some = [Ref(named(members[id]), rows.get(id)) for id in ids if id in members]
        return tuple({ref.name: ref for ref in reversed(some)}.values())[::-1]

    drift = drift_shown(member)
    with_parent = member.parent is not None and drift is not None and drift is member.from_parent
    parent = refs([member.parent])[0] if member.parent is not None else None
    name = named(member)
    return Row(
        number=rows[member.id],
        id=member.id,
        when=when_in_words(member.when),
        name=name,
        outlet=member.outlet,
        siglum=sigla[name].letters,
        words=tuple(marked(member.text, drift)),
        verdict=drift.verdict if drift else None,
        beside=parent if with_parent else None,
        first=member.id in found.first and parent is None,
        parent=parent,
        why=reason(member, members),
        through=refs(member.through[:5]),
        maybe=() if parent else refs([row.id for row in member.candidates[:MOST_NAMED]]),
        others=max(0, len(member.candidates) - MOST_NAMED) + member.others,
    )


def _source(
    saying: Saying, members: Mapping[str | int, Member], documents: Mapping[str | int, str]
) -> Source:
    if saying.path is None:
        by = members.get(saying.printing or "")
        name = f"as {named(by)} gives it" if by else "as a later printing gives it"
        return Source(when_in_words(saying.when), name, saying.speaker, None)
    return Source(when_in_words(saying.when), saying.path, saying.speaker, documents.get(saying.path))


def _pairs(copies: Sequence[Copy], found: Lineage) -> Iterator[Pair]:
    names = {member.article: named(member) for member in found.members if member.article}
    for copy in copies:
        first, later = (copy.b, copy.a) if copy.direction == "b<a" else (copy.a, copy.b)
        yield Pair(
            names.get(first, "another article"),
            names.get(later, "another article"),
            f"/copies/{part(first)}/{part(later)}",
            copy.direction is not None,
            round(copy.shared * 100),
            copy.acknowledged,
        )
