"""The words of quotations and verdicts as the small numbers that the tables hold.

A number is a word's place in its type; words may be added at the end, and never moved: ledgers hold the numbers.
"""

from hashlib import sha256
from typing import get_args

from sqlalchemy import ColumnElement, and_, literal_column

from onrecord.findings import VERDICTS
from onrecord.model import Act, QuotationKind, SpeakerKind
from onrecord.people.register.entries import DecidedBy

KINDS: tuple[str, ...] = get_args(QuotationKind)
ACTS: tuple[str, ...] = get_args(Act)
SPEAKER_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)
DECIDED_BY: tuple[DecidedBy, ...] = get_args(DecidedBy)
KIND: dict[str, int] = {word: number for number, word in enumerate(KINDS)}
ACT: dict[str, int] = {word: number for number, word in enumerate(ACTS)}
SPEAKER_KIND: dict[str, int] = {word: number for number, word in enumerate(SPEAKER_KINDS)}
BY: dict[str, int] = {word: number for number, word in enumerate(DECIDED_BY)}
VERDICT: dict[str, int] = {word: number for number, word in enumerate(VERDICTS)}


def digest_of(quotation: str) -> int:
    """The first four bytes of a quotation's id as a signed number; of an id that is no digest, of its hash."""
    _, _, digits = quotation.rpartition(":")
    try:
        head = bytes.fromhex(digits[:8])
    except ValueError:
        head = b""
    if len(head) < 4:
        head = sha256(quotation.encode("utf-8", "replace")).digest()[:4]
    return int.from_bytes(head, "big", signed=True)


def is_quotation(id: str) -> ColumnElement[bool]:
    """The condition on the rows of quotations that finds the one of an id, and hardly ever another."""
    digest = digest_of(id)
    # The plus: SQLite would put a column's value into the other condition, and no longer see that the index has it.
    return and_(
        literal_column("quotations.digest >> 16") == digest >> 16,
        literal_column("+quotations.digest") == digest,
    )
