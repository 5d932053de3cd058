"""Finding names: runs of capitalised words, told apart into people, organisations and places by their words.

One pass over the text; a run is cut into its titles ("Secretary of State", "Sen.") and the name proper.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

from onrecord.people.tables.given import EITHER, HE, SHE
from onrecord.people.tables.nouns import (
    BODIES,
    DEMONYMS,
    DOCUMENTS,
    GROUPS,
    OF_TITLES,
    OFFICE_ENDS,
    ORGANISATION,
    OUTLET_WORDS,
    PARTICLES,
    PLACE_STARTS,
    PLACES,
    PLAIN,
    SUFFIXES,
    TITLES,
)

NameKind = Literal["person", "short", "organisation", "place"]

# A word that does not start in a small ASCII or Latin-1 letter; whether it truly has a capital is asked later.
# (After Ã and Â, what a wrong decoding left of a letter belongs to the word.)
_CAPITALISED = re.compile(
    r"(?<![\w'’])(?<!\w-)(?:(?:[ae]l|ul|ad|an|ar|ash?|at|az)-(?=[^\W\d_a-z]))?"
    r"(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-zß-öø-ÿ](?:[\w\u0300-\u036f]|[-'’](?=[^\W_])"
    r"|(?<=[ÃÂ\u0303\u0302])(?:[\u0080-\u00bf]|[ \xa0](?=[\u0300-\u036f]))"
    r"|(?<=[Ã\u0303][\u0080-\u009f])[ \xa0](?=[a-z]))*)"
)
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev hon st sen sens rep reps gov gen col lt sgt capt maj cmdr adm pres supt det jr sr"
    " messrs fr".split()
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_LONGEST_RUN = 12  # words; a longer run of capitals is a headline or a list, in which no name can be told
_LONGEST_WORD = 60  # characters, for the tables; a longer one is kept whole and looked up nowhere
_GIVEN = HE | SHE | EITHER
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)
# Everyday words as a first word only: "Ai Jun", but "Jun. 3" and "Sun Monday"; "Heron Watch".
_SECOND = frozenset(
    "jan feb mar apr jun jul aug sep oct nov dec mon tue wed fri sat sun watch report".split()
)
_BRAND = re.compile(r"(?!Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|O|Fitz|St)[A-Z][a-z]+[A-Z][a-z]")  # "LampPost"
_OUTLET_BEFORE = re.compile(
    r"\b(?:newspaper|magazine|website|site|daily|weekly|tabloid|broadcaster|network|blog)\s$"
)
_DATE = re.compile(r"\.?\s?\d|[.,]\s")
_JOINTS = frozenset(
    "born based led backed style era related owned run wide area trained educated controlled".split()
)
_NICKNAME_OPENS = frozenset((" “", ' "', " ‘", " ("))
_NICKNAME_CLOSES = frozenset(("” ", '" ', "’ ", ") "))
_OPENING = '.?!:;"“”‘(—–\n•*'


class Word(NamedTuple):
    """One capitalised word: where it stands (without a possessive `'s`) and how it folds."""

    start: int
    end: int
    folded: str
    possessive: bool
    after_of: bool


class Name(NamedTuple):
    """One mention of a name: where the name proper stands, its folded words, and the titles right before it."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: NameKind
    title: tuple[str, ...]
    outer: int  # where the title starts, or the name where it has none
    possessive: bool
    sure: bool  # a title, a known given name or an initial says that this is a person


