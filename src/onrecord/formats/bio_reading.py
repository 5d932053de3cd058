"""Reads BIO in columns: a token a line, its tags beside it, a blank line where a sentence or a text ends.

The form is that of CoNLL's shared tasks (https://www.clips.uantwerpen.be/conll2003/ner/: columns parted by white space,
the token first, `-DOCSTART-` before a text), with the tags IOB2 or IOB1 (Tjong Kim Sang and Veenstra, EACL 1999,
https://aclanthology.org/E99-1023): an I after another kind of tag begins a stretch, as in CoNLL's own script. E and S,
or L and U, for a last and an only token are taken too. The roles may stand in one column (`B-source`, `I-content`) or
in one each. Comments are lines such as `# article = ID`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution, alone, failed, role_of
from onrecord.formats.standoff import Role
from onrecord.model import Failure, Span

_TAG = re.compile(r"O|([BIESLU])-(\S+)")
_BEGINS = frozenset("BSU")  # S and U: one token by itself; E and L: the last of several
_STARTS = frozenset(["article", "newdoc id", "newdoc"])
_DOCSTART = "-DOCSTART-"


class _Row(msgspec.Struct, frozen=True):
    """A token with its tags, and where it stands in the text that is made of the tokens."""

    span: Span
    tags: tuple[str, ...]


def read_bio(data: bytes, name: str, left_out: Counter[str]) -> Iterator[AnnotatedText | Failure]:
    """The texts of a file: its tokens one space apart, a line for each sentence.

    A text begins at `# article = ID`, `# newdoc id = ID` or `-DOCSTART-`; a file with none of these is one text,
    called `name`. Which source belongs to which content is not said, so that each stretch is an attribution of its
    own. A text with a bad line is a failure, which names the line, and the others are read.
    """
    for number, (id, lines) in enumerate(_texts(_decoded(data)), start=1):
        told = id or (name if number == 1 else f"{name} {number}")
        try:
            text, rows = _rows(lines)
        except UnreadableInput as error:
            yield failed(told, error)
            continue
        if rows:
            attributions = tuple(_attributions(rows, left_out))
            yield AnnotatedText(id=told, text=text, attributions=attributions, linked=not attributions)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"it is not UTF-8 ({error}): save it as UTF-8.") from error


def _texts(data: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The lines of each text with their numbers, and the id that stands before it (empty where none does)."""
    id, lines = "", list[tuple[int, str]]()
    for number, line in enumerate(data.split("\n"), start=1):
        line = line.rstrip("\r")
        is_comment = line.startswith("#") and not _is_token(line)
        key, _, told = (part.strip() for part in line[1:].partition("=")) if is_comment else ("", "", "")
        if line.startswith(_DOCSTART) or key in _STARTS:
            if any(one.strip() for _, one in lines):
                yield id, lines
            id, lines = told, []
        elif key == "field" and told != "text":
            id = f"{id} ({told})"
        elif not is_comment:
            lines.append((number, line))
    yield id, lines


def _is_token(line: str) -> bool:
    """Whether a line has a tag at its end: a comment has none, a token that begins with # has."""
    columns = _columns(line)
    return len(columns) > 1 and _TAG.fullmatch(columns[-1]) is not None


def _columns(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else line.split()


def _rows(lines: Sequence[tuple[int, str]]) -> tuple[str, list[_Row]]:
    """The text, and its tokens with the tags of those columns that hold nothing but tags."""
    found: list[tuple[int, list[str]]] = []
    parts: list[str] = []
    spans: list[Span] = []
    at, before = 0, ""
    for number, line in lines:
        if not line.strip():
            before = "\n" if parts else ""
            continue
        columns = _columns(line)
        if len(columns) < 2 or (found and len(columns) != len(found[0][1])):
            wanted = f"{len(found[0][1])} columns" if found else "a token and its tags"
            raise UnreadableInput(f"line {number} has {len(columns)} columns, expected are {wanted}.")
        found.append((number, columns))
        token = " ".join(columns[0].split())
        parts += [before, token]
        at += len(before)
        spans.append((at, at + len(token)))
        at += len(token)
        before = " "
    tagged = [column for column in range(1, len(found[0][1]) if found else 0) if _is_tagged(column, found)]
    if found and not tagged:
        raise UnreadableInput(
            f"line {found[0][0]} holds no tag: expected are O, B-content, I-content and the like."
        )
    for number, columns in found:
        for column in tagged:
            if not _TAG.fullmatch(columns[column]):
                raise UnreadableInput(
                    f"line {number} has {columns[column]!r} for a tag: expected are O, B-content and the like."
                )
    rows = [
        _Row(span=span, tags=tuple(columns[column] for column in tagged))
        for span, (_, columns) in zip(spans, found, strict=True)
    ]
    return "".join(parts), rows


def _is_tagged(column: int, found: Sequence[tuple[int, list[str]]]) -> bool:
    """Whether a column holds tags: most of what stands in it is one."""
    return 2 * sum(_TAG.fullmatch(columns[column]) is not None for _, columns in found) > len(found)


def _attributions(rows: Sequence[_Row], left_out: Counter[str]) -> Iterator[Attribution]:
    """Each stretch as an attribution of one role, in the order of their beginnings."""
    stretches: list[tuple[Span, Role]] = []
    for column in range(len(rows[0].tags)):
        label, start, end = "", 0, 0
        for row in (*rows, _Row(span=(0, 0), tags=("O",) * len(rows[0].tags))):
            tag = _TAG.fullmatch(row.tags[column])
            begins, now = (tag[1] in _BEGINS, tag[2] or "") if tag else (False, "")
            if label and (begins or now != label):
                role = role_of(label)
                if role is None:
                    left_out[f"stretches tagged {label}"] += 1
                else:
                    stretches.append(((start, end), role))
                label = ""
            if now and not label:
                label, start = now, row.span[0]
            end = row.span[1]
    for span, role in sorted(stretches):
        yield alone(role, (span,))
