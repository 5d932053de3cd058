"""`onrecord trace`: where words and articles come from. One file a command beside this one."""

import click

from onrecord.cli.trace_copies import copies
from onrecord.cli.trace_families import families
from onrecord.cli.trace_words import words


class WordsFirst(click.Group):
    """A group whose commands are named, and which takes anything else as words to trace."""

    default = "words"

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Put the default command's name before words that are no command."""
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if self.default in self.commands and first is not None and first not in self.commands:
            args = [self.default, *args]
        return super().parse_args(context, args)


@click.group("trace", cls=WordsFirst)
def trace() -> None:
    """Follow words and articles back to where they are from."""


trace.add_command(words)
trace.add_command(copies)
trace.add_command(families)
