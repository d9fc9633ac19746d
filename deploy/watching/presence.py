"""Who is at work: each part answers on the bus when it is asked, with what it lacks, and with what it has done."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from math import inf

from nats.aio.client import Client
from nats.aio.msg import Msg

from events.topology import FIGURES, ROLL

SECONDS = 0.5  # in which everybody who is well has answered


@dataclass(frozen=True, slots=True)
class Present:
    """A part at work; `trouble` is why it is not ready."""

    name: str
    trouble: str | None


async def answer(client: Client, city: str, name: str, trouble: Callable[[], str | None]) -> None:
    """Answer whoever calls the roll, as long as the connection lives."""

    async def here(call: Msg) -> None:
        await call.respond(json.dumps(asdict(Present(name, trouble()))).encode())

    await client.subscribe(f"{ROLL}.{city}", cb=here)


async def show(client: Client, city: str, figures: Callable[[], Awaitable[bytes]]) -> None:
    """Answer whoever asks for figures, as long as the connection lives."""

    async def here(call: Msg) -> None:
        await call.respond(await figures())

    await client.subscribe(f"{FIGURES}.{city}", cb=here)


async def who_is_here(client: Client, city: str) -> list[Present]:
    """Call the roll and return who answers in time, by name."""
    heard = [Present(**json.loads(each)) for each in await _asked(client, f"{ROLL}.{city}")]
    return sorted(heard, key=lambda part: part.name)


async def figures_of(client: Client, city: str, most: int) -> list[bytes]:
    """Return the figures of the parts that answer in time; of `most` at once."""
    return await _asked(client, f"{FIGURES}.{city}", most)


async def _asked(client: Client, subject: str, most: float = inf) -> list[bytes]:
    """Ask everybody; return what is answered in time."""
    heard, all_heard = list[bytes](), asyncio.Event()

    async def hear(answered: Msg) -> None:
        if answered.data:  # an empty one says that nobody hears
            heard.append(answered.data)
        if len(heard) >= most:
            all_heard.set()

    inbox = client.new_inbox()
    hearing = await client.subscribe(inbox, cb=hear)
    await client.publish(subject, reply=inbox)
    await asyncio.wait({waiting := asyncio.ensure_future(all_heard.wait())}, timeout=SECONDS)
    waiting.cancel()
    await hearing.unsubscribe()
    return heard
