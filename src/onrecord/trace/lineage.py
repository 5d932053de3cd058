"""The lineage of a family: its printings in order of time, who could have taken the words from whom, what each changed.

Nobody is a parent by time alone. A printing has one only where its article names the other as its original, copies
it, or credits its outlet, or where both share readings that two hands would hardly make alone
(`onrecord.trace.evidence`); else it could have come from the source itself, and the earlier printings that have all
of its words are listed as candidates. Where several are equally likely, the parent is the printing that all of them
descend from, if there is one.
"""

from collections.abc import Mapping, Sequence

from onrecord.check.documents import Document
from onrecord.trace.claims import LEAST_WEIGHT, UNSURE, Claim, Row, claims_of, parents_of
from onrecord.trace.collation import collate, read_base
from onrecord.trace.dates import could_be_first, order, when_printed, when_said
from onrecord.trace.drift import drift_of
from onrecord.trace.evidence import Witness
from onrecord.trace.independence import Tie, group_printings, label_of
from onrecord.trace.versions import Laid, lay, version_of
from onrecord.traces import (
    Candidate,
    Copy,
    Drift,
    Ground,
    Lineage,
    Member,
    PrintedIn,
    Printing,
    Saying,
    Version,
    When,
)

MOST_CANDIDATES = 5
MOST_MEMBERS = 1000  # the earliest ones; `Lineage.left_out` says how many more there are


def lineage(
    printings: Sequence[Printing],
    *,
    family: str = "",
    articles: Mapping[str, PrintedIn] | None = None,
    documents: Sequence[Document] = (),
    copies: Sequence[Copy] = (),
) -> Lineage:
    """Put the printings of one utterance in order of time, and say who could have taken them from whom.

    `articles` are what is known of the articles that the printings name, `documents` those that may hold what was
    said, `copies` the articles that copy one another (`onrecord.trace.copies`). The time grows with the square of the
    printings, of which the earliest `MOST_MEMBERS` are taken. The same input gives the same lineage, in whatever
    order it comes.
    """
    known = articles or {}
    dated = [
        (row, known.get(row.article or ""), when_printed(known.get(row.article or ""), row.published))
        for row in printings
    ]
    dated.sort(key=_by_time)
    left_out = max(0, len(dated) - MOST_MEMBERS)
    dated = dated[:MOST_MEMBERS]
    texts = list(dict.fromkeys(row.text for row, _, _ in dated))
    laid = lay(texts, documents)
    place_of = dict(zip(texts, laid.places, strict=True))
    rows = [
        Row(
            printing,
            article,
            when,
            Witness(printing.text, article, place_of[printing.text][1], place_of[printing.text][0]),
        )
        for printing, article, when in dated
    ]
    claims = claims_of(rows, laid, copies)
    parents, through = parents_of(rows, claims)
    ties = _ties(rows, claims, parents, copies)
    groups, group_of = group_printings([(row.printing.id, row.article, row.printing) for row in rows], ties)
    members = _members(rows, claims, parents, through, group_of, laid)
    return Lineage(
        family=family,
        speaker=_speaker(rows),
        said=_sayings(rows, laid),
        first=tuple(rows[place].printing.id for place in could_be_first([row.when for row in rows])),
        members=members,
        versions=_versions(rows, laid),
        groups=groups,
        outlets=len({label_of(row.article, row.printing) for row in rows}),
        left_out=left_out,
    )


def _by_time(row: tuple[Printing, PrintedIn | None, When]) -> tuple[tuple[str, str], str, str]:
    return order(row[2]), row[0].article or "", str(row[0].id)


def _ties(
    rows: Sequence[Row],
    claims: Sequence[Sequence[Claim]],
    parents: Mapping[int, Claim],
    copies: Sequence[Copy],
) -> list[Tie]:
    """Pairs of printings that are not independent of each other, by place, with the reason."""
    ties = [Tie(later, claim.place, claim.grounds[0]) for later, claim in parents.items() if claim.grounds]
    for later, found in enumerate(claims):
        if later not in parents:
            ties += (Tie(later, row.place, row.grounds[0]) for row in found if row.weight >= LEAST_WEIGHT)
    copied = {frozenset((copy.a, copy.b)) for copy in copies}
    at: dict[str, int] = {}
    for place, row in enumerate(rows):
        if row.printing.article is not None:
            at.setdefault(row.printing.article, place)
    for pair in sorted(copied, key=sorted):
        places = sorted(at[article] for article in pair if article in at)
        if len(places) == 2:
            ties.append(Tie(places[1], places[0], Ground(kind="copy", words="", weight=0.0)))
    return ties


