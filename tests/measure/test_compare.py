"""Any tool beside any other: whatever format the same predictions come in, they are measured alike."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import write
from onrecord.measure import compare_annotations
from onrecord.model import Article, Quotation, Record, Speaker

TEXTS = {
    "quay": 'Odile Brandt said "the sluice is shut". Amsel hoped that the yard would open.',
    "yard": 'The yard is closed, Amsel told the board. "It will stay so," he added, "until May."',
}
#        source, cue, content
MARKED = {
    "quay": [((0, 12), (13, 17), ((18, 38),)), ((40, 45), (46, 51), ((52, 76),))],
    "yard": [((20, 25), (26, 30), ((0, 18),)), ((60, 62), (63, 68), ((42, 59), (70, 82)))],
}


def record(name: str, *numbers: int, **more: object) -> Record:
    """A record with some of the text's quotations."""
    rows = tuple(
        Quotation(
            id=f"{name}-{number}",
            kind="direct",
            source=(source,),
            cue=(cue,),
            content=content,
            speakers=(Speaker(name="Tam Amsel", kind="person"),),
            by="t/1",
            **more,  # type: ignore[arg-type]
        )
        for number, (source, cue, content) in enumerate(MARKED[name])
        if number in numbers
    )
    return Record(article=Article(id=f"sha256:{name}", path=f"{name}.txt", text=TEXTS[name]), quotations=rows)


GOLD = [record("quay", 0, 1), record("yard", 0, 1)]
PREDICTED = [record("quay", 1), record("yard", 0, 1)]


def place(folder: Path, form: str, records: list[Record]) -> Path:
    """The records written in a format, as a file or a folder."""
    out = io.BytesIO()
    write(records, out, form=form)
    if form == "brat":
        zipfile.ZipFile(out).extractall(folder)
        return folder
    folder.mkdir()
    path = folder / {"labelstudio": "a.json", "bio": "a.bio"}.get(form, "a.jsonl")
    path.write_bytes(out.getvalue())
    return path


def line(tables: str, group: str, name: str) -> list[str]:
    """The columns of one figure, below the heading of its group."""
    found = False
    for row in tables.splitlines():
        found = row == group if not row.startswith(" ") else found
        if found and row.startswith(f"  {name} "):
            return row[20:].split()
    raise AssertionError(f"no line of {group}, {name} in\n{tables}")


@pytest.mark.parametrize("gold_form", ["jsonl", "brat", "doccano", "labelstudio"])
@pytest.mark.parametrize("form", ["jsonl", "brat", "doccano", "labelstudio"])
def test_formats_that_hold_links_give_the_same_tables(tmp_path: Path, gold_form: str, form: str) -> None:
    gold, predicted = place(tmp_path / "g", gold_form, GOLD), place(tmp_path / "p", form, PREDICTED)
    comparison = compare_annotations(gold, predicted, bootstrap=20)
    assert (comparison.failures, comparison.notes) == ((), ())
    head = comparison.tables.splitlines()
    assert head[0] == "2 documents"
    assert head[6] == "attributed         P 1.000  R 0.750  F1 0.857   (4 gold)"
    assert line(comparison.tables, "attributions", "triple")[:3] == ["1.000", "0.750", "0.857"]
    assert line(comparison.tables, "speakers", "speaker")[:3] == ["1.000", "0.750", "0.857"]
    assert line(comparison.tables, "direct", "found")[:3] == ["1.000", "0.500", "0.667"]


@pytest.mark.parametrize("form", ["jsonl", "brat", "doccano", "labelstudio"])
def test_bio_is_measured_by_spans_on_the_other_sides_text(tmp_path: Path, form: str) -> None:
    gold, predicted = place(tmp_path / "g", form, GOLD), place(tmp_path / "p", "bio", PREDICTED)
    # Three of four sources and cues are predicted; of contents, in two places one is two stretches, four of five.
    for first, second, sources, contents in (
        (gold, predicted, ["1.000", "0.750", "0.857"], ["1.000", "0.800", "0.889"]),
        (predicted, gold, ["0.750", "1.000", "0.857"], ["0.800", "1.000", "0.889"]),
    ):
        comparison = compare_annotations(first, second, bootstrap=0)
        assert line(comparison.tables, "exact spans", "source")[:3] == sources
        assert line(comparison.tables, "tokens", "cue")[:3] == sources
        assert line(comparison.tables, "exact spans", "content")[:3] == contents
        assert line(comparison.tables, "attributions", "exact")[:3] == contents
        assert "attributed" not in comparison.tables
        assert any("do not say which source and cue a content has" in note for note in comparison.notes)


