"""What says the same in other words, in any language: asked over the bus of whoever holds the model.

The model costs seconds to load and memory that only one process should pay. Its answer is a hint: whoever asks waits
no longer for it than a person in a chat does, and goes on without.
"""

import json
from collections.abc import Awaitable, Callable

from nats.aio.client import Client
from pydantic import BaseModel, ConfigDict, Field

from deliberation.lengths import LONGEST
from deliberation.personal_data import mask
from events.base import Slug
from events.bus import UNREACHABLE, BusRefusedError
from events.topology import KIN

PATIENCE = 0.3  # seconds

KinOf = Callable[[str, str, str], Awaitable[tuple[str, ...]]]  # theme, kind, text → references, nearest first


class KinSought(BaseModel):
    """A text whose kin among a theme's admitted texts of one kind is looked for."""

    model_config = ConfigDict(frozen=True)

    theme: Slug
    kind: str = Field(max_length=16)
    text: str = Field(max_length=LONGEST)


async def alone(_theme: str, _kind: str, _text: str) -> tuple[str, ...]:
    """Know of no kin: where nobody holds the model."""
    return ()


class NatsKin:
    """Ask the cartographer; without an answer in time there is no kin."""

    def __init__(self, client: Client, city: str, patience: float = PATIENCE) -> None:
        self._client = client
        self._subject = f"{KIN}.{city}"
        self._patience = patience

    async def __call__(self, theme: str, kind: str, text: str) -> tuple[str, ...]:
        """Return the references of admitted texts that say the same; personal data does not leave here."""
        sought = KinSought(theme=theme, kind=kind, text=mask(text).text[:LONGEST])
        try:
            answer = await self._client.request(self._subject, sought.model_dump_json().encode(), self._patience)
        except (*UNREACHABLE, BusRefusedError):  # its line has told of a right that is missing
            return ()
        return tuple(map(str, json.loads(answer.data)))
