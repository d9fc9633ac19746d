"""Bring contributions and votes in from a file, as the same facts that the bots publish."""

import asyncio
import csv
import hmac
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.lengths import LENGTHS, says_something
from deploy.wiring import Instance, clerk_at_work, has_clerk, now
from events import topology
from events.base import Event, fact_id
from events.citizens import CitizenImported
from events.contributions import OpinionGiven, QuestionAsked, TestimonyGiven
from events.moderation import ContributionAdmitted
from events.sessions import SeatRequested
from events.themes import PhaseMoved, ThemeDrafted
from events.votes import SupportGiven, VoteCast
from storage.read_models.themes import theme_of
from storage.tables.contributions import Contribution
from storage.tables.memory import Receipt
from storage.tables.sessions import Session

Progress = Callable[[str, int, int], None]

KINDS = {"question": QuestionAsked, "opinion": OpinionGiven, "testimony": TestimonyGiven}
VALUES = {"agree": 1, "pass": 0, "disagree": -1}
BATCH = 500
BALLOT = ("voter-id", "comment-id", "timestamp")
COLUMNS = {"kind", "id", "author"}


class ImportError_(ValueError):  # noqa: N801, N818 - ImportError is Python's
    """The file as a whole cannot be imported; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that stayed out, by its physical line (the header is line 1), and why."""

    line: int
    reason: str


