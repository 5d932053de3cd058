"""How long a user waits for `onrecord --help` and for one short article: whole processes, median of seven.

python benchmarks/startup.py
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
ARTICLE = (
    "The ferry to Port Ansel will stop running in March, the harbour board said on Monday. "
    '"We cannot repair what is not there," said its chair, Odile Brandt.\n'
)


def seconds(command: list[str]) -> float:
    """The median wall time of a command."""
    measured = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        measured.append(time.perf_counter() - started)
    return statistics.median(measured)


def main() -> None:
    program = str(Path(sys.executable).parent / "onrecord")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(ARTICLE, encoding="utf-8")
        cases = [
            ("onrecord --help", [program, "--help"], 0.3),
            ("one short article", [program, "read", str(article), "--format", "jsonl"], 1.5),
        ]
        for name, command, limit in cases:
            taken = seconds(command)
            failed = failed or taken > limit
            verdict = "pass" if taken <= limit else "FAIL"
            print(f"{verdict}  {name:18s} {taken:.2f} s   (limit {limit} s, median of {RUNS})")
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
