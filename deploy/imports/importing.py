"""Bring contributions and votes in from a file, as the same facts that the bots publish.

Nothing is published that is known: not a fact that was applied, nor a vote on a text that is not admitted. So a
second import adds what the first had to leave out, and otherwise nothing.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.errors import NotFoundError
from pydantic import ValidationError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.phases import allows
from deploy.imports.import_palabre import palabre
from deploy.imports.import_polis import polis
from deploy.imports.import_rows import Act, Fault, ImportError_, Maker, Reading, told
from deploy.reading import clerk_at_work
from deploy.wiring import AwayError, Instance, now
from events import catalogue, topology
from events.base import Event, fact_id
from events.bus import UNREACHABLE, BusAwayError
from events.citizens import CitizenImported
from events.moderation import ContributionAdmitted
from events.themes import PhaseMoved, ThemeDrafted
from storage.read_models.themes import ThemeView, theme_of
from storage.tables.contributions import Contribution
from storage.tables.memory import Entry, Receipt
from storage.tables.sessions import Session

__all__ = ["Fault", "ImportError_", "Report", "applied", "applying", "bring_in"]

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]

BATCH = 500
PAUSE = 0.05
LOOK = 0.5  # seconds between two looks whether the bus is there
PATIENCE = 20.0  # seconds for a bus that is lost to come back
LOST_LINE = "the bus is away, waiting (Ctrl-C stops; running this again goes on)"
ACTIONS = {
    "question.asked": "ask",
    "opinion.given": "give_opinion",
    "testimony.given": "testify",
    "vote.cast": "vote",
    "support.given": "support",
    "seat.requested": "sign_up",
}
NOT_OF_THE_CONTENT = {"city", "occurred_at", "caused_by", "language", "origin"}
WAITS = "its target waits for the moderators: admit it there, or import again with --admit"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import read: contributions and ballots, how many of them were here already, and what stayed out."""

    contributions: int
    ballots: int
    known: int
    faults: tuple[Fault, ...]


async def bring_in(
    parts: Instance,
    source: Path,
    theme: str,
    *,
    form: Literal["palabre", "polis"],
    admit: bool,
    create: str | None,
    progress: Progress,
    patience: float = PATIENCE,
) -> Report:
    """Import a file (or a Polis folder) into a theme and return when everything is stored and applied.

    Raises ImportError_ when nothing can be imported; bad rows are in the report and do not stop the others.
    """
    reading = await _read(parts, source, theme, form)
    drafted = await _drafted(parts, theme, create)
    read = len(reading.contributions), len(reading.ballots)
    async with applying(parts, patience):
        await applied(parts)  # what an import that was cut short has left on the bus
        known = await _known(parts, [act.fact.event_id for act in (*reading.contributions, *reading.ballots)])
        here = _leave_out(reading, known)
        await _open(parts, drafted if reading.contributions else [])
        _observe_phase(reading, await theme_of(parts.engine, theme))
        await _publish(parts, "people", await _arrivals(parts, reading), progress)
        await _publish(parts, "contributions", told(reading.contributions), progress)
        if admit:
            await _publish(parts, "admissions", await _admissions(parts, [*here, *reading.contributions]), progress)
        await _observe_states(parts, theme, reading)
        await _publish(parts, "votes and supports", told(reading.ballots), progress)
    refused = await _refused(parts, [*here, *reading.contributions, *reading.ballots])
    faults = sorted([*reading.faults, *refused], key=lambda fault: (fault.file, fault.line))
    return Report(*read, known=len(here), faults=tuple(faults))


@asynccontextmanager
async def applying(parts: Instance, patience: float = PATIENCE) -> AsyncIterator[None]:
    """Make sure that a clerk works: the running instance's, or one in this process when there is none, or none left.

    A bus that is lost meanwhile is waited for, not longer than `patience`. Raises AwayError.
    """
    async with _waiting(parts.client, patience), clerk_at_work(parts):
        yield


@asynccontextmanager
async def _waiting(client: Client, patience: float) -> AsyncIterator[None]:
    """Say so while there is no connection to the bus, and cut off what is done here when it does not come back."""
    limit = asyncio.timeout(None)
    try:
        async with limit:
            watching = asyncio.create_task(_watch(client, limit, patience))
            try:
                yield
            finally:
                watching.cancel()
    except TimeoutError:
        if not limit.expired():
            raise
        raise AwayError("the bus is away: start it and run this again, it goes on where it was") from None


