"""The quick look that says that a clause holds no date overlooks none."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.people.tables.dates import MAY_HOLD, PATTERNS


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[kind for kind, _ in PATTERNS])
@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_finds_may_hold_a_date(pattern: re.Pattern[str], data: st.DataObject) -> None:
    match = pattern.search(data.draw(st.from_regex(pattern)))
    assert match is not None
    assert MAY_HOLD.search(match.group())
