"""The lines before the body: headline, deck, byline, outlet and dates, tags, notices."""

import re

import msgspec

from onrecord.model import Notice, Original
from onrecord.read.blocks import Block
from onrecord.read.bylines import looks_like_name, read_byline, read_names
from onrecord.read.frame import Frame, merge
from onrecord.read.notices import classify, is_separator, notice_kind
from onrecord.read.origin import (
    DateLine,
    merge_originals,
    names_outlet,
    read_date_line,
    read_original,
    same_outlet,
)

_LABEL = re.compile(r"^([A-Z][\w&' -]{1,28}?)\s*:\s+(\S.*)$")
_TAG_LABELS = re.compile(
    r"^(?:(?:region|theme|topic|tag|categor(?:y|ie)|section|keyword|subject|countr(?:y|ie)|issue|place|people|"
    r"organi[sz]ation)s?|filed under|filed to|posted in|published in|in-depth reports?|series|special report"
    r"|more on"
    r"|news categor(?:y|ie)s?)$",
    re.IGNORECASE,
)
_URL_LINE = re.compile(
    r"^(?:(?:url|link|source url|permalink|web)\s*:\s*)?(https?://[^\s<>\"]{4,2000})$", re.IGNORECASE
)
_CAPTION_END = re.compile(
    r"[(\[](?:photo(?:graph)?|image|picture|credit|photo credit|file photo|ap photo"
    r"|illustration)\b[^()\[\]]{0,80}[)\]]\.?$"
    r"|(?:photograph|photo|image|picture|credit): \S[^.]{0,80}$",
    re.IGNORECASE,
)
# Under a byline: "Example Press Writer", "Chief Political Correspondent".
_OFFICE_LINE = re.compile(
    r"^(?:[A-Z][\w'’.&-]*\s+|of\s+|the\s+|for\s+|and\s+){0,6}"
    r"(?:Writer|Correspondent|Reporter|Editor|Staff|Columnist|Contributor|Bureau|Analyst|Producer)s?$",
    re.IGNORECASE,
)
_TITLE_MAY_NOT_END = (".", ",", ";", ":", ".”", ".’", '."', ",”", ',"', ".'", ".»")
_LOOSE_BRACKETS = re.compile(
    r"^(?:news|opinion|analysis|exclusive|breaking(?: news)?|world|politics|comment|interview|editorial)$",
    re.I,
)

_LONGEST_TITLE = 220
_LONGEST_DECK = 420
_LONGEST_TAG = 60
_FRONT_LINES = 40


def is_front_line(text: str) -> bool:
    """Whether a line by itself is a byline or a line of dates: then the lines about it are not one paragraph."""
    block = Block(text=text)
    return (
        read_byline(text) is not None
        or read_date_line(block) is not None
        or _URL_LINE.match(text) is not None
    )


def read_front(blocks: list[Block], *, known: Frame) -> tuple[Frame, list[Block]]:
    """What the lines before the body say, and the blocks from the body on."""
    frame, at = _read_title(blocks, known)
    date_lines: list[DateLine] = []
    while at < min(len(blocks), _FRONT_LINES):
        block = blocks[at]
        if _is_deck(blocks, at, frame=frame):
            frame = merge(frame, Frame(deck=block.text))
            at += 1
            continue
        date_line = _date_line(block)
        found = Frame() if date_line else _read_line(blocks, at, frame=frame)
        if found is None:
            break
        if date_line:
            byline = read_byline(date_line.name or "")  # "Posted on May 3, 2024 by A. Name"
            if byline:
                date_line = msgspec.structs.replace(date_line, name=None)
                found = Frame(authors=byline.authors)
            date_lines.append(date_line)
            frame = merge(frame, Frame(modified=date_line.modified, retrieved=date_line.retrieved))
        frame = merge(frame, found)
        at += 1
    if at == len(blocks) and at > 0 and not _is_line_of_front(blocks, at - 1, frame=frame):
        at -= 1  # never take all: the last line is the body
    return _with_outlets(frame, date_lines), blocks[at:]


def _date_line(block: Block) -> DateLine | None:
    if block.kind in ("quote", "caption", "rule") or read_byline(block.text) is not None:
        return None
    return read_date_line(block)


