"""The evidence of a check as one archive: article, documents, findings and page, with digests, to open offline.

    manifest.json    what the archive holds: the tool's version, when it was made, every file with its digest
    checks.jsonl     the findings, one article a line
    index.html       the same as a page
    articles/        the articles as they were read, byte by byte
    documents/       the documents that something was found in, byte by byte

The archive is a ZIP file. `verify_bundle` opens it again, holds every file against its digest, and checks the
quotations once more against the documents in it.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import msgspec

from onrecord.check.article import check_again
from onrecord.check.documents import document_of
from onrecord.check.index import index_texts
from onrecord.errors import InputError, UnreadableInput
from onrecord.findings import Check, CheckedArticle, DocumentNote, Searched
from onrecord.formats import Look
from onrecord.formats.check import from_json, to_json, write_checks
from onrecord.model import article_id

FORMAT = "onrecord-evidence/1"
LARGEST_MEMBER = 1 << 30  # bytes, unpacked
LARGEST_ARCHIVE = 4 << 30
MOST_MEMBERS = 100_000
_FIRST = (1980, 1, 1, 0, 0, 0)  # of every member: the same evidence gives the same bytes but for the manifest


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the archive: its name there, the path that it came from, its digest, and when it was retrieved."""

    name: str
    path: str
    digest: str
    retrieved: str | None = None
    url: str | None = None


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive holds. `missing` names files that had changed or gone when it was made."""

    format: str
    onrecord: str
    made: str
    searched: Searched | None
    checks: str
    articles: tuple[Kept, ...]
    documents: tuple[Kept, ...]
    missing: tuple[str, ...] = ()


def write_bundle(
    out: BinaryIO, articles: Sequence[CheckedArticle], notes: Iterable[DocumentNote]
) -> Manifest:
    """Write the archive of some checked articles; `notes` are those of the documents that were searched.

    Only documents that something was found in are kept. A file that has changed since it was read, or is gone, is
    left out and named in the manifest.
    """
    wanted = {path for article in articles for path in _cited(article)}
    missing: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kept_articles = [
            Kept(
                name=_name("articles", number, article.article.path or "article"),
                path=article.article.path or "",
                digest=article.article.id or "",
                retrieved=article.article.retrieved.value if article.article.retrieved else None,
                url=article.article.url,
            )
            for number, article in enumerate(articles, start=1)
        ]
        kept_documents = [
            Kept(
                name=_name("documents", number, note.path),
                path=note.path,
                digest=note.digest,
                retrieved=note.retrieved.value if note.retrieved else None,
                url=note.url,
            )
            for number, note in enumerate((note for note in notes if note.path in wanted), start=1)
        ]
        present = [_keep(archive, row, missing) for row in (*kept_articles, *kept_documents)]
        checks = b"".join(to_json(article) + b"\n" for article in articles)
        page = io.BytesIO()
        write_checks(articles, page, form="html", look=Look())
        _write(archive, "checks.jsonl", checks)
        _write(archive, "index.html", page.getvalue())
        manifest = Manifest(
            format=FORMAT,
            onrecord=version("onrecord"),
            made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            searched=articles[0].searched if articles else None,
            checks=article_id(checks),
            articles=tuple(row for row, there in zip(kept_articles, present, strict=False) if there),
            documents=tuple(
                row for row, there in zip(kept_documents, present[len(kept_articles) :], strict=True) if there
            ),
            missing=tuple(missing),
        )
        _write(archive, "manifest.json", msgspec.json.format(msgspec.json.encode(manifest), indent=2))
    return manifest


def verify_bundle(path: str | Path) -> tuple[Manifest, list[CheckedArticle], list[str]]:
    """Open an archive, and check it again: its manifest, its findings, and what is not as it says, in sentences.

    Raises `UnreadableInput` where the file is no such archive.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_ARCHIVE:
                raise UnreadableInput(
                    f"{path} holds more than {MOST_MEMBERS:,} files or {LARGEST_ARCHIVE >> 30} GiB: it is not opened."
                )
            manifest = msgspec.json.decode(_read(archive, "manifest.json"), type=Manifest)
            checks = _read(archive, "checks.jsonl")
            files = {row.name: _read(archive, row.name) for row in (*manifest.articles, *manifest.documents)}
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.DecodeError, RuntimeError) as error:
        raise UnreadableInput(f"{path} is no evidence of onrecord, or is damaged ({error}).") from error
    if manifest.format != FORMAT:
        raise UnreadableInput(f"{path} is of another version ({manifest.format}): open it with that version.")
    problems = [f"{name} was left out when the archive was made." for name in manifest.missing]
    if article_id(checks) != manifest.checks:
        problems.append("checks.jsonl is not what was written.")
    for row in (*manifest.articles, *manifest.documents):
        if article_id(files[row.name]) != row.digest:
            problems.append(f"{row.name} ({row.path}) is not what was checked.")
    articles = [from_json(line) for line in checks.splitlines() if line.strip()]
    problems += _differing(articles, manifest.documents, files)
    return manifest, articles, problems


def _differing(
    articles: Sequence[CheckedArticle], rows: Sequence[Kept], files: dict[str, bytes]
) -> list[str]:
    """The passages that come out otherwise when they are checked against the documents of the archive."""
    documents = []
    problems = []
    for row in rows:
        try:
            documents.append(document_of(files[row.name], path=row.path))
        except InputError as error:
            problems.append(f"{row.name}: {error}")
    with index_texts(documents) as index:
        for article in articles:
            again = check_again(article, index)
            for then, now in zip(article.quotations, again.quotations, strict=True):
                for first, second in zip(then.checks, now.checks, strict=True):
                    if _outcome(first) != _outcome(second):
                        problems.append(
                            f"“{first.text[:60]}” was {first.verdict} and is {second.verdict} when checked again."
                        )
    return problems


def _outcome(check: Check) -> tuple[object, ...]:
    """What must come out the same against the documents of the archive alone."""
    return check.verdict, check.document, check.differences, check.dropped


def _cited(article: CheckedArticle) -> Iterable[str]:
    for quotation in article.quotations:
        for check in quotation.checks:
            if check.document is not None:
                yield check.document.path
            yield from (other.path for other in check.others)


def _name(folder: str, number: int, path: str) -> str:
    """A name in the archive that no path can lead out of it: a number and the letters of the file's own name."""
    last = PurePosixPath(path.replace("\\", "/")).name
    plain = "".join(char if char.isalnum() or char in "-_." else "-" for char in last)[-80:].lstrip(".")
    return f"{folder}/{number:05}-{plain or 'file'}"


def _keep(archive: zipfile.ZipFile, row: Kept, missing: list[str]) -> bool:
    try:
        data = Path(row.path).read_bytes()
    except (OSError, ValueError):
        data = b""
    if article_id(data) != row.digest:
        missing.append(row.path)
        return False
    _write(archive, row.name, data)
    return True


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _FIRST), data, zipfile.ZIP_DEFLATED)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST_MEMBER:
        raise UnreadableInput(f"{name} is larger than {LARGEST_MEMBER >> 20} MiB: it is not opened.")
    return archive.read(name)
