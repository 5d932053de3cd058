"""Reading the words of one source: a name, a pronoun, a description, a group, a document, or several of them."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.people.names import Name, find_names, fold
from onrecord.people.tables.nouns import (
    DEMONYMS,
    DOCUMENTS,
    GROUPS,
    HE_WORDS,
    OF_TITLES,
    OUTLET_WORDS,
    OWN_WORDS,
    PEOPLE,
    SHE_WORDS,
    TITLES,
)

PartKind = Literal["name", "organisation", "pronoun", "person", "people", "group", "document", "words"]

# What a source's words may be taken in by mistake: marks, commas, and the joint before the noun phrase.
_LEADING = re.compile(
    r"(?:[\s,;:—–\-\"“”‘(*]+|(?:but|and|or|as|while|according to|by|from|for|because|when|that)\s+)+",
    re.IGNORECASE,
)
_TRAILING = ' \t\n\xa0,;:—–-"“”‘(*'
# Where the noun phrase proper ends and what is told of it begins.
_ASIDE = re.compile(
    r",(?!\s*(?:Jr|Sr)\b)|\s(?:[—–-]|--)\s|—|\s?\(|\s(?:who|whose|whom|which|that|where|when)\b|;"
)
_PREPOSITION = re.compile(
    r"\s(?:of|for|at|with|from|in|to|on|near|by|behind|under|about|against|inside|outside|within|close|familiar|involved"
    r"|working|representing|running|speaking|opposed|and|then|before|after|released|owned|obtained|conducted|published|posted|filed|issued|reviewed|sent|written|seen|into|toward|towards|over)\s"
)
_AMONG = re.compile(r"\s*(?:including|such as|among them|like|led by|not|but|unlike|whether)\b")
_CLOSED = re.compile(r"[^()]{1,80}\)\s[a-z][^,;()]{0,60}$")
_AND = re.compile(r"\s+(?:and|&)\s+|,\s+(?:and\s+)?")
_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|[-'’](?=[^\W_]))*")
_INDEFINITE = re.compile(
    r"(?:a|an|one|another|some|several|many|few|most|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands"
    r"|other|others|multiple|both|all|each|every|more|nearly|about|almost|roughly|\d[\d,.]*)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|their|its|our|my)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:he|she|they|I|we)\b(?!['’-])", re.IGNORECASE)
_VERB_AFTER = re.compile(
    r"\s(?:also|later|then|has|had|have|was|is|will|would|said|says|told|tells|wrote|asked|[a-z]{2,20}ed)\b[^,;(]{0,20}$"
)
_DETERMINER = re.compile(r"(?:^|\s)((?:the|an?|this|his|her|their|its)\s)$", re.IGNORECASE)
_SELF = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$")
# "secretary of state Ann Other", "director of communications Ann Other": an office, whose holder follows.
_OFFICE_OF = re.compile(
    r"(?:[\w.'’-]{1,30}\s){0,6}?([A-Za-z]{4,15})\sof\s([a-z]{3,15})\s(?:[a-z]{2,15}\s(?:and\s)?){0,2}$"
)
_BODY_FOR = re.compile(
    r"\s(?:of|from|at|with)\s(?:the\s)?(?:[A-Z][\w'’.-]{1,25}\s){1,4}(?:for|of|on)\s(?:the\s)?[A-Z]"
)
_BELONGS = re.compile(r"\s(?:of|from|at|with|for)\s")
_POSSESSIVE_PRONOUN = re.compile(r"(?:his|her|their|its|our|my)\b", re.IGNORECASE)
_LONGEST = 1500  # characters of a source that are read; the rest could only be an aside

_NOUNS = PEOPLE | GROUPS | DOCUMENTS

PRONOUNS = frozenset(
    """
    he she they i we you it him her them me us who whom which that this his hers theirs its their my our mine ours
    himself herself themselves myself these those whoever what
    """.split()
)


class Part(NamedTuple):
    """One of those that a source names: what kind of words they are, where they stand, and their head."""

    kind: PartKind
    start: int
    end: int
    head: str = ""  # the folded head noun, or the folded pronoun
    name: Name | None = None
    definite: bool = False
    owner: Name | None = None  # "Orme" of "Orme's account"
    owner_pronoun: str = ""  # "his" of "his office"
    family: str = ""  # "Orme" of the first in "Carl and Jeanne Orme"


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A source's span without the marks, commas and joints around it."""
    end = min(end, start + _LONGEST)
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    itself = _SELF.search(text, start, end)
    if itself:  # "Ann Other herself"
        end = itself.start()
    match = _LEADING.match(text, start, end)
    if match and match.end() < end:
        start = match.end()
    missed = _DETERMINER.search(text, max(0, start - 8), start)
    if missed and not _DEFINITE.match(text, start, end) and not _INDEFINITE.match(text, start, end):
        start = missed.start(1)
    return start, end


