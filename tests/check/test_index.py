"""The index: exact beside a slow twin, the same every time, kept in a folder, and whole in spite of bad files."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.check import arrays
from onrecord.check.index import index_files, index_texts, open_index
from onrecord.check.locate import find_exact
from onrecord.check.quote import check_passage
from onrecord.errors import UnreadableInput
from onrecord.words import words

WORD = st.sampled_from("ab ac bell cart dune".split())
TEXT = st.lists(WORD, min_size=1, max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.lists(WORD, min_size=1, max_size=5))
def test_every_place_is_found_and_no_other(texts: list[str], wanted: list[str]) -> None:
    expected = []
    for number, text in enumerate(texts):
        keys = [word.key for word in words(text)]
        expected += [(number, at) for at in range(len(keys)) if keys[at : at + len(wanted)] == wanted]
    with index_texts(texts) as index:
        places = find_exact(index, index.word_ids(wanted)).tolist()
        numbers = [index.document_at(place) for place in places]
        found = [
            (number, place - index.document(number).first)
            for number, place in zip(numbers, places, strict=True)
        ]
    assert found == expected


def test_tables_cut_into_chunks_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["one two three four five six seven", "two three four and two three four"]
    quotes = ["two three four", "six seven", "four and two", "seven"]
    with index_texts(texts) as index:
        whole = [find_exact(index, index.word_ids(quote.split())).tolist() for quote in quotes]
    monkeypatch.setattr(arrays, "CHUNK", 4)
    with index_texts(texts) as index:
        assert [find_exact(index, index.word_ids(quote.split())).tolist() for quote in quotes] == whole
        assert len(whole[0]) == 3


def test_words_numbered_past_the_tables_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "RARE", 3)
    with index_texts(["a b c d e f g", "a b c x y z"]) as index:
        assert len(find_exact(index, index.word_ids("d e f".split()))) == 1
        assert len(find_exact(index, index.word_ids("x y z".split()))) == 1
        assert check_passage("c x y z", index).verdict == "verbatim"


def test_an_index_in_a_folder_is_used_again_until_a_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_text("We will mend the pier before winter.")
    folder = tmp_path / "index"
    with index_files([str(file)], folder=folder) as index:
        first = index.searched
    made = (folder / "index.json").stat().st_mtime_ns
    with index_files([str(file)], folder=folder) as index:
        assert index.searched == first
    assert (folder / "index.json").stat().st_mtime_ns == made
    file.write_text("We will mend the bridge before winter, we said.")
    with index_files([str(file)], folder=folder) as index:
        assert index.searched.digest != first.digest
        assert check_passage("mend the bridge before winter", index).verdict == "verbatim"
    with open_index(folder) as index:
        assert check_passage("We will mend the pier before winter", index).verdict == "altered"


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "letter.txt").write_text("mine")
    speech = tmp_path / "speech.txt"
    speech.write_text("We will mend the pier.")
    with pytest.raises(UnreadableInput, match="another folder"):
        index_files([str(speech)], folder=tmp_path / "kept")
    assert (tmp_path / "kept" / "letter.txt").read_text() == "mine"


def test_files_that_cannot_be_read_are_failures_and_the_rest_is_indexed(tmp_path: Path) -> None:
    files = {
        "a_empty.txt": b"",
        "b_binary.bin": bytes(range(256)) * 40,
        "c_archive.zip": b"PK\x03\x04 and so on",
        "d_latin.txt": "The façade of the café stays as it is.".encode("latin-1"),
        "e_wide.txt": "The pier will be mended soon.".encode("utf-16"),
        "f_good.txt": b"Nobody sold the old ferry.",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with index_files([str(tmp_path / name) for name in [*files, "g_missing.txt"]]) as index:
        assert [failure.reason.split(":")[0].rsplit("/", 1)[-1] for failure in index.failures] == [
            "a_empty.txt", "b_binary.bin", "c_archive.zip", "g_missing.txt",
        ]  # fmt: skip
        for quote in ("the facade of the café stays", "pier will be mended", "sold the old ferry"):
            assert check_passage(quote, index).verdict == "verbatim"


def test_no_document_holds_nothing() -> None:
    with index_texts([]) as index:
        assert check_passage("anything at all", index).verdict == "not_found"


def test_a_document_in_one_line_without_words_between(tmp_path: Path) -> None:
    text = "x" * 70_000 + " we mend the pier " + "…" * 5_000
    with index_texts([text]) as index:
        check = check_passage("we mend the pier", index)
        assert check.document is not None
        assert text[slice(*check.document.span)] == "we mend the pier"


def test_the_same_documents_give_the_same_index(tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_text("CHAIR: We mend the pier.\n\nQUILL: We do not.\n" * 20)
    for name in ("one", "two"):
        index_files([str(file)], folder=tmp_path / name).close()
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    assert np.fromfile(tmp_path / "one" / "ids", dtype="u4").size > 100
