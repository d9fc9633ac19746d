"""The statements a citizen may vote on, one at a time."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from deliberation.routing import priority, route
from storage.read_models.wall import Wall
from storage.tables.votes import Vote

RECENT = timedelta(seconds=5)
REMEMBERED = 10_000  # offers that nobody has voted on yet

VOTED = select(col(Vote.statement)).where(
    col(Vote.citizen) == bindparam("citizen"), col(Vote.theme) == bindparam("theme")
)
CAST = select(col(Vote.statement), col(Vote.value)).where(
    col(Vote.citizen) == bindparam("citizen"), col(Vote.theme) == bindparam("theme")
)
ATTENTION = (
    select(col(Vote.statement), col(Vote.value), func.count())
    .where(col(Vote.theme) == bindparam("theme"))
    .group_by(col(Vote.statement), col(Vote.value))
)


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement to vote on, drawn with `propensity`; the reader has voted on `done` of `total`."""

    id: UUID
    reference: str
    text: str
    done: int
    total: int
    propensity: float


@dataclass(slots=True)
class Attention:
    """How many people voted on each statement of a theme, and what, counted a moment ago."""

    counted_at: datetime
    votes: Counter[tuple[UUID, int]] = field(default_factory=Counter)

    def weight(self, statement: UUID) -> float:
        return priority(*(self.votes[statement, value] for value in (1, -1, 0)))


class Ballot:
    """Which statement a citizen is shown next: drawn by lot, new ones and promising ones more often.

    The seed is the citizen and how many they have voted on: whoever looks again is asked the same, unless others' votes
    have moved the weights meanwhile.
    Everybody's votes are counted afresh every few seconds only: that decides an order, not a result. What this
    process has seen since is added at once, so that two people who vote one after the other see different statements.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._attention: dict[str, Attention] = {}
        self._offers: dict[tuple[UUID, UUID], float] = {}  # by citizen and statement; the oldest are forgotten

    async def next(self, wall: Wall, theme: str, citizen: UUID, now: datetime) -> StatementView | None:
        """Return a statement that this citizen has not voted on, None when none is left."""
        attention = await self._of(theme, now)
        voted = await voted_by(self._engine, theme, citizen)
        left = {item.reference: attention.weight(item.id) for item in wall.items if item.id not in voted}
        done, total = len(wall.items) - len(left), len(wall.items)
        drawn = route(left, f"{theme} {citizen} {done}")
        if drawn is None:
            return None
        found = wall.by_reference[drawn.name]
        self._offers[citizen, found.id] = drawn.propensity
        if len(self._offers) > REMEMBERED:
            del self._offers[next(iter(self._offers))]
        return StatementView(found.id, found.reference, found.text, done, total, drawn.propensity)

    def offered(self, citizen: UUID, statement: UUID) -> float | None:
        """Return the chance with which this citizen was asked this statement, None where that is not known any more."""
        return self._offers.get((citizen, statement))

    def saw(self, theme: str, statement: UUID, citizen: UUID, value: int) -> None:
        """Note a vote."""
        self._offers.pop((citizen, statement), None)
        if theme in self._attention:
            self._attention[theme].votes[statement, value] += 1

    async def _of(self, theme: str, now: datetime) -> Attention:
        known = self._attention.get(theme)
        if known is None or now - known.counted_at >= RECENT:
            known = self._attention[theme] = Attention(now, known.votes if known else Counter())
            async with self._engine.connect() as connection:
                rows = await connection.execute(ATTENTION, {"theme": theme})
                known.votes = Counter({(row[0], row[1]): row[2] for row in rows})
        return known


async def voted_by(engine: AsyncEngine, theme: str, citizen: UUID) -> frozenset[UUID]:
    """Return the statements of a theme that a citizen has voted on, however; nobody else's are ever returned."""
    async with engine.connect() as connection:
        return frozenset((await connection.execute(VOTED, {"theme": theme, "citizen": citizen})).scalars())


async def votes_of(engine: AsyncEngine, theme: str, citizen: UUID) -> dict[UUID, int]:
    """Return what a citizen voted in a theme, by statement: for nobody's eyes but theirs."""
    async with engine.connect() as connection:
        rows = await connection.execute(CAST, {"theme": theme, "citizen": citizen})
        return {row[0]: row[1] for row in rows}
