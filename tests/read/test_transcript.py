"""Who speaks where in a transcript, and what in it is no word of anybody."""

import pytest

from onrecord.read.transcript import Turn, read_transcript, scene_notes

BRIEFING = """The Harbour Office
Briefing by Press Secretary Ana Ruiz

1:05 P.M.

MS. RUIZ:  Good day.  (Laughter.)  The ferry sails.

Q    Does it sail at night?

MS. RUIZ:  It does not.

Q    Why?

MS. RUIZ:  Ask the captain.

END                1:45 P.M.
"""
NETWORK = """BO LARK, RIVER NEWS HOST: Good evening.

TOVE: Hello.

LARK: Here is our reporter. EDDA FINN, RIVER NEWS CORRESPONDENT: The bridge is open.

LARK (voice-over): It was closed. TOVE: For a year --

LARK: Yes?

TOVE: -- as I was saying, for a year.
"""
COURT = "\n".join(
    f" {number:2}  {line}"
    for number, line in enumerate(
        """BY MS. LEE:
Q.   Did you see the boat?
A.   I saw it leave.
Q.   At what hour?
A.   At noon or so.
MR. GRAHN:  Objection.
THE COURT:  Overruled.
Q.   Were you alone?
A.   A man was there.
Q.   Who?
A.   I do not know.
THE COURT:  Go on.
MS. LEE:  Thank you.""".split("\n"),
        1,
    )
)
SUBTITLES = """WEBVTT

1
00:00:01.000 --> 00:00:02.500
<v Ana Ruiz>The ferry <i>sails</i> today.

2
00:00:03.000 --> 00:00:04.500
<v Bo Lark>And tomorrow?
"""
NUMBERED_SUBTITLES = (
    "1\n00:00:01,000 --> 00:00:02,500\nThe ferry\n\n2\n00:00:03,000 --> 00:00:04,000\nsails today.\n"
)
TWEETS = """SPEAKER @harbour_office

2015-08-01 14:33 | 627411223344556677 | The ferry sails.

2015-08-01 15:01 | 627411223344556688 | The ferry has SAILED: look!
"""


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what, the words with what is no word left out."""
    transcript = read_transcript(text)
    return [(turn.speaker, words_of(text, transcript.asides, turn)) for turn in transcript.turns]


def words_of(text: str, asides: tuple[tuple[int, int], ...], turn: Turn) -> str:
    kept, last = [], turn.start
    for start, end in asides:
        if turn.start <= start < turn.end:
            kept.append(text[last:start])
            last = end
    return " ".join("".join([*kept, text[last : turn.end]]).split())


def spoken(text: str) -> str:
    """The text without its asides."""
    kept, last = [], 0
    for start, end in read_transcript(text).asides:
        kept.append(text[last:start])
        last = end
    return " ".join("".join([*kept, text[last:]]).split())


def test_a_briefing_names_the_fuller_name_and_who_asks() -> None:
    turns = read_transcript(BRIEFING).turns
    assert [(turn.speaker, turn.title, turn.asks) for turn in turns] == [
        ("Ana Ruiz", "MS.", False),
        ("Question", None, True),
        ("Ana Ruiz", "MS.", False),
        ("Question", None, True),
        ("Ana Ruiz", "MS.", False),
    ]


def test_a_network_has_labels_within_its_lines() -> None:
    assert said(NETWORK) == [
        ("Bo Lark", "Good evening."),
        ("Tove", "Hello."),
        ("Bo Lark", "Here is our reporter."),
        ("Edda Finn", "The bridge is open."),
        ("Bo Lark", "It was closed."),
        ("Tove", "For a year --"),
        ("Bo Lark", "Yes?"),
        ("Tove", "-- as I was saying, for a year."),
    ]


def test_a_court_has_numbered_lines_and_letters() -> None:
    turns = said(COURT)
    assert turns[1:5] == [
        ("Question", "Did you see the boat?"),
        (None, "I saw it leave."),
        ("Question", "At what hour?"),
        (None, "At noon or so."),
    ]
    assert ("The Court", "Overruled.") in turns
    assert (None, "A man was there.") in turns


def test_the_examiner_of_a_court_asks() -> None:
    first = read_transcript(COURT).turns[0]
    assert (first.speaker, first.asks) == ("Lee", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SUBTITLES, [("Ana Ruiz", "The ferry sails today."), ("Bo Lark", "And tomorrow?")]),
        (
            TWEETS,
            [("@harbour_office", "The ferry sails."), ("@harbour_office", "The ferry has SAILED: look!")],
        ),
        (
            "**Ana Ruiz:** Hello.\n\n**Bo Lark:** Good day.\n\n**Ana Ruiz:** Bye.\n\n**Bo Lark:** Bye.\n",
            [("Ana Ruiz", "Hello."), ("Bo Lark", "Good day."), ("Ana Ruiz", "Bye."), ("Bo Lark", "Bye.")],
        ),
        (
            "00:36:20\nAna Ruiz \nTHE FERRY SAILS.\n00:37:01\nBo R. Lark Jr.\nIT DOES.\n",
            [("Ana Ruiz", "THE FERRY SAILS."), ("Bo R. Lark Jr.", "IT DOES.")],
        ),
        (
            "Mr. GRAHN of Farshire. Madam Speaker, I ask.\nMs. TOVE. I object.\nMr. GRAHN of Farshire. Why?\n",
            [
                ("Grahn", "Madam Speaker, I ask."),
                ("Tove", "I object."),
                ("Grahn", "Why?"),
            ],
        ),
        (
            "Mr Grahn (Farshire) (Ind): Why?\nMs Tove (Hill) (Lab): No.\nMr Grahn (Farshire) (Ind): Oh.\n"
            "Ms Tove (Hill) (Lab): Yes.\n",
            [("Grahn", "Why?"), ("Tove", "No."), ("Grahn", "Oh."), ("Tove", "Yes.")],
        ),
        (
            ">> ANA RUIZ: THE FERRY SAILS.\n>> BO LARK: DOES IT?\n",
            [("Ana Ruiz", "THE FERRY SAILS."), ("Bo Lark", "DOES IT?")],
        ),
        ("MAYOR ÅRÁS: Yes.\nTOVE: No.\n", [("Årás", "Yes."), ("Tove", "No.")]),
        (
            "TOVE: No.\nRUIZ: Yes.\n\n[UNKNOWN:]: Maybe.\n",
            [("Tove", "No."), ("Ruiz", "Yes."), ("Unknown", "Maybe.")],
        ),
        (
            "TOVE: No.\nRUIZ: That is OK. TOVE: Is it?\n",
            [("Tove", "No."), ("Ruiz", "That is OK."), ("Tove", "Is it?")],
        ),
        ("Remarks by Ana Ruiz\n\nRUIZ: The ferry sails.\n", [("Ana Ruiz", "The ferry sails.")]),
    ],
)
def test_styles_of_labels(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Remember this: we will win.\nNote: the ferry sails.\nThe rule is plain.\n",
        "FULL TEXT: the speech on the harbour\n\nThe ferry sails at noon.\n",
        "Name: Tove\nPlace: Farshire\nDate: May\n\nA ferry sank there.\n",
        "The ferry sails (at noon) and [the mayor] waves.\n",
        'She wrote. QUOTE: "The ferry sails." Then she left.\n',
    ],
)
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert read_transcript(text).turns == ()


def test_time_codes_numbers_and_tags_of_subtitles_are_no_words() -> None:
    assert spoken(NUMBERED_SUBTITLES) == "The ferry sails today."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ntwo\r\n",
            "One two",
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,500\nIn\n2016\n00:00:03,000 --> 00:00:04,000\nwe won\n",
            "In 2016 we won",
        ),
        (
            "WEBVTT\n\nNOTE ours\n\nhead\n00:01.000 --> 00:02.500 align:start\n<v Bo>One <00:02.000>two</v>\n",
            "One two",
        ),
        ("It sails --> there\n10:45\nand <b> back.\n", "It sails --> there 10:45 and <b> back."),
        (
            "\n".join(f"{number} ferries sail" for number in range(1, 4)) + "\n",
            "1 ferries sail 2 ferries sail 3 ferries sail",
        ),
        (
            "\n".join(f"{number} sail" for number in range(1, 15)),
            " ".join(f"{number} sail" for number in range(1, 15)),
        ),
    ],
)
def test_only_the_frame_of_subtitles_and_courts_is_aside(text: str, expected: str) -> None:
    assert spoken(text) == expected


def test_a_note_in_stars_stands_after_a_sentence() -> None:
    assert scene_notes("We sail. *applause* We *laughing* sail.\n*Laughter*\n") == ((9, 19), (40, 50))


def test_two_people_of_one_last_name_stay_short() -> None:
    text = "ANA RUIZ: One.\nBEA RUIZ: Two.\nTOVE: Three.\nRUIZ: Four.\n"
    assert said(text)[-1] == ("Ruiz", "Four.")


def test_a_list_of_who_takes_part_gives_the_fuller_name() -> None:
    text = "PARTICIPANTS:\nFormer Secretary of State Ana Ruiz;\nGovernor Bo Lark (FS);\n\nRUIZ: One.\n\nLARK: Two.\n"
    assert [speaker for speaker, _ in said(text)] == ["Ana Ruiz", "Bo Lark"]


@pytest.mark.parametrize(("words", "asks"), [("Will the ferry sail?", True), ("The ferry must sail!", False)])
def test_somebody_unnamed_asks_where_the_words_are_a_question(words: str, asks: bool) -> None:
    turns = read_transcript(f"RUIZ: Yes.\nAUDIENCE MEMBER: {words}\nRUIZ: Well.\n").turns
    assert turns[1].asks is asks


@pytest.mark.parametrize(
    "note",
    [
        "[applause]",
        "(Laughter.)",
        "(CROSSTALK)",
        "(BEGIN VIDEO CLIP)",
        "[inaudible]",
        "(off-mike)",
        "[off mic]",
        "(cross-talking)",
        "(Laughter and applause.)",
        "[bell rings]",
        "[commercial break]",
        "(through interpreter)",
        "(via telephone)",
        "[Music]",
        "(VIDEO)",
        "[speaking Spanish]",
        "[the crowd is chanting]",
        "(UNIDENTIFIED MALE)",
        "(LAUGHTER AND APPLAUSE)",
        "(Cheers)",
        "[crosstalk 00:12:03]",
        "[the audience cheering]",
        "[Crowd shouts NO!]",
        "(ON CAMERA)",
        "(via satellite)",
    ],
)
def test_scene_notes(note: str) -> None:
    text = f"We sail {note} today."
    assert scene_notes(text) == ((8, 8 + len(note)),)


@pytest.mark.parametrize(
    "note",
    [
        "[the mayor]",
        "[the video]",
        "[the laughter]",
        "[the tape]",
        "[music]",
        "[protesters]",
        "[Protesters]",
        "[an interpreter]",
        "[laugh]",
        "[tears]",
        "[in Spanish]",
        "[it]",
        "[sic]",
        "[...]",
        "[]",
        "*laughing*",
        "(applause]",
        "[NATO]",
        "(the mayor)",
        "[the audience]",
        "[a break]",
        "[Russian]",
        "[Speech]",
        "[no applause]",
        "[was crying]",
        "[the long pause]",
        "[the man shouting]",
        "[shouts]",
        "[on camera]",
    ],
)
def test_an_editors_brackets_are_no_scene_notes(note: str) -> None:
    assert scene_notes(f"We saw {note} today.") == ()


@pytest.mark.parametrize(
    "text", [BRIEFING, NETWORK, COURT, SUBTITLES, NUMBERED_SUBTITLES, TWEETS, "Q\nQ\nA", ">> >>", "A:"]
)
def test_spans_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    transcript = read_transcript(text)
    ends = [0, *(end for _, end in transcript.asides)]
    assert all(end <= start < after for end, (start, after) in zip(ends, transcript.asides, strict=False))
    assert all(turn.label[1] <= turn.start <= turn.end <= len(text) for turn in transcript.turns)
    assert all(
        one.end == two.label[0] for one, two in zip(transcript.turns, transcript.turns[1:], strict=False)
    )


@pytest.mark.parametrize(
    "unit", ["A. A, ", "AB: ", "((", "[ab ", ">> ", "\n", "\t", "00:01\n", "<v ", "A" * 50, "MR. A: x. "]
)
def test_hostile_text_is_read_the_same_way_twice(unit: str) -> None:
    text = unit * 5_000
    transcript = read_transcript(text)
    assert transcript == read_transcript(text)
    assert all(0 <= start < end <= len(text) for start, end in transcript.asides)
