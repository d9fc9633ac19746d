"""Whose turn it is: the letters that may leave now, as whoever sends them sees them."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.letter_states import BEGUN, DIGEST, DOUBTS, WAITING
from storage.read_models.preferences import wants_none
from storage.tables.columns import Moment
from storage.tables.identity import Letter


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to be worded and sent: `tries` counts the sendings begun before; the `last` one may arrive twice.

    A `doubtful` one is looked for among the messages with numbers beyond `after`, if it is known.
    """

    id: UUID
    person: UUID
    bot: str
    wording: str
    params: dict[str, Any]
    buttons: tuple[tuple[str, str], ...]
    due_at: datetime
    tries: int
    last: bool = False
    doubtful: bool = False
    after: int | None = None
    stands: str | None = None


def view_of(letter: Letter) -> LetterView:
    buttons = tuple((label, data) for label, data in json.loads(letter.buttons))
    return LetterView(
        id=letter.id,
        person=letter.person,
        bot=letter.bot,
        wording=letter.wording,
        params=json.loads(letter.params),
        buttons=buttons,
        due_at=letter.due_at,
        tries=letter.tries,
        last=letter.state == "again",
        doubtful=letter.state in DOUBTS,
        after=letter.after,
        stands=letter.stands,
    )


@cache
def whose_turn(*, one_each: bool) -> Any:
    """Build the query once: it is asked every second, and building it costs more than answering it."""
    now = bindparam("now", type_=Moment)
    but: Any = bindparam("but", expanding=True)
    may_leave = or_(col(Letter.lane) == 0, bindparam("by_day"))
    wanted = or_(col(Letter.wording) != DIGEST, ~wants_none(col(Letter.person)))
    waits = (
        col(Letter.state).in_(WAITING),
        col(Letter.due_at) <= now,
        col(Letter.person).not_in(but),
        may_leave,
        wanted,
    )
    query = select(Letter).where(*waits)
    if one_each:
        tried = case((col(Letter.tries) > 0, 0), else_=1)
        first = (col(Letter.lane), tried, col(Letter.due_at), col(Letter.id))
        order = func.row_number().over(partition_by=col(Letter.person), order_by=first)
        ranked = select(Letter.id, order.label("place")).where(*waits).subquery()
        query = select(Letter).join(ranked, ranked.c.id == Letter.id).where(ranked.c.place == 1, ~_held_up(now))
    return query.order_by(col(Letter.lane), col(Letter.due_at), col(Letter.id)).limit(bindparam("most"))


def _held_up(now: Any) -> ColumnElement[bool]:
    """Say whether an earlier letter of the same person is on its way, or was tried and must be later.

    One that was told to many holds up nothing that concerns the person alone.
    """
    other = aliased(Letter)
    before = col(other.lane) <= col(Letter.lane)
    later = and_(col(other.tries) > 0, col(other.due_at) > now, col(other.state).in_(WAITING), before)
    return exists().where(col(other.person) == col(Letter.person), or_(col(other.state).in_(BEGUN.values()), later))
