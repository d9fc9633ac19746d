"""What waits is counted, and its age is known; what has a reason to wait is not counted."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from events.citizens import CitizenForgotten
from events.news import NewsAddressed
from storage.erasure import finish
from storage.letters import Letters
from storage.read_models.waiting import Backlog, Waiting, waiting_of
from tests.fakes import NOON, Town, person

NONE = Backlog(0, None)
LATER = NOON + timedelta(hours=3)


def news(name: str, urgency: str = "now") -> NewsAddressed:
    given = {"event_id": person(name), "city": "lyon", "occurred_at": NOON, "person": person(name)}
    return NewsAddressed.model_validate({**given, "audience": "citizen", "wording": "hello", "urgency": urgency})


async def put(engine: AsyncEngine, told: Sequence[NewsAddressed], due: Sequence[datetime]) -> None:
    await Letters(engine).put(told, due)


async def test_where_nothing_was_done_nothing_waits(engine: AsyncEngine) -> None:
    assert await waiting_of(engine, NOON) == Waiting(NONE, NONE, NONE, outbox=0, record=0)


async def test_the_oldest_of_each_is_known(engine: AsyncEngine) -> None:
    town = Town(engine)
    await town.theme()
    await town.give("Qui paie la cantine ?")
    town.later(hours=1)
    await town.give("Qui décide des menus ?")
    await town.admitted("Faut-il des caméras ?")
    await put(engine, [news("a"), news("b"), news("daytime", "daytime"), news("digest", "digest")], [town.now] * 4)
    await put(engine, [news("later")], [LATER])
    forgotten = town.fact(CitizenForgotten, citizen=await town.join("ben"))
    await town.ledger.once([forgotten])

    found = await waiting_of(engine, town.now)

    assert (found.queue, found.letters, found.erasures) == (
        Backlog(2, NOON),
        Backlog(2, town.now),
        Backlog(1, town.now),
    )
    await finish(engine, [forgotten.event_id])
    assert ((await waiting_of(engine, LATER)).letters.waiting, (await waiting_of(engine, LATER)).erasures) == (3, NONE)


async def test_what_was_decided_and_not_told_waits_in_the_outbox(engine: AsyncEngine) -> None:
    town = Town(engine)
    await town.theme()
    await town.ledger.once([town.fact(CitizenForgotten, citizen=await town.join("ada"))])
    before = await waiting_of(engine, NOON)
    await town.ledger.tell_pending()
    assert (await waiting_of(engine, NOON)).outbox == 0
    assert before.record == (await waiting_of(engine, NOON)).record > 0
