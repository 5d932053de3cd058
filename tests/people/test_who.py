"""The pinned share of right speakers on the 120 train articles with labelled sources, gold source spans given.

The floor may only go up. Names are compared as the corpus's own `bench/who.py` compares them.
"""

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.model import Article, Mark, Quotation
from onrecord.people import resolve
from onrecord.quotes import find_passages
from onrecord.text import find_paragraphs

FLOORS = {"all": 0.955, "name": 0.99, "pronoun": 0.93, "nominal": 0.82}
POSITIONS = ("source", "cue", "content")


@pytest.fixture(scope="module")
def bench(corpus: Path) -> dict[str, ModuleType]:
    """The corpus's own reader and measure, loaded without leaving them importable to other tests."""
    loaded = {}
    for name in ("polnear", "score", "who"):
        spec = importlib.util.spec_from_file_location(name, corpus / "bench" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        loaded[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loaded[name])
    for name in loaded:
        del sys.modules[name]
    return loaded


@pytest.mark.corpus
def test_train_speakers_stay_above_their_floor(corpus: Path, bench: dict[str, ModuleType]) -> None:
    root = corpus / "data" / "polnear"
    wanted: dict[str, list[dict[str, object]]] = {}
    for line in (root / "who_train.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        if label["sure"] and label["kind"] != "none":
            wanted.setdefault(label["id"], []).append(label)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for stem, text, gold in bench["polnear"].load(root, "train"):
        if stem not in wanted:
            continue
        resolved = resolve(*_gold_quotations(text, gold))
        for label in wanted[stem]:
            name = " & ".join(speaker.name or "" for speaker in resolved[label["k"]].speakers)
            same = bench["who"].same(label["speaker"], name, label["kind"])
            for key in ("all", str(label["mention"])):
                total[key] += 1
                right[key] += same
    assert {key: right[key] / total[key] >= floor for key, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    ), {key: round(right[key] / total[key], 4) for key in FLOORS}


def _gold_quotations(text: str, gold: list[object]) -> tuple[Article, list[Quotation]]:
    paragraphs = find_paragraphs(text)
    marks = tuple(Mark(span=passage.span, role="quotation") for passage in find_passages(text, paragraphs))
    quotations = [
        Quotation(
            id=str(number),
            kind="indirect",
            by="gold",
            **{name: tuple(sorted(getattr(attribution, name))) for name in POSITIONS},
        )
        for number, attribution in enumerate(gold)
    ]
    return Article(text=text, paragraphs=paragraphs, marks=marks), quotations
