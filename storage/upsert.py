"""Write many rows at once, replacing those that are there: one statement on both databases."""

from collections.abc import Mapping, Sequence
from functools import cache
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
    columns = tuple(next(iter(last.values())))
    await connection.execute(_statement(connection.dialect.name, table, columns, tuple(keys)), list(last.values()))


@cache
def _statement(dialect: str, table: type[SQLModel], columns: tuple[str, ...], keys: tuple[str, ...]) -> Any:
    """Build a statement once: that costs as much as to run it for one row."""
    statement = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    changed = {name: statement.excluded[name] for name in columns if name not in keys}
    if not changed:
        return statement.on_conflict_do_nothing(index_elements=list(keys))
    return statement.on_conflict_do_update(index_elements=list(keys), set_=changed)
