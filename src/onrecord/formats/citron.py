"""Reads Citron's annotation format: a JSON object a text, as the BBC's extractor trains on and is measured with.

The form: https://github.com/bbc/citron/blob/main/docs/data_format.md (`text`; `quotes`, each with one `cue`, `sources`
and `contents`, and `coreferences` where the source was resolved). Each span says its words, which are checked.
"""

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution, checked_span
from onrecord.model import Span, Speaker


class _Marked(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str | None = None


class _Quote(msgspec.Struct, frozen=True):
    cue: _Marked | None = None
    sources: tuple[_Marked, ...] = ()
    contents: tuple[_Marked, ...] = ()
    coreferences: tuple[_Marked, ...] | None = None


class _Document(msgspec.Struct, frozen=True):
    text: str
    quotes: tuple[_Quote, ...]


def read_citron(data: bytes, name: str) -> AnnotatedText:
    """The text of one file. Raises `UnreadableInput`, which names the quote, where it is of another form.

    The speaker is what Citron resolved the source to. Where it resolves any in the file, a source with no
    coreference stands for itself.
    """
    try:
        document = msgspec.json.decode(data, type=_Document)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableInput(f"it is not of Citron's annotation format: {error}.") from error
    resolves = any(quote.coreferences is not None for quote in document.quotes)
    found = []
    for number, quote in enumerate(document.quotes, start=1):
        try:
            found.append(_attribution(document.text, quote, resolves=resolves))
        except UnreadableInput as error:
            raise UnreadableInput(f"quote {number}: {error}") from error
    return AnnotatedText(id=name, text=document.text, attributions=tuple(found))


def _attribution(text: str, quote: _Quote, *, resolves: bool) -> Attribution:
    def spans(marked: tuple[_Marked, ...]) -> tuple[Span, ...]:
        return tuple(checked_span(text, one.start, one.end, one.text) for one in marked)

    who = spans(quote.coreferences or quote.sources) if resolves else ()
    return Attribution(
        source=spans(quote.sources),
        cue=spans((quote.cue,)) if quote.cue else (),
        content=spans(quote.contents),
        speakers=tuple(Speaker(name=text[start:end], kind="person") for start, end in who),
    )
