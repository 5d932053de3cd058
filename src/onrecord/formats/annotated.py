"""Texts with the attributions that a corpus or a tool marks in them: what the readers of annotations give.

One reader a format: `read_brat`, `read_doccano`, `read_labelstudio`, `read_bio`, `read_parc`, `read_citron` in the
modules of these names, and `read_records` here for onrecord's own JSON Lines.
"""

import re
from collections.abc import Iterator

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.jsonl import from_json
from onrecord.formats.standoff import Role, marked_texts
from onrecord.model import Failure, Span, Speaker

STAGE = "annotations"
# What corpora and tools call the three roles. PARC, PolNeAR and Citron say source, cue and content.
_ROLES: dict[str, Role] = {
    "source": "source",
    "speaker": "source",
    "cue": "cue",
    "verb": "cue",
    "content": "content",
    "quotation": "content",
    "quote": "content",
}
_NUMBER = re.compile(r"[\d_-]+$")
_SHOWN = 40


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said, by which words, to hold what: half-open code point spans into the text.

    `speakers` is who the source is, where the format says so (their kind is `person` where it does not say that);
    `nested` that the content stands inside another's.
    """

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    nested: bool = False


class AnnotatedText(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated text: its id, its words, and its attributions in the file's order.

    Where sources and cues are marked and nothing ties them to contents (`linked` is false), each stretch is an
    attribution that has one role only.
    """

    id: str
    text: str
    attributions: tuple[Attribution, ...]
    linked: bool = True


def alone(role: Role, spans: tuple[Span, ...]) -> Attribution:
    """An attribution of which only one role is known."""
    match role:
        case "source":
            return Attribution(source=spans)
        case "cue":
            return Attribution(cue=spans)
        case "content":
            return Attribution(content=spans)


def role_of(label: str) -> Role | None:
    """The role that a label names, whatever its case and number (`Source`, `content2`, `B-CUE` without its B)."""
    return _ROLES.get(_NUMBER.sub("", label.strip().casefold()))


def checked_span(text: str, start: int, end: int, words: str | None = None) -> Span:
    """A span as the file gives it; raises `UnreadableInput` where it is none, or holds other `words` than told."""
    if not 0 <= start <= end <= len(text):
        raise UnreadableInput(
            f"it marks {start} to {end} in a text of {len(text)} characters: check that the text is the annotated one."
        )
    if words is not None and "".join(words.split()) != "".join(text[start:end].split()):
        raise UnreadableInput(
            f"it marks {start} to {end} as “{words[:_SHOWN]}”, where the text has “{text[start:end][:_SHOWN]}”: "
            "positions must count Unicode code points of this very text, from 0, without the end."
        )
    return start, end


def failed(place: str, reason: object) -> Failure:
    """What could not be read of a file, and where in it."""
    return Failure(stage=STAGE, reason=f"{place}: {reason}" if place else str(reason))


def read_records(data: bytes) -> Iterator[AnnotatedText | Failure]:
    """The texts of `onrecord read --format jsonl`: the body, and each other field that a quotation stands in.

    A line that is no record, or whose article could not be read, is a failure.
    """
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = from_json(line)
        except UnreadableInput as error:
            yield failed(f"line {number}", error)
            continue
        article = record.article
        if article.text is None:
            told = "; ".join(failure.reason for failure in record.failures) or "it has no text"
            yield failed(f"line {number}", f"the article was not read ({told})")
            continue
        name = article.path or article.id or f"line {number}"
        for text in marked_texts(record):
            attributions = tuple(
                Attribution(
                    source=row.source,
                    cue=row.cue,
                    content=row.content,
                    speakers=row.quotation.speakers,
                    nested=row.quotation.parent is not None,
                )
                for row in text.quotations
            )
            place = name if text.field == "text" else f"{name} ({text.field})"
            yield AnnotatedText(id=place, text=text.text, attributions=attributions)
