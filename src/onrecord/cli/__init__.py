"""The command line: one file a verb. Nothing heavy is imported until a verb runs, so that --help is quick."""

import click

from onrecord.cli import add as adding
from onrecord.cli import authority as authorities
from onrecord.cli import backup as backing
from onrecord.cli import check as checking
from onrecord.cli import correct as correcting
from onrecord.cli import corrections as recalling
from onrecord.cli import digest as digesting
from onrecord.cli import eval as measuring
from onrecord.cli import export as exporting
from onrecord.cli import import_ as importing
from onrecord.cli import read as reading
from onrecord.cli import register as registering
from onrecord.cli import remove as removing
from onrecord.cli import search as searching
from onrecord.cli import serve as serving
from onrecord.cli import stats as counting
from onrecord.cli import trace as tracing
from onrecord.cli import versions as comparing
from onrecord.cli import who as recounting

__all__ = ["main", "onrecord"]


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from importlib.metadata import version

    click.echo(f"onrecord {version('onrecord')}")
    context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.option(
    *("--version",),
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and stop.",
)
def onrecord() -> None:
    """Who said what, when, by whose account: every quotation of a news article, with its evidence."""


onrecord.add_command(reading.read)
onrecord.add_command(adding.add)
onrecord.add_command(checking.check)
onrecord.add_command(measuring.evaluate)
onrecord.add_command(registering.register)
onrecord.add_command(authorities.authority)
onrecord.add_command(exporting.export)
onrecord.add_command(importing.import_)
onrecord.add_command(searching.search)
onrecord.add_command(recounting.who)
onrecord.add_command(counting.stats)
onrecord.add_command(digesting.digest)
onrecord.add_command(comparing.versions)
onrecord.add_command(correcting.correct)
onrecord.add_command(recalling.corrections)
onrecord.add_command(removing.remove)
onrecord.add_command(backing.backup)
onrecord.add_command(backing.restore)
onrecord.add_command(tracing.trace)
onrecord.add_command(serving.serve)


def main() -> None:
    """Run the command line: the program `onrecord`."""
    onrecord(prog_name="onrecord")
