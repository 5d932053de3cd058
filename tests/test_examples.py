"""The examples, read by the whole pipeline and held against what a careful reader would record of them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest

from onrecord.model import Quotation, Record
from onrecord.people.register import Register
from onrecord.people.register.namings import enrol
from onrecord.pipeline import read_bytes

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXPECTED: dict[str, dict[str, Any]] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
ENGLISH = sorted(name for name in EXPECTED if name != "gazette_saint_orvain.txt")


class Found(NamedTuple):
    """How much of one article was found: each number may only go up."""

    marked: int  # quotations in quotation marks, whole, with the right speaker
    cues: int  # of those, with the right cue word
    indirect: int  # the indirect ones, with the right speaker and negation
    echoes: int  # marked words that nobody is said to say there


# Raise a number as soon as the pipeline finds more; never lower one.
PINNED: dict[str, Found] = {
    "buzzle.html": Found(marked=6, cues=6, indirect=1, echoes=0),  # of 8, 8, 3, 0
    "causeway.txt": Found(marked=15, cues=14, indirect=3, echoes=1),  # of 16, 16, 3, 2
    "courier.txt": Found(marked=11, cues=11, indirect=6, echoes=0),  # of 12, 12, 6, 0
    "fairlead.html": Found(marked=8, cues=7, indirect=6, echoes=0),  # of 9, 9, 8, 0
    "grain_hall_gazette.pdf": Found(marked=10, cues=10, indirect=6, echoes=1),  # of 10, 10, 6, 1
    "longstrand.md": Found(marked=14, cues=13, indirect=3, echoes=1),  # of 16, 16, 3, 2
    "wire.txt": Found(marked=7, cues=7, indirect=4, echoes=0),  # of 7, 7, 5, 0
}

FURNITURE = {
    "buzzle.html": ("Trending", "in your inbox", "You may also like", "Seven buns", "uses cookies", "Buzzle Desk"),
    "causeway.txt": ("Causeway Letter", "By Barnaby", "keeps bees"),
    "courier.txt": ("All rights reserved", "Copyright", "By Ottoline"),
    "fairlead.html": (
        *("Sign in", "Share on Pennant", "Email this", "Related stories", "lullaby", "right green", "Isolde"),
        *("cookies", "Accept", "Terms", "All rights reserved", "was amended", "slowest bakery", "06.30"),
    ),
    "gazette_saint_orvain.txt": (),
    "grain_hall_gazette.pdf": ("Grain Hall Gazette", "Thursday 14 March", "Ysolt"),
    "longstrand.md": (
        *("share button", "letter-box every Saturday", "large print", "Semaphore", "Region:", "Theme:", "Dossier:"),
        *("Featured image", "original source", "Copyright", "Disclaimer", "fair dealing", "press questions", "By ["),
        *("Become a Friend", "Articles by", "](", "**", "keeps bees"),
    ),
    "wire.txt": ("Reporting by", "By Ines"),
}  # fmt: skip


@cache
def record(name: str) -> Record:
    """The record of one example article, read once."""
    path = EXAMPLES / "articles" / name
    return read_bytes(path.read_bytes(), path=str(path))


def squash(words: str) -> str:
    """Words without spaces, quotation marks and capitals, to compare what is said and not how it is set."""
    return re.sub(r"[\s\"'“”‘’„«»]+", "", words).casefold()


def said(quotation: Quotation, read: Record) -> str:
    """The squashed words of a quotation."""
    text = read.article.field_text(quotation.field)
    return squash("".join(text[start:end] for start, end in quotation.content))


def spoken_by(quotation: Quotation, speaker: str) -> bool:
    """Whether the quotation has this one speaker; a leading article does not count."""
    names = [re.sub(r"^(the|an?)\s+", "", one.name or "", flags=re.I) for one in quotation.speakers]
    return names == [re.sub(r"^(the|an?)\s+", "", speaker, flags=re.I)]


def marked_row(wanted: dict[str, Any], read: Record) -> Quotation | None:
    """The one row that holds all the wanted words and gives them to the right speaker."""
    for quotation in read.quotations:
        words = said(quotation, read)
        if (
            quotation.kind != "indirect"
            and quotation.field == wanted.get("field", "text")
            and spoken_by(quotation, wanted["speaker"])
            and all(squash(passage) in words for passage in wanted["words"])
        ):
            return quotation
    return None


def cue_is_right(quotation: Quotation, wanted: dict[str, Any], read: Record) -> bool:
    """Whether the wanted cue word stands in the cue (or neither has one)."""
    text = read.article.field_text(quotation.field)
    cue = " ".join(text[start:end] for start, end in quotation.cue)
    return wanted["cue"] in cue if wanted["cue"] else not cue


def indirect_is_found(wanted: dict[str, Any], read: Record) -> bool:
    """Whether a row holds the wanted words, gives them to the right speaker, and denies them where the text does."""
    return any(
        squash(wanted["words"]) in said(quotation, read)
        and spoken_by(quotation, wanted["speaker"])
        and quotation.negated == wanted["negated"]
        for quotation in read.quotations
    )


def echo_is_kept(words: str, read: Record) -> bool:
    """Whether these marked words are kept as an echo (or as a name), and given to nobody."""
    text = read.article.body
    return any(
        mark.role in ("echo", "title") and text[slice(*mark.span)] == words for mark in read.article.marks
    )


def found_in(name: str) -> Found:
    """Count what the pipeline found of one article."""
    read, expected = record(name), EXPECTED[name]
    rows = [(wanted, marked_row(wanted, read)) for wanted in expected["quotations"]]
    return Found(
        marked=sum(row is not None for _, row in rows),
        cues=sum(row is not None and cue_is_right(row, wanted, read) for wanted, row in rows),
        indirect=sum(indirect_is_found(wanted, read) for wanted in expected["indirect"]),
        echoes=sum(echo_is_kept(words, read) for words in expected["echoes"]),
    )


def test_every_article_has_its_expectations() -> None:
    assert sorted(path.name for path in (EXAMPLES / "articles").iterdir()) == sorted(EXPECTED)
    assert sorted(PINNED) == ENGLISH


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_head_of_the_article(name: str) -> None:
    article, expected = record(name).article, EXPECTED[name]
    original = article.original and {
        "outlet": article.original.outlet,
        "published": article.original.published and article.original.published.value,
    }
    head = {
        "title": article.title,
        "deck": article.deck,
        "authors": list(article.authors),
        "outlet": article.outlet,
        "published": article.published and article.published.value,
        "original": original,
    }
    assert head == {key: expected[key] for key in head}


@pytest.mark.parametrize("name", ENGLISH)
def test_as_much_is_found_as_before(name: str) -> None:
    found, pinned = found_in(name), PINNED[name]
    lost = {key: (was, now) for key, was, now in zip(Found._fields, pinned, found, strict=True) if now < was}
    assert lost == {}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_page_furniture_in_the_body(name: str) -> None:
    assert [words for words in FURNITURE[name] if words in record(name).article.body] == []


@pytest.mark.parametrize("name", ENGLISH)
def test_the_expected_words_stand_in_the_article(name: str) -> None:
    article, expected = record(name).article, EXPECTED[name]
    fields = squash(" ".join((article.title or "", article.body, *article.captions)))
    rows = [*expected["quotations"], *expected["indirect"]]
    passages = [
        words for row in rows for words in ([row["words"]] if isinstance(row["words"], str) else row["words"])
    ]
    assert [words for words in passages if squash(words) not in fields] == []


@pytest.mark.parametrize("name", ENGLISH)
def test_block_quotations_stay_in_the_body(name: str) -> None:
    body = squash(record(name).article.body)
    lost = {block["words"] for block in EXPECTED[name]["blocks"] if squash(block["words"]) not in body}
    assert lost == set()


def test_quotation_torn_by_the_page_break_is_whole() -> None:
    with pypdfium2.PdfDocument(EXAMPLES / "articles" / "grain_hall_gazette.pdf") as pages:
        texts = [page.get_textpage().get_text_range() for page in pages]
    assert "until the bridge comes" in texts[0]
    assert "home at an hour" in texts[1]
    read = record("grain_hall_gazette.pdf")
    whole = "on counting them until the bridge comes home at an hour when a loaf is still warm,”"
    inside = [
        q for q in read.quotations if any(whole in read.article.body[slice(*span)] for span in q.content)
    ]
    assert [q.speakers[0].name for q in inside] == ["Matis Varemba"]


def test_article_in_french_keeps_its_marks_and_gets_no_english_guesses() -> None:
    read = record("gazette_saint_orvain.txt")
    inside = [read.article.body[slice(*mark.span)].strip() for mark in read.article.marks]
    assert inside == EXPECTED["gazette_saint_orvain.txt"]["unread_marks"]
    assert read.quotations == ()
    assert [failure.stage for failure in read.failures] == ["language"]


@pytest.mark.parametrize("name", ENGLISH)
def test_english_article_is_read_without_a_failure(name: str) -> None:
    assert record(name).failures == ()


def test_a_register_of_all_the_examples_has_each_speaker_once_with_every_spelling() -> None:
    register = Register()
    for name in ENGLISH:
        enrol(register, record(name))
    people = {entry.label: entry for entry in register.entries if entry.kind == "person"}
    mayor = people["Ilyan Dorzhek"]
    assert {"Ilian Dorjek", "Dorjek"} <= set(mayor.aliases)
    assert len(mayor.namings) == 7
    for name in (
        "Tamsin Oake",
        "Corin Halm",
        "Hester Vannick",
        "Matis Varemba",
        "Sanne Vehl",
        "Joss Carrowby",
    ):
        alike = [entry for entry in register.entries if name in entry.aliases]
        assert [entry.label for entry in alike] == [name]
        assert len(people[name].merges) == len(people[name].namings) - 1
