"""Saying that the machine is wrong: kept beside its answer, shown with it, and taken back where that was wrong too."""

from collections import deque
from typing import cast, get_args

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect

from onrecord.errors import BadCorrection
from onrecord.ledger.corrections import correct, every, withdraw
from onrecord.ledger.drafts import Said, drafts
from onrecord.ledger.ledger import Ledger
from onrecord.model import Correction, SpeakerKind
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

Form = URLEncodedBody[dict[str, str]]
MOST = 200  # shown, the newest
LONGEST = 20_000  # characters of a field of the form


@get("/corrections", sync_to_thread=True)
def corrections(request: Asking) -> Response[str]:
    """What people have said, the newest first."""
    withdrawn = request.query_params.get("withdrawn") == "1"
    with ledger_of(request).read() as connection:
        rows = list(deque(every(connection, withdrawn=withdrawn), maxlen=MOST))[::-1]
    return page(
        request, "corrections.html", rows=public(rows), withdrawn=withdrawn, twin="/api/v1/corrections"
    )


@post("/quotations/{id:str}/correct", sync_to_thread=True, status_code=303)
def correct_quotation(request: Asking, id: FromPath[str], data: Form) -> Redirect:
    """Say what is right of a quotation: who says it, its words, or that it is none."""
    says = data.get("says", "")
    speaker = data.get("speaker", "").strip()
    said = Said(
        speakers=(speaker,) if says == "speaker" and speaker else (),
        kind=_kind(data),
        unknown=says == "unknown",
        content=_words(data, "content") if says == "extent" else None,
        cue=data.get("cue", "").strip() if says == "extent" else None,
        source=data.get("source", "").strip() if says == "extent" else None,
        no_quotation=says == "no_quotation",
        note=data.get("note", "").strip(),
        by=data.get("by", "").strip(),
    )
    if says == "speaker" and not speaker:
        raise BadCorrection("say who says it, or that it is not known")
    keep(ledger_of(request), id, said)
    return Redirect(f"/quotations/{part(id)}#corrections", status_code=303)


@post("/articles/{id:str}/missed", sync_to_thread=True, status_code=303)
def add_missed(request: Asking, id: FromPath[str], data: Form) -> Redirect:
    """Say that a quotation of an article was missed."""
    speaker = data.get("speaker", "").strip()
    said = Said(
        missed=True,
        speakers=(speaker,) if speaker else (),
        kind=_kind(data),
        content=_words(data, "content"),
        cue=_words(data, "cue"),
        note=data.get("note", "").strip(),
        by=data.get("by", "").strip(),
    )
    keep(ledger_of(request), id, said)
    return Redirect(f"/articles/{part(id)}?corrected=1", status_code=303)


@post("/corrections/{id:str}/withdraw", sync_to_thread=True, status_code=303)
def take_back(request: Asking, id: FromPath[str]) -> Redirect:
    """Let a correction count no longer; it stays in the list, with the time."""
    with ledger_of(request).write() as connection:
        found = withdraw(connection, id)
    where = f"/quotations/{part(found.quotation)}#corrections" if found.quotation else "/corrections"
    return Redirect(where, status_code=303)


def keep(ledger: Ledger, name: str, said: Said) -> list[Correction]:
    """Keep what a person says of a quotation, or of an article, by its id; raises `BadCorrection`, `NotInLedger`."""
    with ledger.write() as connection:
        article, made = drafts(connection, name, said)
        return [correct(connection, article, draft) for draft in made]


def _kind(data: dict[str, str]) -> SpeakerKind:
    kind = data.get("kind", "person")
    if kind not in get_args(SpeakerKind):
        raise BadCorrection(f"a speaker is one of {', '.join(get_args(SpeakerKind))}")
    return cast(SpeakerKind, kind)


def _words(data: dict[str, str], name: str) -> str | None:
    """The words of a field of the form, with the line ends that articles have; None where there are none."""
    words = data.get(name, "").replace("\r\n", "\n").strip()
    if len(words) > LONGEST:
        raise BadCorrection(f"{name} has more than {LONGEST:,} characters")
    return words or None


HANDLERS = (corrections, correct_quotation, add_missed, take_back)
