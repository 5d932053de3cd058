"""Which lines are labels of speakers, style by style, and which only look like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.transcript import read_transcript

Said = list[tuple[str | None, str]]


def said(text: str) -> Said:
    """Who says what, with what is no word left out."""
    transcript = read_transcript(text)
    turns = []
    for turn in transcript.turns:
        kept, last = "", turn.start
        for start, end in transcript.asides:
            if turn.start <= start < turn.end:
                kept += text[last:start]
                last = end
        turns.append((turn.speaker, " ".join((kept + text[last : turn.end]).split())))
    return turns


STYLES: dict[str, tuple[str, Said]] = {
    "one Q among labels": (
        "THE PRESIDENT:  Hello.\n\nQ\tWhy?\n\nTHE PRESIDENT:  Because.\n",
        [("The President", "Hello."), ("Question", "Why?"), ("The President", "Because.")],
    ),
    "QUESTION": ("MR. OAKE:  So.\n\nQUESTION:  Why?\n", [("Oake", "So."), ("Question", "Why?")]),
    "carriage returns": ("MR. OAKE: So.\r\n\r\nQ  Why?\r\n", [("Oake", "So."), ("Question", "Why?")]),
    "THE COURT alone": ("We met.\n\nTHE COURT: Be seated.\n", [("The Court", "Be seated.")]),
    "a title alone": (
        "In the hall\n\nMAYOR DORZHEK: It is open. (Applause.) Come in.\n",
        [("Dorzhek", "It is open. Come in.")],
    ),
    "a place in the record": ("Mr. OAKE of New Farshire. I rise.\n", [("Oake", "I rise.")]),
    "seat and party": (
        "Mr Oake (Overton) (Ind): I rise.\n\nThe Speaker: Order.\n\nMs Tove (Hill) (Lab): I do.\n",
        [("Oake", "I rise."), ("The Speaker", "Order."), ("Tove", "I do.")],
    ),
    "a dash after the name": (
        "President. – We vote.\n\nAna Ruiz (AB). – I rise.\n\nBo Lark, Member of the Board. – Thanks.\n",
        [("President", "We vote."), ("Ana Ruiz", "I rise."), ("Bo Lark", "Thanks.")],
    ),
    "numbered speakers": (
        "Speaker 1: Hello.\nSpeaker 2: Hi.\nSpeaker 1: Well.\n",
        [("Speaker 1", "Hello."), ("Speaker 2", "Hi."), ("Speaker 1", "Well.")],
    ),
    "bold": (
        "**Interviewer:** Why?\n\n**Tove:** So.\n\n**Interviewer:** Oh?\n",
        [("Interviewer", "Why?"), ("Tove", "So."), ("Interviewer", "Oh?")],
    ),
    "time before the label": (
        "[00:01:02] RUIZ: Hello.\n[00:01:20] LARK: Hi.\n",
        [("Ruiz", "Hello."), ("Lark", "Hi.")],
    ),
    "time after the name": (
        "Ana Ruiz  0:03\nHello.\n\nBo Lark  0:10\nHi.\n\nAna Ruiz  0:12\nWell.\n",
        [("Ana Ruiz", "Hello."), ("Bo Lark", "Hi."), ("Ana Ruiz", "Well.")],
    ),
    "time after the label": (
        "Ana Ruiz: (00:12)\nHello.\n\nBo Lark: (00:20)\nHi.\n\nAna Ruiz: (00:30)\nWell.\n",
        [("Ana Ruiz", "Hello."), ("Bo Lark", "Hi."), ("Ana Ruiz", "Well.")],
    ),
    "a note in the label": (
        "RUIZ: Hello.\nTOVE [through translator]: Hi.\nRUIZ (via telephone): Well.\n",
        [("Ruiz", "Hello."), ("Tove", "Hi."), ("Ruiz", "Well.")],
    ),
    "a show's name": (
        'BO TOVE, "RIVER & SEA" HOST: Hello.\nTOVE: Hi.\n',
        [("Bo Tove", "Hello."), ("Bo Tove", "Hi.")],
    ),
    "arrows": (">> IT SAILS.\n>> DOES IT?\n", [(None, "IT SAILS."), (None, "DOES IT?")]),
    "one tweet": ("2015-08-01 14:33 | 627487235991031800 | It sails.\n", [(None, "It sails.")]),
    "names in capitals": (
        "GOVERNOR O'MALLEY: One.\nSENATOR McCAIN: Two.\nDE LA CRUZ: Three.\n",
        [("O'Malley", "One."), ("McCain", "Two."), ("De La Cruz", "Three.")],
    ),
}
LOOKALIKES = {
    "prose": "Remember this: we win.\n\nRemember this: we sail.\n\nRemember this: it is so.\n",
    "facts": "POPULATION: 12,000\nHARBOURS: 2\nMAYOR: Ana Ruiz\nBRIDGES: 4\n",
    "facts twice": "Boats: 12\nCrew: 40\n\nBoats: 10\nCrew: 30\n\nBoats: 9\nCrew: 20\n",
    "headings": "THE HARBOUR: A HISTORY\n\nIt began.\n\nOLD FERRIES: A FUTURE\n\nThey sail.\n",
    "headings of sentences": "THE FERRY: It sails.\n\nTHE HARBOUR: It sleeps.\n",
    "recipe": "INGREDIENTS:\n2 onions\n\nMETHOD:\nChop them.\n\nTIP: Use fresh fish.\n",
    "article": 'She said: "We sail."\n\nAna Ruiz told us: "No."\n\nShe added: "Never."\n',
    "notes": "NOTE: A draft.\n\nIt sails.\n\nNOTE: Still a draft.\n",
    "agenda": "Room: 4\nChair: Ana Ruiz\n\nRoom: 5\nChair: Bo Lark\n\nRoom: 6\nChair: Ana Ruiz\n",
    "e-mail": "From: Ana\nTo: Bo\nSubject: Ferry\n\nIt sails.\n\nFrom: Bo\nTo: Ana\n\nNo.\n\nFrom: Ana\nTo: Bo\n",
    "quoted e-mail": "> Ana wrote:\n>> It sails.\n>> It does.\n>> Yes.\n> She left.\n",
    "poem": "O sea:\nI saw thee.\nO sky:\nI saw thee.\nO sea:\nGood night.\n",
    "alerts": "BREAKING: It sank.\n\nUPDATE: It floats.\n\nWATCH: The film.\n",
    "press release": "FOR IMMEDIATE RELEASE: May 1\nCONTACT: Ana Ruiz\nPHONE: 555\n\nIt sails.\n",
    "timetable": "Breakfast  8:30\nHall\nLunch  12:30\nHall\nSupper  18:30\nHall\n",
    "letters": "A ferry sailed.\n\nQ was its mark.\n",
}


@pytest.mark.parametrize(("text", "expected"), STYLES.values(), ids=STYLES)
def test_every_style_gives_who_says_what(text: str, expected: Said) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", LOOKALIKES.values(), ids=LOOKALIKES)
def test_what_looks_like_labels_makes_no_transcript(text: str) -> None:
    assert read_transcript(text).turns == ()


def test_a_remark_with_a_colon_is_no_label_among_labels() -> None:
    text = "Ruiz: Hello.\nLook: it sails.\nLark: Hi.\nRuiz: So.\nLark: Yes.\nRuiz: No.\nLark: Oh.\n"
    assert [speaker for speaker, _ in said(text)] == ["Ruiz", "Lark", "Ruiz", "Lark", "Ruiz", "Lark"]


def test_the_span_of_a_label_is_exact() -> None:
    text = "MR. OAKE:  So it is.\nQ  Why?\n"
    shown = [(text[slice(*turn.label)], text[turn.start : turn.end]) for turn in read_transcript(text).turns]
    assert shown == [("MR. OAKE:", "So it is.\n"), ("Q  ", "Why?\n")]


_PIECES = st.sampled_from(
    [  # of every style
        "MR. OAKE:",
        "RUIZ",
        ": ",
        "Q  ",
        "A. ",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        ">> ",
        "[applause]",
        "(",
        "[",
        "*",
        "It sails. ",
        "1\n",
        "00:00:01,000 --> 00:00:02,000\n",
        "WEBVTT\n",
        "NOTE ",
        "<v Ana>",
        "0:03\n",
        "[00:12] ",
        "Ana Ruiz",
        ". – ",
        "2015-08-01 14:33 | 627487235991031800 | ",
        "BY MS. ",
        "**",
        "of ",
        "The Speaker",
        ", ",
        "?",
        "é",
        "\u2028",
        "ﬁ",
    ]
)


@given(st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=200)))
@settings(max_examples=300, deadline=None)
def test_any_text_has_ordered_turns_and_disjoint_asides(text: str) -> None:
    transcript = read_transcript(text)
    last = 0
    for start, end in transcript.asides:
        assert last <= start < end <= len(text)
        last = end + 1
    last = 0
    for turn in transcript.turns:
        assert last <= turn.label[0] < turn.label[1] <= turn.start <= turn.end <= len(text)
        last = turn.end


@pytest.mark.parametrize("unit", ["words of one line ", "RUIZ: It sails.\n", "A. A, ", "AB:\n"])
def test_long_texts_are_read_through(unit: str) -> None:
    text = unit * (5_000_000 // len(unit)) if unit[:1] in "wR" else unit * (500_000 // len(unit))
    turns = read_transcript(text).turns
    assert len(turns) == (len(text) // len(unit) if unit.startswith("RUIZ") else 0)
