"""The views of counts say what the tables hold, on both databases, and stay what they are through migrations."""

from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from events.contributions import OpinionGiven
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast
from storage import counts
from storage.counts import BACKING, TALLY, TOTAL, TURNOUT
from storage.read_models.broadcasts import portion_of, recipients_of
from storage.read_models.status import status_of
from tests.fakes import MEAT, Town


async def rows(engine: AsyncEngine, view: Table) -> set[tuple[object, ...]]:
    async with engine.connect() as connection:
        return {tuple(row) for row in (await connection.execute(select(view))).all()}


async def lively(engine: AsyncEngine) -> tuple[Town, UUID, UUID]:
    """Return a town where three people voted on a statement, and two support a question."""
    town = Town(engine)
    await town.theme()
    statement = await town.admitted("La cantine doit servir moins de viande.", "ada", OpinionGiven)
    question = await town.admitted("D’où vient la viande de la cantine ?", "ada")
    for name, value in (("bo", 1), ("cy", 1), ("di", -1)):
        await town.act(VoteCast, citizen=await town.join(name), theme=MEAT, statement=statement, value=value)
    for name in ("bo", "ed"):
        await town.act(SupportGiven, citizen=await town.join(name), theme=MEAT, question=question)
    await town.act(SeatRequested, citizen=await town.join("fay"), session=await town.debate())
    await town.join("nobody")
    return town, statement, question


async def test_sums_have_no_person_and_who_took_part_has_no_vote(engine: AsyncEngine) -> None:
    town, statement, question = await lively(engine)
    people = [await town.join(name) for name in ("bo", "cy", "di", "ed")]
    assert await rows(engine, TALLY) == {(MEAT, statement, 1, 2), (MEAT, statement, -1, 1)}
    assert await rows(engine, BACKING) == {(MEAT, question, 2)}
    assert await rows(engine, TOTAL) == {(MEAT, 3, 0), (MEAT, 0, 2)}
    assert await rows(engine, TURNOUT) == {(MEAT, person) for person in people}
    found = await status_of(engine, MEAT)
    assert (found.votes, found.supports, found.people) == (3, 2, 5)


async def test_a_preview_counts_those_whom_the_broadcast_reaches(engine: AsyncEngine) -> None:
    town, _, _ = await lively(engine)
    async with AsyncSession(town.engine) as session:
        reached = await portion_of(session, MEAT, UUID(int=0), 100)
    assert (await recipients_of(engine, MEAT), len(reached)) == (6, 6)


async def test_views_are_made_anew_as_they_were(engine: AsyncEngine) -> None:
    await lively(engine)
    before = [await rows(engine, view) for view in counts.VIEWS]
    async with engine.begin() as connection:
        await connection.run_sync(counts.remove)
        await connection.run_sync(counts.make)
    assert [await rows(engine, view) for view in counts.VIEWS] == before
