"""`onrecord serve`: the ledger as pages in a browser, and as JSON."""

import click

from onrecord.cli.fetching import keep_option, prepare_folder
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say

PORT = 8470
TOKEN = "ONRECORD_TOKEN"


@click.command()
@ledger_option
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="The port; 0: any."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Any but this computer's own needs a token.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    help="A host name that it is reached by, behind a proxy or in a network; may be given several times.",
)
@click.option(
    "--token", envvar=TOKEN, help=f"Who shows this may add and change; better as ${TOKEN} than here."
)
@click.option("--private", is_flag=True, help="The token is needed to read as well.")
@click.option("--fetch", is_flag=True, help="Let the page fetch web addresses that people give it.")
@keep_option
def serve(
    address: str | None,
    port: int,
    host: str,
    names: tuple[str, ...],
    token: str | None,
    private: bool,
    fetch: bool,
    kept_in: str | None,
) -> None:
    """Show a ledger in the browser: articles with who said what, checks, speakers, families, copies, a search.

    The ledger is made where there is none yet, and things can be added on the page. The same answers are there as
    JSON under /api/v1. It listens to this computer alone unless --host says otherwise; then a token is needed to
    change anything, and with --private to read too. Nothing is fetched from anywhere without --fetch.

    Stop it with Ctrl+C. Exit code: 0, or 2 on wrong use and where it cannot start.
    """
    from onrecord.web.options import LOOPBACK, Options
    from onrecord.web.serving import run

    if host not in LOOPBACK and not token:
        raise Refused(
            f"--host {host} lets others in: give a token too (set {TOKEN}), so that not everybody may write."
        )
    if private and not token:
        raise Refused(f"--private needs a token: set {TOKEN}.")
    if token is not None and len(token) < 12:
        raise Refused("the token is too short to be safe: 12 characters or more.")
    prepare_folder(kept_in, fetch=fetch)
    known = (*LOOPBACK, host, *names) if host in LOOPBACK or names else ()
    options = Options(names=known, token=token, private=private, fetch=fetch, keep=kept_in)
    with opened_ledger(address, create=True) as ledger:
        try:
            run(ledger, options, host=host, port=port, started=_say_where)
        except OSError as error:
            raise Refused(
                f"{host}, port {port} cannot be listened on ({error.strerror or error}): choose another --port."
            ) from error


def _say_where(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    say(f"open http://{shown}:{port}/ in a browser; Ctrl+C stops it.")
