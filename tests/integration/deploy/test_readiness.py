"""A part is not ready while what it writes to takes nothing, and is again as soon as that is mended."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from deploy.wiring import AwayError, answers
from storage.engine import open_engine
from tests.conftest import Postgres
from tests.faults.disks import disk
from tests.integration.deploy.house import bus_of, house_in, telegram_of


@pytest.mark.nats
async def test_a_full_disk_makes_a_part_unready_until_there_is_room(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    async with AsyncExitStack() as stack:
        drive = await stack.enter_async_context(disk(tmp_path / "home"))
        await stack.enter_async_context(bus_of(house))
        await stack.enter_async_context(telegram_of(house))
        await house.prepare()
        part = await stack.enter_async_context(house.part("clerk"))
        await part.until(200)
        async with drive.filled():
            await part.until(503, "its disk is full", "make room on the disk of")
            assert [await part.says(path) for path in ("/livez", "/healthz")] == [(200, "ok")] * 2
            assert 'palabre_lacking{part="clerk",what="database"} 1.0' in (await part.says("/metrics"))[1]
        await part.until(200)
        await drive.fails()
        await part.until(503, "the database cannot be written")
        await part.stops()


@pytest.mark.postgres
async def test_a_postgresql_that_can_only_be_read_is_no_database(postgres: Postgres) -> None:
    name = await postgres.create()
    for setting in ("on", "off"):
        engine = open_engine(postgres.url(name))
        async with engine.begin() as connected:
            await connected.execute(text("SET transaction_read_only = off"))
            await connected.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = {setting}"))
        await engine.dispose()
        if setting == "on":
            with pytest.raises(AwayError, match="the database can only be read"):
                await answers(engine)
        else:
            await answers(engine)
        await engine.dispose()
    await postgres.drop(name)
