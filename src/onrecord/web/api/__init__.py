"""The routes under /api/v1, one file a subject: the same answers as the pages, as JSON."""

from litestar.types import ControllerRouterHandler

from onrecord.web.api import articles, corrections, families, lists, quotations, reading, speakers


def handlers() -> list[ControllerRouterHandler]:
    """All of them."""
    subjects = (lists, articles, quotations, speakers, families, corrections, reading)
    return [handler for subject in subjects for handler in subject.HANDLERS]
