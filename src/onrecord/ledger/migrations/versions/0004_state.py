"""How often a ledger has been written."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of one number, and the number."""
    state = op.create_table("state", sa.Column("writes", sa.BigInteger(), nullable=False))
    op.execute(state.insert().values(writes=0))
