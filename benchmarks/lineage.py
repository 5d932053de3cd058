"""Lineage against the truth: copying trees of invented printings, whose parents are known.

python -m benchmarks.lineage [--trees 200] [--half dev|held]

Each tree begins with a passage of the examples' transcripts. Some printings take it from the source, the others
from an earlier printing, with the words as that has them; each then may make changes of its own: a typing error, a
word dropped, added or replaced, a bracket, an ellipsis, a cut at either end, a contraction, another spelling. No
article names or copies another: only the words tell. A node is *decidable* where its parent's words differ from the
source by more than what two hands would do alone, or where it says what it was taken from. Printed are, among the
decidable ones, how many get the right parent (or, where several printings have the very same words, one of those
that leads to it), how many a wrong one, and how many none; and of those that came from the source itself, how many
were given a parent wrongly. Trees with even seeds were used to choose the weights, those with odd ones decide.
"""

import argparse
import random
import re
from pathlib import Path
from typing import NamedTuple

from onrecord.check.documents import Document, document_from_text
from onrecord.trace.lineage import lineage
from onrecord.traces import Printing

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "documents"
SPEAKER = re.compile(r"^(?:MS\.|MAYOR) \w+: ", re.MULTILINE)
SYNONYMS = {
    "boats": "ships", "speak": "talk", "hours": "times", "carts": "wagons", "plain": "clear", "people": "folk",
    "town": "city", "letters": "notes", "policy": "rule", "ready": "willing", "dark": "night", "keep": "hold",
}  # fmt: skip
LIGHT = {
    "do not": "don't", "is not": "isn't", "it is": "it's", "harbour": "harbor", "we have": "we've",
}  # fmt: skip
ADDED = ("very", "really", "now", "always", "indeed", "still")
BRACKETS = ("[the harbour]", "[Kessary]", "[Dunwarrow]", "[the mayor]", "[Oake]", "[the bridge]")


class Node(NamedTuple):
    """A printing of a tree: its number, its day, its words, its true parent, and whether that can be told."""

    number: int
    day: int
    text: str
    parent: int | None
    told: bool  # whether the parent has a change that does not come about twice


def passages(text: str) -> list[str]:
    """Runs of one to four sentences of the transcripts' answers, of 15 to 60 words."""
    found = []
    for turn in re.split(r"\n\s*\n", SPEAKER.sub("", text)):
        sentences = re.split(r"(?<=[.?]) ", turn.replace("\n", " "))
        for start in range(len(sentences)):
            for end in range(start + 1, start + 5):
                passage = " ".join(sentences[start:end])
                if 15 <= len(passage.split()) <= 60 and ":" not in passage and "(" not in passage:
                    found.append(passage)
    return sorted(set(found))


