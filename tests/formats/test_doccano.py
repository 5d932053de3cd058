"""doccano's JSON Lines, after what it imports and exports for sequence labelling with relations.

The form: https://doccano.github.io/doccano/tutorial/ and the project's own export, whose lines are
`{"id", "text", "entities": [{"id", "label", "start_offset", "end_offset"}], "relations": [{"id", "from_id", "to_id",
"type"}]}`.
"""

import io
import json
from typing import Any

from onrecord.formats import write
from onrecord.model import Record

ENTITIES = """\
1 Content 2 13 “Go <now>,”
2 Content 29 43 “We say ‘no’.”
3 Cue 14 18 said
4 Source 19 27 Ada & co
5 Content 37 41 ‘no’
6 Cue 33 36 say
7 Source 30 32 We
8 Content 56 67 it was late
9 Cue 49 55 agreed
10 Source 45 48 Ben
"""
RELATIONS = """\
1 1 2 goes on
2 1 3 cue
3 1 4 source
4 5 6 cue
5 5 7 source
6 8 9 cue
7 8 10 source
8 5 1 inside
"""
# The second line of the file, written by hand, to the byte.
TITLE = (
    '{"text":"Ada: “Go” </script>","entities":[{"id":11,"label":"Content","start_offset":5,"end_offset":9},'
    '{"id":12,"label":"Source","start_offset":0,"end_offset":3}],'
    '"relations":[{"id":9,"from_id":11,"to_id":12,"type":"source"}],'
    '"article":"sha256:ab","field":"title","path":"a.html","url":"https://g.example/a?b=1&c=<2>",'
    '"offsets":"half-open, in Unicode code points","quotations":[{"id":"sha256:four","entity":11,"kind":"direct",'
    '"act":"statement","negated":false,"speakers":[{"name":"Ada","kind":"person","label":null,"id":null,'
    '"confidence":0.9,"evidence":[]}],"by":"test/1"}]}'
)


def written(*records: Record) -> list[str]:
    out = io.BytesIO()
    write(records, out, form="doccano")
    return out.getvalue().decode().split("\n")[:-1]


def rows(line: dict[str, Any]) -> tuple[str, str]:
    entities = "".join(
        f"{one['id']} {one['label']} {one['start_offset']} {one['end_offset']} "
        f"{line['text'][one['start_offset'] : one['end_offset']]}\n"
        for one in line["entities"]
    )
    ties = "".join(
        f"{one['id']} {one['from_id']} {one['to_id']} {one['type']}\n" for one in line["relations"]
    )
    return entities, ties


def test_an_article_is_written_as_doccano_has_it(brief: Record) -> None:
    body, title = written(brief)
    line = json.loads(body)
    assert line["text"] == brief.article.body
    assert rows(line) == (ENTITIES, RELATIONS)
    assert title == TITLE


def test_the_unit_is_said_in_the_file(brief: Record) -> None:
    assert json.loads(written(brief)[0])["offsets"] == "half-open, in Unicode code points"


def test_who_says_it_is_kept_beside(brief: Record) -> None:
    told = json.loads(written(brief)[0])["quotations"]
    assert [(one["entity"], one["speakers"][0]["name"], one["negated"]) for one in told] == [
        (1, "Ada", False),
        (5, "We", False),
        (8, "Ben", True),
    ]


def test_no_id_comes_twice_in_a_file(brief: Record) -> None:
    lines = [json.loads(line) for line in written(brief, brief)]
    for key in ("entities", "relations"):
        ids = [one["id"] for line in lines for one in line[key]]
        assert len(ids) == len(set(ids)) > 0


def test_hostile_words_keep_their_places(hostile: Record) -> None:
    (line,) = [json.loads(line) for line in written(hostile)]
    assert len(line["text"]) == len(hostile.article.body)
    for entity in line["entities"]:
        assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(line["text"])
    assert sum(write([hostile], io.BytesIO(), form="doccano").values()) == 1
