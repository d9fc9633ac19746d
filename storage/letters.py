"""Letters on their way to people: one for each piece of news, kept until it is sent or can never be."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.news import NewsAddressed
from storage.due_letters import LetterView, view_of, whose_turn
from storage.ledger import writing
from storage.letter_states import ABSENT, BEGUN, IN_DOUBT, KEPT_BACK, ON_THE_WAY, UNSENT, UNSURE, next_state
from storage.tables.broadcasts import Broadcast
from storage.tables.identity import Address, Letter

LANES = {"now": 0, "digest": 1, "daytime": 2}
EMPTY = {"params": "{}", "buttons": "[]"}
KEPT = timedelta(days=3)  # what somebody who was away is told when they are back
STANDING = timedelta(hours=48)  # nobody looks for news so far up in a chat


class Letters:
    """The pile of letters."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def put(self, news: Sequence[NewsAddressed], due: Sequence[datetime]) -> None:
        """Add a letter for each piece of news that has none yet, unless its broadcast was stopped.

        News about what stands replaces what still waits about the same.
        """
        async with writing(self._engine) as session:
            query = select(Letter.id).where(col(Letter.id).in_([each.event_id for each in news]))
            known = set((await session.exec(query)).all())
            stopped = await _stopped(session, {each.caused_by for each in news if each.urgency == "daytime"})
            for each, when in zip(news, due, strict=True):
                if each.event_id not in known and each.caused_by not in stopped:
                    known.add(each.event_id)
                    if each.stands:
                        await _replace(session, each, when)
                    session.add(_letter(each, when))

    async def due(
        self,
        now: datetime,
        most: int = 100,
        *,
        but: Collection[UUID] = (),
        one_each: bool = False,
        by_day: bool = True,
    ) -> list[LetterView]:
        """Return letters whose time has come, lane by lane, longest waiting first; none to the people of `but`.

        `one_each`: the next letter of each person, and none to whom an earlier one is being sent or tried again.
        """
        asked = {"now": now, "but": list(but), "most": most, "by_day": by_day}
        async with AsyncSession(self._engine) as session:
            found = (await session.exec(whose_turn(one_each=one_each), params=asked)).all()
        return [view_of(letter) for letter in found]

    async def newest_broadcast(self) -> datetime | None:
        """Return when the last letter of all broadcasts is due, None when none waits."""
        query = select(func.max(Letter.due_at)).where(col(Letter.broadcast).is_not(None), Letter.state == "waiting")
        async with AsyncSession(self._engine) as session:
            return (await session.exec(query)).one()

    async def begin(self, letters: Sequence[UUID], after: Mapping[str, int]) -> None:
        """Note, before anything is sent, that these letters may arrive from now on: with numbers beyond `after`."""
        beyond = case(dict(after), value=col(Letter.bot), else_=None) if after else None
        async with writing(self._engine) as session:
            begun = {"state": next_state(BEGUN), "tries": Letter.tries + 1, "after": beyond}
            await session.exec(update(Letter).where(col(Letter.id).in_(letters)).values(**begun))

    async def sent(self, letter: UUID, message: int, now: datetime) -> None:
        """Note the number that a letter has in its chat."""
        await self._change(letter, state="sent", message=message, ended_at=now, **EMPTY)

    async def fail(self, letter: UUID, now: datetime) -> None:
        await self._change(letter, state="failed", ended_at=now, **EMPTY)

    async def hold(self, letter: UUID, now: datetime) -> None:
        """Keep a letter for somebody who cannot be reached; it becomes due again if they are back soon."""
        await self._change(letter, state="unreachable", ended_at=now)

    async def postpone(self, letter: UUID, until: datetime) -> None:
        """Try later; nothing was sent, or was found yet."""
        await self._change(letter, state=next_state(UNSENT), due_at=until)

    async def doubt(self, letter: UUID, until: datetime) -> None:
        """Look for a letter that may have arrived before it is sent again."""
        await self._change(letter, state=next_state(IN_DOUBT), due_at=until)

    async def absent(self, letter: UUID) -> None:
        """Send a letter that was doubtful: it surely has not arrived."""
        await self._change(letter, state=next_state(ABSENT))

    async def unsure(self, letter: UUID) -> None:
        """Send a letter that may have arrived once more, and not a third time."""
        await self._change(letter, state=next_state(UNSURE))

    async def _change(self, letter: UUID, **values: Any) -> None:
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(**values))

    async def resume(self, until: datetime) -> int:
        """Look, at `until`, for what a crash left half sent; return how many letters that are."""
        left = col(Letter.state).in_(list(IN_DOUBT))
        async with writing(self._engine) as session:
            doubtful = update(Letter).where(left).values(state=next_state(IN_DOUBT), due_at=until)
            return (await session.exec(doubtful)).rowcount

    async def newest(self, since: datetime) -> dict[str, tuple[int, datetime]]:
        """Return by bot the greatest number that a new message was given since then, and when the last one was."""
        new = (col(Letter.ended_at) > since, Letter.state == "sent", col(Letter.stands).is_(None))
        query = select(Letter.bot, func.max(Letter.message), func.max(Letter.ended_at)).where(*new).group_by(Letter.bot)
        async with AsyncSession(self._engine) as session:
            return {bot: (number, when) for bot, number, when in (await session.exec(query)).all() if number and when}

    async def standing(self, letter: LetterView, now: datetime) -> int | None:
        """Return the number of the message whose place a letter takes: about the same, and still the newest."""
        if letter.stands is None:
            return None
        query = (
            select(Letter.message, Letter.stands)
            .where(Letter.person == letter.person, Letter.bot == letter.bot, Letter.state == "sent")
            .where(col(Letter.ended_at) > now - STANDING, col(Letter.message).is_not(None))
            .order_by(col(Letter.message).desc(), col(Letter.ended_at).desc())
            .limit(1)
        )
        async with AsyncSession(self._engine) as session:
            newest = (await session.exec(query)).one_or_none()
        return newest[0] if newest and newest[1] == letter.stands else None

    async def tidy(self, now: datetime) -> dict[str, int]:
        """Write to who is back, empty what will never be sent; return how many letters wait in each state."""
        unreachable, recent = col(Letter.state) == "unreachable", col(Letter.due_at) > now - KEPT
        back = col(Letter.person).in_(select(Address.person).where(col(Address.reachable)))
        forsaken = and_(col(Letter.state) == KEPT_BACK, ~back)
        stopped = col(Letter.broadcast).in_(select(Broadcast.id).where(Broadcast.state == "stopped"))
        wanted = or_(col(Letter.broadcast).is_(None), ~stopped)
        over = or_(col(Letter.state).in_(("stopped", "failed")), and_(unreachable, ~recent))
        full = col(Letter.params) != EMPTY["params"]
        waiting = select(Letter.state, func.count()).where(col(Letter.state).in_((*ON_THE_WAY, "unreachable")))
        async with writing(self._engine) as session:
            anew = {"state": "waiting", "tries": 0, "ended_at": None}
            await session.exec(update(Letter).where(unreachable, recent, back, wanted).values(**anew))
            await session.exec(update(Letter).where(over, full).values(**EMPTY))
            await session.exec(update(Letter).where(forsaken, ~recent).values(state="dropped", ended_at=now, **EMPTY))
            return dict((await session.exec(waiting.group_by(Letter.state))).all())


