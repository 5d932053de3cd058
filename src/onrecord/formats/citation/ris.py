"""RIS: a tagged line a fact, as reference managers import it.

A value has no line's end in it, so that no words of an article can begin a tag of their own.
"""

from collections.abc import Iterator

from onrecord.formats.citation.work import Work


def to_ris(work: Work) -> str:
    """One entry of the type NEWS, its lines ended as the format asks."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    for author in work.authors:
        yield "AU", author.turned
    facts = [
        ("TI", work.title),
        ("T2", work.outlet),
        ("PY", f"{work.date[0]:04d}" if work.date else ""),
        ("DA", _slashed(work.date)),
        ("UR", work.url),
        ("Y2", _slashed(work.accessed)),
        ("LA", work.language),
        ("N1", work.line),
        ("N1", f"On record: {work.permalink}" if work.permalink else ""),
    ]
    yield from ((tag, value) for tag, value in facts if value)
    yield "ER", ""


def _slashed(date: tuple[int, ...]) -> str:
    """Year, month and day between slashes, which stand where a part is unknown too: 2031/10//."""
    if not date:
        return ""
    parts = [f"{part:02d}" for part in date] + [""] * (4 - len(date))
    return "/".join(parts) if len(date) < 3 else "/".join(parts[:3])
