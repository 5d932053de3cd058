"""Quotation marks: which marks belong together, without a model.

A stack per paragraph pairs the marks; each mark's role is read from what stands beside it first, from its shape
second, so that a mark of the wrong shape still pairs. What a paragraph leaves open is joined to the next one
where the printer's convention says that it goes on (reopened there, or closed there before anything opens).
Where no reading balances, the marks that are certain are reported and the odd one is left out: an article is
never given up for one mark.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from onrecord.model import Span

Role = Literal["open", "close"]

# One family a kind of mark; a mark closes only what its own family opened.
_OPENING = {
    '"': "", "“": "double", "„": "double", "‟": "double", "”": "", "''": "", "``": "double", "＂": "",
    "«": "guillemet", "‹": "guillemet_single", "'": "", "‘": "single", "‚": "single", "‛": "single",
    "`": "single", "「": "corner", "『": "corner_double", "《": "title",
}  # fmt: skip
_CLOSING = {
    "”": "double", "''": "double", "»": "guillemet", "›": "guillemet_single", "’": "single",
    "」": "corner", "』": "corner_double", "》": "title",
}  # fmt: skip
_FAMILY = {
    '"': "double", "＂": "double", "“": "double", "”": "double", "„": "double", "‟": "double", "``": "double",
    "''": "double", "«": "guillemet", "»": "guillemet", "‹": "guillemet_single", "›": "guillemet_single",
    "'": "single", "‘": "single", "’": "single", "‚": "single", "‛": "single", "`": "single",
    "「": "corner", "」": "corner", "『": "corner_double", "』": "corner_double", "《": "title", "》": "title",
}  # fmt: skip

_MARK = re.compile("``|''|[\"“”„‟＂«»‹›'‘’‚‛`「」『』《》]")
_DOUBLE = re.compile("[\"“”„‟＂«»]|``|''")
_BEFORE_OPEN = "([{—–-/:=>*_~…"
_BEFORE_SPACE = frozenset("”’»–—…")
_AFTER_CLOSE = ".,;:!?)]}—–-/…<*_~"
_NOT_AFTER_OPEN = ".,;:!?)]}"
_ELISION = re.compile(
    r"(?:(?i:em|tis|twas|til|cause|bout|n|round|neath|cept|nuff|fraid)|ere|er|is|ow|\d\ds?)\b"
)  # with a capital, "'Is" begins a quotation
# Words cut at their end, behind which a single mark closes nothing while another is still to close: "goin’ to".
_CUT_WORD = re.compile(r"(?:[A-Za-z]{2,}in|(?<!\w)(?:[Aa]n|[Oo]|[Oo]l|[Tt]h|[Ww]i))$")
_THIN = " \u2009\u200a\u202f\xa0"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The words inside one pair of quotation marks, or one paragraph's share of a longer quotation.

    `span` lies inside the marks, `outer` includes them (equal at a side where the paragraph's edge stands for
    the mark). `depth` is 0 for an outermost passage. Passages of one quotation over several paragraphs share
    `run`. Half-open code point offsets into the text that was read.
    """

    span: Span
    outer: Span
    depth: int
    run: int


class _Glyph(msgspec.Struct, frozen=True):
    start: int
    end: int
    shape: str
    family: str
    context: Role | None


class _Open(msgspec.Struct):
    glyph: _Glyph
    run: int
    level: int = 1  # how many of its family are open, itself counted
    kin: int = 0  # how many passages of its own family were closed inside it


def find_passages(
    text: str, paragraphs: Sequence[Span], *, blockquotes: Sequence[Span] = ()
) -> tuple[Passage, ...]:
    """Every passage in quotation marks, in order of its start, outer before inner.

    `paragraphs` are spans of `text`, in order; those of them that are `blockquotes` are passages too, where
    they are not marked already (the page's own setting stands for the marks). Any text is accepted; spans are
    in range, properly nested or disjoint within a paragraph, and never empty. Time is linear in the text for
    balanced marks and bounded by the number of marks in one paragraph otherwise.
    """
    glyphs = [_glyphs(text, paragraph) for paragraph in paragraphs]
    passages: list[Passage] = []
    carried: _Open | None = None
    runs = 0
    for number, (paragraph, marks) in enumerate(zip(paragraphs, glyphs, strict=True)):
        start, end = _trim(text, *paragraph)
        found, left_open, runs = _pair(text, (start, end), marks, carried, runs)
        carried = None
        if left_open is not None and number + 1 < len(paragraphs):
            following = glyphs[number + 1]
            if _goes_on(text, (start, end), paragraphs[number + 1], left_open.glyph, following):
                carried = left_open
                found.append(
                    _passage(text, left_open.glyph.start, left_open.glyph.end, end, end, left_open.run, 0)
                )
        passages.extend(passage for passage in found if passage.span[0] < passage.span[1])
    passages += _unmarked_blocks(text, blockquotes, passages, runs)
    passages.sort(key=_order)
    return tuple(_with_depths(passages))


