"""Speech tags at quotation marks, without the model; every sentence is invented."""

import pytest

from onrecord.quotes.confidence import Signs
from onrecord.quotes.drafts import Draft
from onrecord.quotes.heeding import heed_speech_tags
from onrecord.quotes.marks import Passage, find_passages
from onrecord.quotes.speech_tags import SpeechTag, tag_before, tag_behind
from onrecord.text import find_paragraphs

# The text, and the source and the cue of the tag behind its first passage.
BEHIND = [
    ("“The weir is shut,” said Ilse Brant.", ("Ilse Brant", "said")),
    ("“The weir is shut,” said Carl Osk Jr. He left.", ("Carl Osk Jr.", "said")),
    ("“The weir is shut,” said Dr. Ilse T. Brant. The boats left.", ("Dr. Ilse T. Brant", "said")),
    ("“The weir is shut,” she says.", ("she", "says")),
    ("“The weir is shut,” they say.", ("they", "say")),
    ("“The weir is shut,” Brant then added.", ("Brant", "added")),
    ("“The weir is shut,” fishers’ leader Osk, 40, said.", None),
    ("“The weir is shut,” state Council leader Ilse Brant said in a letter.", None),
    ("“The weir is shut,” Lathe state councillors said.", None),
    ("“The weir is shut,” said the lock-keeper, Ilse Brant.", ("the lock-keeper", "said")),
    ("“The weir is shut,” read a note at the gate.", ("a note at the gate", "read")),
    ("“The weir is shut,” telling Brant to wait.", None),
    ("“The weir is shut,” answer the fishers.", None),
    ("“The weir is shut” – Brant grins – “and dry.”", ("Brant", "grins")),
    ("“The weir is shut”—she said—“and dry.”", ("she", "said")),
    ("“The weir” – Brant said so – was shut.", None),
    ("“The weir is shut” said nobody.", None),
    ("Osk, citing “the will of the eels,” said the quay was shut, and left.", None),
    ("“The weir is shut!” She replied that it was not.", None),
]
# The text, and the source, the cue and whether it is a label, of the tag before its first passage.
BEFORE = [
    ("Brant added: “The weir is shut.”", ("Brant", "added:", False)),
    ("The boats left. Olga Pryce emails: “Shut it.”", ("Olga Pryce", "emails:", False)),
    ("Nobody came, and she said: “The weir is shut.”", ("she", "said:", False)),
    ("Ilse Brant: “The weir is shut.”", ("Ilse Brant", ":", True)),
    ("Lock keeper Ilse Brant: “The weir is shut.”", ("Lock keeper Ilse Brant", ":", True)),
    ("Added Ilse Brant: “The weir is shut.”", ("Ilse Brant", "Added", False)),
    ("Another: “The weir is shut.”", ("Another", ":", True)),
    ("The boats left. A harbour spokesman: “The weir is shut.”", ("A harbour spokesman", ":", True)),
    ("The boats left. Ilse Brant: “The weir is shut.”", ("Ilse Brant", ":", True)),
    ("The sign at Brant: “The weir is shut.”", None),
    ("Olga Pryce wrote of Mr. Osk: “He is shut.”", None),
    ("Pryce told Osk: “The weir is shut.”", None),
    ("Replied: “The weir is shut.”", None),
    ("Brant on the lower quay: “The weir is shut.”", None),
    ("The fishers have one rule: “The weir is shut.”", None),
    ("The keepers state: “The weir is shut.”", None),
    ("Brant added, “The weir is shut.”", None),
]


def passage(text: str) -> Passage:
    return find_passages(text, find_paragraphs(text))[0]


def words(text: str, tag: SpeechTag | None) -> tuple[object, ...] | None:
    return tag and (text[slice(*tag.source)], text[slice(*tag.cue)], tag.label)


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_a_tag_behind_a_passage(text: str, expected: tuple[str, str] | None) -> None:
    assert words(text, tag_behind(text, passage(text))) == (expected and (*expected, False))


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_a_tag_before_a_passage(text: str, expected: tuple[str, str, bool] | None) -> None:
    assert words(text, tag_before(text, passage(text), find_paragraphs(text)[0])) == expected


