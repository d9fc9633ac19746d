"""What the citizens' bot is called in Telegram: asked over the bus of the bot itself, the only part with its token.

The name is public; it stands in links and on posters. Only that bot may answer, so that nobody leads people elsewhere.
"""

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress

from nats.aio.client import Client
from nats.aio.msg import Msg

from events.bus import UNREACHABLE, BusRefusedError
from events.topology import NAME

PATIENCE = 0.3  # seconds
FORM = re.compile(rb"[A-Za-z0-9_]{1,32}")  # of a user name in Telegram

NameOf = Callable[[], Awaitable[str]]  # without the @; empty as long as nobody says it


class NatsName:
    """Ask the citizens' bot until it has answered once; without an answer in time the name is empty."""

    def __init__(self, client: Client, city: str, patience: float = PATIENCE) -> None:
        self._client = client
        self._subject = f"{NAME}.{city}"
        self._patience = patience
        self._known = ""

    async def __call__(self) -> str:
        self._known = self._known or await self._asked()
        return self._known

    async def _asked(self) -> str:
        try:
            answer = await self._client.request(self._subject, timeout=self._patience)
        except (*UNREACHABLE, BusRefusedError):  # its line has told of a right that is missing
            return ""
        return answer.data.decode() if FORM.fullmatch(answer.data) else ""


async def say_name(client: Client, city: str, name: str) -> None:
    """Answer whoever asks, as long as the connection lives."""

    async def here(asked: Msg) -> None:
        await asked.respond(name.encode())

    await client.subscribe(f"{NAME}.{city}", cb=here)
    with suppress(*UNREACHABLE):  # a line that is away hears of it when it is back
        await client.flush()  # whoever asks from now on is answered
