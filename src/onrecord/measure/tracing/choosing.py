"""Which utterances a test of families prints: plain ones, and the hard cases that a careless tracer runs together."""

import random
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.measure.tracing.decided import ALONE, FAR
from onrecord.measure.tracing.occasions import Occasion, Sentence, folded, last_name
from onrecord.measure.tracing.printings import is_telling

_LONGEST = 90  # words of an utterance
_SENTENCES = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3)
_STUMP_TIMES = (2, 2, 2, 3, 4)
_LATEST = 200  # days until a line is said again, where the transcripts have no second time of their own
_PHRASE = (3, 7)  # words of a common phrase
_PHRASES_FROM = 60_000  # sentences that are looked through for phrases
_PHRASE_SPEAKERS = 3  # different last names that use it, at least
_SHARED = (3, 6)  # words in a row that two sentences of one speech share
_SMALL_CHANGES = {
    "and": "and then", "but": "and", "very": "very, very", "going to": "gonna", "is": "is really", "the": "this",
    "we": "we all", "I": "I also", "our": "our great", "that": "that same", "to": "now to", "in": "right in",
}  # fmt: skip


class Place(NamedTuple):
    """A sentence: its occasion, turn and number."""

    occasion: int
    turn: int
    sentence: int


class Drawn(NamedTuple):
    """An utterance that may be printed: what `Utterance` says of it, before it has a number."""

    text: str
    speaker: str
    title: str | None
    day: int
    occasion: str


