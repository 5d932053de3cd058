"""BIO in columns: the tags are IOB2, as in the shared tasks of CoNLL-2000 and CoNLL-2003."""

import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats import write
from onrecord.formats.bio import HEAD, TOKEN, tagged
from onrecord.model import Article, Quotation, Record

# Written by hand. “‘no’” lies inside “We say ‘no’”, and “We” and “say” inside no other source or cue.
BRIEF = """\
# article = sha256:ab
# field = text
# left out = 1 content (inside or across another)
🙂	O	O	O
“	O	O	B-CONTENT
Go	O	O	I-CONTENT
<	O	O	I-CONTENT
now	O	O	I-CONTENT
>	O	O	I-CONTENT
,	O	O	I-CONTENT
”	O	O	I-CONTENT
said	O	B-CUE	O
Ada	B-SOURCE	O	O
&	I-SOURCE	O	O
co	I-SOURCE	O	O
.	O	O	O
“	O	O	B-CONTENT
We	B-SOURCE	O	I-CONTENT
say	O	B-CUE	I-CONTENT
‘	O	O	I-CONTENT
no	O	O	I-CONTENT
’	O	O	I-CONTENT
.	O	O	I-CONTENT
”	O	O	I-CONTENT
Ben	B-SOURCE	O	O
agreed	O	B-CUE	O
it	O	O	B-CONTENT
was	O	O	I-CONTENT
late	O	O	I-CONTENT
.	O	O	O

# article = sha256:ab
# field = title
Ada	B-SOURCE	O	O
:	O	O	O
“	O	O	B-CONTENT
Go	O	O	I-CONTENT
”	O	O	I-CONTENT
<	O	O	O
/	O	O	O
script	O	O	O
>	O	O	O

"""


def written(*records: Record) -> str:
    out = io.BytesIO()
    write(records, out, form="bio")
    return out.getvalue().decode()


def test_an_article_is_written_as_conll_has_it(brief: Record) -> None:
    assert written(brief) == HEAD + BRIEF


def test_the_unit_and_the_columns_are_said_first(brief: Record) -> None:
    assert written(brief).startswith("# columns = token source cue content\n# unit = tokens")


def test_what_lies_inside_another_is_counted(brief: Record) -> None:
    left_out = write([brief, brief], io.BytesIO(), form="bio")
    assert left_out == {"content stretches inside or across another, which BIO cannot hold": 2}


def test_a_word_with_an_apostrophe_is_one_token() -> None:
    row = Quotation(id="q", kind="indirect", content=((3, 8),), by="t/1")
    lines = written(Record(article=Article(text="He doesn’t."), quotations=(row,))).splitlines()
    assert lines[-4:] == ["He\tO\tO\tO", "doesn’t\tO\tO\tB-CONTENT", ".\tO\tO\tO", ""]


def test_hostile_words_stay_in_their_lines(hostile: Record) -> None:
    text = written(hostile)
    texts = hostile.article.body
    # A line of tokens has its three tabs; whatever has none is a comment or parts two texts.
    rows = [line for line in text.split("\n") if "\t" in line]
    assert {line.count("\t") for line in rows} == {3}
    assert all(line == "" or line.startswith("# ") for line in text.split("\n") if "\t" not in line)
    assert len(rows) == len(TOKEN.findall(texts))
    assert not set(text) & set("\0\x1b\x0b\x85\u2028\u2029\u202e\u2069\r")


spans = st.tuples(st.integers(0, 20), st.integers(0, 20))


@given(text=st.text(alphabet="ab .’\n", max_size=20), places=st.lists(spans, max_size=6))
def test_tags_are_well_formed_and_no_stretch_is_lost_unsaid(text: str, places: list[tuple[int, int]]) -> None:
    tokens = [found.span() for found in TOKEN.finditer(text)]
    tags, left_out = tagged(tokens, places, "cue")
    assert len(tags) == len(tokens)
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert tag != "I-CUE" or before != "O"
    touching = {(s, e) for s, e in places if any(start < e and end > s and s < e for start, end in tokens)}
    assert tags.count("B-CUE") + left_out == len(touching)


@given(text=st.text(max_size=30))
def test_tokens_hold_every_character_that_is_no_space(text: str) -> None:
    assert "".join(TOKEN.findall(text)) == "".join(text.split())
