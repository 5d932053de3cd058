"""Where attribution errs, by kind: `python -m training.errors --data FOLDER [--weights FOLDER] [--since DATE]`.

Runs the pipeline over train articles that the weights have not seen, and sorts every attribution that was not found,
not given to its source, or found where there is none into the first kind below that it meets. `docs/errors.md` is
written from it; `--examples KIND` shows some of a kind, with what stands there.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from onrecord.measure.attribution import attributed, paired, score
from onrecord.measure.evaluate import predictions
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.model import Record, Span
from onrecord.quotes import find_quotations
from onrecord.quotes.acts import act_of
from onrecord.quotes.tagger import WEIGHTS, Tagger
from onrecord.read import read_article
from onrecord.text import sentences

_MARKS = '"“”„«»'
_RELATIVE = frozenset("who which that whose".split())
_PRONOUNS = frozenset("i you he she we they it who".split())


class Fault(NamedTuple):
    """One error: its kind, the gold attribution and the prediction that it is about (either may be missing)."""

    kind: str
    gold: Attribution | None
    found: Attribution | None


def faults(article: GoldArticle, found: Sequence[Attribution]) -> Iterator[Fault]:
    """All errors of one article, each once: a quotation that was cut in another way is not spurious beside."""
    text, gold = article.text, article.attributions
    pairs = paired(article, found)
    right = attributed(article, found)
    told: set[int] = set()
    for place, known in enumerate(gold):
        if not known.content:
            continue
        if place in pairs:
            if not right[pairs[place]]:
                yield Fault(source_fault(text, known, found[pairs[place]]), known, found[pairs[place]])
            continue
        beside = [
            at
            for at in range(len(found))
            if at not in pairs.values() and shared(known.content, found[at].content)
        ]
        told.update(beside)
        if beside:
            best = max(beside, key=lambda at: shared(known.content, found[at].content))
            yield Fault(extent_fault(text, known, found[best], len(beside), gold), known, found[best])
        else:
            yield Fault(missed_fault(text, known, found, gold), known, None)
    for at, guess in enumerate(found):
        if at not in pairs.values() and at not in told:
            yield Fault(spurious_fault(text, guess, gold), None, guess)


def source_fault(text: str, known: Attribution, guess: Attribution) -> str:
    """Why the source of a quotation that was found is wrong."""
    if not guess.source:
        if crosses(text, known.source, known.cue or known.content):
            return "source: none found, it stands in another sentence"
        return "source: none found, it stands in the sentence"
    if not known.source:
        return "source: one found, there is none"
    if shared(known.source, guess.source):
        longer, shorter = size(guess.source) > size(known.source), "shorter than the gold's"
        words = text[slice(*guess.source[0])].lower().split()
        if longer and _RELATIVE & set(words):
            return "source: longer, by a relative clause"
        return f"source: {'longer' if longer else shorter}"
    words = text[slice(*known.source[0])].lower().split()
    guessed = text[slice(*guess.source[0])].lower().split()
    if (len(words) == 1 and words[0] in _PRONOUNS) or (len(guessed) == 1 and guessed[0] in _PRONOUNS):
        return "source: another one, a pronoun on one side"
    if guess.cue and known.cue and not shared(known.cue, guess.cue):
        return "source: another one, by another cue"
    return "source: another one, by the same cue"


def extent_fault(
    text: str, known: Attribution, guess: Attribution, parts: int, gold: Sequence[Attribution]
) -> str:
    """How a quotation was cut otherwise."""
    held = sum(1 for other in gold if shared(other.content, guess.content) > size(other.content) / 2)
    if held > 1:
        return "extent: several run together"
    if parts > 1:
        return "extent: one in parts"
    if size(guess.content) > size(known.content):
        if crosses(text, guess.content, known.content):
            return "extent: goes on over a sentence's end"
        return "extent: longer in its sentence"
    if crosses(text, known.content, guess.content):
        return "extent: stops at a sentence's end"
    if known.cue and min(s for s, _ in known.content) < known.cue[0][0] < max(e for _, e in known.content):
        return "extent: one side of the cue is lacking"
    return "extent: shorter in its sentence"


def missed_fault(
    text: str, known: Attribution, found: Sequence[Attribution], gold: Sequence[Attribution]
) -> str:
    """What kind of quotation was not seen at all."""
    if any(shared(known.content, guess.content) > size(known.content) / 2 for guess in found):
        return "missed: its words are another quotation's"
    if is_marked(text, known.content):
        return "missed: in quotation marks"
    if not known.cue:
        return "missed: no cue"
    return f"missed: {act(text, known)}"


def spurious_fault(text: str, guess: Attribution, gold: Sequence[Attribution]) -> str:
    """What was taken for a quotation where there is none."""
    if any(shared(guess.content, known.content) > size(guess.content) / 2 for known in gold):
        return "spurious: inside another's words"
    if is_marked(text, guess.content):
        return "spurious: in quotation marks"
    return f"spurious: {act(text, guess)}"


def act(text: str, one: Attribution) -> str:
    """The act that an attribution's cue names."""
    if not one.cue:
        return "no cue"
    cue = text[slice(*one.cue[0])]
    said = text[slice(*one.content[0])]
    source = text[slice(*one.source[0])] if one.source else ""
    return str(act_of(cue, before="", after="", source=source, content=said)[0])


