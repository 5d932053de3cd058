"""The ledgers of tests/ledger, for the web app: every test of them runs on SQLite and on PostgreSQL."""

from tests.ledger.conftest import ledger, ledger_url, new_schema, new_url, postgres

__all__ = ["ledger", "ledger_url", "new_schema", "new_url", "postgres"]
