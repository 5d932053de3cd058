"""A ledger by size: the bytes it takes beside the article text, and how long searches take, on either database.

    python -m benchmarks.ledger 100000 [--postgres URL] [--without-sqlite | --keep FILE]

The quotations are those of benchmarks/quotations.py, in articles that have as much text to a quotation as those of
PolNeAR's dev part have to one that onrecord finds there: of its 84 articles with 414,896 bytes of text each has 24
quotations, one for every 202 bytes or 33 words; 37 of a hundred stand in marks, wholly or in part, 90 have a speaker.
So each quotation has a paragraph of its own, in marks or not, with as many other words beside it as make 33; no word
of them is a copy of others. Some eight speakers have names in an article (there, seven): who is quoted without marks is
quoted in marks too. Every article is kept as it always is, but that families are made once, at the end.

A search is one page of 20 with its rows, and the count up to 10,000. Each kind of search is made with twelve
different words or speakers, drawn by how often they occur, once to warm up and once timed. Printed: the sizes, how
long keeping took (one process, a hundred articles in one transaction) and how long the families, and the median, the
95th percentile and the longest of each kind and of all together.
"""

import argparse
import itertools
import random
import tempfile
import time
import unittest.mock
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from sqlalchemy import Connection, create_engine, make_url, text

from benchmarks.quotations import make, prose
from onrecord.ledger import families, open_ledger
from onrecord.ledger import printings as written
from onrecord.ledger.keeping import Place
from onrecord.ledger.ledger import Ledger, keep
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.search import Search, page
from onrecord.ledger.terms import words_of
from onrecord.model import (
    Article,
    Date,
    Evidence,
    Mark,
    Quotation,
    Record,
    Speaker,
    article_id,
    quotation_id,
)
from onrecord.traces import Printing

TO_AN_ARTICLE = 24
MARKED = 0.37
BESIDE = 12  # words, on the average
AT_ONCE = 100
EACH = 12


class Seen(NamedTuple):
    """How often words, pairs of words and speakers occur, and some quotations."""

    words: Counter[str]
    pairs: Counter[str]
    speakers: Counter[str]
    texts: list[list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("quotations", type=int)
    parser.add_argument("--postgres", help="a PostgreSQL database to make a schema in; it stays")
    parser.add_argument("--without-sqlite", action="store_true")
    parser.add_argument("--keep", metavar="FILE", help="where the ledger of SQLite stays")
    options = parser.parse_args()
    printings = make(options.quotations, articles_of=TO_AN_ARTICLE).printings
    seen = look(printings)
    print(
        f"{len(printings):,} quotations; the most quoted speaker has {seen.speakers.most_common(1)[0][1]:,}"
    )
    with tempfile.TemporaryDirectory() as folder:
        addresses = [] if options.without_sqlite else [options.keep or f"{folder}/ledger.db"]
        if options.postgres:
            addresses.append(new_schema(options.postgres))
        for address in addresses:
            with open_ledger(address, create=True) as ledger:
                fill(ledger, printings)
                time_searches(ledger, seen)


def new_schema(address: str) -> str:
    """An empty schema of a PostgreSQL database; it stays."""
    name = f"bench_{uuid.uuid4().hex[:12]}"
    url = make_url(address)
    server = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    server.dispose()
    return url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)


