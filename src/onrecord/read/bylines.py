"""Who wrote an article: names read from its byline, without place, office, address or outlet."""

import re

import msgspec

_BY = re.compile(
    r"^(?:(?:words|text|story|report(?:ed|ing)?|analysis|opinion|written|posted|published|article|comment|a report)"
    r"\s+)?by:?\s+(?=\S)|^(?-i:Par)\s+(?=\S)|^(?:authors?|writers?|reporters?)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
# What may follow the names on the same line, parted by a bar, a bullet, a dash or a semicolon.
_PARTED = re.compile(r"\s*(?:[|•·∙;]|\s[–—-]{1,2}\s)\s*")
_PLACE_OR_OUTLET = re.compile(
    r"\s+(?:in|at|for|of|from|near|aboard|with)\s+[A-ZÀ-Ý].*$|\s*\([^)]*\)\s*$|\s*\bspecial to\b.*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\S+|(?<!\w)@\w+")
_BETWEEN_NAMES = re.compile(r"\s*,\s*(?:and|&)\s+|\s+(?:and|et|&)\s+|\s*,\s*|\s+/\s+", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:editor|correspondent|reporter|writers?|staff|columnist|bureau|chief|analyst|producer|desk|contributor"
    r"|professor|lecturer|fellow|researcher|journalist|director|agenc(?:y|ies)|newsroom|guest|senior|associate"
    r"|political|diplomatic|business|science|news|team|updated|published|posted|read|min)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^(?:the )?(?:associated press|reuters|agence france[- ]presse|afp|ap|upi|bloomberg(?: news)?|pa media)$",
    re.IGNORECASE,
)
# A byline may name no person: "Courier Staff", "Example News Desk".
_COLLECTIVE = re.compile(r"^(?:[A-ZÀ-Þ][\w'’.&-]*\s+){1,4}(?:Desk|Staff|Newsroom|Bureau|Team)$")
_PARTICLE = r"(?:al|bin|da|das|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|[A-Z]\.)"
_NAME = re.compile(rf"^{_NAME_WORD}(?:\s+(?:{_PARTICLE}|{_NAME_WORD})){{1,5}}$")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq)\.?$", re.IGNORECASE)
_LONGEST_LINE = 240
_LONGEST_NAME = 60


class Byline(msgspec.Struct, frozen=True, kw_only=True):
    """The names of a byline and what else stood on its line (an outlet, a date), in order."""

    authors: tuple[str, ...]
    rest: tuple[str, ...] = ()


def looks_like_name(text: str) -> bool:
    """Whether a text has the shape of one person's name: two to six capitalised words."""
    return len(text) <= _LONGEST_NAME and bool(_NAME.match(text)) and not _OFFICE.search(text)


def names_desk(text: str) -> bool:
    """Whether a text names a desk or a newsroom that signs as a writer does ("Courier Staff")."""
    return len(text) <= _LONGEST_NAME and bool(_COLLECTIVE.match(text))


def read_byline(line: str) -> Byline | None:
    """A line that begins as a byline does ("By A. Name and B. Name in Town") as its names; else None.

    A word alone ("By Reuters") is a name only where it is an agency's or stands there by itself.
    """
    if len(line) > _LONGEST_LINE:
        return None
    opening = _BY.match(line)
    if not opening:
        return None
    parts = [part for part in _PARTED.split(line[opening.end() :].strip()) if part]
    if not parts or line.rstrip().endswith((".”", '."', "?", "!")):
        return None
    authors = read_names(parts[0])
    if not authors:
        return None
    return Byline(authors=authors, rest=tuple(parts[1:]))


def read_names(text: str) -> tuple[str, ...]:
    """The names in a list of authors ("A. Name, Chief Correspondent, and B. Name"); empty where it holds none."""
    text = _ADDRESS.sub("", text).strip(" ,.;:|*_").removeprefix("by ").removeprefix("By ")
    if names_desk(text):
        return (text,)
    names: list[str] = []
    for piece in _BETWEEN_NAMES.split(text):
        name = piece.strip(" ,;:|*_")
        if _SUFFIX.match(name):
            if names:
                names[-1] = f"{names[-1]}, {name}"
            continue
        if not _AGENCY.match(name):
            name = _PLACE_OR_OUTLET.sub("", name).strip(" ,")
        if not name or not (looks_like_name(name) or _AGENCY.match(name) or _is_single(name, text)):
            continue
        name = _set_in_capitals_and_small(name)
        if name not in names:
            names.append(name)
    return tuple(names)


def _is_single(name: str, text: str) -> bool:
    """A name of one word ("By Anneke") is taken only where it is the whole byline."""
    return name == text and bool(re.fullmatch(_NAME_WORD, name)) and not _OFFICE.search(name)


def _set_in_capitals_and_small(name: str) -> str:
    """A name that the page sets in capitals ("JANE McROE") as it is written elsewhere."""
    letters = [character for character in name if character.isalpha()]
    if sum(character.isupper() for character in letters) < 0.8 * len(letters) or _AGENCY.match(name):
        return name
    if max(len(word.strip(".")) for word in name.split()) <= 2:
        return name  # initials only
    return " ".join(_word_in_small(word) for word in name.split())


def _word_in_small(word: str) -> str:
    if re.fullmatch(r"(?:[A-Z]\.)+|[A-Z]", word) or _SUFFIX.match(word):
        return word
    set_small = re.sub(r"[^\W\d_]+", _first_letter_only, word)
    set_small = re.sub(r"\bMc([a-z])", _capital_after_prefix, set_small)
    return re.sub(r"(?<=['’])[Ss]$", "s", set_small)


def _first_letter_only(match: re.Match[str]) -> str:
    return match.group()[0] + match.group()[1:].lower()


def _capital_after_prefix(match: re.Match[str]) -> str:
    return "Mc" + match.group(1).upper()
