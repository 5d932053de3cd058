"""What of a ledger goes out, on each database; how the command line asks for it is tests/cli/test_export.py."""

import datetime

import pytest
from sqlalchemy import update

from onrecord.errors import NotInLedger
from onrecord.findings import VERDICTS
from onrecord.ledger.choosing import AT_ONCE, Choice, chosen
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import quotations
from onrecord.model import Article, Date, Quotation, Record, Speaker, article_id, quotation_id


def record_of(name: str, *speakers: str, day: str = "2031-05-01", path: str | None = None) -> Record:
    """An article that each speaker has one word in."""
    text = f"{name}. " + " ".join("“Yes.”" for _ in speakers)
    article = article_id(text.encode())
    start = len(name) + 2
    spans = [((start + 7 * place, start + 7 * place + 6),) for place in range(len(speakers))]
    rows = tuple(
        Quotation(
            id=quotation_id(article, "text", content),
            kind="direct",
            content=content,
            speakers=(Speaker(name=speaker, kind="person", confidence=0.9),),
            by="t/1",
        )
        for speaker, content in zip(speakers, spans, strict=True)
    )
    published = Date(value=day, precision="day", text=day)
    return Record(
        article=Article(id=article, path=path or name, outlet="The Gull", published=published, text=text),
        quotations=rows,
    )


def told(ledger: Ledger, **asked: object) -> list[tuple[str | None, list[str | None]]]:
    """Each chosen article's path, with the speakers of its chosen quotations."""
    return [
        (one.record.article.path, [row.speakers[0].name for row in one.quotations])
        for one in chosen(ledger, Choice(**asked))  # type: ignore[arg-type]
    ]


def test_articles_and_their_quotations_are_chosen(ledger: Ledger) -> None:
    one, two = record_of("one", "Ines Marl", "Tobias Ekwall"), record_of("two", day="2031-06-01")
    ledger.keep(one)
    ledger.keep(two)
    assert told(ledger) == [("one", ["Ines Marl", "Tobias Ekwall"]), ("two", [])]
    assert told(ledger, speaker="EKWALL") == [("one", ["Tobias Ekwall"])]
    assert told(ledger, ids=(one.quotations[0].id,)) == [("one", ["Ines Marl"])]
    assert told(ledger, ids=(two.article.id,)) == [("two", [])]
    assert told(ledger, ids=(two.article.id,), speaker="Marl") == []
    assert told(ledger, outlet="the GULL", first=datetime.date(2031, 5, 2)) == [("two", [])]
    assert told(ledger, outlet="Gull") == []
    with pytest.raises(NotInLedger, match="holds no article and no quotation sha256:none"):
        told(ledger, ids=(one.article.id, "sha256:none"))


def test_a_quotation_is_chosen_by_its_verdict(ledger: Ledger) -> None:
    record = record_of("one", "Ines Marl", "Tobias Ekwall")
    ledger.keep(record)
    with ledger.write() as connection:
        edited = VERDICTS.index("edited")
        connection.execute(update(quotations).where(quotations.c.place == 1).values(verdict=edited))
    (one,) = chosen(ledger, Choice(verdicts=("edited", "spliced")))
    assert one.verdicts == {record.quotations[1].id: "edited"}
    assert one.narrowed().quotations == one.quotations == (one.record.quotations[1],)
    assert list(chosen(ledger, Choice(verdicts=("verbatim",)))) == []


def test_older_versions_come_only_when_asked_for(ledger: Ledger) -> None:
    ledger.keep(record_of("one", "Ines Marl", path="same"))
    ledger.keep(record_of("new", "Ines Marl", path="same"))
    assert [one.record.article.body[:3] for one in chosen(ledger, Choice())] == ["new"]
    assert len(list(chosen(ledger, Choice(superseded=True)))) == 2


def test_more_than_are_read_at_once_all_come_in_order(ledger: Ledger) -> None:
    names = [f"article {number:03}" for number in range(AT_ONCE + 1)]
    for name in names:
        ledger.keep(record_of(name))
    assert [path for path, _ in told(ledger)] == names


def test_what_is_added_meanwhile_changes_nothing(ledger: Ledger) -> None:
    ledger.keep(record_of("one"))
    ledger.keep(record_of("two", path="two"))
    found = chosen(ledger, Choice())
    assert next(found).record.article.path == "one"
    assert ledger.keep(record_of("two, changed", path="two")).state == "version"
    ledger.keep(record_of("three"))
    assert [one.record.article.text for one in found] == ["two. "]
    assert [path for path, _ in told(ledger)] == ["one", "two", "three"]