def fold(text: str) -> str:
    """A word as names are compared: no case, no accents, one kind of apostrophe."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """Every name in a stretch of text, in order; a headline in capitals throughout gives few, never wrong joins."""
    names: list[Name] = []
    run: list[Word] = []
    for match in _CAPITALISED.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        if not raw[0].isupper() and not ("-" in raw[:4] and raw[raw.index("-") + 1].isupper()):
            continue
        word_start, word_end = match.span()
        possessive = raw.endswith(_POSSESSIVE)
        if possessive:
            word_end -= 2
            raw = raw[:-2]
        link = _link(text, run[-1], word_start) if run else None
        if link is None and run:
            _close(text, run, names)
            run = []
        run.append(
            Word(word_start, word_end, fold(raw[:_LONGEST_WORD]).rstrip("."), possessive, link == "of")
        )
    if run:
        _close(text, run, names)
    return names


def _link(text: str, last: Word, start: int) -> str | None:
    """How a capitalised word hangs together with the one before: a space, "of", a particle; None where it does not."""
    gap = start - last.end
    if last.possessive or gap > 14 or gap < 1:
        return None
    between = text[last.end : start]
    if between in (" ", "\xa0", "\n", "  "):
        return " "
    if between.startswith(".") and between[1:].isspace() and "\n\n" not in between:
        abbreviated = len(last.folded) == 1 or last.folded in _ABBREVIATED or "." in last.folded
        return " " if abbreviated else None
    if between.startswith(", ") and gap == 2:
        return " " if text[start : start + 2] in ("Jr", "Sr") else None
    if (between in _NICKNAME_OPENS and last.folded in _GIVEN) or between in _NICKNAME_CLOSES:
        return " " if _is_nickname(text, last, start, between) else None
    inner = between.replace("’", "'").split()
    if inner in (["of"], ["of", "the"]):
        return "of" if last.folded in OF_TITLES else None
    if inner and between[0].isspace() and between[-1].isspace() and "\n\n" not in between:
        dutch = inner[-1] == "'t" and inner[0] in ("in", "van")  # "Ann in 't Orme"
        return " " if dutch or all(piece in PARTICLES for piece in inner) else None
    return None


def _is_nickname(text: str, last: Word, start: int, between: str) -> bool:
    """Whether a mark before or after a word sets off a nickname: John “Tig” Orme."""
    if between in _NICKNAME_OPENS:
        end = next((at for at in range(start, min(len(text), start + 24)) if not text[at].isalpha()), start)
        return text[end : end + 2] in _NICKNAME_CLOSES and text[end + 2 : end + 3].isupper()
    return text[last.start - 2 : last.start] in _NICKNAME_OPENS


def _close(text: str, run: list[Word], names: list[Name]) -> None:
    """Cut a run at words that are no part of any name, and file what is left."""
    if len(run) > _LONGEST_RUN:
        return
    piece: list[Word] = []
    last = len(run) - 1
    for place, word in enumerate(run):
        plain = _is_plain(text, word)
        if plain and place and word.folded in _SECOND:
            plain = word.folded not in BODIES and _DATE.match(text, word.end) is not None
        if plain and word.folded in _GIVEN and place < last and run[place + 1].folded not in PLAIN:
            plain = place == 0 and run[1].folded in _GIVEN
        elif plain and len(piece) == 1 and place == last and piece[0].folded in _GIVEN:
            plain = word.folded in _DAYS  # a family name that is also an everyday word: "Al Since"
        if plain:
            if piece:
                _file(text, piece, names)
                piece = []
        else:
            piece.append(word)
    if piece:
        _file(text, piece, names)


def _is_plain(text: str, word: Word) -> bool:
    """Whether a capital word is no part of a name: an everyday word, or a joint such as "Texas-born"."""
    if word.folded in PLAIN:
        if word.folded == "today" and text[word.start : word.end].isupper():
            return False  # an outlet in capitals
        return len(word.folded) > 1 or text[word.end : word.end + 1] != "."
    _, hyphen, tail = word.folded.rpartition("-")
    return bool(hyphen) and tail in _JOINTS


def opens_sentence(text: str, at: int) -> bool:
    """Whether a word would have its capital in any case: it begins a sentence, a quotation or a line."""
    while at > 0 and text[at - 1] in " \t\xa0":
        at -= 1
    return at == 0 or text[at - 1] in _OPENING


def _file(text: str, piece: list[Word], names: list[Name]) -> None:
    cut = _title_end(text, piece)
    proper = piece[cut:]
    if not proper:
        return
    folded = tuple(word.folded for word in proper)
    title = tuple(word.folded for word in piece[:cut])
    kind, sure = _kind(text, proper, folded, title)
    lead = text[max(0, piece[0].start - 4) : piece[0].start].lower()
    if kind == "short" and not sure and title and lead == "the ":
        kind = "organisation"  # "the American Legion"
    if kind in ("organisation", "place"):  # "Republican National Committee" is a name as a whole
        proper = piece
        folded = tuple(word.folded for word in piece)
        title = ()
    start, end = proper[0].start, proper[-1].end
    if proper[-1].folded in ("jr", "sr") and text[end : end + 1] == ".":
        end += 1
    names.append(Name(start, end, folded, kind, title, piece[0].start, proper[-1].possessive, sure))


def _title_end(text: str, piece: list[Word]) -> int:
    """How many words at the front are title, office, party or nation, not name."""
    cut = 0
    last = len(piece) - 1
    while last > 0 and piece[last].folded in SUFFIXES:
        last -= 1
    for place, word in enumerate(piece[:last]):
        is_title = word.folded in TITLES or word.folded in DEMONYMS
        named_so = word.folded in _GIVEN and word.folded != "dean"
        if named_so and place + 1 < last and piece[place + 1].folded in _GIVEN:
            named_so = False  # "Marine John Orme"
        if (is_title and not named_so) or word.after_of:
            cut = place + 1
    given = next((place for place in range(cut, last) if piece[place].folded in _GIVEN), None)
    if given is None or given == cut:
        return cut
    leading = piece[cut]
    if len(leading.folded) > 1 and opens_sentence(text, leading.start):
        return given
    if (
        leading.after_of
        or leading.folded in ORGANISATION
        or leading.folded in PLACES
        or leading.folded in PLACE_STARTS
    ):
        return given
    return cut


def _kind(
    text: str, proper: list[Word], folded: tuple[str, ...], title: tuple[str, ...]
) -> tuple[NameKind, bool]:
    titled = any(word in TITLES for word in title)
    bare = folded[:-1] if len(folded) > 1 and folded[-1] in SUFFIXES else folded
    if len(bare) == 1:
        return _single(text, proper[0], bare[0], titled)
    if len(bare) == 2 and bare[0] in PARTICLES and bare[0] not in _GIVEN and bare[0] not in PLACE_STARTS:
        return "short", titled  # "De Blasio"
    given = bare[0] in _GIVEN
    if given and len(bare) == 2 and bare[0] not in PLACES and (bare[1] not in BODIES or titled):
        return "person", True
    if given and bare[0] not in PLACES and any(len(word) == 1 for word in bare[1:-1]):
        return "person", True  # "Peter T. King"
    named_twice = all(word in _GIVEN for word in bare[:-1]) and bare[0] not in PLACES  # "Ann Marie King"
    if (bare[-1] in DEMONYMS or bare[-1] in TITLES) and not named_twice:
        return "place", False
    if bare[-1] in ORGANISATION or (not given and any(word in ORGANISATION for word in bare)):
        return "organisation", False
    if not given and not titled and (bare[-1] in DOCUMENTS or bare[-1] in GROUPS):
        return "organisation", False
    if bare[0] in PLACE_STARTS and not titled:
        return "place", False
    if bare[-1] in PLACES and (bare[0] in PLACES or not given):
        return "place", False
    if given or titled or len(bare[0]) == 1 or any(len(word) == 1 for word in bare[1:-1]):
        return "person", True
    before = text[max(0, proper[0].start - 5) : proper[0].start].lower()
    if before.endswith("the "):
        return "organisation", False
    if before.endswith((" in ", " at ", "near ")):
        return "place", False
    return "person", False


def _single(text: str, word: Word, folded: str, titled: bool) -> tuple[NameKind, bool]:
    raw = text[word.start : word.end]
    if titled:
        if folded in OFFICE_ENDS:
            return "place", False  # "Secretary General" is an office, not somebody called General
        return ("organisation", False) if folded in ORGANISATION else ("short", True)
    if folded in PLACES and folded not in _GIVEN:
        return "place", False
    if folded in OUTLET_WORDS and text[max(0, word.start - 4) : word.start] == "The ":
        return "organisation", False
    if folded in ORGANISATION or (2 <= len(raw) <= 6 and raw.isupper()) or _BRAND.match(raw):
        return "organisation", False
    if _OUTLET_BEFORE.search(text, max(0, word.start - 20), word.start):
        return "organisation", False  # "the newspaper Lantern"
    if folded in DEMONYMS or len(folded) == 1 or folded[:2] in ("r-", "d-", "i-"):
        return "place", False
    return "short", False
