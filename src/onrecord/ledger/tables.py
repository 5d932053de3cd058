"""The tables of a ledger, the same on SQLite and PostgreSQL.

Everything that onrecord knows of an article is kept whole, as its `onrecord/1` record, compressed, in one place
(`articles.record`); the columns beside it and the other tables are what is looked up by. Numbers are small and
dense, given by the ledger in the order of adding; the ids of CONTRACT-stable JSON (`sha256:...`) lead to them.
Days are counted as `datetime.date.toordinal` does; null where a date is not known to the day.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

UNDATED = 0  # no day has this number

metadata = MetaData()

outlets = Table(
    "outlets",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("place", Text),  # what tells versions of one article: its address, else its path
    Column("path", Text),  # as it was given
    Column("title", Text),
    Column("outlet", Integer),
    Column("day", Integer),  # published
    Column("added", Text, nullable=False),  # UTC, to the second
    Column("words", Integer, nullable=False),
    Column("first", Integer, nullable=False),  # the number of its first quotation; the others follow
    Column("quotations", Integer, nullable=False),  # how many
    Column("newer", Integer),  # the number of the version that took this one's place
    Column("record", LargeBinary, nullable=False),
    Index("articles_place", "place"),
    Index("articles_path", "path"),
    Index("articles_day", "day"),
    Index(
        "articles_outlet", "outlet", "newer", "day", "quotations"
    ),  # what an outlet's figures are counted from
)

# A quotation's words, speakers and evidence stand in its article's record, at `place`.
quotations = Table(
    "quotations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", Integer, nullable=False),  # the first four bytes of its id, signed
    Column("article", Integer, nullable=False),
    Column("day", Integer),  # published
    Column("said", Integer),  # where the text gives it
    Column("place", SmallInteger, nullable=False),
    Column("kind", SmallInteger, nullable=False),
    Column("act", SmallInteger, nullable=False),
    Column("verdict", SmallInteger),  # the worst of its passages, where it was checked
    Column("negated", Boolean, nullable=False),
    # By half of it, so that an entry of PostgreSQL's index stands for several rows; `codes.is_quotation` asks so.
    Index("quotations_digest", text("(digest >> 16)")),
)

speakers = Table(
    "speakers",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", SmallInteger, nullable=False),
    Column("label", Text, nullable=False),  # the spelling that most articles have
    Column("quotations", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
)

# The quotations of each speaker in order of time: the day of saying where the text gives it, else of printing.
quotation_speakers = Table(
    "quotation_speakers",
    metadata,
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # UNDATED where neither is known
    Column("quotation", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The register, as onrecord.people.register decides it: what each article that stands calls a speaker, and why it was
# taken to be this one (null for whom nobody was before).
namings = Table(
    "namings",
    metadata,
    Column("article", Integer, primary_key=True, autoincrement=False),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("speaker", Integer, nullable=False),
    Column("score", SmallInteger),  # thousandths
    Column("by", SmallInteger),
    Column("why", LargeBinary),  # compressed
    Index("namings_speaker", "speaker"),
    sqlite_with_rowid=False,
)

speaker_names = Table(
    "speaker_names",
    metadata,
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("named", Integer, nullable=False),  # articles in which it is the fullest form
    Column("spelt", Integer, nullable=False),  # articles in which it is another spelling
    sqlite_with_rowid=False,
)

# What entries are looked up by when a naming may be theirs, and by the words of any spelling.
speaker_keys = Table(
    "speaker_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

speaker_words = Table(
    "speaker_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# What all namings of a speaker say together, each fact with the number of namings that say it.
profiles = Table(
    "profiles",
    metadata,
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    Column("facts", LargeBinary, nullable=False),
)

# Namings that a hand has parted from a speaker.
parted = Table(
    "parted",
    metadata,
    Column("naming", Text, primary_key=True),  # its key
    Column("speaker", Integer, primary_key=True, autoincrement=False),
    Index("parted_speaker", "speaker"),
    sqlite_with_rowid=False,
)

# What persons say of the machine's answers: on the article whose bytes it was made on, by its number. One that was
# withdrawn stays, with the time, so that an import of an older export does not bring it back.
corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("article", Integer, nullable=False),
    Column("place", Text, nullable=False),  # the article's, else its id: what its versions share
    Column("withdrawn", Text),  # UTC, to the second
    Column("correction", LargeBinary, nullable=False),  # a Correction as JSON, compressed
    Index("corrections_article", "article"),
    Index("corrections_place", "place"),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("note", LargeBinary, nullable=False),  # a DocumentNote as JSON
    Column("added", Text, nullable=False),
    Column("report", Boolean, nullable=False),  # whether it was read as an article
    Column("text", LargeBinary, nullable=False),  # compressed
)

checks = Table(
    "checks",
    metadata,
    Column("quotation", Integer, primary_key=True, autoincrement=False),
    Column("verdict", SmallInteger, nullable=False),
    Column("document", Integer),  # where its worst passage was found
    Column("result", LargeBinary, nullable=False),  # a CheckedQuotation as JSON, compressed
)

failures = Table(
    "failures",
    metadata,
    Column("path", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("added", Text, nullable=False),
)

# What a quotation's words mean, as onrecord.meaning has it; worked out when it is first asked for.
vectors = Table(
    "vectors",
    metadata,
    Column("quotation", Integer, primary_key=True, autoincrement=False),
    Column("model", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
)

# Two articles of which one reprints the other, by their numbers, as onrecord.trace.copies finds them.
copies = Table(
    "copies",
    metadata,
    Column("a", Integer, primary_key=True, autoincrement=False),  # the smaller number
    Column("b", Integer, primary_key=True, autoincrement=False),
    Column("first", Integer),  # the number of the one that was printed first, where that is known
    Column("shared", SmallInteger, nullable=False),  # of the shorter text, in ten thousandths
    Column("acknowledged", Boolean),
    Index("copies_b", "b"),
    sqlite_with_rowid=False,
)

# The printings of the articles that stand: quotations in marks, as onrecord.trace.families compares them.
printings = Table(
    "printings",
    metadata,
    Column("quotation", Integer, primary_key=True, autoincrement=False),
    Column("voice", Integer),  # null where nobody is named
    Column("day", Integer),  # printed
    Column("said", Integer),  # where the text gives it
    Column("time", Integer),  # said, else printed
    Column("words", LargeBinary, nullable=False),  # two bytes a word
    Column("family", Integer),  # its smallest number; null for one that is alone
    # What was found to be one utterance with it, directly or through others, a family or several: the smallest number.
    Column("knot", Integer),
    Index("printings_voice", "voice", "time"),
    Index(
        "printings_knot",
        "knot",
        sqlite_where=text("knot IS NOT NULL"),
        postgresql_where=text("knot IS NOT NULL"),
    ),
)

voices = Table(
    "voices",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),  # without title or office
    Column("speaker", Text),  # the register's id
    Index("voices_name", "name"),
)

voice_keys = Table(
    "voice_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("voice", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
