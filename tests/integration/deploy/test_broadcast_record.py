"""Broadcasts and bans follow from the record: worked again they give the same rows, after an erasure too."""

from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.replay import tables
from deploy.record.stored import rows_in
from deploy.wiring import memory
from events.broadcasts import BroadcastContinued, BroadcastSent, BroadcastsMuted, BroadcastStopped
from events.citizens import CitizenForgotten
from events.moderation import AuthorBanned
from storage.tables.broadcasts import Broadcast
from tests.fakes import MEAT, Town, person
from tests.integration.deploy.conftest import Command

pytestmark = pytest.mark.nats

PEOPLE = 120  # three portions


async def everything(palabre: Command) -> dict[str, Any]:
    async with memory(palabre.settings) as engine, AsyncSession(engine) as session:
        return {table.name: await rows_in(session, table) for table in tables()}


async def told(palabre: Command, forgotten: list[int]) -> list[tuple[str, int]]:
    """Send two broadcasts, stop the second, ban and mute, and erase people between and after; return what stands."""
    async with memory(palabre.settings) as engine:
        town = Town(engine)
        await town.theme()
        await town.member("mia")
        asked = [await town.give(f"Et le fromage numéro {n}, alors ?", n) for n in range(PEOPLE)]
        await town.act(AuthorBanned, by=person("mia"), contribution=asked[0])
        await town.act(BroadcastsMuted, citizen=person(1), theme=MEAT)
        for stopped in (False, True):
            sent = town.fact(
                BroadcastSent, by=person("mia"), theme=MEAT, text="À demain !", place="Lyon", recipients=PEOPLE - 1
            )
            await town.apply(sent)
            if stopped:
                await town.act(BroadcastStopped, by=person("mia"), broadcast=sent.event_id)
            while following := [fact for fact in town.told if isinstance(fact, BroadcastContinued)]:
                town.told.clear()
                await town.apply(*following)
                if forgotten:
                    await town.act(CitizenForgotten, citizen=person(forgotten.pop()))
        return [(row.state, row.addressed) for row in await town.rows(Broadcast)]


@pytest.mark.parametrize("forgotten", [[], [0, 1, 2, 3]], ids=["", "people erased"])
async def test_the_record_gives_the_same_broadcasts_again(palabre: Command, forgotten: list[int]) -> None:
    sent, stopped = sorted(await told(palabre, forgotten))
    assert (sent[0], stopped) == ("addressed", ("stopped", 50))
    before = await everything(palabre)

    verified, replayed = await palabre("verify"), await palabre("replay")

    assert (verified.code, replayed.code, await everything(palabre)) == (0, 0, before)
