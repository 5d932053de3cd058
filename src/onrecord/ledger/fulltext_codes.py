"""Words as single characters: how the index on PostgreSQL keeps the order of words in little room.

Each word of a ledger has a number, given when it is first met; common words are met early and have low numbers. A
number is written as one character, and a text as the string of its words' characters, which UTF-8 keeps in one to
three bytes a word. A phrase is then a part of that string, and NEAR a small pattern over it. Numbers too high for one
character take two, from ranges of their own, so that no string of words holds another by accident. Facets are words
like others.
"""

# A text of numbers that is also plain in a pattern of SQL.
_SHORT = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BETWEEN = "="  # stands before each field
STRETCH = 14  # bits: 16,384 numbers
_FIRST, _SURROGATES, _AFTER = 0x80, 0xD800, 0xE000
_LEADS, _TRAILS, _RANGE = 0xF0000, 0xF8000, 0x8000
_STRETCHES, _MOST = 0x100000, 0xFFFF
_SINGLES = len(_SHORT) + (_SURROGATES - _FIRST) + (_LEADS - _AFTER)
# One word, whichever it is, in a pattern.
ANY_WORD = f"(?:[{chr(_LEADS)}-{chr(_LEADS + _RANGE - 1)}].|[^{BETWEEN}])"


def code(number: int) -> str:
    """The characters that stand for a word's number: one, or two beyond some 980,000."""
    if number < len(_SHORT):
        return _SHORT[number]
    if number >= _SINGLES:
        lead, trail = divmod(number - _SINGLES, _RANGE)
        return chr(_LEADS + lead) + chr(_TRAILS + trail)
    point = _FIRST + number - len(_SHORT)
    return chr(point if point < _SURROGATES else point - _SURROGATES + _AFTER)


def stretch_code(stretch: int) -> str:
    """The character that stands for a stretch of a ledger's numbers."""
    return chr(_STRETCHES + (stretch & _MOST))
