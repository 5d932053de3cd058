"""The language of an article: the model knows English, and an article in another language is never guessed at.

A text of under fifty words is taken for English unless its script says otherwise: a statistical guess from a
few words is worth less than that.
"""

import math
import re
import unicodedata

from onrecord.model import Article, Failure

SUPPORTED_LANGUAGES = frozenset({"en"})

_FEWEST_WORDS = 50
_SAMPLE = 6000
# Share of letters that must be of one foreign script before the script alone decides.
_SCRIPT_SHARE = 0.5
# py3langid's normalised probability below which another language than English is not believed.
_SURE = 0.9
# py3langid takes four tenths of a second to load, so plain English is told by its little words. In the median of
# 395 English news articles the English ones below were 26 % of all words and the foreign ones none; two of the
# articles were not told so. What falls between the shares below goes to py3langid.
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = frozenset(
    "the and of to that with from this which they their have has been were would could said who what when there "
    "about after it his but not for had she than into because should these those where while through before we "
    "you your our its".split()
)
# No word of English, of its names and of its contractions among them (Portuguese "do", Turkish "ve", Welsh "a").
_FOREIGN_WORDS = frozenset(
    # Romance
    "le la les des une du est dans que qui pour pas sur aux ce cette avec sont il elle et par ne se el los las una "
    "del por para como su lo más pero di che gli della dei sono anche nel alla uno os um uma da dos das em não mais "
    "ao na și în nu din pe cu este sunt els amb és "
    # Germanic
    "der das und ist nicht mit von zu auf für ein eine dem den sich auch es sie im wie aus het een niet zijn voor dat "
    "er aan ook bij ik att det som på är av inte den till har jag og ikke jeg til fra sig blev ble ved við sem nie wat "
    "vir aber hatte wurde hij maar geen werd "
    # Slavic, Baltic, Finnic, Hungarian, Celtic, Albanian
    "się jest że jak przez je ki su si bo ali są ir kad yra un ja ar ka ei että oli hän mutta ning oma az egy nem hogy "
    "volt yn mae wedi agus bhí tá leis dhe të në për nga "
    # Turkish, Indonesian and Malay, Filipino, Swahili, Vietnamese, Basque, Haitian, Esperanto
    "bir bu için ile olarak yang dan dengan untuk tidak itu ini ng sa ang mga ay wa ya kwa katika ni za và là không "
    "các một có cho trong eta bat zen ez yo nan kaj estas".split()
)
_ENGLISH_SHARE = 0.15
_FOREIGN_SHARE = 0.03
# Each half by itself, so that an article which goes on in another language, or is a translation beside its
# original, is not told by its beginning.
_ENGLISH_SHARE_OF_HALF = 0.08
_FOREIGN_SHARE_OF_HALF = 0.06
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
    if script is None and _is_plainly_english(sample):
        return "en"
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


def _is_plainly_english(sample: str) -> bool:
    """Whether English little words are common in both halves of a text, and foreign ones rare: then it is sure."""
    words = [word.lower() for word in _WORD.findall(sample)]
    if _share(words, _ENGLISH_WORDS) < _ENGLISH_SHARE or _share(words, _FOREIGN_WORDS) > _FOREIGN_SHARE:
        return False
    middle = len(words) // 2
    return all(
        _share(half, _ENGLISH_WORDS) >= _ENGLISH_SHARE_OF_HALF
        and _share(half, _FOREIGN_WORDS) <= _FOREIGN_SHARE_OF_HALF
        for half in (words[:middle], words[middle:])
    )


def _share(words: list[str], of: frozenset[str]) -> float:
    return sum(word in of for word in words) / len(words) if words else 0.0


def _by_count(entry: tuple[str, int]) -> int:
    return entry[1]


def _most_likely(text: str) -> tuple[str, float]:
    """py3langid's first language and its share of the probability (its scores are natural logarithms)."""
    import py3langid  # loaded at first use: it takes numpy and a model with it

    ranked = py3langid.rank(text)
    code, best = ranked[0]
    total = sum(math.exp(min(0.0, float(score) - float(best))) for _, score in ranked)
    return str(code), 1.0 / total
