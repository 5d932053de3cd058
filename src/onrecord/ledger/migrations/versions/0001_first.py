"""The first tables. (Written out in full before the first release.)"""

from alembic import op

from onrecord.ledger.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of a new ledger."""
    metadata.create_all(op.get_bind())
    try:
        from onrecord.ledger.fulltext import create
    except ImportError:
        return
    create(op.get_bind())
