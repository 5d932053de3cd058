"""The routes of the pages, one file a subject."""

from litestar.types import ControllerRouterHandler

from onrecord.web.pages import (
    adding,
    articles,
    assets,
    checking,
    copies,
    correcting,
    documents,
    families,
    home,
    outlets,
    quotations,
    search,
    sharing,
    signing,
    speakers,
)


def handlers() -> list[ControllerRouterHandler]:
    """All of them."""
    subjects = (
        home,
        search,
        articles,
        quotations,
        speakers,
        families,
        outlets,
        copies,
        documents,
        checking,
        sharing,
        correcting,
        adding,
        signing,
        assets,
    )
    return [handler for subject in subjects for handler in subject.HANDLERS]
