"""The reference pages made from the program itself: `python -m onrecord.cli.reference docs` writes them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from onrecord.cli import onrecord
from onrecord.findings import CheckedArticle
from onrecord.model import Record

WIDTH = 88

_HEAD = """# The command line

This page is made from the program's own `--help` (`make docs`); a test fails when it is stale.

"""


def command_line() -> str:
    """`docs/cli.md`: the help of every command, in the order that they are listed in."""
    parts = [
        f"## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in _helps(onrecord, "onrecord", None)
    ]
    return _HEAD + "\n".join(parts)


def json_schema() -> str:
    """`docs/schema.json`: the JSON Schema of one line of `onrecord read --format jsonl`."""
    return _schema(Record, "onrecord/1")


def check_schema() -> str:
    """`docs/check-schema.json`: of one line of `onrecord check`, for an article and (`Check`) for a quote."""
    return _schema(CheckedArticle, "onrecord/1 checked article")


def _schema(kind: type, title: str) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    schema |= msgspec.json.schema(kind)
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


def write_reference(folder: Path) -> None:
    """Write the pages into a folder."""
    (folder / "cli.md").write_text(command_line(), encoding="utf-8")
    (folder / "schema.json").write_text(json_schema(), encoding="utf-8")
    (folder / "check-schema.json").write_text(check_schema(), encoding="utf-8")


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    own = name.rpartition(" ")[2]
    settings = {**command.context_settings, "terminal_width": WIDTH}
    with click.Context(command, info_name=own, parent=parent, **settings) as context:
        yield name, command.get_help(context)
        if isinstance(command, click.Group):
            for below in command.list_commands(context):
                found = command.get_command(context, below)
                if found is not None:
                    yield from _helps(found, f"{name} {below}", context)


if __name__ == "__main__":
    write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