def _read_title(blocks: list[Block], known: Frame) -> tuple[Frame, int]:
    """The headline, and how many blocks it and what stands above it take."""
    lines = 0
    for at, block in enumerate(blocks[:8]):
        if known.title and _same_words(block.text, known.title):
            return known, at + 1
        if known.title and _is_title_without_site(block.text, known.title):
            return msgspec.structs.replace(known, title=block.text), at + 1
        if block.kind == "heading" and block.level == 1 and not known.title:
            return merge(known, Frame(title=block.text)), at + 1
        if at == lines and (
            block.kind == "rule"
            or _LOOSE_BRACKETS.match(block.text)
            or is_link_line(block, links=2)
            or classify(block.text) == "furniture"
        ):
            lines += 1
    if known.title:
        return known, 0
    if lines < len(blocks) and _is_title(blocks, lines):
        return merge(known, Frame(title=blocks[lines].text)), lines + 1
    return known, lines if lines < len(blocks) else 0


def _is_title_without_site(text: str, title: str) -> bool:
    """Whether a line is the headline in a window's title that has the site's name before or after it."""
    if len(text.split()) < 3 or len(text) < 0.4 * len(title):
        return False
    rest = title.removeprefix(text) if title.startswith(text) else title.removesuffix(text)
    return rest != title and (
        rest.lstrip()[:1] in tuple("|-–—:•·»") or rest.rstrip()[-1:] in tuple("|-–—:•·»")
    )


def _same_words(left: str, right: str) -> bool:
    return re.sub(r"\W+", " ", left).strip().lower() == re.sub(r"\W+", " ", right).strip().lower()


def _is_title(blocks: list[Block], at: int) -> bool:
    """Whether a first line is a headline: short, with no final stop, and with more after it."""
    block = blocks[at]
    if (
        block.kind not in ("paragraph", "heading")
        or len(block.text) > _LONGEST_TITLE
        or at + 1 >= len(blocks)
    ):
        return False
    if (
        is_front_line(block.text)
        or classify(block.text)
        or is_separator(block.text)
        or not block.text.strip("\"'“”‘’*_ ")
    ):
        return False
    if block.kind == "heading":
        return True
    after = blocks[at + 1].text
    if after[:1].islower() and not is_front_line(after):
        return False
    if block.text.endswith(_TITLE_MAY_NOT_END):
        return block.text.count(".") == 1 and is_front_line(after)
    return len(block.text) < max(len(after), 100) or len(blocks) > at + 2


def _is_deck(blocks: list[Block], at: int, *, frame: Frame) -> bool:
    """Whether a block is the deck: short, under the headline, with a byline or a date to come."""
    block = blocks[at]
    if frame.deck:
        return _same_words(block.text, frame.deck)
    if (
        not frame.title
        or len(block.text) > _LONGEST_DECK
        or block.kind not in ("paragraph", "heading", "quote")
    ):
        return False
    if frame.authors and not (block.kind == "heading" and at < 4):
        return False
    if _date_line(block) or _read_line(blocks, at, frame=frame) is not None or at + 1 >= len(blocks):
        return False
    if _is_strong(blocks, at + 1, frame=frame):
        return True
    # With nothing between it and the body, only its setting tells a deck: a subheading right under the headline.
    return block.kind == "heading" and block.level >= 2 and at <= 2 and len(block.text) > 30


def _is_strong(blocks: list[Block], at: int, *, frame: Frame) -> bool:
    block = blocks[at]
    return (
        read_byline(block.text) is not None
        or _date_line(block) is not None
        or read_tags(block) is not None
        or (_is_bare_name(blocks, at, frame=frame))
    )


def _is_line_of_front(blocks: list[Block], at: int, *, frame: Frame) -> bool:
    return _date_line(blocks[at]) is not None or _read_line(blocks, at, frame=frame) is not None


def _read_line(blocks: list[Block], at: int, *, frame: Frame) -> Frame | None:
    """One line before the body as what it says; None where it reads like the body's first paragraph."""
    block = blocks[at]
    if block.kind == "rule" or is_separator(block.text):
        return Frame()
    if block.kind == "caption" or (len(block.text) < 400 and _CAPTION_END.search(block.text)):
        return Frame(captions=(block.text,))
    byline = read_byline(block.text)
    if byline:
        return merge(Frame(authors=byline.authors), _read_rest(byline.rest))
    if _is_bare_name(blocks, at, frame=frame):
        return Frame(authors=read_names(block.text))
    tags = read_tags(block)
    if tags is not None:
        return Frame(tags=tags)
    address = _URL_LINE.match(block.text)
    if address:
        return Frame(url=address.group(1))
    if frame.outlet and same_outlet(block.text, frame.outlet):
        return Frame()
    original = read_original(block) if len(block.text) < 300 else None
    if original:
        return Frame(original=original, notices=(Notice(kind="other", text=block.text),))
    if is_link_line(block, links=2) or (frame.authors and _OFFICE_LINE.match(block.text)):
        return Frame(notices=(Notice(kind="other", text=block.text),))
    kind = classify(block.text)
    if kind == "credit":
        return Frame(credits=(block.text,))
    if kind:
        return Frame(notices=(Notice(kind=notice_kind(kind), text=block.text),))
    return None


