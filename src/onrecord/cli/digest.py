"""`onrecord digest`: what a ledger got in some days."""

import click

from onrecord.cli.days import day
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused
from onrecord.cli.output import let_go_of_standard_output, opened

FORMATS = ("text", "html", "json")


@click.command()
@ledger_option
@click.option(
    "--since", metavar="DAY", required=True, help="What was added on this day (2031-10-15, UTC) or later."
)
@click.option("--until", metavar="DAY", help="What was added on this day or earlier; else up to now.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The form."
)
@click.option("--output", metavar="FILE", help="Write to this file, not to standard output.")
@click.option(
    "--site",
    metavar="URL",
    help="Lead to the pages of `onrecord serve` at this address, not to the articles.",
)
def digest(
    address: str | None, since: str, until: str | None, form: str, output: str | None, site: str | None
) -> None:
    """Tell what was added to a ledger: who was quoted, verdicts, changed quotes, copies, families, failures.

    The days are those of adding, not of publication. Every section shows the first and says how many there are. html is
    fit for an e-mail: styles in place, nothing loaded, no script.

    \b
    onrecord digest --since 2031-10-15 --ledger bridge.db
    onrecord digest --since 2031-10-15 --until 2031-10-15 --format html --output day.html --site http://127.0.0.1:8000

    Exit code: 0, also where nothing was added, or 2 on wrong use.
    """
    from onrecord.formats.fragments import web_address

    first, last = day("--since", since), day("--until", until)
    if first is None:
        raise Refused("--since takes a day such as 2031-10-15.")
    where = None if site is None else web_address(site)
    if site is not None and where is None:
        raise Refused(f"--site takes an address such as http://127.0.0.1:8000, not {site}.")
    with opened_ledger(address) as ledger, ledger.read() as connection:
        from onrecord.ledger.digest import digest_of

        found = digest_of(connection, since=first, until=last)
    match form:
        case "html":
            from onrecord.ledger.digest_html import to_html

            data = to_html(found, site=where).encode()
        case "json":
            from onrecord.formats.jsonl import to_json

            data = to_json(found) + b"\n"
        case _:
            from onrecord.ledger.digest_text import to_text

            data = to_text(found, site=where).encode()
    with opened(output) as out:
        try:
            out.write(data)
            out.flush()
        except BrokenPipeError:
            let_go_of_standard_output()
