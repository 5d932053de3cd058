"""A record as few bytes: its JSON without the ids that can be worked out again, compressed against usual words.

The spans are compressed by themselves (spans.py): so a record takes a sixth less.

The first byte says how the rest was packed, so that what an older version kept can always be read.
"""

import functools
import zlib
from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from onrecord.formats import from_json, to_json
from onrecord.ledger.spans import put_back, take_out
from onrecord.model import Article, Mark, Quotation, Record, quotation_id

T = TypeVar("T")
_SHORT = b"\x01"  # ids left out, spans apart; _USUAL
_WHOLE = b"\x02"  # with its ids, spans apart; _USUAL
_PLAIN = b"\x03"  # any JSON; no dictionary
_LEVEL = 9
# Records that stay unpacked: some tens of megabytes at most, and a page of a list takes half the time.
AT_HAND, LARGEST_AT_HAND = 500, 16_384
# What most records hold, the likeliest last (https://www.rfc-editor.org/rfc/rfc1950#section-2.2, "preset
# dictionary"). It may never change: what was kept with it could not be read.
_USUAL = (
    b'"kind":"indirect"},"kind":"mixed"},"kind":"group","kind":"document","kind":"unnamed","act":"belief",'
    b'"act":"intention","act":"decree","act":"perception","act":"other","negated":true,"role":"echo",'
    b'"role":"title","role":"nested","kind":"repost_terms","kind":"correction","kind":"copyright","kind":"other",'
    b'"precision":"minute","text":"' + b'"precision":"month","precision":"year","precision":"unknown",'
    b'"field":"title","field":"deck","field":"captions.0","kind":"bracket","kind":"ellipsis",'
    b'{"schema":"onrecord/1","article":{"id":"sha256:","path":"","url":"https://www.","title":"","deck":null,'
    b'"authors":[""],"outlet":null,"language":"en","published":{"value":"20","precision":"day","text":""},'
    b'"modified":null,"retrieved":null,"original":null,"tags":[],"credit":null,"captions":[],"text":"'
    b'","paragraphs":[[0,],"blockquotes":[],"links":[{"span":[,"href":"https://www.","text":"'
    b'}],"marks":[{"span":[,"role":"quotation","quotation":"#1","field":"text"},{"span":[],"notices":[]},'
    b'"quotations":[{"id":"","field":"text","kind":"direct","act":"statement","negated":false,"parent":null,'
    b'"content":[[,"cue":[[,"source":[[,"marks":[[,"speakers":[{"name":"","kind":"person","label":null,"id":null,'
    b'"confidence":0.9,"evidence":[{"span":[,"why":"the words beside the cue","field":"text"}]}],"candidates":[],'
    b'"addressee":null,"date":null,"venue":null,"edits":[],"links":[],"confidence":0.9,"by":"quotes/1"}'
    b'],"failures":[]}'
)


# The same of the reasons for which two namings were taken to be one speaker's.
_REASONS = (
    b"in their descriptions\nyears apart: parent and child?\nboth of \nboth in \nwhat they do is known on one side at "
    b"most\nno word of the descriptions in common\nboth: \naccents aside; only one says Jr.; the words in another order"
    b" left out is short for begins sounds like \nthe same name\none article says nothing of them\nwithin a year\nnamed"
    b" beside the same people: the same name\none article says nothing of them\nwithin a year"
)


def pack(record: Record) -> bytes:
    """The bytes that keep a record; `unpack` gives the same record."""
    short = _without_ids(record)
    kind = _WHOLE if short is None else _SHORT
    json, spans = take_out(to_json(short or record))
    packer = zlib.compressobj(_LEVEL, zdict=_USUAL)
    return kind + packer.compress(json) + packer.flush() + zlib.compress(spans, _LEVEL)


def unpack(data: bytes) -> Record:
    """The record that was kept."""
    record = _as_kept(data)
    return _with_ids(record) if data[:1] == _SHORT else record


def unpack_quotation(data: bytes, place: int) -> tuple[Article, Quotation]:
    """One quotation of the record that was kept, and its article without the marks: less work than all of it."""
    record = _as_kept(data)
    row = record.quotations[place]
    if data[:1] == _SHORT:
        names = {} if row.parent is None else {row.parent: _id_of(record, int(row.parent[1:]))}
        row = _row(row, _id_of(record, place), names)
    return replace(record.article, marks=()), row


def _as_kept(data: bytes) -> Record:
    """The record as it is packed; those that were asked for last are at hand, the large ones aside."""
    return _opened(data) if len(data) <= LARGEST_AT_HAND else _opened.__wrapped__(data)


@functools.lru_cache(maxsize=AT_HAND)
def _opened(data: bytes) -> Record:
    opener = zlib.decompressobj(zdict=_USUAL)
    json = opener.decompress(data[1:])
    return from_json(put_back(json, zlib.decompress(opener.unused_data)))


def _id_of(record: Record, place: int) -> str:
    row = record.quotations[place]
    return quotation_id(record.article.id, row.field, row.content)


def pack_reasons(why: Sequence[str], name: str) -> bytes:
    """The bytes that keep the reasons for which a naming of this name is somebody's."""
    packer = zlib.compressobj(_LEVEL, wbits=-zlib.MAX_WBITS, zdict=_REASONS + name.encode())
    return packer.compress("\n".join(why).encode()) + packer.flush()


def unpack_reasons(data: bytes, name: str) -> tuple[str, ...]:
    """The reasons that were kept."""
    opener = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=_REASONS + name.encode())
    return tuple(opener.decompress(data).decode().split("\n"))


def pack_value(value: object) -> bytes:
    """Any value of the model as few bytes."""
    return _PLAIN + zlib.compress(to_json(value), _LEVEL)


def unpack_value(data: bytes, kind: type[T]) -> T:
    """The value that was kept."""
    return msgspec.json.decode(zlib.decompress(data[1:]), type=kind)


def _without_ids(record: Record) -> Record | None:
    """The record with the ids of its quotations left out, and references by place; None where that loses something."""
    places: dict[str, str] = {}
    for place, row in enumerate(record.quotations):
        if row.id != quotation_id(record.article.id, row.field, row.content):
            return None
        places[row.id] = f"#{place}"
    if len(places) < len(record.quotations):
        return None
    references = [row.parent for row in record.quotations]
    references += [mark.quotation for mark in record.article.marks]
    if any(reference is not None and reference not in places for reference in references):
        return None
    quotations = tuple(_row(row, "", places) for row in record.quotations)
    return _rebuilt(record, quotations, places)


def _with_ids(record: Record) -> Record:
    ids = [quotation_id(record.article.id, row.field, row.content) for row in record.quotations]
    known = {f"#{place}": found for place, found in enumerate(ids)}
    rows = tuple(_row(row, found, known) for row, found in zip(record.quotations, ids, strict=True))
    return _rebuilt(record, rows, known)


def _row(row: Quotation, own: str, names: dict[str, str]) -> Quotation:
    return replace(row, id=own, parent=None if row.parent is None else names[row.parent])


def _rebuilt(record: Record, quotations: tuple[Quotation, ...], names: dict[str, str]) -> Record:
    marks = tuple(_mark(mark, names) for mark in record.article.marks)
    return replace(record, article=replace(record.article, marks=marks), quotations=quotations)


def _mark(mark: Mark, names: dict[str, str]) -> Mark:
    return mark if mark.quotation is None else replace(mark, quotation=names[mark.quotation])
