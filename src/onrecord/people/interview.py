"""Who asks and who answers where an interview is printed in turns: from their labels, its opening and its author."""

import re
from collections.abc import Sequence

from onrecord.model import Article, Quotation, Span
from onrecord.people.answers import OTHERS, Answer, person_speaker, speaker_of
from onrecord.people.discourse import Field
from onrecord.people.names import fold
from onrecord.people.persons import Person, clean
from onrecord.people.scene import Scene
from onrecord.quotes.turns import BY, is_answer, is_question

_WORD = re.compile(r"[^\W_][\w'’-]*")
_JOURNALIST = frozenset(
    "reporter editor writer correspondent columnist journalist host anchor interviewer moderator".split()
)
_PRESS = re.compile(rf"\b(?:{'|'.join(sorted(_JOURNALIST))})\s$")
_ANSWERS = re.compile(r" (?:spoke|sat down|talked|discuss|answer|chatted|tells|told|explains|reflects|on )")
_WITH = re.compile(r"(?:interview(?:ed|ing)?(?: of| with)?|Q ?& ?A with|questions (?:for|with|to))\s+$", re.I)


class Interview:
    """The two sides of an article's interview: who asks, and who answers, the likeliest first."""

    def __init__(self, article: Article, scene: Scene, quotations: Sequence[Quotation]) -> None:
        starts = [row.source[0][0] for row in quotations if row.by == BY and row.source]
        self._asked = {
            row.id: is_question(article.field_text(row.field)[slice(*row.source[0])])
            for row in quotations
            if row.by == BY and row.source
        }
        self._scene = scene
        self._article = article
        self._weights: dict[int, float] = {}
        self._press: set[int] = set()
        for name in ("title", "deck", "text"):
            if name in scene.fields and starts:
                self._weigh(scene.fields[name], min(starts) if name == "text" else None)
        people = [scene.people.all[number] for number in self._weights]
        authors = {tuple(fold(author).split()) for author in article.authors}
        self.asking = [
            one
            for one in people
            if one.words in authors or one.roles & _JOURNALIST or one.number in self._press
        ]
        answering = [one for one in people if one not in self.asking and not one.unnamed]
        self.answering = sorted(answering, key=self._by_weight)

    def _weigh(self, here: Field, end: int | None) -> None:
        for mention in here.within(0, len(here.text) if end is None else end):
            weight = 2.0 if here.name == "title" else 1.0
            if mention.subject and _ANSWERS.match(here.text, mention.end, mention.end + 20):
                weight += 3.0
            if _WITH.search(here.text, max(0, mention.start - 40), mention.start):
                weight += 3.0
            number = mention.person.number
            if _PRESS.search(here.text, max(0, mention.start - 20), mention.start):
                self._press.add(number)
            self._weights[number] = self._weights.get(number, 0.0) + weight

    def _by_weight(self, person: Person) -> tuple[float, int]:
        return (-self._weights[person.number], person.number)

    def addressed(self, quotation: Quotation, here: Field) -> Answer | None:
        """Whom "you" means inside a turn: the one who answers in a question, the one who asks in an answer."""
        asked = self._asked.get(quotation.parent or "")
        if asked is None or not quotation.source:
            return None
        span = quotation.source[0]
        if here.text[slice(*span)].lower() not in ("you", "you all"):
            return None
        return self.answerer(here, span) if asked else self.asker(here, span, "you")

    def answer(self, here: Field, label: Span) -> Answer:
        """Whose turn a label says that it is."""
        words = clean(here.text[slice(*label)])
        if is_question(words):
            return self.asker(here, label, words)
        if is_answer(words):
            return self.answerer(here, label)
        found = self._scene.people.candidates(tuple(fold(word) for word in _WORD.findall(words)))
        if not found and words.isupper() and words.isalpha() and len(words) < 4:
            found = [one for one in self._scene.people.all if _initials(one) == words.lower()]
        if found:
            others = tuple(person_speaker(one, 0.3, here, label, "label") for one in found[1 : 1 + OTHERS])
            sure = 0.95 if len(found) == 1 else 0.6
            return Answer(person_speaker(found[0], sure, here, label, "label of the turn"), others=others)
        return Answer(speaker_of(words, "person", 0.6, here, label, "label of the turn"))

    def answerer(self, here: Field, span: Span) -> Answer:
        """Who answers: whom the title and the lines before the first turn name most; unsure where two are level."""
        speakers = tuple(
            person_speaker(one, 0.8, here, span, "answers: named before the first turn")
            for one in self.answering
        )
        level = len(speakers) > 1 and (
            self._weights[self.answering[0].number] == self._weights[self.answering[1].number]
        )
        return Answer(others=speakers[:OTHERS]) if level or not speakers else Answer(speakers[0])

    def asker(self, here: Field, span: Span, words: str) -> Answer:
        """Who asks: the journalist named before the first turn, else the author, else the outlet, else the label."""
        asking = tuple(
            person_speaker(one, 0.8, here, span, "asks: named before the first turn") for one in self.asking
        )
        if len(asking) == 1:
            return Answer(asking[0])
        if asking:
            return Answer(others=asking[:OTHERS])
        authors = self._article.authors
        if len(authors) == 1:
            return Answer(speaker_of(authors[0], "person", 0.7, here, span, "asks: the author"))
        if self._article.outlet and not authors:
            return Answer(speaker_of(self._article.outlet, "group", 0.6, here, span, "asks: the outlet"))
        if authors:
            return Answer(
                others=tuple(speaker_of(name, "person", 0.4, here, span, "asks") for name in authors)
            )
        return Answer(speaker_of(words, "unnamed", 0.6, here, span, "its words"))


def _initials(person: Person) -> str:
    return "".join(word[0] for word in person.words if word)
