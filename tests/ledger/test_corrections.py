"""Corrections by hand: kept beside an article, read with it, never over the machine's answer, and taken back."""

import pytest
from msgspec.structs import replace

from onrecord import BadCorrection, BadLedger, Correction, NotInLedger, Speaker
from onrecord.corrections import corrected, unattached
from onrecord.formats import from_json, to_json
from onrecord.ledger import fulltext
from onrecord.ledger.choosing import Choice, chosen
from onrecord.ledger.corrections import correct, corrections_of, every, find_quotation, withdraw
from onrecord.ledger.keeping import find_place, place_at
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.removal import remove_articles
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.search import Search, page
from onrecord.model import Record

from .written import dump, make_record

QUAY = "The quay is shut. “We will open it,” said Ada Quill. “In spring.” The boats stay, she added."
QUOTES = (("We will open it,", "Ada Quill"), ("In spring.", "Ada Quill"))
RECORD = make_record(QUAY, path="quay.txt", title="The quay", quotes=QUOTES)
NEWER = make_record("Corrected on Monday. " + QUAY, path="quay.txt", title="The quay", quotes=QUOTES)
REWRITTEN = make_record("Nothing is said of the quay.", path="quay.txt")
OTHER = make_record("“We wait,” said Mira Osk.", path="boats.txt", quotes=(("We wait,", "Mira Osk"),))
MIRA = Speaker(name="Mira Osk", kind="person")
ID = RECORD.article.id or ""
WE, SPRING = RECORD.quotations


def say(ledger: Ledger, draft: Correction, article: str = ID) -> Correction:
    with ledger.write() as connection:
        return correct(connection, article, draft)


def on_we(day: int = 15, **said: object) -> Correction:
    values = {"says": "speaker", "quotation": WE.id, "speakers": (MIRA,), "at": f"2031-10-{day}T07:30:00Z"}
    return Correction(**(values | said))  # type: ignore[arg-type]


