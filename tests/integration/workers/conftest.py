"""A town on PostgreSQL; the unit tests show the same on SQLite."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.fakes import Town


@pytest.fixture
def engine(postgresql_engine: AsyncEngine) -> AsyncEngine:
    return postgresql_engine


@pytest.fixture
async def town(engine: AsyncEngine) -> Town:
    town = Town(engine)
    await town.theme()
    return town