def is_marked(text: str, spans: Sequence[Span]) -> bool:
    """Whether quotation marks stand in or at the spans."""
    around = [text[max(0, start - 2) : end + 2] for start, end in spans]
    return any(mark in part for part in around for mark in (*_MARKS, "''", "``"))


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def size(spans: Sequence[Span]) -> int:
    """How many characters spans have."""
    return sum(end - start for start, end in spans)


def crosses(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the first spans stand in a sentence that the others do not reach."""
    every = [*one, *other]
    low, high = min(start for start, _ in every), max(end for _, end in every)
    bounds = [low + start for start, _ in sentences(text[low:high])]

    def inside(spans: Sequence[Span]) -> set[int]:
        return set(chain.from_iterable(range(at(start), at(end - 1) + 1) for start, end in spans))

    def at(place: int) -> int:
        return sum(1 for bound in bounds if bound <= place)

    return bool(inside(one) - inside(other))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.errors", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument(
        "--weights", type=Path, default=WEIGHTS, help="those of the package where none are named"
    )
    parser.add_argument("--since", default="2016-07-01", help="articles from this date on")
    parser.add_argument("--examples", help="show those of a kind")
    options = parser.parse_args()
    tagger = Tagger(weights=options.weights)
    chosen = [
        article for article in read_split(options.data, "train") if published_since(article.id, options.since)
    ]
    counts: Counter[str] = Counter()
    found = {}
    for article in chosen:
        found[article.id] = read(article, tagger)
        for fault in faults(article, found[article.id]):
            counts[fault.kind] += 1
            if fault.kind == options.examples:
                show(article, fault)
    print(score(chosen, found).table())
    for kind, count in counts.most_common():
        print(f"{count:5d}  {kind}")


def read(article: GoldArticle, tagger: Tagger) -> tuple[Attribution, ...]:
    """What a tagger finds in an article."""
    body, _ = read_article(article.text.encode(), plain=True)
    body, quotations = find_quotations(body, tagger=tagger)
    return predictions(Record(article=body, quotations=quotations))


def show(article: GoldArticle, fault: Fault) -> None:
    """Print one error with the words around it."""
    start = min(place for side in (fault.gold, fault.found) if side for place, _ in side.content)
    print(f"{article.id} …{article.text[max(0, start - 200) : start + 300]!r}…")
    for name, side in (("gold", fault.gold), ("found", fault.found)):
        if side is not None:
            roles = (side.source, side.cue, side.content)
            print(f"    {name}: {[[article.text[slice(*span)] for span in spans] for spans in roles]}")


if __name__ == "__main__":
    main()
