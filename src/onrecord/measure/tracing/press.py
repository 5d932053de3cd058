"""The press: which articles print an utterance, on what day, in what way, and under whose name."""

import random
from collections import defaultdict
from itertools import accumulate

import msgspec

from onrecord.measure.tracing.decided import SPREAD, Item, Utterance, Utterances, are_linked, is_known_enough
from onrecord.measure.tracing.occasions import folded
from onrecord.measure.tracing.printings import WAYS, is_telling

_TRIES = 12  # for one more printing of an utterance, before it is printed no more
_NO_SPEAKER, _NO_DATE = 0.4, 0.35  # of the printings of an utterance that may lack them
_FULL_NAME, _LAST_NAME = 0.5, 0.35  # the rest have a title before the last name
_SAME_ARTICLE = 0.6  # an article that has words of the occasion already prints more of them
_DELAY = 0.55  # of what is left is printed on each day, from the day itself on
_TITLES = ("Mr.", "Ms.", "Sen.", "Gov.", "Dr.", "Secretary", "Rep.", "President")
_LATER = ("Jr", "Jr.", "Sr.", "III", "II")


class Article(msgspec.Struct, frozen=True):
    """An article, and the day on which it was published: None where it does not say."""

    name: str
    day: int | None


class Press:
    """Articles by occasion: an article prints several things that were said there, under one date."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._articles: dict[tuple[str, int], list[Article]] = defaultdict(list)
        self._count = 0
        self._names = list(WAYS)
        self._weights = list(accumulate(share for _, share in WAYS.values()))

    def print_utterance(self, utterance: Utterance, times: int, utterances: Utterances) -> list[Item]:
        """Up to `times` printings, each of which the set decides and an earlier one has words of."""
        made: list[Item] = []
        chunks = utterance.text.split()
        named, dated = utterances.is_named(utterance), utterances.is_dated(utterance)
        for _ in range(times):
            for _ in range(_TRIES):
                item = self._item(utterance, chunks, {one.article for one in made}, named=named, dated=dated)
                if (
                    item is not None
                    and is_known_enough(item)
                    and utterances.is_decided(item, utterance)
                    and (not made or any(are_linked(item, one) for one in made))
                ):
                    made.append(item)
                    break
            else:
                break
        return made

    def _item(
        self, utterance: Utterance, chunks: list[str], printed: set[str], *, named: bool, dated: bool
    ) -> Item | None:
        if utterance.case == "phrase":  # a part of it would be another phrase
            name = self._chance.choice(("whole", "typography"))
        else:
            name = self._chance.choices(self._names, cum_weights=self._weights)[0]
        way, _ = WAYS[name]
        made = way(chunks, self._chance)
        if made is None or not is_telling(folded(made.base)):
            return None
        article = self._article(utterance, printed, dated=dated)
        known = named or self._chance.random() >= _NO_SPEAKER
        return Item(
            text=made.text,
            base=made.base,
            way=name,
            speaker=self._named(utterance) if known else None,
            article=article.name,
            day=article.day,
        )

    def _article(self, utterance: Utterance, printed: set[str], *, dated: bool) -> Article:
        """One of the occasion's that has not printed this utterance, or a new one."""
        there = self._articles[utterance.occasion, utterance.day]
        free = [one for one in there if one.name not in printed and (one.day is not None or not dated)]
        if free and self._chance.random() < _SAME_ARTICLE:
            return self._chance.choice(free)
        delay = 0
        while delay < SPREAD and self._chance.random() > _DELAY:
            delay += 1
        day = None if not dated and self._chance.random() < _NO_DATE else utterance.day + delay
        self._count += 1
        article = Article(f"article-{self._count:06}", day)
        there.append(article)
        return article

    def _named(self, utterance: Utterance) -> str:
        parts = utterance.speaker.split()
        last = parts[-2] if len(parts) > 2 and parts[-1] in _LATER else parts[-1]
        form = self._chance.random()
        if form < _FULL_NAME:
            return utterance.speaker
        if form < _FULL_NAME + _LAST_NAME:
            return last
        title = utterance.title or _TITLES[sum(map(ord, utterance.speaker)) % len(_TITLES)]
        return f"{title.title()} {last}"
