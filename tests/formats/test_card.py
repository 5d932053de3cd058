"""Cards of quotations: what stands on them, that it fits, its direction, and that hostile words do no harm."""

import io
import re
import xml.etree.ElementTree as ET
from importlib import resources

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from onrecord.findings import VERDICTS, Check, CheckedQuotation, Place, Searched
from onrecord.formats.card_lines import fit, is_measured, isolated, shortened_to, width_of
from onrecord.formats.card_look import DARK, LIGHT, calm, family_of
from onrecord.formats.card_png import card_png
from onrecord.formats.card_svg import FOOT, HEIGHT, LEFT, RIGHT, WIDTH, card_svg
from onrecord.formats.check.words import SIGNS, VERDICT_NAMES, VERDICT_WORDS
from onrecord.formats.fonts import BOLD, REGULAR, font_files, widths
from onrecord.model import Article, Date, Quotation, Record, Speaker

SVG = "{http://www.w3.org/2000/svg}"
DAY = Date(value="2031-10-15", precision="day", text="15 Oct")
SENTENCE = "We have heard every one of you, and the boats stay, whatever the board puts in its report. "
ARABIC = "الجسر مغلق حتى مارس 2031، ولن نفتح bridge قبل الربيع."
HEBREW = "הגשר סגור עד האביב, ואף אחד לא יודע (עדיין) מתי ייפתח."
CHINESE = "桥没有关闭。我们只是在等春天，等议会开会，等新的发动机到来；到那时候，所有的船都会重新开航。"


def quoting(text: str, who: str | None = "Ines Marl", **fields: object) -> tuple[Record, Quotation]:
    kind = fields.pop("kind", "direct")
    marks = ((0, len(text)),) if kind == "direct" else ()
    row = {
        "id": "sha256:x",
        "kind": kind,
        "content": ((0, len(text)),),
        "marks": marks,
        "speakers": (Speaker(name=who, kind="person"),) if who else (),
        "by": "test/1",
        **{name: fields.pop(name) for name in ("act", "negated") if name in fields},
    }
    values = {"text": text, "outlet": "The Saltby Courier", "published": DAY, **fields}
    quotation = Quotation(**row)  # type: ignore[arg-type]
    return Record(article=Article(**values), quotations=(quotation,)), quotation  # type: ignore[arg-type]


def checked(
    verdict: str, *flags: str, paths: tuple[str, ...] = ("documents/address.txt",)
) -> CheckedQuotation:
    checks = tuple(
        Check(
            id=number,
            verdict=verdict,  # type: ignore[arg-type]
            document=None if verdict == "not_found" else Place(path=path, span=(0, 4)),
            searched=Searched(documents=31, digest="sha256:0"),
            text="x",
        )
        for number, path in enumerate(paths)
    )
    return CheckedQuotation(id="sha256:x", verdict=verdict, flags=flags, checks=checks)  # type: ignore[arg-type]


def texts(svg: str) -> list[str]:
    """The words of a card, line by line, isolates aside."""
    found = ET.fromstring(svg).iter(f"{SVG}text")
    return [re.sub("[\u2066-\u2069]", "", "".join(one.itertext())) for one in found]


