"""Bytes to text: UTF-8 where it is, else the encoding that the bytes themselves tell, which is said."""

import re

from onrecord.errors import UnreadableInput

_BOMS = (
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xfe\xff", "utf-16"),
    (b"\xff\xfe", "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.I
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 100_000
# Names that Python knows and no page may ask for: UTF-8 was tried already, and others are no encodings of text.
_NO_CHARSET = re.compile(r"^utf[-_ ]?8|escape|^(?:idna|punycode|utf[-_ ]?7|undefined)$", re.I)
# What says that it is one of these is in truth its superset, with typographic quotation marks, and every browser reads
# it so (https://encoding.spec.whatwg.org/#names-and-labels).
_LATIN = re.compile(r"^(?:(?:us-)?ascii|iso[-_]?8859-1|latin-?1|l1)$", re.I)
# Above this share of control characters the bytes are no text. Text has none; what is valid UTF-8 is let by with
# more of them, as bytes that are no text are hardly ever valid UTF-8.
_TOO_MANY_CONTROLS = 0.02
_TOO_MANY_IN_UTF8 = 0.3


def decode(data: bytes, *, charset: str | None = None) -> tuple[str, str | None]:
    """The text, and the name of the encoding that was assumed where it is not UTF-8.

    `charset` is the encoding that the server named; it is believed where the bytes themselves do not tell.
    Raises `UnreadableInput` for bytes that are no text in any encoding.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, encoding), encoding.upper()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error, charset)
    if _is_wide(data):
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _decode_as(data, encoding), encoding.upper()
    _refuse_binary(text, limit=_TOO_MANY_IN_UTF8)
    return text, None


def _is_wide(data: bytes) -> bool:
    """UTF-16 without a byte order mark: every second byte of (mostly Latin) text is zero."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return False
    even, odd = sample[0::2], sample[1::2]
    zeros = (even.count(0) / len(even), odd.count(0) / len(odd))
    return max(zeros) > 0.7 and min(zeros) < 0.1


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"the file says that it is {encoding.upper()} but is damaged at byte {error.start}; save it as UTF-8"
        ) from error
    _refuse_binary(text)
    return text


def _decode_legacy(data: bytes, error: UnicodeDecodeError, charset: str | None) -> tuple[str, str]:
    if _is_wide(data):
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _decode_as(data, encoding), encoding.upper()
    if data[:_SAMPLE].count(0) or _control_share(data[:_SAMPLE].decode("latin-1")) > _TOO_MANY_CONTROLS:
        raise UnreadableInput(
            f"binary data, not text (no UTF-8 from byte {error.start}); give an article as text, HTML or PDF"
        ) from error
    declared = _DECLARED.search(data[:4096])
    said = charset if charset and not _NO_CHARSET.search(charset) else None
    names = [said] if said else []
    names += [declared.group(1).decode("ascii")] if declared else []
    # An 8-bit code page is told from the others only by its letters; Western is by far the most likely, and
    # where the bytes do not fit it the detector that trafilatura brings decides.
    names += ["windows-1252"] if not names and _mostly_ascii(data) else []
    names = ["windows-1252" if _LATIN.match(name) else name for name in names]
    for name in [*names, *_detected(data), "windows-1252", "latin-1"]:
        if _NO_CHARSET.search(name):
            continue
        try:
            text = data.decode(name)
        except (ValueError, LookupError):
            continue
        _refuse_binary(text)
        return text, name
    raise UnreadableInput("text in no encoding that could be told; save it as UTF-8") from error


def _mostly_ascii(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sum(byte >= 0x80 for byte in sample) < 0.1 * len(sample)


def _detected(data: bytes) -> list[str]:
    import charset_normalizer  # loaded only for the rare file that needs it

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return [best.encoding] if best is not None else []


def _control_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) / max(1, len(sample))


def _refuse_binary(text: str, *, limit: float = _TOO_MANY_CONTROLS) -> None:
    if _control_share(text) > limit:
        raise UnreadableInput("binary data, not text; give an article as text, HTML or PDF")