def _unmarked_blocks(
    text: str, blockquotes: Sequence[Span], passages: Sequence[Passage], runs: int
) -> list[Passage]:
    """Block quotations as passages without marks; neighbours, with nothing but white space between, are one run."""
    found: list[Passage] = []
    starts = {passage.outer[0] for passage in passages}
    previous_end = -1
    for block in blockquotes:
        start, end = _trim(text, *block)
        if start < end and start not in starts:
            runs += not (found and not text[previous_end:start].strip())
            found.append(Passage(span=(start, end), outer=(start, end), depth=0, run=runs))
        previous_end = end
    return found


def _order(passage: Passage) -> tuple[int, int]:
    return passage.outer[0], -passage.outer[1]


def _passage(
    text: str, outer_start: int, start: int, end: int, outer_end: int, run: int, depth: int
) -> Passage:
    return Passage(span=(start, end), outer=(outer_start, outer_end), depth=depth, run=run)


def _with_depths(passages: Sequence[Passage]) -> Iterator[Passage]:
    open_ends: list[int] = []
    for passage in passages:
        while open_ends and open_ends[-1] <= passage.outer[0]:
            open_ends.pop()
        yield msgspec.structs.replace(passage, depth=len(open_ends))
        open_ends.append(passage.outer[1])


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _glyphs(text: str, paragraph: Span) -> list[_Glyph]:
    """The marks of one paragraph, apostrophes and inch signs left out, each with its role by what is beside it."""
    start, end = paragraph
    found: list[_Glyph] = []
    for match in _MARK.finditer(text, start, end):
        shape, (at, after) = match.group(), match.span()
        left = text[at - 1] if at > start else ""
        if left and left in _THIN and shape in _CLOSING and text[at - 2 : at - 1] in _BEFORE_SPACE:
            left = text[at - 2]  # “Is it?” ’ and ‘Bread – ’
        right = text[after : after + 3] if after < end else ""
        family = _FAMILY[shape]
        if family == "single" and _is_apostrophe(text, at, after, left, right):
            continue
        found.append(_Glyph(at, after, shape, family, _context(left, right, text, at, after)))
    return found


def _is_apostrophe(text: str, at: int, after: int, left: str, right: str) -> bool:
    if left.isalnum() and right[:1].isalnum():
        return True
    if left.isdigit() and text[at:after] in ("'", "’") and not right[:1].isalnum():
        return bool(re.match(r"\s?\d", right))  # six feet two
    elision = text[at:after] in ("'", "’") and not left.isalnum() and _ELISION.match(text, after)
    return bool(elision)


def _context(left: str, right: str, text: str, at: int, after: int) -> Role | None:
    next_char = right[:1]
    opens_left = (
        not left
        or left.isspace()
        or left in _BEFORE_OPEN
        or (left in _FAMILY and _opening_side(text, at - 1))
    )
    opens_right = bool(next_char) and not next_char.isspace()
    opens_right = opens_right and (
        next_char not in _NOT_AFTER_OPEN or right == "..." or right.startswith(". .")
    )
    closes_left = bool(left) and not left.isspace() and left not in "([{"
    closes_right = not next_char or next_char.isspace() or next_char in _AFTER_CLOSE
    closes_right = closes_right or (next_char in _FAMILY and closes_left and not opens_left)
    if opens_left and opens_right and not (closes_left and closes_right):
        return "open"
    if closes_left and closes_right and not (opens_left and opens_right):
        return "close"
    return None


def _opening_side(text: str, at: int) -> bool:
    """Whether the mark at `at` itself stands where something opens: so do the marks directly after it."""
    while at > 0 and text[at - 1] in _FAMILY:
        at -= 1
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPEN


def _pair(
    text: str, paragraph: Span, glyphs: Sequence[_Glyph], carried: _Open | None, runs: int
) -> tuple[list[Passage], _Open | None, int]:
    """Pairs the marks of one paragraph; gives the passages, what is left open at its end, and the next run."""
    stack: list[_Open] = []
    found: list[Passage] = []
    reopens = carried is not None and bool(glyphs) and glyphs[0].start == paragraph[0]
    if carried is not None and not reopens:
        # torn by the page, not reopened: the paragraph's own start stands for the mark
        edge = _Glyph(paragraph[0], paragraph[0], "", carried.glyph.family, "open")
        stack.append(_Open(edge, carried.run))
    lowest = _lowest_levels(glyphs)
    for number, glyph in enumerate(glyphs):
        depth = _depth_of(stack, glyph.family)
        # whether, if this mark opens a nested passage, the rest of the paragraph closes all of its family
        nests = depth is not None and stack[depth].level + lowest[number] <= 0
        role = _role(text, glyphs, number, is_open=depth is not None, nests=nests)
        if role == "close" and depth is not None:
            opened = stack[depth]
            del stack[depth:]  # what was opened inside and never closed was no quotation
            if stack and stack[-1].glyph.family == glyph.family:
                stack[-1].kin += 1
            found.append(
                _passage(
                    text, opened.glyph.start, opened.glyph.end, glyph.start, glyph.end, opened.run, depth
                )
            )
        elif role == "open":
            if depth is not None and glyph.family != "single" and not nests:
                del stack[depth:]
                depth = None
            level = 1 if depth is None else stack[depth].level + 1
            if reopens and number == 0 and carried is not None and glyph.family == carried.glyph.family:
                stack.append(_Open(glyph, carried.run, level=level))
            else:
                stack.append(_Open(glyph, runs, level=level))
                runs += 1
    left_open = stack[0] if stack and not stack[0].kin else None
    if left_open is not None and left_open.glyph.family == "single" and len(stack) > 1:
        left_open = None
    return found, left_open, runs


