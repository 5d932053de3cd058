"""The language guard: English or not, and what is said of an article that is not."""

import pytest

from onrecord.read import SUPPORTED_LANGUAGES, language_failure, read_article

ENGLISH = (
    "The council met on Monday and decided that the ferry would stay in port until the engine was repaired. "
)
GERMAN = "Der Rat hat am Montag beschlossen, dass die Fähre im Hafen bleibt, bis der Motor wieder läuft. "
FRENCH = "Le conseil a décidé lundi que le bac resterait au port tant que le moteur ne serait pas réparé. "
RUSSIAN = "Совет решил в понедельник, что паром останется в порту, пока не починят двигатель. "
JAPANESE = "議会は月曜日、エンジンが修理されるまでフェリーは港にとどまると決定した。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH * 8, "en"),
        (GERMAN * 8, "de"),
        (FRENCH * 8, "fr"),
        (RUSSIAN * 8, "ru"),
        (JAPANESE * 8, "ja"),
        (GERMAN, "en"),  # under fifty words, in the Latin script
        (RUSSIAN, "ru"),
        ("42", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert read_article(text.encode(), plain=True)[0].language == code


def test_english_is_no_failure() -> None:
    article, _ = read_article((ENGLISH * 8).encode())
    assert article.language in SUPPORTED_LANGUAGES
    assert language_failure(article) is None


def test_failure_says_language_and_what_was_done() -> None:
    article, _ = read_article((GERMAN * 8).encode())
    failure = language_failure(article)
    assert failure is not None
    assert failure.stage == "language"
    assert "German" in failure.reason
    assert "quotation marks" in failure.reason
