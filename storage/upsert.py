"""Write many rows at once, replacing those that are there: one statement on both databases."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession


async def upsert(
    session: AsyncSession, table: type[SQLModel], rows: Sequence[Mapping[str, Any]], *, keys: Sequence[str]
) -> None:
    """Insert `rows`; where the `keys` exist, the other columns are replaced. Of equal keys the last row counts."""
    last = {tuple(row[key] for key in keys): row for row in rows}
    if not last:
        return
    connection = await session.connection()
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    changed = {name: statement.excluded[name] for name in next(iter(last.values())) if name not in keys}
    await connection.execute(
        statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
        if changed
        else statement.on_conflict_do_nothing(index_elements=list(keys)),
        list(last.values()),
    )
