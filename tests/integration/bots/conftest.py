"""A look-alike of the Bot API over HTTP for each test."""

from collections.abc import AsyncIterator

import pytest

from bots.playground import playground
from tests.integration.bots.exchange import Exchange


@pytest.fixture
async def exchange() -> AsyncIterator[Exchange]:
    async with playground() as world:
        yield Exchange(world)
