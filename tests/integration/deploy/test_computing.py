"""The cartographer goes on after whatever fails, and says so to whoever asks it meanwhile."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from deploy.computing import BehindError, bring_up_to_date, cartographer_at_work
from deploy.wiring import Instance, instance
from storage.read_models.results import draft_of
from tests.fakes import MEAT, Town
from tests.integration.deploy.conftest import Command

pytestmark = pytest.mark.nats


@pytest.fixture
async def parts(palabre: Command) -> AsyncIterator[Instance]:
    """An instance with a theme and a question."""
    async with instance(palabre.settings) as found:
        town = Town(found.engine)
        await town.theme()
        await town.admitted("Pourquoi de la viande chaque jour ?")
        yield found


async def rename(parts: Instance, table: str, name: str) -> None:
    async with parts.engine.begin() as connection:
        await connection.execute(text(f"ALTER TABLE {table} RENAME TO {name}"))


async def test_a_database_that_fails_stops_the_cartographer_for_a_while_only(
    parts: Instance, caplog: pytest.LogCaptureFixture
) -> None:
    await rename(parts, "contribution", "hidden")
    async with cartographer_at_work(parts):
        with pytest.raises(BehindError):
            await bring_up_to_date(parts, MEAT)
        await rename(parts, "hidden", "contribution")
        async with asyncio.timeout(20):
            while await draft_of(parts.engine, MEAT, "agenda") is None:
                await parts.client.flush()
        await bring_up_to_date(parts, MEAT)
    assert "computing la-viande failed (OperationalError): it is tried again" in caplog.messages


async def test_without_a_cartographer_the_last_results_must_do(parts: Instance) -> None:
    with pytest.raises(BehindError):
        await bring_up_to_date(parts, MEAT)
