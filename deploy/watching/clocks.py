"""Whether the clocks agree: ours, the bus's, the database's, Telegram's."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from nats.aio.client import Client
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.finding import Check
from events.base import Clock
from events.topology import FACTS

MOST_SECONDS = 2.0  # between any two: dates of letters and the once-only window of the bus bear no more
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """How far somebody's clock is ahead of ours, in seconds; what may be the answer's way is no difference."""

    whose: str
    ahead: float


async def read(
    clock: Clock, whose: str, ask: Callable[[], Awaitable[datetime | None]], *, grain: timedelta
) -> list[Reading]:
    """Ask somebody for the time, which they tell cut off to `grain`; nothing where they do not say."""
    before = clock()
    told = await ask()
    after = clock()
    return [] if told is None else [Reading(whose, _ahead(before, told, told + grain, after))]


def _ahead(before: datetime, earliest: datetime, latest: datetime, after: datetime) -> float:
    if earliest > after:
        return (earliest - after).total_seconds()
    return min((latest - before).total_seconds(), 0.0)


async def of_bus(clock: Clock, client: Client) -> list[Reading]:
    async def ask() -> datetime | None:
        said = json.loads((await client.request(f"$JS.API.STREAM.INFO.{FACTS}", timeout=2)).data)
        return datetime.fromisoformat(said["ts"]) if "ts" in said else None

    return await read(clock, "the bus", ask, grain=timedelta(0))


async def of_database(clock: Clock, engine: AsyncEngine) -> list[Reading]:
    """Read PostgreSQL's clock; SQLite has ours."""

    async def ask() -> datetime | None:
        async with engine.connect() as connected:
            said: datetime = (await connected.execute(text("SELECT clock_timestamp()"))).scalar_one()
            return said

    return await read(clock, "the database", ask, grain=timedelta(0)) if engine.dialect.name == "postgresql" else []


async def of_telegram(clock: Clock, api: str) -> list[Reading]:
    """Read the Date of the Bot API's answers, whatever it answers."""

    async def ask() -> datetime | None:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session,
                session.get(api, allow_redirects=False) as answer,
            ):
                return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
            return None

    return await read(clock, "Telegram", ask, grain=SECOND)


def compared(readings: Sequence[Reading]) -> Check:
    """Compare all clocks with ours and with each other."""
    everybody = sorted([Reading("this machine", 0.0), *readings], key=lambda reading: reading.ahead)
    last, first = everybody[0], everybody[-1]
    apart = first.ahead - last.ahead
    if apart <= MOST_SECONDS:
        return Check("clocks", f"{len(everybody)} agree" if readings else "only this machine's")
    found = f"{first.whose} is {apart:.1f} s ahead of {last.whose}"
    return Check("clocks", found, "have every machine set its clock by the network (NTP)")
