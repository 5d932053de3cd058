"""What an article says of those who speak in it, and the register's names in its record."""

from pathlib import Path

import pytest

from onrecord.errors import BadRegister
from onrecord.model import Article, Date, Quotation, Record, Speaker
from onrecord.people.register import Register
from onrecord.people.register.file import read_register, write_register
from onrecord.people.register.namings import enrol, namings_of

TEXT = (
    "Mara Quist, the mayor of Lowfield, met union spokesman Tobias Renn on Monday. "
    "“No,” Quist said. Deputy Mayor Ada Orme agreed with Renn. An aide nodded."
)


def record(text: str = TEXT, *names: str, article: str = "sha256:1", kind: str = "person") -> Record:
    speakers = tuple(Speaker(name=name, kind=kind) for name in names)  # type: ignore[arg-type]
    row = Quotation(id="q", kind="direct", content=((0, 1),), speakers=speakers, by="t")
    published = Date(value="2024-05-01", precision="day", text="May 1, 2024")
    return Record(
        article=Article(id=article, text=text, outlet="Gazette", published=published), quotations=(row,)
    )


def test_a_naming_holds_what_stands_beside_the_name() -> None:
    found = namings_of(record(TEXT, "Mara Quist", "Tobias Renn", "Ada Orme"))
    assert {name: naming.descriptions for (name, _), naming in found.items()} == {
        "Mara Quist": ("the mayor of Lowfield",),
        "Tobias Renn": ("union spokesman",),
        "Ada Orme": ("Deputy Mayor",),
    }
    naming = found["Mara Quist", "person"]
    assert (naming.article, naming.outlet, naming.published) == ("sha256:1", "Gazette", "2024-05-01")
    assert naming.beside == ("Tobias Renn", "Ada Orme")


def test_who_is_unnamed_has_no_naming() -> None:
    assert namings_of(record(TEXT, "An aide", kind="unnamed")) == {}


def test_the_record_comes_back_with_label_and_id() -> None:
    register = Register()
    enrol(register, record(TEXT, "Mara Quist"))
    again = enrol(register, record("Mayor Mara E. Quist spoke.", "Mara E. Quist", article="sha256:2"))
    speaker = again.quotations[0].speakers[0]
    assert (speaker.name, speaker.id) == ("Mara E. Quist", register.entries[0].id)
    assert speaker.label in register.entries[0].aliases


def test_a_register_is_the_same_after_a_round_through_its_file(tmp_path: Path) -> None:
    register = Register()
    enrol(register, record(TEXT, "Mara Quist", "Tobias Renn"))
    write_register(register, tmp_path / "speakers.jsonl")
    assert read_register(tmp_path / "speakers.jsonl").entries == register.entries
    assert [path.name for path in tmp_path.iterdir()] == ["speakers.jsonl"]


@pytest.mark.parametrize("line", ["no json", "{}", '{"schema": "onrecord-register/9"}', "[]", "\udcff"])
def test_a_broken_line_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    register = Register()
    enrol(register, record(TEXT, "Mara Quist"))
    path = tmp_path / "speakers.jsonl"
    write_register(register, path)
    with path.open("ab") as out:
        out.write(line.encode("utf-8", "surrogateescape") + b"\n")
    with pytest.raises(BadRegister, match=r"line 2"):
        read_register(path)


def test_a_missing_register_is_empty_only_where_that_is_asked(tmp_path: Path) -> None:
    assert len(read_register(tmp_path / "none.jsonl", missing_is_empty=True)) == 0
    with pytest.raises(BadRegister, match="check the path"):
        read_register(tmp_path / "none.jsonl")
