"""Where a source begins and ends. Every sentence is invented: `[…]` is the tagger's source, `<…>` the cue."""

import re

import pytest

from onrecord.quotes.extents import possessor, whole_source

SOURCES = [
    ("[The director], Hedda Osk, <told> us.", "The director, Hedda Osk,"),
    ("[Torvald Lines], the owner, <denied> it.", "Torvald Lines, the owner,"),
    ("[a keeper, who spoke on condition of anonymity because] of the eels, <said> so.", "a keeper"),
    ("[a keeper who asked not to be named] <said> so.", "a keeper"),
    ("[a keeper, who] <said> so, left.", "who"),
    ("[a keeper and] <said> so.", "a keeper"),
    ("[who] <said> so.", "who"),
    ("[Brant and Osk] <said> so.", "Brant and Osk"),
    ("[The union], BFU, <says> so.", "The union, BFU,"),
    ("“Shut it,” <says> [one of them], Piet Pryce.", "one of them, Piet Pryce"),
    ("“Shut it,” <says> [Piet Pryce], a lock keeper. He left.", "Piet Pryce, a lock keeper"),
    ("[My neighbour in] the stalls <thought> so.", "My neighbour in the stalls"),
    ("[The] keepers <expect> eels.", "The keepers"),
    ("[Piet Pryce], who keeps the lock, <said> so.", "Piet Pryce"),
    ("[Piet Pryce], the Courier reported, <said> so.", "Piet Pryce"),
    ("[Piet Pryce], however, <said> so.", "Piet Pryce"),
    ("The weir <sank> in [that poll], a 52-point swing.", "that poll"),
    ("“Shut it,” <says> [Piet Pryce], a lock keeper for years, and nobody heard.", "Piet Pryce"),
    ("[Pryce] once more <said> so.", "Pryce"),
]


@pytest.mark.parametrize(("written", "expected"), SOURCES)
def test_a_source_is_whole(written: str, expected: str) -> None:
    text = re.sub(r"[\[\]<>]", "", written)

    def span(inside: str) -> tuple[int, int]:
        words = re.search(inside, written)[1]  # type: ignore[index]
        return text.index(words), text.index(words) + len(words)

    found = whole_source(text, span(r"\[(.*?)\]"), span(r"<(.*?)>"))
    assert text[slice(*found)] == expected


OWNERS = [
    ("In Osk’s <view>, the weir is shut.", "Osk’s"),
    ("In Hedda Osk's <view>, the weir is shut.", "Hedda Osk's"),
    ("In the Osks’ <view>, the weir is shut.", "Osks’"),
    ("His <advice>: “Shut it.”", "His"),
    ("It’s <feared> that the weir is shut.", None),
    ("There’s <hope> for the weir.", None),
    ("The <view> is that it is shut.", None),
    ("She <thinks> so.", None),
]


@pytest.mark.parametrize(("written", "expected"), OWNERS)
def test_a_possessive_before_a_cue_is_its_source(written: str, expected: str | None) -> None:
    start = written.index("<")
    text = re.sub(r"[<>]", "", written)
    found = possessor(text, (start, start + 4))
    assert (found and text[slice(*found)]) == expected
