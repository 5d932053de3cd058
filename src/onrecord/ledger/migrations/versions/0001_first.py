"""The first tables. (Until the first release this follows `tables.py`; then it is written out and stays.)"""

from alembic import op

from onrecord.ledger import fulltext, prints
from onrecord.ledger.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of a new ledger."""
    metadata.create_all(op.get_bind())
    prints.create(op.get_bind())
    fulltext.create(op.get_bind())
