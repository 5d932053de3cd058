"""Citations of a quotation: every style by its literals, what is missing, and words that mean harm."""

import datetime
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.formats.citation import STYLES, cite
from onrecord.formats.citation.bibtex import escaped
from onrecord.formats.citation.names import name_of
from onrecord.model import Article, Date, Quotation, Record, Speaker

TEXT = "“We count every cart,” said Ilyan Dorzhek. He did not say who pays."
DAY = Date(value="2031-10-15T07:30:00Z", precision="minute", text="15 Oct")
ACCESSED = datetime.date(2031, 11, 2)
LINK = "https://desk.example/q/ab12"


def direct(**fields: object) -> Quotation:
    values: dict[str, object] = {
        "id": "sha256:cart",
        "kind": "direct",
        "content": ((0, 22),),
        "marks": ((1, 21),),
        "speakers": (Speaker(name="Ilyan Dorzhek", kind="person"),),
        "by": "test/1",
    }
    return Quotation(**(values | fields))  # type: ignore[arg-type]


DENIED = direct(kind="indirect", content=((55, 67),), marks=(), negated=True)


def article(**fields: object) -> Record:
    values: dict[str, object] = {
        "text": TEXT,
        "title": "Mayor: “No cart is lost” & other claims",
        "authors": ("Jonna Sefton", "Jean-Luc van der Meer"),
        "outlet": "The Tarn Sound Courier",
        "published": DAY,
        "url": "https://courier.example/carts_1?a=1&b=100%25",
        "language": "en",
    }
    return Record(article=Article(**(values | fields)))  # type: ignore[arg-type]


BARE = Record(article=Article(text=TEXT))
WHOLE = {
    "plain": (
        "Ilyan Dorzhek: “We count every cart,”\n"
        "Quoted in Jonna Sefton and Jean-Luc van der Meer, “Mayor: ‘No cart is lost’ & other claims”, The Tarn Sound "
        "Courier, 15 October 2031, https://courier.example/carts_1?a=1&b=100%25 (accessed 2 November 2031)\n"
        "On record: https://desk.example/q/ab12"
    ),
    "apa": (
        "“We count every cart,” (Ilyan Dorzhek, as cited in Sefton & van der Meer, 2031)\n"
        "Sefton, J., & van der Meer, J.-L. (2031, October 15). Mayor: “No cart is lost” & other claims. The Tarn "
        "Sound Courier. Retrieved November 2, 2031, from https://courier.example/carts_1?a=1&b=100%25\n"
        "On record: https://desk.example/q/ab12"
    ),
    "mla": (
        "Ilyan Dorzhek: “We count every cart,” (qtd. in Sefton and van der Meer).\n"
        "Sefton, Jonna, and Jean-Luc van der Meer. “Mayor: ‘No cart is lost’ & other claims.” The Tarn Sound "
        "Courier, 15 Oct. 2031, courier.example/carts_1?a=1&b=100%25. onrecord, desk.example/q/ab12. "
        "Accessed 2 Nov. 2031."
    ),
    "chicago": (
        "Ilyan Dorzhek: “We count every cart,”\n"
        "Ilyan Dorzhek, quoted in Jonna Sefton and Jean-Luc van der Meer, “Mayor: ‘No cart is lost’ & other "
        "claims,” Tarn Sound Courier, October 15, 2031, accessed November 2, 2031, "
        "https://courier.example/carts_1?a=1&b=100%25, on record at https://desk.example/q/ab12."
    ),
    "bibtex": (
        "@article{sefton-2031-mayor-e3c22f,\n"
        "  author = {Sefton, Jonna and van der Meer, Jean-Luc},\n"
        "  title = {{Mayor: “No cart is lost” \\& other claims}},\n"
        "  journal = {The Tarn Sound Courier},\n"
        "  url = {https://courier.example/carts_1?a=1&b=100%25},\n"
        "  urldate = {2031-11-02},\n"
        "  language = {en},\n"
        "  note = {Ilyan Dorzhek: “We count every cart,”; on record at https://desk.example/q/ab12},\n"
        "  year = {2031},\n"
        "  month = oct,\n"
        "  day = {15},\n"
        "}\n"
    ),
    "ris": (
        "TY  - NEWS\r\n"
        "AU  - Sefton, Jonna\r\n"
        "AU  - van der Meer, Jean-Luc\r\n"
        "TI  - Mayor: “No cart is lost” & other claims\r\n"
        "T2  - The Tarn Sound Courier\r\n"
        "PY  - 2031\r\n"
        "DA  - 2031/10/15\r\n"
        "UR  - https://courier.example/carts_1?a=1&b=100%25\r\n"
        "Y2  - 2031/11/02\r\n"
        "LA  - en\r\n"
        "N1  - Ilyan Dorzhek: “We count every cart,”\r\n"
        "N1  - On record: https://desk.example/q/ab12\r\n"
        "ER  - \r\n"
    ),
}
NOTHING = {
    "plain": "speaker not named: “We count every cart,”\nQuoted in [Untitled news article]",
    "apa": (
        "“We count every cart,” (speaker not named, as cited in [Untitled news article], n.d.)\n"
        "[Untitled news article]. (n.d.)."
    ),
    "mla": (
        "speaker not named: “We count every cart,” (qtd. in [Untitled news article]).\n[Untitled news article]."
    ),
    "chicago": (
        "speaker not named: “We count every cart,”\n"
        "speaker not named, quoted in [Untitled news article], n.d."
    ),
    "bibtex": "@misc{e3c22f,\n  note = {speaker not named: “We count every cart,”},\n}\n",
    "ris": "TY  - NEWS\r\nN1  - speaker not named: “We count every cart,”\r\nER  - \r\n",
}


