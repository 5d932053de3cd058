"""Markup inside a line of Markdown-like text: links, emphasis, escapes, bits of HTML.

Read in one pass whose work is bounded by the length of the line, whatever is in it.
"""

import html
import re

from onrecord.model import Link
from onrecord.read.blocks import Run, compose

_TOKEN = re.compile(
    r"\\[\\`*_{}\[\]()#+\-.!|>~\"']"  # an escaped character
    r"|!?\[|\]\(|\]\[[^\]\[\n]{0,200}\]|\]"  # the parts of a link
    r"|\*+|_+|~~"  # emphasis
    r"|<https?://[^\s<>]{1,2000}>"
    r"|</?(?:a|b|i|u|em|strong|sup|sub|small|span|br|p|div|cite|mark|font|center)(?:\s[^<>]{0,500})?/?>"
    r"|&(?:[a-zA-Z]{2,30}|\#\d{1,7}|\#x[0-9a-fA-F]{1,6});",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\s*(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,2000}){0,8}))"
    r"(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|“[^”\n]{0,500}”))?\s*\)"
)
# No paragraph of an article is longer; such a line is not markup and is kept as it is.
LONGEST_MARKED = 200_000
# A line with more broken links than this is no Markdown: its brackets are kept as they are.
_MOST_BROKEN = 100


def read_inline(line: str, references: dict[str, str]) -> tuple[str, tuple[Link, ...]]:
    """A line without its markup, and its links. `references` are the targets of `[text][name]` links."""
    if len(line) > LONGEST_MARKED:
        return compose([(line, None)], ())
    pieces, link_ranges, targets = _read_tokens(line, references)
    runs: list[Run] = []
    ranges = iter(sorted(link_ranges))
    current = next(ranges, None)
    for number, piece in enumerate(pieces):
        while current and number >= current[1]:
            current = next(ranges, None)
        inside = current is not None and current[0] <= number
        runs.append((piece, current[2] if inside and current else None))
    return compose([run for run in runs if run[0]], targets)


def is_emphasised(line: str) -> bool:
    """Whether a whole line is set in emphasis (`*…*`)."""
    line = line.strip()
    for mark in ("***", "**", "*", "__", "_"):
        if line.startswith(mark) and line.endswith(mark) and len(line) > 2 * len(mark) + 1:
            inner = line[len(mark) : -len(mark)]
            return not inner[0].isspace() and not inner[-1].isspace() and inner[0] not in "*_"
    return False


def _read_tokens(
    line: str, references: dict[str, str]
) -> tuple[list[str], list[tuple[int, int, int]], list[str | None]]:
    """The pieces of the line that are its text, which of them stand in which link, and the links' targets."""
    pieces: list[str] = []
    open_brackets: list[tuple[int, bool]] = []
    open_emphasis: dict[str, list[int]] = {"*": [], "_": [], "~": []}
    ranges: list[tuple[int, int, int]] = []
    targets: list[str | None] = []
    broken = at = 0
    while (match := _TOKEN.search(line, at)) is not None:
        token, start, end = match.group(), match.start(), match.end()
        if start > at:
            pieces.append(line[at:start])
        at = end
        if token[0] == "\\":
            pieces.append(token[1])
        elif token in ("[", "!["):
            open_brackets.append((len(pieces), token == "!["))
            pieces.append(token)
        elif token[0] == "]":
            target, at = _target(line, token, end, pieces, open_brackets, references, broken)
            if target is None:
                broken += token == "]("
                at = start + 1
                pieces.append("]")
                if open_brackets:
                    open_brackets.pop()
                continue
            opening, is_image = open_brackets.pop()
            if is_image:
                # Whatever was opened inside the picture's words goes with them.
                del pieces[opening:]
                _forget_after(opening, ranges, open_emphasis)
            else:
                pieces[opening] = ""
                ranges.append((opening, len(pieces), len(targets)))
                targets.append(target)
                open_brackets = [entry for entry in open_brackets[-20:] if entry[1]]
        elif token[0] in "*_~":
            _emphasis(line, token, start, end, pieces, open_emphasis[token[0]])
        elif token[0] == "<":
            if token[1] == "h":
                ranges.append((len(pieces), len(pieces) + 1, len(targets)))
                targets.append(token[1:-1])
                pieces.append(token[1:-1])
            else:
                pieces.append(" " if token[1:3].lower() in ("br", "p>", "di") else "")
        else:
            pieces.append(html.unescape(token))
    pieces.append(line[at:])
    return pieces, ranges, targets


def _forget_after(opening: int, ranges: list[tuple[int, int, int]], emphasis: dict[str, list[int]]) -> None:
    while ranges and ranges[-1][1] > opening:
        ranges.pop()
    for opened in emphasis.values():
        while opened and opened[-1] >= opening:
            opened.pop()


def _target(
    line: str,
    token: str,
    end: int,
    pieces: list[str],
    open_brackets: list[tuple[int, bool]],
    references: dict[str, str],
    broken: int,
) -> tuple[str | None, int]:
    """Where the link that ends here leads, and where the line goes on; None where it is no link."""
    if not open_brackets or broken > _MOST_BROKEN:
        return None, end
    if token == "](":
        match = _TARGET.match(line, end)
        return (match.group(1) or match.group(2) or "", match.end()) if match else (None, end)
    if not references:
        return None, end
    words = (
        "".join(pieces[open_brackets[-1][0] + 1 :])[:200] if len(pieces) - open_brackets[-1][0] < 50 else ""
    )
    name = token[2:-1] if token != "]" else ""
    return references.get((name or words).strip().lower()), end


def _emphasis(line: str, token: str, start: int, end: int, pieces: list[str], opened: list[int]) -> None:
    """Take a pair of emphasis marks away; a mark without a partner is kept as it is.

    A mark between two letters ("d**n") is none: news texts hide words so.
    """
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    can_close = not before.isspace() and not after.isalnum() and bool(opened)
    can_open = not after.isspace() and not before.isalnum()
    left = len(token)
    while can_close and left and opened:
        opening = opened[-1]
        taken = min(left, len(pieces[opening]))
        pieces[opening] = pieces[opening][taken:]
        left -= taken
        if not pieces[opening]:
            opened.pop()
    rest = token[:left]
    if rest and can_open and left == len(token):
        opened.append(len(pieces))
    pieces.append(rest)
