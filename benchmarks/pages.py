"""How fast pages are shown: the largest contentful paint and the layout shift of every kind of page, in Chromium.

    python -m benchmarks.pages              # over a ledger of the examples, served on this machine
    python -m benchmarks.pages --rounds 9   # the median of so many visits

"plain" is without JavaScript, where only the first contentful paint can be asked for; text is painted at once.
Each visit has a cache of its own, so that the style and the script are fetched again. The limits that the project sets
itself are 1 s and 0.05.
"""

import argparse
import logging
import statistics
import tempfile
from typing import NamedTuple

from playwright.sync_api import Browser
from tools.chromium import started
from tools.site import fill, pages_of, served

from onrecord.ledger.ledger import Ledger

ASKED = """() => new Promise((answer) => {
  let paint = 0, shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => answer([paint, shift]), 300);
})"""
FIRST = "performance.getEntriesByName('first-contentful-paint').map((entry) => entry.startTime)"


class Visit(NamedTuple):
    """One visit of a page: milliseconds to its largest paint (without JavaScript its first), and how far it moved."""

    paint: float
    shift: float


def main() -> None:
    """Print a line for every kind of page."""
    parser = argparse.ArgumentParser(description="how fast pages are shown")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    logging.disable(logging.INFO)
    print(f"{'page':<18}{'LCP':>8}{'plain':>8}   {'CLS':>6}   (medians of {rounds}, milliseconds)")
    with tempfile.TemporaryDirectory() as folder, Ledger.open(f"sqlite:///{folder}/bench.db") as ledger:
        fill(ledger)
        with served(ledger) as address, started() as browser:
            visit(browser, address, script=True)  # the templates are compiled by the first
            for kind, path in pages_of(address).items():
                with_script = [visit(browser, address + path, script=True) for _ in range(rounds)]
                plain = [visit(browser, address + path, script=False) for _ in range(rounds)]
                paint, bare = (statistics.median(one.paint for one in row) for row in (with_script, plain))
                worst = max(one.shift for one in (*with_script, *plain))
                print(f"{kind:<18}{paint:>8.0f}{bare:>8.0f}   {worst:>6.3f}", flush=True)


def visit(browser: Browser, address: str, *, script: bool) -> Visit:
    """Open a page in a new window and measure it."""
    context = browser.new_context(viewport={"width": 1280, "height": 844}, java_script_enabled=script)
    try:
        page = context.new_page()
        page.goto(address)
        if script:
            return Visit(*page.evaluate(ASKED))
        page.wait_for_timeout(300)
        return Visit(page.evaluate(FIRST)[0], 0.0)
    finally:
        context.close()


if __name__ == "__main__":
    main()
