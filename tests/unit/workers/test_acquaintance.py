"""What a batch is about is loaded once, and forgotten with the batch."""

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Event
from events.votes import VoteCast
from storage.ledger import Work
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.themes import Theme
from tests.fakes import MEAT, Town, person
from workers.acquaintance import held, meet
from workers.decisions import by_ids


async def a_vote(engine: AsyncEngine) -> Event:
    town = Town(engine)
    await town.theme()
    return town.fact(VoteCast, theme=MEAT, statement=await town.statement(), citizen=await town.join("ben"), value=1)


class Queries:
    """What the database was asked, since it was last looked at."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._asked: list[str] = []
        event.listen(engine.sync_engine, "before_cursor_execute", self._note)

    def _note(self, *about: object) -> None:
        self._asked.append(str(about[2]))

    def look(self) -> int:
        count, self._asked = len(self._asked), []
        return count


async def test_who_was_met_is_known_to_the_end_of_the_batch(engine: AsyncEngine) -> None:
    vote, queries = await a_vote(engine), Queries(engine)
    async with AsyncSession(engine) as session:
        work = Work(session)
        with held(session):
            await meet(work, [vote])
            met = queries.look()
            [citizen] = await by_ids(work, Citizen, {person("ben")})
            theme = await session.get(Theme, MEAT)
            [statement] = await by_ids(work, Contribution, {vote.statement})  # type: ignore[attr-defined]  # a vote's
            asked_again = queries.look()
        await by_ids(work, Citizen, {person("ben")})
        afterwards = queries.look()
    assert (citizen.id, theme and theme.slug, statement.state) == (person("ben"), MEAT, "admitted")
    assert (met >= 3, asked_again, afterwards) == (True, 0, 1)


async def test_what_was_written_is_known_as_it_is_now(engine: AsyncEngine) -> None:
    await a_vote(engine)
    async with AsyncSession(engine) as session:
        work = Work(session)
        with held(session):
            [citizen] = await by_ids(work, Citizen, {person("ben")})
            citizen.language = "ar"
            spoken = [each.language for each in await by_ids(work, Citizen, {person("ben")})]
            session.sync_session.expire(citizen)
            [anew] = await by_ids(work, Citizen, {person("ben")})
            assert (spoken, anew.language, anew is citizen) == (["ar"], "fr", True)
