"""What a quotation does: states, believes, intends, decrees or perceives; and whether the text denies it.

The definitions are those of the PolNeAR guidelines (Newell, Margolin, Ruths, LREC 2018). Rules, no model: the
cue's words are looked up in `cue_verbs`, and `negation` reads the words around them.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Act, Span
from onrecord.quotes.cue_verbs import MILD, PASSED_BY, STRONG, WEAK
from onrecord.quotes.cue_words import NEGATIVE_VERBS, WORD, base_forms
from onrecord.quotes.negation import is_negated

_QUOTED = re.compile("[\"“”„«»]|``|''")
# The source measures, so that what it shows or finds was observed rather than said.
_MEASURES = re.compile(
    r"\b(?:polls?|polling|pollsters?|surveys?|stud(?:y|ies)|data|research|researchers|analys[ie]s|statistics|figures"
    r"|numbers|census|model|tracker|average|results|experiments?|index|tests?|estimates?|forecasts?|projections?)\b",
    re.I,
)
_DOCUMENTS = re.compile(
    r"\b(?:records?|e-?mails?|documents?|letters?|filings?|transcripts?|memos?|memoirs?|books?|articles?|ads?|websites?"
    r"|statements?|tweets?|messages?|papers|minutes)\b",
    re.I,
)
_COURTS = re.compile(
    r"\b(?:courts?|judges?|jur(?:y|ies)|justices?|tribunals?|magistrates?|arbitrators?|ombudsman|senate|parliament"
    r"|congress|legislat\w+|lawmakers|panel|commission|council|committee|board)\b",
    re.I,
)
_FINDING = frozenset(
    "show find indicate suggest predict reveal conclude determine estimate project confirm demonstrate underscore"
    " highlight illustrate put give have in by on from per see : for with".split()
)
_SHOWING = frozenset("show indicate suggest reveal confirm demonstrate".split())
_RULING = frozenset("find hold determine conclude declare deny reject dismiss decide side".split())
# Attitudes that, before words in quotation marks, are told as speech: `"It is gone," she agreed`.
_SPOKEN_ATTITUDES = frozenset(
    "agree disagree concur remember recall worry wonder fear sympathize reminisce".split()
)
# What one declines to do when one declines to say something.
_COMMENTING = frozenset(
    """
    comment say answer respond reply discuss elaborate speak talk confirm identify name disclose reveal specify tell
    explain clarify address mention describe interview acknowledge expand divulge define detail speculate concede
    criticise criticize condemn apologise apologize denounce repudiate renounce recant retract disavow characterize
    admit opine provide offer give share affirm
    """.split()
) | {"weigh in", "open up", "rule out", "speak out"}
_CHOOSING = frozenset("choose decide opt elect".split())
_PASSED_OVER = frozenset(
    """
    not to be been being from in any further immediately even publicly directly specifically fully either at first
    for year month week day again repeatedly so far on last a an multiple repeated several request thursday friday
    monday tuesday wednesday saturday sunday
    """.split()
)
# How much of the sentence is looked at on either side, in characters.
_BEFORE, _AFTER = 400, 120
# Beginnings of the table's phrases, so that a look-up stops as soon as none can follow.
_BEGINNINGS = frozenset(
    phrase.rsplit(" ", cut)[0] for phrase in (*STRONG, *PASSED_BY) for cut in range(1, phrase.count(" ") + 1)
)
_DETERMINERS = frozenset("a an the no any some much little his her its their my your our".split())
_PREPOSITIONS = frozenset("of on about under to in by for from with at over toward towards".split())
# A state of mind told by a word that no table has: "was rattled about", "are sick of", "felt queasy that".
_STATE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|am|feels?|felt|feeling|gets?|got|getting|grew|grow|grows|growing|remains?"
    r"|remained|became|becomes)|n['’]t|['’](?:s|m|re))\s(?:[\w-]+\s){0,4}?"
    r"(?!\w+ing\b)[\w-]+ (?:about|with|of|over|at|toward|towards)\s*$",
    re.I,
)
_INFINITIVE = re.compile(r"\s*to\s(?!the\b|a\b|an\b)[a-z]")
_AS = re.compile(r"\S.*\bas\b")
_WITH = re.compile(r"\s*(?!that\b)(?:\S+\s){1,6}?with\b")
_TO_SOMEONE = re.compile(r"\s*to\s*", re.I)


class _Head(NamedTuple):
    """The word of a cue that names the act: where it starts, its base form, and the act."""

    start: int
    word: str
    act: Act


def act_at(
    text: str, sentences: Sequence[Span], *, cue: Span | None, source: Span | None, content: Span | None
) -> tuple[Act, bool]:
    """What kind of act a quotation of a text is, and whether the text denies it; without a cue it is a statement.

    `sentences` are the text's, in order; `cue`, `source` and `content` (the first of its spans) are places in the text.
    """
    if cue is None:
        return "statement", False
    at = bisect_left(sentences, (cue[0] + 1, 0)) - 1
    start, end = sentences[max(at, 0)] if sentences else cue
    return act_of(
        text[slice(*cue)],
        before=text[min(start, cue[0]) : cue[0]],
        after=text[cue[1] : max(end, cue[1])],
        source=text[slice(*source)] if source else "",
        content=text[slice(*content)] if content else "",
    )


def act_of(
    cue: str, *, before: str = "", after: str = "", source: str = "", content: str = ""
) -> tuple[Act, bool]:
    """What kind of act a cue names, and whether the text denies that it took place.

    `cue` is the cue's words as they stand in the text, `before` and `after` the rest of the sentence on either
    side (so that a "did not" outside the cue is seen), `source` and `content` the words of those where known.
    A cue that no rule knows is a statement, being that most often; words without any cue are one only where they
    stand in quotation marks, else `other`.
    """
    words = re.sub(r"-$", " ", cue) + after[:_AFTER]
    head = _head(cue, words, quoted=bool(_QUOTED.search(content)), source=source, content=content)
    act = _by_source(head, source=source, content=content)
    return act, is_negated(before[-_BEFORE:], words, head=head.start, end=len(cue), source=source)


def _head(cue: str, words: str, *, quoted: bool, source: str, content: str) -> _Head:
    """The word that names the act: the first strong one of the cue, else the first mild, else the first weak one."""
    tokens = [(match.start(), base_forms(match.group())) for match in WORD.finditer(words)]
    inside = [token for token in tokens if token[0] < len(cue.rstrip())]
    mild: _Head | None = None
    weak: _Head | None = None
    skipped = 0
    for place, (start, forms) in enumerate(inside):
        if place < skipped:
            continue
        if _turns_down(tokens, place):
            refused = _refused(tokens, place, end=len(cue))
            if refused:
                return refused
        phrase, length = _phrase(tokens, place)
        if phrase in STRONG and not _describes(phrase, inside[place + length : place + length + 1]):
            return _Head(start, phrase, STRONG[phrase])
        skipped = place + length
        for form in forms if not length else ():
            if mild is None and form in MILD:
                mild = _Head(start, form, MILD[form])
            if weak is None and form in WEAK and not _helps(form, inside[place + 1 :]):
                weak = _Head(start, form, WEAK[form])
    if mild:
        return mild
    if not quoted and (weak is None or weak.word in _PREPOSITIONS):
        named = _named_by(source) if weak or not inside else None
        state = _state(cue, content)
        if named and not _TO_SOMEONE.fullmatch(cue):
            return _Head(weak.start if weak else 0, weak.word if weak else "", named)
        if state:
            return _Head(inside[-1][0] if inside else 0, cue.strip(), state)
    if weak:
        return weak
    stated = quoted or bool(cue.strip())
    return _Head(inside[-1][0] if inside else 0, cue.strip(), "statement" if stated else "other")


def _helps(form: str, following: list[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a word is but the auxiliary of one that follows: "has registered", but not "has a plan"."""
    return form == "have" and bool(following) and not _DETERMINERS.intersection(following[0][1])