def word(text: str, *roles: str) -> str:
    """A word of PARC's XML, of one attribution in some roles."""
    told = "".join(f'<attributionRole roleValue="{role}"/>' for role in roles)
    return f'<WORD text="{text}">' + (f'<attribution id="a">{told}</attribution>' if told else "") + "</WORD>"


def test_a_corpus_of_treebank_words_is_compared_with_a_tool_on_the_raw_text(tmp_path: Path) -> None:
    words = [word("Amsel", "source"), word("said", "cue")]
    words += [word(part, "content") for part in ("``", "no", "-LRB-", "not", "yet", "-RRB-", "''")]
    gold = tmp_path / "a.xml"
    gold.write_text(f"<root><SENTENCE>{''.join(words)}{word('.')}</SENTENCE></root>", encoding="utf-8")
    quote = {
        "cue": {"start": 6, "end": 10, "text": "said"},
        "sources": [{"start": 0, "end": 5, "text": "Amsel"}],
        "contents": [{"start": 11, "end": 25, "text": "“no (not yet)”"}],
    }
    predicted = tmp_path / "b.json"
    predicted.write_text(
        json.dumps({"text": "Amsel said “no (not yet)”.", "quotes": [quote]}), encoding="utf-8"
    )
    comparison = compare_annotations(gold, predicted, bootstrap=0)
    assert (comparison.failures, comparison.notes) == ((), ())
    for group, name in (("exact spans", "content"), ("attributions", "exact triple"), ("direct", "triple")):
        assert line(comparison.tables, group, name) == ["1.000", "1.000", "1.000", "1", "1"]


def test_nested_quotations_count_only_where_asked(tmp_path: Path) -> None:
    inner = record("quay", 1, parent="quay-0").quotations[0]
    outer = record("quay", 0)
    both = Record(article=outer.article, quotations=(*outer.quotations, inner))
    gold, predicted = place(tmp_path / "g", "jsonl", [both]), place(tmp_path / "p", "jsonl", [outer])
    assert "(1 gold)" in compare_annotations(gold, predicted).tables.splitlines()[4]
    assert "(2 gold)" in compare_annotations(gold, predicted, nested=True).tables.splitlines()[4]


def test_what_is_missing_too_much_or_broken_is_said(tmp_path: Path) -> None:
    other = Record(article=Article(path="else.txt", text="Else."))
    changed = Record(article=Article(path="yard.txt", text="The yard is open."))
    gold = place(tmp_path / "g", "jsonl", GOLD)
    predicted = place(tmp_path / "p", "jsonl", [PREDICTED[0], other, changed])
    with predicted.open("ab") as file:
        file.write(b"{\n")
    comparison = compare_annotations(gold, predicted, bootstrap=0)
    assert comparison.failures[0].startswith(f"{predicted}: line 4: this is not an onrecord/1 object")
    assert comparison.failures[1] == (
        "yard.txt: where the gold has “closed, Amsel told the board.”, the predicted text has “open.”"
    )
    assert comparison.notes == (
        "1 of 2 gold texts have no prediction and count as not found: yard.txt",
        "2 predicted texts are none of the gold's: else.txt, yard.txt",
    )
    assert line(comparison.tables, "attributions", "found")[3:] == ["4", "1"]


def test_sides_without_a_common_text_are_refused(tmp_path: Path) -> None:
    gold = place(tmp_path / "g", "jsonl", [GOLD[0]])
    predicted = place(tmp_path / "p", "jsonl", [PREDICTED[1]])
    with pytest.raises(
        UnreadableInput, match="have no text in common: predict on the gold's own texts, unchanged"
    ):
        compare_annotations(gold, predicted)
