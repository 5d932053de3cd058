"""Marks and tagger together, on sentences written for it: whole content, its cue, its source."""

import pytest

from onrecord import Article, Quotation
from onrecord.quotes import find_marks, find_quotations
from onrecord.text import find_paragraphs


def article(text: str) -> Article:
    return Article(text=text, paragraphs=find_paragraphs(text), language="en")


def found(text: str) -> tuple[Quotation, ...]:
    return find_quotations(article(text))[1]


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


# text, then of one quotation in it: kind, source, cue, content
WHOLE = [
    (
        "Osk said that the quay would open again at 3 a.m.",
        ("indirect", "Osk", "said", "that the quay would open again at 3 a.m."),
    ),
    (
        "“A lamp is a promise, Which nobody keeps,” Brelko counsels. The council did not listen.",
        ("direct", "Brelko", "counsels", "“A lamp is a promise, Which nobody keeps,”"),
    ),
    (
        "“The quay is closed,” said Mira Osk, the harbour master.",
        ("direct", "Mira Osk, the harbour master", "said", "“The quay is closed,”"),
    ),
    (
        '"The quay is closed," she said. "Come back tomorrow."',
        ("direct", "she", "said", '"The quay is closed," … "Come back tomorrow."'),
    ),
    (
        "Osk said that the quay would stay closed until Friday.",
        ("indirect", "Osk", "said", "that the quay would stay closed until Friday"),
    ),
    (
        "Osk told reporters the fee was “a joke nobody laughs at” and would be scrapped.",
        ("mixed", "Osk", "told", "the fee was “a joke nobody laughs at” and would be scrapped"),
    ),
    (
        "Osk said:\n\n“The quay is closed.”\n\nThe boats left.",
        ("direct", "Osk", "said:", "“The quay is closed.”"),
    ),
    (
        "“We stay,” Osk said. “We wait.\n\n“And then we win.”\n\nThe boats left.",
        ("direct", "Osk", "said", "“We stay,” … “We wait. … “And then we win.”"),
    ),
    (
        "Osk answered that\n\n“We were ready to talk about the\n\nlower quay.” Nobody came.",
        ("direct", "Osk", "answered", "“We were ready to talk about the … lower quay.”"),
    ),
    (
        "“We will not sell the quay,” Osk said at the fair. “It is not ours to sell.”",
        ("direct", "Osk", "said", "“We will not sell the quay,” … “It is not ours to sell.”"),
    ),
    (
        "Osk was not amused. ‘It holds one lamp,’ she says. ‘One.’",
        ("direct", "she", "says", "‘It holds one lamp,’ … ‘One.’"),
    ),
    (
        "She argues that the eels heard it.\n\n‘We rang it for the boats’ – Brant grins – ‘and they left the quay.’",
        ("direct", "Brant", "grins", "‘We rang it for the boats’ … ‘and they left the quay.’"),
    ),
    (
        "“A lamp is a promise,” he said in Tarnish, according to a translation by the paper.",
        ("direct", "he", "said", "“A lamp is a promise,”"),
    ),
    (
        "“We keep the lamps,” he said in Tarnish, according to a translation by the paper. “You keep the quay.”",
        ("direct", "he", "said", "“We keep the lamps,” … “You keep the quay.”"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_quotation_is_found_whole(text: str, expected: tuple[str, str, str, str]) -> None:
    rows = [
        (
            quotation.kind,
            words(text, quotation.source),
            words(text, quotation.cue),
            words(text, quotation.content),
        )
        for quotation in found(text)
    ]
    assert expected in rows


def test_marked_words_that_nobody_is_said_to_say_are_echoes() -> None:
    text = "The “compromise” pleased nobody. “The Long Night of the Lamps” closed on Friday."
    marked, quotations = find_quotations(article(text))
    assert not any(quotation.kind == "direct" for quotation in quotations)
    assert [(text[slice(*mark.span)], mark.role) for mark in marked.marks] == [
        ("compromise", "echo"),
        ("The Long Night of the Lamps", "title"),
    ]


def test_a_quotation_inside_a_quotation_is_a_row_with_its_parent() -> None:
    text = "“He told me, ‘Never again,’ and left,” Osk said."
    marked, quotations = find_quotations(article(text))
    outer, inner = sorted(quotations, key=lambda row: row.parent is not None)
    assert (outer.parent, inner.parent) == (None, outer.id)
    told = [text[slice(*span)] for span in (*inner.source, *inner.cue, *inner.content)]
    assert told == ["He", "told", "‘Never again,’"]
    assert [(mark.role, mark.quotation) for mark in marked.marks] == [
        ("quotation", outer.id),
        ("nested", inner.id),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "‘I told the boats, “Stop waiting,” and that was the whole of my speech,’ Osk said.",
            "“Stop waiting,”",
        ),
        (
            "‘They said to us, “Take it or leave it”, and we’re leaving it,’ Osk said.",
            "“Take it or leave it”",
        ),
        ("‘He called it “a joke” and “a shame” in one breath,’ Osk said.", "it “a joke” and “a shame”"),
    ],
)
def test_what_stands_in_inner_marks_ends_with_them(text: str, content: str) -> None:
    (inner,) = [row for row in found(text) if row.parent]
    assert words(text, inner.content) == content


def test_nested_marks_without_a_cue_of_their_own_belong_to_the_outer_quotation() -> None:
    text = "“The ‘green’ bridge is gone,” Osk said."
    marked, quotations = find_quotations(article(text))
    assert [(mark.role, mark.quotation) for mark in marked.marks] == [
        ("quotation", quotations[0].id),
        ("nested", quotations[0].id),
    ]


def test_edits_that_the_quotation_marks_itself_are_noted() -> None:
    text = "“They want[ed] the quay … and [Osk] let them,” she said."
    (quotation,) = found(text)
    assert [(edit.kind, text[slice(*edit.span)]) for edit in quotation.edits] == [
        ("bracket", "[ed]"),
        ("ellipsis", "…"),
        ("bracket", "[Osk]"),
    ]


def test_headline_deck_and_captions_are_read_too() -> None:
    page = Article(
        title="Osk: quay “will never open”",
        deck="Harbour master says boats must wait",
        captions=("“We wait,” says Osk at the quay.",),
        text="The quay is closed.",
        paragraphs=((0, 19),),
    )
    assert {"title", "deck", "captions.0"} <= {quotation.field for quotation in find_quotations(page)[1]}


def test_what_was_not_said_is_negated() -> None:
    text = "Osk did not say whether the quay would open."
    (quotation,) = found(text)
    assert (quotation.act, quotation.negated) == ("statement", True)


def test_a_block_quotation_belongs_to_who_introduces_it() -> None:
    text = "Osk wrote:\n\nThe quay is closed and nobody is to moor there.\n\nThe boats left."
    page = article(text)
    page = Article(text=text, paragraphs=page.paragraphs, blockquotes=page.paragraphs[1:2])
    quotation = find_quotations(page)[1][0]
    assert words(text, quotation.source) == "Osk"
    assert words(text, quotation.content) == "The quay is closed and nobody is to moor there."


def test_marks_alone_need_no_model() -> None:
    marked = find_marks(article("« Le quai est fermé », dit-elle."))
    assert [mark.role for mark in marked.marks] == ["echo"]


def test_the_same_text_gives_the_same_quotations_however_long_the_article() -> None:
    sentence = "“The quay is closed,” said Mira Osk."
    filler = "\n\n".join(["The boats lay in the harbour all day long and nobody moved them at all."] * 60)
    rows = [row for row in found(f"{filler}\n\n{sentence}") if row.kind == "direct"]
    assert len(rows) == 1


def test_words_without_marks_belong_to_no_cue_of_another_paragraph() -> None:
    text = "In an e-mail Olga Pryce wrote: ‘We pay when the ships pay.’\n\nQ: Will there be a strike?\n\nA: Ask them."
    assert not any("strike" in words(text, quotation.content) for quotation in found(text))
