"""A reader that needs no model, so that the command line is tested by itself."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import onrecord
from onrecord.model import Article, Failure, Quotation, Record, Speaker, TaggerModel, article_id

Run = Callable[..., Result]


def read_bytes(
    data: bytes, *, path: str | None = None, plain: bool = False, model: TaggerModel = "default"
) -> Record:
    """The first line is the headline unless plain; "bad" cannot be read, "odd" gets a note."""
    if b"bad" in data:
        return Record(article=Article(path=path), failures=(Failure(stage="read", reason="it is damaged"),))
    text = data.decode("utf-8", "replace")
    title, _, body = (None, "", text) if plain else text.partition("\n")
    row = Quotation(
        id="q",
        kind="direct",
        content=((0, len(body)),),
        by=f"{model}/1",
        speakers=(Speaker(name="Ada Quill", kind="person"),),
    )
    notes = (Failure(stage="encoding", reason="taken for latin-1"),) if b"odd" in data else ()
    article = Article(id=article_id(data), path=path, title=title, text=body)
    return Record(article=article, quotations=(row,), failures=notes)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program with some arguments: `run("read", path, input=b"...")`."""
    monkeypatch.setattr("onrecord.pipeline.read_bytes", read_bytes)

    def run_it(*arguments: object, input: bytes | None = None) -> Result:
        return CliRunner().invoke(onrecord, [str(argument) for argument in arguments], input=input)

    return run_it
