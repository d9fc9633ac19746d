"""Run by Alembic: apply the revisions on the connection that the caller holds."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - registers the tables in the metadata
from storage import counts

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    counts.remove(connection)
    context.run_migrations()
    counts.make(connection)
