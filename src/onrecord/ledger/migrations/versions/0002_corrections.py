"""What persons say of the machine's answers."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, Text, UniqueConstraint

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of the corrections by hand."""
    op.create_table(
        "corrections",
        Column("number", Integer(), autoincrement=False, nullable=False),
        Column("id", Text(), nullable=False),
        Column("article", Integer(), nullable=False),
        Column("place", Text(), nullable=False),
        Column("withdrawn", Text()),
        Column("correction", LargeBinary(), nullable=False),
        PrimaryKeyConstraint("number"),
        UniqueConstraint("id"),
    )
    op.create_index("corrections_article", "corrections", ["article"])
    op.create_index("corrections_place", "corrections", ["place"])