async def _watch(client: Client, limit: asyncio.Timeout, patience: float) -> None:
    lost = False
    while True:
        if client.is_connected is lost:
            lost = not lost
            limit.reschedule(asyncio.get_running_loop().time() + patience if lost else None)
            log.warning("%s", LOST_LINE if lost else "the bus is back")
        await asyncio.sleep(LOOK)


async def applied(parts: Instance) -> None:
    """Return when every fact that is on the bus has been worked."""
    while await is_left(parts.client.jetstream()):  # noqa: ASYNC110 - it is the bus that counts them
        await asyncio.sleep(PAUSE)


async def is_left(js: JetStreamContext, reader: str = topology.CLERK, subjects: str = topology.SUBJECTS) -> bool:
    """Say whether a reader has a fact left. The bus counts it for them only a moment after it has taken it from us."""
    while True:
        try:
            last = await _last(js, subjects)
            info = await js.consumer_info(topology.FACTS, reader)
        except UNREACHABLE:
            await asyncio.sleep(LOOK)
        else:
            come_to = info.delivered.stream_seq if info.delivered else 0
            return bool(info.num_pending or info.num_ack_pending) or come_to < last


async def _last(js: JetStreamContext, subjects: str) -> int:
    try:
        return (await js.get_last_msg(topology.FACTS, subjects)).seq or 0
    except NotFoundError:
        return 0


async def _drafted(parts: Instance, theme: str, create: str | None) -> list[Event]:
    """Return the facts that make the theme, none where it is there. Raises ImportError_."""
    if await theme_of(parts.engine, theme):
        return []
    if create is None:
        raise ImportError_(f'there is no theme "{theme}": add --create-theme "TITLE", or see `palabre status`')
    base = {"city": parts.settings.city, "occurred_at": now(), "by": None}
    opened = {"event_id": fact_id("import", theme, "collecting"), "theme": theme, "phase": "collecting"}
    written = {"event_id": fact_id("import", theme, "drafted"), "slug": theme, "title": create}
    written["language"] = parts.settings.language
    try:
        return [ThemeDrafted.model_validate(base | written), PhaseMoved.model_validate(base | opened)]
    except ValidationError as error:
        field = error.errors(include_input=False)[0]["loc"][0]
        raise ImportError_(
            "--theme is made of up to 48 small letters a-z, figures and dashes, such as la-viande"
            if field in {"slug", "theme"}
            else "--create-theme has 3 to 120 characters"
        ) from None


async def _open(parts: Instance, drafted: Sequence[Event]) -> None:
    await _tell(parts, drafted)
    if drafted:
        await applied(parts)


async def _read(parts: Instance, source: Path, theme: str, form: Literal["palabre", "polis"]) -> Reading:
    maker = Maker(parts.settings.city, theme, parts.settings.need("secret"), now())
    if form == "polis":
        return polis(source, maker)
    async with AsyncSession(parts.engine) as session:
        kinds = select(Contribution.id, Contribution.kind).where(Contribution.theme == theme)
        debates = select(Session.reference, Session.id).where(Session.theme == theme)
        here, sessions = dict((await session.exec(kinds)).all()), dict((await session.exec(debates)).all())
    return palabre(source, maker, here, sessions)


async def _known(parts: Instance, ids: Sequence[UUID]) -> dict[UUID, tuple[str, str] | None]:
    """Return which facts were worked earlier, with kind and payload (None: refused, or erased since)."""
    found: dict[UUID, tuple[str, str] | None] = {}
    async with AsyncSession(parts.engine) as session:
        for start in range(0, len(ids), BATCH):
            query = (
                select(Receipt.fact, Entry.kind, Entry.payload)
                .join(Entry, col(Entry.fact) == col(Receipt.fact), isouter=True)
                .where(col(Receipt.fact).in_(ids[start : start + BATCH]))
            )
            for fact, kind, payload in (await session.exec(query)).all():
                found[fact] = (kind, payload) if payload else None
    return found


def _leave_out(reading: Reading, known: Mapping[UUID, tuple[str, str] | None]) -> list[Act]:
    """Take out of a reading what is here already, and return it; what says something else under its id is a fault."""
    here: list[Act] = []
    for acts in (reading.contributions, reading.ballots):
        for act in [act for act in acts if act.fact.event_id in known]:
            before = known[act.fact.event_id]
            if before is None or _same(act.fact, *before):
                here.append(act)
            else:
                reading.faults.append(act.fault("id: an earlier import used it for something else"))
        acts[:] = [act for act in acts if act.fact.event_id not in known]
    return here


