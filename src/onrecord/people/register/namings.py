"""What one article says of each speaker that it names: the namings that the register is made from."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from onrecord.model import Article, Record, Speaker, SpeakerKind
from onrecord.people.authority import Authorities
from onrecord.people.names import Name, find_names, fold
from onrecord.people.persons import clean
from onrecord.people.register.entries import Naming
from onrecord.people.register.register import Register
from onrecord.people.romanise import LONGEST, plain, sound
from onrecord.people.tables.nouns import GROUPS, ORGANISATION, PEOPLE

MOST_BESIDE = 24  # others named in the article, the most frequent first
MOST_DESCRIPTIONS = 4
MOST_SPELLINGS = 4
_APPOSITION = re.compile(r",\s+(?:\d\d,\s+)?([^,.;:“”\"()\n]{3,90})[,.;]")
_NO_DESCRIPTION = re.compile(
    r"(?:and|but|who|whom|which|that|or|as|said|says|told|by|with|in|at|on|to|for|from|when|while|where|he|she|it|they"
    r"|also|then|however|\w+ing)\b"
)
_WORD = re.compile(r"[\w’'.-]+$")
_BACK = 8  # words before a name that are looked at for its description

Key = tuple[str, SpeakerKind]


def namings_of(record: Record) -> dict[Key, Naming]:
    """One naming for each person, group or document that speaks in an article, by name and kind.

    Descriptions are the words beside the full name: its title, the nouns before it, the apposition after it.
    Who is unnamed has no naming. Linear in the text.
    """
    article = record.article
    keys = spellings_of(record)
    if not keys:
        return {}
    names = [name for name in find_names(article.body) if name.kind == "person" and len(name.words) > 1]
    told = _descriptions(article.body, names)
    counts = Counter(name.words for name in names)
    shown = {name.words: clean(article.body[name.start : name.end]) for name in reversed(names)}
    others = [(words, shown[words]) for words, _ in counts.most_common(MOST_BESIDE + 1)]
    published = article.published.value if article.published else None
    found: dict[Key, Naming] = {}
    for (name, kind), spelt in keys.items():
        own = _folded(name)
        person = kind == "person"
        found[name, kind] = Naming(
            name=name,
            article=article.id,
            kind=kind,
            aliases=spelt,
            descriptions=tuple(told.get(own, ()))[:MOST_DESCRIPTIONS] if person else (),
            outlet=article.outlet,
            published=published,
            beside=tuple(other for words, other in others if words != own)[:MOST_BESIDE] if person else (),
        )
    return found


def spellings_of(record: Record) -> dict[Key, tuple[str, ...]]:
    """Who has a naming in an article, in the order of the text, with the other spellings of each name there."""
    keys: dict[Key, dict[str, None]] = {}
    for quotation in record.quotations:
        for speaker in quotation.speakers:
            if speaker.name and speaker.kind != "unnamed":
                spelt = keys.setdefault((speaker.name, speaker.kind), {})
                if speaker.kind == "person":
                    spelt.update(dict.fromkeys(_spellings(record.article, speaker)))
    return {key: tuple(spelt)[:MOST_SPELLINGS] for key, spelt in keys.items()}


def enrol(register: Register, record: Record, authorities: Authorities | None = None) -> Record:
    """Take an article's speakers into the register; the record comes back with each speaker's `label` and `id`.

    Both stay null for who is unnamed, and where two entries of the register are as likely. With `authorities`,
    entries are linked to those that they surely are.
    """
    ids: dict[Key, str] = {}
    for key, naming in namings_of(record).items():
        entry = register.enrol(naming)
        if entry is not None and authorities is not None:
            entry = register.identify(entry.id, authorities)
        if entry is not None:
            ids[key] = entry.id
    return labelled(record, {key: (register.get(id).label, id) for key, id in ids.items()})


def labelled(record: Record, known: Mapping[Key, tuple[str, str]]) -> Record:
    """The record with the register's label and id for each speaker; null for those whom it does not know."""
    quotations = tuple(
        replace(row, speakers=tuple(_known(speaker, known) for speaker in row.speakers))
        for row in record.quotations
    )
    return replace(record, quotations=quotations)


def _spellings(article: Article, speaker: Speaker) -> Iterator[str]:
    """The words that the evidence for a speaker stands on, where they are the name in another spelling."""
    own = {plain(word) for word in (speaker.name or "").split()}
    for evidence in speaker.evidence:
        words = clean(article.field_text(evidence.field)[slice(*evidence.span)])
        if (
            not words[:1].isupper()
            or len(words) > LONGEST
            or all(plain(word) in own for word in words.split())
        ):
            continue
        if all(any(sound(plain(word)) == sound(other) for other in own) for word in words.split()):
            yield words


def _known(speaker: Speaker, known: Mapping[Key, tuple[str, str]]) -> Speaker:
    label, id = known.get((speaker.name or "", speaker.kind), (None, None))
    return speaker if speaker.label == label and speaker.id == id else replace(speaker, label=label, id=id)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(word).rstrip(".") for word in name.split())


def _descriptions(text: str, names: Sequence[Name]) -> dict[tuple[str, ...], dict[str, None]]:
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for name in names:
        told = found.setdefault(name.words, {})
        before = _before(text, name)
        if before:
            told[before] = None
        after = _APPOSITION.match(text, name.end)
        if after and not _NO_DESCRIPTION.match(after.group(1)):
            told[clean(after.group(1))] = None
    return found


def _before(text: str, name: Name) -> str:
    """ "State Department spokesman" before a name: words with capitals and nouns for people, back to any other."""
    start = name.outer
    people = any(word in PEOPLE for word in name.title)
    for _ in range(_BACK):
        if start == 0 or text[start - 1] != " ":
            break
        word = _WORD.search(text, max(0, start - 32), start - 1)
        if word is None:
            break
        folded = fold(word.group()).rstrip(".")
        if folded in PEOPLE:
            people = True
        elif folded in GROUPS or folded in ORGANISATION:
            pass
        elif not word.group()[0].isupper() or word.group().endswith((".", "'s", "’s")):
            break
        start = word.start()
    return clean(text[start : name.start]) if people else ""
