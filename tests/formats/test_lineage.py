"""A lineage as a tree of lines, and as a picture: what stands in them, how they are bounded, and that they are safe."""

import xml.etree.ElementTree as ET

import msgspec
import pytest

from onrecord.formats.lineage_axis import axis_of
from onrecord.formats.lineage_svg import MOST_DRAWN, draw
from onrecord.formats.lineage_text import to_lines
from onrecord.formats.lineage_words import changes, when_in_words
from onrecord.traces import (
    Alteration,
    Candidate,
    Drift,
    Ground,
    Group,
    Lineage,
    Member,
    Saying,
    When,
)

SVG = "{http://www.w3.org/2000/svg}"


def on(value: str, **fields: str) -> When:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")
    return When(
        **{"value": value, "precision": precision, "basis": "published", "earliest": value, "latest": value}
        | fields
    )  # type: ignore[arg-type]


def drift(of: str, *rows: Alteration) -> Drift:
    return Drift(of=of, verdict="altered", before=9, after=9, alterations=rows)


WAGON = Alteration(kind="wording", before="cart", after="wagon")
STORY = Lineage(
    family="family:1",
    speaker="Ilyan Dorzhek",
    said=(
        Saying(
            when=on("2024-03-11", basis="document"), path="documents/address.txt", text="We count every cart."
        ),
    ),
    first=("a",),
    members=(
        Member(
            id="a",
            text="We count every cart.",
            outlet="Wire",
            when=on("2024-03-12"),
            from_source=drift("documents/address.txt"),
        ),
        Member(
            id="b",
            text="We count every wagon.",
            outlet="Causeway",
            when=on("2024-03-15"),
            candidates=(Candidate(id="a", timing="earlier", weight=0.0),),
            from_source=drift("documents/address.txt", WAGON),
        ),
        Member(
            id="c",
            text="We count every wagon.",
            outlet="Longstrand",
            when=on("2024-03-16"),
            parent="b",
            grounds=(Ground(kind="named", words="Causeway", weight=100.0),),
            from_parent=drift("b"),
            from_source=drift("documents/address.txt", WAGON),
        ),
    ),
    groups=(
        Group(outlets=("Wire",), printings=("a",)),
        Group(outlets=("Causeway", "Longstrand"), printings=("b", "c")),
    ),
    outlets=3,
)


def test_the_tree_leads_from_what_was_said_to_the_last_reprint() -> None:
    assert list(to_lines(STORY)) == [
        "“We count every wagon.”",
        "  Ilyan Dorzhek",
        "said 11 March 2024 · documents/address.txt",
        "├─ 12 March 2024 · Wire · first printed",
        "│     word for word",
        "└─ 15 March 2024 · Causeway",
        "   │  “wagon” for “cart”",
        "   │  could have it from Wire, or from the source",
        "   └─ 16 March 2024 · Longstrand",
        "         word for word",
        "         names Causeway as its original",
        "3 printings in 3 outlets, as far as can be told by 2 ways of their own.",
    ]


@pytest.mark.parametrize(
    ("kind", "before", "after", "told"),
    [
        ("wording", "cart", "wagon", "“wagon” for “cart”"),
        ("wording", "", "each", "with “each” added"),
        ("wording", "every", "", "without “every”"),
        ("bracket", "it", "[the ferry]", "“[the ferry]” for “it” (in brackets)"),
        ("ellipsis", "that waits", "…", "without “that waits” (marked)"),
        ("cut_start", "And so", "", "starts after “And so”"),
        ("cut_end", "mostly", "", "ends before “mostly”"),
        ("order", "", "", "another order"),
    ],
)
def test_a_change_in_words(kind: str, before: str, after: str, told: str) -> None:
    assert changes(drift("a", Alteration(kind=kind, before=before, after=after))) == told