def heeded(text: str, *drafts: tuple[str, str, list[str]]) -> list[tuple[str, str, list[str], list[str]]]:
    """What becomes of drafts (source, cue, contents): the same with the words of the passages that each has."""

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    made = [
        Draft(span(source), span(cue), [span(words) for words in contents], Signs())
        for source, cue, contents in drafts
    ]
    passages = find_passages(text, find_paragraphs(text))
    owners = [
        next(
            (one for one in made if any(s < passage.span[1] and passage.span[0] < e for s, e in one.content)),
            None,
        )
        for passage in passages
    ]
    heed_speech_tags(text, find_paragraphs(text), made, passages, owners)
    return [
        (
            text[slice(*draft.source or (0, 0))],
            text[slice(*draft.cue or (0, 0))],
            [text[slice(*content)] for content in draft.content],
            [text[slice(*one.span)] for one, owner in zip(passages, owners, strict=True) if owner is draft],
        )
        for draft in made
    ]


def test_a_passage_is_its_tags_though_another_has_it() -> None:
    text = "“Shut it,” Brant says. The boats left.\n\nOlga Pryce emails: “It is shut.” “And dry.”"
    rows = heeded(text, ("Brant", "says", ["“Shut it,”", "“It is shut.” “And dry.”"]))
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("Brant", "says", ["Shut it,"]),
        ("Olga Pryce", "emails:", ["It is shut.", "And dry."]),
    ]


def test_a_label_is_a_source_whole() -> None:
    rows = heeded("Lock keeper Ilse Brant: “Shut it.”", ("Lock keeper Ilse", "Brant:", ["“Shut it.”"]))
    assert [row[:2] for row in rows] == [("Lock keeper Ilse Brant", ":")]


def test_a_verb_is_no_part_of_the_source_before_it() -> None:
    rows = heeded("Olga Pryce emails: “Shut it.”", ("Olga Pryce emails", ":", ["“Shut it.”"]))
    assert [row[:2] for row in rows] == [("Olga Pryce", "emails:")]


def test_the_tags_source_stands_against_another() -> None:
    rows = heeded("Osk waited. “Shut it,” read a note.", ("Osk", "read", ["“Shut it,”"]))
    assert [row[:2] for row in rows] == [("a note", "read")]


def test_a_longer_source_than_the_tags_stays() -> None:
    rows = heeded(
        "“Shut it,” said Piet Pryce of the lock.", ("Piet Pryce of the lock", "said", ["“Shut it,”"])
    )
    assert [row[:2] for row in rows] == [("Piet Pryce of the lock", "said")]


def test_words_of_another_sentence_are_not_the_tags() -> None:
    text = "Osk disputes that. “It is shut,” said Brant. The boats were not amused. “For good.”"
    rows = heeded(
        text, ("Brant", "said", ["that. “It is shut,”", "The boats were not amused", "“For good.”"])
    )
    assert rows[0][2] == ["“It is shut,”", "“For good.”"]


def test_words_of_the_tags_own_sentence_and_those_that_lead_to_its_marks_stay() -> None:
    text = "The weir “is shut,” said Brant, and dry. But the quay “is not.”"
    contents = ["The weir “is shut,”", "and dry", "the quay “is not.”"]
    assert heeded(text, ("Brant", "said", contents))[0][2] == contents


def test_words_that_are_not_the_tags_go_to_the_cue_of_their_own_sentence() -> None:
    text = "Osk denied it. Pryce told us that she was one of them. “It is shut,” she said."
    rows = heeded(
        text, ("Osk", "denied", []), ("Pryce", "told", []), ("she", "said", ["that she was one of them. “It"])
    )
    assert [row[2] for row in rows] == [[], ["that she was one of them. "], ["“It"]]
