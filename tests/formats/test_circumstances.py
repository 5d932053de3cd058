"""When, where, to whom, by whose account and why: what every format says of it beside the words."""

import csv
import io

import pytest

from onrecord.formats import write
from onrecord.model import Article, Date, Evidence, Quotation, Record, Speaker

TEXT = "In a letter on Tuesday, Marl told islanders: “Osk said ‘no’ to me.”"
HOSTILE = "<script>alert(1)</script>"


def record(**more: object) -> Record:
    start = TEXT.index("“")
    speaker = Speaker(
        name="Ines Marl",
        kind="person",
        label="Ines M. Marl",
        id="speaker:1",
        confidence=0.9,
        evidence=(Evidence(span=(24, 28), why="last name of Ines Marl"),),
    )
    outer = Quotation(
        id="outer",
        kind="direct",
        content=((start, len(TEXT)),),
        cue=((29, 33),),
        source=((24, 28),),
        speakers=(speaker,),
        date=Date(value="2024-03-12", precision="day", text="on Tuesday"),
        venue="a letter",
        addressee="islanders",
        by="t",
        **more,  # type: ignore[arg-type]
    )
    at = TEXT.index("‘")
    inner = Quotation(
        id="inner",
        kind="direct",
        parent="outer",
        content=((at, at + 4),),
        candidates=(Speaker(name="=Osk", kind="person"),),
        by="t",
    )
    return Record(article=Article(text=TEXT, paragraphs=((0, len(TEXT)),)), quotations=(outer, inner))


def shown(form: str, one: Record | None = None) -> str:
    out = io.BytesIO()
    write([one or record()], out, form=form)
    return out.getvalue().decode()


@pytest.mark.parametrize(
    "words",
    ["on Tuesday (12 March 2024)", "at or in: a letter", "to: islanders", "(inside 1)", "in the register"],
)
def test_the_terminal_says_when_where_and_to_whom(words: str) -> None:
    assert words in shown("text")


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesday (12 March 2024)",
        "at or in: a letter",
        "to: islanders",
        "inside 1",
        "last name of Ines Marl “Marl”",
    ],
)
def test_the_page_says_them_too_and_why_this_speaker(words: str) -> None:
    assert words in shown("html")


def test_a_row_has_each_in_a_column_of_its_own() -> None:
    first, second = csv.DictReader(io.StringIO(shown("csv"), newline=""))
    names = ("labels", "speaker_ids", "date", "date_precision", "date_words", "venue", "addressee")
    assert [first[name] for name in names] == [
        *("Ines M. Marl", "speaker:1", "2024-03-12", "day", "on Tuesday", "a letter", "islanders"),
    ]
    assert (second["candidates"], second["parent"], second["labels"]) == ("'=Osk", "outer", "")


def test_hostile_words_in_them_stay_words() -> None:
    one = record()
    outer = one.quotations[0]
    speaker = Speaker(
        name=HOSTILE, kind="person", label=HOSTILE, evidence=(Evidence(span=(0, 3), why=HOSTILE),)
    )
    values = {
        "speakers": (speaker,),
        "venue": HOSTILE,
        "addressee": HOSTILE,
        "date": Date(value=None, precision="unknown", text=HOSTILE),
    }
    fields = {name: getattr(outer, name) for name in outer.__struct_fields__}
    hostile = Quotation(**{**fields, **values})
    page = shown("html", Record(article=one.article, quotations=(hostile,)))
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
