"""What a reading process does with a file: the same reading as everywhere, loaded before the first one comes."""

from onrecord.check.documents import Document, document_of
from onrecord.model import Record
from onrecord.pipeline import read_bytes
from onrecord.read.language import find_language

_ARTICLE = "“The quay is open,” said Ada Quill, the harbour clerk. She had said on Monday that it would be."
_FOREIGN = (
    "Le quai est ouvert et les boulangers attendent. " * 10
)  # the little words of English do not tell of it


def prepare() -> None:
    """Load the models and all else that reading needs, by reading: afterwards no file can be written."""
    read_bytes(_ARTICLE.encode())
    find_language(_FOREIGN)


def read(data: bytes, *, path: str | None, plain: bool, address: str | None, charset: str | None) -> Record:
    """The record of an article."""
    return read_bytes(data, path=path, plain=plain, address=address, charset=charset)


def document(data: bytes, *, path: str) -> Document:
    """A document to check against; raises `InputError` where it cannot be used."""
    return document_of(data, path=path)
