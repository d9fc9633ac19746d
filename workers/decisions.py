"""What several topics ask first: is the person known, is the theme open, is the role held."""

from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm.util import identity_key
from sqlmodel import col, select

from deliberation.phases import allows
from deliberation.roles import may
from storage.erasure import begin_again
from storage.ledger import Refused, Work
from storage.redaction import NOBODY
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen, Member
from storage.tables.themes import Theme

CHUNK = 500  # ids in one query; databases bound the number of parameters


async def by_ids(work: Work, table: Any, ids: set[UUID]) -> list[Any]:
    """Return the rows of `table` with these ids: those that are at hand, and the others, a chunk of ids a query."""
    rows = [row for id_ in sorted(ids) if (row := _at_hand(work, table, id_))]
    ordered = sorted(ids - {row.id for row in rows})
    for start in range(0, len(ordered), CHUNK):
        query = select(table).where(col(table.id).in_(ordered[start : start + CHUNK]))
        rows += (await work.session.exec(query)).all()
    return rows


def _at_hand(work: Work, table: Any, key: UUID) -> Any:
    """Return a row that the session holds and knows the values of, or None."""
    row = work.session.sync_session.identity_map.get(identity_key(table, key))
    return row if row is not None and not inspect(row).expired else None


async def open_theme(work: Work, slug: str, action: str) -> Theme:
    """Return the theme if `action` is open in its phase. Refuses `unknown_theme`, `phase`."""
    theme = await work.session.get(Theme, slug)
    if theme is None or theme.phase == "draft":
        raise Refused("unknown_theme", theme=slug)
    if not allows(theme.phase, action):
        raise Refused("phase", theme=theme.title, phase=theme.phase)
    work.hold(theme)
    return theme


async def participant(work: Work, citizen: UUID) -> Citizen:
    """Return a citizen who has agreed to take part, and was not erased since. Refuses `stranger`."""
    found = await work.session.get(Citizen, citizen)
    if found is None:
        raise Refused("stranger")
    if found.origin == NOBODY:
        await begin_again(work.session, citizen)
        raise Refused("stranger")
    return found


async def heard(work: Work, citizen: UUID) -> Citizen:
    """Return a citizen who takes part and may speak. Refuses `stranger`, `banned`."""
    found = await participant(work, citizen)
    if found.banned_for:
        raise Refused("banned", ref=found.banned_for)
    return found


async def own(work: Work, contribution: UUID | None, citizen: UUID) -> Contribution:
    """Return a person's own contribution. Refuses `unknown_contribution`, for another's too."""
    found = await work.session.get(Contribution, contribution) if contribution else None
    if found is None or found.author != citizen:
        raise Refused("unknown_contribution")
    return found


async def authorised(work: Work, person: UUID | None, action: str = "moderate") -> Member | None:
    """Return the member whose role allows an action; None is the instance's administrator. Refuses `role`."""
    if person is None:
        return None
    member = await work.session.get(Member, person)
    if member is None or not member.active or not may(member.role, action):
        raise Refused("role")
    return member