def _read_rest(parts: tuple[str, ...]) -> Frame:
    """What follows the names on a byline: an outlet, dates, an office."""
    frame = Frame()
    for part in parts:
        line = read_date_line(Block(text=part))
        if line:
            frame = merge(frame, Frame(published=line.published, modified=line.modified, outlet=line.name))
        elif names_outlet(part) and len(part) < 60 and classify(part) is None:
            frame = merge(frame, Frame(outlet=part.strip(" ,")))
    return frame


def _is_bare_name(blocks: list[Block], at: int, *, frame: Frame) -> bool:
    """A name alone on its line is the writer's where the headline stands above it and a date stands near."""
    text = blocks[at].text
    if any(_same_words(text, author) for author in frame.authors):
        return True
    if not frame.title or frame.authors or blocks[at].kind == "quote":
        return False
    if not _are_names(text) or names_outlet(text):
        return False
    following = blocks[at + 1 : at + 3]
    return any(_date_line(block) is not None for block in following)


def _are_names(text: str) -> bool:
    """Whether a line is nothing but names, each perhaps with its place ("A. Name in Town and B. Name")."""
    pieces = re.split(r"\s+and\s+|\s*,\s*", text) if len(text) <= 120 else []
    names = [re.sub(r"\s+in\s+[A-ZÀ-Þ][\w.'’-]*(?:\s[\w.'’-]+){0,3}$", "", piece) for piece in pieces]
    return bool(names) and all(looks_like_name(name) and len(name.split()) <= 4 for name in names)


def is_link_line(block: Block, *, links: int = 1) -> bool:
    """A line that is nothing but links ("[Become a member]", "[Home] | [News]")."""
    if len(block.links) < links or len(block.text) > 200 or block.text.endswith((".", "?", "!", "”", '"')):
        return False
    linked = sum(len(link.text) for link in block.links)
    return linked >= 0.85 * len(re.sub(r"[\s|•·,]", "", block.text))


def read_tags(block: Block) -> tuple[str, ...] | None:
    """The values of a line of labels ("Topics: Harbour, Fishing"); None for any other line.

    A label that no list knows is one only where all its values are links.
    """
    match = _LABEL.match(block.text)
    if not match or len(block.text) > 500:
        return None
    values = [value.strip(" .") for value in re.split(r"\s*[,;|•·]\s*", match.group(2))]
    if not all(value and len(value) <= _LONGEST_TAG for value in values):
        return None
    if _TAG_LABELS.match(match.group(1)):
        return tuple(values)
    linked = sum(len(link.text) for link in block.links if link.span[0] >= match.start(2))
    bare = len(re.sub(r"[\s,;|•·]", "", match.group(2)))
    is_linked = linked and sum(len(re.sub(r"[\s,;|•·]", "", link.text)) for link in block.links) >= 0.9 * bare
    return tuple(values) if is_linked and classify(block.text) is None else None


def _with_outlets(frame: Frame, lines: list[DateLine]) -> Frame:
    """Outlet, date and original from the lines that name an outlet and a date.

    Two such lines are a reprint's own and the original's: the original's is the earlier, or the second.
    """
    found = frame
    dated: list[DateLine] = []
    for line in lines:
        is_writer = bool(line.name) and not frame.authors and looks_like_name(line.name or "")
        if is_writer and not names_outlet(line.name or "") and not dated and frame.outlet:
            found = merge(found, Frame(authors=read_names(line.name or ""), published=line.published))
        else:
            dated.append(line)
    named = [line for line in dated if line.name]
    first = named[0] if named else None
    second = (
        next((line for line in named[1:] if not same_outlet(line.name or "", first.name or "")), None)
        if first
        else None
    )
    if first and second and _is_earlier(first, second):
        first, second = second, first
    if second:
        original = Original(outlet=second.name, url=second.url, published=second.published)
        found = merge(found, Frame(original=merge_originals(original, found.original)))
    unnamed = [line.published for line in dated if not line.name and line.published]
    if first:
        found = merge(found, Frame(outlet=first.name, published=first.published))
    return merge(found, Frame(published=unnamed[0] if unnamed else None))


def _is_earlier(left: DateLine, right: DateLine) -> bool:
    left_value = left.published.value if left.published else None
    right_value = right.published.value if right.published else None
    return bool(left_value and right_value and left_value[:10] < right_value[:10])
