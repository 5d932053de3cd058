"""A citation of a quotation, in the usual styles: the article is the work cited, the speaker is quoted in it.

The styles in prose (`plain`, `apa`, `mla`, `chicago`) are plain text in two lines: the words with who said them and
the reference in the text, then the entry of the list (Chicago: the note). The forms for reference managers (`bibtex`,
`ris`, `csl`) are whole files with one entry.
"""

import datetime

from onrecord.formats.citation.work import work_of
from onrecord.model import Quotation, Record

__all__ = ["STYLES", "cite"]

# What each is called, in the order in which to show them.
STYLES: dict[str, str] = {
    "plain": "Plain text",
    "apa": "APA 7",
    "mla": "MLA 9",
    "chicago": "Chicago 17, notes",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl": "CSL-JSON",
}


def cite(
    record: Record,
    quotation: Quotation,
    style: str,
    *,
    permalink: str | None = None,
    accessed: datetime.date | None = None,
) -> str:
    """Cite a quotation in one of `STYLES`; `permalink` is an address where its record can be seen.

    What is not known is handled as the style asks. Titles stand as the article has them: no style's capitals are forced
    on them. Names are turned round by the last word, where they look like a person's.
    """
    work = work_of(record.article, quotation, permalink=permalink, accessed=accessed)
    match style:
        case "plain" | "apa" | "mla" | "chicago":
            from onrecord.formats.citation import prose

            return prose.WRITERS[style](work)
        case "bibtex":
            from onrecord.formats.citation.bibtex import to_bibtex

            return to_bibtex(work)
        case "ris":
            from onrecord.formats.citation.ris import to_ris

            return to_ris(work)
        case "csl":
            from onrecord.formats.citation.csl import to_csl

            return to_csl(work)
        case _:
            raise ValueError(f"no style of citation is called {style!r}; there are {', '.join(STYLES)}")
