"""Giving the app something to read: text, files or an address; and how far the reading has come."""

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from onrecord.errors import BadQuery, InputTooLarge, NotInLedger
from onrecord.web import greeting
from onrecord.web.asking import Asking, jobs_of, options_of
from onrecord.web.memory import LIVE
from onrecord.web.rendering import page, part
from onrecord.web.uploads import Upload, from_address

MOST_FILES = 500


@get("/add", sync_to_thread=False, opt={LIVE: True})
def show(request: Asking) -> Response[str]:
    """The form."""
    return page(request, "add.html", fetch=options_of(request).fetch)


@post("/add", status_code=303)
async def add(request: Asking) -> Redirect:
    """Take what the form holds, and show how far its reading has come."""
    form = await request.form()
    as_documents = form.get("as") == "documents"
    uploads = [
        Upload(name=item.filename or "upload", data=await item.read())
        for item in form.getall("files", [])
        if isinstance(item, UploadFile) and item.filename
    ]
    text = str(form.get("text") or "")
    if text.strip():
        uploads.append(
            Upload(name=name_of(str(form.get("name") or "")), data=text.encode("utf-8", "replace"))
        )
    address = str(form.get("address") or "").strip()
    if address:
        uploads.append(from_address(address))
    if not uploads:
        raise BadQuery("there is nothing to read: paste a text, or choose files")
    if len(uploads) > MOST_FILES:
        raise InputTooLarge(f"more than {MOST_FILES} files at once: give them in several parts")
    job = jobs_of(request).submit(uploads, documents=as_documents)
    return Redirect(f"/jobs/{job}", status_code=303)


@post("/add/examples", sync_to_thread=True, status_code=303)
def add_examples(request: Asking) -> Redirect:
    """Read the examples that ship with onrecord."""
    jobs = jobs_of(request)
    jobs.submit(greeting.documents(), documents=True)
    return Redirect(f"/jobs/{jobs.submit(greeting.articles())}", status_code=303)


@get("/jobs/{id:str}", sync_to_thread=False, opt={LIVE: True})
def job(request: Asking, id: FromPath[str]) -> Response[str] | Redirect:
    """How far some reading has come, and what became of each input; it looks again by itself until all is done.

    Where there is one input, and nothing to tell of it, its own page follows at once.
    """
    found = jobs_of(request).job(id)
    if found is None:
        raise NotInLedger(
            "there is no such reading: it was done more than an hour ago, or onrecord was started anew"
        )
    if found.state == "done" and found.total == 1 and found.results[0].id and not found.results[0].reason:
        where = "documents" if found.documents else "articles"
        return Redirect(f"/{where}/{part(found.results[0].id)}", status_code=303)
    headers = {} if found.state == "done" else {"refresh": "2"}
    answer = page(request, "job.html", job=found, twin=f"/api/v1/jobs/{id}")
    answer.headers.update(headers)
    return answer


def name_of(given: str) -> str:
    """The name under which a pasted text is kept."""
    return given.strip()[:200] or "pasted text"


HANDLERS = (show, add, add_examples, job)
