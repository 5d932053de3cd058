"""The small parts of a check: the words of a text, a quote's marks, voices, and how documents are read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check.documents import document_of
from onrecord.check.index import index_texts
from onrecord.check.passage import read_passage
from onrecord.check.quote import LONGEST_QUOTE, check_passage
from onrecord.check.voices import is_same_voice
from onrecord.errors import InputTooLarge
from onrecord.words import words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The well-known mayor", "the well known mayor"),
        ("U.S. and U.S.A. at 5 a.m.", "us and usa at 5 am"),
        ("$1,500.50, 50% & .5", "$ 1500.50 50 % & 0.5"),
        ("don't can’t it`s mayors' mayor's", "dont can't it's mayors mayor's"),
        ("we're were", "we're were"),
        ("naïve e\u0301tat ﬁsh Łódź", "naive etat fish lodz"),
        ("exam\u00adple zero\u200bwidth", "example zerowidth"),
        ("1,2,3 and 2016.The", "1 2 3 and 2016 the"),
        ("21st O’Malley’s", "21st o'malley's"),
        ("“…” — ¿!", ""),
    ],
)
def test_words(text: str, keys: str) -> None:
    assert " ".join(word.key for word in words(text)) == keys


@given(st.text())
def test_words_rise_and_lie_in_the_text(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.key
        last = word.end


@pytest.mark.parametrize(
    ("text", "keys", "marks"),
    [
        ("we … go", "we go", [("ellipsis", 1)]),
        ("we ... go....", "we go", [("ellipsis", 1), ("ellipsis", 2)]),
        ("we . . . go [...] on […] now", "we go on now", [("ellipsis", 1), ("ellipsis", 2), ("ellipsis", 3)]),
        ("[The mayor] goes [home]", "goes", [("bracket", 0), ("bracket", 1)]),
        ("want[ed] to [re]open [W]e [i]'m", "wanted to reopen we im", []),
        ("$[these]20", "$ 20", [("bracket", 1)]),
        ("[applause] we go (Laughter.)", "we go", []),
        ("we [ go ]] (home)", "we home", [("bracket", 1)]),
        ("we go. Then [sic] on", "we go then on", [("bracket", 3)]),
        ("[a [b] c]", "a c", [("bracket", 1)]),
    ],
)
def test_marks_of_a_quote(text: str, keys: str, marks: list[tuple[str, int]]) -> None:
    passage = read_passage(text)
    assert " ".join(passage.keys) == keys
    assert [(mark.kind, mark.slot) for mark in passage.marks] == marks


@given(st.text(alphabet="ab [].…(x)' -", max_size=60))
def test_any_quote_is_read_and_checked(text: str) -> None:
    passage = read_passage(text)
    assert [word.key for word in passage.words] == list(passage.keys)
    assert all(0 <= mark.slot <= len(passage.words) for mark in passage.marks)
    with index_texts(["a b aa bb x ab a a b b"]) as index:
        check = check_passage(text, index)
    for difference in check.differences:
        assert 0 <= difference.quote[0] <= difference.quote[1] <= len(text)


def test_a_quote_that_is_too_long_is_refused_with_what_to_do() -> None:
    with index_texts(["a b c"]) as index, pytest.raises(InputTooLarge, match="check its parts"):
        check_passage("a " * LONGEST_QUOTE, index)


@pytest.mark.parametrize(
    ("speaker", "label", "same"),
    [
        ("Ines Adair", "Adair", True),
        ("Commissioner Ines Adair", "Ines Adair", True),
        ("Adair", "Rosa Adair", True),
        ("Ines Adair", "Rosa Adair", False),
        ("Ines Adair", "Rosa Quill", False),
        ("Ines", "Ines Adair", True),
        ("Ilyan Dorzhek", "Dorjek", True),
        ("the commissioner", "Adair", None),
        ("", "Adair", None),
        ("Ines Adair", "The Chair", None),
    ],
)
def test_voices(speaker: str, label: str, same: bool | None) -> None:
    assert is_same_voice(speaker, label) is same


WRAPPED = """\
We came to the harbour at dawn with lamps
in our hands and bread under our arms. The
ferry was gone and nobody could say where
it had been taken, or by whom it was sold,
or whether it would ever come back to the
town that had paid for it so dearly. We
waited until noon and then we went home
again by the long road over the hill.
"""


def test_lines_that_only_wrap_end_no_sentence() -> None:
    with index_texts([WRAPPED]) as index:
        check = check_passage("The ferry was gone and nobody could say where it had been taken", index)
    assert check.verdict == "verbatim"
    assert "cut_start" not in check.flags
    assert "cut_end" in check.flags


HTML = """<!doctype html><html><head><title>The lamps stay</title>
<link rel="canonical" href="https://courier.example/lamps"></head><body><article><h1>The lamps stay</h1>
<p>The mayor spoke for an hour in the Grain Hall, and nobody left before the end of it.</p>
<p>“The lamps will stay on until the ice is gone,” she told the skippers, who had come in their boots.</p>
<p>The skippers sang, and the bakers, who had brought rolls for everybody, handed them round until midnight.</p>
</article></body></html>"""


def test_a_page_is_a_report_whose_own_words_are_narration() -> None:
    document = document_of(HTML.encode(), path="page.html")
    assert document.note.url == "https://courier.example/lamps"
    fetched = document_of(HTML.encode(), path="page.html", url="https://gazette.example/lamps")
    assert fetched.note.url == "https://gazette.example/lamps"  # where it stood goes before what it says
    with index_texts([document]) as index:
        said = check_passage("The lamps will stay on until the ice is gone", index)
        told = check_passage("nobody left before the end of it", index)
    assert said.flags == ()
    assert "narration" in told.flags
    assert said.document is not None
    assert document.text[slice(*said.document.span)] == "The lamps will stay on until the ice is gone"


SUBTITLES = """\
1
00:00:01,000 --> 00:00:03,000
We will not close

2
00:00:03,500 --> 00:00:05,000
the <i>old</i> bridge this winter.
"""


def test_subtitles_are_read_without_their_numbers_and_times() -> None:
    with index_texts([SUBTITLES]) as index:
        check = check_passage("We will not close the old bridge this winter.", index)
    assert (check.verdict, check.flags) == ("verbatim", ())


def test_the_file_itself_is_what_positions_count_into(tmp_path: Path) -> None:
    data = "\ufeffMAYOR:\r\n\tThe lamps — all of them — stay on.\r\n".encode()
    document = document_of(data, path="a.txt")
    with index_texts([document]) as index:
        check = check_passage("all of them stay on", index)
    assert check.document is not None
    assert data.decode()[slice(*check.document.span)] == "all of them — stay on"
