"""Fillers, and the words beside them that tell a filler from a part of the sentence. In doubt it is no filler."""

# Every spelling of a sound, and the sound that it counts as.
SOUNDS: dict[str, str] = {
    **dict.fromkeys("uh uhh uhhh eh ehh".split(), "uh"),
    **dict.fromkeys("um umm ummm uhm".split(), "um"),
    **dict.fromkeys("er erm ermm".split(), "er"),
    **dict.fromkeys("ah ahh ahhh".split(), "ah"),
}
# "The ER" and "an ER doctor" are places.
NO_ER_AFTER: frozenset[str] = frozenset("the an this that our their his her your my".split())

# After these no sentence "you know ..." or "I mean ..." can begin, so that the phrase is a filler whatever follows.
BROKEN_OFF: frozenset[str] = frozenset(
    "a an the of to in with by on at from into be been my our their its his it's "
    "im we're youre theyre he's she's".split()
)
_QUESTION = "what who whom how why where when which whether"
NO_YOU_KNOW_AFTER: frozenset[str] = frozenset(
    f"do did does dont didnt if as than that {_QUESTION} would wouldnt should shouldnt can can't cannot cant could "
    "couldnt will won't wont must may might once before until unless let because since so sure think thought like "
    "hope believe everything anything all something nothing people someone anyone everyone person one thing things "
    "now then man guy woman those ones make knew know things know says said say far long soon much many same "
    "devil evil though although not never only have has had".split()
)
NO_YOU_KNOW_BEFORE: frozenset[str] = frozenset(
    f"{_QUESTION} what's who's how's that if about it this these those them him her me us the a an better best of "
    "nothing something everything anything everybody everyone somebody someone anybody nobody my your his our their "
    "its exactly full very perfectly more less enough all some one how to too as and or well for there there's "
    "that's that'll".split()
)
NO_I_MEAN_AFTER: frozenset[str] = frozenset(
    f"{_QUESTION} what's that that's if than as do did does know knew see understand everything all anything nothing "
    "thing things one ones people person think say said believe sure only not never unless until because when "
    "this something someone anyone word words something say and so but".split()
) - frozenset("and so but".split())
NO_I_MEAN_BEFORE: frozenset[str] = frozenset(
    f"{_QUESTION} that it this these those them him her me us the a an by to in for every all some any no not "
    "business well harm nothing something everything anything only my your his our their its is as more less "
    "exactly".split()
)
# "I mean, it was": the pronoun begins a sentence of its own.
VERBS: frozenset[str] = frozenset(
    "is was were will would has had can could should may might must does did isnt wasnt wont won't wouldnt hasnt "
    "hadnt can't cant couldnt shouldnt doesnt didnt".split()
)
# Only after these is "sort of" or "kind of" no part of a phrase about sorts.
SORT_AFTER: frozenset[str] = frozenset(
    "i you we they he she it who im youre theyre we're it's he's she's there's is are was were be been being am "
    "just really also always have has had ive youve weve theyve had to will would could can should do did does "
    "i'll we'll he'll she'll theyll youll he'd she'd we'd they'd i'd you'd feel feels felt look looks looked seems "
    "seemed get gets got gotten and then isnt wasnt arent".split()
)
NO_SORT_BEFORE: frozenset[str] = frozenset(
    "you him her them me us heart thing things person people man woman men women stuff place guy way it that this "
    "those these".split()
)
# Fillers wherever commas, dashes or stops set them off on both sides.
PHRASES: frozenset[tuple[str, ...]] = frozenset(
    {("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of"), ("yknow",)}
)
SORTS: frozenset[str] = frozenset(["sort", "kind"])
