"""The language of an article: the model knows English, and an article in another language is never guessed at.

A text of under fifty words is taken for English unless its script says otherwise: a statistical guess from a
few words is worth less than that.
"""

import math
import unicodedata

from onrecord.model import Article, Failure

SUPPORTED_LANGUAGES = frozenset({"en"})

_FEWEST_WORDS = 50
_SAMPLE = 6000
# Share of letters that must be of one foreign script before the script alone decides.
_SCRIPT_SHARE = 0.5
# py3langid's normalised probability below which another language than English is not believed.
_SURE = 0.9
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "HIRAGANA": "ja", "KATAKANA": "ja",
    "HANGUL": "ko", "CJK": "zh", "DEVANAGARI": "hi", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo",
    "MYANMAR": "my", "SINHALA": "si", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml",
}  # fmt: skip
_NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language that a text is in, `en` in doubt."""
    sample = text[:_SAMPLE]
    script = _main_script(sample)
    words = sample.split()
    if script is None and len(words) < _FEWEST_WORDS:
        return "en"
    if script is not None and len(words) < _FEWEST_WORDS:
        return _SCRIPTS[script]
    code, probability = _most_likely(" ".join(words))
    if script is None and code != "en" and probability < _SURE:
        return "en"
    if script is not None and code == "en":
        return _SCRIPTS[script]
    return code


def language_failure(article: Article) -> Failure | None:
    """Why only the quotation marks of an article were read: its language, if the model does not know it."""
    code = article.language
    if code is None or code in SUPPORTED_LANGUAGES:
        return None
    name = f"{_NAMES[code]} ({code})" if code in _NAMES else f'the language "{code}"'
    return Failure(
        stage="language",
        reason=f"the article is in {name}, which the model does not know; only its quotation marks were read",
    )


def _main_script(sample: str) -> str | None:
    """The script that most letters are of, where it is not the Latin one."""
    counts: dict[str, int] = {}
    letters = 0
    for character in sample:
        if not character.isalpha():
            continue
        letters += 1
        if character > "\u024f":
            script = unicodedata.name(character, "").partition(" ")[0]
            counts[script] = counts.get(script, 0) + 1
    if counts.get("HIRAGANA", 0) + counts.get("KATAKANA", 0) > 0.1 * letters:
        return "HIRAGANA"  # Japanese is written with more Chinese characters than its own
    if not counts:
        return None
    script, count = max(counts.items(), key=_by_count)
    return script if script in _SCRIPTS and count > _SCRIPT_SHARE * letters else None


def _by_count(entry: tuple[str, int]) -> int:
    return entry[1]


def _most_likely(text: str) -> tuple[str, float]:
    """py3langid's first language and its share of the probability (its scores are natural logarithms)."""
    import py3langid  # loaded at first use: it takes numpy and a model with it

    ranked = py3langid.rank(text)
    code, best = ranked[0]
    total = sum(math.exp(min(0.0, float(score) - float(best))) for _, score in ranked)
    return str(code), 1.0 / total