def _members(
    rows: Sequence[Row],
    claims: Sequence[Sequence[Claim]],
    parents: Mapping[int, Claim],
    through: Mapping[int, tuple[int, ...]],
    group_of: Sequence[int],
    laid: Laid,
) -> tuple[Member, ...]:
    from_parent = _drifts_from_parents(rows, parents)
    members = []
    for place, row in enumerate(rows):
        claim = parents.get(place)
        listed = [found for found in claims[place] if found.weight >= (0 if found.sure else -UNSURE)]
        members.append(
            Member(
                id=row.printing.id,
                text=row.printing.text,
                speaker=row.printing.speaker,
                article=row.printing.article,
                outlet=row.article.outlet if row.article else row.printing.outlet,
                title=row.article.title if row.article else None,
                path=row.article.path if row.article else None,
                when=row.when,
                parent=rows[claim.place].printing.id if claim else None,
                grounds=claim.grounds if claim else (),
                through=tuple(rows[other].printing.id for other in through.get(place, ())),
                candidates=tuple(
                    Candidate(
                        id=rows[found.place].printing.id,
                        timing="earlier" if found.sure else "either",
                        weight=round(found.weight, 2),
                        grounds=found.grounds,
                    )
                    for found in listed[:MOST_CANDIDATES]
                ),
                others=max(0, len(listed) - MOST_CANDIDATES),
                names=row.article.original.outlet if row.article and row.article.original else None,
                version=row.witness.version,
                group=group_of[place],
                from_parent=from_parent.get(place),
                from_source=_from_source(row, laid),
            )
        )
    return tuple(members)


def _drifts_from_parents(rows: Sequence[Row], parents: Mapping[int, Claim]) -> dict[int, Drift]:
    """What each printing changed of its parent; parents of the same words are laid out once."""
    children: dict[str, list[tuple[int, int]]] = {}
    for place, claim in parents.items():
        children.setdefault(rows[claim.place].printing.text, []).append((place, claim.place))
    found: dict[int, Drift] = {}
    for text, pairs in children.items():
        base = read_base(text, whole=True)
        texts = list(dict.fromkeys(rows[place].printing.text for place, _ in pairs))
        laid = dict(zip(texts, collate(base, texts), strict=True))
        for place, parent in pairs:
            own = rows[place].printing.text
            found[place] = drift_of(own, base, laid[own], of=rows[parent].printing.id)
    return found


def _from_source(row: Row, laid: Laid) -> Drift | None:
    """The drift from the document that has the words; None where none has."""
    if row.witness.version >= len(laid.wordings):
        return None
    wording = laid.wordings[row.witness.version]
    if wording.path is None:
        return None
    return drift_of(row.printing.text, wording.base, row.witness.collated, of=wording.path)


def _versions(rows: Sequence[Row], laid: Laid) -> tuple[Version, ...]:
    found = []
    for number, wording in enumerate(laid.wordings):
        held = [(row.printing.id, row.witness.collated) for row in rows if row.witness.version == number]
        of = wording.path or next(row.printing.id for row in rows if row.witness.version == number)
        if wording.path is None:
            of = next(row.printing.id for row in rows if row.printing.text == wording.base.text)
        found.append(version_of(wording, [(id, row) for id, row in held if row is not None], of=of))
    return tuple(found)


def _sayings(rows: Sequence[Row], laid: Laid) -> tuple[Saying, ...]:
    """The documents that have the words, then each other day of saying that a printing's text gives."""
    found = sorted(laid.sayings, key=_said_first)
    days = {saying.when.value for saying in found}
    for row in rows:
        when = when_said(row.printing.said)
        if when is not None and when.value not in days:
            days.add(when.value)
            found.append(Saying(when=when, speaker=row.printing.speaker, printing=row.printing.id))
    return tuple(found)


def _said_first(saying: Saying) -> tuple[tuple[str, str], str]:
    return order(saying.when), saying.path or ""


def _speaker(rows: Sequence[Row]) -> str | None:
    names = [row.printing.speaker for row in rows if row.printing.speaker]
    return max(sorted(set(names)), key=names.count) if names else None
