"""The picture of a lineage inside a page: links, keys and classes, nothing that a page's policy forbids."""

import xml.etree.ElementTree as ET

import msgspec
from tests.formats.test_lineage import STORY, SVG

from onrecord.formats.lineage_svg import draw
from onrecord.traces import Lineage, Member, Saying, When

ADDRESSES: dict[str | int, str] = {
    **{id: f"/quotations/{id}" for id in "abc"},
    "documents/address.txt": "/documents/1",
}


def picture(found: Lineage = STORY, **options: object) -> ET.Element:
    return ET.fromstring(draw(found, inline=True, addresses=ADDRESSES, **options))  # type: ignore[arg-type]


def test_each_line_is_a_link_with_a_name_and_a_key() -> None:
    lines = [(row.get("href"), row.get("data-m"), row.get("aria-label")) for row in picture().iter(f"{SVG}a")]
    assert lines == [
        ("/documents/1", "d1", "said 11 March 2024, address.txt"),
        ("/quotations/a", "1", "Wire, 12 March 2024, word for word"),
        ("/quotations/b", "2", "Causeway, 15 March 2024, “wagon” for “cart”"),
        ("/quotations/c", "3", "Longstrand, 16 March 2024, word for word"),
    ]


def test_a_line_that_leads_nowhere_is_no_link() -> None:
    root = ET.fromstring(draw(STORY, inline=True, addresses={"a": "/quotations/a"}))
    assert len(list(root.iter(f"{SVG}a"))) == 1
    named = [row.get("data-m") for row in root.iter(f"{SVG}g") if row.get("data-m")]
    assert named == ["d1", "2", "3"]


def test_each_arrow_says_from_where_it_leads_whither() -> None:
    arrows = [(row.get("class"), row.get("data-from"), row.get("data-to")) for row in picture()]
    assert [row for row in arrows if row[2]] == [
        ("l-maybe", "d1", "1"),
        ("l-maybe", "d1", "2"),
        ("l-arrow", "2", "3"),
    ]


def test_nothing_in_it_needs_a_style_of_its_own() -> None:
    root = picture()
    assert root.get("viewBox", "").startswith("0 0 1200 ")
    everything = list(root.iter())
    assert not [row for row in everything if row.get("style") or row.tag in (f"{SVG}style", f"{SVG}title")]
    names = {name for row in everything for name in (row.get("class") or "").split()}
    assert {"l-name", "l-arrow", "l-own", "l-taken", "l-source"} <= names
    assert all(name.startswith("l-") for name in names)
    tips = {row.get("id") for row in root.iter(f"{SVG}marker")}
    used = {str(row.get("marker-end"))[5:-1] for row in everything if row.get("marker-end")}
    assert used == tips == {"lineage-tip", "lineage-tip-maybe"}


def test_the_file_is_not_touched_by_it() -> None:
    before = draw(STORY)
    picture()
    assert draw(STORY) == before
    assert "<style>" in before
    assert "data-m" not in before


def test_it_is_bounded_and_says_what_is_left() -> None:
    root = picture(most=2)
    assert [row.get("data-m") for row in root.iter(f"{SVG}a")] == ["d1", "1", "2"]
    assert "and 1 later printings" in [row.text for row in root.iter(f"{SVG}text")]


def test_names_and_addresses_are_no_markup() -> None:
    hostile = "\"><script>alert(1)</script>' & \u202ex"
    member = Member(id=hostile, text=hostile, outlet=hostile, when=When())
    saying = Saying(when=When(basis="document"), path=hostile, speaker=hostile, text=hostile)
    found = msgspec.structs.replace(STORY, members=(member,), said=(saying,), first=(), groups=())
    root = ET.fromstring(draw(found, inline=True, addresses={hostile: f"/quotations/{hostile}"}))
    (script,) = [row for row in root.iter() if row.tag == f"{SVG}script"] or [None]
    assert script is None
    assert {row.get("href") for row in root.iter(f"{SVG}a")} == {f"/quotations/{hostile}"}
    assert "\u202e" not in "".join(row.get("aria-label") or "" for row in root.iter())
