"""Real quotations beside real transcripts: each in all of them, and only in those of another time (accidental hits).

    python benchmarks/pairs.py FOLDER

FOLDER holds polnear/ (real_pairs.jsonl and the articles) and transcripts/ (files that begin with their date, or have
it in their first line). The accidental hits: each quotation against the transcripts of every half month (or month,
where a file has no day) that is `DAYS` or more away from its article; the best verdict counts. Undated files are
left out.
"""

import calendar
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onrecord.check.index import index_files
from onrecord.check.passage import read_passage
from onrecord.check.quote import check_passage
from onrecord.findings import VERDICTS, Check

DAYS = 60
_DATE = re.compile(r"(20\d\d)-(\d\d)(?:-(\d\d))?")
_MARKS = "\"“”'‘’ "


class Pair(NamedTuple):
    """A quotation of an article: its words, when the article was printed, and what the list says of it."""

    text: str
    printed: date
    match: str


def read_pairs(folder: Path) -> list[Pair]:
    """The quotations, without their outer marks."""
    found = []
    for line in (folder / "real_pairs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = (folder / row["article"]).read_bytes().decode()[slice(*row["span"])].strip(_MARKS)
        year, month, day = _DATE.search(row["article"]).groups()
        found.append(Pair(text, date(int(year), int(month), int(day)), row["words_match"]))
    return found


def period_of(path: Path) -> tuple[date, date] | None:
    """The half month, or month, that a transcript is of."""
    found = _DATE.match(path.name) or _DATE.search(path.read_bytes()[:400].decode("utf-8", "replace"))
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    first, end = (1, last) if not day else (1, 15) if day <= 15 else (16, last)
    return date(year, month, first), date(year, month, end)


def band(pair: Pair) -> str:
    """Which row of the table a quotation belongs to, by its number of words."""
    words = len(read_passage(pair.text).words)
    return "fewer than 6" if words < 6 else "6 to 10" if words <= 10 else "more than 10"


def show(title: str, rows: Counter[tuple[str, str]]) -> None:
    """A table of verdicts, a line for each group."""
    print(f"{title:14} {'quotes':>7}", *(f"{verdict:>10}" for verdict in VERDICTS))
    for group in sorted({group for group, _ in rows}):
        counts = [rows[group, verdict] for verdict in VERDICTS]
        print(f"{group:14} {sum(counts):7}", *(f"{count:10}" for count in counts))


def main() -> None:
    data = Path(sys.argv[1])
    pairs = read_pairs(data / "polnear")
    paths = sorted(path for path in (data / "transcripts").glob("*/*") if path.is_file())
    with index_files([str(path) for path in paths]) as index:
        found = [check_passage(pair.text, index, versions=False).verdict for pair in pairs]
    show("the list says", Counter((pair.match, verdict) for pair, verdict in zip(pairs, found, strict=True)))
    periods: dict[tuple[date, date], list[str]] = defaultdict(list)
    for path in paths:
        period = period_of(path)
        if period is not None:
            periods[period].append(str(path))
    best: list[Check | None] = [None] * len(pairs)
    for (first, end), files in sorted(periods.items()):
        with index_files(files) as index:
            for number, pair in enumerate(pairs):
                away = max((first - pair.printed).days, (pair.printed - end).days)
                if away >= DAYS:
                    check = check_passage(pair.text, index, versions=False)
                    kept = best[number]
                    if kept is None or _rank(check) < _rank(kept):
                        best[number] = check
    print()
    hits = [(band(pair), check.verdict) for pair, check in zip(pairs, best, strict=True) if check is not None]
    show("words", Counter(hits))


def _rank(check: Check) -> tuple[int, float]:
    return VERDICTS.index(check.verdict), -check.similarity


if __name__ == "__main__":
    main()
