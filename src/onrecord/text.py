"""Plain facts about a text: where its paragraphs and its sentences lie."""

import re
from collections.abc import Iterable

from onrecord.model import Span

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_NO_LINE_END = re.compile(r"[^\n]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_STOP = re.compile(r"[.?!…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[„]*[^\W_a-z])|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt"
    r"|Maj|Cmdr|Adm|Pres|Supt|Atty|Det|Insp|Messrs|Mme|Mlle|Jr|Sr|vs|etc|No|Nos|Inc|Ltd|Co|Corp|Bros|Dept|Univ"
    r"|Assn|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan"
    r"|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|D\.C)\.$"
)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text: runs of lines parted by blank lines; without any blank line, each line is one."""
    blocks = tuple(match.span() for match in _BLOCK.finditer(text))
    if len(blocks) == 1:
        return tuple(match.span() for match in _LINE.finditer(text))
    return blocks


def sentences(text: str) -> list[Span]:
    """The sentences of a text as half-open spans, without the white space between them.

    A sentence ends at a full stop, question or exclamation mark (with the marks that close after it) before a
    capital, unless the stop ends an abbreviation or an initial, and at every line's end.
    """
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.start() if text[stop.start()] == "\n" else stop.end()
        if text[stop.start()] == "." and _ABBREVIATION.search(
            text, max(start, stop.start() - 12), stop.start() + 1
        ):
            continue
        _append(text, start, end, found)
        start = stop.end()
    _append(text, start, len(text), found)
    return found


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with some rising, disjoint spans as spaces, so that all else keeps its place; line ends are kept."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += [text[last:start], _NO_LINE_END.sub(" ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def _append(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