def test_a_correction_stands_beside_the_answer_which_stays(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    before = ledger.record(ID)
    kept = say(ledger, on_we(by="desk", note="she says so herself"))
    after = ledger.record(ID)
    assert after.corrections == (kept,)
    assert replace(after, corrections=()) == before
    assert corrected(after).quotations[0].speakers[0].name == "Mira Osk"
    assert ledger.quotation(WE.id).quotation.speakers[0].name == "Ada Quill"
    with ledger.read() as connection:
        assert corrections_of(connection, 1) == (kept,)
        assert page(connection, "quotations", Search(speaker="Mira Osk"), limit=9).numbers == []
        assert quotation_rows(connection, [1])[0].speakers == ("Ada Quill",)
    assert from_json(to_json(after)) == after


def test_corrections_come_in_the_order_of_time_each_with_its_article(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    ledger.keep(OTHER)
    wait = OTHER.quotations[0].id
    late, early = say(ledger, on_we(17)), say(ledger, on_we(16))
    other = say(ledger, Correction(says="no_quotation", quotation=wait), OTHER.article.id or "")
    records = list(ledger.records())
    assert [record.corrections for record in records] == [(early, late), (other,)]
    with ledger.read() as connection:
        assert [one.correction.id for one in every(connection)] == [late.id, early.id, other.id]
        assert [one.now for one in every(connection)] == [WE.id, WE.id, wait]
        assert [one.correction.id for one in every(connection, article=2)] == [other.id]


def test_a_register_speaker_is_called_as_the_register_calls_it(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    ledger.keep(OTHER)
    mira = ledger.record(OTHER.article.id or "").quotations[0].speakers[0]
    kept = say(ledger, on_we(speakers=(Speaker(name="Osk", kind="person", id=mira.id),)))
    (found,) = ledger.record(ID).corrections
    assert found == kept
    assert (found.speakers[0].name, found.speakers[0].label, found.speakers[0].id) == (
        "Osk",
        "Mira Osk",
        mira.id,
    )
    assert corrected(ledger.record(ID)).quotations[0].speakers[0].label == "Mira Osk"
    with ledger.write() as connection:
        remove_articles(connection, "boats.txt")
    assert ledger.record(ID).corrections[0].speakers[0].label is None


def test_one_that_is_withdrawn_counts_no_longer_and_is_history(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    kept, other = say(ledger, on_we()), say(ledger, on_we(quotation=SPRING.id))
    exported = ledger.record(ID)
    for _ in range(2):  # a second time changes nothing
        with ledger.write() as connection:
            assert withdraw(connection, (kept.id or "")[:20]).id == kept.id
    assert ledger.record(ID).corrections == (other,)
    ledger.keep(exported)  # nor does what was exported before bring it back
    with ledger.read() as connection:
        assert [one.correction.id for one in every(connection)] == [other.id]
        told = [
            (one.correction.id, one.withdrawn is None, one.now) for one in every(connection, withdrawn=True)
        ]
    assert told == [(kept.id, False, None), (other.id, True, SPRING.id)]
    with ledger.write() as connection:
        for name in ("sha256:" + "0" * 64, "x", "", "%"):
            with pytest.raises(NotInLedger, match="no correction"):
                withdraw(connection, name)


def test_a_newer_version_has_the_corrections_whose_words_it_has(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    kept = say(ledger, on_we())
    missed = say(
        ledger, Correction(says="missed", content=((QUAY.index("The boats"), QUAY.index(", she added")),))
    )
    assert ledger.keep(NEWER).state == "version"
    newer = ledger.record(NEWER.article.id or "")
    assert newer.corrections == (kept, missed) if kept.at < missed.at else (missed, kept)  # type: ignore[operator]
    rows = corrected(newer).quotations
    assert [row.speakers[0].name for row in rows if row.speakers] == ["Mira Osk", "Ada Quill"]
    content = rows[-1].content[0]
    assert newer.article.body[content[0] : content[1]] == "The boats stay"
    own = say(
        ledger, Correction(says="no_quotation", quotation=NEWER.quotations[1].id), NEWER.article.id or ""
    )
    assert own not in ledger.record(ID).corrections
    assert set(ledger.record(ID).corrections) == {kept, missed}
    with ledger.read() as connection:
        assert [one.now for one in every(connection)] == [
            NEWER.quotations[0].id,
            rows[-1].id,
            NEWER.quotations[1].id,
        ]
        assert len(list(every(connection, article=2))) == 3
    ledger.keep(REWRITTEN)
    assert ledger.record(REWRITTEN.article.id or "").corrections == ()
    with ledger.read() as connection:
        assert [one.now for one in every(connection)] == [None] * 3
    with ledger.write() as connection:
        remove_articles(connection, REWRITTEN.article.id or "")
    assert len(ledger.record(NEWER.article.id or "").corrections) == 3


def test_articles_without_a_place_share_no_corrections(ledger: Ledger) -> None:
    one, two = (
        replace(RECORD, article=replace(RECORD.article, path=None)),
        replace(NEWER, article=replace(NEWER.article, path=None)),
    )
    assert [ledger.keep(record).state for record in (one, two)] == ["new", "new"]
    kept = say(ledger, on_we())
    assert ledger.record(ID).corrections == (kept,)
    assert ledger.record(two.article.id or "").corrections == ()


def test_they_go_with_their_article(ledger: Ledger) -> None:
    ledger.keep(OTHER)
    before = dump(ledger)
    ledger.keep(RECORD)
    say(ledger, on_we())
    with ledger.write() as connection:
        remove_articles(connection, "quay.txt")
    assert dump(ledger) == before


def test_what_goes_out_comes_in_again(ledger: Ledger, new_url: object) -> None:
    ledger.keep(RECORD)
    ledger.keep(NEWER)
    ledger.keep(OTHER)
    say(ledger, on_we(16, by="A"))
    say(ledger, on_we(15, by="B"))
    say(ledger, Correction(says="no_quotation", quotation=NEWER.quotations[1].id), NEWER.article.id or "")
    for superseded in (True, False):
        lines = [to_json(record) for record in ledger.records(superseded=superseded)]
        with Ledger.open(new_url()) as target:  # type: ignore[operator]
            for _ in range(2):
                for line in lines:
                    target.keep(from_json(line))
            found = list(target.records(superseded=superseded))
            assert [to_json(record.corrections) for record in found] == [
                to_json(from_json(line).corrections) for line in lines
            ]
            if superseded:  # without the older versions the register numbers its speakers otherwise
                assert [to_json(record) for record in found] == lines


def test_new_corrections_of_a_known_article_are_taken_in(ledger: Ledger, new_url: object) -> None:
    with Ledger.open(new_url()) as elsewhere:  # type: ignore[operator]
        elsewhere.keep(RECORD)
        theirs = say(elsewhere, on_we(16))
        exported = elsewhere.record(ID)
    ledger.keep(RECORD)
    ours = say(ledger, on_we(15))
    assert ledger.keep(exported).state == "known"
    assert ledger.record(ID).corrections == (ours, theirs)


def test_a_forged_correction_keeps_the_record_out(ledger: Ledger) -> None:
    ledger.keep(OTHER)
    before = dump(ledger)
    with ledger.write() as connection:
        made = correct(
            connection,
            OTHER.article.id or "",
            Correction(says="no_quotation", quotation=OTHER.quotations[0].id),
        )
        withdraw(connection, made.id or "")
    assert dump(ledger) != before
    forged = replace(RECORD, corrections=(replace(made, note="forged"),))
    with pytest.raises(BadCorrection, match="not that of what it says"):
        ledger.keep(forged)
    assert not ledger.knows(ID)


def test_an_article_takes_no_more_than_so_many(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.correction_rows.MOST_CORRECTIONS", 2)
    ledger.keep(RECORD)
    for day in (15, 16):
        say(ledger, on_we(day))
    with pytest.raises(BadCorrection, match="more than 2 corrections"):
        say(ledger, on_we(17))
    assert len(ledger.record(ID).corrections) == 2


def test_what_is_not_there_cannot_be_corrected(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    with pytest.raises(NotInLedger, match="no article sha256:00"):
        say(ledger, on_we(), "sha256:00")
    with pytest.raises(BadCorrection, match="has no quotation"):
        say(ledger, on_we(quotation=OTHER.quotations[0].id))
    assert ledger.record(ID).corrections == ()


def test_a_quotation_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    missed = say(ledger, Correction(says="missed", content=((0, 16),)))
    added = corrected(ledger.record(ID)).quotations[0].id
    extent = say(ledger, Correction(says="extent", quotation=SPRING.id, content_now=((54, 63),)))
    moved = next(row.id for row in corrected(ledger.record(ID)).quotations if row.content == ((54, 63),))
    assert (missed.says, extent.says) == ("missed", "extent")
    with ledger.read() as connection:
        for id in (WE.id, SPRING.id, added, moved):
            for name in (id, id[7:], id[7:15], id[:30]):
                assert find_quotation(connection, name) == (1, id)
        for name in (WE.id[7:14], "0" * 64, "", "x", WE.id[:-1] + "g"):
            with pytest.raises(NotInLedger, match="no quotation"):
                find_quotation(connection, name)


def test_two_quotations_of_one_beginning_are_told(ledger: Ledger) -> None:
    ledger.keep(
        replace(
            RECORD,
            quotations=(
                replace(WE, id="sha256:" + "ab" * 32),
                replace(SPRING, id="sha256:" + "ab" * 31 + "00"),
            ),
        )
    )
    with ledger.read() as connection, pytest.raises(BadLedger, match="can mean several"):
        find_quotation(connection, "abababab")


def test_an_export_is_chosen_by_what_is_right_where_that_is_asked_for(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    with ledger.write() as connection:
        place = find_place(connection, ID)
        assert place == place_at(connection, 1)
        assert place is not None
        fulltext.set_verdicts(connection, ledger.record(ID), place, {0: 0, 1: 2})
    say(ledger, on_we())
    say(ledger, Correction(says="extent", quotation=SPRING.id, content_now=((54, 63),)))
    say(ledger, Correction(says="missed", content=((0, 16),), speakers=(MIRA,)))

    def words(**asked: object) -> list[tuple[str, str | None]]:
        return [
            (one.record.article.body[row.content[0][0] : row.content[-1][1]], one.verdicts.get(row.id))
            for one in chosen(ledger, Choice(**asked))  # type: ignore[arg-type]
            for row in one.quotations
        ]

    assert words(speaker="Mira Osk") == []
    assert words(speaker="Mira Osk", corrected=True) == [
        ("The quay is shut", None),
        ("“We will open it,”", "verbatim"),
    ]
    assert words(ids=(SPRING.id,)) == [("“In spring.”", "altered")]
    assert words(ids=(SPRING.id,), corrected=True) == [("In spring", None)]
    (plain,) = chosen(ledger, Choice(ids=(SPRING.id,)))
    assert [one.says for one in plain.narrowed().corrections] == ["extent"]


def test_an_extraction_of_the_same_bytes_by_another_version_keeps_what_still_fits(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    say(ledger, on_we())
    say(ledger, Correction(says="missed", content=((0, 16),)))
    exported = ledger.record(ID)
    text = "The quay was shut. “WE WILL OPEN IT,” said Ada Quill."
    again = make_record(
        text, data=QUAY.encode(), path="quay.txt", quotes=(("WE WILL OPEN IT,", "Ada Quill"),)
    )
    with ledger.write() as connection:
        remove_articles(connection, ID)
    ledger.keep(Record(article=again.article, quotations=again.quotations, corrections=exported.corrections))
    record = ledger.record(ID)
    assert {one.says for one in record.corrections} == {"speaker", "missed"}
    assert [one.says for one in unattached(record)] == ["missed"]
    assert [row.speakers[0].name for row in corrected(record).quotations] == ["Mira Osk"]