def look(printings: list[Printing]) -> Seen:
    """Count what the searches are drawn from."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    texts = []
    for number, printing in enumerate(printings):
        found = words_of(printing.text)
        words.update(list(dict.fromkeys(found)))  # in one order, so that the searches are the same each time
        if number % 20 == 0:
            pairs.update(" ".join(pair) for pair in itertools.pairwise(found))
            texts.append(found)
    speakers = Counter(printing.speaker for printing in printings if printing.speaker)
    return Seen(words, pairs, speakers, texts)


def fill(ledger: Ledger, printings: list[Printing]) -> None:
    """Keep the articles, and print how large the ledger is beside their text."""
    start, size = time.perf_counter(), 0
    with unittest.mock.patch.object(families, "index_article", write_printings):
        for some in batches(articles(printings)):
            size += sum(len(record.article.body.encode()) for record in some)
            with ledger.write() as connection:
                for record in some:
                    keep(connection, record)
    kept = time.perf_counter()
    with ledger.write() as connection:
        families.rebuild(connection)
    made = time.perf_counter()
    taken = bytes_of(ledger)
    print(
        f"{ledger.database.dialect.name}: text {size / 1e6:,.1f} MB, ledger {taken / 1e6:,.1f} MB, "
        f"{taken / size:.2f} times the text; kept in {kept - start:,.0f} s, families in {made - kept:,.0f} s",
        flush=True,
    )


def write_printings(connection: Connection, record: Record, where: Place) -> None:
    """Keep the printings of an article, and leave their families for later."""
    written.write(connection, record, where.first)


def batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while some := list(itertools.islice(records, AT_ONCE)):
        yield some


def articles(printings: list[Printing]) -> Iterator[Record]:
    """The quotations as articles."""
    dice, beside = random.Random(7), prose()
    for start in range(0, len(printings), TO_AN_ARTICLE):
        paragraphs, rows, at = [], [], 0
        here = printings[start : start + TO_AN_ARTICLE]
        marked = [dice.random() < MARKED for _ in here]
        speaking = [row.speaker for row, is_marked in zip(here, marked, strict=True) if is_marked]
        for printing, is_marked in zip(here, marked, strict=True):
            if speaking and not is_marked:
                printing = replace(printing, speaker=dice.choice(speaking))
            more = " ".join(itertools.islice(beside, dice.randrange(2 * BESIDE + 1)))
            rows.append(_quotation(printing, at, marked=is_marked))
            said = "“" + printing.text + "”" if rows[-1].marks else printing.text
            paragraphs.append(f"{said} said {_source(printing)}. {more}.")
            at += len(paragraphs[-1]) + 2
        yield _record(f"{start}.txt", paragraphs, rows, printings[start].published, dice)


def _source(printing: Printing) -> str:
    return printing.speaker or "an official"


def _quotation(printing: Printing, at: int, *, marked: bool) -> Quotation:
    """A quotation that begins a paragraph, in marks or not, then its cue, then its source."""
    end = at + len(printing.text) + 2 * marked
    source = (end + 6, end + 6 + len(_source(printing)))
    evidence = (Evidence(span=source, why="the words beside the cue"),)
    speaker = Speaker(
        name=printing.speaker, label=printing.speaker, kind="person", confidence=0.9, evidence=evidence
    )
    return Quotation(
        id="",
        kind="direct" if marked else "indirect",
        content=((at, end),),
        cue=((end + 1, end + 5),),
        source=(source,),
        marks=((at + 1, end - 1),) if marked else (),
        speakers=(speaker,) if printing.speaker else (),
        confidence=0.9,
        by="benchmark/1",
    )


def _record(
    path: str, paragraphs: list[str], rows: list[Quotation], published: str | None, dice: random.Random
) -> Record:
    """An article of these paragraphs."""
    body = "\n\n".join(paragraphs)
    id = article_id(body.encode())
    quotations = tuple(replace(row, id=quotation_id(id, "text", row.content)) for row in rows)
    marks = [Mark(span=span, role="quotation", quotation=row.id) for row in quotations for span in row.marks]
    article = Article(
        id=id,
        path=path,
        title=" ".join(paragraphs[0].split()[:8]),
        outlet=f"Outlet {int(dice.paretovariate(0.8)) % 500}",
        published=Date(value=published, precision="day", text=""),
        text=body,
        paragraphs=tuple(spans(paragraphs)),
        marks=tuple(marks),
    )
    return Record(article=article, quotations=quotations)


def spans(paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for paragraph in paragraphs:
        yield at, at + len(paragraph)
        at += len(paragraph) + 2


def bytes_of(ledger: Ledger) -> int:
    """What a ledger takes on disk, with its indexes."""
    if ledger.database.dialect.name == "sqlite":
        with ledger.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(ledger.name).stat().st_size
    query = text(
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
        "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
    )
    with ledger.read() as connection:
        return int(connection.execute(query).scalar_one())


def searches(seen: Seen) -> dict[str, list[Search]]:
    """The mix, by kind."""
    dice = random.Random(11)
    total = sum(seen.speakers.values())
    ranked = [word for word, _ in seen.words.most_common()]
    rare = dice.sample([word for word, count in seen.words.items() if 2 <= count <= 6], EACH)
    some = [word for word, count in seen.words.items() if total / 2_000 <= count <= total / 500]
    middling, other = dice.sample(some, EACH), dice.sample(some, EACH)
    common = ranked[:EACH]
    long = [words for words in seen.texts if len(words) > 8]
    phrases = [f'"{" ".join(words[2:6])}"' for words in dice.sample(long, EACH)]
    usual = [f'"{pair}"' for pair, _ in seen.pairs.most_common(EACH)]
    frequent = set(ranked[:30])
    runs = dict.fromkeys(
        " ".join(words[at : at + 3])
        for words in seen.texts
        for at in range(len(words) - 2)
        if frequent.issuperset(words[at : at + 3])
    )
    loud = [name for name, _ in seen.speakers.most_common(EACH)]
    quiet = dice.sample([name for name, count in seen.speakers.items() if count == 3 and " " in name], EACH)
    month = {"first": date(2021, 6, 10), "last": date(2021, 7, 20)}
    return {
        "rare word": [Search(words=word) for word in rare],
        "middling word": [Search(words=word) for word in middling],
        "very common word": [Search(words=word) for word in common],
        "two very common words": [Search(words=f"{one} {two}") for one, two in itertools.pairwise(common)],
        "common and rare word": [Search(words=f"{one} {two}") for one, two in zip(common, rare, strict=True)],
        "phrase of four words": [Search(words=phrase) for phrase in phrases],
        "frequent pair": [Search(words=phrase) for phrase in usual],
        "phrase of common words": [Search(words=f'"{run}"') for run in list(runs)[:EACH]],
        "prefix, four letters": [Search(words=f"{word[:4]}*") for word in middling],
        "prefix, two letters": [Search(words=f"{word[:2]}*") for word in middling],
        "near, middling": [Search(words=f"{a} NEAR/10 {b}") for a, b in zip(middling, other, strict=True)],
        "near, very common": [Search(words=f"{a} NEAR/3 {b}") for a, b in itertools.pairwise(common)],
        "one without the other": [Search(words=f"{a} -{b}") for a, b in itertools.pairwise(common)],
        "loud speaker": [Search(speaker=name) for name in loud],
        "quiet speaker": [Search(speaker=name) for name in quiet],
        "loud speaker, common word": [Search(speaker=a, words=b) for a, b in zip(loud, common, strict=True)],
        "loud speaker, middling word": [
            Search(speaker=a, words=b) for a, b in zip(loud, middling, strict=True)
        ],
        "quiet speaker, common word": [
            Search(speaker=a, words=b) for a, b in zip(quiet, common, strict=True)
        ],
        "outlet and common word": [Search(words=word, outlet="outlet 3") for word in common],
        "days and common word": [Search(words=word, **month) for word in common],
        "days, loud speaker, phrase": [
            Search(words=phrase, speaker=name, **month) for phrase, name in zip(usual, loud, strict=True)
        ],
        "everything": [Search(acts=("statement",))] * 2,
    }


def time_searches(ledger: Ledger, seen: Seen) -> None:
    """Print how long the searches of each kind take."""
    times: list[float] = []
    for kind, asked in searches(seen).items():
        here, counts = [], []
        for search in asked:
            run(ledger, search)
            start = time.perf_counter()
            counts.append(run(ledger, search))
            here.append(1_000 * (time.perf_counter() - start))
        times += here
        print(f"  {kind:28s} {_told(here)}   found {min(counts, key=_number)} to {max(counts, key=_number)}")
    print(f"  {'all':28s} {_told(times)}", flush=True)


def run(ledger: Ledger, search: Search) -> str:
    """One search as the command makes it."""
    with ledger.read() as connection:
        found = page(connection, "quotations", search)
        quotation_rows(connection, found.numbers)
    return str(found.total)


def _number(count: str) -> int:
    return int(count.rstrip("+").replace(",", ""))


def _told(times: list[float]) -> str:
    return f"p50 {np.percentile(times, 50):7.1f} ms   p95 {np.percentile(times, 95):7.1f} ms   max {max(times):7.1f} ms"


if __name__ == "__main__":
    main()
