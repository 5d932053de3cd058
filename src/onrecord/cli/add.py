"""`onrecord add`: articles into a ledger."""

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from onrecord.cli import fetching
from onrecord.cli.fetching import fetch_option, keep_option, prepare_folder
from onrecord.cli.inputs import STAGE, Input, expand, load, unread
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.cli.model import model_option
from onrecord.cli.progress import Progress
from onrecord.errors import InputError, UnreadableInput

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.check.documents import Document
    from onrecord.ledger.ledger import Kept, Ledger
    from onrecord.model import Record, TaggerModel

SOME_FAILED = 3


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@ledger_option
@click.option("--plain", is_flag=True, help="Take each input as a plain text body: no headline, no links.")
@click.option(
    "--documents",
    is_flag=True,
    help="Keep the inputs as documents to check quotes against: transcripts, speeches.",
)
@click.option(
    "--check", is_flag=True, help="Check the new quotations against the ledger, and keep the verdicts."
)
@model_option
@fetch_option
@keep_option
def add(
    inputs: tuple[str, ...],
    address: str | None,
    plain: bool,
    documents: bool,
    check: bool,
    model: "TaggerModel",
    fetch: bool,
    kept_in: str | None,
) -> None:
    """Read articles and keep them in a ledger, with every quotation and who said it.

    INPUT is whatever `onrecord read` takes: files and folders of text, HTML or PDF, and with --fetch web
    addresses. The ledger is made where there
    is none yet. What it has already is passed over, so the same command can be run again at any time: after it was
    stopped, it goes on where it was.

    An article that has changed since (other bytes from the same address, else the same path) is kept as a newer
    version, and what changed is said; `onrecord versions` shows it word for word.

    With --documents the inputs are texts to check against, and `onrecord check ARTICLE --against LEDGER` looks through
    them and through the articles. With --check that is done for each new article, and its verdicts are kept.

    Exit code: 0 when every input is in the ledger, 3 when some failed (they are kept as failures, with the
    reason), 2 on wrong use.
    """
    if documents and (plain or check or model != "default"):
        raise Refused(
            "--documents keeps texts to check against: it goes without --plain, --check and --model."
        )
    prepare_folder(kept_in, fetch=fetch)
    files = expand(inputs, fetch=fetch)
    with opened_ledger(address, create=True) as ledger:
        if documents:
            done = _add_documents(files, ledger, kept_in=kept_in)
        else:
            done = _add(files, ledger, plain=plain, check=check, model=model, kept_in=kept_in)
        name = ledger.name
    _tell(done, "documents" if documents else "articles", name)
    if done["failed"]:
        sys.exit(SOME_FAILED)


def _add(
    files: list[Input],
    ledger: "Ledger",
    *,
    plain: bool,
    check: bool,
    model: "TaggerModel",
    kept_in: str | None,
) -> Counter[str]:
    """Read and keep each article; how many of each state there are."""
    done: Counter[str] = Counter()
    base = os.getcwd()
    with Progress(len(files), "articles", shown=len(files) > 1) as progress:
        for number, item in enumerate(files):
            progress(number)
            kept = _keep(item, ledger, base, plain=plain, model=model, kept_in=kept_in)
            done[kept.state] += 1
            if kept.record is not None:
                done["quotations"] += len(kept.record.quotations)
                if kept.record.failures or kept.older is not None:
                    progress.clear()
                if _say_failures(item.path, kept.record):
                    done["failed"] += kept.state != "failed"
                if kept.state == "version":
                    click.echo(_version_line(item.path, kept))
            elif any(path == item.path for path, _ in ledger.failures(item.path)):
                done["failed"] += 1
                progress.clear()
                for _, failure in ledger.failures(item.path):
                    say(f"{item.path}: failed ({failure.stage}): {failure.reason}")
            if check and kept.record is not None and kept.state != "failed":
                from onrecord.ledger.checking import check_and_keep

                check_and_keep(ledger, kept.record)
    return done


