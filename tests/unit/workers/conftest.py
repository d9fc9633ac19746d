"""A town with one theme that collects."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.fakes import Town


@pytest.fixture
async def town(engine: AsyncEngine) -> Town:
    town = Town(engine)
    await town.theme()
    return town
