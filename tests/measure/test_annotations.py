"""Reading annotations from files and folders: the format is told from the files, and one bad file stops no other."""

import io
from pathlib import Path

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import write
from onrecord.formats.brat import write_brat_folder
from onrecord.measure import read_annotations
from onrecord.model import Article, Quotation, Record

TEXT = "Brandt said the sluice is shut."
RECORD = Record(
    article=Article(id="sha256:ab", path="a.txt", text=TEXT),
    quotations=(
        Quotation(id="q", kind="indirect", source=((0, 6),), cue=((7, 11),), content=((12, 30),), by="t/1"),
    ),
)
CITRON = (
    '{"text": "Brandt said the sluice is shut.", "quotes": [{"cue": {"start": 7, "end": 11, "text": "said"},'
    ' "sources": [{"start": 0, "end": 6, "text": "Brandt"}],'
    ' "contents": [{"start": 12, "end": 30, "text": "the sluice is shut"}]}]}'
)
DOCCANO = '{"text": "Brandt said the sluice is shut.", "label": [[12, 30, "Content"]]}\n'
PARC = (
    '<root><SENTENCE><WORD text="shut"><attribution id="a"><attributionRole roleValue="content"/></attribution>'
    "</WORD></SENTENCE></root>"
)


def written(form: str) -> bytes:
    out = io.BytesIO()
    write([RECORD], out, form=form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "content"),
    [
        ("a.json", CITRON.encode(), (12, 30)),
        ("a.json", DOCCANO.encode() * 2, (12, 30)),
        ("a.jsonl", DOCCANO.encode(), (12, 30)),
        ("a.jsonl", written("jsonl"), (12, 30)),
        ("a.json", written("jsonl"), (12, 30)),
        ("a.json", written("labelstudio"), (12, 30)),
        ("a.json", written("labelstudio").strip(b"[]\n"), (12, 30)),
        ("A.XML", PARC.encode(), (0, 4)),
        ("a.bio", written("bio"), (12, 30)),
        ("a.conll", b"shut B-content\n", (0, 4)),
        ("a.txt", b"shut B-content\n", (0, 4)),
    ],
)
def test_the_format_is_told_from_the_file(
    tmp_path: Path, name: str, data: bytes, content: tuple[int, int]
) -> None:
    (tmp_path / name).write_bytes(data)
    read = read_annotations(tmp_path / name)
    assert read.failures == ()
    assert any(content in one.content for one in read.texts[0].attributions)


def test_a_folder_is_read_with_its_subfolders_whatever_its_files_are(tmp_path: Path) -> None:
    write_brat_folder([RECORD], tmp_path / "brat")
    (tmp_path / "b.json").write_text(CITRON)
    (tmp_path / ".hidden.json").write_text("{")
    (tmp_path / "readme.md").write_text("# none")
    read = read_annotations(tmp_path)
    assert [text.id for text in read.texts] == ["b", "000001"]
    assert read.left_out == {"files called *.md": 1}


def test_one_bad_file_stops_no_other_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("T1\tCue 0 4\tword\n")
    (tmp_path / "b.json").write_text(CITRON)
    (tmp_path / "c.xml").write_text("<root>")
    (tmp_path / "d.ann").write_text("T1\tCue 0 4\tword\n")
    (tmp_path / "d.txt").write_text("words")
    (tmp_path / "e.ann").write_text("T1\tCue 0 9\tword\n")
    (tmp_path / "e.txt").write_bytes(b"caf\xe9")
    read = read_annotations(tmp_path)
    assert [text.id for text in read.texts] == ["b", "d"]
    told = [failure.reason for failure in read.failures]
    assert (
        told[0]
        == f"{tmp_path / 'a.ann'}: its text, a.txt, cannot be opened (No such file or directory): put it beside it."
    )
    assert told[1].startswith(f"{tmp_path / 'c.xml'}: it is not well-formed XML")
    assert told[2].startswith(f"{tmp_path / 'e.ann'}: it or its text is not UTF-8")


def test_a_format_that_is_said_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("shut\tB-content\n")
    (tmp_path / "b.json").write_text(CITRON)
    with pytest.raises(UnreadableInput, match="holds no annotations: say which format it is of"):
        read_annotations(tmp_path, form="parc")
    assert [text.text for text in read_annotations(tmp_path, form="bio").texts] == ["shut"]
    # A name tells nothing here.
    (tmp_path / "c.out").write_text(CITRON)
    assert read_annotations(tmp_path / "c.out", form="citron").texts[0].text == TEXT
    assert "no format that is known by its name" in read_annotations(tmp_path / "c.out").failures[0].reason


def polnear(folder: Path) -> None:
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    for stem in ("one", "two"):
        (folder / "attributions" / f"{stem}_ab.ann").write_text(
            "T1\tCue 7 11\tsaid\nT2\tContent 12 30\tx\nE1\tCue:T1 Content:T2\n"
        )
    (folder / "text" / "one.txt").write_text(TEXT)


def test_a_split_of_polnear_is_read_and_a_missing_text_is_named(tmp_path: Path) -> None:
    polnear(tmp_path / "dev")
    read = read_annotations(tmp_path / "dev")
    assert [(text.id, text.attributions[0].content) for text in read.texts] == [("one", ((12, 30),))]
    assert "two.txt cannot be opened" in read.failures[0].reason
    with pytest.raises(UnreadableInput, match=r"holds the parts dev: give one, as .*dev"):
        read_annotations(tmp_path)
    with pytest.raises(UnreadableInput, match=r"expected attributions/\*\.ann and text/\*\.txt"):
        read_annotations(tmp_path / "dev" / "text", form="polnear")


def test_a_bad_place_in_polnear_is_named(tmp_path: Path) -> None:
    polnear(tmp_path / "dev")
    (tmp_path / "dev" / "attributions" / "one_ab.ann").write_text("\nT1\tCue 7 11 9\tsaid\n")
    told = read_annotations(tmp_path / "dev").failures[0].reason
    assert told.endswith("one_ab.ann: line 2: '7 11 9' is no place in a text; expected as “0 6”.")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="there is no such file or folder: check the path"):
        read_annotations(tmp_path / "none")


def test_bio_does_not_say_whose_a_content_is(tmp_path: Path) -> None:
    (tmp_path / "a.bio").write_bytes(written("bio"))
    (tmp_path / "a.jsonl").write_bytes(written("jsonl"))
    assert not read_annotations(tmp_path / "a.bio").linked
    assert read_annotations(tmp_path / "a.jsonl").linked
