"""Flat rows: CSV for spreadsheets, Parquet for data tools."""

import csv
import io
import sys

import pytest
from msgspec.structs import replace

from onrecord.corrections import completed
from onrecord.errors import MissingExtra
from onrecord.formats import write
from onrecord.formats.csv import guarded
from onrecord.formats.flat import Row, rows
from onrecord.model import Article, Correction, Date, Quotation, Record, Speaker


def table(*records: Record) -> list[dict[str, str]]:
    out = io.BytesIO()
    write(records, out, form="csv")
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def test_each_quotation_is_a_row_with_its_article_and_sentence(harbour: Record) -> None:
    lines = table(harbour)
    assert len(lines) == len(harbour.quotations)
    march = lines[4]
    assert march["content"] == "“a lantern without oil”"
    assert march["sentence"] == "Councillor Tobias Ekwall called the promise “a lantern without oil”."
    assert (march["speakers"], march["speaker_kinds"], march["cue"]) == ("Tobias Ekwall", "person", "called")
    assert (march["outlet"], march["authors"]) == ("The Saltby Courier", "Jonna Sefton; Ali Ormsby")
    assert (march["published"], march["confidence"]) == ("2031-10-15T07:30:00Z", "0.93")
    assert march["article"] == harbour.article.id


def test_content_in_two_places_is_joined_and_its_sentences_are_both_there(harbour: Record) -> None:
    row = list(rows(harbour))[1]
    assert "every one of you,” … “The boats stay" in row.content
    assert row.sentence.startswith("“We have heard every one of you,” Marl told")
    assert row.sentence.endswith("stays.”")
    assert harbour.article.body[row.start : row.end].startswith("“We have")


def test_all_acts_are_there_and_denials_are_marked(harbour: Record) -> None:
    lines = table(harbour)
    assert "belief" in {line["act"] for line in lines}
    assert [line["negated"] for line in lines].count("true") == 2


def test_two_speakers_share_a_cell(harbour: Record) -> None:
    assert "Tobias Ekwall; Ruth Adeyemi-Lund" in {line["speakers"] for line in table(harbour)}


def test_what_persons_say_stands_in_columns_of_its_own(harbour: Record) -> None:
    first, second, third = harbour.quotations[:3]
    names = (Speaker(name="Mira Osk", kind="person"), Speaker(name="Port\nof Saltby", kind="group"))
    drafts = [
        Correction(says="speaker", quotation=first.id, speakers=names[:1], at="2031-10-15T07:30:00Z"),
        Correction(says="speaker", quotation=first.id, speakers=names, at="2031-10-16T07:30:00Z"),
        Correction(says="extent", quotation=first.id, content_now=first.content[:1]),
        Correction(says="speaker", quotation=second.id),
        Correction(says="no_quotation", quotation=third.id),
    ]
    record = replace(harbour, corrections=tuple(completed(harbour, draft) for draft in drafts))
    told = [(row.corrections, row.corrected_speakers) for row in rows(record)]
    assert {*told[0][0].split("; ")} == {"speaker", "extent"}
    assert told[0][1] == "Mira Osk; Port of Saltby"
    assert told[1:4] == [("speaker", ""), ("no_quotation", None), ("", None)]
    assert [row.speakers for row in rows(record)] == [row.speakers for row in rows(harbour)]


def test_no_quotation_still_gives_the_names_of_the_columns() -> None:
    out = io.BytesIO()
    write([], out, form="csv")
    assert out.getvalue().decode().strip().split(",") == list(Row.__struct_fields__)


def hostile(words: str) -> Record:
    """An article that has some words in every place that a text may stand in."""
    date = Date(value=words, precision="day", text=words)
    row = Quotation(
        id=words,
        kind="direct",
        parent=words,
        content=((0, len(words)),),
        source=((0, len(words)),),
        cue=((0, len(words)),),
        speakers=(Speaker(name=words, kind="person", label=words, id=words),),
        candidates=(Speaker(name=words, kind="person"),),
        date=date,
        venue=words,
        addressee=words,
        by=words,
    )
    article = Article(
        id=words,
        title=words,
        outlet=words,
        authors=(words,),
        path=words,
        url=words,
        published=date,
        text=words,
    )
    return Record(article=article, quotations=(row,))


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=HYPERLINK("http://x.example","y")',
]
ODD = ["nul\0", "\ud800", 'a"b', "a,b", "a\nb", "\u202e", "\x1b[31m", "'", ""]


@pytest.mark.parametrize("words", FORMULAS + ODD)
def test_no_cell_is_a_formula_and_any_character_is_written(words: str) -> None:
    (line,) = table(hostile(words))
    assert None not in line
    for cell in line.values():
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        assert "\0" not in cell
        assert "\x1b" not in cell


@pytest.mark.parametrize(
    ("cell", "safe"), [("=1", "'=1"), ("1=1", "1=1"), ("", ""), ("–1", "–1"), ("-1", "'-1")]
)
def test_a_formula_is_made_text_by_an_apostrophe(cell: str, safe: str) -> None:
    assert guarded(cell) == safe


def test_parquet_holds_the_same_rows_with_types(harbour: Record) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    write([harbour, hostile("\ud800")], out, form="parquet")
    read = parquet.read_table(io.BytesIO(out.getvalue()))
    assert read.column_names == list(Row.__struct_fields__)
    assert read.num_rows == len(harbour.quotations) + 1
    assert {str(read.schema.field(name).type) for name in ("start", "negated", "confidence", "content")} == {
        *("int64", "bool", "double", "string")
    }
    assert read.to_pylist()[4]["sentence"] == list(rows(harbour))[4].sentence


def test_parquet_without_rows_keeps_its_columns() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    write([], out, form="parquet")
    assert parquet.read_table(io.BytesIO(out.getvalue())).column_names == list(Row.__struct_fields__)


def test_parquet_without_its_part_says_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[parquet\]'"):
        write([], io.BytesIO(), form="parquet")
