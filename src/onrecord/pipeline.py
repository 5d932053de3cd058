"""The main job, end to end: an article in, who said what out."""

from pathlib import Path

from onrecord.errors import OnrecordError, UnreadableInput
from onrecord.model import Article, Failure, Record


def read_file(path: str | Path, *, plain: bool = False) -> Record:
    """Read one file and find every quotation in it, with who said it.

    `plain` takes the file as a plain text body, unchanged. Bad content never raises: it is a failure of the
    record. Raises `UnreadableInput` where there is no such file or it may not be read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror or error}; check the path") from error
    return read_bytes(data, path=str(path), plain=plain)


def read_text(text: str, *, plain: bool = False) -> Record:
    """Read an article that is already a string (lone surrogates are replaced by the replacement character)."""
    return read_bytes(text.encode("utf-8", "replace"), plain=plain)


def read_bytes(data: bytes, *, path: str | None = None, plain: bool = False) -> Record:
    """Read one article from its bytes: text, Markdown, HTML or PDF, found out from the content.

    Never raises for bad content. An article in a language that the tagger does not know keeps its quotation
    marks and gets a failure of stage `language` in place of quotations.
    """
    from onrecord.read import language_failure, read_article

    article, failures = read_article(data, path=path, plain=plain)
    if article.text is None:
        return Record(article=article, failures=failures)
    guard = language_failure(article)
    if guard is not None:
        from onrecord.quotes import find_marks

        return Record(article=find_marks(article), failures=(*failures, guard))
    return attribute(article, failures=failures)


def attribute(article: Article, *, failures: tuple[Failure, ...] = ()) -> Record:
    """Find the quotations of an article that was read, who their speakers are, when, where and to whom."""
    from onrecord.people import find_circumstances, resolve
    from onrecord.quotes import find_marks, find_quotations

    try:
        article, quotations = find_quotations(article)
    except OnrecordError as error:
        return Record(
            article=find_marks(article), failures=(*failures, Failure(stage="quotes", reason=str(error)))
        )
    resolved = find_circumstances(article, resolve(article, quotations))
    return Record(article=article, quotations=resolved, failures=failures)
