"""Letters on their way to people: one for each piece of news, kept until it is sent or can never be.

States: waiting → sending → sent; waiting again when it must be later; failed, unreachable, or stopped with the
broadcast that it belongs to, for good. A letter that
may have arrived (Telegram's answer was lost, or we died while sending) is `again` → `resending`: once more, and never
a third time.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Param
from events.news import NewsAddressed
from storage.ledger import writing
from storage.tables.broadcasts import Broadcast
from storage.tables.columns import Moment
from storage.tables.identity import Letter

MOST_TRIES = 8
WAITING = ("waiting", "again")
ON_THE_WAY = ("waiting", "again", "sending", "resending")
BEGUN = {"waiting": "sending", "again": "resending"}
UNSENT = {"sending": "waiting", "resending": "again"}
DOUBTFUL = {"sending": "again", "resending": "failed"}


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to be worded and sent: `tries` counts the sendings begun before; the `last` one may arrive twice."""

    id: UUID
    person: UUID
    bot: str
    wording: str
    params: dict[str, Param]
    buttons: tuple[tuple[str, str], ...]
    tries: int
    last: bool = False


class Letters:
    """The pile of letters."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def put(self, news: Sequence[NewsAddressed], due: Sequence[datetime]) -> None:
        """Add a letter for each piece of news that has none yet, unless its broadcast was stopped."""
        async with writing(self._engine) as session:
            query = select(Letter.id).where(col(Letter.id).in_([each.event_id for each in news]))
            known = set((await session.exec(query)).all())
            stopped = await _stopped(session, {each.caused_by for each in news if each.urgency == "daytime"})
            for each, when in zip(news, due, strict=True):
                if each.event_id not in known and each.caused_by not in stopped:
                    known.add(each.event_id)
                    session.add(_letter(each, when))

    async def due(
        self,
        now: datetime,
        most: int = 100,
        *,
        but: Collection[UUID] = (),
        one_each: bool = False,
        broadcasts: bool = True,
    ) -> list[LetterView]:
        """Return letters whose time has come, longest waiting first, broadcasts last; none to the people of `but`.

        `one_each`: the next letter of each person, and none to whom an earlier one is being sent or tried again.
        """
        asked = {"now": now, "but": list(but), "most": most, "broadcasts": broadcasts}
        async with AsyncSession(self._engine) as session:
            found = (await session.exec(_due(one_each=one_each), params=asked)).all()
        return [_view(letter) for letter in found]

    async def newest_broadcast(self) -> datetime | None:
        """Return when the last letter of all broadcasts is due, None when none waits."""
        query = select(func.max(Letter.due_at)).where(col(Letter.broadcast).is_not(None), Letter.state == "waiting")
        async with AsyncSession(self._engine) as session:
            return (await session.exec(query)).one()

    async def begin(self, letters: Sequence[UUID]) -> None:
        """Note, before anything is sent, that these letters may arrive from now on."""
        async with writing(self._engine) as session:
            begun = {"state": _next(BEGUN), "tries": Letter.tries + 1}
            await session.exec(update(Letter).where(col(Letter.id).in_(letters)).values(**begun))

    async def end(self, letter: UUID, state: str) -> None:
        """Note what became of a letter: sent, failed or unreachable."""
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(state=state))

    async def postpone(self, letter: UUID, until: datetime) -> None:
        """Try later; nothing was sent."""
        async with writing(self._engine) as session:
            later = {"state": _next(UNSENT), "due_at": until}
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(**later))

    async def doubt(self, letter: UUID, until: datetime) -> None:
        """Try once more, although it may have arrived; after the second doubt it counts as failed."""
        async with writing(self._engine) as session:
            later = {"state": _next(DOUBTFUL), "due_at": until}
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(**later))

    async def resume(self, now: datetime) -> int:
        """Send what a crash left half sent once more, unless that was done before; return how many."""
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(col(Letter.state) == "resending").values(state="failed"))
            left, soon = col(Letter.state) == "sending", {"state": "again", "due_at": now - timedelta(seconds=1)}
            return (await session.exec(update(Letter).where(left).values(**soon))).rowcount


def _next(change: dict[str, str]) -> ColumnElement[str]:
    """Return the state that follows each state; any other stays."""
    return case(change, value=col(Letter.state), else_=col(Letter.state))


@cache
def _due(*, one_each: bool) -> Any:
    """Build the query once: it is asked every second, and building it costs more than answering it."""
    now = bindparam("now", type_=Moment)
    but: Any = bindparam("but", expanding=True)
    may_leave = or_(col(Letter.broadcast).is_(None), bindparam("broadcasts"))
    waits = (col(Letter.state).in_(WAITING), col(Letter.due_at) <= now, col(Letter.person).not_in(but), may_leave)
    query = select(Letter).where(*waits)
    if one_each:
        first = (case((col(Letter.tries) > 0, 0), else_=1), col(Letter.due_at), col(Letter.id))
        order = func.row_number().over(partition_by=col(Letter.person), order_by=first)
        ranked = select(Letter.id, order.label("place")).where(*waits).subquery()
        query = select(Letter).join(ranked, ranked.c.id == Letter.id).where(ranked.c.place == 1, ~_held_up(now))
    yielding = col(Letter.broadcast).is_not(None)
    return query.order_by(yielding, col(Letter.due_at), col(Letter.id)).limit(bindparam("most"))


def _held_up(now: Any) -> ColumnElement[bool]:
    """Say whether an earlier letter of the same person is on its way, or was tried and must be later."""
    other = aliased(Letter)
    later = and_(col(other.tries) > 0, col(other.due_at) > now, col(other.state).in_(WAITING))
    return exists().where(col(other.person) == col(Letter.person), or_(col(other.state).in_(BEGUN.values()), later))


async def _stopped(session: AsyncSession, broadcasts: set[UUID | None]) -> set[UUID | None]:
    """Return which of these are stopped; none becomes so while we put letters on the pile."""
    if not broadcasts:
        return set()
    query = select(Broadcast).where(col(Broadcast.id).in_(broadcasts)).with_for_update(read=True)
    return {each.id for each in (await session.exec(query)).all() if each.state == "stopped"}


def _letter(news: NewsAddressed, due: datetime) -> Letter:
    return Letter(
        id=news.event_id,
        person=news.person,
        bot=news.audience,
        wording=news.wording,
        params=json.dumps(news.params, ensure_ascii=False),
        buttons=json.dumps(news.buttons),
        due_at=due,
        broadcast=news.caused_by if news.urgency == "daytime" else None,
    )


def _view(letter: Letter) -> LetterView:
    buttons = tuple((label, data) for label, data in json.loads(letter.buttons))
    return LetterView(
        id=letter.id,
        person=letter.person,
        bot=letter.bot,
        wording=letter.wording,
        params=json.loads(letter.params),
        buttons=buttons,
        tries=letter.tries,
        last=letter.state == "again",
    )
