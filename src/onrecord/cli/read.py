"""`onrecord read`: articles in, who said what out."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.fetching import fetch_option, keep_option, prepare_folder
from onrecord.cli.inputs import Input, expand, read_input
from onrecord.cli.messages import Refused, say
from onrecord.cli.model import model_option
from onrecord.cli.output import let_go_of_standard_output, look, opened, refuse_to_overwrite
from onrecord.cli.progress import Progress
from onrecord.errors import OnrecordError
from onrecord.formats import BINARY, FORMATS, ready, write
from onrecord.model import Record, TaggerModel

if TYPE_CHECKING:  # loading the people stage would make --help slow
    from onrecord.people.authority import Authorities
    from onrecord.people.register import Register

SOME_FAILED = 3
MOST_SAID = 20  # problems of an authority file that are said one by one


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to show what was found.",
)
@click.option("--plain", is_flag=True, help="Take each input as a plain text body: no headline, no links.")
@click.option("--all", "everything", is_flag=True, help="In text and html, show more than statements.")
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
@click.option(
    *("--register", "register_file"),
    metavar="FILE",
    help="Keep who is who across articles in this file, made if it is not there.",
)
@click.option(
    *("--authorities", "authority_file"),
    metavar="FILE",
    help="Link the register's speakers to the known people of this file.",
)
@model_option
@fetch_option
@keep_option
def read(
    inputs: tuple[str, ...],
    form: str,
    plain: bool,
    everything: bool,
    output: str | None,
    register_file: str | None,
    authority_file: str | None,
    model: TaggerModel,
    fetch: bool,
    kept_in: str | None,
) -> None:
    """Read articles and show every quotation with who said it.

    INPUT is a file (text, Markdown, HTML or PDF), a folder, which is read with all its subfolders in sorted
    order of path, or - for standard input. Hidden files inside a folder are left out. With --fetch, INPUT can be a
    web address too (http:// or https://): nothing is fetched without it, and then from public sites only.

    \b
    text     for a terminal: the article, its quotations marked, then who says what
    html     one page that needs nothing else, to open in a browser
    jsonl    one object a line, each written as soon as its article is done
    json     the same, indented: one object, or a list where there are several inputs
    csv      one row a quotation, for spreadsheets; a cell that would be run as a
             formula has an apostrophe put before it
    parquet  the same rows for data tools; needs the extra "parquet"
    jsonld, webannotation, brat (a ZIP archive), doccano, labelstudio, bio
             for linked data and the tools of the field: see docs/formats.md

    With --register, every speaker gets the register's name (`label`) and id, and the register takes the articles
    in; `onrecord register` shows it, with the reason for each merge, and mends it. With --authorities too, its
    speakers are linked to the people of that file (`onrecord authority` makes one) where that is sure.

    text and html show statements, and what was denied as "did not say"; --all shows beliefs, intentions,
    orders and the like too. The other formats hold all; what one cannot hold is counted on standard error.

    Exit code: 0 when every input was read, 3 when some failed (the others are read all the same, and the
    failures are said on standard error and in the output), 2 on wrong use.
    """
    try:
        ready(form)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    if form in BINARY and output is None and sys.stdout.isatty():
        raise Refused(f"{form} is no text for a terminal: say where to write it with --output FILE.")
    prepare_folder(kept_in, fetch=fetch)
    files = expand(inputs, fetch=fetch)
    refuse_to_overwrite(output, files)
    several = len(inputs) > 1 or os.path.isdir(inputs[0])
    failed: list[str] = []
    known = _opened_register(register_file)
    authorities = _opened_authorities(authority_file, register_file)
    with opened(output) as out:
        try:
            on_terminal = output is None and sys.stdout.isatty()
            records = _each(files, failed, plain=plain, model=model, on_terminal=on_terminal, kept_in=kept_in)
            if known is not None:
                records = _registered(records, known, authorities)
            left_out = write(
                records, out, form=form, look=look(output, everything=everything, several=several)
            )
            out.flush()
            for reason, count in sorted(left_out.items()):
                say(f"left out of {form}: {count} {reason}.")
        except BrokenPipeError:
            let_go_of_standard_output()
        except OSError as error:
            where = output or "standard output"
            raise Refused(f"{where} cannot be written ({error.strerror or error}): is there room?") from error
    if known is not None and register_file is not None:
        _keep_register(known, register_file)
    if failed:
        sys.exit(SOME_FAILED)


def _opened_register(path: str | None) -> "Register | None":
    if path is None:
        return None
    from onrecord.people.register.file import read_register

    try:
        return read_register(path, missing_is_empty=True)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _opened_authorities(path: str | None, register_file: str | None) -> "Authorities | None":
    if path is None:
        return None
    if register_file is None:
        raise Refused("--authorities links the speakers of a register: give --register FILE too.")
    from onrecord.people.authority import Authorities, load_authorities

    try:
        entries, problems = load_authorities(path)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    for problem in problems[:MOST_SAID]:
        say(f"{path}, line {problem.line}: {problem.reason}")
    if len(problems) > MOST_SAID:
        say(f"{path}: {len(problems) - MOST_SAID} more problems; the other lines were loaded.")
    return Authorities(entries)


def _registered(
    records: Iterator[Record], known: "Register", authorities: "Authorities | None"
) -> Iterator[Record]:
    from onrecord.people.register.namings import enrol

    for record in records:
        yield enrol(known, record, authorities)


def _keep_register(known: "Register", path: str) -> None:
    from onrecord.people.register.file import write_register

    try:
        write_register(known, path)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _each(
    files: list[Input],
    failed: list[str],
    *,
    plain: bool,
    model: TaggerModel,
    on_terminal: bool,
    kept_in: str | None,
) -> Iterator[Record]:
    """The record of each file; failures and notes are said on the way, and the failed paths collected."""
    from onrecord.read import NOTES

    with Progress(len(files), "articles", shown=len(files) > 1 and not on_terminal) as progress:
        for number, item in enumerate(files, start=1):
            progress(number - 1)
            record = read_input(item, plain=plain, model=model, kept_in=kept_in)
            failures = [failure for failure in record.failures if failure.stage not in NOTES]
            if record.failures:
                progress.clear()
            for failure in record.failures:
                said = "failed" if failure in failures else "note"
                say(f"{item.path}: {said} ({failure.stage}): {failure.reason}")
            if failures:
                failed.append(item.path)
            yield record
    if failed and len(files) > 1:
        say(f"{len(failed)} of {len(files)} inputs failed.")
