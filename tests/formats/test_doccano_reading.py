"""Reading doccano's JSON Lines.

The form is that of the project's own examples of import and export (https://github.com/doccano/doccano, backend,
data_import/pipeline/examples/relation_extraction and data_export/pipeline/examples/sequence_labeling).
"""

import io
import json
from collections import Counter
from typing import Any

from onrecord.formats import write
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.formats.doccano import read_doccano
from onrecord.model import Failure, Record

from .lock import AMSEL, BRANDT, TEXT

# Written by hand. Ties point either way; the second content goes on in entity 7, and its source is tied to its cue.
LINE: dict[str, Any] = {
    "id": 4,
    "text": TEXT,
    "entities": [
        {"id": 1, "label": "Source", "start_offset": 21, "end_offset": 33},
        {"id": 2, "label": "Cue", "start_offset": 34, "end_offset": 38},
        {"id": 3, "label": "Content", "start_offset": 0, "end_offset": 19},
        {"id": 4, "label": "Source", "start_offset": 61, "end_offset": 70},
        {"id": 5, "label": "Cue", "start_offset": 71, "end_offset": 75},
        {"id": 6, "label": "Content", "start_offset": 40, "end_offset": 60},
        {"id": 7, "label": "Content", "start_offset": 87, "end_offset": 103},
        {"id": 8, "label": "Group", "start_offset": 76, "end_offset": 85},
    ],
    "relations": [
        {"id": 1, "from_id": 3, "to_id": 1, "type": "said by"},
        {"id": 2, "from_id": 2, "to_id": 3, "type": "cue of"},
        {"id": 3, "from_id": 6, "to_id": 7, "type": "goes on"},
        {"id": 4, "from_id": 6, "to_id": 5, "type": "cue"},
        {"id": 5, "from_id": 4, "to_id": 5, "type": "subject"},
    ],
    "Comments": [],
}


def read(*lines: dict[str, Any] | str) -> list[AnnotatedText | Failure]:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    return list(read_doccano(text.encode(), Counter()))


def test_entities_and_relations_are_attributions() -> None:
    left_out: Counter[str] = Counter()
    found = list(read_doccano(json.dumps(LINE).encode(), left_out))
    assert found == [AnnotatedText(id="4", text=TEXT, attributions=(BRANDT, AMSEL))]
    assert left_out == {"entities labelled Group": 1}


def test_labels_without_relations_are_attributions_of_one_role() -> None:
    labels = [[21, 33, "Source"], [0, 19, "Content"]]
    for key in ("label", "labels"):
        (found,) = read({"text": TEXT, key: labels})
        assert found == AnnotatedText(
            id="line 1",
            text=TEXT,
            attributions=(Attribution(content=((0, 19),)), Attribution(source=((21, 33),))),
            linked=False,
        )


def test_a_bad_line_is_told_and_the_others_are_read() -> None:
    wide = {"text": "short", "entities": [{"id": 1, "label": "Cue", "start_offset": 0, "end_offset": 9}]}
    found = read("{", LINE, {"txt": ""}, "", wide)
    assert [isinstance(one, AnnotatedText) for one in found] == [False, True, False, False]
    told = [one.reason for one in found if isinstance(one, Failure)]
    assert told[0].startswith("line 1: it is not of the form that doccano exports: ")
    assert "`text`" in told[1]
    assert told[2].startswith("line 5: it marks 0 to 9 in a text of 5 characters: check")


def test_what_onrecord_writes_comes_back(brief: Record) -> None:
    out = io.BytesIO()
    write([brief], out, form="doccano")
    body, title = read_doccano(out.getvalue(), Counter())
    assert isinstance(body, AnnotatedText)
    assert isinstance(title, AnnotatedText)
    # In the order of the text: the one inside begins later than the one that holds it.
    wanted = [(row.source, row.cue, row.content, row.speakers) for row in brief.quotations]
    found = [
        (one.source, one.cue, one.content, one.speakers) for one in (*body.attributions, *title.attributions)
    ]
    assert found == wanted
    assert [one.nested for one in body.attributions] == [False, True, False]
    assert (body.id, title.id) == ("sha256:ab", "sha256:ab (title)")
