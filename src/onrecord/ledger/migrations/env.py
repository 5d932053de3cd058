"""How alembic runs the migrations: on the connection that it is handed, inside that connection's transaction."""

from alembic import context

from onrecord.ledger.schema import VERSION_TABLE

# SQLite too can change its tables inside a transaction, once the driver leaves the beginning of it to us.
context.configure(
    connection=context.config.attributes["connection"], version_table=VERSION_TABLE, transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
