"""Whether a text denies that somebody said something: "did not say", "nobody said", "without saying".

The rules go over the words in front of the cue that belong to its verb (auxiliaries, adverbs, "has yet to",
"refused to", and the source where it stands between) and stop at any other word and at the clause's end, so
that a "not" of another clause, or one inside what was said, never counts.
"""

import re

from onrecord.quotes.cue_words import NEGATIVE_VERBS, WORD, base_forms, is_negator

_AUXILIARIES = frozenset(
    """
    am are be been being is was were do does did doing has have had having can could dare may might must need ought
    shall should will would 'd 'll 's 've 're ’d ’ll ’s ’ve ’re
    """.split()
)
# Other words that may stand between a negation and the cue that it negates.
_LINKS = frozenset(
    """
    a able about actually afterwards again ago all already also always and any anything as at before begin began
    bound bother bothered by care cared choose chose clear difficult due even ever far first for fully get go
    goes going gone got hard here herself himself how however impossible in inclined intend intended it itself
    just later let like likely long longer make merely moreover much myself now of often on once only ordinarily
    otherwise ourselves outright planned plans prepared quite rather ready required seem seemed simply so soon
    start started still supposed than the then themselves there time to today too tough tried try trying very
    want wanted willing wish wished yesterday yet yourself
    """.split()
)
_RELUCTANT = frozenset("unable unwilling reluctant loath".split())
# "Never tired of saying", "did not hesitate to say": these take a negation back.
_CANCELLING = frozenset("help resist stop tire hesitate forget hide shy shrink wait cease shirk deny".split())
_NEGATIVE_PAIRS = frozenset({("yet", "to"), ("rather", "than"), ("instead", "of"), ("short", "of")})
_PRONOUNS = frozenset("he she it they we i you one who officials".split())
_SAYING = frozenset("say tell mention disclose reveal announce comment promise add offer write".split())

_ASKING = frozenset("ask press question quiz challenge push".split())
_NO_ANSWER = re.compile(
    r"\b(?:did not|didn['’]t|would not|wouldn['’]t|declined to|refused to|failed to|has yet to)"
    r" (?:\w+ly )?(?:say|answer|comment|respond|reply|elaborate|specify)\b",
    re.I,
)

# Where a clause ends for the words that stand before a cue.
_BREAK = re.compile(r"[.;:!?()\[\]\"“”«»„—–]|--|``|''|\s-\s")
_NO_SUBJECT = re.compile(
    r"(?:(?:almost|virtually|practically|absolutely) )?"
    r"(?:nobody|no[- ]one|none|neither|no(?! doubt| less| fewer)|hardly any(?:one|body)?"
    r"|not (?!only|just|merely|least))\b",
    re.I,
)
_ENDS_IN_NOBODY = re.compile(r"\b(?:nobody|no[- ]one|none|neither)\s*$", re.I)
_CONDITION = re.compile(r"(?:^|\s)(?:(?<!\beven )if|unless|whether|lest|supposing)\s*$", re.I)
_CLEFT = re.compile(r"\b(?:is|was|were|are)(?: not|n['’]t)\b[^,;]{0,60}\b(?:who|that)\s*$", re.I)
# "It is not that she believes it", "she did not build it or call for it".
_NOT_THAT = re.compile(r"\b(?:not|\w+n['’]t) (?:that|because)\s*$", re.I)
_BESIDE = re.compile(r"\b(?:not|never|cannot|\w+n['’]t)\s(?:\S+\s){1,5}?or\s*$", re.I)
_COUNTERFACTUAL = re.compile(
    r"\b(?:should|could|would|ought to)(?:['’]ve| have)(?: \w+ly)?(?: been)?\s*$", re.I
)
_NO_DENIAL = re.compile(
    r"\b(?:not|\w+n['’]t|never|cannot)\s+(?:\w+\s+)?"
    r"(?:only|just|merely|simply|least|surprisingly|unexpectedly|long (?:ago|before|after)|for the first time)\b"
    r"|\bif not\b|\bnothing (?:but|short of|less than)\b|\b(?:hard|difficult|impossible|tough) not to\b"
    r"|(?:\bnot|n['’]t) min(?:ce|cing)\b|\bnot an? (?:un|in|im)\w+"
    r"|\b(?:or|why) not\b|\bno (?:doubt|wonder|question|secret|less|sooner|matter)\b"
    r"|\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)) (?:but|agree more)\b",
    re.I,
)
_NOTHING = re.compile(
    r"\s*(?:(?:almost|virtually|absolutely|next to) )?(?:nothing|no such thing|not a word)\b"
    r"\s*(?:(?:about|on|of|to|at|further|more|else|when|in|as|publicly)\b|[.,;:!?\"”—-]|$)",
    re.I,
)
# "Offered no reasons", "has no comment on", "made no mention of", "showed no sign of".
_NONE_GIVEN = re.compile(
    r"\b(?:(?:giv(?:es?|en|ing)|gave|offer(?:s|ed|ing)?|provid(?:es?|ed|ing)|ma(?:kes?|de|king)|ha(?:s|ve|d|ving)"
    r"|cit(?:es?|ed|ing)|tak(?:es?|en|ing)|took)\s+(?:(?:absolutely|almost|virtually) )?no\b"
    r"(?! doubt| secret| bones| mistake| less| more| longer| one| other| choice| problem| trouble| qualms)"
    r"|show(?:s|ed|n|ing)? no (?:\w+ )?(?:signs?|hint|indication|interest|inclination)\b)",
    re.I,
)
_FELT = frozenset("hate love like dislike know understand care want value respect enjoy fear".split())
# "No reason was given": what is not there is what would have been told.
_WITHHELD = frozenset(
    "give provide release disclose reveal announce mention name identify offer cite".split()
)
_CERTAIN = frozenset("doubt question wonder secret".split())
_COMPARED = re.compile(r"\b(?:more|better|worse|harder|less) than\b", re.I)
_ALONE = re.compile(r"the (?:only|first|last)\b", re.I)


