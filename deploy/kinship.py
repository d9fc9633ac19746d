"""How the cartographer's process answers what is like a text: at once, or with nothing when too many ask."""

import asyncio
import json
from dataclasses import dataclass, field

from nats.aio.msg import Msg
from pydantic import ValidationError

from events.kinship import KinSought
from workers.kinship import Kinship
from workers.reception import Attempts

AT_ONCE = 8  # of four milliseconds each; who comes ninth would be answered when nobody waits any more
NOTHING = b"[]"


@dataclass
class Answers:
    """Answer each question beside the others."""

    kinship: Kinship
    attempts: Attempts
    under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def hear(self, message: Msg) -> None:
        """Begin to answer."""
        if len(self.under_way) >= AT_ONCE:
            return await message.respond(NOTHING)
        answering = asyncio.create_task(self._answer(message))
        self.under_way.add(answering)
        return answering.add_done_callback(self.under_way.discard)

    async def _answer(self, message: Msg) -> None:
        try:
            sought = KinSought.model_validate_json(message.data)
        except ValidationError:
            return await message.respond(NOTHING)
        found = list[str]()

        async def look() -> None:
            found.extend(await self.kinship.of(sought.theme, sought.kind, sought.text))

        await self.attempts.attempt("kinship", look())
        return await message.respond(json.dumps(found).encode())
