"""BIO in columns, as CoNLL's shared tasks have it, written: a token a line, with what begins, goes on or is not marked.

The tags are IOB2 (Tjong Kim Sang and Veenstra, EACL 1999): B at a stretch's first token, I at its others, O outside.
A column holds one layer: of quotations that lie inside or across one another the outermost is tagged, the others are
left out and counted in the file itself. Which source belongs to which content, and who the speaker is, cannot be said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.formats.standoff import NO_WORDS, MarkedText, Role, marked_texts, without_words
from onrecord.formats.visible import one_line
from onrecord.model import Record, Span

COLUMNS: tuple[Role, ...] = ("source", "cue", "content")
HEAD = """# columns = token source cue content
# unit = tokens: a run of letters and digits with its inner apostrophes, or one other character that is no white space
"""
TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
COVERED = "{} stretches inside or across another, which BIO cannot hold"


def write_bio(records: Iterable[Record], out: BinaryIO) -> Counter[str]:
    """The texts, a blank line after each, `# article = ID` before it; gives what was left out."""
    left_out: Counter[str] = Counter()
    out.write(HEAD.encode())
    for record in records:
        left_out[NO_WORDS] += without_words(record)
        for text in marked_texts(record):
            out.write("".join(f"{line}\n" for line in lines(text, left_out)).encode())
        out.flush()
    return +left_out


def lines(text: MarkedText, left_out: Counter[str]) -> Iterator[str]:
    """The lines of one text, with the blank one that ends it; what its columns cannot hold goes to `left_out`."""
    tokens = [match.span() for match in TOKEN.finditer(text.text)]
    columns = []
    covered: dict[Role, int] = {}
    for role in COLUMNS:
        spans = [
            span for row in text.quotations for name, spans in row.roles() if name == role for span in spans
        ]
        tags, missing = tagged(tokens, spans, role)
        columns.append(tags)
        if missing:
            covered[role] = missing
            left_out[COVERED.format(role)] += missing
    yield f"# article = {one_line(text.article.id or '')}"
    yield f"# field = {text.field}"
    if covered:
        counts = ", ".join(f"{count} {role}" for role, count in covered.items())
        yield f"# left out = {counts} (inside or across another)"
    for number, (start, end) in enumerate(tokens):
        yield "\t".join([_shown(text.text[start:end]), *(tags[number] for tags in columns)])
    yield ""


def tagged(tokens: list[Span], spans: Iterable[Span], role: Role) -> tuple[list[str], int]:
    """The tag of each token, and how many spans are left out since another, begun before, has their tokens."""
    tags, label = ["O"] * len(tokens), role.upper()
    left_out = at = 0
    free = 0  # the first token that no span has taken
    for start, end in sorted({(s, e) for s, e in spans if s < e}, key=_outermost_first):
        while at < len(tokens) and tokens[at][1] <= start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last][0] < end:
            last += 1
        if last == at:
            continue
        if at < free:
            left_out += 1
            continue
        tags[at:last] = [f"B-{label}"] + [f"I-{label}"] * (last - at - 1)
        free = last
    return tags, left_out


def _outermost_first(span: Span) -> Span:
    return span[0], -span[1]


def _shown(token: str) -> str:
    """A token is never empty and holds no white space; what a terminal would act on is shown instead."""
    return one_line(token) or "\ufffd"