def is_negated(before: str, words: str, *, head: int, end: int, source: str) -> bool:
    """Whether the text denies, or only supposes, the act that the word at `head` of `words` names.

    `before` is the sentence up to the cue, `words` the cue, which goes to `end`, and what follows it, `source` who is
    said to act.
    """
    verb = WORD.match(words, head)
    forms = base_forms(verb.group()) if verb else ()
    said = bool(_SAYING.intersection(forms))
    if said and verb and _NOTHING.match(words, verb.end()):
        return True
    none = _NONE_GIVEN.search(words, head)
    if none and none.start() < end:
        return True
    clause, subject = _clause(before), source.strip()
    if not subject and _WITHHELD.intersection(forms) and _NO_SUBJECT.match(clause.lstrip()):
        return True
    if _ASKING.intersection(forms) and _left_unanswered(words, subject):
        return True
    if _NO_SUBJECT.match(subject) and _FELT.intersection(forms) and _COMPARED.search(words, head):
        return False  # "nobody hates it more than she does"
    if (
        _NO_SUBJECT.match(subject)
        or (not subject and _ENDS_IN_NOBODY.search(clause))
        or _CLEFT.search(clause)
        or _BESIDE.search(clause)
        or _NOT_THAT.search(clause.rstrip().removesuffix(subject))
    ):
        return True
    reached, rest = _reach(clause)
    if not reached.strip() and subject and rest.rstrip().endswith(subject):
        rest = rest.rstrip()[: -len(subject)]
        # "nor did the minister say"
        reached = "" if _ALONE.match(subject) else _inverted(rest)
    elif not subject:
        rest = _without_names(rest)
    elif rest.rstrip().endswith(subject):
        rest = rest.rstrip()[: -len(subject)]
    if _CONDITION.search(rest) or _CONDITION.search(reached):
        # "whether discussing the bridge or the ferry" supposes nothing
        return not (verb and verb.group().endswith("ing") and f"{rest}{reached}".rstrip().endswith("whether"))
    scope = " ".join(f"{reached} {words[:head]}".split())
    if verb and verb.group().lower() in _CERTAIN and scope.lower().endswith(" no"):
        return False  # "there is no doubt that": it is believed
    return (said and bool(_COUNTERFACTUAL.search(scope))) or _denies(scope)


def _left_unanswered(words: str, subject: str) -> bool:
    """ "Asked whether it would close, she did not say": what was asked is not what she said."""
    answer = _NO_ANSWER.search(words)
    return answer is not None and bool(subject) and subject in words[: answer.start()]


def _denies(scope: str) -> bool:
    """Whether the negations among the words before an act, those taken back aside, leave it denied."""
    words = [match.group().lower() for match in WORD.finditer(_NO_DENIAL.sub(" ", scope))]
    negations = cancelled = 0
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        forms = base_forms(word)
        # "the talks that failed were called": a verb of refusal has something that it refuses
        refusal = bool(NEGATIVE_VERBS.intersection(forms)) and following not in _AUXILIARIES
        negative = is_negator(word) or word in _RELUCTANT or refusal
        if negative or (word, following) in _NEGATIVE_PAIRS:
            negations += 1
        elif negations and _CANCELLING.intersection(forms) and (following != "to" or "stop" not in forms):
            cancelled += 1
    return (negations - cancelled) % 2 == 1


def _clause(before: str) -> str:
    """The end of `before` that stands in the cue's own clause; an aside between commas is left out."""
    ends = [match.end() for match in _BREAK.finditer(before)]
    clause = before[ends[-1] :] if ends else before
    head, comma, tail = clause.rpartition(",")
    if not comma or tail.strip():
        return tail
    # "did not, however, say"
    opening, inner, aside = head.rpartition(",")
    return opening + " " if inner and len(aside.split()) <= 6 else ""


def _reach(clause: str) -> tuple[str, str]:
    """The words right before the cue that belong to its verb, and what stands before those."""
    words = list(WORD.finditer(clause))
    start, place = len(clause), len(words) - 1
    while place >= 0:
        word = words[place].group().lower()
        if word in {"or", "nor"} and place and start == words[place].end() + 1:
            # "did not confirm or say": the verb beside it is passed over
            place -= 1
        elif not _belongs(word):
            break
        start = words[place].start()
        place -= 1
    return clause[start:], clause[:start]


def _belongs(word: str) -> bool:
    forms = base_forms(word)
    return (
        word in _AUXILIARIES
        or word in _LINKS
        or word in _RELUCTANT
        or word in {"instead", "short"}
        or word.endswith("ly")
        or is_negator(word)
        or bool(NEGATIVE_VERBS.intersection(forms))
        or bool(_CANCELLING.intersection(forms))
    )


def _inverted(clause: str) -> str:
    """The auxiliary and negation before a source that stands inside the verb: "nor did she say"."""
    reached, _ = _reach(clause)
    words = [match.group().lower() for match in WORD.finditer(reached)]
    if words and (words[-1] in _AUXILIARIES or words[-1].endswith(("n't", "n’t"))):
        return reached
    return ""


def _without_names(clause: str) -> str:
    """The clause without a subject at its end that looks like one: a pronoun, or a few names."""
    words = list(WORD.finditer(clause))
    start = len(clause)
    for match in reversed(words[-5:]):
        word = match.group()
        if word.lower() in {"if", "unless", "whether"} or not (
            word[0].isupper() or word.lower() in _PRONOUNS | {"the"}
        ):
            break
        start = match.start()
    return clause[:start]