async def _stopped(session: AsyncSession, broadcasts: set[UUID | None]) -> set[UUID | None]:
    """Return which of these are stopped; none becomes so while we put letters on the pile."""
    if not broadcasts:
        return set()
    query = select(Broadcast).where(col(Broadcast.id).in_(broadcasts)).with_for_update(read=True)
    return {each.id for each in (await session.exec(query)).all() if each.state == "stopped"}


async def _replace(session: AsyncSession, news: NewsAddressed, now: datetime) -> None:
    """End what waits to tell a person the same, only older."""
    same = {"person": news.person, "bot": news.audience, "stands": news.stands, "state": _first_state(news)}
    await session.exec(update(Letter).filter_by(**same).values(state="replaced", ended_at=now, **EMPTY))


def _first_state(news: NewsAddressed) -> str:
    return KEPT_BACK if news.urgency == "digest" else "waiting"


def _letter(news: NewsAddressed, due: datetime) -> Letter:
    return Letter(
        id=news.event_id,
        person=news.person,
        bot=news.audience,
        wording=news.wording,
        params=json.dumps(news.params, ensure_ascii=False),
        buttons=json.dumps(news.buttons),
        state=_first_state(news),
        lane=LANES[news.urgency],
        due_at=due,
        stands=news.stands,
        broadcast=news.caused_by if news.urgency == "daytime" else None,
        theme=news.theme,
    )
