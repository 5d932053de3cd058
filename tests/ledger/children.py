"""Real processes that run the real command, started quickly: they are forked from one that has imported it."""

import multiprocessing
import os
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from onrecord.cli import onrecord
from onrecord.formats import to_json
from onrecord.model import Record

from .written import make_record

CONTEXT: ForkServerContext = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["onrecord.cli", "onrecord.ledger.ledger", "onrecord.formats", "psycopg"])
PLACES = "quay harbour bridge council ferry market station library school hospital".split()
SPEAKERS = ("Ada Quill", "Mira Osk", "Tobias Renn", "Edda Marlow", None)


def made_records(count: int, *, first: int = 0) -> list[Record]:
    """Articles that differ, every fifth a newer version of the one before it."""
    found = []
    for number in range(first, first + count):
        place, speaker = PLACES[number % len(PLACES)], SPEAKERS[number % len(SPEAKERS)]
        story = number - (number % 5 == 4)
        text = (
            f"The {place} number {story} is closed, and was on day {number}.\n\n"
            f"“We will open the {place} again,” said {speaker or 'a clerk'}. “That takes {number} days.”"
        )
        quotes = ((f"We will open the {place} again,", speaker), (f"That takes {number} days.", speaker))
        found.append(
            make_record(text, path=f"story-{story}.txt", outlet=f"Outlet {number % 7}", quotes=quotes)
        )
    return found


def write_records(path: Path, records: list[Record]) -> Path:
    """Records as JSON Lines, for `onrecord import`."""
    path.write_bytes(b"".join(to_json(record) + b"\n" for record in records))
    return path


def start_import(path: Path, url: str) -> BaseProcess:
    """Start `onrecord import` in a process of its own, which stops with the command's exit code."""
    child = CONTEXT.Process(target=run_command, args=(["import", str(path), "--ledger", url],))
    child.start()
    return child


def run_command(arguments: list[str]) -> None:
    """What the child does."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    onrecord(arguments, prog_name="onrecord")