def without_neighbours(span: Span, neighbours: Iterable[Span]) -> Span:
    """A source's span less what overlaps its cue or content at either end: "he said" and "late,” he" are "he"."""
    start, end = span
    for other_start, other_end in neighbours:
        if other_start <= start < other_end < end:
            start = other_end
        elif start < other_start < end <= other_end:
            end = other_start
    return start, end


def read_source(text: str, start: int, end: int) -> list[Part]:
    """Whom the words of a source name, in the order of the text; an empty list where they name nobody."""
    start, end = trim(text, start, end)
    if start >= end:
        return []
    several = _several(text, start, end)
    if several:
        return several
    aside = _ASIDE.search(text, start + 1, end)
    if aside and aside.group().endswith("(") and _CLOSED.match(text, aside.end(), end):
        return [
            _nominal(text, start, end, end, [])
        ]  # "the Voice (Late Edition) column" goes on after its brackets
    head_end = aside.start() if aside else end
    if aside:
        rest = text[aside.end() : end].strip(_TRAILING)
        if rest.lower() in PRONOUNS:  # "Moments later, he"
            at = text.index(rest, aside.end())
            return [Part("pronoun", at, at + len(rest), rest.lower())]
    part = _read_phrase(text, start, head_end)
    if part.kind in ("name", "pronoun", "organisation"):
        return [part]
    if aside and part.kind == "words" and aside.group() == "," and _DEFINITE.match(text, start, end):
        joined = _adjectives_joined(text, start, aside.end(), end)  # "the tall, 71-year-old diplomat"
        if joined is not None:
            return [joined]
    if aside and part.kind not in ("document", "group"):  # "one ad, “Example Hour,”" is no person
        told = part.kind == "person" and not _INDEFINITE.match(text, start, end)
        named = _apposition(text, aside.end(), end, single=told)
        if named:
            return named
    return [part._replace(end=_trimmed(text, start, end))]


def _adjectives_joined(text: str, start: int, comma: int, end: int) -> Part | None:
    """A person told of by adjectives with a comma between them; None where an article follows the comma."""
    stop = _ASIDE.search(text, comma, end)
    stop_at = stop.start() if stop else end
    rest = text[comma:stop_at].strip()
    if not rest or _DEFINITE.match(rest) or rest.startswith(("a ", "an ")) or rest[0].isupper():
        return None
    part = _nominal(text, start, stop_at, stop_at, [])
    return part if part.kind == "person" else None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and (
        text[end - 1] in _TRAILING or (text[end - 1] == ")" and "(" not in text[start:end])
    ):
        end -= 1
    return end


def _several(text: str, start: int, end: int) -> list[Part]:
    """The parts of "A and B" or "A, B and C" where each is a name (a pronoun, a group) by itself."""
    cut = _ASIDE.search(text, start, end)
    while cut and cut.group() == ",":  # commas may part the names of a list
        cut = _ASIDE.search(text, cut.end(), end)
    stop = cut.start() if cut else end
    pieces: list[tuple[int, int]] = []
    at = start
    for match in _AND.finditer(text, start, stop):
        pieces.append((at, match.start()))
        at = match.end()
        if len(pieces) > 12:
            return []
    if not pieces or (" and " not in text[start:stop] and " & " not in text[start:stop]):
        return []
    pieces.append((at, stop))
    parts = [
        _read_phrase(text, piece_start, piece_end)
        for piece_start, piece_end in pieces
        if piece_end > piece_start
    ]
    if _BELONGS.search(text, start, pieces[-2][1]) and any(part.kind == "name" for part in parts[:-1]):
        body = _BODY_FOR.search(text, start, pieces[-2][1]) is not None
        while len(parts) > 1 and _ends_body(
            parts[-1], body
        ):  # "Ann Other of the Institute for Art and Design"
            parts.pop()
        if len(parts) == 1:
            return parts
    if len(parts) == 2 and parts[0].kind == "organisation" and text.startswith("former ", pieces[1][0]):
        return parts[1:]  # "Example News and former radio host Ann Other"
    last_and = max(text.rfind(" and ", start, stop), text.rfind(" & ", start, stop))
    joined = [part for part in parts if part.kind in ("name", "pronoun", "organisation")]
    if any(
        part.name is not None and part.name.words[-1] in TITLES and len(part.name.words) < 3
        for part in joined[:-1]
    ):
        return []  # "former Gov. and party chairman Ann Other" is one person
    if len(joined) == len(parts) and len(parts) > 1:
        return _share_family_name(text, parts)
    # "A and B, both Republicans": what follows the last pair is told of them all
    for count in range(2, len(parts)):
        if pieces[count - 1][0] > last_and and all(part.kind == "name" for part in parts[:count]):
            return _share_family_name(text, parts[:count])
    return []


