"""How well a check did on quotes of known truth: verdicts, places and flags, overall and kind by kind."""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec

from onrecord.check.index import index_files
from onrecord.check.quote import check_passage
from onrecord.findings import FAITHFUL, Flag, Place, Verdict
from onrecord.measure.check_set import Truth
from onrecord.measure.lines import read_lines
from onrecord.words import words


class _Quote(msgspec.Struct, frozen=True):
    id: str
    text: str
    speaker: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is scored of one line that `onrecord check` wrote."""

    id: str
    verdict: Verdict
    flags: tuple[str, ...] = ()
    document: Place | None = None
    dropped: tuple[str, ...] = ()


class FlagScore(msgspec.Struct, frozen=True, kw_only=True):
    """One flag: how often it was given and true, given and false, true and not given."""

    flag: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the given ones that are true; 1 where none was given."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the true ones that were given; 1 where none is true."""
        return _share(self.right, self.right + self.missed)


class CheckError(msgspec.Struct, frozen=True, kw_only=True):
    """One quote that was not answered rightly, and in what: verdict, place, flags or dropped."""

    id: str
    kind: str
    wrong: tuple[str, ...]
    truth: Truth
    found: Answer | None


class CheckScores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one run. `called_faithful`: ids of unfaithful or absent quotes called faithful."""

    quotes: int
    unanswered: int
    right: int
    kinds: dict[str, tuple[int, int]]
    confusion: dict[str, dict[str, int]]
    called_faithful: tuple[str, ...]
    faithful: int
    faithful_missed: tuple[str, ...]
    placed: int
    place_right: int
    dropped: int
    dropped_right: int
    flags: tuple[FlagScore, ...]
    errors: tuple[CheckError, ...]

    @property
    def verdict_right(self) -> float:
        """The share of all quotes with the right verdict."""
        return _share(self.right, self.quotes)

    @property
    def place_exact(self) -> float:
        """The share, of the quotes found that are truly there, with a place right to the character."""
        return _share(self.place_right, self.placed)

    def table(self) -> str:
        """The figures as text, for people."""
        lines = [
            f"quotes                               {self.quotes:8}   unanswered {self.unanswered}",
            f"verdict right                        {self.verdict_right:8.4f}",
            f"unfaithful called verbatim or edited {len(self.called_faithful):8}",
            f"faithful called otherwise            {_share(len(self.faithful_missed), self.faithful, empty=0.0):8.4f}"
            f"   {len(self.faithful_missed)} of {self.faithful}",
            f"place exact to the character         {self.place_exact:8.4f}   of {self.placed} found",
            f"words of marked gaps right           {_share(self.dropped_right, self.dropped):8.4f}   of {self.dropped}",
            "",
            f"{'flag':20} {'precision':>10} {'recall':>10} {'right':>7} {'wrong':>7} {'missed':>7}",
        ]
        lines += [
            f"{one.flag:20} {one.precision:10.4f} {one.recall:10.4f} {one.right:7} {one.wrong:7} {one.missed:7}"
            for one in self.flags
        ]
        lines += ["", f"{'kind':28} {'right':>7} {'of':>6}   truth > found, where they differ"]
        for kind, (right, total) in self.kinds.items():
            wrong = [
                f"{pair} {n}"
                for pair, n in sorted(self.confusion[kind].items())
                if len(set(pair.split(" > "))) > 1
            ]
            lines.append(f"{kind:28} {_share(right, total):7.4f} {total:6}   {', '.join(wrong)}")
        return "\n".join(lines) + "\n"


def evaluate_checks(folder: Path, *, progress: Callable[[int, int], None] | None = None) -> CheckScores:
    """Check the quotes of a set that `make_check_set` made, with onrecord's own checker, and score them.

    Raises `UnreadableInput` where the folder holds no such set.
    """
    quotes = read_lines(folder / "quotes.jsonl", _Quote)
    paths = sorted(str(path) for path in (folder / "documents").rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory(prefix="onrecord-") as made, index_files(paths) as index:
        found = Path(made) / "found.jsonl"
        with found.open("wb") as out:
            for number, quote in enumerate(quotes):
                check = check_passage(quote.text, index, id=quote.id, speaker=quote.speaker, versions=False)
                out.write(msgspec.json.encode(check) + b"\n")
                if progress is not None:
                    progress(number + 1, len(quotes))
        return score_checks(folder / "truth.jsonl", found)


def score_checks(truth: Path, found: Path) -> CheckScores:
    """Lay the lines that a check wrote beside the truth; raises `InputError` where a file cannot be used."""
    truths = read_lines(truth, Truth)
    answers = {answer.id: answer for answer in read_lines(found, Answer)}
    right, unanswered, placed, place_right, dropped, dropped_right, faithful = 0, 0, 0, 0, 0, 0, 0
    kinds: dict[str, list[int]] = {}
    confusion: dict[str, Counter[str]] = {}
    flags: dict[str, Counter[str]] = {flag: Counter() for flag in get_args(Flag)}
    called_faithful, faithful_missed, errors = [], [], []
    for one in truths:
        answer = answers.get(one.id)
        tally = kinds.setdefault(one.kind, [0, 0])
        tally[1] += 1
        verdict = answer.verdict if answer else "no answer"
        confusion.setdefault(one.kind, Counter())[f"{one.verdict} > {verdict}"] += 1
        wrong = []
        if verdict == one.verdict:
            right += 1
            tally[0] += 1
        else:
            wrong.append("verdict")
        faithful += one.verdict in FAITHFUL
        if one.verdict in FAITHFUL and verdict not in FAITHFUL:
            faithful_missed.append(one.id)
        if one.verdict not in FAITHFUL and verdict in FAITHFUL:
            called_faithful.append(one.id)
        if answer is None:
            unanswered += 1
        else:
            if one.all_places and answer.document is not None:
                placed += 1
                exact = any(_same_place(place, answer.document) for place in one.all_places)
                place_right += exact
                wrong += [] if exact else ["place"]
            if one.dropped and answer.verdict == one.verdict:
                dropped += 1
                same = [_keys(text) for text in one.dropped] == [_keys(text) for text in answer.dropped]
                dropped_right += same
                wrong += [] if same else ["dropped"]
        wrong += _count_flags(one, answer, flags)
        if wrong:
            errors.append(CheckError(id=one.id, kind=one.kind, wrong=tuple(wrong), truth=one, found=answer))
    return CheckScores(
        quotes=len(truths),
        unanswered=unanswered,
        right=right,
        kinds={kind: (tally[0], tally[1]) for kind, tally in sorted(kinds.items())},
        confusion={kind: dict(counts) for kind, counts in sorted(confusion.items())},
        called_faithful=tuple(called_faithful),
        faithful=faithful,
        faithful_missed=tuple(faithful_missed),
        placed=placed,
        place_right=place_right,
        dropped=dropped,
        dropped_right=dropped_right,
        flags=tuple(
            FlagScore(flag=flag, right=counts["right"], wrong=counts["wrong"], missed=counts["missed"])
            for flag, counts in flags.items()
        ),
        errors=tuple(errors),
    )


def _count_flags(truth: Truth, answer: Answer | None, flags: dict[str, Counter[str]]) -> list[str]:
    given = set(answer.flags) if answer else set()
    wrong = []
    for flag, counts in flags.items():
        if flag in truth.unsure:
            continue
        if flag in truth.flags:
            counts["right" if flag in given else "missed"] += 1
        elif flag in given:
            counts["wrong"] += 1
        if (flag in truth.flags) != (flag in given):
            wrong.append(flag)
    return wrong


def _same_place(truth: Place, found: Place) -> bool:
    """Paths may be given from elsewhere: the truth's is the end of the answer's."""
    same_file = found.path == truth.path or found.path.endswith("/" + truth.path)
    return same_file and tuple(found.span) == tuple(truth.span)


def _keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def _share(part: int, whole: int, *, empty: float = 1.0) -> float:
    return part / whole if whole else empty
