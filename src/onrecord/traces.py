"""The value types of a trace: printings of words, the families that they form, their lineage, and copies of articles.

A *printing* is one quotation as one article printed it. A *family* holds all printings of one utterance, whole or
in part. A *lineage* puts a family's members in order of time and says who could have taken the words from whom.
Dates are ISO 8601, as in `onrecord.model.Date.value`; `published` is when words were printed, `said` when they were
said, where a text gives it.
"""

from typing import Literal

import msgspec

from onrecord.model import Date, Original, Precision, Span


class Printing(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation as one article printed it.

    `text` is the words inside its quotation marks, passages parted by " … " where the article speaks between them.
    `speaker` is the fullest name that the article gives, None where it gives none; `speaker_id` the register's id.
    """

    id: str | int
    text: str
    speaker: str | None = None
    speaker_id: str | None = None
    article: str | None = None
    outlet: str | None = None
    published: str | None = None
    said: str | None = None


class Joint(msgspec.Struct, frozen=True, kw_only=True):
    """Why two printings are one utterance: the pair, the words that they share, and the reason in words."""

    a: str | int
    b: str | int
    shared: str  # the longest run of words that both have, as `a` has it
    words: int  # how many words of the shorter printing the other has, in order
    why: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """All printings of one utterance: its id, its members in order of time, and the joints that hold them together.

    `joints` are a spanning tree of the members: taking one out parts the family.
    """

    id: str
    members: tuple[str | int, ...]
    joints: tuple[Joint, ...] = ()


WhenBasis = Literal["published", "modified", "retrieved", "said", "document"]
EvidenceKind = Literal["named", "copy", "credit", "shared", "lacks", "restores"]
Timing = Literal["earlier", "either"]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """When something was printed or said, as exactly as it is known, and no more.

    `value` and `precision` are as in `onrecord.model.Date`; `basis` says which date it is. It was no earlier than
    `earliest` and no later than `latest`: ISO values, None where that side is open. An article that was changed
    after it was published may have got its words on any day between.
    """

    value: str | None = None
    precision: Precision = "unknown"
    basis: WhenBasis | None = None
    earliest: str | None = None
    latest: str | None = None


class PrintedIn(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the article that a printing stands in, as far as a lineage needs it.

    `id` is what `Printing.article` names; the rest is as in `onrecord.model.Article`.
    """

    id: str
    title: str | None = None
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Date | None = None
    modified: Date | None = None
    retrieved: Date | None = None
    original: Original | None = None
    credit: str | None = None


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when the words were said: a document that has them, or a date that a printing's text gives.

    `span` counts into the document's text, and `text` is its words there. `printing` is who gives the date, where
    no document does.
    """

    when: When
    speaker: str | None = None
    path: str | None = None
    span: Span | None = None
    text: str | None = None
    printing: str | int | None = None


class Alteration(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a printing differs from the words that it is laid beside.

    `kind` is a class of a check's difference (docs/check.md), or `cut_start` and `cut_end` for words left off inside
    a sentence; `before` are the words there, `after` the printing's. `at` is where the latter stand in the printing's
    text: an empty span where words were left out, None where the place is not known.
    """

    kind: str
    before: str
    after: str
    at: Span | None = None


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """What a printing dropped, added or changed, laid beside other words: `of` is their printing's id or document.

    `before` and `after` count words: of the sentences of a document that the printing made use of, or of all of the
    other printing, and of the printing. `verdict` is a check's; `not_found` where the two share too little to be laid
    side by side, and then there are no alterations.
    """

    of: str | int
    verdict: str
    before: int
    after: int
    dropped: int = 0
    added: int = 0
    changed: int = 0
    alterations: tuple[Alteration, ...] = ()


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """Why a printing may, or may not, have been taken from another: the kind, the words that tell, and its weight.

    Weights are natural logarithms of how much likelier the words are with the other at hand than without; those of
    named originals and copies are set so that no reading outweighs them.
    """

    kind: EvidenceKind
    words: str
    weight: float


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier printing that this one could have been taken from; `timing` says whether it is surely earlier."""

    id: str | int
    timing: Timing
    weight: float
    grounds: tuple[Ground, ...] = ()


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One printing in its lineage.

    `parent` is the likeliest printing that it was taken from, with the `grounds`; None where nothing tells (it could
    have come from the source itself). `through` are printings that it could have come by on the way from `parent`.
    `candidates` are the printings that it could have been taken from, likeliest first, at most
    `onrecord.trace.lineage.MOST_CANDIDATES`, and `others` how many more there are. `names` is the outlet that its
    article gives as its original. `version` tells wordings that are too far apart to be laid side by side (say, two
    translations); `group` the printings that depend on one another.
    """

    id: str | int
    text: str
    speaker: str | None = None
    article: str | None = None
    outlet: str | None = None
    title: str | None = None
    path: str | None = None
    when: When
    parent: str | int | None = None
    grounds: tuple[Ground, ...] = ()
    through: tuple[str | int, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    others: int = 0
    names: str | None = None
    version: int = 0
    group: int = 0
    from_parent: Drift | None = None
    from_source: Drift | None = None


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """One reading at a place of the apparatus: the words there instead, their class, and who prints them."""

    kind: str
    reads: str
    printings: tuple[str | int, ...]


class ApparatusPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place where printings differ: its words in the text that all are laid beside, and the variants there."""

    words: Span  # numbers of words, half-open
    reads: str
    variants: tuple[Variant, ...]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A wording that printings are laid beside: a document's, or, without one, the fullest printing's.

    `kept` counts, for each of its `words` in order, how many printings have it; `printings` is how many there are.
    """

    of: str | int
    is_document: bool
    text: str
    words: tuple[str, ...]
    kept: tuple[int, ...]
    printings: int
    apparatus: tuple[ApparatusPlace, ...] = ()


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Printings that are not independent of one another: copies of one text, or taken from one another."""

    outlets: tuple[str, ...]
    printings: tuple[str | int, ...]
    why: str | None = None


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """A family in time: who could have taken the words from whom, and what each printing changed.

    `said` are the documents and dates of saying, the best known first. `first` are the printings that could be the
    first: one where the dates tell. `groups` are the independent printings: their number is how many outlets had
    the words by a way of their own, as far as can be told. `left_out` counts later printings that were too many.
    """

    family: str
    speaker: str | None = None
    said: tuple[Saying, ...] = ()
    first: tuple[str | int, ...] = ()
    members: tuple[Member, ...] = ()
    versions: tuple[Version, ...] = ()
    groups: tuple[Group, ...] = ()
    outlets: int = 0
    left_out: int = 0


Side = Literal["a", "b"]
Direction = Literal["a<b", "b<a"]
SignKind = Literal[
    "original", "link", "credit", "byline", "dateline", "notice", "line", "date", "marks", "cut", "elsewhere"
]
TextOperation = Literal["insert", "delete", "replace", "move"]
ConditionName = Literal["whole", "source", "author", "copyright", "link", "non_commercial", "permission"]


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """What tells which of two articles was first: the kind of sign, whom it calls the first, and the words that tell.

    An `elsewhere` sign says that an article names another outlet than the two as its original; it calls nobody first.
    """

    kind: SignKind
    first: Side | None
    text: str


class TextChange(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch in which two articles differ: what was done to the text of `a` to get that of `b`.

    `a` and `b` are spans of the two texts (one is empty where words were inserted or deleted), `words` how many words
    stand in each. A `move` is a passage that both have, at another place.
    """

    op: TextOperation
    a: Span
    b: Span
    words: tuple[int, int]


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A condition that repost terms state, whether the copy keeps it (None: cannot be told), and what shows it."""

    name: ConditionName
    kept: bool | None
    why: str


class RepostTerms(msgspec.Struct, frozen=True, kw_only=True):
    """The terms on which an article may be reposted, and how the copy keeps them.

    `stated_by` is the side whose page states them. They are `binding` where that is the original; a copy's own terms
    are asked of those who take the text from it, and show what it holds to be fair. None where the direction is
    unknown: then no condition can be judged.
    """

    stated_by: Side
    binding: bool | None
    text: str
    conditions: tuple[Condition, ...] = ()


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles of which one reprints the other, or both a third, whole or in part.

    `a` and `b` are the ids of the articles, the smaller first. `shared` is the share of the shorter text's five-word
    shingles that the other has too. `direction` says which was first, by the `signs`, None where nothing tells.
    `acknowledged`: whether the copy names or links its original; None where the direction or an outlet is unknown, or
    where the copy names another original than this one. `words` counts the words of the texts, `only_a` and `only_b`
    those that the other has not, `moved` those that stand elsewhere.
    """

    a: str
    b: str
    shared: float
    direction: Direction | None = None
    acknowledged: bool | None = None
    paths: tuple[str | None, str | None] = (None, None)
    signs: tuple[Sign, ...] = ()
    words: tuple[int, int] = (0, 0)
    only_a: int = 0
    only_b: int = 0
    moved: int = 0
    changes: tuple[TextChange, ...] = ()
    terms: tuple[RepostTerms, ...] = ()
