"""What one ordinary article holds that a check must bring to light, each with the examples' or invented texts."""

from functools import cache
from pathlib import Path

from onrecord import check_article, check_quote, read_file
from onrecord.findings import Check, CheckedArticle

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
BRIEFING = EXAMPLES / "documents" / "briefing.txt"
ADDRESS = EXAMPLES / "documents" / "address.txt"
WIRE = EXAMPLES / "articles" / "wire.txt"


@cache
def checked(name: str) -> CheckedArticle:
    return check_article(read_file(EXAMPLES / "articles" / name), [BRIEFING, ADDRESS, WIRE])


def passage(name: str, words: str) -> Check:
    found = [
        check for row in checked(name).quotations for check in row.checks if check.text.startswith(words)
    ]
    assert found, words
    return found[0]


def test_an_honest_bracket_is_edited() -> None:
    check = passage("causeway.txt", "So [Vannick]")
    assert (check.verdict, [row.kind for row in check.differences]) == ("edited", ["bracket"])


def test_parts_in_another_order_are_spliced_and_the_context_tells_of_what_they_were_said() -> None:
    check = check_quote("turned that down. Of course we didn't initial it", BRIEFING)
    assert (check.verdict, "reordered" in check.flags) == ("spliced", True)
    first = passage("causeway.txt", "turned that down")
    second = passage("causeway.txt", "Of course we didn’t initial it")
    assert first.context is not None
    assert second.context is not None
    assert "ferry" in f"{first.context.question}"
    assert "petition about the toll" in f"{second.context.question}"


def test_a_cut_at_the_end_under_a_full_stop_is_flagged() -> None:
    check = passage("fairlead.html", "We are ready to sit down with Kessary")
    assert (check.verdict, "cut_end" in check.flags) == ("verbatim", True)
    assert check.context is not None
    assert check.context.after.startswith("mostly.")


def test_narration_promoted_to_speech_is_flagged() -> None:
    check = passage("causeway.txt", "the guild will bake through the night")
    assert (check.verdict, "narration" in check.flags) == ("verbatim", True)


def test_of_several_translations_the_best_comes_first_and_the_others_with_their_differences() -> None:
    translations = [
        "I have never in my life been afraid of the open sea, and I am not going to begin at seventy.",
        "I was never in my life afraid of the open sea, and I am not going to start at seventy.",
        "Never in my life have I feared the open sea, and at seventy I am not going to start.",
    ]
    check = check_quote(
        "I was never in my life afraid of the open sea, and I am not going to begin at seventy", translations
    )
    assert check.verdict == "altered"
    assert check.document is not None
    assert check.document.path == "2"
    assert check.others[0].path == "1"
    assert check.others[0].differences


def test_another_agent_is_one_look_away_in_the_context() -> None:
    check = passage("longstrand.md", "want[ed] the hours to go on")
    assert check.verdict == "edited"
    assert check.context is not None
    assert "members of the Straits Council" in check.context.before


def test_an_exact_fragment_shows_the_sentence_that_it_was_cut_from() -> None:
    check = passage("fairlead.html", "a serious proposal")
    assert check.verdict == "verbatim"
    assert check.context is not None
    assert check.context.before.endswith("It would be")
    assert check.context.after.startswith("if anybody had signed it")


def test_a_fragment_torn_by_a_page_break_is_found_in_its_parts() -> None:
    parts = [
        passage("longstrand.md", "We have made it plain"),
        passage("longstrand.md", "Kessary about the hours."),
    ]
    assert [check.verdict for check in parts] == ["verbatim", "verbatim"]
    assert parts[0].document is not None
    assert parts[1].document is not None
    assert 0 < parts[1].document.span[0] - parts[0].document.span[1] < 5


def test_marks_inside_marks_of_the_same_kind_are_no_difference() -> None:
    assert passage("causeway.txt", "The authority has an").verdict == "verbatim"


def test_reported_speech_without_marks_is_not_checked() -> None:
    said = read_file(EXAMPLES / "articles" / "causeway.txt")
    unmarked = [row.id for row in said.quotations if not row.marks]
    assert unmarked
    assert not {row.id for row in checked("causeway.txt").quotations} & set(unmarked)


def test_a_reprint_comes_to_the_same_verdicts() -> None:
    for words in (
        "So [Vannick]",
        "We are not afraid to speak of lamps",
        "the guild will bake",
        "Tonight, and then",
    ):
        one, other = passage("causeway.txt", words), passage("longstrand.md", words)
        assert (one.verdict, one.document) == (other.verdict, other.document)


def test_a_rewording_machine_is_caught_and_a_condition_turned_round() -> None:
    assert passage("buzzle.html", "It's open to the ocean").verdict == "altered"
    turned = passage("buzzle.html", "If we talk the same morning")
    assert turned.verdict == "spliced"
    assert "reordered" in turned.flags
    assert "number_changed" not in turned.flags


def test_an_echo_is_no_quotation_to_check() -> None:
    record = read_file(EXAMPLES / "articles" / "causeway.txt")
    echoes = [record.article.body[slice(*mark.span)] for mark in record.article.marks if mark.role == "echo"]
    assert echoes
    texts = {check.text for row in checked("causeway.txt").quotations for check in row.checks}
    assert not texts & (set(echoes) - {check.text for check in ()})


def test_what_is_not_found_names_what_was_searched_and_nothing_more() -> None:
    check = passage("causeway.txt", "A ferryman loves a broken bridge")
    assert (check.verdict, check.document, check.context) == ("not_found", None, None)
    assert check.searched.documents == 3
    assert check.searched.digest.startswith("sha256:")