def change(text: str, dice: random.Random) -> tuple[str, bool]:
    """One change of a text, and whether two hands would hardly make it alike."""
    tokens = text.split()
    at = dice.randrange(1, max(2, len(tokens) - 1))
    kind = dice.choice(("typo", "drop", "add", "replace", "bracket", "ellipsis", "cut", "light", "light"))
    if len(tokens) < 10 and kind in ("drop", "ellipsis", "cut"):
        kind = "typo"
    match kind:
        case "typo":
            long = [place for place, token in enumerate(tokens) if len(token) > 4 and token.isalpha()]
            if not long:
                return text, False
            at = dice.choice(long)
            letter = dice.randrange(1, len(tokens[at]) - 2)
            word = tokens[at]
            tokens[at] = word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :]
            return " ".join(tokens), tokens[at] != word
        case "drop":
            del tokens[at]
            return " ".join(tokens), True
        case "add":
            tokens.insert(at, dice.choice(ADDED))
            return " ".join(tokens), True
        case "replace":
            known = [place for place, token in enumerate(tokens) if token.strip(".,") in SYNONYMS]
            if not known:
                return text, False
            at = dice.choice(known)
            tokens[at] = tokens[at].replace(tokens[at].strip(".,"), SYNONYMS[tokens[at].strip(".,")])
            return " ".join(tokens), True
        case "bracket":
            tokens[at] = dice.choice(BRACKETS)
            return " ".join(tokens), True
        case "ellipsis":
            length = dice.randrange(2, max(3, len(tokens) // 3))
            tokens[at : at + length] = ["..."]
            return " ".join(tokens), True
        case "cut":
            length = dice.randrange(1, max(2, len(tokens) // 3))
            kept = tokens[length:] if dice.random() < 0.5 else tokens[:-length]
            return " ".join(kept), True
    for long_form, short in dice.sample(sorted(LIGHT.items()), len(LIGHT)):
        if long_form in text:
            return text.replace(long_form, short, 1), False
    return text, False


def tree(seed: int, sources: list[str]) -> tuple[str, list[Node]]:
    """A source passage and its printings, in order of their days (several may share one)."""
    dice = random.Random(seed)
    source = dice.choice(sources)
    nodes: list[Node] = []
    day = 1
    for number in range(dice.randrange(4, 25)):
        day += dice.choice((0, 0, 1, 1, 2))
        earlier = [node for node in nodes if node.day < day] or None
        parent = dice.choice(earlier) if earlier and dice.random() < 0.65 else None
        text = parent.text if parent else source
        for _ in range(dice.choice((0, 0, 1, 1, 2))):
            text, _ = change(text, dice)
        if len(text.split()) >= 5:
            nodes.append(Node(number, day, text, parent.number if parent else None, False))
    told = {node.number: _telling(node.text, source) for node in nodes}
    return source, [node._replace(told=node.parent is not None and told[node.parent]) for node in nodes]


def _telling(text: str, source: str) -> bool:
    """Whether a text has more than a cut or a light change: words that the source has not, or a gap inside."""
    for long_form, short in LIGHT.items():
        text, source = text.replace(short, long_form), source.replace(short, long_form)
    return text not in source


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--trees", type=int, default=200)
    parser.add_argument("--half", choices=("dev", "held"), default="held")
    parser.add_argument("--no-document", action="store_true", help="without the source's transcript")
    options = parser.parse_args()
    sources = [
        passage for path in sorted(EXAMPLES.glob("*.txt")) for passage in passages(path.read_text("utf-8"))
    ]
    counts = dict.fromkeys(("nodes", "decidable", "right", "wrong", "none", "source", "given"), 0)
    first = 0 if options.half == "dev" else 1
    for seed in range(first, 2 * options.trees, 2):
        source, nodes = tree(seed, sources)
        documents = [] if options.no_document else [document_from_text(source, path="source.txt")]
        count(nodes, documents, counts)
    print(f"{options.trees} trees ({options.half}), {counts['nodes']} printings")
    told = counts["decidable"]
    print(f"decidable: {told}: right {counts['right']} ({counts['right'] / told:.3f}), "
          f"wrong {counts['wrong']} ({counts['wrong'] / told:.3f}), none {counts['none']}")  # fmt: skip
    answered = counts["right"] + counts["wrong"] + counts["given"]
    print(f"right among all that were given a parent: {counts['right'] / answered:.3f}")
    print(f"from the source itself: {counts['source']}, given a parent: {counts['given']}")


def count(nodes: list[Node], documents: list[Document], counts: dict[str, int]) -> None:
    """Add what one tree's lineage got right and wrong to the counts."""
    printings = [
        Printing(
            id=node.number,
            text=node.text,
            article=f"a{node.number}",
            published=f"2024-{1 + node.day // 28:02}-{1 + node.day % 28:02}",
        )
        for node in nodes
    ]
    found = {member.id: member.parent for member in lineage(printings, documents=documents).members}
    at = {node.number: node for node in nodes}
    for node in nodes:
        counts["nodes"] += 1
        parent = found[node.number]
        if node.parent is None:
            counts["source"] += 1
            counts["given"] += parent is not None
        elif node.told:
            counts["decidable"] += 1
            if parent is None:
                counts["none"] += 1
            else:
                counts["right" if _is_right(at, node, int(parent)) else "wrong"] += 1


def _is_right(at: dict[int, Node], node: Node, parent: int) -> bool:
    """The true parent, or one with the very same words: nothing could tell the two apart."""
    return parent == node.parent or (node.parent is not None and at[parent].text == at[node.parent].text)


if __name__ == "__main__":
    main()
