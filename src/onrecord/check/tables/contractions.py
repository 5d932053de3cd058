"""Contractions and words as they are said: the short form as printed, and the words that it stands for."""

_NOT = "do does did is are was were have has had would could should must might need dare ought may".split()
_HAVE = "would could should might must".split()
CONTRACTIONS: dict[str, str] = {
    **{f"{verb}n't": f"{verb} not" for verb in _NOT},
    **{f"{verb}'ve": f"{verb} have" for verb in _HAVE},
    **{f"{verb}n't've": f"{verb} not have" for verb in _HAVE},
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "aint not",
    "i'm": "i am",
    "you're": "you are",
    "we're": "we are",
    "they're": "they are",
    "who're": "who are",
    "what're": "what are",
    "there're": "there are",
    "i've": "i have",
    "you've": "you have",
    "we've": "we have",
    "they've": "they have",
    "who've": "who have",
    "i'll": "i will",
    "you'll": "you will",
    "he'll": "he will",
    "she'll": "she will",
    "we'll": "we will",
    "they'll": "they will",
    "it'll": "it will",
    "that'll": "that will",
    "there'll": "there will",
    "who'll": "who will",
    "i'd": "i 'd",
    "you'd": "you 'd",
    "he'd": "he 'd",
    "she'd": "she 'd",
    "we'd": "we 'd",
    "they'd": "they 'd",
    "it'd": "it 'd",
    "that'd": "that 'd",
    "there'd": "there 'd",
    "who'd": "who 'd",
    "let's": "let us",
    "y'all": "you all",
    "c'mon": "come on",
    "'em": "them",
    "'cause": "because",
    "cuz": "because",
    "coz": "because",
    "'til": "until",
    "till": "until",
    "'tis": "it is",
    "'twas": "it was",
    "ya": "you",
    "y'know": "you know",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "hafta": "have to",
    "oughta": "ought to",
    "tryna": "trying to",
    "lemme": "let me",
    "gimme": "give me",
    "kinda": "kind of",
    "sorta": "sort of",
    "outta": "out of",
    "lotta": "lot of",
    "dunno": "do not know",
    "gotcha": "got you",
    "shoulda": "should have",
    "coulda": "could have",
    "woulda": "would have",
    "mighta": "might have",
    **{
        word[:-1]: word
        for word in (
            "going doing coming talking getting trying looking thinking saying making taking working running playing "
            "nothing something anything everything having being living giving telling asking putting fighting "
            "winning losing standing sitting waiting watching walking driving singing eating helping hoping leaving "
            "paying calling feeling holding keeping letting killing"
        ).split()
    },
}
# Verbs of two meanings once shortened: "'s" is "is" or "has", "'d" is "would" or "had".
SHORTENED: dict[str, str] = {"is": "'s", "has": "'s", "would": "'d", "had": "'d"}

# "It's been" is "it has been", but "it has a name" is not "it's a name": "has" shortens before a participle only.
PARTICIPLES: frozenset[str] = frozenset(
    "been got had done gone come become begun made said told taken given seen known shown grown thrown brought "
    "bought thought taught caught fought sought left lost kept held led met paid put cut hit set let run won built "
    "sent spent felt dealt heard stood understood written driven broken spoken chosen fallen gotten forgotten "
    "risen hurt cost shut read found sat sold turned".split()
)
ADVERBS: frozenset[str] = frozenset(
    "not never always already just also only really ever now all long since clearly certainly probably still".split()
)
# After a noun "'s" is most often a possessive: it is "is" only before these (and words in -ing).
AFTER_NOUN_IS: frozenset[str] = frozenset(
    "a an the not in on at so very too just here there my your our their always never still now also really "
    "what why how where who because".split()
)
# Before these "had" is a verb of its own.
AFTER_OWN_HAD: frozenset[str] = frozenset(
    "a an the no some any my your his her our their its this that to".split()
)
# The words that "'s" is no possessive of.
NOT_POSSESSIVE: frozenset[str] = frozenset(
    "it he she that there here what who where how when why this everything nothing something".split()
)
