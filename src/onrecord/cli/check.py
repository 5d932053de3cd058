"""`onrecord check`: do the quoted words match their documents?"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
import msgspec

from onrecord.cli.inputs import Input, expand, load, read_input
from onrecord.cli.ledger import is_ledger
from onrecord.cli.messages import Refused, say
from onrecord.cli.output import let_go_of_standard_output, look, opened, refuse_to_overwrite
from onrecord.cli.progress import Progress
from onrecord.errors import InputError, OnrecordError

if TYPE_CHECKING:  # loading the index would make --help slow
    from onrecord.check.index import Index
    from onrecord.findings import CheckedArticle
    from onrecord.model import Record

SOME_FAILED = 3
FORMATS = ("text", "html", "jsonl", "json", "csv")
AT_ONCE = 200  # quotes that a worker is handed at once
WORTH_WORKERS = 2_000  # fewer quotes are done before the workers have started


class QuoteLine(msgspec.Struct, frozen=True):
    """A line of --quotes: one marked passage without its outer marks."""

    id: str | int
    text: str
    speaker: str | None = None


@click.command()
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option(
    *("--against", "--documents", "against"),
    metavar="PATH",
    multiple=True,
    help="A document, a folder of them, or a ledger to check against; may be given several times.",
)
@click.option(
    "--quotes", metavar="FILE", help='Check the passages of this JSON Lines file: {"id", "text", "speaker"}.'
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="How to show it: text, or jsonl with --quotes."
)
@click.option("--plain", is_flag=True, help="Take each article as a plain text body: no headline, no links.")
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
@click.option(
    "--index",
    "index_folder",
    metavar="FOLDER",
    help="Keep the index of the documents here, to use it again.",
)
@click.option("--bundle", metavar="FILE", help="Write the evidence to this ZIP file.")
@click.option("--verify", metavar="FILE", help="Open the evidence of --bundle, and check it again.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes for many --quotes; else one for each core."
)
def check(
    articles: tuple[str, ...],
    against: tuple[str, ...],
    quotes: str | None,
    form: str | None,
    plain: bool,
    output: str | None,
    index_folder: str | None,
    bundle: str | None,
    verify: str | None,
    jobs: int | None,
) -> None:
    """Check whether quoted words match their documents: transcripts, speeches, reports.

    ARTICLE is anything that `onrecord read` takes. Each passage in quotation marks is looked for in the
    documents: text, HTML, PDF, subtitles (SRT, VTT), or folders of them.

    \b
    verbatim   the same words in the same order
    edited     differs only where the quote marks it: [brackets], an ellipsis ...
    altered    words were added, dropped or changed with no mark
    spliced    passages run together with no mark, or parts in another order
    not_found  not in the documents that were searched, which are named

    docs/check.md explains each verdict and flag by an example. No verdict says whether what was said is true.

    A ledger (its file, or sqlite:///FILE or postgresql://...) stands for every document and article that it keeps;
    an article is no evidence for itself, and a quote in another article's own words has the flag narration.

    With --quotes, passages are read from JSON Lines and the findings written as JSON Lines, in the same order.
    With --bundle, the evidence is written to one archive (article, documents, findings, digests), which --verify
    opens again, offline, and checks once more.

    Exit code: 0 when every input was read, 3 when some failed or the evidence does not hold, 2 on wrong use.
    """
    if verify is not None:
        _verify(verify)
        return
    if not against:
        raise Refused("say what to check against: --against FILE or folder, as often as needed.")
    if bool(articles) == (quotes is not None):
        raise Refused("give either articles to check, or --quotes FILE.")
    if quotes is not None and (form not in (None, "jsonl") or bundle):
        raise Refused("--quotes writes JSON Lines; articles can be shown as text or html, and bundled.")
    files = expand(articles)
    refuse_to_overwrite(output, [*files, *([Input(path=quotes)] if quotes else [])])
    if any(map(is_ledger, against)):
        from onrecord.cli.check_ledger import check_against_ledger

        if len(against) > 1 or index_folder or bundle:
            raise Refused(
                "a ledger is checked against by itself, without --index and --bundle: add the other documents to "
                "it with  onrecord add --documents"
            )
        check_against_ledger(files, against[0], quotes=quotes, output=output, form=form, plain=plain)
        return
    with _indexed(against, index_folder) as index:
        for failure in index.failures:
            say(failure.reason)
        failed = [*index.failures]
        with opened(output) as out:
            try:
                if quotes is not None:
                    wrong = _check_quotes(quotes, index, out, jobs)
                else:
                    several = len(articles) > 1 or os.path.isdir(articles[0])
                    wrong = _check_articles(
                        files, index, out, form or "text", plain, output, bundle, several=several
                    )
                out.flush()
            except BrokenPipeError:
                let_go_of_standard_output()
                return
            except OSError as error:
                raise Refused(
                    f"{output or 'standard output'} cannot be written ({error.strerror or error})."
                ) from error
    if failed or wrong:
        sys.exit(SOME_FAILED)


def _indexed(against: Sequence[str], folder: str | None) -> "Index":
    from onrecord.check.index import index_files

    documents = expand(against)
    for item in documents:
        if item.problem:
            say(f"{item.path}: {item.problem}")
    paths = [item.path for item in documents if item.problem is None and not _is_inside(item.path, folder)]
    if "-" in paths:
        raise Refused("a document cannot be read from standard input: give its path.")
    try:
        index = index_files(paths, folder=Path(folder) if folder else None)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    if not index.searched.documents:
        for failure in index.failures:
            say(failure.reason)
        index.close()
        raise Refused("no document could be read: check what --against names.")
    return index


def _is_inside(path: str, folder: str | None) -> bool:
    """Whether a file is part of the index itself, which may lie among the documents."""
    return folder is not None and Path(folder).resolve() in Path(path).resolve().parents


def _check_articles(
    files: Sequence[Input],
    index: "Index",
    out: BinaryIO,
    form: str,
    plain: bool,
    output: str | None,
    bundle: str | None,
    *,
    several: bool,
) -> bool:
    """Check the articles and show them; whether any could not be read."""
    from onrecord.formats.check import write_checks

    failed: list[str] = []
    kept: list[CheckedArticle] = []
    checked = _each(files, index, failed, plain=plain)
    if bundle is not None:
        checked = _keeping(checked, kept)
    write_checks(checked, out, form=form, look=look(output, everything=False, several=several))
    if bundle is not None:
        _bundle(bundle, kept, index)
    return bool(failed)


def _keeping(checked: "Iterable[CheckedArticle]", kept: "list[CheckedArticle]") -> "Iterator[CheckedArticle]":
    for article in checked:
        kept.append(article)
        yield article


def _each(
    files: Sequence[Input], index: "Index", failed: list[str], *, plain: bool
) -> "Iterator[CheckedArticle]":
    from onrecord.check.article import addresses_of, check_record

    addresses = addresses_of(index)
    for record in records_of(files, failed, plain):
        yield check_record(record, index, addresses=addresses)


def records_of(files: Sequence[Input], failed: list[str], plain: bool) -> "Iterator[Record]":
    """The record of each file; what went wrong is said, and the failed paths collected."""
    from onrecord.read import NOTES

    with Progress(len(files), "articles", shown=len(files) > 1) as progress:
        for number, item in enumerate(files):
            progress(number)
            record = read_input(item, plain=plain)
            for failure in record.failures:
                progress.clear()
                say(f"{item.path}: {failure.stage}: {failure.reason}")
            if any(failure.stage not in NOTES for failure in record.failures):
                failed.append(item.path)
            yield record


def _bundle(path: str, kept: "Sequence[CheckedArticle]", index: "Index") -> None:
    from onrecord.formats.check.bundle import write_bundle

    with opened(path) as out:
        manifest = write_bundle(out, kept, index.notes)
    for missing in manifest.missing:
        say(f"{missing} has changed since it was read: it is not in the evidence.")
    say(f"the evidence is in {path}: onrecord check --verify {path}")


def _verify(path: str) -> None:
    from onrecord.formats.check import summary_line
    from onrecord.formats.check.bundle import verify_bundle

    try:
        manifest, articles, problems = verify_bundle(path)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(f"Evidence made {manifest.made} by onrecord {manifest.onrecord}")
    for article in articles:
        from onrecord.formats.visible import one_line

        click.echo(f"  {one_line(article.article.path or '-')}: {summary_line(article.summary)}")
    for problem in problems:
        say(problem)
    if problems:
        sys.exit(SOME_FAILED)
    passages = sum(len(row.checks) for article in articles for row in article.quotations)
    click.echo(
        f"All files are as they were, and all {passages} passages come out the same when checked again."
    )


def _check_quotes(path: str, index: "Index", out: BinaryIO, jobs: int | None) -> bool:
    """Check the passages of a JSON Lines file, in their order; whether any line could not be used."""
    numbered = numbered_lines(path)
    parts = [numbered[start : start + AT_ONCE] for start in range(0, len(numbered), AT_ONCE)]
    workers = min(jobs or os.cpu_count() or 1, len(parts))
    wrong = False
    with Progress(len(numbered), "quotes") as progress:
        done = 0
        results = (
            _in_workers(parts, index, workers)
            if workers > 1 and len(numbered) >= WORTH_WORKERS
            else (check_lines(index, part) for part in parts)
        )
        for part, (data, problems) in zip(parts, results, strict=True):
            out.write(data)
            for problem in problems:
                progress.clear()
                say(f"{path}, {problem}")
            wrong = wrong or bool(problems)
            done += len(part)
            progress(done)
    return wrong


def numbered_lines(path: str) -> list[tuple[int, bytes]]:
    """The lines of a file that hold anything, with their numbers."""
    try:
        lines = load(path).split(b"\n")
    except InputError as error:
        raise Refused(f"{path}: {error}") from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def check_lines(index: "Index", lines: Sequence[tuple[int, bytes]]) -> tuple[bytes, list[str]]:
    """The findings of some numbered lines as JSON Lines, and what was wrong with lines that could not be used."""
    from onrecord.check.quote import check_passage

    found: list[Any] = []
    problems: list[str] = []
    for number, line in lines:
        try:
            quote = msgspec.json.decode(line, type=QuoteLine)
            found.append(check_passage(quote.text, index, id=quote.id, speaker=quote.speaker, versions=False))
        except (msgspec.DecodeError, InputError) as error:
            problem = f"line {number}: {error}"
            problems.append(problem)
            found.append({"id": None, "failures": [{"stage": "check", "reason": problem}]})
    return b"".join(msgspec.json.encode(row) + b"\n" for row in found), problems


_own_index: "Index | None" = None


def _in_workers(
    parts: Sequence[Sequence[tuple[int, bytes]]], index: "Index", workers: int
) -> Iterator[tuple[bytes, list[str]]]:
    """The findings of each part, in order, by processes that share the index's files."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_open, initargs=(index.folder,)
    ) as pool:
        yield from pool.map(_check_part, parts)


def _open(folder: Path) -> None:
    from onrecord.check.index import open_index

    global _own_index
    _own_index = open_index(folder)


def _check_part(part: Sequence[tuple[int, bytes]]) -> tuple[bytes, list[str]]:
    if _own_index is None:
        raise RuntimeError("the worker has no index")
    return check_lines(_own_index, part)