class Transcripts:
    """All sentences that may be printed, in an order drawn by chance; none is drawn twice."""

    def __init__(self, occasions: list[Occasion], chance: random.Random) -> None:
        self.occasions = occasions
        self.chance = chance
        self._used: set[Place] = set()
        self._places = [
            Place(number, at, index)
            for number, occasion in enumerate(occasions)
            for at, turn in enumerate(occasion.turns)
            for index, sentence in enumerate(turn.sentences)
            if sentence is not None
        ]
        self._shuffled = list(self._places)
        chance.shuffle(self._shuffled)
        self._speakers = sorted({turn.speaker for occasion in occasions for turn in occasion.turns})

    def plain(self) -> Drawn | None:
        """One to three sentences in a row of one turn; None where the transcripts have been used up."""
        while self._shuffled:
            place = self._shuffled.pop()
            if place in self._used:
                continue
            sentences = self.occasions[place.occasion].turns[place.turn].sentences
            taken, wanted = [place], self.chance.choice(_SENTENCES)
            words = len(self._sentence(place).keys)
            for index in range(place.sentence + 1, min(place.sentence + wanted, len(sentences))):
                following = place._replace(sentence=index)
                if sentences[index] is None or following in self._used:
                    break
                words += len(self._sentence(following).keys)
                if words > _LONGEST:
                    break
                taken.append(following)
            self._used.update(taken)
            return self._drawn(place, " ".join(self._text(one) for one in taken))
        return None

    def said_again(self) -> Iterator[list[Drawn]]:
        """Stump lines of the transcripts: nearly the same sentence by one speaker on days `FAR` or more apart.

        Sentences are put together by the least digest of their runs of eight words (Broder, 1997).
        """
        alike: dict[tuple[str, int], list[Place]] = defaultdict(list)
        for place in self._places:
            keys = self._sentence(place).keys
            if len(keys) >= ALONE:
                runs = (" ".join(keys[at : at + ALONE]) for at in range(len(keys) - ALONE + 1))
                least = min(zlib.crc32(run.encode()) for run in runs)
                alike[last_name(self._speaker(place)), least].append(place)
        groups = [group for group in alike.values() if len(group) > 1]
        self.chance.shuffle(groups)
        for group in groups:
            self.chance.shuffle(group)
            apart: list[Place] = []
            for place in group:
                day = self.occasions[place.occasion].day
                if place not in self._used and all(
                    abs(self.occasions[one.occasion].day - day) >= FAR for one in apart
                ):
                    apart.append(place)
            apart = apart[: self.chance.choice(_STUMP_TIMES)]
            if len(apart) > 1:
                self._used.update(apart)
                yield [self._drawn(place, self._text(place)) for place in apart]

    def said_later(self, first: Drawn) -> list[Drawn]:
        """The same line on other days, sometimes with a word or two changed, as no transcript has it."""
        found, day = [first], first.day
        for time in range(1, self.chance.choice(_STUMP_TIMES)):
            day += self.chance.randint(FAR, _LATEST)
            found.append(
                first._replace(text=self._varied(first.text), day=day, occasion=f"{first.occasion}+{time}")
            )
        return found

    def said_by_others(self, first: Drawn) -> list[Drawn]:
        """The very same words by one or two other speakers, about the same time or later: a slogan taken up."""
        others = [name for name in self._speakers if last_name(name) != last_name(first.speaker)]
        found, names = [first], {last_name(first.speaker)}
        for time in range(1, self.chance.choice((2, 2, 3))):
            if not others:
                break
            speaker = self.chance.choice(others)
            if last_name(speaker) in names:
                continue
            names.add(last_name(speaker))
            day = first.day + self.chance.choice((0, 0, 1, 2, 5, 12, 40))
            found.append(Drawn(first.text, speaker, None, day, f"{first.occasion}~{time}"))
        return found

    def common_phrases(self) -> Iterator[list[Drawn]]:
        """Phrases that stand in sentences of several speakers, each with some of those who use it."""
        users: dict[tuple[str, ...], dict[str, list[Drawn]]] = defaultdict(lambda: defaultdict(list))
        for place in self._shuffled[:_PHRASES_FROM]:
            chunks = self._text(place).split()
            width = min(len(chunks), self.chance.randint(*_PHRASE))
            for start in (0, len(chunks) - width):
                text = " ".join(chunks[start : start + width]).strip(",;:.?!-— ")
                keys = folded(text)
                if _PHRASE[0] <= len(keys) <= _PHRASE[1] and is_telling(keys):
                    users[keys][last_name(self._speaker(place))].append(self._drawn(place, text))
        phrases = [by_name for by_name in users.values() if len(by_name) >= _PHRASE_SPEAKERS]
        self.chance.shuffle(phrases)
        for by_name in phrases:
            names = sorted(by_name)
            self.chance.shuffle(names)
            yield [self.chance.choice(by_name[name]) for name in names[: self.chance.randint(2, 5)]]

    def siblings(self) -> Iterator[list[Drawn]]:
        """Two sentences of one speaker on one occasion that share three to six words in a row, and are not the same."""
        order = list(range(len(self.occasions)))
        self.chance.shuffle(order)
        for number in order:
            seen: dict[tuple[str, tuple[str, ...]], Place] = {}
            for at, turn in enumerate(self.occasions[number].turns):
                for index, sentence in enumerate(turn.sentences):
                    place = Place(number, at, index)
                    if sentence is None or place in self._used:
                        continue
                    keys = sentence.keys
                    if len(keys) < 2 * _SHARED[1]:
                        continue
                    runs = [run for run in _grams(keys, 4) if is_telling(run)]
                    first = next(
                        (seen[turn.speaker, run] for run in runs if (turn.speaker, run) in seen), None
                    )
                    if first and first not in self._used and self._share_little(first, keys):
                        self._used.update((first, place))
                        yield [self._drawn(one, self._text(one)) for one in (first, place)]
                        continue
                    seen.update(((turn.speaker, run), place) for run in runs)

    def _share_little(self, first: Place, keys: tuple[str, ...]) -> bool:
        longer = _SHARED[1] + 1
        return not set(_grams(keys, longer)) & set(_grams(self._sentence(first).keys, longer))

    def _varied(self, text: str) -> str:
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            places = [word for word in text.split() if word in _SMALL_CHANGES]
            if places:
                word = self.chance.choice(places)
                text = f" {text} ".replace(f" {word} ", f" {_SMALL_CHANGES[word]} ", 1).strip()
        return text

    def _sentence(self, place: Place) -> Sentence:
        sentence = self.occasions[place.occasion].turns[place.turn].sentences[place.sentence]
        return sentence or Sentence("", ())

    def _text(self, place: Place) -> str:
        return self._sentence(place).text

    def _speaker(self, place: Place) -> str:
        return self.occasions[place.occasion].turns[place.turn].speaker

    def _drawn(self, place: Place, text: str) -> Drawn:
        occasion = self.occasions[place.occasion]
        turn = occasion.turns[place.turn]
        return Drawn(text, turn.speaker, turn.title, occasion.day, occasion.path)


def _grams(keys: tuple[str, ...], width: int) -> list[tuple[str, ...]]:
    return [keys[at : at + width] for at in range(len(keys) - width + 1)]
