"""The public record of moderation: what was decided, how fast, what was contested; no cell that could be somebody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.disclosure import SMALLEST, told
from storage.read_models.status import STATES
from storage.tables.contributions import Contribution
from storage.tables.moderation import Appeal, Removal

ARTICLES = range(1, 9)
OUTCOMES = ("open", "upheld", "overturned")

# Plain columns: ten thousand tracked rows cost a third of a second, in which nobody is served.
READ = tuple(
    getattr(Contribution, name)
    for name in ("id", "author", "state", "article", "received_at", "decided_at", "decided_by")
)

Counts = dict[str, int | None]


@dataclass(frozen=True, slots=True)
class ModerationRecord:
    """Counts of an instance or of one theme, None where a count stays untold; times in seconds.

    `decisions` by state, `articles` of the refusals that stand, `appeals` by outcome, `removals` that stand.
    `oldest_waiting` is the day on which the contribution came that has waited longest.
    """

    theme: str | None
    decisions: Counts
    articles: Counts
    appeals: Counts
    removals: int | None
    median_seconds: int | None
    p90_seconds: int | None
    oldest_waiting: date | None


async def moderation_record(engine: AsyncEngine, theme: str | None = None) -> ModerationRecord:
    async with AsyncSession(engine) as session:
        given = (await session.exec(_of(select(*READ), theme))).all()
        ids = {each.id: each.author for each in given}
        appeals = [each for each in (await session.exec(select(Appeal))).all() if each.contribution in ids]
        removals = [each for each in (await session.exec(select(Removal))).all() if each.contribution in ids]
    refused = [each for each in given if each.state == "refused"]
    waits = [each.received_at for each in given if each.state == "waiting"]
    removed = {each.contribution for each in removals if each.state == "confirmed"}
    median, p90 = _times(given, _first_decisions(given, appeals, removals))
    return ModerationRecord(
        theme=theme,
        decisions=_told(STATES, [(each.state, each.author) for each in given]),
        articles=_told(map(str, ARTICLES), [(str(each.article), each.author) for each in refused]),
        appeals=_told(OUTCOMES, [(each.outcome, ids[each.contribution]) for each in appeals]),
        removals=_told(["removed"], [("removed", each.author) for each in refused if each.id in removed])["removed"],
        median_seconds=median,
        p90_seconds=p90,
        oldest_waiting=min(waits).date() if waits else None,
    )


def _of(query: Any, theme: str | None) -> Any:
    return query.where(col(Contribution.theme) == theme) if theme else query


def _told(names: Iterable[str], rows: Iterable[tuple[str, UUID]]) -> Counts:
    """Count rows by name, and the people behind them."""
    people: dict[str, list[UUID]] = defaultdict(list)
    for name, person in rows:
        people[name].append(person)
    return told({name: (len(people[name]), len(set(people[name]))) for name in names})


def _first_decisions(
    given: Sequence[Row[Any]], appeals: Sequence[Appeal], removals: Sequence[Removal]
) -> dict[UUID, datetime]:
    """Return when each contribution was decided by a moderator for the first time: appeals and removals come later."""
    before = [(each.contribution, each.decision_at) for each in appeals]
    before += [(each.contribution, each.admitted_at) for each in removals if each.admitted_at]
    first = {each.id: each.decided_at for each in given if each.decided_by and each.decided_at}
    for contribution, when in before:
        first[contribution] = min(when, first.get(contribution, when))
    return first


def _times(given: Sequence[Row[Any]], first: Mapping[UUID, datetime]) -> tuple[int | None, int | None]:
    """Return how long half and nine tenths of the contributions waited at most for a moderator's decision."""
    decided = [each for each in given if each.id in first]
    if len({each.author for each in decided}) < SMALLEST:
        return None, None
    waited = sorted(int((first[each.id] - each.received_at).total_seconds()) for each in decided)
    return waited[(len(waited) - 1) // 2], waited[(len(waited) * 9 - 1) // 10]
