"""Signing in with the token, and out again."""

from litestar import Response, get, post
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException
from litestar.params import URLEncodedBody
from litestar.response import Redirect

from onrecord.web.asking import Asking, options_of
from onrecord.web.guard import COOKIE, OPEN, is_token, session_of
from onrecord.web.memory import LIVE
from onrecord.web.rendering import page

Form = URLEncodedBody[dict[str, str]]


@get("/sign-in", sync_to_thread=False, opt={**OPEN, LIVE: True})
def show(request: Asking) -> Response[str]:
    """The form that asks for the token."""
    return page(request, "sign_in.html")


@post("/sign-in", sync_to_thread=False, status_code=303, opt=OPEN)
def sign_in(request: Asking, data: Form) -> Redirect:
    """Give the browser a cookie for the token; raises 401 for another one."""
    options = options_of(request)
    if options.token is None or not is_token(data.get("token", ""), options):
        raise NotAuthorizedException("This is not the token that onrecord serve was started with.")
    cookie = Cookie(
        COOKIE,
        value=session_of(options.token),
        httponly=True,
        samesite="strict",
        secure=request.scope["scheme"] == "https",
        max_age=30 * 24 * 3600,
    )
    return Redirect("/", status_code=303, cookies=[cookie])


@post("/sign-in/out", sync_to_thread=False, status_code=303, opt=OPEN)
def sign_out() -> Redirect:
    """Take the cookie back."""
    gone = Cookie(COOKIE, value="", httponly=True, samesite="strict", max_age=0)
    return Redirect("/", status_code=303, cookies=[gone])


HANDLERS = (show, sign_in, sign_out)
