"""Copies kept in a ledger, article by article, on both databases: the same as found from scratch among all."""

import random

import pytest
from sqlalchemy import Connection
from tests.ledger.written import dump
from tests.trace.stories import LEAD, SAME_EVENT, STORY, TAIL, story

from onrecord.ledger import copies, keeping
from onrecord.ledger.keeping import Place
from onrecord.ledger.ledger import Kept, Ledger
from onrecord.ledger.prints import owners, shortened
from onrecord.model import Article, Record
from onrecord.trace.copies import find_copies, prints_of
from onrecord.traces import Copy

PARAGRAPHS = (*STORY, *SAME_EVENT, LEAD, TAIL)
ORIGINAL = story(*STORY, published="2024-03-12", outlet="The Tarn Post")
REPRINT = story(LEAD, *STORY, published="2024-03-13", outlet="Ostrava Wire", credit="From the Tarn Post")
PART = story(*STORY[:3], TAIL, published="2024-03-14", outlet="Gull")
OTHER = story(*SAME_EVENT, published="2024-03-12", outlet="Gull")


def test_what_is_kept_tells_which_was_first_and_whether_it_is_acknowledged(ledger: Ledger) -> None:
    with ledger.write() as connection:
        places = [add(connection, article) for article in (REPRINT, OTHER, ORIGINAL, PART)]
        found = {frozenset((row.a, row.b)): row for row in copies.copies_of(connection, places[0].number)}
    assert set(found) == {pair(REPRINT, ORIGINAL), pair(REPRINT, PART)}
    row = found[pair(REPRINT, ORIGINAL)]
    assert (first(row), row.shared, row.acknowledged) == (ORIGINAL.id, 1.0, True)
    row = found[pair(REPRINT, PART)]
    assert (first(row), row.acknowledged) == (REPRINT.id, False)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_order_the_copies_are_those_found_from_scratch(ledger: Ledger, seed: int) -> None:
    draw = random.Random(seed)
    made = [
        story(*draw.sample(PARAGRAPHS, k=draw.randint(2, 7)), published=f"2024-03-{draw.randint(10, 20)}")
        for _ in range(25)
    ]
    articles = list({article.id: article for article in made}.values())
    places: dict[str | None, Place] = {}
    with ledger.write() as connection:
        for article in articles:
            places[article.id] = add(connection, article)
        taken = set(draw.sample(sorted(map(str, places)), k=8))
        for article in articles:
            if article.id in taken:
                copies.forget_article(connection, Record(article=article), places[article.id])
        back = [article for article in articles if article.id in sorted(taken)[:3]]
        for article in back:
            copies.index_article(connection, Record(article=article), places[article.id])
        standing = [article for article in articles if article.id not in taken or article in back]
        numbers = [place.number for place in places.values()]
        kept = {plain(row) for row in copies.reprints_among(connection, numbers)}
    found = find_copies(standing)
    assert len(found) > 10
    assert kept == {plain(row) for row in found}


def test_what_is_forgotten_leaves_nothing(ledger: Ledger) -> None:
    with ledger.write() as connection:
        places = [(article, add(connection, article)) for article in (ORIGINAL, REPRINT)]
        for article, place in places:
            copies.forget_article(connection, Record(article=article), place)
        assert copies.reprints_among(connection, [place.number for _, place in places]) == ()
    assert dump(ledger)["copy_prints"] == []


def test_only_copies_between_the_articles_asked_for_are_given(ledger: Ledger) -> None:
    with ledger.write() as connection:
        places = [add(connection, article) for article in (ORIGINAL, REPRINT, PART)]
        (row,) = copies.reprints_among(connection, [places[0].number, places[2].number])
    assert {row.a, row.b} == pair(ORIGINAL, PART)


def test_words_that_very_many_articles_have_are_kept_for_the_first_of_them_alone(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.copies.MOST_ARTICLES", 3)
    with ledger.write() as connection:
        for head in (LEAD, TAIL, *SAME_EVENT):
            add(connection, story(head, *STORY))
        shared = prints_of(story(*STORY))
        held = owners(connection, "copy_prints", shortened(shared.tolist()))
        assert max(map(len, held.values())) == 3


def test_briefs_and_articles_without_a_text_have_no_copies(ledger: Ledger) -> None:
    with ledger.write() as connection:
        for text in ("To be updated.", "To be updated!"):
            place = add(connection, story(text))
            assert copies.copies_of(connection, place.number) == ()


def test_an_article_that_is_kept_is_looked_for_copies_and_only_its_newest_version_has_any(
    ledger: Ledger,
) -> None:
    ledger.keep(Record(article=ORIGINAL))
    address = "https://wire.example/ferry"
    first = ledger.keep(Record(article=story(LEAD, *STORY, url=address)))
    assert [pair_of(row) for row in kept(ledger, first)] == [{ORIGINAL.id, first.id}]
    second = ledger.keep(Record(article=story(*STORY, TAIL, url=address)))
    assert second.older == first.id
    assert [pair_of(row) for row in kept(ledger, second)] == [{ORIGINAL.id, second.id}]
    assert kept(ledger, first) == ()
    third = ledger.keep(Record(article=story(*SAME_EVENT, url=address)))
    assert kept(ledger, second) == kept(ledger, third) == ()


def kept(ledger: Ledger, article: Kept) -> tuple[Copy, ...]:
    with ledger.read() as connection:
        return copies.copies_of(connection, article.number or 0)


def pair_of(row: Copy) -> set[str]:
    return {row.a, row.b}


def add(connection: Connection, article: Article) -> Place:
    record = Record(article=article)
    where = keeping.write_record(connection, record, place=None)
    copies.index_article(connection, record, where)
    return where


def pair(one: Article, other: Article) -> frozenset[str | None]:
    return frozenset((one.id, other.id))


def first(row: Copy) -> str | None:
    return None if row.direction is None else row.a if row.direction == "a<b" else row.b


def plain(row: Copy) -> tuple[object, ...]:
    """As much of a copy as a ledger keeps."""
    return row.a, row.b, row.direction, row.shared, row.acknowledged
