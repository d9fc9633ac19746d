"""Who is at work: each part answers on the bus when it is asked, with what it lacks."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from nats.aio.client import Client
from nats.aio.msg import Msg

from events.topology import ROLL

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


async def who_is_here(client: Client, city: str) -> list[Present]:
    """Call the roll and return who answers in time, by name."""
    heard: list[Present] = []

    async def hear(answered: Msg) -> None:
        if answered.data:  # an empty one says that nobody hears
            heard.append(Present(**json.loads(answered.data)))

    inbox = client.new_inbox()
    hearing = await client.subscribe(inbox, cb=hear)
    await client.publish(f"{ROLL}.{city}", reply=inbox)
    await asyncio.sleep(SECONDS)
    await hearing.unsubscribe()
    return sorted(heard, key=lambda part: part.name)
