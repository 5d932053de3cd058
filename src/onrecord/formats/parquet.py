"""Parquet for data tools: the flat rows as typed columns. Needs the extra `parquet`."""

import types
import typing
from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import MissingExtra
from onrecord.formats.flat import Row, rows
from onrecord.model import SCHEMA, Record

ROWS_A_GROUP = 20_000


def write_parquet(records: Iterable[Record], out: BinaryIO) -> None:
    """One row a quotation; raises `MissingExtra` where pyarrow is not installed, before anything is read."""
    arrow, parquet = load_pyarrow()
    schema = _schema(arrow)
    waiting: list[dict[str, Any]] = []
    with parquet.ParquetWriter(out, schema) as writer:
        for record in records:
            waiting += [msgspec.structs.asdict(row) for row in rows(record)]
            if len(waiting) >= ROWS_A_GROUP:
                writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))
                waiting = []
        writer.write_table(arrow.Table.from_pylist(waiting, schema=schema))


def load_pyarrow() -> tuple[Any, Any]:
    """pyarrow and its Parquet part, loaded only when asked for."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("Parquet", "parquet") from error
    return pyarrow, pyarrow.parquet


def _schema(arrow: Any) -> Any:
    """Arrow's types for the fields of a row, so that a table with no rows has them too."""
    kinds = {str: arrow.string(), bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    fields = []
    for name, hint in typing.get_type_hints(Row).items():
        kind = typing.get_args(hint)[0] if isinstance(hint, types.UnionType) else hint
        fields.append(arrow.field(name, kinds[kind], nullable=isinstance(hint, types.UnionType)))
    return arrow.schema(fields, metadata={"schema": SCHEMA})
