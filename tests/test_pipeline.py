"""The main job on whatever comes: every span in range, every id honest, nothing raised, nothing silent."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.formats import from_json, to_json
from onrecord.model import Record, article_id, quotation_id
from onrecord.read import fetch as fetching
from onrecord.read.fetch import Fetched

PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "he said", "Mira Osk", "The quay is closed", "told", "\n\n", "\n", ". ", ", ", " ",
     "[", "]", "…", "(", ")", "\u202e", "\x00", "é", "東京", "\U0001f600", "<b>", "[a](#)", "*", "According to"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120)


def check(record: Record) -> None:
    article = record.article
    for link in article.links:
        assert 0 <= link.span[0] <= link.span[1] <= len(article.body)
    for mark in article.marks:
        assert 0 <= mark.span[0] < mark.span[1] <= len(article.field_text(mark.field))
    ids = {quotation.id for quotation in record.quotations}
    assert len(ids) == len(record.quotations)
    assert {mark.quotation for mark in article.marks} <= ids | {None}
    for quotation in record.quotations:
        text = article.field_text(quotation.field)
        assert quotation.content
        assert quotation.id == quotation_id(article.id, quotation.field, quotation.content)
        assert 0.0 <= quotation.confidence <= 1.0
        for spans in (quotation.content, quotation.cue, quotation.source, quotation.marks):
            for start, end in spans:
                assert 0 <= start < end <= len(text)
        for (_, end), (start, _) in zip(quotation.content, quotation.content[1:], strict=False):
            assert end <= start
        for speaker in (*quotation.speakers, *quotation.candidates):
            for evidence in speaker.evidence:
                assert 0 <= evidence.span[0] <= evidence.span[1] <= len(article.field_text(evidence.field))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.booleans())
def test_any_text_is_read_with_every_span_in_range(text: str, plain: bool) -> None:
    data = text.encode("utf-8", "replace")
    record = onrecord.read_bytes(data, plain=plain)
    assert record.article.id == article_id(data)
    assert record.article.text is not None or record.failures
    if plain and record.article.text is not None:
        assert record.article.text == data.decode()
    check(record)
    assert from_json(to_json(record)) == record


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    record = onrecord.read_bytes(data)
    assert record.article.text is not None or record.failures
    check(record)


BAD = [
    ("empty", b"", "read"),
    ("blank", b" \n\t\n", "read"),
    ("binary", bytes(range(256)) * 20, "read"),
    ("damaged PDF", b"%PDF-1.7 and then nothing", "read"),
    ("ZIP archive", b"PK\x03\x04 rest", "read"),
]


@pytest.mark.parametrize(("data", "stage"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_input_is_a_failure_with_nulls(data: bytes, stage: str) -> None:
    record = onrecord.read_bytes(data, path="bad")
    assert record.article.text is None
    assert record.article.path == "bad"
    assert [failure.stage for failure in record.failures] == [stage]
    assert record.failures[0].reason


def test_another_encoding_is_read_and_said() -> None:
    record = onrecord.read_bytes("“The café is closed,” said Mira Osk.".encode("cp1252"), plain=True)
    assert "café" in record.article.body
    assert [failure.stage for failure in record.failures] == ["encoding"]


def test_another_language_keeps_its_marks_and_gets_no_guesses() -> None:
    text = (
        "Le quai est fermé depuis lundi, a dit la capitaine du port aux journalistes venus de toute la région. "
        "« Nous attendons la marée », a-t-elle ajouté, et les pêcheurs ont répondu que personne ne leur avait "
        "demandé leur avis avant de fermer la seule porte par laquelle ils pouvaient sortir en mer ce jour-là."
    )
    record = onrecord.read_text(text)
    assert [failure.stage for failure in record.failures] == ["language"]
    assert record.quotations == ()
    assert [record.article.body[slice(*mark.span)].strip() for mark in record.article.marks] == [
        "Nous attendons la marée"
    ]


def test_the_same_input_gives_the_same_bytes() -> None:
    text = "“The quay is closed,” said Mira Osk. She added that the boats could wait."
    assert to_json(onrecord.read_text(text)) == to_json(onrecord.read_text(text))


def test_every_key_of_the_contract_is_there() -> None:
    row = json.loads(to_json(onrecord.read_text("“The quay is closed,” said Mira Osk.")))
    assert set(row) == {"schema", "article", "quotations", "failures", "corrections"}
    assert row["schema"] == "onrecord/1"
    assert {"id", "path", "url", "title", "deck", "authors", "outlet", "language", "published", "modified", "retrieved",
            "original", "tags", "credit", "captions", "text", "paragraphs", "links", "marks", "notices"} <= set(
        row["article"]
    )  # fmt: skip
    assert {"id", "field", "kind", "act", "negated", "parent", "content", "cue", "source", "marks", "speakers",
            "candidates", "addressee", "date", "venue", "edits", "links", "confidence", "by"} <= set(
        row["quotations"][0]
    )  # fmt: skip


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(onrecord.UnreadableInput, match=r"absent\.txt"):
        onrecord.read_file(tmp_path / "absent.txt")


def test_the_public_door_is_sorted_and_complete() -> None:
    assert sorted(onrecord.__all__) == onrecord.__all__
    for name in onrecord.__all__:
        assert getattr(onrecord, name).__doc__ or name == "Span"


def test_a_text_that_is_too_long_for_quotations_keeps_its_marks_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.quotes.LARGEST_TEXT", 20)
    record = onrecord.read_text("“The quay is closed,” said Mira Osk.", plain=True)
    assert record.quotations == ()
    assert [mark.span for mark in record.article.marks] == [(1, 20)]
    assert [failure.stage for failure in record.failures] == ["quotes"]
    assert "more than the 20" in record.failures[0].reason


def test_marks_without_end_are_read_in_time_that_grows_with_the_text() -> None:
    nested = "“‘" * 500 + "a" + "’”" * 500 + " she said."
    record = onrecord.read_text(nested, plain=True)
    assert len(record.article.marks) == 1000
    unclosed = onrecord.read_text('"a ' * 5000, plain=True)
    assert unclosed.failures == ()


PAGE = """<html><head><title>The quay is closed</title>{head}</head><body><article><h1>The quay is closed</h1>
<p>The harbour master closed the quay on Monday, and <a href="/boats">the boats</a> stayed where they were all day.</p>
<p>“The quay is closed until the wall has been mended,” said Mira Osk, the harbour master, who was at the café.</p>
</article></body></html>"""


def fetched_page(head: str = "", **changes: object) -> Fetched:
    found = Fetched(
        url="http://courier.example/quay",
        final="https://courier.example/news/quay",
        redirects=("https://courier.example/news/quay",),
        status=200,
        content_type="text/html",
        data=PAGE.format(head=head).encode(),
        retrieved="2024-05-06T07:08:09Z",
    )
    return msgspec.structs.replace(found, **changes)


def test_what_was_fetched_is_an_article_with_its_address_and_time() -> None:
    fetched = fetched_page()
    record = onrecord.pipeline.read_fetched(fetched)
    article = record.article
    assert article.id == article_id(fetched.data)
    assert (article.path, article.url) == (fetched.url, fetched.final)
    assert article.retrieved == onrecord.Date(value="2024-05-06T07:08:09Z", precision="minute", text="")
    assert [link.href for link in article.links] == ["https://courier.example/boats"]
    assert [speaker.name for row in record.quotations for speaker in row.speakers] == ["Mira Osk"]
    check(record)


def test_a_page_cannot_take_the_place_of_another_sites() -> None:
    own = onrecord.pipeline.read_fetched(
        fetched_page('<link rel="canonical" href="https://www.courier.example/q">')
    )
    assert own.article.url == "https://www.courier.example/q"
    taken = onrecord.pipeline.read_fetched(
        fetched_page('<link rel="canonical" href="https://gazette.example/q">')
    )
    assert taken.article.url == "https://courier.example/news/quay"
    assert taken.article.original == onrecord.Original(url="https://gazette.example/q")


def test_what_was_fetched_and_cannot_be_read_is_a_failure_with_nulls() -> None:
    article = onrecord.pipeline.read_fetched(fetched_page(data=b"")).article
    assert (article.text, article.url, article.retrieved) == (None, None, None)


def test_the_encoding_that_the_server_names_is_believed_where_the_bytes_do_not_tell() -> None:
    polish = PAGE.format(head="").replace("café", "Łódź")
    article = onrecord.pipeline.read_fetched(
        fetched_page(data=polish.encode("utf-8"), content_type="text/html; charset=iso-8859-2")
    ).article
    assert "Łódź" in article.body
    data = polish.replace("“", '"').replace("”", '"').encode("iso-8859-2")
    article = onrecord.pipeline.read_fetched(
        fetched_page(data=data, content_type='text/html; Charset="ISO-8859-2"')
    ).article
    assert "Łódź" in article.body


def test_an_address_is_fetched_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = fetched_page()
    monkeypatch.setattr(fetching, "fetch", {fetched.url: fetched}.__getitem__)
    assert onrecord.read_address(fetched.url) == onrecord.pipeline.read_fetched(fetched)
    monkeypatch.undo()
    with pytest.raises(onrecord.NotFetched, match=r"127\.0\.0\.1 is no public site"):
        onrecord.read_address("http://127.0.0.1/")
