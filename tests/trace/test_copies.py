"""Copies of articles: which are, which was first, whether the copy says so, keeps the terms, and what it changed."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trace.stories import LEAD, SAME_EVENT, STORY, TAIL, story

from onrecord.errors import InputError
from onrecord.model import Article, Original
from onrecord.trace.copies import compare, find_copies, groups, prints_of
from onrecord.trace.copy_candidates import find_candidates
from onrecord.traces import Condition, Copy
from onrecord.words import words

NOTICE = (
    "This page may not be copied, sold, framed, stored or read aloud to others by any means whatever, electronic or "
    "not, unless the publisher of this page has agreed beforehand in a letter with two signatures and a stamp."
)
POST = {"outlet": "The Tarn Post"}
WIRE = {"outlet": "Ostrava Wire"}
CREDITED = WIRE | {"credit": "From the Tarn Post"}
EARLY, LATE = {"published": "2024-03-12"}, {"published": "2024-03-14"}
PAGE = "https://tarnpost.example/ferry"
ALTERED = tuple(
    text.replace("Monday night", "Tuesday evening").replace("Three hundred", "Some 300") for text in STORY
)


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("the whole text", STORY, ("Tarn Island.", *STORY)),
        ("case, accents and quotation marks aside", STORY, [text.upper() for text in STORY]),
        ("the first half", STORY, STORY[:3]),
        ("the last half", STORY, STORY[3:]),
        ("a paragraph left out in the middle", STORY, (*STORY[:2], *STORY[3:])),
        ("every other paragraph", STORY, STORY[::2]),
        ("paragraphs in another order", STORY, (*STORY[3:], *STORY[:3])),
        ("a word changed here and there", STORY, ALTERED),
        ("with a lead and a tail of its own", STORY, (LEAD, *STORY, TAIL)),
        ("part of it, with a lead and a tail of its own", STORY, (LEAD, *STORY[:4], TAIL)),
        ("run together without paragraphs", STORY, [" ".join(STORY)]),
    ],
)
def test_reprints_are_copies(name: str, left: list[str], right: list[str]) -> None:
    one, other = story(*left), story(*right)
    (found,) = find_copies([one, other])
    assert (found.a, found.b) == tuple(sorted([str(one.id), str(other.id)]))


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("two reports of one event that share a quote", STORY, SAME_EVENT),
        ("one paragraph in a story of its own", STORY, (LEAD, STORY[2], TAIL, *SAME_EVENT)),
        ("a notice at the end of two stories", (*STORY, NOTICE), (*SAME_EVENT, LEAD, NOTICE)),
        (
            "a brief that is all that both say",
            ["This story will be updated."],
            ["This story will be updated!"],
        ),
        ("words that stand everywhere", ["The war goes on. " * 40], ["The war goes on. " * 50]),
        ("no text at all", [""], STORY),
    ],
)
def test_what_only_looks_alike_is_no_copy(name: str, left: list[str], right: list[str]) -> None:
    assert find_copies([story(*left), story(*right)]) == ()


def test_articles_that_could_not_be_read_and_the_same_bytes_twice_have_no_copies() -> None:
    assert find_copies([Article(path="broken.html"), story(*STORY), story(*STORY)]) == ()


def test_a_text_without_an_id_is_refused() -> None:
    with pytest.raises(InputError, match=r"page\.html has no id"):
        find_copies([Article(path="page.html", text="Some words.")])


@pytest.mark.parametrize(
    ("name", "one", "other", "direction", "kind"),
    [
        ("days", {"published": "2024-03-12"}, {"published": "2024-03-14"}, "a<b", "date"),
        ("a day and a month", {"published": "2024-03-12"}, {"published": "2024-02"}, "b<a", "date"),
        ("two zones", {"published": "2024-03-12T09:00:00+02:00"}, {"published": "2024-03-12T08:00:00Z"}, "a<b", "date"),
        ("the same day", {"published": "2024-03-12"}, {"published": "2024-03-12"}, None, None),
        ("a day within the month", {"published": "2024-03-12"}, {"published": "2024-03"}, None, None),
        ("one date alone", {"published": "2024-03-12"}, {}, None, None),
        ("a credit", POST, CREDITED, "a<b", "credit"),
        ("a named original", POST | {"original": Original(outlet="Ostrava Wire")}, WIRE, "b<a", "original"),
        ("a link", {"url": PAGE.replace("//", "//www.") + "/"}, {"links": (f"{PAGE}?utm_source=x",)}, "a<b", "link"),
        ("a byline", POST | {"authors": ("Eva Roos, Ostrava Wire",)}, WIRE, "b<a", "byline"),
        ("what a page says, against its date", POST | LATE, WIRE | EARLY | {"credit": "Tarn Post"}, "a<b", "credit"),
        ("each credits the other", {**POST, **EARLY, "credit": "Ostrava Wire"}, CREDITED | LATE, "a<b", "credit"),
        ("a credit to a third", POST, WIRE | {"credit": "Agency"}, None, None),
    ],
)  # fmt: skip
def test_which_was_first(
    name: str, one: dict[str, object], other: dict[str, object], direction: str | None, kind: str | None
) -> None:
    found = compared(story(*STORY, id="1", **one), story("Tarn.", *STORY, id="2", **other))  # type: ignore[arg-type]
    assert found.direction == direction
    assert (found.signs[0].kind if found.signs else None) == kind


@pytest.mark.parametrize(
    ("name", "left", "right", "direction"),
    [
        ("a text cut short", STORY, STORY[:3], "a<b"),
        ("a text that goes on is the whole of it", STORY[:3], STORY, "b<a"),
        (
            "an ellipsis for words",
            STORY,
            (STORY[0].replace("the people of Tarn Island to work", "the people […] to work"), *STORY[1:]),
            "a<b",
        ),
        ("only some words changed", STORY, ALTERED, None),
    ],
)
def test_where_nothing_else_tells_the_edits_do(
    name: str, left: tuple[str, ...], right: tuple[str, ...], direction: str | None
) -> None:
    assert compared(story(*left, id="1"), story(*right, id="2")).direction == direction


def test_dates_outweigh_edits() -> None:
    short = story(*STORY[:3], id="2", published="2024-03-11")
    assert compared(story(*STORY, id="1", published="2024-03-12"), short).direction == "b<a"


@pytest.mark.parametrize(
    ("name", "paragraphs", "fields", "said"),
    [
        ("a credit", STORY, WIRE | {"credit": "The Tarn Post"}, True),
        ("a line at the end", (*STORY, "First published by The Tarn Post."), WIRE, True),
        ("a line above the text", ("Republished from the Tarn Post with thanks.", *STORY), {}, True),
        ("an agency's name in brackets", ("PELLWICK (Tarn Post) —", *STORY), WIRE, True),
        ("a link to its page", STORY, {"links": (PAGE,)}, True),
        ("a link to its first page", STORY, {"links": ("https://tarnpost.example/",)}, True),
        ("nothing", STORY, WIRE, False),
        ("a link to another of its pages", STORY, WIRE | {"links": (PAGE[:-5] + "tea",)}, False),
        ("its name for another thing", (*STORY, "The Tarn Post is blue."), WIRE, False),
        ("a longer name", STORY, WIRE | {"credit": "Tarn Postal Service"}, False),
        ("another original", STORY, WIRE | {"original": Original(outlet="Agency")}, None),
        ("an outlet that is not known", STORY, {}, None),
        ("the same outlet", STORY, {"outlet": "TARN POST"}, None),
    ],
)  # fmt: skip
def test_whether_the_copy_names_its_original(
    name: str, paragraphs: tuple[str, ...], fields: dict[str, object], said: bool | None
) -> None:
    original = story(*STORY, id="1", published="2024-03-12", outlet="The Tarn Post", url=PAGE)
    copy = story(*paragraphs, id="2", published="2024-03-14", **fields)  # type: ignore[arg-type]
    found = compared(original, copy)
    assert found.direction == "a<b"
    assert found.acknowledged is said


def test_nothing_is_acknowledged_where_nobody_knows_which_was_first() -> None:
    left, right = (
        story(*STORY, id="1", outlet="The Tarn Post"),
        story(*ALTERED, id="2", outlet="Ostrava Wire"),
    )
    assert compared(left, right).acknowledged is None


@pytest.mark.parametrize(
    ("terms", "paragraphs", "fields", "kept"),
    [
        ("You may repost this article if it is left whole.", STORY, {}, {"whole": True}),
        ("You may repost this article if it is left whole.", STORY[:4], {}, {"whole": False}),
        ("You may repost this article if it is left whole.", (*STORY[2:], *STORY[:2]), {}, {"whole": False}),
        ("You may reprint this as long as the source is named.", STORY, {"credit": "Tarn Post"}, {"source": True}),
        ("You may reprint this as long as the source is named.", STORY, {}, {"source": False}),
        ("Reposting is allowed with the author's name.", STORY, {"authors": ("Eva Roos",)}, {"author": True}),
        ("Reposting is allowed with the author's name.", STORY, {"authors": ("Jan Holm",)}, {"author": False}),
        ("You may republish it with a link.", STORY, {"links": (PAGE,)}, {"link": True}),
        ("You may republish it with a link.", STORY, {"links": ("https://a.example",)}, {"link": False}),
        ("Reprinting is permitted for non-commercial use.", STORY, {}, {"non_commercial": None}),
        ("No part may be reproduced without written permission.", STORY, {}, {"permission": None}),
        ("Under Creative Commons BY-NC-ND", STORY[:4], {}, {"source": False, "whole": False, "non_commercial": None}),
        ("Subscribe to our letter.", STORY, {}, None),
    ],
)  # fmt: skip
def test_whether_the_copy_keeps_the_terms(
    terms: str, paragraphs: tuple[str, ...], fields: dict[str, object], kept: dict[str, bool | None] | None
) -> None:
    original = story(
        *STORY,
        id="1",
        published="2024-03-12",
        outlet="The Tarn Post",
        url=PAGE,
        authors=("Eva Roos",),
        notices=(terms,),
    )
    copy = story(*paragraphs, id="2", published="2024-03-14", outlet="Ostrava Wire", **fields)  # type: ignore[arg-type]
    stated = compared(original, copy).terms
    if kept is None:
        assert stated == ()
        return
    (row,) = stated
    assert (row.stated_by, row.binding) == ("a", True)
    assert {condition.name: condition.kept for condition in row.conditions} == kept


def test_terms_bind_nobody_where_it_is_not_known_which_was_first() -> None:
    one = story(*STORY, id="1", notices=("You may repost this article if it is left whole.",))
    (row,) = compared(one, story(*ALTERED, id="2")).terms
    assert row.binding is None
    assert row.conditions == (Condition(name="whole", kept=None, why="it is not known which was first"),)


@pytest.mark.parametrize(
    ("name", "left", "right", "changes"),
    [
        ("nothing", STORY, [" ".join(STORY)], []),
        ("a word put in", ["The boat will stop"], ["The boat will surely stop"], [("insert", "", "surely")]),
        ("a word left out", ["The old boat will stop"], ["The boat will stop"], [("delete", "old", "")]),
        ("a word for another", ["The boat will stop"], ["The ship will stop"], [("replace", "boat", "ship")]),
        ("a paragraph left out", STORY, (*STORY[:3], *STORY[4:]), [("delete", STORY[3][:-1], "")]),
        ("a lead", STORY, (LEAD, *STORY), [("insert", "", LEAD[:-1])]),
        ("a tail", STORY, (*STORY, TAIL), [("insert", "", TAIL[:-1])]),
        ("a paragraph moved", STORY, (STORY[0], *STORY[2:], STORY[1]), [("move", STORY[1][:-1], STORY[1][:-1])]),
    ],
)  # fmt: skip
def test_what_was_changed(
    name: str, left: list[str], right: list[str], changes: list[tuple[str, str, str]]
) -> None:
    padded = STORY if len(left) == 1 else ()
    one, other = story(*padded, *left, id="1"), story(*padded, *right, id="2")
    found = compared(one, other)
    told = [(row.op, one.body[slice(*row.a)], other.body[slice(*row.b)]) for row in found.changes]
    assert told == changes


def test_words_are_counted_on_both_sides() -> None:
    found = compared(story(*STORY, id="1"), story(LEAD, *STORY[:4], id="2"))
    count = {text: len(list(words(text))) for text in (*STORY, LEAD)}
    assert found.words == (sum(map(count.get, STORY)), count[LEAD] + sum(map(count.get, STORY[:4])))  # type: ignore[arg-type]
    assert (found.only_a, found.only_b, found.moved) == (count[STORY[4]], count[LEAD], 0)


ARTICLES = (
    story(*STORY, published="2024-03-12"),
    story(LEAD, *STORY, published="2024-03-13"),
    story(*STORY[:3], TAIL, published="2024-03-14"),
    story(*SAME_EVENT, published="2024-03-12"),
    story(*SAME_EVENT, TAIL, published="2024-03-15"),
)


def test_the_order_of_the_articles_makes_no_difference() -> None:
    found = find_copies(ARTICLES)
    assert [row.a for row in found] == sorted(row.a for row in found)
    for order in itertools.islice(itertools.permutations(ARTICLES), 0, None, 7):
        assert find_copies(order) == found


def test_articles_of_one_text_are_one_group() -> None:
    first = frozenset(str(article.id) for article in ARTICLES[:3])
    second = frozenset(str(article.id) for article in ARTICLES[3:])
    assert set(groups(find_copies(ARTICLES))) == {first, second}


def test_a_page_of_two_texts_makes_no_group_of_both() -> None:
    page = story(*STORY, *SAME_EVENT, published="2024-04-01")
    found = groups(find_copies([*ARTICLES, page]))
    assert len(found) == 2
    assert sum(str(page.id) in group for group in found) == 1


PARAGRAPHS = (*STORY, *SAME_EVENT, LEAD, TAIL)
SENTENCES = [sentence for text in PARAGRAPHS for sentence in text.split(", ")]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=20),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=20),
)
def test_the_share_is_that_of_a_slow_twin(left: list[str], right: list[str]) -> None:
    one, other = story(*left, id="1"), story(*right, id="2")
    slow = slow_share(one, other)
    found = compare(one, other)
    assert (found is not None) == (slow >= 0.45)
    if found is not None:
        assert found.shared == round(slow, 4)


def test_nothing_that_is_a_copy_is_missed_among_many() -> None:
    draw = random.Random(5)
    articles = [story(*draw.sample(PARAGRAPHS, k=draw.randint(2, 7))) for _ in range(30)]
    articles.sort(key=lambda article: str(article.id))
    pairs = itertools.combinations(articles, 2)
    slow = {(one.id, other.id) for one, other in pairs if slow_share(one, other) >= 0.45}
    assert len(slow) > 50
    assert {(row.a, row.b) for row in find_copies(articles)} == slow


@pytest.mark.parametrize(
    ("name", "heads", "pairs", "crowded"),
    [
        (
            "one more than the most, word for word",
            ["?", "!", ".", ";"],
            {(0, 1), (0, 2), (0, 3)},
            [0, 1, 2, 3],
        ),
        ("the most, word for word", ["?", "!", "."], {(0, 1), (0, 2), (1, 2)}, []),
        ("all with another beginning", [LEAD, TAIL, SAME_EVENT[0], SAME_EVENT[2]], set(), [0, 1, 2, 3]),
    ],
)
def test_a_text_that_very_many_print_is_told_of(
    name: str,
    heads: list[str],
    pairs: set[tuple[int, int]],
    crowded: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.trace.copy_candidates.MOST_ARTICLES", 3)
    found = find_candidates([prints_of(story(head, *STORY)) for head in heads])
    assert {tuple(pair) for pair in found.pairs.tolist()} == pairs
    assert found.crowded.tolist() == crowded


def slow_share(one: Article, other: Article) -> float:
    """The share of the shorter text's runs of five words that the other has, by sets of words; 0 for briefs."""
    left, right = runs(one), runs(other)
    least = min(len(left), len(right))
    return len(left & right) / least if least >= 20 else 0.0


def runs(article: Article) -> set[tuple[str, ...]]:
    folded = [word.key for word in words(article.body)]
    return {tuple(folded[at : at + 5]) for at in range(len(folded) - 4)}


def compared(one: Article, other: Article) -> Copy:
    """The copy that two articles are; which is given first makes no difference."""
    found = compare(one, other)
    assert found is not None
    assert compare(other, one) == found
    return found
