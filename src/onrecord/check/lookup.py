"""What a check needs of a store of documents: a small protocol, met by the index in this package.

Words of all documents stand in one row, numbered from 0; the words of one document follow each other. A store
answers where a run of up to three words stands, which words a stretch holds, and what surrounds it.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.findings import Searched
from onrecord.model import Span

Positions = NDArray[np.int64]

SENTENCE_START = 1
TURN_START = 2
QUOTED = 4
LONGEST_RUN = 3


class DocumentRow(NamedTuple):
    """One document of a store: its path and address, its half-open range of words, and whether it is a report."""

    path: str
    first: int
    end: int
    report: bool
    url: str | None
    digest: str


class TurnRow(NamedTuple):
    """One turn: its half-open range of words, who speaks (None unknown), and whether it is a questioner."""

    first: int
    end: int
    speaker: str | None
    asks: bool


class Runs(Protocol):
    """Where some runs of words stand in the documents."""

    @property
    def counts(self) -> NDArray[np.int64]:
        """How often each run stands there: (k,)."""

    def places(self, number: int) -> Positions:
        """Where one of the runs stands: the numbers of its first words, rising."""


class Lookup(Protocol):
    """A store of documents that quotes can be looked up in."""

    def __len__(self) -> int:
        """How many documents can be looked up here."""

    @property
    def searched(self) -> Searched:
        """How many documents were searched, and their digest; more than lie here where a larger store chose these."""

    def word_ids(self, keys: Sequence[str]) -> list[int]:
        """The number of each folded word; -1 for one that no document has."""

    def find(self, runs: NDArray[np.int64]) -> Runs:
        """Where some runs of words stand: (k, n) word numbers, n of 1 to 3."""

    def words_at(self, start: int, end: int) -> list[int]:
        """The numbers of the words of a stretch; 0 between documents."""

    def keys(self, ids: Sequence[int]) -> list[str]:
        """The folded words with these numbers."""

    def flags_at(self, start: int, end: int) -> list[int]:
        """For each word of a stretch whether a sentence or a turn starts there, and whether it is quoted."""

    def spans_at(self, start: int, end: int) -> list[Span]:
        """The span of each word of a stretch in its document's text."""

    def document_at(self, position: int) -> int:
        """The number of the document that holds a word."""

    def documents_at(self, positions: Positions) -> Positions:
        """The numbers of the documents that hold some words."""

    def document(self, number: int) -> DocumentRow:
        """One document, by its number."""

    def turn_at(self, position: int) -> TurnRow:
        """The turn that holds a word: the whole document where it has no turns."""

    def speakers(self, number: int) -> tuple[str, ...]:
        """Who has a turn in a document, by the names that it gives; nobody where it has no turns."""

    def text(self, number: int) -> str:
        """The text of one document."""
