"""The authority file, read with whatever is wrong with it."""

import codecs
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import UnreadableInput
from onrecord.people.authority import Authorities, Authority, Problem, load_authorities, to_line
from onrecord.people.authority import file as authority_file

Load = Callable[[bytes], tuple[tuple[Authority, ...], tuple[Problem, ...]]]
HEADER = "id,label,aliases,descriptions,born,died,kind\n"
ORLA = {"id": "Q1", "label": "Orla Quillton", "aliases": ["O. Quillton"], "descriptions": ["Welsh rower"]}


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load_it(data: bytes) -> tuple[tuple[Authority, ...], tuple[Problem, ...]]:
        file = tmp_path / "people"  # no suffix: content alone tells the form
        file.write_bytes(data)
        return load_authorities(file)

    return load_it


def jsonl(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


ORLA_READ = Authority(id="Q1", label="Orla Quillton", aliases=("O. Quillton",), descriptions=("Welsh rower",))
BRAM = {"id": "Q2", "label": "Bram Harrow"}
BRAM_READ = Authority(id="Q2", label="Bram Harrow")
LINE = jsonl(ORLA)
CSV = (HEADER + "Q1,Orla Quillton,O. Quillton,Welsh rower,,,\n").encode()
FORMS = {
    "json lines": LINE,
    "csv": CSV,
    "csv with semicolons": CSV.replace(b",", b";"),
    "csv with tabs": CSV.replace(b",", b"\t"),
    "csv in another order": b'"kind","label","id","descriptions","aliases"\n'
    b",Orla Quillton,Q1,Welsh rower,O. Quillton\n",
    "csv with a quoted line end": (HEADER + 'Q1,"Orla\nQuillton",O. Quillton,"Welsh\n rower",,,\n').encode(),
    "byte order mark": codecs.BOM_UTF8 + LINE,
    "csv with a byte order mark": codecs.BOM_UTF8 + CSV,
    "CR LF": LINE.replace(b"\n", b"\r\n"),
    "csv with CR LF": CSV.replace(b"\n", b"\r\n"),
    "empty lines": b"\n\n" + LINE + b"\n  \n",
    "no line end": LINE.rstrip(),
    "unknown keys": jsonl({**ORLA, "height": 3, "notes": {"a": [1]}}),
    "nulls": jsonl({**ORLA, "born": None, "died": None, "kind": None}),
    "gzip": gzip.compress(LINE),
    "gzipped csv": gzip.compress(CSV),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_every_form_reads_the_same(load: Load, data: bytes) -> None:
    assert load(data) == ((ORLA_READ,), ())


def test_every_field_is_read_in_both_forms(load: Load) -> None:
    row = {
        "id": "Q1",
        "label": "Quillton Rowers",
        "aliases": ["QR", "The Rowers"],
        "descriptions": ["Welsh club", "crew"],
        "born": "-0043-03-15",
        "died": "1999-02",
        "kind": "group",
        "weight": 12,
    }
    cells = "id,label,aliases,descriptions,born,died,kind,weight\n"
    cells += "Q1,Quillton Rowers,QR|The Rowers,Welsh club|crew,-0043-03-15,1999-02,group,12\n"
    expected = Authority(
        id="Q1",
        label="Quillton Rowers",
        aliases=("QR", "The Rowers"),
        descriptions=("Welsh club", "crew"),
        born="-0043-03-15",
        died="1999-02",
        kind="group",
        weight=12,
    )
    assert load(jsonl(row)) == load(cells.encode()) == ((expected,), ())


def test_an_authority_is_written_as_it_is_read(load: Load) -> None:
    (entry,), _ = load(jsonl({**ORLA, "weight": 3, "about": {"offices": ["Q7"]}, "former": ["Q9"]}))
    assert load(to_line(entry)) == ((entry,), ())


def test_the_examples_of_the_documentation_are_read(load: Load) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "authority.md").read_text(encoding="utf-8")
    lines, cells = re.findall(r"```(?:json)?\n((?:\{|id,).*?)```", page, re.DOTALL)
    (written,), problems = load(lines.encode())
    assert (written.former, problems) == (("Q7",), ())
    assert load(cells.encode()) == ((msgspec.structs.replace(written, former=()),), ())


def test_an_empty_file_holds_nobody(load: Load) -> None:
    assert load(b"\n\n") == ((), ())


BROKEN = {
    "half a line": (b'{"id": "Q1", "lab', "not JSON"),
    "two objects": (b'{"id": "Q1", "label": "A"} {"id": "Q3", "label": "B"}', "not JSON"),
    "an array": (b'["Q1", "Orla Quillton"]', "Expected `object`"),
    "a number for a label": (b'{"id": "Q1", "label": 7}', "$.label"),
    "a number for an id": (b'{"id": 1, "label": "A"}', "$.id"),
    "one text for the aliases": (b'{"id": "Q1", "label": "A", "aliases": "B|C"}', "$.aliases"),
    "null among the aliases": (b'{"id": "Q1", "label": "A", "aliases": [null]}', "$.aliases[0]"),
    "an unknown kind": (b'{"id": "Q1", "label": "A", "kind": "dog"}', "$.kind"),
    "no id": (b'{"label": "Orla Quillton"}', "no id"),
    "a blank id": (b'{"id": " ", "label": "Orla Quillton"}', "no id"),
    "no label": (b'{"id": "Q1", "aliases": ["Orla Quillton"]}', "no label"),
    "a blank label": (b'{"id": "Q1", "label": "  "}', "no label"),
    "a label without letters": ('{"id": "Q1", "label": "🎭 …"}'.encode(), "no letter"),
    "a long label": (b'{"id": "Q1", "label": "%s"}' % (b"x" * 1_001), "longer than 1,000"),
    "a long alias": (b'{"id": "Q1", "label": "A", "aliases": ["%s"]}' % (b"x" * 1_001), "longer than 1,000"),
    "a long id": (b'{"id": "%s", "label": "A"}' % (b"x" * 1_001), "longer than 1,000"),
    "a long description": (b'{"id": "Q1", "label": "A", "descriptions": ["%s"]}' % (b"x" * 10_001), "10,000"),
    "too many aliases": (json.dumps({"id": "Q1", "label": "A", "aliases": ["b"] * 2_001}).encode(), "2,000"),
    "a line over the bound": (b'{"id": "%s"}' % (b"x" * (1 << 20)), "longer than 1,048,576 bytes"),
    "another encoding": (b'{"id": "Q1", "label": "Andr\xe9"}', "not UTF-8"),
    "half a surrogate": (b'{"id": "Q1", "label": "A\\ud800"}', "not JSON"),
    "too deep": (b'{"id": "Q1", "notes": ' + b"[" * 100_000, "not JSON"),
}


@pytest.mark.parametrize(("line", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_told_and_the_rest_is_loaded(load: Load, line: bytes, reason: str) -> None:
    entries, problems = load(jsonl(BRAM) + line + b"\n" + jsonl({"id": "Q4", "label": "Ketta Marl"}))
    assert [entry.id for entry in entries] == ["Q2", "Q4"]
    assert [(problem.line, problem.dropped) for problem in problems] == [(2, True)]
    assert reason in str(problems[0])


BROKEN_CSV = {
    "a quotation mark that never closes": ('Q1,"Orla,,,,,', "not CSV"),
    "a quotation mark within": ('Q1,"Or"la,,,,,', "not CSV"),
    "too few cells": ("Q1,Orla Quillton", "2 cells where the header has 7"),
    "too many cells": ("Q1,Orla, Quillton,,,,,", "8 cells"),
    "an unknown kind": ("Q1,Orla Quillton,,,,,dog", "$.kind"),
    "no id": (",Orla Quillton,,,,,", "no id"),
    "no label": ("Q1,,,,,,", "no label"),
}


@pytest.mark.parametrize(("line", "reason"), BROKEN_CSV.values(), ids=BROKEN_CSV)
def test_a_broken_row_is_told_and_the_rest_is_loaded(load: Load, line: str, reason: str) -> None:
    entries, problems = load(
        f"{HEADER}Q2,Bram Harrow,,,,,\n{line}\nQ4,Ketta Marl,,,,,\nQ5,Ivo Null,,,,,\n".encode()
    )
    assert [entry.id for entry in entries] == ["Q2", "Q4", "Q5"]
    assert [(problem.line, problem.dropped) for problem in problems] == [(3, True)]
    assert reason in str(problems[0])


def test_a_row_in_another_encoding_costs_itself(load: Load) -> None:
    entries, problems = load(CSV + b"Q2,Andr\xe9 Vesper,,,,,\nQ4,Ketta Marl,,,,,\n")
    assert [entry.id for entry in entries] == ["Q1", "Q4"]
    assert [str(problem) for problem in problems] == [
        "line 3: it is not UTF-8 (at its byte 8): save the file as UTF-8"
    ]


def test_a_packed_file_cut_short_gives_what_stands_before(load: Load) -> None:
    rows = [{"id": f"Q{number}", "label": f"Orla Quillton {number * 7919}"} for number in range(1, 20_001)]
    entries, problems = load(gzip.compress(jsonl(*rows))[:-40_000])
    assert 0 < len(entries) < 20_000
    assert problems[-1].line == len(entries) + 1
    assert "cut short" in str(problems[-1])


UNUSABLE = {
    "UTF-16": LINE.decode().encode("utf-16"),
    "UTF-16 without a mark": LINE.decode().encode("utf-16-le"),
    "no header": b"Q1,Orla Quillton,,,,,\n",
    "prose": b"Orla Quillton is a rower.\n" * 500,
    "one array": b'[{"id": "Q1", "label": "A"}]',
    "noise": bytes(range(1, 256)) * 9,
}


@pytest.mark.parametrize("data", UNUSABLE.values(), ids=UNUSABLE)
def test_a_file_of_no_use_is_refused(load: Load, data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"UTF-8|JSON Lines|authority build"):
        load(data)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="check the path"):
        load_authorities(tmp_path / "gone.csv")


def test_the_first_of_two_with_one_id_counts(load: Load) -> None:
    entries, problems = load(jsonl(ORLA, {"id": "Q1", "label": "Bram Harrow"}))
    assert entries == (ORLA_READ,)
    assert str(problems[0]) == 'line 2: the id "Q1" stood in line 1 already: that one counts; remove one'


DATES = {
    "no date": ({"born": "11 March 1952"}, (None, None), "is no date"),
    "no such day": ({"died": "1953-02-29"}, (None, None), "is no date"),
    "no such month": ({"died": "1953-13"}, (None, None), "is no date"),
    "death before birth": ({"born": "1952", "died": "1951-12-31"}, (None, None), "before it is born"),
    "one of two": ({"born": "x" * 5_000, "died": "1951"}, (None, "1951"), "is no date"),
}


@pytest.mark.parametrize(("given", "kept", "reason"), DATES.values(), ids=DATES)
def test_a_wrong_date_is_left_out_and_told(
    load: Load, given: dict[str, str], kept: tuple[str | None, str | None], reason: str
) -> None:
    (entry,), (problem,) = load(jsonl({**BRAM, **given}))
    assert (entry.born, entry.died) == kept
    assert not problem.dropped
    assert reason in str(problem)


def test_one_alias_of_two_is_told_and_both_are_kept(load: Load) -> None:
    entries, problems = load(jsonl(ORLA, {**BRAM, "aliases": ["o quillton"]}))
    assert len(entries) == 2
    assert [(problem.line, problem.dropped) for problem in problems] == [(2, False)]
    assert '"o quillton" of Q2 is a name of Q1 (line 1) too' in str(problems[0])
    assert Authorities(entries).link("O. Quillton") is None
    link = Authorities(entries).link("O. Quillton", descriptions=["the Welsh rower"])
    assert link is not None
    assert link.id == "Q1"


def test_aliases_in_a_circle_are_told_once_and_link_nobody_alone(load: Load) -> None:
    circle = jsonl(
        {**BRAM, "aliases": ["Ivo Marl"]}, {"id": "Q3", "label": "Ivo Marl", "aliases": ["Bram Harrow"]}
    )
    entries, problems = load(circle)
    assert len(entries) == 2
    assert len(problems) == 1
    assert "each other's label" in str(problems[0])
    assert Authorities(entries).link("Bram Harrow") is None
    assert Authorities(entries).link("Ivo Marl") is None


def test_namesakes_are_no_mistake(load: Load) -> None:
    assert load(jsonl(BRAM, {**BRAM, "id": "Q3"}))[1] == ()


REDIRECTS = {
    "one": ({"Q7": "Q2"}, ("Q7",), []),
    "a chain": ({"Q7": "Q8", "Q8": "Q9", "Q9": "Q2"}, ("Q7", "Q8", "Q9"), []),
    "to nowhere": ({"Q7": "Q404"}, (), [(2, "does not hold")]),
    "to itself": ({"Q7": "Q7"}, (), [(2, "in a circle")]),
    "a circle": ({"Q7": "Q8", "Q8": "Q7"}, (), [(2, "in a circle"), (3, "in a circle")]),
    "into a circle": (
        {"Q6": "Q7", "Q7": "Q8", "Q8": "Q7"}, (), [(2, "in a circle"), (3, "in a circle"), (4, "in a circle")],
    ),
    "of one who is there": ({"Q2": "Q404"}, (), [(2, "stood in line 1 already")]),
}  # fmt: skip


@pytest.mark.parametrize(("moves", "former", "told"), REDIRECTS.values(), ids=REDIRECTS)
def test_redirects_are_followed(
    load: Load, moves: dict[str, str], former: tuple[str, ...], told: list[tuple[int, str]]
) -> None:
    entries, problems = load(jsonl(BRAM, *({"id": start, "redirect": end} for start, end in moves.items())))
    assert [entry.former for entry in entries] == [former]
    assert [problem.line for problem in problems] == [line for line, _ in told]
    assert all(reason in str(problem) for problem, (_, reason) in zip(problems, told, strict=True))
    assert [Authorities(entries).get(identity) for identity in (*former, "Q2")] == [entries[0]] * (
        len(former) + 1
    )


def test_a_redirect_in_csv(load: Load) -> None:
    entries, problems = load(b"id,label,redirect\nQ7,,Q2\nQ2,Bram Harrow,\n")
    assert (entries[0].former, problems) == (("Q7",), ())


def test_a_long_chain_takes_no_long_time(load: Load) -> None:
    chain = [{"id": f"R{number}", "redirect": f"R{number + 1}"} for number in range(50_000)]
    entries, problems = load(jsonl({"id": "R50000", "label": "Bram Harrow"}, *chain))
    assert (len(entries[0].former), problems) == (50_000, ())


def test_problems_without_end_are_counted(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authority_file, "MOST_PROBLEMS", 5)
    _, problems = load(jsonl(BRAM) + b"{\n" * 100)
    assert len(problems) == 6
    assert "95 more problems" in str(problems[-1])


def test_authorities_beyond_the_bound_are_told(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authority_file, "MOST_AUTHORITIES", 2)
    entries, problems = load(jsonl(*({"id": f"Q{number}", "label": f"N {number}"} for number in range(5))))
    assert len(entries) == 2
    assert "more than 2 authorities" in str(problems[0])
