"""Copies of articles as text for people and as JSON Lines."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from onrecord.formats.dates import spoken
from onrecord.formats.jsonl import to_json
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import filled, painted, shortened
from onrecord.model import Article
from onrecord.traces import Condition, Copy, TextChange

BOLD, DIM = "1", "2"
MOST_CHANGES = 12  # shown of one copy; JSON Lines has them all
_ASKED = {
    "whole": "leave the text whole",
    "source": "name the source",
    "author": "name the author",
    "copyright": "give the copyright",
    "link": "link to the page",
    "non_commercial": "earn nothing by it",
    "permission": "ask first",
}
ArticleOf = Callable[[str], Article]


def write_copies(
    copies: Iterable[Copy],
    out: BinaryIO,
    *,
    form: str,
    article_of: ArticleOf,
    width: int,
    colour: bool = False,
) -> int:
    """Write copies as `text` or `jsonl`, each as soon as it is found; how many there were."""
    count = 0
    for copy in copies:
        if form == "jsonl":
            out.write(to_json(copy) + b"\n")
        else:
            lines = to_lines(copy, article_of(copy.a), article_of(copy.b), width=width, colour=colour)
            out.write((("\n" if count else "") + "\n".join(lines) + "\n").encode())
        count += 1
    return count


def to_lines(copy: Copy, a: Article, b: Article, *, width: int, colour: bool = False) -> Iterator[str]:
    """One copy in lines: the two articles, what is shared and changed, and what the copy says of its original."""
    swapped = copy.direction == "b<a"
    first, second = (b, a) if swapped else (a, b)
    title = one_line(first.title or second.title or first.path or copy.a)
    yield painted(shortened(title, width), BOLD if colour else "")
    names = ("one  ", "other") if copy.direction is None else ("first", "copy ")
    yield shortened(f"  {names[0]}  {_named(first)}", width)
    yield shortened(f"  {names[1]}  {_named(second)}", width)
    for text in (_shared(copy), _first(copy), _acknowledged(copy)):
        yield from filled([(text, "")], width=width, indent="  ")
    shown = copy.changes[:MOST_CHANGES]
    for change in shown:
        yield from _change(change, a, b, swapped=swapped, width=width, colour=colour)
    if len(copy.changes) > len(shown):
        yield f"    and {len(copy.changes) - len(shown)} more changes"
    for terms in copy.terms:
        stated = a if terms.stated_by == "a" else b
        whose = {True: "the original's terms", False: "the copy's own terms", None: "terms of one side"}[
            terms.binding
        ]
        text = f"{whose} ({one_line(stated.outlet or stated.path or 'unnamed')}): {one_line(terms.text)}"
        yield from filled([(text, "")], width=width, indent="  ")
        for condition in terms.conditions:
            yield from filled([(_condition(condition), "")], width=width, indent="    ")


def _named(article: Article) -> str:
    facts = [article.outlet, spoken(article.published), article.path]
    return one_line(" · ".join(fact for fact in facts if fact))


def _shared(copy: Copy) -> str:
    first, second = (1, 0) if copy.direction == "b<a" else (0, 1)
    only = (copy.only_a, copy.only_b)
    told = [f"{copy.shared:.0%} of the shorter text stands in the other"]
    if copy.direction is None:
        told += [f"words of their own: {only[0]} of {copy.words[0]} and {only[1]} of {copy.words[1]}"]
    else:
        told += [f"of {copy.words[first]} words {only[first]} dropped or changed, {only[second]} added"]
    if copy.moved:
        told.append(f"{copy.moved} moved")
    return "; ".join(told)


def _first(copy: Copy) -> str:
    if copy.direction is None:
        return "which was first: not known" + (
            ", the signs disagree" if any(s.first for s in copy.signs) else ""
        )
    side = "b" if copy.direction == "b<a" else "a"
    kinds = {
        "original": "the copy gives its original as",
        "link": "the copy links to",
        "credit": "the copy's credit",
        "byline": "the copy's byline",
        "dateline": "the copy's dateline",
        "notice": "the copy's notice",
        "line": "the copy's line",
        "date": "by date",
        "marks": "by marks of editing",
        "cut": "by its length",
    }
    sign = next(sign for sign in copy.signs if sign.first == side)
    return f"which was first: {kinds[sign.kind]}: {one_line(sign.text)}"


def _acknowledged(copy: Copy) -> str:
    said = {True: "yes", False: "no", None: "cannot be told"}[copy.acknowledged]
    return f"says where it is from: {said}"


def _change(
    change: TextChange, a: Article, b: Article, *, swapped: bool, width: int, colour: bool
) -> Iterator[str]:
    left, right = one_line(a.body[slice(*change.a)]), one_line(b.body[slice(*change.b)])
    before, after = (right, left) if swapped else (left, right)
    room = max(20, width - 6)
    if change.op == "move":
        yield shortened(f"    ↔ {before}", room)
        return
    if before:
        yield painted(shortened(f"    − {before}", room), "31" if colour else "")
    if after:
        yield painted(shortened(f"    + {after}", room), "32" if colour else "")


def _condition(condition: Condition) -> str:
    kept = {True: "kept", False: "broken", None: "unknown"}[condition.kept]
    return f"{_ASKED[condition.name]}: {kept} ({one_line(condition.why)})"
