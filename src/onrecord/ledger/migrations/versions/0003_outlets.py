"""The articles of an outlet, without looking through all."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the index that the pages of outlets are read from."""
    op.create_index("articles_outlet", "articles", ["outlet", "newer", "day", "quotations"])
