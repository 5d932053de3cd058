"""`onrecord trace`: where words and articles come from. One file a command beside this one."""

import click

from onrecord.cli.trace_copies import copies


@click.group("trace")
def trace() -> None:
    """Follow words and articles back to where they are from."""


trace.add_command(copies)
