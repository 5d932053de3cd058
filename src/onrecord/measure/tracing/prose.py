"""Text without sense and without templates: words as frequent as in life, sentences, paragraphs and names.

Frequencies follow Zipf's law as Mandelbrot amended it (1953): the word of rank r stands in proportion to
1 / (r + 2.7) ** 1.05. The commonest are English, so that the text is taken for English; the rest are invented.
"""

import random
from typing import TypeAlias

import numpy as np

Paragraph: TypeAlias = tuple[str, ...]  # of sentences
Body: TypeAlias = tuple[Paragraph, ...]

VOCABULARY = 40_000
_SHIFT, _POWER = 2.7, 1.05
_COMMON = (
    "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an they"
    " which one you were her all she there would their we him been has when who will more no if out so said what up"
    " its about into than them can only other new some could time these two may then do first any my now such like"
    " our over man me even most made after also did many before must through back years where much your way well"
    " down should because each just those people how too little state good very make world still own see men work"
    " long get here between both life being under never day same another know while last might us great old year"
    " off come since against go came right used take three"
).split()
_STARTS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sk st t th tr v w wh".split()
_MIDDLES = "a e i o u ai ea ee oa ou or ar er al an en in on".split()
_ENDS = "b ck d ft g l ld ll m n nd nt p r rd rt s ss st t th w x ly ness ing ed er ment".split()


class Prose:
    """A writer who never repeats itself but by chance. Same seed: the same words."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._numbers = np.random.default_rng(seed)
        self._words = _vocabulary(random.Random(VOCABULARY))
        weights = 1 / (np.arange(VOCABULARY) + 1 + _SHIFT) ** _POWER
        self._steps = np.cumsum(weights / weights.sum())

    def words(self, count: int) -> list[str]:
        """So many words, each drawn by itself."""
        drawn = np.searchsorted(self._steps, self._numbers.random(count))
        return [self._words[number] for number in np.minimum(drawn, VOCABULARY - 1).tolist()]

    def length(self) -> int:
        """How many words an article has: log-normal, its middle 450, 80 to 3,000."""
        return int(np.clip(self._numbers.lognormal(np.log(450), 0.75), 80, 3_000))

    def body(self, count: int) -> Body:
        """Paragraphs of sentences, of `count` words or a few more."""
        drawn, sentences = self.words(count + 30), []
        at = 0
        while at < count:
            width = self.chance.randint(6, 30)
            sentences.append(self._sentence(drawn[at : at + width]))
            at += width
        paragraphs, start = [], 0
        while start < len(sentences):
            wanted = self.chance.choice((1, 2, 2, 3, 3, 4))
            paragraphs.append(tuple(sentences[start : start + wanted]))
            start += wanted
        return tuple(paragraphs)

    def quoted(self, count: int) -> Paragraph:
        """What somebody said, as a paragraph of one quotation."""
        first, second = self._sentence(self.words(count // 2)), self._sentence(self.words(count - count // 2))
        return (f"“{first[:-1]},” said {self.name()}.", f"“{second}”")

    def name(self) -> str:
        """Somebody's first and last name."""
        return f"{self.title_word()} {self.title_word()}"

    def title_word(self) -> str:
        """One invented word with a capital."""
        return self._words[self.chance.randrange(len(_COMMON), VOCABULARY)].capitalize()

    def headline(self) -> str:
        """Six to twelve words."""
        return " ".join(self.words(self.chance.randint(6, 12))).capitalize()

    def reworded(self, body: Body, rate: float) -> Body:
        """The same text with that share of its words replaced, each by one drawn anew."""
        return tuple(tuple(self._changed(sentence, rate) for sentence in paragraph) for paragraph in body)

    def _changed(self, sentence: str, rate: float) -> str:
        parts = sentence.split(" ")
        for at, part in enumerate(parts):
            if self.chance.random() < rate:
                bare = part.strip("“”,.")
                new = self.words(1)[0]
                parts[at] = (
                    part.replace(bare, new.capitalize() if bare[:1].isupper() else new) if bare else part
                )
        return " ".join(parts)

    def _sentence(self, drawn: list[str]) -> str:
        parts = list(drawn)
        for _ in range(len(parts) // 10):
            at = self.chance.randrange(len(parts) - 1)
            parts[at] = parts[at].rstrip(",") + ","
        text = " ".join(parts)
        return text[0].upper() + text[1:] + "."


def word_keys(body: Body) -> list[str]:
    """The words of a body without what stands around them: what its shingles are made of."""
    text = " ".join(sentence for paragraph in body for sentence in paragraph)
    return text.lower().translate(str.maketrans("", "", "“”,.")).split()


def word_count(body: Body) -> int:
    """How many words a body has."""
    return sum(sentence.count(" ") + 1 for paragraph in body for sentence in paragraph)


def _vocabulary(chance: random.Random) -> list[str]:
    found = dict.fromkeys(_COMMON)
    while len(found) < VOCABULARY:
        word = chance.choice(_STARTS) + chance.choice(_MIDDLES)
        for _ in range(chance.choice((0, 1, 1, 2))):
            word += chance.choice(_STARTS) + chance.choice(_MIDDLES)
        found[word + chance.choice(_ENDS)] = None
    return list(found)
