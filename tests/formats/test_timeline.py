"""The picture of how much there is over time."""

import pytest
from lxml import etree

from onrecord.formats.timeline_svg import HEIGHT, MOST_TICKS, WIDTH, timeline_svg

BAR = ".//{*}rect"


def drawn(days: dict[str, int]) -> etree._Element:
    found = timeline_svg(days, name="Ada <Quill>")
    assert found is not None
    return etree.fromstring(found)


def titles(days: dict[str, int]) -> list[str]:
    return [bar.findtext("{*}title") for bar in drawn(days).iterfind(BAR)]


def test_nothing_is_no_picture() -> None:
    assert timeline_svg({}) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"2031-10-15": 3}, ["2031-10-15: 3"]),
        ({"2031-10-15": 3, "2031-10-18": 1}, ["2031-10-15: 3", "2031-10-18: 1"]),
        ({"2031-01-15": 3, "2031-10-18": 1, "2031-10-19": 1}, ["2031-01: 3", "2031-10: 2"]),
        ({"1931-01-15": 3, "2031-10-18": 1200}, ["1931: 3", "2031: 1,200"]),
        ({"0031-01-15": 3, "2031-10-18": 1}, ["0031: 3", "2031: 1"]),
    ],
)
def test_a_step_is_a_day_a_month_or_a_year(days: dict[str, int], expected: list[str]) -> None:
    assert titles(days) == expected


def test_every_bar_lies_inside_and_the_tallest_is_of_the_most() -> None:
    days = {f"2031-{month:02d}-{day:02d}": month * day for month in range(1, 13) for day in range(1, 28)}
    bars = drawn(days).findall(BAR)
    assert len(bars) == 12
    for bar in bars:
        x, y, width, height = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0 and x + width <= WIDTH and y >= 0 and y + height <= HEIGHT  # noqa: PT018
    heights = [float(bar.get("height")) for bar in bars]
    assert heights == sorted(heights)
    assert len(drawn(days).findall(".//{*}text")) <= MOST_TICKS


def test_it_is_told_in_a_sentence_with_the_name_escaped() -> None:
    told = drawn({"2031-10-15": 3, "2031-10-18": 1}).findtext("{*}title")
    assert told == "4 quotations of Ada <Quill> from 2031-10-15 to 2031-10-18; most, 3, in 2031-10-15"
