"""Whatever is decided, contested, removed, said anew and undone, in any order: the rules of moderation hold."""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Table, event
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.replay import tables, work_again
from deploy.record.stored import rows_in
from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.base import Event
from events.contributions import ContributionEntered, ContributionWithdrawn, OpinionGiven
from events.moderation import (
    BatchRequested,
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
    ItemSkipped,
)
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from storage.engine import open_engine
from storage.read_models.contributions import admitted_of
from storage.read_models.status import status_of
from storage.tables.contributions import Contribution, Lease
from storage.tables.memory import Entry
from storage.tables.moderation import Appeal, Removal
from tests.conftest import hurry
from tests.fakes import MEAT, Town, person

TEAM, PEOPLE = ("mia", "max", "ove"), ("ada", "ben")
NEWEST = 3  # contributions that things are done to
VERBS = (
    "give", "anew", "enter", "withdraw", "ask", "batch", "skip", "merge", "drop",
    *("admit", "refuse", "appeal", "uphold", "overturn", "remove", "confirm", "undo") * 3,
)  # fmt: skip
STEP = some.tuples(
    some.sampled_from(VERBS), some.integers(0, 2), some.integers(0, 5), some.sampled_from([0.0, 0.0, 5.0, 40.0])
)


Step = tuple[str, int, int, float]  # what, about which, by whom, after how many seconds


