"""Names of authors as reference lists turn them round: "Sefton, Jonna", and "The Northern Wire" as it is.

Nothing tells a person from a newsroom for certain. What does not look like a person's name, in a script with capitals,
stays as it stands.
"""

import re

import msgspec

MOST_WORDS = 5  # of a person's name
_PARTICLES = frozenset(
    """von van vom zu zur der den dem de des du da di del della dos das la le el al bin ibn ben ten ter te af av
    y""".split()
)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
# Words that bodies have in their names, and bylines that name nobody.
_BODIES = frozenset(
    """and the news press agency agencies wire staff service services desk team editors editor editorial board newsroom
    bureau times post herald gazette courier tribune chronicle media group reporter reporters correspondent
    correspondents contributor contributors office institute university council association committee ministry
    department union society company inc ltd llc network radio tv""".split()
)
_LETTERS = re.compile(r"[^\W\d_]")


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """An author: family and given names, or everything in `family` where it is not to be turned round."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def turned(self) -> str:
        """The family name first: "Sefton, Jonna, Jr."."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)

    @property
    def straight(self) -> str:
        """As it is said: "Jonna Sefton Jr."."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)

    @property
    def initials(self) -> str:
        """The given names by their first letters: "J.-L. M."."""
        parts = [part.split("-") for part in self.given.replace(".", ". ").split()]
        return " ".join("-".join(f"{one[0]}." for one in part if one) for part in parts)


def name_of(text: str, *, outlet: str = "") -> Name:
    """An author's name in its parts, where it looks like a person's."""
    head, comma, tail = (part.strip() for part in text.partition(","))
    if comma and not _SUFFIX.fullmatch(tail):
        if not tail or "," in tail or not (_is_person(head) and _is_person(tail)):
            return Name(family=text)
        return Name(family=head, given=tail)
    suffix = tail
    words = head.split()
    if len(words) > 2 and not suffix and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if len(words) < 2 or not _is_person(" ".join(words)) or text.casefold() == outlet.casefold():
        return Name(family=text)
    at = len(words) - 1
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    return Name(family=" ".join(words[at:]), given=" ".join(words[:at]), suffix=suffix)


def _is_person(text: str) -> bool:
    words = text.split()
    if not words or len(words) > MOST_WORDS or any(word.casefold() in _BODIES for word in words):
        return False
    letters = _LETTERS.findall(text)
    plain = all(_LETTERS.match(word[-1:] if word[0] in "'’" else word) for word in words)
    return plain and all(letter.lower() != letter.upper() for letter in letters)
