"""Whole attributions: whose words they are. Tokens are words; contents are paired one to one, as in `attribution`.

- *found*, *exact*, *attributed* and the quoted ones are those of `attribution`; *cue* is found with the right cue.
- *covered .3* and *covered .8*: contents paired where the predicted one holds that share of the gold one's words. The
  two thresholds are the Gender Gap Tracker's (Asr et al., PLoS ONE 2021, https://doi.org/10.1371/journal.pone.0245533,
  in characters there). A prediction that is too long loses nothing by it.
- *triple*: content, source and cue are all right, each at half of the words shared; *exact triple*: each has the very
  words of the gold. PARC and PolNeAR define an attribution by these three (Pareti, LREC 2016; Newell et al., LREC
  2018); Citron's "all quote spans exact match" asks for the exact ones.
- *direct*, *mixed*, *indirect*: all, some or none of the content's words stand in quotation marks of the text, for
  both sides by the same rule, whatever a tool says. As QSample counts (Scheible et al., ACL 2016), precision is over
  the predicted ones of the kind and recall over the gold ones, with whatever each is paired.
- *speaker*: the names that the two sides resolve the source to, where both give one (`names`): precision is over the
  found ones where both do, recall over all gold ones that have a speaker. Quotebank (Vaucher et al., WSDM 2021,
  https://doi.org/10.1145/3437963.3441760, "EM") gives the share of direct quotations whose speaker is right.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.measure.attribution import (
    WORD,
    Compared,
    Tokens,
    compared,
    count_article,
    pair_up,
    places_of,
    same_words,
    tokens_in,
)
from onrecord.measure.names import is_same, spoken
from onrecord.measure.runs import Tally, same
from onrecord.quotes.marks import find_passages
from onrecord.text import find_paragraphs

ATTRIBUTIONS, QUOTED, SPEAKERS = "attributions", "quoted", "speakers"
KINDS = ("direct", "mixed", "indirect")
COVERED = (0.3, 0.8)

Pair = tuple[Compared, Compared]
Test = Callable[[Compared, Compared], bool]


def count_contents(
    article: AnnotatedText, predicted: Sequence[Attribution]
) -> Iterator[tuple[str, str, Tally]]:
    """The tallies of one text that need contents alone: what a tagger without links can be asked for."""
    gold, guessed = compared(article.text, article.attributions), compared(article.text, predicted)
    pairs = pair_up(gold, guessed)
    sizes = len(guessed), len(gold)
    yield ATTRIBUTIONS, "found", same(len(pairs), *sizes)
    for share in COVERED:
        covered = pair_up(gold, guessed, share=_covered, at_least=share)
        yield ATTRIBUTIONS, f"covered {share:.1f}".replace("0.", "."), same(len(covered), *sizes)
    yield ATTRIBUTIONS, "exact", same(sum(a.content == b.content for a, b in pairs), *sizes)
    yield from _by_kind(article.text, gold, guessed, pairs, {"found": _any})


def count_links(article: AnnotatedText, predicted: Sequence[Attribution]) -> Iterator[tuple[str, str, Tally]]:
    """The tallies of one text that need to know whose each content is."""
    gold, guessed = compared(article.text, article.attributions), compared(article.text, predicted)
    pairs = pair_up(gold, guessed)
    sizes = len(guessed), len(gold)
    tests: dict[str, Test] = {
        "cue": _same_cue,
        "attributed": _same_source,
        "triple": _same_triple,
        "exact triple": _exact_triple,
    }
    for name, test in tests.items():
        yield ATTRIBUTIONS, name, same(sum(test(*pair) for pair in pairs), *sizes)
    for name, counted in count_article(article, predicted):
        if name.startswith(QUOTED):
            yield QUOTED, name.removeprefix(QUOTED).strip(), same(*counted)
    by_kind: dict[str, Test] = {"attributed": _same_source, "triple": _same_triple}
    yield from _by_kind(article.text, gold, guessed, pairs, by_kind)
    yield SPEAKERS, "speaker", _speakers(article, predicted, gold, pairs)


def _by_kind(
    text: str,
    gold: Sequence[Compared],
    guessed: Sequence[Compared],
    pairs: Sequence[Pair],
    tests: dict[str, Test],
) -> Iterator[tuple[str, str, Tally]]:
    """Each test for each kind of content."""
    passages = find_passages(text, find_paragraphs(text))
    marked = tokens_in(places_of(WORD, text), (passage.span for passage in passages))
    sizes = [Counter(_kind(one.content, marked) for one in side) for side in (guessed, gold)]
    for name, test in tests.items():
        right = [(known, guess) for known, guess in pairs if test(known, guess)]
        of_gold = Counter(_kind(known.content, marked) for known, _ in right)
        of_guessed = Counter(_kind(guess.content, marked) for _, guess in right)
        for kind in KINDS:
            yield kind, name, Tally(of_guessed[kind], sizes[0][kind], of_gold[kind], sizes[1][kind])


def _kind(content: Tokens, marked: Tokens) -> str:
    if content <= marked:
        return "direct"
    return "mixed" if content & marked else "indirect"


def _speakers(
    article: AnnotatedText, predicted: Sequence[Attribution], gold: Sequence[Compared], pairs: Sequence[Pair]
) -> Tally:
    both = right = 0
    for known, guess in pairs:
        wanted = article.attributions[known.place].speakers
        given = predicted[guess.place].speakers
        if wanted and given:
            both += 1
            right += is_same(spoken(wanted), spoken(given), wanted[0].kind)
    known_ones = sum(bool(article.attributions[one.place].speakers) for one in gold)
    return same(right, both, known_ones)


def _covered(known: Tokens, guess: Tokens) -> float:
    return len(known & guess) / len(known)


def _any(known: Compared, guess: Compared) -> bool:
    return True


def _same_source(known: Compared, guess: Compared) -> bool:
    return same_words(known.source, guess.source)


def _same_cue(known: Compared, guess: Compared) -> bool:
    return same_words(known.cue, guess.cue)


def _same_triple(known: Compared, guess: Compared) -> bool:
    return _same_source(known, guess) and _same_cue(known, guess)


def _exact_triple(known: Compared, guess: Compared) -> bool:
    return (known.source, known.cue, known.content) == (guess.source, guess.cue, guess.content)
