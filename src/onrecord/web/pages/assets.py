"""What pages load: the style, the script and the icon, for ever under the address that names their digest."""

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from onrecord.web.guard import OPEN
from onrecord.web.memory import LIVE
from onrecord.web.rendering import address, asset

TYPES = {"style.css": "text/css", "site.js": "text/javascript", "icon.svg": "image/svg+xml"}
FOR_EVER = "public, max-age=31536000, immutable"


@get("/static/{digest:str}/{name:str}", sync_to_thread=False, opt={**OPEN, LIVE: True})
def static(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """One of the files."""
    if name not in TYPES or address(name) != f"/static/{digest}/{name}":
        raise NotFoundException
    return Response(asset(name), media_type=TYPES[name], headers={"cache-control": FOR_EVER})


@get("/robots.txt", sync_to_thread=False, opt={LIVE: True})
def robots() -> str:
    """Nothing here is for search engines: it is other people's text."""
    return "User-agent: *\nDisallow: /\n"


HANDLERS = (static, robots)