@dataclass
class Reading:
    """What a file holds: acts by line, in an order in which each finds what it refers to."""

    contributions: list[tuple[int, Event]] = field(default_factory=list)
    ballots: list[tuple[int, Event]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    citizens: dict[UUID, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
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
) -> Report:
    """Import a file (or a Polis folder) into a theme and return when everything is stored and applied.

    Raises ImportError_ when nothing could be read; bad rows are in the report and do not stop the others.
    """
    reader = Reader(parts, theme)
    reading = await reader.polis(source) if form == "polis" else await reader.palabre(source)
    async with applying(parts):
        await _theme(parts, theme, create)
        arrivals = [reader.arrival(citizen, moment) for citizen, moment in reading.citizens.items()]
        admissions = [reader.admission(fact) for _, fact in reading.contributions] if admit else []
        given = [fact for _, fact in reading.contributions]
        known = 0
        for label, facts in (("people", arrivals), ("contributions", given), ("admissions", admissions)):
            known += await _publish(parts, label, facts, progress)
        await applied(parts)
        known += await _publish(parts, "votes and supports", [fact for _, fact in reading.ballots], progress)
        await applied(parts)
    refused = await _refused(parts, [*reading.contributions, *reading.ballots])
    faults = tuple(sorted([*reading.faults, *refused], key=lambda fault: fault.line))
    return Report(len(reading.contributions), len(reading.ballots), known, faults)


@asynccontextmanager
async def applying(parts: Instance) -> AsyncIterator[None]:
    """Make sure that a clerk works: the running instance's, or one in this process."""
    async with AsyncExitStack() as stack:
        if not await has_clerk(parts):
            await stack.enter_async_context(clerk_at_work(parts))
        yield


async def applied(parts: Instance) -> None:
    """Return when the clerk has worked every fact that is on the bus."""
    js = parts.client.jetstream()
    while True:
        info = await js.consumer_info(topology.FACTS, topology.CLERK)
        if not info.num_pending and not info.num_ack_pending:
            return
        await asyncio.sleep(0.1)


async def _theme(parts: Instance, theme: str, create: str | None) -> None:
    if await theme_of(parts.engine, theme):
        return
    if create is None:
        raise ImportError_(f'there is no theme "{theme}": add --create-theme "TITLE", or see `palabre status`')
    base = {"city": parts.settings.city, "occurred_at": now(), "by": None}
    drafted = ThemeDrafted.model_validate(
        {"event_id": fact_id("import", theme, "drafted"), "slug": theme, "title": create, **base}
    )
    opened = {"event_id": fact_id("import", theme, "collecting"), "theme": theme, "phase": "collecting"}
    await parts.bus.decide(drafted)
    await parts.bus.decide(PhaseMoved.model_validate({**opened, **base}))


async def _publish(parts: Instance, label: str, facts: Sequence[Event], progress: Progress) -> int:
    """Publish the facts that are not applied yet, a batch at a time; return how many were known."""
    known = await _applied_of(parts, [fact.event_id for fact in facts])
    new = [fact for fact in facts if fact.event_id not in known]
    for start in range(0, len(new), BATCH):
        await parts.bus.publish_all(new[start : start + BATCH])
        progress(label, min(start + BATCH, len(new)), len(new))
    return len(known)


async def _applied_of(parts: Instance, ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    async with AsyncSession(parts.engine) as session:
        for start in range(0, len(ids), BATCH):
            query = select(Receipt.fact).where(col(Receipt.fact).in_(ids[start : start + BATCH]))
            found.update((await session.exec(query)).all())
    return found


async def _refused(parts: Instance, acts: Sequence[tuple[int, Event]]) -> list[Fault]:
    """Return the rows that the clerk refused, with its reason."""
    lines = {fact.event_id: line for line, fact in acts}
    async with AsyncSession(parts.engine) as session:
        query = select(Receipt).where(col(Receipt.code).startswith("refused."))
        refused = (await session.exec(query)).all()
    return [
        Fault(lines[receipt.fact], REASONS.get(receipt.code, receipt.code))
        for receipt in refused
        if receipt.fact in lines
    ]


REASONS = {
    "refused.unknown_contribution": "its target is not admitted",
    "refused.phase": "the theme's phase does not allow it",
    "refused.stranger": "its author is unknown",
    "refused.past": "the session is over",
}


class Reader:
    """Reads rows into facts whose ids derive from theme and row: a second import makes the same facts."""

    def __init__(self, parts: Instance, theme: str) -> None:
        self._engine = parts.engine
        self._city = parts.settings.city
        self._theme = theme
        self._secret = parts.settings.need("secret").encode()
        self._now = now()

    async def polis(self, folder: Path) -> Reading:
        """Read comments.csv and votes.csv of a Polis export."""
        for name in ("comments.csv", "votes.csv"):
            if not (folder / name).is_file():
                raise ImportError_(f"{folder} holds no {name}: name the folder of a Polis export")
        reading = Reading()
        for line, row in rows(folder / "comments.csv", {"comment-id", "author-id", "comment-body", "moderated"}):
            self._read(reading, line, partial(self._comment, reading, row))
        statements = {fact.event_id for _, fact in reading.contributions}
        last: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
        votes = rows(folder / "votes.csv", {"timestamp", "comment-id", "voter-id", "vote"})
        for line, row in sorted(votes, key=lambda each: int(each[1]["timestamp"] or 0)):
            last[row["voter-id"], row["comment-id"]] = line, row
        for line, row in last.values():
            if self._contribution(row["comment-id"]) in statements:
                self._read(reading, line, partial(self._polis_vote, reading, row))
        return reading

    async def palabre(self, file: Path) -> Reading:
        """Read a CSV file of the format `palabre`."""
        reading, ids = Reading(), dict[str, int]()
        table = list(rows(file, COLUMNS))
        for line, row in table:
            if row["kind"] in KINDS:
                self._read(reading, line, partial(self._given, reading, ids, line, row))
        await self._same_as_before(reading)
        texts = {fact.event_id for _, fact in reading.contributions} | await self._here()
        sessions = await self._sessions()
        for line, row in table:
            if row["kind"] not in KINDS:
                act = partial(self._act, reading, ids, line, row, texts=texts, sessions=sessions)
                self._read(reading, line, act)
        return reading

    def arrival(self, citizen: UUID, moment: datetime) -> Event:
        return CitizenImported(
            event_id=fact_id("import", "citizen", citizen), city=self._city, occurred_at=moment, citizen=citizen
        )

    def admission(self, given: Event) -> Event:
        return ContributionAdmitted(
            event_id=fact_id(given.event_id, "admitted"),
            city=self._city,
            occurred_at=given.occurred_at,
            by=None,
            contribution=given.event_id,
        )

    def _read(self, reading: Reading, line: int, read: Callable[[], None]) -> None:
        try:
            read()
        except ValidationError as error:
            fault = error.errors(include_input=False, include_url=False)[0]
            reading.faults.append(Fault(line, f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"))
        except (ValueError, KeyError) as error:
            reading.faults.append(Fault(line, str(error)))

    def _comment(self, reading: Reading, row: dict[str, str]) -> None:
        if row["moderated"] == "-1":
            return
        moment = _milliseconds(row.get("timestamp", ""))
        author = self._citizen(reading, row["author-id"], moment)
        fact = OpinionGiven(
            event_id=self._contribution(row["comment-id"]),
            city=self._city,
            occurred_at=moment,
            theme=self._theme,
            citizen=author,
            text=row["comment-body"].strip(),
            origin=f"polis:{row['comment-id']}",
        )
        reading.contributions.append((0, fact))

    def _polis_vote(self, reading: Reading, row: dict[str, str]) -> None:
        moment = _milliseconds(row["timestamp"])
        fact = VoteCast.model_validate(
            {
                "event_id": fact_id(
                    "import", self._theme, "vote", row["voter-id"], row["comment-id"], row["timestamp"]
                ),
                "city": self._city,
                "occurred_at": moment,
                "theme": self._theme,
                "statement": self._contribution(row["comment-id"]),
                "citizen": self._citizen(reading, row["voter-id"], moment),
                "value": int(row["vote"]),
            }
        )
        reading.ballots.append((0, fact))

    def _given(self, reading: Reading, ids: dict[str, int], line: int, row: dict[str, str]) -> None:
        kind, text = row["kind"], (row.get("text") or "").strip()
        self._take_id(ids, line, row)
        least, most = LENGTHS[kind]
        if not says_something(text) or not least <= len(text) <= most:
            raise ValueError(f"text: {len(text)} characters; a {kind} has {least} to {most} and says something")
        moment = self._moment(row)
        fact = KINDS[kind](
            event_id=self._contribution(row["id"]),
            city=self._city,
            occurred_at=moment,
            theme=self._theme,
            citizen=self._citizen(reading, row["author"], moment),
            text=text,
            language=row.get("language") or None,
            origin=f"import:{row['id']}",
        )
        reading.contributions.append((line, fact))

    def _act(
        self,
        reading: Reading,
        ids: dict[str, int],
        line: int,
        row: dict[str, str],
        *,
        texts: set[UUID],
        sessions: dict[str, UUID],
    ) -> None:
        kind, target = row["kind"], row.get("target") or ""
        if kind not in {"vote", "support", "sign_up"}:
            raise ValueError(f'kind: "{kind}" is none of question, opinion, testimony, vote, support, sign_up')
        self._take_id(ids, line, row)
        moment = self._moment(row)
        base: dict[str, Any] = {
            "event_id": fact_id("import", self._theme, kind, row["id"]),
            "city": self._city,
            "occurred_at": moment,
        }
        if kind == "sign_up":
            if target not in sessions:
                raise ValueError(f'target: there is no session "{target}" in this theme')
            base |= {"session": sessions[target]}
        elif self._contribution(target) not in texts:
            raise ValueError(f'target: there is no contribution "{target}" in this theme')
        base |= {"citizen": self._citizen(reading, row["author"], moment), "theme": self._theme}
        reading.ballots.append((line, self._ballot(kind, target, row, base)))

    def _ballot(self, kind: str, target: str, row: dict[str, str], base: dict[str, Any]) -> Event:
        if kind == "sign_up":
            return SeatRequested.model_validate(base)
        if kind == "support":
            return SupportGiven.model_validate({**base, "question": self._contribution(target)})
        if row.get("value") not in VALUES:
            raise ValueError(f'value: "{row.get("value")}" is none of agree, disagree, pass')
        return VoteCast.model_validate(
            {**base, "statement": self._contribution(target), "value": VALUES[str(row["value"])]}
        )

    def _take_id(self, ids: dict[str, int], line: int, row: dict[str, str]) -> None:
        if not row["id"] or not row["author"]:
            raise ValueError("id and author must not be empty")
        if row["id"] in ids:
            raise ValueError(f'id: "{row["id"]}" is used on line {ids[row["id"]]} already')
        ids[row["id"]] = line

    async def _same_as_before(self, reading: Reading) -> None:
        """Put out rows whose id an earlier import used for another text."""
        before = await self._texts()
        changed = [
            (line, fact)
            for line, fact in reading.contributions
            if fact.event_id in before and before[fact.event_id] != getattr(fact, "text", "")
        ]
        for row in changed:
            reading.contributions.remove(row)
            reading.faults.append(Fault(row[0], "id: an earlier import used it for another text"))

    async def _texts(self) -> dict[UUID, str]:
        async with AsyncSession(self._engine) as session:
            query = select(Contribution.id, Contribution.text).where(Contribution.theme == self._theme)
            return dict((await session.exec(query)).all())

    async def _here(self) -> set[UUID]:
        return set(await self._texts())

    async def _sessions(self) -> dict[str, UUID]:
        async with AsyncSession(self._engine) as session:
            query = select(Session.reference, Session.id).where(Session.theme == self._theme)
            return dict((await session.exec(query)).all())

    def _contribution(self, row_id: str) -> UUID:
        return fact_id("import", self._theme, "contribution", row_id)

    def _citizen(self, reading: Reading, author: str, moment: datetime) -> UUID:
        """Return an author's pseudonym: without PALABRE_SECRET nobody finds the author again."""
        digest = hmac.digest(self._secret, f"import/{self._theme}/{author}".encode(), sha256)
        citizen = UUID(bytes=digest[:16], version=4)
        reading.citizens.setdefault(citizen, moment)
        return citizen

    def _moment(self, row: dict[str, str]) -> datetime:
        written = row.get("created_at")
        if not written:
            return self._now
        moment = datetime.fromisoformat(written)
        if moment.tzinfo is None:
            raise ValueError("created_at: the time zone is missing, such as in 2026-11-24T18:30:00+01:00")
        return moment


def rows(file: Path, needed: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a CSV file with their physical line. Raises ImportError_."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="")
            missing = sorted(set(needed) - set(reader.fieldnames or ()))
            if missing:
                problem = "is empty" if not reader.fieldnames else f"lacks the column {missing[0]}"
                raise ImportError_(f"{file} {problem}: see the columns with `palabre import --help`")
            line, count = reader.line_num, 0
            for row in reader:
                yield line + 1, {key: value or "" for key, value in row.items() if key}
                line, count = reader.line_num, count + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ImportError_(
            f"{file} cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8 CSV'}"
        ) from None
    if not count:
        raise ImportError_(f"{file} is empty: it has a header and no rows")


def _milliseconds(text: str) -> datetime:
    return datetime.fromtimestamp(int(text) / 1000, UTC)
