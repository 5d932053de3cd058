"""Words that stand for numbers, and for what is counted."""

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
ORDINAL_UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
}
ORDINAL_TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
    )
}
ORDINAL_SCALES: dict[str, int] = {
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
}
SIGNS: frozenset[str] = frozenset("$£€¥₹")
COUNTED: dict[str, str] = {
    "%": "%",
    "percent": "%",
    "dollar": "$",
    "dollars": "$",
    "pounds": "£",
    "euro": "€",
    "euros": "€",
    "yen": "¥",
    "rupees": "₹",
    **{sign: sign for sign in "$£€¥₹"},
}
SUFFIXES: dict[str, int] = {"k": 10**3, "bn": 10**9, "mn": 10**6, "tn": 10**12}
