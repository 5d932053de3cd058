"""Reads PARC 3.0: a corpus whose annotations stand inside the words of a treebank's XML.

The corpus: Pareti, LREC 2016 (https://aclanthology.org/L16-1619); its XML as its readers take it (QSample,
https://github.com/christianscheible/qsample; parc3, https://github.com/enewe101/parc3): `WORD` elements with `text`
and `ByteCount`, inside sentences and phrases; in a word, an `attribution` with an `id` for each that it belongs to,
and in that an `attributionRole` whose `roleValue` is `source`, `cue`, `content` or `supplement`.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution, role_of
from onrecord.formats.standoff import Role
from onrecord.model import Span

# What the Penn Treebank writes for brackets, quotation marks and the strokes that it escapes.
_TREEBANK = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_TREEBANK |= {"``": '"', "''": '"', "\\/": "/", "\\*": "*"}
_SUPPLEMENT = "supplement"
_EMPTY = "-NONE-"  # a place in the tree that no word of the text fills


def read_parc(data: bytes, name: str, left_out: Counter[str]) -> AnnotatedText:
    """The text of one file, made of its words; a run of words with one role is one span.

    Words stand one space apart, or none where their `ByteCount`s touch; sentences end a line. An attribution is
    nested where its id says so, as the corpus has it. Raises `UnreadableInput` where it is no such XML.
    """
    # Entities are not resolved, nothing is fetched, and a file of a few bytes cannot become one of gigabytes.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"it is not well-formed XML: {error}.") from error
    parts: list[str] = []
    at = 0
    runs: dict[str, dict[Role, list[Span]]] = {}
    before: set[tuple[str, Role]] = set()
    last_byte, sentence = "", None
    for word, current in _words(root):
        start_byte, _, end_byte = (part.strip() for part in (word.get("ByteCount") or "").partition(","))
        between = "\n" if current is not sentence else "" if start_byte and start_byte == last_byte else " "
        last_byte, sentence = end_byte, current
        parts += [between if parts else "", _as_printed(word)]
        start = at + len(parts[-2])
        at = start + len(parts[-1])
        roles = set(_roles(word, left_out))
        for id, role in roles:
            spans = runs.setdefault(id, {}).setdefault(role, [])
            if spans and (id, role) in before:
                spans[-1] = (spans[-1][0], at)
            else:
                spans.append((start, at))
        before = roles
    if not parts:
        raise UnreadableInput('it holds no <WORD text="...">: PARC\'s XML has one for each word.')
    attributions = tuple(_attribution(*item) for item in runs.items())
    return AnnotatedText(id=name, text="".join(parts), attributions=attributions)


def _words(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The words in their order, each with the sentence that it stands in."""
    for sentence in root.iterchildren(tag=etree.Element):
        for element in sentence.iter("WORD"):
            if element.get("pos") != _EMPTY:
                yield element, sentence


def _as_printed(word: etree._Element) -> str:
    written = word.get("text")
    if not written:
        raise UnreadableInput(f"line {word.sourceline}: a <WORD> without its text.")
    if written in _TREEBANK:
        return _TREEBANK[written]
    return " ".join(written.replace("\\/", "/").replace("\\*", "*").split())


def _roles(word: etree._Element, left_out: Counter[str]) -> Iterator[tuple[str, Role]]:
    for attribution in word.iterchildren("attribution"):
        id = attribution.get("id")
        if not id:
            raise UnreadableInput(f"line {word.sourceline}: an <attribution> without its id.")
        for told in attribution.iterchildren("attributionRole"):
            label = told.get("roleValue") or ""
            role = role_of(label)
            if role is not None:
                yield id, role
            elif label == _SUPPLEMENT:
                left_out["words marked as supplement"] += 1
            else:
                raise UnreadableInput(
                    f"line {word.sourceline}: the roleValue {label!r}, which is not source, cue, content or supplement."
                )


def _attribution(id: str, runs: dict[Role, list[Span]]) -> Attribution:
    return Attribution(
        source=tuple(runs.get("source", ())),
        cue=tuple(runs.get("cue", ())),
        content=tuple(runs.get("content", ())),
        nested="nested" in id.casefold(),
    )
