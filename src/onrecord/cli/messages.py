"""What the command line says on standard error, and how it refuses what cannot be done."""

import click


class Refused(click.ClickException):
    """The command cannot be carried out as it was given: one sentence, and exit code 2."""

    exit_code = 2


def say(message: str) -> None:
    """One message on standard error, harmless to a terminal whatever names it holds."""
    from onrecord.formats.visible import one_line

    click.echo(f"onrecord: {one_line(message)}", err=True)
