"""The full-text index gives what reading every text gives, on both databases alike."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.written import INDEXES, dump, make_record

from onrecord.errors import BadQuery
from onrecord.ledger import fulltext
from onrecord.ledger.codes import VERDICT
from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger, keep
from onrecord.ledger.search import Search, count, find
from onrecord.ledger.terms import words_of
from onrecord.model import Date, Record

WORDS = "to be or not bridge bridges bridged quay école ecole don't ½ 12 мост 橋 straße a".split()
EITHER = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
Atom = tuple[str, tuple[str, ...]]  # "word", "prefix" or "phrase", and its words
Unit = tuple[Atom, ...] | tuple[Atom, int, Atom]


def some_records(number: int) -> list[Record]:
    """Articles of few different words, so that phrases come again."""
    chance = random.Random(number)
    found = []
    for at in range(40):
        quotes = tuple(
            " ".join(chance.choices(WORDS, k=chance.randrange(1, 9))) for _ in range(chance.randrange(4))
        )
        text = " ".join(f"Note {place}: “{quote}” said one." for place, quote in enumerate(quotes))
        title = " ".join(chance.choices(WORDS, k=3))
        found.append(
            make_record(
                f"{at}. {text}",
                path=f"{at}.txt",
                title=title,
                quotes=tuple((words, None) for words in quotes),
            )
        )
    return found


@pytest.fixture
def kept(ledger: Ledger) -> tuple[Ledger, list[Record]]:
    records = some_records(5)
    for record in records:
        ledger.keep(record)
    return ledger, records


atoms = st.one_of(
    st.tuples(st.sampled_from(["word"]), st.tuples(st.sampled_from(WORDS))),
    st.tuples(
        st.sampled_from(["prefix"]), st.tuples(st.sampled_from(["bri", "bridge", "éco", "мо", "stra"]))
    ),
    st.tuples(
        st.sampled_from(["phrase"]), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(tuple)
    ),
)
units = st.one_of(st.tuples(atoms), st.tuples(atoms, st.integers(0, 5), atoms))
clauses = st.one_of(
    st.tuples(st.just(False), st.lists(units, min_size=1, max_size=3)),
    st.tuples(st.just(True), st.lists(units, min_size=1, max_size=1)),
)


def written(query: list[tuple[bool, list[Any]]]) -> str:
    """A drawn query as it is typed."""
    return " ".join(
        ("-" if negated else "") + " OR ".join(_written_unit(unit) for unit in choices)
        for negated, choices in query
    )


def _written_unit(unit: Any) -> str:
    return " ".join(f"NEAR/{part}" if isinstance(part, int) else _written_atom(part) for part in unit)


def _written_atom(atom: Atom) -> str:
    how, words = atom
    return f'"{" ".join(words)}"' if how == "phrase" else words[0] + ("*" if how == "prefix" else "")


def holds(query: list[tuple[bool, list[Any]]], fields: list[list[str]]) -> bool:
    """Whether the query finds a text, by looking at each of its words: slow, and plain to see."""
    return all(
        any(holds_unit(unit, words) for unit in choices for words in fields) != negated
        for negated, choices in query
    )


def holds_unit(unit: Any, words: list[str]) -> bool:
    if len(unit) == 1:
        return bool(spans(unit[0], words))
    left, within, right = unit
    return any(
        0 <= two[0] - one[1] <= within or 0 <= one[0] - two[1] <= within
        for one in spans(left, words)
        for two in spans(right, words)
    )


def spans(atom: Atom, words: list[str]) -> list[tuple[int, int]]:
    asked = words_of(" ".join(atom[1]))
    return [
        (at, at + len(asked))
        for at in range(len(words) - len(asked) + 1)
        if words[at : at + len(asked) - 1] == asked[:-1]
        and (
            words[at + len(asked) - 1].startswith(asked[-1])
            if atom[0] == "prefix"
            else words[at + len(asked) - 1] == asked[-1]
        )
    ]


@EITHER
@given(query=st.lists(clauses, min_size=1, max_size=3))
def test_the_index_finds_what_reading_finds(
    kept: tuple[Ledger, list[Record]], query: list[tuple[bool, list[Any]]]
) -> None:
    same_as_reading(*kept, query)


@pytest.fixture(params=[1, 32])
def kept_after_a_million_words(
    new_schema: Callable[[], str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[tuple[Ledger, list[Record]]]:
    """A ledger on PostgreSQL whose words need two characters each, asked for few at a time (fulltext_asked.py)."""
    monkeypatch.setattr("onrecord.ledger.fulltext_asked._FIRST_GROUP", request.param)
    with Ledger.open(new_schema()) as ledger:
        with ledger.write() as connection:
            connection.exec_driver_sql("INSERT INTO words VALUES (1000000, 'zyzzyva')")
        records = some_records(5)
        for record in records:
            ledger.keep(record)
        yield ledger, records


@pytest.mark.postgres
@EITHER
@given(query=st.lists(clauses, min_size=1, max_size=3))
def test_words_beyond_a_million_are_found_alike(
    kept_after_a_million_words: tuple[Ledger, list[Record]], query: list[tuple[bool, list[Any]]]
) -> None:
    same_as_reading(*kept_after_a_million_words, query)


def same_as_reading(ledger: Ledger, records: list[Record], query: list[tuple[bool, list[Any]]]) -> None:
    articles = [[words_of(record.article.title or ""), words_of(record.article.body)] for record in records]
    quotations = [
        [words_of(record.article.body[start:end])]
        for record in records
        for row in record.quotations
        for start, end in row.content
    ]
    search = Search(words=written(query))
    texts: list[tuple[Kind, list[list[list[str]]]]] = [("articles", articles), ("quotations", quotations)]
    with ledger.read() as connection:
        for what, fields in texts:
            try:
                found = find(connection, what, search, limit=1_000)
            except BadQuery:
                return  # test_query.py says which queries are refused
            expected = [number for number, one in enumerate(fields, 1) if holds(query, one)]
            assert found == expected[::-1]
            assert count(connection, what, search).number == len(expected)


@EITHER
@given(text=st.text(max_size=40) | st.text(alphabet='ab"*-“”NEARO/ 0123\x00\ud800', max_size=40))
def test_whatever_is_typed_has_an_answer_or_a_reason(kept: tuple[Ledger, list[Record]], text: str) -> None:
    ledger, _ = kept
    searches = Search(words=text), Search(speaker=text), Search(outlet=text), Search(words="to", speaker=text)
    for search in searches:
        with ledger.read() as connection:
            try:
                found = find(connection, "quotations", search, limit=5)
            except BadQuery:
                continue
            assert len(found) == min(count(connection, "quotations", search).number, 5)


@EITHER
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_kept_found_and_forgotten(ledger: Ledger, text: str) -> None:
    record = make_record(text, quotes=((text, None),))
    words = words_of(text)[:60]
    searches = [Search()] + [Search(words=f'"{" ".join(words)}"')] * bool(words)
    kinds: tuple[Kind, ...] = ("quotations", "articles")
    with ledger.write() as connection:
        tried = connection.begin_nested()
        kept = keep(connection, record)
        assert kept.id is not None
        place = find_place(connection, kept.id)
        assert place is not None
        for search in searches:
            assert [find(connection, what, search) for what in kinds] == [[1], [1]]
        fulltext.forget_article(connection, record, place)
        for search in searches:
            assert [find(connection, what, search) for what in kinds] == [[], []]
        tried.rollback()


def test_what_is_forgotten_leaves_no_word(kept: tuple[Ledger, list[Record]]) -> None:
    ledger, _ = kept
    before = {name: rows for name, rows in dump(ledger).items() if name in INDEXES}
    record = make_record(
        "Seldom words: “A rare bridge”", path="x.txt", quotes=(("A rare bridge", "Ada Quill"),)
    )
    assert record.article.id is not None
    ledger.keep(record)
    with ledger.write() as connection:
        assert len(find(connection, "quotations", Search(words="rare"))) == 1
        place = find_place(connection, record.article.id)
        assert place is not None
        fulltext.forget_article(connection, record, place)
    assert {name: rows for name, rows in dump(ledger).items() if name in INDEXES} == before


def test_only_the_newest_version_is_found(ledger: Ledger) -> None:
    for words in ("The bridge is shut", "The bridge is open"):
        ledger.keep(make_record(f"“{words}”", path="bridge.txt", quotes=((words, None),)))
    with ledger.read() as connection:
        assert find(connection, "quotations", Search(words="shut")) == []
        assert find(connection, "quotations", Search(words="bridge")) == [2]
        assert find(connection, "articles", Search(words="bridge")) == [2]


def test_pages_follow_on_each_other(kept: tuple[Ledger, list[Record]]) -> None:
    ledger, _ = kept
    with ledger.read() as connection:
        whole = find(connection, "quotations", Search(words="to"), limit=1_000)
        assert len(whole) > 10
        pages: list[int] = []
        while page := find(
            connection, "quotations", Search(words="to"), before=pages[-1] if pages else None, limit=3
        ):
            pages += page
        assert pages == whole
        assert str(count(connection, "quotations", Search(words="to"), most=5)) == "5+"
        assert str(count(connection, "quotations", Search(words="to"), most=len(whole))) == f"{len(whole)}"


def on(value: str | None, precision: Any = "day") -> Date:
    return Date(value=value, precision=precision, text="")


NARROWED: list[tuple[dict[str, Any], str]] = [
    ({}, "abcdef"),
    ({"speaker": "Ada Quill"}, "ab"),
    ({"speaker": "QUILL"}, "abc"),
    ({"speaker": "Ada Orr"}, ""),
    ({"speaker": "minister of the northern harbours"}, "d"),
    ({"speaker": "minister of the southern harbours"}, ""),
    ({"outlet": "the courier"}, "abd"),
    ({"outlet": "Courier"}, "abcd"),
    ({"outlet": "Cour"}, ""),
    ({"outlet": "Nowhere"}, ""),
    ({"first": date(2031, 10, 15)}, "bcde"),
    ({"last": date(2031, 10, 15)}, "abd"),
    ({"first": date(2031, 10, 15), "last": date(2031, 10, 15)}, "bd"),
    ({"first": date(2031, 10, 16), "last": date(2031, 10, 31)}, "cd"),
    ({"first": date(2032, 1, 1), "last": date(2032, 12, 31)}, "e"),
    ({"first": date(2032, 3, 1), "last": date(2032, 3, 1)}, "e"),
    ({"first": date(2033, 1, 1)}, ""),
    ({"kinds": ("direct",)}, "abce"),
    ({"kinds": ("indirect",), "acts": ("statement",)}, "df"),
    ({"acts": ("belief", "decree")}, ""),
    ({"verdicts": ("altered", "spliced")}, "ac"),
    ({"words": "bridge", "speaker": "Quill", "outlet": "The Courier", "verdicts": ("altered",)}, "a"),
]


@pytest.fixture
def narrowed(ledger: Ledger) -> Ledger:
    ada, jo = ("Ada Quill", "Jo Quill")
    marked, plain = "“The bridge”", "The bridge"
    rows: list[tuple[str, str | None, str, str | None, Date | None]] = [
        ("a", ada, marked, "The Courier", on("2031-09-30T14:00:00Z", "minute")),
        ("b", ada, marked, "The Courier", on("2031-10-15")),
        ("c", jo, marked, "Courier on Sunday", on("2031-10-16")),
        ("d", "a minister of the northern harbours", plain, "The Courier", on("2031-10", "month")),
        ("e", None, marked, None, on("2032", "year")),
        ("f", "an aide", plain, None, None),
    ]
    for name, speaker, text, outlet, day in rows:
        record = make_record(
            f"{name}: {text}",
            path=f"{name}.txt",
            outlet=outlet,
            published=day,
            quotes=(("The bridge", speaker),),
        )
        ledger.keep(record)
        if name in "ac":
            assert record.article.id is not None
            with ledger.write() as connection:
                place = find_place(connection, record.article.id)
                assert place is not None
                fulltext.set_verdicts(
                    connection, record, place, {0: VERDICT["altered" if name == "a" else "spliced"]}
                )
    return ledger


def test_a_search_is_narrowed_down(narrowed: Ledger) -> None:
    with narrowed.read() as connection:
        for given_, expected in NARROWED:
            found = find(connection, "quotations", Search(**given_))
            assert "".join(sorted("abcdef"[number - 1] for number in found)) == expected, given_
            assert count(connection, "quotations", Search(**given_)).number == len(expected)


def test_articles_are_narrowed_down_too(narrowed: Ledger) -> None:
    with narrowed.read() as connection:
        assert find(connection, "articles", Search(speaker="Quill", outlet="The Courier")) == [2, 1]
        with pytest.raises(BadQuery, match="belong to quotations"):
            find(connection, "articles", Search(verdicts=("altered",)))


def test_days_out_of_order_are_refused(ledger: Ledger) -> None:
    with ledger.read() as connection, pytest.raises(BadQuery, match="no day"):
        find(connection, "quotations", Search(first=date(2031, 2, 2), last=date(2031, 2, 1)))
