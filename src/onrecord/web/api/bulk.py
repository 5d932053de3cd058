"""Taking everything out of the ledger, or a choice of it, as a stream."""

from typing import Annotated, Literal

from litestar import get
from litestar.params import QueryParameter
from litestar.response import Stream

from onrecord.ledger.choosing import Choice
from onrecord.web.api.openapi import SENDS
from onrecord.web.api.parameters import First, Last, Name, Verdicts, problems
from onrecord.web.asking import Asking, exports_of
from onrecord.web.guard import COSTLY

# The forms that are written piece by piece, with the media type and the ending of a file of each.
Form = Literal["jsonl", "csv", "jsonld", "webannotation", "doccano", "labelstudio", "bio"]
FORMS: dict[Form, tuple[str, str]] = {
    "jsonl": ("application/x-ndjson", "jsonl"),
    "csv": ("text/csv", "csv"),
    "jsonld": ("application/ld+json", "jsonld"),
    "webannotation": ("application/ld+json", "jsonld"),
    "doccano": ("application/x-ndjson", "jsonl"),
    "labelstudio": ("application/json", "json"),
    "bio": ("text/plain", "bio"),
}
KINDS = sorted({kind for kind, _ in FORMS.values()})


@get(
    "/export",
    responses=problems(404, 429),
    operation_id="export",
    opt={COSTLY: True, SENDS: KINDS},
)
async def export(
    request: Asking,
    form: Annotated[
        Form, QueryParameter(name="format", description="The form, as docs/formats.md has it.")
    ] = "jsonl",
    ids: Annotated[
        list[Annotated[str, QueryParameter(max_length=200)]] | None,
        QueryParameter(name="id", max_items=100, description="Ids of articles or of quotations."),
    ] = None,
    speaker: Name = None,
    outlet: Name = None,
    first: First = None,
    last: Last = None,
    verdicts: Verdicts = None,
    superseded: Annotated[
        bool, QueryParameter(name="versions", description="Older versions of articles too.")
    ] = False,
) -> Stream:
    """Everything that the ledger holds, or what is chosen of it, streamed; an answer that breaks off is not all."""
    choice = Choice(
        ids=tuple(ids or ()),
        speaker=speaker or None,
        outlet=outlet or None,
        first=first,
        last=last,
        verdicts=tuple(verdicts or ()),
        superseded=superseded,
    )
    kind, ending = FORMS[form]
    return Stream(
        await exports_of(request).begin(choice, form=form),
        media_type=kind,
        headers={"content-disposition": f'attachment; filename="onrecord.{ending}"'},
    )


HANDLERS = (export,)
