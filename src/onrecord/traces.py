"""The value types of a trace: printings of words, the families that they form, their lineage, and copies of articles.

A *printing* is one quotation as one article printed it. A *family* holds all printings of one utterance, whole or
in part. A *lineage* puts a family's members in order of time and says who could have taken the words from whom.
Dates are ISO 8601, as in `onrecord.model.Date.value`; `published` is when words were printed, `said` when they were
said, where a text gives it.
"""

import msgspec


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
