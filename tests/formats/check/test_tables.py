"""A check for programs: JSON that reads back as it was, and CSV that no spreadsheet runs."""

import csv
import io
import json

import msgspec
import pytest

from onrecord.errors import UnreadableInput
from onrecord.findings import CheckedArticle
from onrecord.formats import Look
from onrecord.formats.check import CHECK_FORMATS, from_json, to_json, write_checks


def written(*articles: CheckedArticle, form: str, several: bool = True) -> str:
    out = io.BytesIO()
    write_checks(articles, out, form=form, look=Look(several=several))
    return out.getvalue().decode()


def rows(*articles: CheckedArticle) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(*articles, form="csv"))))


def test_a_line_reads_back_as_the_same_value(quay: CheckedArticle) -> None:
    first, second = written(quay, quay, form="jsonl").splitlines()
    assert first == second
    assert from_json(first) == quay


def test_the_keys_of_a_difference_are_those_of_the_schema(quay: CheckedArticle) -> None:
    line = json.loads(written(quay, form="jsonl"))
    assert line["quotations"][1]["checks"][0]["differences"][1] == {
        "op": "replace",
        "class": "wording",
        "quote": [22, 28],
        "document": [1015, 1018],
    }


@pytest.mark.parametrize(("several", "count"), [(True, 1), (False, None)])
def test_json_is_a_list_or_one_object(quay: CheckedArticle, several: bool, count: int | None) -> None:
    value = json.loads(written(quay, form="json", several=several))
    assert (len(value) if count else value["schema"]) == (count or "onrecord/1")


def test_a_lone_surrogate_becomes_a_replacement(quay: CheckedArticle) -> None:
    odd = msgspec.structs.replace(quay, article=msgspec.structs.replace(quay.article, title="a\ud800b"))
    assert json.loads(to_json(odd))["article"]["title"] == "a\ufffdb"


@pytest.mark.parametrize("line", [b"{}", b"no", b'{"schema": "other/9"}'])
def test_what_is_no_checked_article_says_so(line: bytes) -> None:
    with pytest.raises(UnreadableInput, match="schema"):
        from_json(line)


def test_csv_has_one_row_a_passage(quay: CheckedArticle) -> None:
    table = rows(quay)
    assert [row["verdict"] for row in table] == [
        *["verbatim", "altered", "edited", "spliced", "verbatim", "not_found"]
    ]
    altered, edited = table[1], table[2]
    assert altered["flags"] == "number_changed negation_changed"
    assert altered["differences"] == (
        "insert:wording:always>; replace:wording:twelve>ten; delete:wording:>not thirteen; "
        "replace:spelling:colour>color"
    )
    assert (altered["document_start"], altered["document_end"]) == ("1000", "1062")
    assert altered["linked_contains"] == "false"
    assert edited["dropped"] == "on weekdays, not on Sundays, and only"
    assert "delete:joint:>@3000-4000" in table[3]["differences"]
    assert table[5]["document"] == ""


def test_csv_runs_no_formula(quay: CheckedArticle) -> None:
    (check,) = quay.quotations[0].checks
    check = msgspec.structs.replace(check, text="=1+1", speaker="@sum(a1)", document_speaker="+2\0")
    quotation = msgspec.structs.replace(quay.quotations[0], checks=(check,))
    (row,) = rows(msgspec.structs.replace(quay, quotations=(quotation,)))
    assert [row["text"], row["speaker"], row["document_speaker"]] == ["'=1+1", "'@sum(a1)", "'+2␀"]


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_no_article_is_no_error(form: str) -> None:
    assert written(form=form) is not None


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="text, html, jsonl, json, csv"):
        written(form="docx")
