"""onrecord: who said what, when, by whose account, with the evidence.

    import onrecord

    record = onrecord.read_file("article.html")
    for quotation in record.quotations:
        print(quotation.kind, [speaker.name for speaker in quotation.speakers])

Importing it loads no model: that happens when the first article is read.
"""

import os as _os
from importlib.metadata import version as _version

from onrecord.errors import (
    BadCorrection,
    BadLedger,
    BrokenInstallation,
    InputError,
    InputTooLarge,
    MissingExtra,
    NotFetched,
    NotInLedger,
    OnrecordError,
    UnreadableInput,
)
from onrecord.findings import Check, CheckedArticle
from onrecord.ledger import open_ledger
from onrecord.model import (
    Article,
    Correction,
    Date,
    Edit,
    Evidence,
    Failure,
    Link,
    Mark,
    Notice,
    Original,
    Quotation,
    Record,
    Span,
    Speaker,
)
from onrecord.pipeline import (
    attribute,
    check_article,
    check_quote,
    index_documents,
    read_address,
    read_bytes,
    read_file,
    read_text,
)

# onnxruntime keeps a database of how it is used in the user's folder, and sends it to its makers, unless it is told not
# to before it is loaded. What a journalist reads is nobody's business.
_os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

__version__ = _version("onrecord")

__all__ = [
    "Article",
    "BadCorrection",
    "BadLedger",
    "BrokenInstallation",
    "Check",
    "CheckedArticle",
    "Correction",
    "Date",
    "Edit",
    "Evidence",
    "Failure",
    "InputError",
    "InputTooLarge",
    "Link",
    "Mark",
    "MissingExtra",
    "NotFetched",
    "NotInLedger",
    "Notice",
    "OnrecordError",
    "Original",
    "Quotation",
    "Record",
    "Span",
    "Speaker",
    "UnreadableInput",
    "attribute",
    "check_article",
    "check_quote",
    "index_documents",
    "open_ledger",
    "read_address",
    "read_bytes",
    "read_file",
    "read_text",
]
