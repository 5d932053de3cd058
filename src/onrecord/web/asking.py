"""A request, and what the app has at hand to answer it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeAlias, TypeVar, cast

from litestar import Request
from litestar.datastructures import State

from onrecord.ledger.ledger import Ledger
from onrecord.web.exporting import Exports
from onrecord.web.figures import Figures
from onrecord.web.jobs import Jobs
from onrecord.web.options import Options
from onrecord.web.workers import Workers

T = TypeVar("T")
Asking: TypeAlias = Request[Any, Any, State]


def ledger_of(request: Asking) -> Ledger:
    """The ledger that is served."""
    return cast(Ledger, request.app.state.ledger)


def jobs_of(request: Asking) -> Jobs:
    """The reading that goes on beside the requests."""
    return cast(Jobs, request.app.state.jobs)


def workers_of(request: Asking) -> Workers:
    """The processes that read what people send."""
    return cast(Workers, request.app.state.workers)


def reading_of(request: Asking) -> asyncio.Semaphore:
    """The turn to have a text read while somebody waits for it."""
    return cast(asyncio.Semaphore, request.app.state.reading)


async def slowly(request: Asking, work: Callable[..., T], *given: object) -> T:
    """Do what takes seconds in threads of its own, so that the pages need not wait for it."""
    threads = cast(Executor, request.app.state.slow)
    return await asyncio.get_running_loop().run_in_executor(threads, work, *given)


def figures_of(request: Asking) -> Figures:
    """The overview's figures."""
    return cast(Figures, request.app.state.figures)


def exports_of(request: Asking) -> Exports:
    """What goes out as a stream."""
    return cast(Exports, request.app.state.exports)


def options_of(request: Asking) -> Options:
    """The options that the app was started with."""
    return cast(Options, request.app.state.options)
