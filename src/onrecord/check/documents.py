"""Documents: what a quote is checked against, read from files, with their turns and what in them is no word."""

import itertools
import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from onrecord.errors import InputError, InputTooLarge, UnreadableInput
from onrecord.findings import DocumentNote
from onrecord.model import Article, Date, Failure, Span, article_id
from onrecord.quotes import find_passages
from onrecord.read import is_html, read_article, refuse_other_forms
from onrecord.read.decode import decode
from onrecord.read.transcript import Transcript, Turn, read_transcript
from onrecord.text import blanked, find_paragraphs, sentences

LARGEST_DOCUMENT = 1 << 30  # bytes; what is longer is refused with a message
# A plain text is looked at for a byline or a dateline only up to this length: reports are short.
LONGEST_REPORT = 200_000
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_HEAD = 2_000
_BYLINE = re.compile(r"^(?:\*|_|\s)*[Bb][Yy]:? +(?:[A-Z][\w.'’-]+[ ,]*(?:and )?){2,}", re.MULTILINE)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .'’-]{2,30}(?:,\s*[A-Z][\w. ]{1,20})?(?:,\s*[A-Z][a-z]+\.?\s+\d{1,2})?\s*"
    r"(?:\([^()\n]{2,30}\)\s*)?(?:—|–|--|-)\s+[A-Z“\"]",
    re.MULTILINE,
)
_WRAPPED_LEAST = 8  # lines
_STOPS = ".?!:;…\"”’'»)]"


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One document: its text as it was decoded or extracted, its turns, and what in it is no word.

    `quoted` holds the insides of the quotation marks of a report (a document that is an article itself); it is
    None where the document is none. `boundaries` are the starts of sentences, in order.
    """

    note: DocumentNote
    text: str
    turns: tuple[Turn, ...] = ()
    asides: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] | None = None
    boundaries: tuple[int, ...] = ()


def read_documents(paths: Iterable[str], failures: list[Failure]) -> Iterator[Document]:
    """The documents of some files, in the order given; what cannot be read becomes a failure, and the rest goes on."""
    for path in paths:
        try:
            yield read_document(path)
        except InputError as error:
            failures.append(Failure(stage="document", reason=f"{path}: {error}"))


def read_document(path: str) -> Document:
    """One file as a document; raises `UnreadableInput` or `InputTooLarge` with what to do."""
    try:
        status = os.stat(path)
        if status.st_size > LARGEST_DOCUMENT:
            raise InputTooLarge(f"it is larger than {LARGEST_DOCUMENT >> 20} MiB: split it.")
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UnreadableInput(f"it cannot be opened ({error.strerror or error}): check the path.") from error
    retrieved = datetime.fromtimestamp(status.st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return document_of(data, path=path, retrieved=retrieved)


def document_of(data: bytes, *, path: str, retrieved: str | None = None, url: str | None = None) -> Document:
    """The bytes of one file as a document: HTML and PDF by their extracted text, all else as decoded, unchanged.

    `url` is where it was fetched from; without one, what the document itself says is taken.
    Raises `UnreadableInput` where there is no text in it.
    """
    if not data.strip():
        raise UnreadableInput("the file is empty.")
    note = DocumentNote(
        path=path,
        digest=article_id(data),
        retrieved=Date(value=retrieved, precision="minute", text="") if retrieved else None,
        url=url,
    )
    if b"%PDF-" in data[:1024]:
        return _extracted(data, note)
    refuse_other_forms(data, path)
    text = decode(data)[0]
    return _extracted(data, note) if is_html(text, path) else _plain(text, note)


def document_from_text(text: str, *, path: str = "-") -> Document:
    """A document that is already a string."""
    if not text.strip():
        raise UnreadableInput("the text is empty.")
    return _plain(text, DocumentNote(path=path, digest=article_id(text.encode("utf-8", "replace"))))


def document_again(text: str, note: DocumentNote, *, report: bool) -> Document:
    """A document from its text and note as they were kept; `report` says that it was read as an article."""
    document = _plain(text, note)
    return msgspec.structs.replace(document, note=note, quoted=_quoted(text) if report else None)


def document_of_article(article: Article) -> Document:
    """An article that was read, as a document of its own: a report, unless it is printed in turns.

    Its path is the article's, else its address or id. Raises `UnreadableInput` where it has no text.
    """
    if not article.body.strip():
        raise UnreadableInput("the article has no text.")
    path = article.path or article.url or article.id or "-"
    note = DocumentNote(
        path=path,
        digest=article.id or article_id(article.body.encode("utf-8", "replace")),
        title=article.title,
        url=article.url,
        published=article.published,
        retrieved=article.retrieved,
    )
    document = _plain(article.body, note)
    quoted = None if document.turns else _quoted(article.body)
    return msgspec.structs.replace(document, note=note, quoted=quoted)


def _extracted(data: bytes, note: DocumentNote) -> Document:
    article, failures = read_article(data, path=note.path)
    if article.text is None:
        raise UnreadableInput(failures[0].reason if failures else "no text was found in it.")
    url = note.url or article.url
    note = msgspec.structs.replace(note, title=article.title, url=url, published=article.published)
    document = _plain(article.text, note)
    if document.turns or (b"%PDF-" in data[:1024] and document.quoted is None):
        return msgspec.structs.replace(document, note=note, quoted=None)
    return msgspec.structs.replace(document, note=note, quoted=_quoted(article.text))


def _plain(text: str, note: DocumentNote) -> Document:
    transcript = read_transcript(text)
    head = text[:_HEAD]
    address = _ADDRESS.search(head) if note.url is None else None
    if address:
        note = msgspec.structs.replace(note, url=address.group().rstrip(".,;:)"))
    is_report = (
        not transcript.turns
        and len(text) <= LONGEST_REPORT
        and bool(_BYLINE.search(head) or _DATELINE.search(head))
    )
    return Document(
        note=note,
        text=text,
        turns=transcript.turns,
        asides=transcript.asides,
        quoted=_quoted(text) if is_report else None,
        boundaries=_boundaries(text, transcript),
    )


def _quoted(text: str) -> tuple[Span, ...]:
    return tuple(passage.span for passage in find_passages(text, find_paragraphs(text)))


def _boundaries(text: str, transcript: Transcript) -> tuple[int, ...]:
    """Where sentences start: what is no word is blanked out first, and lines that only wrap are joined."""
    masked = blanked(text, transcript.asides)
    if transcript.subtitles:
        masked = masked.replace("\n", " ")
    elif _is_wrapped(masked):
        masked = re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", masked)
    starts = {start for start, _ in sentences(masked)}
    starts.update(turn.start for turn in transcript.turns)
    return tuple(sorted(starts))


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text end where the page ended, not where the sentence did."""
    lines = [line.rstrip() for line in text[:200_000].split("\n")]
    followed = [line for line, after in itertools.pairwise(lines) if line and after.strip()]
    if len(followed) < _WRAPPED_LEAST:
        return False
    open_ended = [line for line in followed if line[-1] not in _STOPS]
    middling = [line for line in followed if 30 <= len(line) <= 120]
    return len(open_ended) > 0.6 * len(followed) and len(middling) > 0.7 * len(followed)