@pytest.mark.parametrize("style", WHOLE)
def test_all_that_is_known_is_cited(style: str) -> None:
    assert cite(article(), direct(), style, permalink=LINK, accessed=ACCESSED) == WHOLE[style]


@pytest.mark.parametrize("style", NOTHING)
def test_what_is_not_known_is_handled_as_the_style_asks(style: str) -> None:
    assert (
        cite(BARE, direct(speakers=()), style, accessed=ACCESSED)
        .replace("  urldate = {2031-11-02},\n", "")
        .replace("Y2  - 2031/11/02\r\n", "")
        == NOTHING[style]
    )


def test_csl_json_is_a_list_of_one_item() -> None:
    (item,) = json.loads(cite(article(), direct(), "csl", permalink=LINK, accessed=ACCESSED))
    assert item == {
        "id": "sha256:cart",
        "type": "article-newspaper",
        "title": "Mayor: “No cart is lost” & other claims",
        "container-title": "The Tarn Sound Courier",
        "author": [
            {"family": "Sefton", "given": "Jonna"},
            {"family": "van der Meer", "given": "Jean-Luc"},
        ],
        "issued": {"date-parts": [[2031, 10, 15]]},
        "accessed": {"date-parts": [[2031, 11, 2]]},
        "URL": "https://courier.example/carts_1?a=1&b=100%25",
        "language": "en",
        "note": "Ilyan Dorzhek: “We count every cart,”; On record: https://desk.example/q/ab12",
    }
    (bare,) = json.loads(cite(BARE, direct(speakers=()), "csl"))
    assert bare == {
        "id": "sha256:cart",
        "type": "article-newspaper",
        "note": "speaker not named: “We count every cart,”",
    }


DATES = [
    ("2031-10", "month", "(2031, October).", " Oct. 2031,", "2031/10//", [[2031, 10]]),
    ("2031", "year", "(2031).", ", 2031,", "2031///", [[2031]]),
    ("2031-10-15", "year", "(2031).", ", 2031,", "2031///", [[2031]]),
    ("2031-02-30", "day", "(n.d.).", "", None, None),
    ("day two", "unknown", "(n.d.).", "", None, None),
]


@pytest.mark.parametrize(("value", "precision", "apa", "mla", "ris", "csl"), DATES)
def test_a_date_is_no_more_exact_than_it_is_known(
    value: str, precision: str, apa: str, mla: str, ris: str | None, csl: list[list[int]] | None
) -> None:
    record = article(published=Date(value=value, precision=precision, text=value))  # type: ignore[arg-type]
    assert apa in cite(record, direct(), "apa")
    assert f"Courier,{mla.removeprefix(',')}" in cite(record, direct(), "mla")
    found = re.search(r"^DA  - (.*)\r$", cite(record, direct(), "ris"), re.MULTILINE)
    assert (found and found[1]) == ris
    (item,) = json.loads(cite(record, direct(), "csl"))
    assert item.get("issued", {}).get("date-parts") == csl


AUTHORS = [
    (("Ada Quill",), "Quill, A. (", "Quill, Ada. ", "quoted in Ada Quill, "),
    (
        ("Ada Quill", "Ben Roe", "Cy Tarn"),
        "Quill, A., Roe, B., & Tarn, C. (",
        "Quill, Ada, et al. ",
        "quoted in Ada Quill, Ben Roe, and Cy Tarn, ",
    ),
    (
        ("Ada Quill", "Ben Roe", "Cy Tarn", "Dot Ume"),
        "Quill, A., Roe, B., Tarn, C., & Ume, D. (",
        "Quill, Ada, et al. ",
        "quoted in Ada Quill et al., ",
    ),
    (("Northern Wire",), "Northern Wire. (", "Northern Wire. ", "quoted in Northern Wire, "),
    ((), "Mayor: “No cart is lost” & other claims. (", "“Mayor:", "quoted in “Mayor:"),
    (
        tuple(f"Ada Quill{chr(97 + n)}" for n in range(22)),
        "Quills, A., . . . Quillv, A. (",
        "Quilla, Ada, et al. ",
        "quoted in Ada Quilla et al., ",
    ),
]


