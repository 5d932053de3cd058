"""The main jobs, end to end: an article in, who said what out; quoted words in, and whether they match out."""

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from onrecord.errors import OnrecordError, UnreadableInput
from onrecord.findings import Check, CheckedArticle
from onrecord.model import Article, Date, Failure, Record, TaggerModel

if TYPE_CHECKING:  # loading the index would make the import of the package slow
    from onrecord.check.documents import Document
    from onrecord.check.index import Index
    from onrecord.read.fetch import Fetched

    Documents: TypeAlias = Index | str | Path | Iterable[str | Path]


def read_file(path: str | Path, *, plain: bool = False, model: TaggerModel = "default") -> Record:
    """Read one file and find every quotation in it, with who said it.

    `plain` takes the file as a plain text body, unchanged; `model` "fast" reads sooner and a little less well.
    Bad content never raises: it is a failure of the record. Raises `UnreadableInput` where there is no such file or it
    may not be read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror or error}; check the path") from error
    return read_bytes(data, path=str(path), plain=plain, model=model)


def read_text(text: str, *, plain: bool = False, model: TaggerModel = "default") -> Record:
    """Read an article that is already a string (lone surrogates are replaced by the replacement character)."""
    return read_bytes(text.encode("utf-8", "replace"), plain=plain, model=model)


def read_bytes(
    data: bytes,
    *,
    path: str | None = None,
    plain: bool = False,
    address: str | None = None,
    charset: str | None = None,
    model: TaggerModel = "default",
) -> Record:
    """Read one article from its bytes: text, Markdown, HTML or PDF, found out from the content.

    `address` is where they stood on the web and `charset` the encoding that the server named, where they were
    fetched. Never raises for bad content. An article in a language that the tagger does not know keeps its quotation
    marks and gets a failure of stage `language` in place of quotations.
    """
    from onrecord.read import read_article

    article, failures = read_article(data, path=path, plain=plain, address=address, charset=charset)
    return _quoted(article, failures, model)


def read_address(url: str, *, plain: bool = False, model: TaggerModel = "default") -> Record:
    """Fetch an article from a public web address, and find every quotation in it, with who said it.

    Its `url` is the address that answered after redirects, or the page's own on the same site, and `retrieved` is
    the time. Raises `NotFetched` where the address may not be fetched or gives no page; whoever wants to keep the
    bytes calls `onrecord.read.fetch.fetch` and `read_fetched`.
    """
    from onrecord.read.fetch import fetch

    return read_fetched(fetch(url), plain=plain, model=model)


def read_fetched(fetched: "Fetched", *, plain: bool = False, model: TaggerModel = "default") -> Record:
    """Read one article from what was fetched; its path is the address that was asked for."""
    record = read_bytes(
        fetched.data,
        path=fetched.url,
        plain=plain,
        address=fetched.final,
        charset=fetched.charset,
        model=model,
    )
    return retrieved(record, fetched.retrieved)


def retrieved(record: Record, moment: str) -> Record:
    """The record with the time at which its article was fetched, where there is one."""
    if record.article.text is None:
        return record
    date = Date(value=moment, precision="minute", text="")  # no words of the article tell it
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, retrieved=date))


def _quoted(article: Article, failures: tuple[Failure, ...], model: TaggerModel) -> Record:
    """The record of an article that was read, or not, and what could not be done."""
    from onrecord.read import language_failure

    if article.text is None:
        return Record(article=article, failures=failures)
    guard = language_failure(article)
    if guard is not None:
        from onrecord.quotes import find_marks

        return Record(article=find_marks(article), failures=(*failures, guard))
    return attribute(article, failures=failures, model=model)


def attribute(
    article: Article, *, failures: tuple[Failure, ...] = (), model: TaggerModel = "default"
) -> Record:
    """Find the quotations of an article that was read, who their speakers are, when, where and to whom."""
    from onrecord.people import find_circumstances, resolve
    from onrecord.quotes import find_marks, find_quotations, shared_tagger

    try:
        article, quotations = find_quotations(article, tagger=shared_tagger(model))
    except OnrecordError as error:
        return Record(
            article=find_marks(article), failures=(*failures, Failure(stage="quotes", reason=str(error)))
        )
    resolved = find_circumstances(article, resolve(article, quotations))
    return Record(article=article, quotations=resolved, failures=failures)


def check_quote(text: str, documents: "Documents", *, speaker: str | None = None) -> Check:
    """Check one quoted passage, given without its outer quotation marks, against documents.

    `documents` are an index (`index_documents`), or texts (`str`) and files or folders (`Path`), which are indexed
    for this one check. `speaker` is who the quote is given to. Raises `InputTooLarge` for a quote over 200,000
    characters, and `UnreadableInput` where a document cannot be used.
    """
    from onrecord.check.quote import check_passage

    with _opened(documents) as index:
        return check_passage(text, index, speaker=speaker)


def check_article(record: Record, documents: "Documents") -> CheckedArticle:
    """Check every marked passage of an article that was read, against documents as `check_quote` takes them."""
    from onrecord.check.article import check_record

    with _opened(documents) as index:
        return check_record(record, index)


def index_documents(paths: Iterable[str | Path], *, folder: str | Path | None = None) -> "Index":
    """An index over files and folders, to check many quotes against; kept in `folder` where one is named.

    Close it, or use it in a `with` statement. Files that cannot be read are its `failures`.
    """
    from onrecord.check.index import index_files

    return index_files(_files(paths), folder=Path(folder) if folder is not None else None)


def _files(paths: Iterable[str | Path]) -> list[str]:
    found: list[str] = []
    for path in map(Path, paths):
        inside = (
            sorted(str(file) for file in path.rglob("*") if _is_shown(file, path))
            if path.is_dir()
            else [str(path)]
        )
        found += inside
    return found


def _is_shown(file: Path, folder: Path) -> bool:
    """Whether a file of a folder is read: hidden files and folders are left out, as on the command line."""
    return file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)


@contextlib.contextmanager
def _opened(documents: "Documents") -> "Iterator[Index]":
    """The index that was given, left open; or one over what was given, closed behind the check."""
    from onrecord.check.documents import document_from_text, read_document
    from onrecord.check.index import Index, index_texts

    if isinstance(documents, Index):
        yield documents
        return
    if isinstance(documents, str | Path):
        documents = [documents]
    read: list[Document] = []
    for item in documents:
        if isinstance(item, str):
            read.append(document_from_text(item, path=str(len(read) + 1)))
        else:
            read += (read_document(path) for path in _files([item]))
    with index_texts(read) as index:
        yield index
