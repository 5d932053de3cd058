"""A hearing, written for these tests, that most cases are checked against."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.check.index import Index, index_texts

HEARING = (Path(__file__).parent / "hearing.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def hearing() -> Iterator[Index]:
    with index_texts([HEARING]) as index:
        yield index
