"""An article and what hangs on it."""

from litestar import get, post

from onrecord.findings import CheckedArticle
from onrecord.ledger.copies import copies_of
from onrecord.ledger.keeping import need_place, read_record
from onrecord.ledger.verdicts import checked_article, checks_of
from onrecord.ledger.versions import Version, versions_of
from onrecord.model import Record
from onrecord.traces import Copy
from onrecord.web.api.parameters import Id, problems
from onrecord.web.asking import Asking, ledger_of, slowly
from onrecord.web.pages.articles import recheck
from onrecord.web.paths import public


@get("/articles/{id:str}", sync_to_thread=True, responses=problems(404), operation_id="get_article")
def article(request: Asking, id: Id) -> Record:
    """All that is known of an article: one object of schema onrecord/1."""
    return public(ledger_of(request).record(id))


@get(
    "/articles/{id:str}/check", sync_to_thread=True, responses=problems(404), operation_id="get_article_check"
)
def check(request: Asking, id: Id) -> CheckedArticle | None:
    """What the kept check of an article found; null where none was made."""
    with ledger_of(request).read() as connection:
        place = need_place(connection, id)
        found = checked_article(read_record(connection, place.number), checks_of(connection, place))
    return public(found)


@post(
    "/articles/{id:str}/recheck",
    status_code=200,
    responses=problems(404, changes=True),
    operation_id="check_article_again",
)
async def check_again(request: Asking, id: Id) -> CheckedArticle:
    """Check an article against what the ledger holds now, and keep what was found."""
    return public(await slowly(request, recheck, ledger_of(request), id))


@get(
    "/articles/{id:str}/versions",
    sync_to_thread=True,
    responses=problems(404),
    operation_id="list_article_versions",
)
def versions(request: Asking, id: Id) -> list[Version]:
    """Every version of an article, the oldest first, and what each changed."""
    with ledger_of(request).read() as connection:
        place = need_place(connection, id)
        return public(versions_of(connection, place.number))


@get(
    "/articles/{id:str}/copies",
    sync_to_thread=True,
    responses=problems(404),
    operation_id="list_copies_of_article",
)
def copies(request: Asking, id: Id) -> list[Copy]:
    """The copies that an article is part of, without what they changed: /copies/A/B has that."""
    with ledger_of(request).read() as connection:
        place = need_place(connection, id)
        return list(public(copies_of(connection, place.number)))


HANDLERS = (article, check, check_again, versions, copies)
