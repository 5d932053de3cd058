"""The first tables."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)

from onrecord.errors import BadLedger

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of a new ledger."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _make_sqlite_indexes()
    else:
        _make_postgres_indexes()


def _make_tables() -> None:
    op.create_table(
        "articles",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("id", Text(), nullable=False),
        Column("place", Text()),
        Column("path", Text()),
        Column("title", Text()),
        Column("outlet", Integer()),
        Column("day", Integer()),
        Column("added", Text(), nullable=False),
        Column("words", Integer(), nullable=False),
        Column("first", Integer(), nullable=False),
        Column("quotations", Integer(), nullable=False),
        Column("newer", Integer()),
        Column("record", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("id"),
    )
    op.create_index("articles_day", "articles", ["day"])
    op.create_index("articles_path", "articles", ["path"])
    op.create_index("articles_place", "articles", ["place"])
    op.create_table(
        "checks",
        Column("quotation", Integer(), autoincrement=False, nullable=False),
        Column("verdict", SmallInteger(), nullable=False),
        Column("document", Integer()),
        Column("result", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("quotation"),
    )
    op.create_table(
        "copies",
        Column("a", Integer(), autoincrement=False, nullable=False),
        Column("b", Integer(), autoincrement=False, nullable=False),
        Column("first", Integer()),
        Column("shared", SmallInteger(), nullable=False),
        Column("acknowledged", Boolean()),
        PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )
    op.create_index("copies_b", "copies", ["b"])
    op.create_table(
        "documents",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("id", Text(), nullable=False),
        Column("path", Text(), nullable=False),
        Column("note", LargeBinary(), nullable=False),
        Column("added", Text(), nullable=False),
        Column("report", Boolean(), nullable=False),
        Column("text", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("id"),
    )
    op.create_table(
        "failures",
        Column("path", Text(), nullable=False),
        Column("stage", Text(), nullable=False),
        Column("reason", Text(), nullable=False),
        Column("added", Text(), nullable=False),
        PrimaryKeyConstraint("path", "stage"),
    )
    op.create_table(
        "namings",
        Column("article", Integer(), autoincrement=False, nullable=False),
        Column("kind", SmallInteger(), autoincrement=False, nullable=False),
        Column("name", Text(), nullable=False),
        Column("speaker", Integer(), nullable=False),
        Column("score", SmallInteger()),
        Column("by", SmallInteger()),
        Column("why", LargeBinary()),
        PrimaryKeyConstraint("article", "kind", "name"),
        sqlite_with_rowid=False,
    )
    op.create_index("namings_speaker", "namings", ["speaker"])
    op.create_table(
        "outlets",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("name", Text(), nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("name"),
    )
    op.create_table(
        "parted",
        Column("naming", Text(), nullable=False),
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        PrimaryKeyConstraint("naming", "speaker"),
        sqlite_with_rowid=False,
    )
    op.create_index("parted_speaker", "parted", ["speaker"])
    op.create_table(
        "printings",
        Column("quotation", Integer(), autoincrement=False, nullable=False),
        Column("voice", Integer()),
        Column("day", Integer()),
        Column("said", Integer()),
        Column("time", Integer()),
        Column("words", LargeBinary(), nullable=False),
        Column("family", Integer()),
        Column("knot", Integer()),
        PrimaryKeyConstraint("quotation"),
    )
    with_knot = text("knot IS NOT NULL")
    op.create_index(
        "printings_knot", "printings", ["knot"], sqlite_where=with_knot, postgresql_where=with_knot
    )
    op.create_index("printings_voice", "printings", ["voice", "time"])
    op.create_table(
        "profiles",
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        Column("facts", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("speaker"),
    )
    op.create_table(
        "quotation_speakers",
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        Column("day", Integer(), autoincrement=False, nullable=False),
        Column("quotation", Integer(), autoincrement=False, nullable=False),
        PrimaryKeyConstraint("speaker", "day", "quotation"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quotations",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("digest", Integer(), nullable=False),
        Column("article", Integer(), nullable=False),
        Column("day", Integer()),
        Column("said", Integer()),
        Column("place", SmallInteger(), nullable=False),
        Column("kind", SmallInteger(), nullable=False),
        Column("act", SmallInteger(), nullable=False),
        Column("verdict", SmallInteger()),
        Column("negated", Boolean(), nullable=False),
        PrimaryKeyConstraint("number"),
    )
    op.create_index("quotations_digest", "quotations", [text("(digest >> 16)")])
    op.create_table(
        "speaker_keys",
        Column("key", Text(), nullable=False),
        Column("kind", SmallInteger(), autoincrement=False, nullable=False),
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        PrimaryKeyConstraint("key", "kind", "speaker"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speaker_names",
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        Column("name", Text(), nullable=False),
        Column("named", Integer(), nullable=False),
        Column("spelt", Integer(), nullable=False),
        PrimaryKeyConstraint("speaker", "name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speaker_words",
        Column("word", Text(), nullable=False),
        Column("speaker", Integer(), autoincrement=False, nullable=False),
        PrimaryKeyConstraint("word", "speaker"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speakers",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("id", Text(), nullable=False),
        Column("kind", SmallInteger(), nullable=False),
        Column("label", Text(), nullable=False),
        Column("quotations", Integer(), nullable=False),
        Column("articles", Integer(), nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("id"),
    )
    op.create_table(
        "vectors",
        Column("quotation", Integer(), autoincrement=False, nullable=False),
        Column("model", Text(), nullable=False),
        Column("vector", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("quotation"),
    )
    op.create_table(
        "voice_keys",
        Column("key", Text(), nullable=False),
        Column("voice", Integer(), autoincrement=False, nullable=False),
        PrimaryKeyConstraint("key", "voice"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "voices",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("name", Text(), nullable=False),
        Column("speaker", Text()),
        PrimaryKeyConstraint("number"),
    )
    op.create_index("voices_name", "voices", ["name"])


def _make_sqlite_indexes() -> None:
    """What copies, families and searches are found by: fingerprints a row each, words by FTS5 without the texts."""
    for table in ("copy_prints", "printing_prints"):
        op.execute(
            f"CREATE TABLE {table} (print INTEGER NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (print, owner)) "
            "WITHOUT ROWID"
        )
    for table in ("quotation_words", "article_words", "document_words"):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5("
            "words, content='', columnsize=0, tokenize=\"ascii tokenchars '='\")"
        )
    op.execute("CREATE TABLE words (word TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID")


def _make_postgres_indexes() -> None:
    """The same with GIN, without the lists of what is not indexed yet that every search would have to read."""
    encoding = op.get_bind().exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise BadLedger(
            f"the database is kept in {encoding}: make one with  createdb -E UTF8 -T template0 NAME"
        )
    for table in ("copy_prints", "printing_prints"):
        op.execute(f"CREATE TABLE {table} (owner integer NOT NULL, prints integer[] NOT NULL)")
        op.execute(f"CREATE INDEX {table}_prints ON {table} USING gin (prints) WITH (fastupdate = off)")
    for table in ("quotation_words", "article_words", "document_words"):
        op.execute(f'CREATE TABLE {table} (number integer NOT NULL, words text COLLATE "C" NOT NULL)')
        op.execute(
            f"CREATE INDEX {table}_index ON {table} USING gin ((string_to_array(words, NULL))) "
            "WITH (fastupdate = off)"
        )
    op.execute('CREATE TABLE words (number integer PRIMARY KEY, word text COLLATE "C" NOT NULL UNIQUE)')