@pytest.mark.parametrize(("authors", "apa", "mla", "chicago"), AUTHORS)
def test_authors_stand_as_each_style_lists_them(
    authors: tuple[str, ...], apa: str, mla: str, chicago: str
) -> None:
    record = article(authors=authors)
    entries = {style: cite(record, direct(), style).split("\n")[1] for style in ("apa", "mla", "chicago")}
    assert apa in entries["apa"]
    assert entries["mla"].startswith(mla)
    assert chicago in entries["chicago"]


NAMES = [
    ("Jonna Sefton", "Sefton, Jonna", "J."),
    ("Jean-Luc van der Meer", "van der Meer, Jean-Luc", "J.-L."),
    ("M. J. Quill Jr.", "Quill, M. J., Jr.", "M. J."),
    ("M.J. Quill", "Quill, M.J.", "M. J."),
    ("Quill, Ada", "Quill, Ada", "A."),
    ("Ada Quill, Jr.", "Quill, Ada, Jr.", "A."),
    ("Ada Quill, Ben Roe, Cy Tarn", "Ada Quill, Ben Roe, Cy Tarn", ""),
    ("Staff reporter", "Staff reporter", ""),
    ("The Northern Wire", "The Northern Wire", ""),
    ("Causeway Daily", "Causeway Daily", ""),
    ("Plato", "Plato", ""),
    ("王 小明", "王 小明", ""),
    ("Иван Доржек", "Доржек, Иван", "И."),
    ("desk@wire.example 24", "desk@wire.example 24", ""),
    ("one two three four five six", "one two three four five six", ""),
]


@pytest.mark.parametrize(("text", "turned", "initials"), NAMES)
def test_only_what_looks_like_a_persons_name_is_turned_round(text: str, turned: str, initials: str) -> None:
    name = name_of(text, outlet="Causeway Daily")
    assert (name.turned, name.initials) == (turned, initials)


def test_words_that_were_denied_are_not_cited_as_said() -> None:
    for style in STYLES:
        told = cite(article(), DENIED, style)
        assert "Ilyan Dorzhek did not say" in told
        assert "“who pays" not in told
    assert "paraphrased in Sefton & van der Meer" in cite(article(), DENIED, "apa")


def test_a_belief_is_called_one() -> None:
    assert cite(article(), direct(act="belief"), "plain").startswith("Ilyan Dorzhek (belief): “We count")


def test_an_author_without_title_and_outlet_still_gives_a_key_and_misc() -> None:
    told = cite(article(title=None, outlet=None, published=None), direct(), "bibtex")
    assert told.startswith("@misc{sefton-e3c22f,\n")


def test_what_bibtex_reads_as_its_own_is_escaped() -> None:
    assert escaped('\\ { } ~ ^ $ & # % _ < > | "') == (
        r"\textbackslash{} \textbraceleft{} \textbraceright{} \textasciitilde{} \textasciicircum{} "
        r"\$ \& \# \% \_ \textless{} \textgreater{} \textbar{} \textquotedbl{}"
    )
    record = article(authors=("Sand and Sons", "Quill, Ada and Ben"), title="}}, evil = {x")
    told = cite(record, direct(), "bibtex")
    assert "author = {{Sand and Sons} and {Quill, Ada and Ben}}" in told
    assert "title = {{\\textbraceright{}\\textbraceright{}, evil = \\textbraceleft{}x}}" in told


HARM = st.text(
    st.one_of(st.characters(), st.sampled_from('{}\\"%#@,\n\r\u2028\u202e\x1b=~ and')), max_size=40
)


@settings(deadline=None)  # the first key loads the table of letters
@given(HARM, HARM)
def test_no_words_break_out_of_their_place(words: str, other: str) -> None:
    record = article(title=words, outlet=other, authors=(words, other), url=f"https://x.example/{words}")
    row = direct(id=other, speakers=(Speaker(name=words, kind="person"),))
    bibtex = cite(record, row, "bibtex", permalink=f"https://x.example/{other}")
    depth = 0
    for character in bibtex.rstrip("\n"):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert bibtex.count("\n") == bibtex.count(",\n") + 1
    for line in cite(record, row, "ris").split("\r\n")[:-1]:
        assert re.fullmatch(r"(TY|AU|TI|T2|PY|DA|UR|LA|N1|ER)  - [^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*", line)
    assert len(json.loads(cite(record, row, "csl"))) == 1
    for style in ("plain", "apa", "mla", "chicago"):
        assert cite(record, row, style).splitlines() == cite(record, row, style).split("\n")


def test_hostile_articles_are_cited_on_lines_of_their_own(hostile: Record) -> None:
    for style in STYLES:
        told = cite(hostile, hostile.quotations[0], style)
        told.encode()
        assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told)


def test_everything_is_bounded() -> None:
    long = "word " * 10_000
    record = article(
        text=long, title=long, outlet=long, authors=(long,) * 500, url="https://x.example/" + "a" * 9_000
    )
    row = direct(
        content=((0, len(long)),), marks=((0, len(long)),), speakers=(Speaker(name=long, kind="group"),)
    )
    for style in STYLES:
        assert len(cite(record, row, style)) < 12_000


def test_an_unknown_style_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'ama'.*plain"):
        cite(article(), direct(), "ama")