class History:
    """A town in which a team and two citizens do anything; what was ever allowed to be shown is noted."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.given: list[UUID] = []
        self.authors: dict[UUID, UUID] = {}
        self.removals: list[UUID] = []
        self.allowed: set[UUID] = set()
        self.decided: tuple[UUID, UUID] | None = None

    async def begin(self) -> None:
        await self.town.theme()
        for name in TEAM:
            await self.town.member(name, "owner" if name == "ove" else "moderator")
        for name in PEOPLE:
            self.given.append(await self.town.give(f"La cantine vue par {name}, en quelques mots.", name, OpinionGiven))
            self.authors[self.given[-1]] = person(name)

    async def does(self, verb: str, which: int, who: int, seconds: float) -> None:
        """Do one thing, some seconds later; most are refused, and refusals must change nothing either."""
        self.town.later(seconds=seconds)
        item = self.given[-1 - which % min(len(self.given), NEWEST)]
        citizen = self.authors[item] if who else person("ben")
        by = person(TEAM[who % len(TEAM)])
        if verb == "undo" and self.decided and who:  # else hardly anybody would hit on what they may undo
            item, by = self.decided
        acted = self.act(verb, item, by, citizen)
        [outcome] = await self.town.apply(acted)
        if outcome.code in {"received", "entered"}:
            self.given.append(acted.event_id)
            self.authors[acted.event_id] = citizen
        if outcome.code == "removal_requested":
            self.removals.append(acted.event_id)
        if outcome.code in {"admitted", "overturned"}:
            self.allowed.add(item)
        if outcome.code in {"admitted", "refused", "merged", "upheld", "overturned", "removed"}:
            self.decided = UUID(str(outcome.params["contribution"])), by

    def act(self, verb: str, item: UUID, by: UUID, citizen: UUID) -> Event:
        text = f"Une idée de plus, la numéro {len(self.town.told)} et {len(self.given)}, pour la cantine."
        said: dict[str, object] = {"theme": MEAT, "citizen": citizen, "text": text}
        typed = {**said, "by": by, "citizen": person("sheet"), "what": "opinion", "place": "Médiathèque"}
        removal = self.removals[-1] if self.removals else person("nothing")
        acts: dict[str, tuple[type[Event], dict[str, object]]] = {
            "give": (OpinionGiven, said),
            "anew": (OpinionGiven, {**said, "amends": item}),
            "enter": (ContributionEntered, typed),
            "withdraw": (ContributionWithdrawn, {"contribution": item, "citizen": citizen}),
            "ask": (ItemRequested, {"by": by}),
            "batch": (BatchRequested, {"by": by, "contributions": self.given[:5]}),
            "skip": (ItemSkipped, {"by": by, "contribution": item}),
            "admit": (ContributionAdmitted, {"by": by, "contribution": item}),
            "refuse": (ContributionRefused, {"by": by, "contribution": item, "article": 2}),
            "merge": (
                ContributionMerged,
                {"by": by, "contribution": item, "into": self.given[0]},
            ),
            "appeal": (DecisionAppealed, {"contribution": item, "citizen": citizen, "reason": "Je conteste."}),
            "uphold": (DecisionUpheld, {"by": by, "contribution": item}),
            "overturn": (DecisionOverturned, {"by": by, "contribution": item}),
            "remove": (RemovalRequested, {"by": by, "contribution": item, "article": 3}),
            "confirm": (RemovalConfirmed, {"by": by, "removal": removal}),
            "drop": (RemovalDropped, {"by": by, "removal": removal}),
            "undo": (DecisionUndone, {"by": by, "contribution": item}),
        }
        kind, fields = acts[verb]
        return self.town.fact(kind, **fields)

    async def keeps_the_rules(self) -> None:
        town = self.town
        rows = {row.id: row for row in await town.rows(Contribution)}
        shown = {item.id for item in await admitted_of(town.engine, MEAT)}
        assert shown == {row.id for row in rows.values() if row.state == "admitted"} <= self.allowed
        counts = (await status_of(town.engine)).contributions
        assert counts["received"] == len(self.given) == sum(counts.values()) - counts["received"]
        assert [row.reference for row in rows.values() if row.entered_by and row.decided_by == row.entered_by] == []
        appeals = await town.rows(Appeal)
        assert [each for each in appeals if each.decided_by and each.decided_by in {each.against, each.beside}] == []
        assert max(Counter((each.contribution, each.decision_at) for each in appeals).values(), default=0) <= 1
        removed = [each for each in await town.rows(Removal) if each.state == "confirmed"]
        assert [each for each in removed if each.decided_by == each.requested_by] == []
        assert max(Counter((news.caused_by, news.person) for news in town.news).values(), default=0) <= 1
        held = Counter(lease.contribution for lease in await town.rows(Lease))
        assert set(held.values()) <= {1}
        assert {rows[lease].state for lease in held} <= {"waiting", "refused"}

    async def is_the_same_again(self, scratch: Path) -> None:
        engine = open_engine(f"sqlite+aiosqlite:///{scratch}")
        async with AsyncSession(engine) as again, AsyncSession(self.town.engine) as here:
            await work_again(again, self._entries(), 0, lambda *_: None)
            for table in tables():
                rows = [
                    {key: tuple(row) for key, row in (await rows_in(each, table)).items()} for each in (again, here)
                ]
                assert rows[0] == rows[1], table.name
        await engine.dispose()

    async def _entries(self) -> AsyncIterator[Sequence[Entry]]:
        async with AsyncSession(self.town.engine) as session:
            yield (await session.exec(select(Entry).order_by(col(Entry.seq)))).all()


async def plain(session: AsyncSession, table: Table) -> dict[object, tuple[object, ...]]:
    return {key: tuple(row) for key, row in (await rows_in(session, table)).items()}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=some.lists(STEP, min_size=5, max_size=40))
def test_the_rules_of_moderation_hold_in_any_order(
    migrated_sqlite: Path, steps: list[tuple[str, int, int, float]]
) -> None:
    async def lived() -> None:
        with tempfile.TemporaryDirectory() as folder:
            here, again = (shutil.copy(migrated_sqlite, Path(folder) / name) for name in ("here.db", "again.db"))
            engine = open_engine(f"sqlite+aiosqlite:///{here}")
            event.listen(engine.sync_engine, "connect", hurry)
            history = History(Town(engine))
            await history.begin()
            for step in steps:
                await history.does(*step)
            await history.keeps_the_rules()
            await history.is_the_same_again(Path(again))
            await engine.dispose()

    asyncio.run(lived())
