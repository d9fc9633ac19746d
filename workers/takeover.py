"""What a reader had in hand when it died, and how its successor takes it up: first, in order, and with care.

A fact may be what kills: it makes a library fail, or memory run out. So it is counted how many readers have died at
one place of the stream. From the second on what was in hand is worked one by one; when that does not help, the first
of it is what kills. The count is in the consumer's metadata, because the bus's own starts anew with each successor.
"""

import logging
from dataclasses import dataclass, replace

from nats.js import JetStreamContext
from nats.js.api import ConsumerInfo

from events.topology import DEATHS, DIED_AT, FACTS

log = logging.getLogger(__name__)

CAREFUL = 2  # deaths at one place; the first may be anybody's: a machine that went, an impatient hand
PATIENCE = 1.0  # seconds for the bus to answer somebody who leaves


@dataclass(frozen=True, slots=True)
class Doubt:
    """Facts that were in hand when a reader died: those up to `until`, after so many deaths at one place."""

    until: int = 0
    deaths: int = 0

    def about(self, place: int) -> bool:
        """Say whether the fact at a place of the stream is to be worked by itself."""
        return self.deaths >= CAREFUL and place <= self.until

    def passed(self) -> "Doubt":
        """Return what is in doubt behind the first, which alone is suspected."""
        return replace(self, deaths=min(self.deaths, CAREFUL))


async def take_back(js: JetStreamContext, name: str) -> Doubt:
    """Have what a dead predecessor held offered again: at once, and before newer facts.

    The bus alone would wait for ACK_WAIT, while newer facts pass: a question before its author's consent.
    """
    left = await js.consumer_info(FACTS, name)
    if not left.num_ack_pending or left.delivered is None:
        return Doubt()
    deaths = _deaths(left) + 1
    await _note(js, left, deaths)
    await js.reset_consumer(FACTS, name)
    log.warning("%s: takes back what its predecessor had in hand (deaths at this place: %d)", name, deaths)
    return Doubt(left.delivered.stream_seq, deaths)


async def leave(js: JetStreamContext, name: str) -> None:
    """Leave in order: whatever is still in hand, its reader has not died of it."""
    left = await js.consumer_info(FACTS, name, PATIENCE)
    if left.num_ack_pending:
        await _note(js, left, _deaths(left) - 1)


def _deaths(left: ConsumerInfo) -> int:
    """Return how many readers died where the first fact in hand lies."""
    noted = left.config.metadata or {}
    return int(noted.get(DEATHS, 0)) if noted.get(DIED_AT) == _place(left) else 0


async def _note(js: JetStreamContext, left: ConsumerInfo, deaths: int) -> None:
    noted = {**(left.config.metadata or {}), DIED_AT: _place(left), DEATHS: str(deaths)}
    await js.add_consumer(FACTS, left.config.evolve(metadata=noted), PATIENCE)


def _place(left: ConsumerInfo) -> str:
    return str(left.ack_floor.stream_seq if left.ack_floor else 0)