def _ends_body(part: Part, body: bool) -> bool:
    """Whether a part only ends the name of a body: an organisation, or one word after "Institute for"."""
    return part.kind == "organisation" or (body and part.name is not None and len(part.name.words) == 1)


def _share_family_name(text: str, parts: list[Part]) -> list[Part]:
    """ "Carl and Jeanne Orme": the first has the family name of the second."""
    first, second = parts[0], parts[1]
    if first.name and second.name and len(first.name.words) == 1 and len(second.name.words) == 2:
        words = (first.name.words[0], second.name.words[-1])
        family = text[second.name.start : second.name.end].split()[-1]
        return [first._replace(name=first.name._replace(words=words), family=family), *parts[1:]]
    return parts


def _apposition(text: str, start: int, end: int, *, single: bool) -> list[Part]:
    """The name in "her lawyer, Ann Other," read from just after the first comma; `single`: one word is enough."""
    if _AMONG.match(text, start, end):
        return []
    several = _several(text, start, end)
    if several and all(part.kind == "name" for part in several):
        return several
    while start < end:
        aside = _ASIDE.search(text, start, end)
        stop = aside.start() if aside else end
        at = start
        while at < stop and text[at].isspace():
            at += 1
        if at < stop:
            part = _read_phrase(text, at, stop)
            if part.kind == "name" and part.name and (single or part.name.sure or len(part.name.words) > 1):
                return [part]
        if not aside or aside.group().strip() not in (",", ")", ""):
            return []
        start = aside.end()
    return []


def _read_phrase(text: str, start: int, end: int) -> Part:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    words = text[start:end]
    lowered = fold(words) if len(words) < 40 else words.lower()
    if lowered in PRONOUNS:
        return Part("pronoun", start, end, lowered)
    subject = _SUBJECT.match(text, start, end)
    if subject and not is_people_word(
        _WORD.findall(text[start:end])[-1].lower()
    ):  # "he later", a word too wide
        return Part("pronoun", start, subject.end(), subject.group().lower())
    cut = _PREPOSITION.search(text, start, end)
    names = find_names(text, start, end)
    verb = _VERB_AFTER.match(text, names[-1].end, end) if names else None
    if verb and names:  # "Ann Other added", cut a word too wide
        end = names[-1].end
    ending = names[-1] if names and _ends(text, names[-1], end) else None
    core_end = cut.start() if cut else end
    if ending is not None and ending.kind in ("person", "short"):
        at_core = not cut or ending.outer <= cut.start() or ending.outer == start
        if (
            at_core
            or _is_office_of(text, start, ending.outer)
            or (_heads_body(text, ending) and not (cut and _is_somebody(text, start, cut.start())))
            or (cut and cut.group().strip() in ("of", "and", "for") and _is_office(text, start, cut.start()))
        ):
            return _named(text, start, end, ending)
    core = [name for name in names if name.outer < core_end and _ends(text, name, core_end)]
    if core and core[-1].kind == "place" and core[-1].words[-1] in DEMONYMS and _is_one(text, start, end):
        return _nominal(text, start, end, core_end, names)._replace(kind="person")  # "another Canadian"
    if core and core[-1].kind in ("organisation", "place") and core[-1].words[-1] in TITLES:
        core, ending = [], None  # an office in capitals: "the VP"
    if core:
        return _named(text, start, core_end if core[-1].kind in ("person", "short") else end, core[-1])
    if ending is not None and not cut:
        return _named(text, start, end, ending)
    return _nominal(text, start, end, core_end, names)


