"""The whole pipeline, measured on a corpus whose answers are known."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.errors import UnreadableInput
from onrecord.measure.attribution import attributed
from onrecord.measure.measures import BOOTSTRAP, tables
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.measure.reliability import reliability
from onrecord.model import Quotation, Record, TaggerModel
from onrecord.read import NOTES

Progress = Callable[[int, int], None]


def evaluate_attribution(
    folder: Path,
    split: str,
    *,
    model: TaggerModel = "default",
    bootstrap: int = BOOTSTRAP,
    progress: Progress | None = None,
) -> str:
    """Run the pipeline on every text of a split; give the table of what was found and attributed, then all measures.

    `folder` is laid out as PolNeAR is; `bootstrap` is how often texts are drawn for the intervals of the measures;
    `progress` is told how many articles are done, and of how many. Articles that failed are named below. Raises
    `UnreadableInput` where the split does not lie there.
    """
    predicted: dict[str, tuple[Attribution, ...]] = {}
    articles: list[GoldArticle] = []
    failed: list[str] = []
    for article, record in run(read_split(folder, split), model=model, progress=progress):
        articles.append(article)
        predicted[article.id] = predictions(record)
        failures = [failure for failure in record.failures if failure.stage not in NOTES]
        failed += [f"{article.id}: {failure.stage}: {failure.reason}" for failure in failures]
    table = tables(articles, [predicted[article.id] for article in articles], bootstrap=bootstrap)
    if failed:
        table += "\n" + "\n".join([f"{len(failed)} failures", *failed])
    return table


def evaluate_confidence(
    folder: Path,
    split: str,
    *,
    since: str | None = None,
    model: TaggerModel = "default",
    progress: Progress | None = None,
) -> str:
    """Run the pipeline and give the reliability table of its confidences.

    A quotation is right where the table of `evaluate_attribution` counts it as attributed. With `since`
    (`YYYY-MM-DD`), only articles published on or after that day are taken: the shipped weights have seen the
    train articles before September 2016. Raises `UnreadableInput` where there are none.
    """
    chosen = [
        article
        for article in read_split(folder, split)
        if since is None or published_since(article.id, since)
    ]
    if not chosen:
        raise UnreadableInput(f"{folder}: no article of the split {split!r} was published since {since}")
    pairs: list[tuple[float, bool]] = []
    for article, record in run(chosen, model=model, progress=progress):
        pairs += confidence_pairs(article, record)
    return reliability(pairs).table()


def confidence_pairs(article: GoldArticle, record: Record) -> list[tuple[float, bool]]:
    """The confidence of each quotation of one article, and whether it is right."""
    confidences = [quotation.confidence for quotation in record.quotations if _counts(quotation)]
    return list(zip(confidences, attributed(article, predictions(record)), strict=True))


def predictions(record: Record) -> tuple[Attribution, ...]:
    """What the corpus can judge: the quotations of the text that are not inside another (PolNeAR has no nesting)."""
    return tuple(
        Attribution(
            source=quotation.source, cue=quotation.cue, content=quotation.content, speakers=quotation.speakers
        )
        for quotation in record.quotations
        if _counts(quotation)
    )


def run(
    articles: Iterable[GoldArticle], *, model: TaggerModel = "default", progress: Progress | None = None
) -> Iterator[tuple[GoldArticle, Record]]:
    """The pipeline on each article's text, unchanged, as a plain body."""
    from onrecord.pipeline import read_bytes

    all_articles = list(articles)
    for done, article in enumerate(all_articles, start=1):
        yield article, read_bytes(article.text.encode(), path=f"{article.id}.txt", plain=True, model=model)
        if progress:
            progress(done, len(all_articles))


def _counts(quotation: Quotation) -> bool:
    return quotation.parent is None and quotation.field == "text"
