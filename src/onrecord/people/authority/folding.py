"""Names as an authority file looks them up: what is left when case, accents and punctuation are put aside."""

import unicodedata

LONGEST = 1_000  # characters; what is longer is no name and folds to nothing
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_JOINED = frozenset("'’‘ʼʻ`´ʹʺ′·")  # marks inside a word: O'Brien is OBrien, not O Brien


def folded(name: str) -> str:
    """A name in the form that names are compared in: NFKC, case folded, no accents, no punctuation, single spaces.

    No script is turned into another: other spellings stand in the file as aliases. The order of words stays.
    """
    if len(name) > LONGEST:
        return ""
    if name.isascii():
        kept = [char if char.isalnum() else "" if char in _JOINED else " " for char in name.lower()]
        return " ".join("".join(kept).split())
    joined = "".join(char for char in name if char not in _JOINED)  # before NFKC makes a space of "´"
    open_form = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", joined).casefold())
    folding = "".join(_kept(char) for char in open_form.translate(_LETTERS))
    return unicodedata.normalize("NFC", " ".join(folding.split()))


def _kept(char: str) -> str:
    if char.isalnum():
        return char
    if unicodedata.combining(char) or char in _JOINED:
        return ""
    category = unicodedata.category(char)
    if category[0] == "M":
        return char  # the vowel signs of Indic scripts are letters, not accents
    return "" if category == "Cf" else " "  # soft hyphens and joiners are not seen
