"""Invented debates on invented coasts: dated transcripts, written by a small grammar, to cut utterances from."""

import random
from datetime import date, timedelta
from pathlib import Path

SPEAKERS = (
    "ORLA HALVORSEN",
    "BEN OKONJO",
    "DESMOND PRYCE",
    "ASTRID LINDQVIST",
    "TOMAS VEIGA",
    "RUTH ADEBAYO",
)
_WHO = (
    "The harbour board", "My late grandfather", "Every baker on Tern Island", "This council", "The ferry company",
    "A schoolteacher from Osk", "The minister for fish", "Half of the pilots", "Your own engineer", "The new bishop",
    "Nobody in the cannery", "The lighthouse keeper", "Our northern neighbours", "The widow Marrable",
    "That consultant",
)  # fmt: skip
_DID = (
    "has promised", "refused to mend", "never paid for", "wrote a long letter about", "was frightened by",
    "would rather sell", "voted twice against", "has forgotten", "cannot explain", "laughed at", "borrowed money for",
    "lost the drawings of", "buried the report on", "sang a hymn about", "measured",
)  # fmt: skip
_WHAT = (
    "the granite quay", "a second foghorn", "the toll for carts", "seventeen wet steps", "the herring tariff",
    "our only dredger", "the winter timetable", "a pension for divers", "the clock above the market",
    "three rusted cranes", "the oyster licence", "a railway to Oster", "the salt warehouse", "the choir's old roof",
    "those copper lanterns", "the eel ladder", "a tunnel under the bay",
)  # fmt: skip
_WHEN = (
    "before the ice came", "in the spring of 1987", "while the tide was out", "on the night of the fire",
    "after the second inquiry", "when butter was cheap", "during the long strike", "without asking anyone",
    "for the third time", "against all advice", "in front of the children", "to please the mainland",
)  # fmt: skip
_SO = (
    "and I don't think the public has been told", "and we are going to finish what we began",
    "but you know that already", "because it is cheaper than honesty", "so let us stop pretending",
    "and they will not forgive us for it", "which my opponent calls progress", "and two winters are enough",
    "although the ledgers say otherwise", "and it's a scandal with a brass handle",
)  # fmt: skip
_LINES = (
    "A town without a ferry is a town with a moat and no castle",
    "We will raise the wall and we will not raise the rates",
    "I was born on this quay and I mean to be buried above the tide line",
    "They sold the fog and now they would like to sell us the horn",
)
_PHRASES = (
    "Let me finish",
    "The harbour comes first",
    "We will not negotiate with weather",
    "Thank you all very much",
)


def write_debates(folder: Path, *, debates: int = 14, turns: int = 40, seed: int = 5) -> Path:
    """Some debates a month apart; lines come again, phrases are everybody's, and one file has no date."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(debates):
        day = date(2019, 1, 7) + timedelta(days=36 * number)
        text = _debate(chance, turns)
        (folder / f"{day.isoformat()}_debate.txt").write_text(text, encoding="utf-8")
    (folder / "undated.txt").write_text(_debate(chance, turns), encoding="utf-8")
    return folder


def _debate(chance: random.Random, turns: int) -> str:
    lines = ["Debate in the Hall of Nets", ""]
    for number in range(turns):
        said = [_sentence(chance) for _ in range(chance.randint(2, 5))]
        if chance.random() < 0.15:
            said.append(chance.choice(_LINES) + ".")
        if chance.random() < 0.3:
            said.insert(0, chance.choice(_PHRASES) + ".")
        lines += [f"{SPEAKERS[number % len(SPEAKERS)]}: {' '.join(said)}", ""]
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    parts = [chance.choice(_WHO), chance.choice(_DID), chance.choice(_WHAT), chance.choice(_WHEN)]
    if chance.random() < 0.5:
        parts[-1] += f", {chance.choice(_SO)}"
    if chance.random() < 0.3:
        parts.insert(0, f"In the year {chance.randint(1801, 1999)},")
    return " ".join(parts) + "."
