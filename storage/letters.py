"""Letters on their way to people: one for each piece of news, kept until it is sent or can never be.

States: waiting → sending → sent; waiting again when it must be later; failed, or unreachable, for good. A letter that
is found in `sending` after a crash may have arrived: it is sent at most once more.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.base import Param
from events.news import NewsAddressed
from storage.ledger import writing
from storage.tables.identity import Letter

MOST_TRIES = 8


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to be worded and sent: `tries` counts the sendings that were begun before."""

    id: UUID
    person: UUID
    bot: str
    wording: str
    params: dict[str, Param]
    buttons: tuple[tuple[str, str], ...]
    tries: int


class Letters:
    """The pile of letters."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def put(self, news: Sequence[NewsAddressed], due: Sequence[datetime]) -> None:
        """Add a letter for each piece of news that has none yet."""
        async with writing(self._engine) as session:
            query = select(Letter.id).where(col(Letter.id).in_([each.event_id for each in news]))
            known = set((await session.exec(query)).all())
            for each, when in zip(news, due, strict=True):
                if each.event_id not in known:
                    known.add(each.event_id)
                    session.add(_letter(each, when))

    async def due(self, now: datetime, most: int = 100) -> list[LetterView]:
        """Return waiting letters whose time has come, longest waiting first."""
        query = select(Letter).where(Letter.state == "waiting", col(Letter.due_at) <= now)
        async with AsyncSession(self._engine) as session:
            found = (await session.exec(query.order_by(col(Letter.due_at), col(Letter.id)).limit(most))).all()
        return [_view(letter) for letter in found]

    async def begin(self, letters: Sequence[UUID]) -> None:
        """Note, before anything is sent, that these letters may arrive from now on."""
        async with writing(self._engine) as session:
            begun = {"state": "sending", "tries": Letter.tries + 1}
            await session.exec(update(Letter).where(col(Letter.id).in_(letters)).values(**begun))

    async def end(self, letter: UUID, state: str) -> None:
        """Note what became of a letter: sent, failed or unreachable."""
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(state=state))

    async def postpone(self, letter: UUID, until: datetime) -> None:
        async with writing(self._engine) as session:
            await session.exec(update(Letter).where(col(Letter.id) == letter).values(state="waiting", due_at=until))

    async def resume(self, now: datetime) -> int:
        """Send what a crash left half sent once more, unless that was done before; return how many."""
        async with writing(self._engine) as session:
            left = col(Letter.state) == "sending"
            await session.exec(update(Letter).where(left, col(Letter.tries) > 1).values(state="failed"))
            soon = {"state": "waiting", "due_at": now - timedelta(seconds=1)}
            return (await session.exec(update(Letter).where(left).values(**soon))).rowcount


def _letter(news: NewsAddressed, due: datetime) -> Letter:
    return Letter(
        id=news.event_id,
        person=news.person,
        bot=news.audience,
        wording=news.wording,
        params=json.dumps(news.params, ensure_ascii=False),
        buttons=json.dumps(news.buttons),
        due_at=due,
    )


def _view(letter: Letter) -> LetterView:
    buttons = tuple((label, data) for label, data in json.loads(letter.buttons))
    return LetterView(
        letter.id, letter.person, letter.bot, letter.wording, json.loads(letter.params), buttons, letter.tries
    )
