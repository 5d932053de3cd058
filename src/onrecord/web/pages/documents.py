"""The documents that quotes are checked against: transcripts, speeches and other texts."""

from litestar import Response, get
from litestar.params import FromPath

from onrecord.ledger.documents import document_of, document_rows
from onrecord.web.asked import number_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

AT_ONCE = 50
SHOWN = 60_000  # characters of a document on one page


@get("/documents", sync_to_thread=True)
def documents(request: Asking) -> Response[str]:
    """All documents, the newest first."""
    with ledger_of(request).read() as connection:
        rows = document_rows(connection, after=request.query_params.get("after") or None, limit=AT_ONCE + 1)
    return page(
        request,
        "documents.html",
        rows=public(rows[:AT_ONCE]),
        following=rows[AT_ONCE - 1].id if len(rows) > AT_ONCE else None,
        twin="/api/v1/documents",
    )


@get("/documents/{id:str}", sync_to_thread=True)
def document(request: Asking, id: FromPath[str]) -> Response[str]:
    """One document; its text in pages, from a character on."""
    start = number_of(request.query_params.get("from", "0"), "from")
    with ledger_of(request).read() as connection:
        note, text = document_of(connection, id)
    return page(
        request,
        "document.html",
        note=public(note),
        paragraphs=[line for line in text[start : start + SHOWN].splitlines() if line.strip()],
        start=start,
        following=start + SHOWN if start + SHOWN < len(text) else None,
        length=len(text),
        twin=f"/api/v1/documents/{part(id)}",
    )


HANDLERS = (documents, document)
