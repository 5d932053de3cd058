"""PARC 3.0's XML, after Pareti, LREC 2016 (https://aclanthology.org/L16-1619) and how its readers take it.

Two of these say what stands where: https://github.com/christianscheible/qsample (PARCHandler) and
https://github.com/enewe101/parc3 (parc_reader).
"""

from collections import Counter

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.formats.parc import read_parc

# Written by hand: words in phrases in sentences; the second attribution's content goes on in the second sentence, and
# stands in two places; the third is nested in it.
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<root>
 <SENTENCE gorn="0"><S gorn="0">
  <NP gorn="0,0">
   <WORD ByteCount="9,14" gorn="0,0,0" lemma="brandt" pos="NNP" sentenceWord="0" text="Brandt" word="0">
    <attribution id="lock_set_0"><attributionRole roleValue="source"/></attribution></WORD>
  </NP>
  <VP gorn="0,1">
   <WORD ByteCount="16,19" gorn="0,1,0" lemma="say" pos="VBD" sentenceWord="1" text="said" word="1">
    <attribution id="lock_set_0"><attributionRole roleValue="cue"/></attribution></WORD>
   <WORD ByteCount="20,20" gorn="0,1,1" lemma="0" pos="-NONE-" sentenceWord="2" text="0" word="2"/>
   <WORD ByteCount="20,21" gorn="0,1,2" lemma="it" pos="PRP" sentenceWord="3" text="it" word="3">
    <attribution id="lock_set_0"><attributionRole roleValue="content"/></attribution></WORD>
   <WORD ByteCount="22,25" gorn="0,1,3" lemma="shut" pos="VBD" sentenceWord="4" text="shut" word="4">
    <attribution id="lock_set_0"><attributionRole roleValue="content"/></attribution></WORD>
   <WORD ByteCount="25,26" gorn="0,2" lemma="." pos="." sentenceWord="5" text="." word="5"/>
  </VP></S></SENTENCE>
 <SENTENCE gorn="1"><S gorn="1">
  <WORD ByteCount="30,31" gorn="1,0" lemma="``" pos="``" sentenceWord="0" text="``" word="6">
   <attribution id="lock_set_1"><attributionRole roleValue="content"/></attribution></WORD>
  <WORD ByteCount="31,34" gorn="1,1" lemma="may" pos="NNP" sentenceWord="1" text="May" word="7">
   <attribution id="lock_set_1"><attributionRole roleValue="content"/></attribution>
   <attribution id="lock_Nested_set_2"><attributionRole roleValue="content"/></attribution></WORD>
  <WORD ByteCount="35,36" gorn="1,2" lemma="-lrb-" pos="-LRB-" sentenceWord="2" text="-LRB-" word="8"/>
  <WORD ByteCount="37,40" gorn="1,3" lemma="now" pos="RB" sentenceWord="3" text="now" word="9">
   <attribution id="lock_set_1"><attributionRole roleValue="content"/><attributionRole roleValue="cue"/></attribution>
  </WORD>
  <WORD ByteCount="41,44" gorn="1,4" lemma="yes" pos="UH" sentenceWord="4" text="yes" word="10">
   <attribution id="lock_set_1"><attributionRole roleValue="supplement"/></attribution></WORD>
 </S></SENTENCE>
</root>
"""


def read(data: str, left_out: Counter[str] | None = None) -> AnnotatedText:
    return read_parc(data.encode(), "lock", Counter() if left_out is None else left_out)


def test_words_are_laid_out_and_runs_of_a_role_are_spans() -> None:
    left_out: Counter[str] = Counter()
    found = read(FILE, left_out)
    #                  0      7    12 15  19   22   27
    assert found.text == 'Brandt said it shut.\n"May ( now yes'
    assert found.attributions == (
        Attribution(source=((0, 6),), cue=((7, 11),), content=((12, 19),)),
        Attribution(content=((21, 25), (28, 31)), cue=((28, 31),)),
        Attribution(content=((22, 25),), nested=True),
    )
    assert left_out == {"words marked as supplement": 1}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<root><SENTENCE>", "not well-formed XML"),
        ("<root><SENTENCE/></root>", "holds no <WORD text="),
        ('<root>\n<S><WORD gorn="0"/></S></root>', "line 2: a <WORD> without its text"),
        (
            '<root><S><WORD text="a">\n<attribution/></WORD></S></root>',
            "line 1: an <attribution> without its id",
        ),
        (FILE.replace('"cue"', '"verbose"', 1), "line 9: the roleValue 'verbose'"),
    ],
)
def test_a_bad_file_says_where_and_what_to_do(data: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(data)


def test_entities_are_neither_resolved_nor_fetched() -> None:
    bomb = (
        '<!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
        '<root><S><WORD text="it">&a;&b;</WORD></S></root>'
    )
    assert read(bomb).text == "it"