def _keep(
    item: Input, ledger: "Ledger", base: str, *, plain: bool, model: "TaggerModel", kept_in: str | None
) -> "Kept":
    """Keep one input; its bytes tell whether it is known before the slow reading of it begins."""
    from onrecord.ledger.ledger import Kept
    from onrecord.model import article_id
    from onrecord.pipeline import read_bytes, read_fetched

    if item.problem:
        return ledger.keep(unread(item.path, item.problem))
    fetched = None
    try:
        if item.is_address:
            fetched = fetching.load_address(item.path, kept_in=kept_in)
        data = load(item.path) if fetched is None else fetched.data
    except InputError as error:
        stage = fetching.STAGE if item.is_address else STAGE
        return ledger.keep(unread(item.path, str(error), stage=stage))
    digest = article_id(data)
    if ledger.knows(digest):
        _forget_failures(ledger, item.path)
        return Kept(state="known", id=digest)
    if fetched is not None:
        return ledger.keep(read_fetched(fetched, plain=plain, model=model))
    return ledger.keep(read_bytes(data, path=item.path, plain=plain, model=model), base=base)


def _forget_failures(ledger: "Ledger", path: str) -> None:
    """Forget that an input could not be opened or fetched: it has been now."""
    from onrecord.ledger.keeping import clear_failures

    stages = (STAGE, fetching.STAGE)
    if any(failure.stage in stages for _, failure in ledger.failures(path)):
        with ledger.write() as connection:
            clear_failures(connection, path, stages=stages)


def _add_documents(files: list[Input], ledger: "Ledger", *, kept_in: str | None) -> Counter[str]:
    """Read and keep each document; how many are new, known and failed."""
    from onrecord.ledger.documents import keep_document
    from onrecord.ledger.keeping import clear_failures
    from onrecord.model import Failure

    done: Counter[str] = Counter()
    with Progress(len(files), "documents", shown=len(files) > 1) as progress:
        for number, item in enumerate(files):
            progress(number)
            try:
                document = _document(item, kept_in=kept_in)
            except InputError as error:
                done["failed"] += 1
                ledger.fail(item.path, Failure(stage="document", reason=str(error)))
                progress.clear()
                say(f"{item.path}: failed (document): {error}")
                continue
            with ledger.write() as connection:
                is_new = keep_document(connection, document)
                clear_failures(connection, item.path)
            done["new" if is_new else "known"] += 1
    return done


def _document(item: Input, *, kept_in: str | None) -> "Document":
    """One input as a document; raises `InputError` where it is none."""
    from onrecord.check.documents import document_of, read_document

    if item.problem:
        raise UnreadableInput(item.problem)
    if not item.is_address:
        return read_document(item.path)
    fetched = fetching.load_address(item.path, kept_in=kept_in)
    return document_of(fetched.data, path=item.path, retrieved=fetched.retrieved, url=fetched.final)


def _say_failures(path: str, record: "Record") -> bool:
    """Say what went wrong with an input; whether any of it was more than a note."""
    from onrecord.read import NOTES

    for failure in record.failures:
        say(f"{path}: {'note' if failure.stage in NOTES else 'failed'} ({failure.stage}): {failure.reason}")
    return any(failure.stage not in NOTES for failure in record.failures)


def _version_line(path: str, kept: "Kept") -> str:
    """One line on what a newer version changed, by kind of change."""
    from onrecord.formats.visible import one_line
    from onrecord.ledger.changes import summary_of

    return f"{one_line(path)}: a newer version: {summary_of(kept.changes)}"


def _tell(done: Counter[str], things: str, name: str) -> None:
    """What was done, in one line on standard error."""
    told = [f"{done['new'] + done['version']} {things} added"]
    if things == "articles":
        told[0] += f", {done['quotations']} quotations"
    if done["version"]:
        told.append(f"{done['version']} of them newer versions")
    if done["known"]:
        told.append(f"{done['known']} known already")
    if done["failed"]:
        told.append(f"{done['failed']} failed")
    say(f"{name}: {'; '.join(told)}.")
