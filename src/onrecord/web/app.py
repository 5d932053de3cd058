"""The web app: a ledger, its pages and its answers as JSON."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib.metadata import version

from litestar import Litestar
from litestar.datastructures import State
from litestar.middleware import DefineMiddleware
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme

from onrecord.ledger.ledger import Ledger
from onrecord.web import api, pages
from onrecord.web.answers import finished
from onrecord.web.api.openapi import Described
from onrecord.web.errors import answer
from onrecord.web.exporting import Exports
from onrecord.web.figures import Figures
from onrecord.web.guard import Guard, Rates, add_headers
from onrecord.web.jobs import Jobs
from onrecord.web.memory import Memory, Remember
from onrecord.web.options import Options
from onrecord.web.workers import Workers

# Requests that are answered at the same time; each holds a connection. More threads get in one another's way in
# Python: with eight, three quarters as many requests a second were answered (docs/benchmarks.md, "The pages").
AT_ONCE = 2
SLOW = 2  # and checks, beside them


def build(ledger: Ledger, options: Options | None = None) -> Litestar:
    """The web app of a ledger, as an ASGI application. The ledger is the caller's to close."""
    options = options or Options()
    workers = Workers(seconds=options.seconds, memory=options.memory)
    jobs = Jobs(ledger, workers, options=options)
    figures = Figures(ledger)
    memory = Memory(ledger)
    slow = ThreadPoolExecutor(SLOW, thread_name_prefix="onrecord-slow")

    @asynccontextmanager
    async def life(_: Litestar) -> AsyncIterator[None]:
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="onrecord") as threads:
            asyncio.get_running_loop().set_default_executor(threads)
            figures.refresh_soon()
            try:
                yield
            finally:
                await asyncio.to_thread(jobs.close)
                await asyncio.to_thread(workers.close)
                await asyncio.to_thread(figures.close)
                await asyncio.to_thread(memory.close)
                await asyncio.to_thread(slow.shutdown)

    app = Litestar(
        route_handlers=[
            *pages.handlers(),
            *api.routers(options),
        ],
        include_in_schema=False,
        lifespan=[life],
        state=State(
            {
                "ledger": ledger,
                "ledger_name": ledger.name,
                "options": options,
                "jobs": jobs,
                "figures": figures,
                "workers": workers,
                "slow": slow,
                "reading": asyncio.Semaphore(1),
                "exports": Exports(ledger),
            }
        ),
        middleware=[
            DefineMiddleware(Guard, options=options, rates=Rates(options)),
            DefineMiddleware(Remember, memory=memory),
        ],
        before_send=[add_headers],
        exception_handlers={Exception: answer},
        request_max_body_size=options.largest,
        openapi_config=OpenAPIConfig(
            title="onrecord",
            version=version("onrecord"),
            description="Who said what, when, by whose account, and whether the words match their source.",
            path=api.PREFIX,
            components=Components(
                security_schemes={
                    api.TOKEN: SecurityScheme(
                        type="http", scheme="bearer", description="The token of `onrecord serve --token`."
                    )
                }
            ),
            render_plugins=[Described(api.handlers())],
            use_handler_docstrings=True,
        ),
        debug=False,
    )
    app.asgi_handler = finished(app.asgi_handler)
    return app