def test_many_changes_are_counted() -> None:
    assert changes(drift("a", *[WAGON] * 5)) == "; ".join(["“wagon” for “cart”"] * 3 + ["2 more"])


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (When(), "no date"),
        (on("2024-03"), "March 2024"),
        (on("2024-03-12", basis="retrieved"), "by 12 March 2024"),
        (on("2024-03-12", latest="2024-03-20"), "12 March 2024, changed by 20 March 2024"),
        (on("2024-03-12T08:30:00Z"), "12 March 2024, 08:30 UTC"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(when: When, told: str) -> None:
    assert when_in_words(when) == told


@pytest.mark.parametrize(
    ("name", "whens", "labels"),
    [
        (
            "hours",
            [on("2024-03-12T08:00:00Z"), on("2024-03-12T12:00:00Z")],
            ["6:00", "9:00", "12:00", "15:00"],
        ),
        ("days", [on("2024-03-11"), on("2024-03-13")], ["11 Mar 2024", "12 Mar", "13 Mar", ""]),
        ("months", [on("2024-01-05"), on("2024-04-01")], ["Feb 2024", "Mar 2024", "Apr 2024"]),
        ("centuries", [on("1605"), on("1995")], [str(year) for year in range(1600, 2001, 50)]),
        ("no dates", [When()], []),
        ("no date at all", [on("soon")], []),
    ],
)
def test_the_axis_is_marked_in_steps_that_fit_its_length(
    name: str, whens: list[When], labels: list[str]
) -> None:
    assert [tick.label for tick in axis_of(whens, 0, 100).ticks] == labels


def test_a_date_takes_the_room_in_which_it_may_lie() -> None:
    march, twelfth = on("2024-03"), on("2024-03-12")
    before = When(value="2024-03-20", precision="day", basis="retrieved", latest="2024-03-20")
    axis = axis_of([march, twelfth, before], 0, 100)
    low, high = axis.range(march)
    day = axis.range(twelfth)
    assert low < day[0] < axis.middle(twelfth) < day[1] < high
    assert axis.range(before)[0] == 0
    assert not axis.is_known(When())


def test_the_picture_holds_every_printing_with_its_arrows() -> None:
    root = ET.fromstring(draw(STORY).split("\n", 1)[1])
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert [text for text in texts if text in ("address.txt", "Wire", "Causeway", "Longstrand")] == [
        *("address.txt", "Wire", "Causeway", "Longstrand")
    ]
    arrows = [path.get("class") for path in root if path.tag == f"{SVG}path" and path.get("marker-end")]
    assert arrows == ["maybe", "maybe", "arrow"]
    assert root.findtext(f"{SVG}title") == "“We count every wagon.”"
    assert "Longstrand, 16 March 2024" in (root.findtext(f"{SVG}desc") or "")


def test_a_document_without_a_date_stands_before_all_printings() -> None:
    saying = Saying(when=When(basis="document"), path="address.txt", text="We count every cart.")
    root = ET.fromstring(draw(msgspec.structs.replace(STORY, said=(saying,))).split("\n", 1)[1])
    diamond = next(path for path in root.iter(f"{SVG}path") if path.get("class") == "source")
    dots = [float(dot.get("cx") or 0) for dot in root if dot.tag == f"{SVG}circle"]
    assert len(dots) == 3
    assert float((diamond.get("d") or "").split()[1]) < min(dots)


def test_the_picture_is_the_same_bytes_each_time() -> None:
    assert draw(STORY) == draw(STORY)


def test_texts_are_no_markup() -> None:
    hostile = Member(id="x", text="<script>alert(1)</script> & \x1b[0m\x00", outlet='"><b>', when=When())
    picture = draw(
        Lineage(family="f", members=(hostile,), groups=(Group(outlets=(), printings=("x",)),), outlets=1)
    )
    root = ET.fromstring(picture.split("\n", 1)[1])
    assert not list(root.iter(f"{SVG}script"))
    assert '"><b>' in [text.text for text in root.iter(f"{SVG}text")]
    assert "\x1b" not in "".join(to_lines(Lineage(family="f", members=(hostile,))))


def test_very_many_printings_are_bounded_and_counted() -> None:
    members = tuple(
        Member(
            id=number,
            text="We count every cart.",
            outlet=f"Outlet {number}",
            when=on("2024-03-12"),
            parent=number - 1 if number else None,
            grounds=(Ground(kind="copy", words="", weight=50.0),),
        )
        for number in range(MOST_DRAWN + 20)
    )
    found = Lineage(family="f", members=members, outlets=len(members))
    picture = draw(found)
    assert len(picture) < 2_000 * MOST_DRAWN
    assert "and 20 later printings" in picture
    lines = list(to_lines(found))
    assert len(lines) < 1_000
    assert "and 320 more printings" in lines
