"""brat standoff: texts with their marks in a file beside them, for brat and for what reads PolNeAR's files.

The form is described at https://brat.nlplab.org/standoff.html: T lines are marked words, E lines tie them into
attributions, A lines say more of these, R lines tie a quotation to the one that it stands in, # lines are notes. As in
PolNeAR (Newell, Margolin, Ruths, LREC 2018), an attribution is an event with the roles Content, Cue and Source.
Positions count Unicode code points of the .txt, from 0, the end not included.
"""

import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, get_args

import msgspec

from onrecord.formats.standoff import NO_WORDS, MarkedQuotation, MarkedText, marked_texts, without_words
from onrecord.formats.visible import one_line
from onrecord.model import Act, QuotationKind, Record, Span

CONFIGURATION = f"""# Made by onrecord. The positions in the .ann files count Unicode code points of the .txt
# file beside them (not bytes, not UTF-16 units), from 0, the end not included.
[entities]
Content
Cue
Source

[relations]
Inside\tArg1:Content, Arg2:Content
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
Attribution\tContent:Content, Cue?:Cue, Source?:Source

[attributes]
Kind\tArg:<EVENT>, Value:{"|".join(get_args(QuotationKind))}
Act\tArg:<EVENT>, Value:{"|".join(get_args(Act))}
Negated\tArg:<EVENT>
"""

LISTING = "articles.tsv"
_HEAD = "file\tarticle\tfield\tpath\turl\n"
_EPOCH = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the first time that a ZIP archive can say: the same input gives the same bytes
# Words are marked line by line: brat ends a line of an .ann at every one of these, and a column at a tab.
_UNBROKEN = re.compile("[^\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")


class BratFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a brat collection: its name, with no folder, and its bytes."""

    name: str
    data: bytes


def write_brat(records: Iterable[Record], out: BinaryIO) -> Counter[str]:
    """A ZIP archive of the collection; gives what was left out, with the reasons."""
    left_out: Counter[str] = Counter()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in brat_files(records, left_out):
            archive.writestr(zipfile.ZipInfo(file.name, _EPOCH), file.data, zipfile.ZIP_DEFLATED)
    return left_out


def write_brat_folder(records: Iterable[Record], folder: str | os.PathLike[str]) -> Counter[str]:
    """The collection as files in a folder, made if it is not there; files of the same names are replaced."""
    left_out: Counter[str] = Counter()
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for file in brat_files(records, left_out):
        (place / file.name).write_bytes(file.data)
    return left_out


def brat_files(records: Iterable[Record], left_out: Counter[str]) -> Iterator[BratFile]:
    """`annotation.conf`, a .txt and an .ann for each text, and `articles.tsv`: which article each text is of.

    Texts are numbered as their articles come (`000001.txt`, `000001.title.txt`); reasons go to `left_out`.
    """
    yield BratFile(name="annotation.conf", data=CONFIGURATION.encode())
    listing = io.StringIO(_HEAD)
    listing.seek(0, io.SEEK_END)
    for number, record in enumerate(records, start=1):
        missing = without_words(record)
        if missing:
            left_out[NO_WORDS] += missing
        for text in marked_texts(record):
            stem = f"{number:06}" if text.field == "text" else f"{number:06}.{text.field}"
            yield BratFile(name=f"{stem}.txt", data=text.text.encode())
            yield BratFile(name=f"{stem}.ann", data=standoff(text).encode())
            article = text.article
            cells = (stem, article.id, text.field, article.path, article.url)
            listing.write("\t".join(one_line(cell or "") for cell in cells) + "\n")
    yield BratFile(name=LISTING, data=listing.getvalue().encode())


def standoff(text: MarkedText) -> str:
    """The .ann of one text: for each quotation its T, E, A and # lines, then the R lines.

    A quotation without a cue has the event's trigger on its content, since an event must have one.
    """
    lines: list[str] = []
    contents: dict[str, str] = {}  # a quotation's id to the T of its content
    marks = attributes = 0
    drawn = [(row, places) for row in text.quotations if (places := _unbroken(text.text, row.content))]
    for number, (row, content) in enumerate(drawn, start=1):
        cue, source = _unbroken(text.text, row.cue), _unbroken(text.text, row.source)
        roles = [("Source", source), ("Cue", cue), ("Content", content), ("Attribution", cue or content)]
        names: dict[str, str] = {}
        for role, spans in roles:
            if spans:
                marks += 1
                names[role] = f"T{marks}"
                lines.append(_mark(names[role], role, text.text, spans))
        arguments = [
            f"{role}:{names[role]}" for role in ("Attribution", "Content", "Cue", "Source") if role in names
        ]
        lines.append(f"E{number}\t{' '.join(arguments)}")
        for attribute in _attributes(row):
            attributes += 1
            lines.append(f"A{attributes}\t{attribute[0]} E{number}{attribute[1]}")
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(row)}")
        contents[row.quotation.id] = names["Content"]
    inside = [
        (contents[row.quotation.id], contents[row.quotation.parent])
        for row, _ in drawn
        if row.quotation.parent in contents
    ]
    lines += [
        f"R{number}\tInside Arg1:{inner} Arg2:{outer}"
        for number, (inner, outer) in enumerate(inside, start=1)
    ]
    return "".join(line + "\n" for line in lines)


def _unbroken(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans cut at line ends and tabs: no marked words may hold one."""
    found: list[Span] = []
    for start, end in spans:
        found += (match.span() for match in _UNBROKEN.finditer(text, start, end) if match.group().strip())
    return tuple(found)


def _mark(name: str, role: str, text: str, spans: tuple[Span, ...]) -> str:
    places = ";".join(f"{start} {end}" for start, end in spans)
    return f"{name}\t{role} {places}\t{' '.join(text[start:end] for start, end in spans)}"


def _attributes(row: MarkedQuotation) -> Iterator[tuple[str, str]]:
    yield "Kind", f" {row.quotation.kind}"
    yield "Act", f" {row.quotation.act}"
    if row.quotation.negated:
        yield "Negated", ""


def _note(row: MarkedQuotation) -> str:
    """Who says it, and the quotation's id: what brat has no line of its own for."""
    speakers = [f"{one_line(speaker.name or '?')} ({speaker.kind})" for speaker in row.quotation.speakers]
    told = [f"speaker: {'; '.join(speakers)}"] if speakers else []
    return " | ".join([*told, f"id: {one_line(row.quotation.id)}"])
