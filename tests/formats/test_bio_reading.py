"""Reading BIO in columns, after the shared tasks of CoNLL (https://www.clips.uantwerpen.be/conll2003/ner/).

The tags: Tjong Kim Sang and Veenstra, EACL 1999 (https://aclanthology.org/E99-1023).
"""

import io
from collections import Counter

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import write
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.formats.bio_reading import read_bio
from onrecord.model import Failure, Record

# Written by hand: four columns parted by spaces as in CoNLL-2003 (token, part of speech, chunk, tag); two texts, the
# first of two sentences. The tags are IOB1: an I begins a stretch, a B only one that touches another of its kind.
CONLL = """\
-DOCSTART- -X- -X- O

Odile NNP I-NP I-source
Brandt NNP I-NP I-source
said VBD I-VP I-cue
no UH O I-content
, , O I-content
maybe RB O B-content
. . O O

Later RB O O
# NN O O

-DOCSTART- -X- -X- O

Yes UH O I-content
"""


def read(data: str, left_out: Counter[str] | None = None) -> list[AnnotatedText | Failure]:
    return list(read_bio(data.encode(), "lock", Counter() if left_out is None else left_out))


def test_stretches_are_attributions_of_one_role() -> None:
    left_out: Counter[str] = Counter()
    first, second = read(CONLL, left_out)
    assert first == AnnotatedText(
        id="lock",
        #     0     6      13   18 21 23    29 31    37
        text="Odile Brandt said no , maybe .\nLater #",
        attributions=(
            Attribution(source=((0, 12),)),
            Attribution(cue=((13, 17),)),
            Attribution(content=((18, 22),)),
            Attribution(content=((23, 28),)),
        ),
        linked=False,
    )
    assert second == AnnotatedText(
        id="lock 2", text="Yes", attributions=(Attribution(content=((0, 3),)),), linked=False
    )
    assert left_out == {"stretches tagged NP": 1, "stretches tagged VP": 1}


def test_a_column_for_each_role_and_ids_in_comments_are_taken() -> None:
    (found,) = read("# article = a 1\nHe\tB-SOURCE\tO\nsays\tO\tO\nno\tO\tB-CONTENT\nway\tO\tI-CONTENT\n")
    assert isinstance(found, AnnotatedText)
    assert (found.id, found.text) == ("a 1", "He says no way")
    assert found.attributions == (Attribution(source=((0, 2),)), Attribution(content=((8, 14),)))


def test_last_and_only_tokens_may_have_tags_of_their_own() -> None:
    (found,) = read("He S-source\nsays U-cue\nno B-content\nway I-content\nnow E-content\nyes L-content\n")
    assert isinstance(found, AnnotatedText)
    assert found.attributions == (
        Attribution(source=((0, 2),)),
        Attribution(cue=((3, 7),)),
        Attribution(content=((8, 22),)),
    )


def test_long_comments_are_passed_over_at_once() -> None:
    (found,) = read("#" + " " * 100_000 + "\n# " + "a " * 50_000 + "\nNo O\n")
    assert isinstance(found, AnnotatedText)
    assert found.text == "No"


def test_a_text_without_tags_is_one_of_which_nothing_is_unsaid() -> None:
    (found,) = read("No O\none O\n")
    assert found == AnnotatedText(id="lock", text="No one", attributions=(), linked=True)


def test_a_bad_text_is_told_and_the_others_are_read() -> None:
    found = read(
        "# newdoc id = a\nHe O\nsaid B_cue x\n\n# newdoc id = b\nYes B-content\n\n"
        "# newdoc id = c\nNo O\nwell B-cue\nthen cue\n\n# newdoc id = d\nHe VBD\n"
    )
    told = [one.reason if isinstance(one, Failure) else one.id for one in found]
    assert told == [
        "a: line 3 has 3 columns, expected are 2 columns.",
        "b",
        "c: line 11 has 'cue' for a tag: expected are O, B-content and the like.",
        "d: line 14 holds no tag: expected are O, B-content, I-content and the like.",
    ]


def test_what_is_no_utf_8_is_told() -> None:
    with pytest.raises(UnreadableInput, match="save it as UTF-8"):
        list(read_bio(b"caf\xe9 O\n", "lock", Counter()))


def test_what_onrecord_writes_comes_back(brief: Record) -> None:
    out = io.BytesIO()
    write([brief], out, form="bio")
    body, title = read_bio(out.getvalue(), "lock", Counter())
    assert isinstance(body, AnnotatedText)
    assert isinstance(title, AnnotatedText)
    assert (body.id, title.id) == ("sha256:ab", "sha256:ab (title)")
    assert (
        body.text.split()
        == "🙂 “ Go < now > , ” said Ada & co . “ We say ‘ no ’ . ” Ben agreed it was late .".split()
    )
    words = [
        [body.text[start:end] for start, end in (*one.source, *one.cue, *one.content)]
        for one in body.attributions
    ]
    # “‘no’” lies inside another content, which BIO cannot hold.
    assert words == [
        ["“ Go < now > , ”"],
        ["said"],
        ["Ada & co"],
        ["“ We say ‘ no ’ . ”"],
        ["We"],
        ["say"],
        ["Ben"],
        ["agreed"],
        ["it was late"],
    ]


def test_hostile_words_come_back_line_by_line(hostile: Record) -> None:
    out = io.BytesIO()
    write([hostile], out, form="bio")
    assert all(isinstance(one, AnnotatedText) for one in read_bio(out.getvalue(), "lock", Counter()))