def _same(fact: Event, kind: str, payload: str) -> bool:
    return fact.kind == kind and _content(fact) == _content(catalogue.read(kind, payload))


def _content(fact: Event) -> dict[str, Any]:
    return fact.model_dump(exclude=NOT_OF_THE_CONTENT)


def _observe_phase(reading: Reading, theme: ThemeView | None) -> None:
    """Take out what the theme's phase does not allow: published, it would be refused for good."""
    phase = theme.phase if theme else "draft"
    for acts in (reading.contributions, reading.ballots):
        closed = [act for act in acts if not allows(phase, ACTIONS[act.fact.kind])]
        reading.faults += [act.fault(f"the theme is in the phase {phase}, which does not allow it") for act in closed]
        acts[:] = [act for act in acts if allows(phase, ACTIONS[act.fact.kind])]


async def _observe_states(parts: Instance, theme: str, reading: Reading) -> None:
    """Take out the ballots on texts that are not admitted: they may be, before the next import."""
    async with AsyncSession(parts.engine) as session:
        query = select(Contribution.id, Contribution.state).where(Contribution.theme == theme)
        states: dict[UUID | None, str] = dict((await session.exec(query)).all())
    admitted: list[Act] = []
    for act in reading.ballots:
        target = getattr(act.fact, "statement", None) or getattr(act.fact, "question", None)
        state = states.get(target, "not here") if target else "admitted"
        if state == "admitted":
            admitted.append(act)
        else:
            reading.faults.append(act.fault(WAITS if state == "waiting" else f"its target is {state}"))
    reading.ballots = admitted


async def _arrivals(parts: Instance, reading: Reading) -> list[Event]:
    """Return the arrival of everybody who does something here and has not arrived yet."""
    first: dict[UUID, Event] = {}
    for fact in told([*reading.contributions, *reading.ballots]):
        citizen: UUID = fact.citizen  # type: ignore[attr-defined]  # each of these kinds has one
        first.setdefault(
            citizen,
            CitizenImported(
                event_id=fact_id("import", "citizen", citizen),
                city=fact.city,
                occurred_at=fact.occurred_at,
                citizen=citizen,
            ),
        )
    known = await _known(parts, [fact.event_id for fact in first.values()])
    return [fact for fact in first.values() if fact.event_id not in known]


async def _admissions(parts: Instance, given: Sequence[Act]) -> list[Event]:
    """Return the admission of everything that waits."""
    waiting: set[UUID] = set()
    async with AsyncSession(parts.engine) as session:
        query = select(Contribution.id).where(Contribution.state == "waiting")
        waiting.update((await session.exec(query)).all())
    return [_admission(fact) for fact in told(given) if fact.event_id in waiting]


def _admission(given: Event) -> Event:
    return ContributionAdmitted(
        event_id=fact_id(given.event_id, "admitted"),
        city=given.city,
        occurred_at=given.occurred_at,
        by=None,
        contribution=given.event_id,
    )


async def _publish(parts: Instance, label: str, facts: Sequence[Event], progress: Progress) -> None:
    """Publish facts a batch at a time, and return when all are applied."""
    for start in range(0, len(facts), BATCH):
        await _tell(parts, facts[start : start + BATCH])
        progress(label, min(start + BATCH, len(facts)), len(facts))
    await applied(parts)


async def _tell(parts: Instance, facts: Sequence[Event]) -> None:
    """Publish facts, until the bus has taken them: telling a fact twice is telling it once."""
    while True:
        try:
            return await parts.bus.publish_all(facts)
        except BusAwayError:
            await asyncio.sleep(LOOK)


async def _refused(parts: Instance, acts: Iterable[Act]) -> list[Fault]:
    """Return the rows that the clerk refused, with its reason."""
    async with AsyncSession(parts.engine) as session:
        query = select(Receipt.fact, Receipt.code).where(col(Receipt.code).startswith("refused."))
        codes = dict((await session.exec(query)).all())
    refused = [act for act in acts if act.fact.event_id in codes]
    return [act.fault(REASONS.get(codes[act.fact.event_id], codes[act.fact.event_id])) for act in refused]


REASONS = {
    "refused.unknown_contribution": "its target is not admitted",
    "refused.unknown_theme": "the theme is not open",
    "refused.phase": "the theme's phase does not allow it",
    "refused.stranger": "its author is unknown",
    "refused.past": "the session is over",
}