def _depth_of(stack: Sequence[_Open], family: str) -> int | None:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].glyph.family == family:
            return depth
    return None


def _role(text: str, glyphs: Sequence[_Glyph], number: int, *, is_open: bool, nests: bool) -> Role | None:
    """What a mark does; `is_open` says whether one of its family is open, `nests` whether one more would close."""
    glyph = glyphs[number]
    if glyph.family == "single":
        return _single_role(text, glyphs, number, is_open=is_open)
    if glyph.context == "open":
        if not is_open:
            return "open"
        if glyph.shape in _CLOSING:
            return "close"
        return "close" if not nests and _stray_space(text, glyph) else "open"
    if glyph.context == "close":
        if is_open:
            return "close"
        return "open" if _OPENING.get(glyph.shape) and not text[glyph.end : glyph.end + 1].isspace() else None
    if glyph.shape in _CLOSING or not _OPENING.get(glyph.shape):
        return "close" if is_open else (None if glyph.shape in _CLOSING else _neutral_role(text, glyph))
    return "open"


def _neutral_role(text: str, glyph: _Glyph) -> Role | None:
    """A straight mark with nothing open and no telling context: an inch sign, or an opening mark."""
    return None if text[max(0, glyph.start - 1) : glyph.start].isdigit() else "open"


def _stray_space(text: str, glyph: _Glyph) -> bool:
    """Whether a mark that looks opening is a closing one typed on the wrong side of a space (`well, "she said`)."""
    before = text[max(0, glyph.start - 2) : glyph.start]
    return (
        len(before) == 2
        and before[0] in ",.?!"
        and before[1] == " "
        and text[glyph.end : glyph.end + 1].islower()
    )


def _lowest_levels(glyphs: Sequence[_Glyph]) -> list[int]:
    """For each mark: the lowest that the count of open marks of its family falls to from there on, relative to
    before it, each mark opening or closing as it looks. One pass backwards."""
    lowest = [0] * len(glyphs)
    ahead: dict[str, int] = {}
    for number in range(len(glyphs) - 1, -1, -1):
        glyph = glyphs[number]
        closes = glyph.context == "close" or (glyph.context is None and glyph.shape in _CLOSING)
        step = -1 if closes else 1 if glyph.context == "open" else 0
        lowest[number] = ahead[glyph.family] = step + min(0, ahead.get(glyph.family, 0))
    return lowest


def _single_role(text: str, glyphs: Sequence[_Glyph], number: int, *, is_open: bool) -> Role | None:
    """Single marks do double duty: a closing one is one only if something is open, and no possessive."""
    glyph = glyphs[number]
    if not is_open:
        opens = glyph.context == "open" and glyph.shape != "’"
        return "open" if opens or (glyph.context is None and glyph.shape in ("‘", "‚", "`")) else None
    if glyph.context == "open":
        return "open" if glyph.shape in ("‘", "'", "`") else None
    if glyph.context != "close" and glyph.shape not in ("’", "'"):
        return None
    possessive = text[glyph.start - 1 : glyph.start] in ("s", "S", "z", "x") and bool(
        re.match(r"\s+[a-z]", text[glyph.end : glyph.end + 3])
    )
    cut = text[glyph.end : glyph.end + 1].isspace() and _CUT_WORD.search(
        text, max(0, glyph.start - 20), glyph.start
    )
    if (possessive or cut) and _closes_later(glyphs, number):
        return None
    return "close" if glyph.context == "close" else None


def _closes_later(glyphs: Sequence[_Glyph], number: int) -> bool:
    """Whether another single closing mark comes before the next single opening one."""
    for glyph in glyphs[number + 1 :]:
        if glyph.family == "single":
            return glyph.context == "close"
    return False


def _goes_on(text: str, paragraph: Span, following: Span, opened: _Glyph, marks: Sequence[_Glyph]) -> bool:
    """Whether what a paragraph leaves open goes on in the next: reopened there, or closed before all else."""
    start, _ = _trim(text, *following)
    first = next((mark for mark in marks if mark.family == opened.family), None)
    if first is None:
        return False
    if first.start == start and first.context != "close":
        return first.shape not in _CLOSING or first.shape == opened.shape
    ends_open = text[paragraph[1] - 1] not in ".?!…:"
    closes = first.context == "close" or (first.context is None and first.shape in _CLOSING)
    if opened.family == "single" and not ends_open:
        return False  # a lone apostrophe in the next paragraph is no evidence
    return closes
