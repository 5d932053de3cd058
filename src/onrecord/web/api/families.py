"""Families of printings, and their lineages."""

from typing import Annotated

import msgspec
from litestar import get
from litestar.params import QueryParameter

from onrecord.ledger.tracing import families_with
from onrecord.traces import Family, Lineage, Printing
from onrecord.web.api.parameters import Id, problems
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.families import MOST_FOUND, lineage
from onrecord.web.paths import public


class FamilyFound(msgspec.Struct, frozen=True, kw_only=True):
    """A family that has some words: its members and joints, its printings, and how many of the words stand in a row."""

    family: Family
    printings: tuple[Printing, ...]
    run: int


@get("/families", sync_to_thread=True, responses=problems(), operation_id="find_families")
def families(
    request: Asking,
    words: Annotated[
        str, QueryParameter(min_length=1, max_length=2_000, description="Words of an utterance.")
    ],
) -> list[FamilyFound]:
    """The families of printings that have some words, those with most of them in a row first."""
    found = families_with(ledger_of(request), words)[:MOST_FOUND]
    return [FamilyFound(family=one.family, printings=one.printings, run=one.run) for one in found]


@get("/families/{quotation:str}", sync_to_thread=True, responses=problems(404), operation_id="get_family")
def family(request: Asking, quotation: Id) -> Lineage:
    """The lineage of the family of a quotation, by the quotation's id."""
    return public(lineage(ledger_of(request), quotation))


HANDLERS = (families, family)