def _describes(phrase: str, following: list[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether an attitude only describes the act that follows it: "favorable comments", but not "loves mocking"."""
    return STRONG[phrase] == "belief" and any(
        STRONG.get(form) == "statement" and not forms[0].endswith("ing")
        for _, forms in following
        for form in forms
    )


def _state(cue: str, content: str) -> Act | None:
    """The state of mind that a cue without a known word tells by its form: "was rattled about", "is itching {to …"."""
    if _TO_SOMEONE.fullmatch(cue) or _STATE.search(cue):
        return "belief"
    return "intention" if _INFINITIVE.match(content) else None


def _named_by(source: str) -> Act | None:
    """The act that a source names where its cue is but a preposition: "supporters of", "a joke about"."""
    for match in reversed(list(WORD.finditer(source))):
        for form in base_forms(match.group()):
            if form in STRONG:
                return STRONG[form]
    return None


def _turns_down(tokens: list[tuple[int, tuple[str, ...]]], place: int) -> bool:
    """Whether an act is turned down from a word on: "declined", or "chose not"."""
    forms = tokens[place][1]
    if _CHOOSING.intersection(forms) and place + 1 < len(tokens):
        return "not" in tokens[place + 1][1]
    return bool(NEGATIVE_VERBS.intersection(forms))


def _refused(tokens: list[tuple[int, tuple[str, ...]]], place: int, *, end: int) -> _Head | None:
    """The act that a verb of refusal turns down: any act inside the cue, beyond it only to say something."""
    for later, (start, forms) in enumerate(tokens[place + 1 : place + 8], start=place + 1):
        act = next((STRONG[form] for form in forms if form in STRONG), None)
        if act and start < end:
            return _Head(start, forms[0], act)
        if _COMMENTING.intersection({*forms, _phrase(tokens, later)[0]}):
            return _Head(start, forms[0], "statement")
        if not _PASSED_OVER.intersection(forms):
            return None
    return None


def _phrase(tokens: list[tuple[int, tuple[str, ...]]], place: int) -> tuple[str, int]:
    """The longest entry of the tables that begins at a word, and its count of words.

    Its last words may lie beyond the cue ("look"/"to").
    """
    found, length = "", 0
    candidates = [""]
    if tokens[place][1][0] in MILD:
        return found, length
    for count, (_, forms) in enumerate(tokens[place:], start=1):
        candidates = [f"{beginning} {form}".strip() for beginning in candidates for form in forms]
        named = [candidate for candidate in candidates if candidate in STRONG or candidate in PASSED_BY]
        if named:
            found, length = named[0], count
        candidates = [candidate for candidate in candidates if candidate in _BEGINNINGS]
        if not candidates:
            break
    return found, length


def _by_source(head: _Head, *, source: str, content: str) -> Act:
    """The act, seen who or what performs it: a poll finds, a court decides, a letter states."""
    if _MEASURES.search(source) and head.word in _FINDING:
        return "perception"
    if _COURTS.search(source) and head.word in _RULING:
        return "decree"
    if _DOCUMENTS.search(source) and head.word in _SHOWING:
        return "statement"
    if head.word == "clear" and not source:
        return "belief"  # "it is clear that"
    if head.word in {"see", "look"} and _AS.match(content):
        return "belief"  # "they see him as a rival"
    if head.word == "charge" and not _QUOTED.search(content) and _WITH.match(content):
        return "decree"  # "charged him with theft"
    if head.word in _SPOKEN_ATTITUDES and _QUOTED.match(content.lstrip()):
        return "statement"
    return head.act