def _is_one(text: str, start: int, end: int) -> bool:
    return text[start:end].lower().startswith(("a ", "an ", "one ", "another "))


def _ends(text: str, name: Name, end: int) -> bool:
    return end - name.end <= 2 and text[name.end : end] in ("", "'s", "’s", "'", "’", ".", "'S", "’S")


def _is_office_of(text: str, start: int, end: int) -> bool:
    """Whether words right before a name are an office "of" something: "former secretary of state"."""
    match = _OFFICE_OF.fullmatch(text, start, end)
    if match is None or is_people_word(match.group(2)):
        return False
    office = match.group(1).lower()
    bare = not _DEFINITE.match(text, start, end) and not _INDEFINITE.match(text, start, end)
    return office in OF_TITLES or (bare and (office in PEOPLE or office == "master"))


def _heads_body(text: str, name: Name) -> bool:
    """Whether the title right before a name has its body before it: "Lowfield Council on Roads Director Ann Other"."""
    lead = _WORD.findall(text[name.outer : name.start])
    before = text[max(0, name.outer - 40) : name.outer].split()
    body = bool(before) and before[-1].lower() in TITLES | PEOPLE
    return len(name.words) > 1 and (
        (len(lead) > 1 and fold(lead[0]) not in TITLES and fold(lead[-1]) in TITLES) or (not lead and body)
    )


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether words before a preposition are a person of their own: "a spokesman" of "a spokesman for mayor A B"."""
    words = _WORD.findall(text[start:end])
    told = _INDEFINITE.match(text, start, end) or _DEFINITE.match(text, start, end)
    return bool(words) and told is not None and is_people_word(fold(words[-1]))


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether words before "and" or "of" are a bare office: "former Gov." of "former Gov. and party chairman A B"."""
    words = _WORD.findall(text[start:end])
    return (
        bool(words)
        and (words[-1][0].isupper() or text[end : end + 5] == " and ")
        and fold(words[-1]) in TITLES
        and not _INDEFINITE.match(text, start, end)
        and not (words[-1][0].islower() and _DEFINITE.match(text, start, end))
    )


def _named(text: str, start: int, end: int, name: Name) -> Part:
    if name.kind in ("person", "short"):
        return Part("name", name.start, name.end, name=name, definite=_is_the(text, start, name.outer))
    return Part("organisation", name.outer, name.end, name=name, definite=_is_the(text, start, name.outer))


def _is_the(text: str, start: int, outer: int) -> bool:
    return text[start:outer].strip().lower() in ("the", "") and text[start:outer].strip() != ""


def _nominal(text: str, start: int, end: int, core_end: int, names: list[Name]) -> Part:
    words = [fold(word).removesuffix("'s") for word in _WORD.findall(text[start:core_end])[-30:]]
    if not words:
        return Part("words", start, end)
    head = _singular(words[-1])
    plural = head != words[-1]
    definite = _DEFINITE.match(text, start, end) is not None
    owner = next(
        (
            name
            for name in names
            if name.possessive and name.end < core_end and name.kind in ("person", "short")
        ),
        None,
    )
    mine = _POSSESSIVE_PRONOUN.match(text, start, end)
    owner_pronoun = mine.group().lower() if mine else ""
    definite = definite or owner is not None
    if _INDEFINITE.match(text, start, end):
        definite = False
    shown = words[-1] if words[-1] in OWN_WORDS else head
    kind: PartKind = "words"
    if head in PEOPLE or head in HE_WORDS or head in SHE_WORDS or re.fullmatch(r"\d+-year-old", head):
        kind = "people" if plural or head in ("people", "police", "crowd", "audience", "public") else "person"
    elif head in DOCUMENTS or head in OUTLET_WORDS:
        kind = "document"
    elif head in GROUPS:
        kind = "group"
    return Part(kind, start, end, shown, None, definite, owner, owner_pronoun)


def _singular(word: str) -> str:
    if word.endswith("men") and word[:-2] + "an" in PEOPLE:
        return word[:-2] + "an"
    if word in PEOPLE or word in GROUPS or word in DOCUMENTS or len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies") and word[:-3] + "y" in _NOUNS:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2] in _NOUNS:
        return word[:-2]
    return word[:-1] if word[:-1] in PEOPLE or word[:-1] in GROUPS or word[:-1] in DOCUMENTS else word


def is_people_word(word: str) -> bool:
    """Whether a folded word, in the singular or not, is said of people."""
    return _singular(word) in PEOPLE
