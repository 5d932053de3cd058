"""brat standoff, after https://brat.nlplab.org/standoff.html and as PolNeAR's files have it."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats import write
from onrecord.formats.brat import write_brat_folder
from onrecord.measure.polnear import Attribution, parse
from onrecord.model import Article, Quotation, Record

# Written by hand: the third T of an attribution is its content, in two places, where the cue parts it.
BODY = """\
T1\tSource 19 27\tAda & co
T2\tCue 14 18\tsaid
T3\tContent 2 13;29 43\t“Go <now>,” “We say ‘no’.”
T4\tAttribution 14 18\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
A1\tKind E1 direct
A2\tAct E1 statement
#1\tAnnotatorNotes E1\tspeaker: Ada (person) | id: sha256:one
T5\tSource 30 32\tWe
T6\tCue 33 36\tsay
T7\tContent 37 41\t‘no’
T8\tAttribution 33 36\tsay
E2\tAttribution:T8 Content:T7 Cue:T6 Source:T5
A3\tKind E2 direct
A4\tAct E2 statement
#2\tAnnotatorNotes E2\tspeaker: We (unnamed) | id: sha256:two
T9\tSource 45 48\tBen
T10\tCue 49 55\tagreed
T11\tContent 56 67\tit was late
T12\tAttribution 49 55\tagreed
E3\tAttribution:T12 Content:T11 Cue:T10 Source:T9
A5\tKind E3 indirect
A6\tAct E3 statement
A7\tNegated E3
#3\tAnnotatorNotes E3\tspeaker: Ben (person) | id: sha256:three
R1\tInside Arg1:T7 Arg2:T3
"""

TITLE = """\
T1\tSource 0 3\tAda
T2\tContent 5 9\t“Go”
T3\tAttribution 5 9\t“Go”
E1\tAttribution:T3 Content:T2 Source:T1
A1\tKind E1 direct
A2\tAct E1 statement
#1\tAnnotatorNotes E1\tspeaker: Ada (person) | id: sha256:four
"""

LISTING = """\
file\tarticle\tfield\tpath\turl
000001\tsha256:ab\ttext\ta.html\thttps://g.example/a?b=1&c=<2>
000001.title\tsha256:ab\ttitle\ta.html\thttps://g.example/a?b=1&c=<2>
"""


def files(*records: Record) -> dict[str, str]:
    out = io.BytesIO()
    write(records, out, form="brat")
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_an_article_is_written_as_brat_has_it(brief: Record) -> None:
    found = files(brief)
    assert sorted(found) == [
        "000001.ann",
        "000001.title.ann",
        "000001.title.txt",
        "000001.txt",
        "annotation.conf",
        "articles.tsv",
    ]
    assert found["000001.txt"] == brief.article.body
    assert found["000001.ann"] == BODY
    assert found["000001.title.ann"] == TITLE
    assert found["articles.tsv"] == LISTING


def test_the_configuration_names_what_the_files_hold_and_the_unit(brief: Record) -> None:
    found = files(brief)
    assert "Unicode code points" in found["annotation.conf"]
    for word in ("Content", "Cue", "Source", "Inside", "Attribution", "Kind", "Act", "Negated"):
        assert f"\n{word}" in found["annotation.conf"]


def test_the_reader_of_polnear_reads_it(brief: Record) -> None:
    assert parse(files(brief)["000001.ann"]) == tuple(
        Attribution(source=row.source, cue=row.cue, content=row.content) for row in brief.quotations[:3]
    )


def test_the_folder_holds_what_the_archive_holds(brief: Record, tmp_path: Path) -> None:
    write_brat_folder([brief], tmp_path / "new" / "folder")
    written = {path.name: path.read_bytes().decode() for path in (tmp_path / "new" / "folder").iterdir()}
    assert written == files(brief)


def test_words_over_a_paragraphs_end_are_marked_in_parts() -> None:
    row = Quotation(id="q", kind="direct", content=((0, 11),), by="t/1")
    found = files(Record(article=Article(text="One,\n\n two."), quotations=(row,)))["000001.ann"]
    assert found.startswith("T1\tContent 0 4;6 11\tOne,  two.\n")


def test_the_same_records_give_the_same_archive(brief: Record) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write([brief], first, form="brat")
    write([brief], second, form="brat")
    assert first.getvalue() == second.getvalue()


def marked(text: str, standoff: str) -> None:
    """Every T line says the words that stand at its places, as brat demands."""
    for line in standoff.splitlines():
        if line.startswith("T"):
            _, place, words = line.split("\t")
            spans = [part.split() for part in place.partition(" ")[2].split(";")]
            assert words == " ".join(text[int(start) : int(end)] for start, end in spans)


def test_hostile_words_break_no_line(hostile: Record) -> None:
    found = files(hostile)
    assert len(found["articles.tsv"].splitlines()) == 2
    for line in found["000001.ann"].splitlines():
        assert line[0] in "TEA#"
        assert len(line.split("\t")) == {"T": 3, "E": 2, "A": 2, "#": 3}[line[0]]
    marked(found["000001.txt"], found["000001.ann"])
    assert len(parse(found["000001.ann"])) == 1


def test_what_has_no_words_is_counted(hostile: Record) -> None:
    assert sum(write([hostile], io.BytesIO(), form="brat").values()) == 1


spans = st.tuples(st.integers(-2, 30), st.integers(-2, 30))


@given(text=st.text(alphabet="ab \n\t\u2028🙂", max_size=25), content=st.lists(spans, min_size=1, max_size=4))
def test_any_spans_come_back_but_for_line_ends(text: str, content: list[tuple[int, int]]) -> None:
    row = Quotation(id="q", kind="direct", content=tuple(content), by="t/1")
    found = files(Record(article=Article(text=text), quotations=(row,)))
    marked(found["000001.txt"], found["000001.ann"])
    wanted = {at for start, end in content for at in range(max(start, 0), min(end, len(text)))}
    back = {
        at for one in parse(found["000001.ann"]) for start, end in one.content for at in range(start, end)
    }
    assert back <= wanted
    assert all(text[at].isspace() for at in wanted - back)


@pytest.mark.parametrize("records", [[], [Record(article=Article())]])
def test_nothing_gives_a_collection_without_texts(records: list[Record]) -> None:
    assert sorted(files(*records)) == ["annotation.conf", "articles.tsv"]