def picture(svg: str) -> Image.Image:
    return Image.open(io.BytesIO(card_png(svg))).convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but paper is in a part of a picture."""
    return len(image.crop(box).getcolors(1 << 20) or []) > 1


def test_a_card_holds_the_words_and_where_they_are_from() -> None:
    record, row = quoting("The boats stay.")
    shown = texts(card_svg(record, row, permalink="https://desk.example:8000/q/ab12/"))
    assert shown == [
        "“The boats stay.”",
        "Ines Marl",
        "The Saltby Courier · 15 October 2031",
        "onrecord",
        "/q/ab12",
    ]


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("dark", [False, True])
def test_a_verdict_stands_by_its_sign_name_and_meaning(verdict: str, dark: bool) -> None:
    record, row = quoting("The boats stay.", title="A headline")
    svg = card_svg(record, row, checked=checked(verdict), dark=dark)
    where = "in the 31 documents searched" if verdict == "not_found" else "beside address.txt"
    assert [SIGNS[verdict], VERDICT_NAMES[verdict], where, VERDICT_WORDS[verdict]] == texts(svg)[3:7]
    assert "A headline" not in "".join(texts(svg))
    palette = DARK if dark else LIGHT
    assert palette.paper in svg
    assert palette.verdicts[verdict] in svg


def test_flags_stand_beside_the_verdict_and_further_documents_are_counted() -> None:
    record, row = quoting("The boats stay.")
    found = checked("verbatim", "other_speaker", paths=("a/one.txt", "b/two.txt"))
    shown = texts(card_svg(record, row, checked=found))
    assert "beside one.txt and 1 more" in shown
    assert "the same words in the same order · flags: other speaker" in shown


BEFORE = [
    ({"negated": True, "kind": "indirect"}, "Ines Marl did not say"),
    ({"negated": True, "who": None, "kind": "indirect"}, "The source did not say"),
    ({"act": "belief", "kind": "indirect"}, "Belief, as the article tells it"),
    ({"act": "other"}, "As the article tells it"),
    ({"kind": "indirect"}, "In the article’s words"),
]


@pytest.mark.parametrize(("fields", "kicker"), BEFORE)
def test_what_was_not_said_so_is_told_before_the_words(fields: dict[str, object], kicker: str) -> None:
    record, row = quoting("who would pay", **fields)  # type: ignore[arg-type]
    shown = texts(card_svg(record, row))
    assert shown[0] == kicker
    assert shown[1] == ("“who would pay”" if "kind" not in fields else "who would pay")


def test_without_speaker_outlet_and_date_the_card_says_what_it_knows() -> None:
    record, row = quoting("It stays.", None, outlet=None, published=None, url="https://www.courier.example/a")
    assert texts(card_svg(record, row)) == ["“It stays.”", "No speaker named", "courier.example", "onrecord"]
    record, row = quoting("", None, outlet=None, published=None)
    assert " ".join(texts(card_svg(record, row))[:2]) == "No words of this quotation stand in the article."


@pytest.mark.parametrize("times", [1, 3, 6, 9])
def test_words_are_shrunk_until_all_of_them_fit(times: int) -> None:
    text = (SENTENCE * times).strip()
    record, row = quoting(text)
    assert " ".join(texts(card_svg(record, row))[:-3]) == f"“{text}”"


def test_only_very_long_words_are_cut_and_end_in_their_mark() -> None:
    record, row = quoting(SENTENCE * 40)
    *lines, _, _, _ = texts(card_svg(record, row))
    assert lines[-1].endswith("…”")
    assert (SENTENCE * 40).startswith(" ".join(lines)[1:-2])
    assert len(lines) == 10


@pytest.mark.parametrize("text", [SENTENCE, SENTENCE * 8, "W" * 300, CHINESE, "Мы слышали каждого из вас."])
def test_everything_drawn_stays_inside_its_margins(text: str) -> None:
    record, row = quoting(text)
    image = picture(card_svg(record, row, checked=checked("altered")))
    assert image.size == (WIDTH, HEIGHT)
    assert not inked(image, (RIGHT + 8, 0, WIDTH, HEIGHT))
    assert not inked(image, (0, 0, LEFT - 60, HEIGHT))
    assert not inked(image, (0, 0, WIDTH, 40))
    assert inked(image, (LEFT, 40, RIGHT, FOOT - 80))


def test_the_measure_of_a_line_is_that_of_its_drawing() -> None:
    record, row = quoting("Wave after wave of boats will stay")
    free = re.sub(r' textLength="[^"]*" lengthAdjust="[^"]*"', "", card_svg(record, row))
    assert free != card_svg(record, row)
    line = texts(free)[0]
    size = int(re.search(r'font-size="(\d+)"', free)[1])  # type: ignore[index]
    image = picture(free).crop((0, 40, WIDTH, FOOT - 200)).convert("L")
    left, _, right, _ = image.point([255 if tone < 200 else 0 for tone in range(256)]).getbbox()  # type: ignore[misc]
    first = texts(free).index("Ines Marl")
    widest = max(width_of(one) * size for one in texts(free)[:first])
    assert line.startswith("“")
    assert abs((right - left) - widest) < 0.05 * widest


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_words_from_right_to_left_begin_at_the_right_edge(text: str) -> None:
    record, row = quoting(text, "אמינה" if text is HEBREW else "أمينة", outlet="صحيفة")
    svg = card_svg(record, row)
    lines = [
        one for one in ET.fromstring(svg).iter(f"{SVG}text") if text.split()[0] in "".join(one.itertext())
    ]
    assert lines[0].get("text-anchor") == "end"
    assert "".join(lines[0].itertext()).startswith("\u2067«")
    assert "\u206615 October 2031\u2069" in svg
    # The first of the lines of words hangs over the right edge, and leaves room on the left.
    image = picture(svg)
    assert inked(image, (RIGHT + 2, 60, WIDTH, FOOT))
    assert not inked(image, (0, 60, LEFT, FOOT))


def test_directions_and_controls_of_an_article_are_shown_and_turn_nothing() -> None:
    record, row = quoting("turned \u202egnirts\u2069 and \x1b[31m", "a\u2067b")
    svg = card_svg(record, row)
    assert "“turned \ufffdgnirts\ufffd and ␛[31m”" in " ".join(texts(svg))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", svg)


def test_hostile_articles_make_well_formed_cards(hostile: Record) -> None:
    found = checked("spliced", "narration", paths=(hostile.article.title or "",))
    svg = card_svg(hostile, hostile.quotations[0], checked=found, permalink="https://x.example/<q>&\n")
    elements = {one.tag.removeprefix(SVG) for one in ET.fromstring(svg).iter()}
    assert elements == {"svg", "title", "desc", "rect", "line", "text"}
    assert card_png(svg).startswith(b"\x89PNG")


def test_a_character_that_no_xml_may_hold_is_replaced() -> None:
    record, row = quoting("a \ufffe b \uffff c")
    assert texts(card_svg(record, row))[0] == "“a \ufffd b \ufffd c”"


def test_accents_that_pile_up_are_thinned_out() -> None:
    assert calm("x" + "\u0301" * 60 + "y") == "x\u0301\u0301\u0301y"
    record, row = quoting("x" + "\u0301" * 2_000)
    assert len(card_svg(record, row)) < 9_000


def test_emoji_stand_for_themselves_so_that_the_words_keep_their_font() -> None:
    record, row = quoting("We did it 😀🎉 today")
    shown = texts(card_svg(record, row))
    assert shown[:3] == ["“We did it", "😀🎉", "today”"]


def test_the_same_quotation_gives_the_same_picture() -> None:
    record, row = quoting(SENTENCE)
    assert card_svg(record, row) == card_svg(record, row)
    assert card_png(card_svg(record, row)) == card_png(card_svg(record, row))


FAMILIES = [
    ("Ferry Łódź Москва", "'Onrecord Serif', "),
    ("ferry 😀", "'Onrecord Serif', "),
    (ARABIC, "'Noto Naskh Arabic', "),
    (HEBREW, "'Noto Serif Hebrew', "),
    (CHINESE, "'Noto Serif CJK SC', "),
    ("橋は閉じていません", "'Noto Serif CJK JP', "),
    ("გემები", "'Noto Serif', "),
]


@pytest.mark.parametrize(("text", "first"), FAMILIES)
def test_words_of_another_script_are_set_in_a_font_for_it(text: str, first: str) -> None:
    assert family_of(text).startswith(first)
    assert "'Onrecord Serif'" in family_of(text)


BROKEN = [
    ("one two three", width_of("one two"), ("one two", "three")),
    ("one two three four", width_of("one two three"), ("one two", "three four")),
    ("桥没有关。闭", 4.0, ("桥没有", "关。闭")),
    ("橋「議」会", 2.0, ("橋", "「議", "」会")),
    ("橋「議」会", 3.0, ("橋", "「議」", "会")),
    ("a\u0301" * 6, width_of("aaaa"), ("a\u0301" * 4, "a\u0301" * 2)),
]


@pytest.mark.parametrize(("text", "width", "lines"), BROKEN)
def test_lines_break_where_the_writing_allows_it(text: str, width: float, lines: tuple[str, ...]) -> None:
    block = fit(text, marks=("", ""), width=10 * width + 0.01, height=1_000, sizes=[10], leading=1.0)
    assert block.lines == lines
    assert not block.cut


def test_a_width_is_measured_by_what_the_reader_sees() -> None:
    assert width_of("👩\u200d👩\u200d👧") == width_of("👩")
    assert width_of("👍🏽") == width_of("👍")
    assert width_of("🇩🇪") < 2 * width_of("👍")
    assert width_of("a\u0301\u200b") == width_of("a")
    assert width_of("桥") == 1.0
    assert width_of("Wide", bold=True) > width_of("Wide")
    assert is_measured("Łódź")
    assert not is_measured("桥")
    assert shortened_to("one two three", width_of("one two t…")) == "one two t…"
    assert shortened_to("one", 99) == "one"


def test_what_runs_from_right_to_left_is_isolated() -> None:
    assert isolated("plain") == "plain"
    assert isolated(HEBREW) == f"\u2067{HEBREW}\u2069"
    assert isolated("plain", right_to_left=False) == "\u2066plain\u2069"
    assert isolated(f"says {HEBREW}") == f"\u2066says {HEBREW}\u2069"


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_widths_are_those_of_the_font(name: str) -> None:
    with font_files() as files:
        path = next(file for file in files if file.name == name)
        assert path.stat().st_size < 200_000
        font = TTFont(path)
    unit, metrics = font["head"].unitsPerEm, font["hmtx"]
    assert widths(name) == {chr(code): metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
    assert set("".join(SIGNS.values()) + "“”‘’«»…·—␛\ufffdÉłЖ") <= widths(name).keys()
    assert "Charis" not in font["name"].getDebugName(1) + font["name"].getDebugName(4)


def test_the_licence_lies_beside_the_fonts() -> None:
    folder = resources.files("onrecord.formats.fonts")
    licence = folder.joinpath("OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "OFL.txt" in folder.joinpath("README.md").read_text("utf-8")
