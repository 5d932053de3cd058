"""Dates in words, as exact as they are known."""

import pytest

from onrecord.formats.dates import spoken
from onrecord.model import Date


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2031-10-14", "14 October 2031"),
        ("2031-10", "October 2031"),
        ("2031", "2031"),
        ("2031-10-04T07:05:00Z", "4 October 2031, 07:05 UTC"),
        ("2031-10-04T07:05:00+02:00", "4 October 2031, 07:05 +02:00"),
        ("2031-10-04T07:05", "4 October 2031, 07:05"),
        (None, "day two of the march"),
        ("2031-13-01", "2031-13-01"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_shown_in_words(value: str | None, shown: str) -> None:
    assert spoken(Date(value=value, precision="unknown", text="day two of the march")) == shown


def test_no_date_is_nothing() -> None:
    assert spoken(None) == ""
