"""A correction by hand in words: what it was made on, and what it says."""

from collections.abc import Sequence

from onrecord.model import Correction, Span


def what_it_says(correction: Correction) -> str:
    """What a correction says, in a few words."""
    names = ", ".join(f"{one.label or one.name} ({one.kind})" for one in correction.speakers)
    match correction.says:
        case "speaker":
            return f"speaker: {names or 'not known'}"
        case "no_quotation":
            return "no quotation"
        case "missed":
            return f"missed: {names or 'speaker not known'}" + _places(correction)
        case _:
            return "extent:" + _places(correction)


def _places(correction: Correction) -> str:
    """The words of the corrected spans."""
    parts = []
    content = () if correction.says == "missed" else correction.content_now
    for name, spans in (("content", content), ("cue", correction.cue), ("source", correction.source)):
        if spans:
            parts.append(f" {name} “{words_at(correction, spans)}”")
    return ";".join(parts)


def words_at(correction: Correction, spans: Sequence[Span]) -> str:
    """The words of some of its spans, which its context holds."""
    begin = correction.context_at
    return " … ".join(correction.context[start - begin : end - begin] for start, end in spans)
