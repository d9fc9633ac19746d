"""What is looked up for /metrics: how much waits, since when, what was given up; at most every 15 seconds.

A scrape waits a moment for newer readings, and shows the last ones where they take longer; what is older than a minute
is not shown any more, so that nobody takes it for the present.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf

from prometheus_client.core import GaugeMetricFamily, Metric

from deploy.backups.rotation import last
from deploy.wiring import Instance, now
from events import topology
from storage.read_models.waiting import Backlog, waiting_of
from workers.reception import Attempts

Read = Callable[[], Awaitable[Sequence[Metric]]]
Looks = Callable[[Instance], Mapping[str, Read]]

EVERY, STALE = 15.0, 60.0  # seconds
PATIENCE = 0.4  # of a scrape, which must not take longer than a second, nor answer its tree too late


class Gauges:
    """The newest readings of one part, each taken anew when somebody wants to see it."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}

    @contextmanager
    def showing(self, reads: Mapping[str, Read], *, every: float = EVERY, patience: float = PATIENCE) -> Iterator[None]:
        """Show these readings as long as the context lasts; `patience`: seconds that a scrape waits for one."""
        self._readings |= {name: Reading(name, read, every, patience) for name, read in reads.items()}
        try:
            yield
        finally:
            for name in reads:
                self._readings.pop(name).leave()

    async def fresh(self) -> list[Metric]:
        readings = list(self._readings.values())
        await asyncio.gather(*(reading.renew() for reading in readings))
        return [metric for reading in readings for metric in reading.shown()]


class Reading:
    """One thing that is read: what it was, and when."""

    def __init__(self, name: str, read: Read, every: float, patience: float) -> None:
        self._name = name
        self._read = read
        self._every = every
        self._patience = patience
        self._attempts = Attempts()
        self._clock = asyncio.get_running_loop().time
        self._known: Sequence[Metric] = ()
        self._begun, self._taken = -inf, -inf
        self._reading: asyncio.Task[bool] | None = None

    async def renew(self) -> None:
        """Read anew where it is time for that, and wait for it, but not for long."""
        if self._clock() - self._begun >= self._every and (self._reading is None or self._reading.done()):
            self._begun = self._clock()
            self._reading = asyncio.create_task(self._attempts.attempt(f"reading {self._name}", self._take()))
        if self._reading:
            await asyncio.wait({self._reading}, timeout=self._patience)

    async def _take(self) -> None:
        self._known = await self._read()
        self._taken = self._clock()

    def shown(self) -> Sequence[Metric]:
        return self._known if self._clock() - self._taken < STALE else ()

    def leave(self) -> None:
        if self._reading:
            self._reading.cancel()


def nothing(_parts: Instance) -> Mapping[str, Read]:
    """Look nothing up: another part does."""
    return {}


def of_instance(parts: Instance) -> Mapping[str, Read]:
    """Look up what concerns the instance as a whole; whoever is or may become the clerk does."""
    return {"what waits": partial(of_memory, parts), "the bus": partial(of_bus, parts)}


async def of_memory(parts: Instance) -> list[Metric]:
    """Read what waits in the tables, and when the instance was last backed up."""
    moment = now()
    found = await waiting_of(parts.engine, moment)

    def age(backlog: Backlog) -> float:
        return (moment - backlog.oldest).total_seconds() if backlog.oldest else 0

    backup = last(parts.settings.home / "backups")
    return [
        _gauge("queue_items", "Contributions that wait for a moderator", found.queue.waiting),
        _gauge("queue_oldest_seconds", "For how long the oldest of them has waited", age(found.queue)),
        _gauge("letters_due", "Letters about one's own affairs whose time has come", found.letters.waiting),
        _gauge("letters_due_oldest_seconds", "For how long the oldest of them is overdue", age(found.letters)),
        _gauge("erasures_open", "People whose erasure is not finished", found.erasures.waiting),
        _gauge("erasures_oldest_seconds", "For how long the oldest of them has waited", age(found.erasures)),
        _gauge("outbox_facts", "Facts that were decided and not yet told to the bus", found.outbox),
        _gauge("record_entries", "Entries of the record", found.record),
        _gauge(
            "backup_last_success_timestamp_seconds",
            "When the last backup succeeded; 0: never",
            backup.timestamp() if backup else 0,
        ),
    ]


async def of_bus(parts: Instance) -> list[Metric]:
    """Read how far each reader is behind, and how much was given up."""
    js = parts.client.jetstream()
    pending = GaugeMetricFamily("palabre_reader_pending", "Facts that a reader was not offered yet", labels=["reader"])
    in_hand = GaugeMetricFamily("palabre_reader_ack_pending", "Facts that it has in hand", labels=["reader"])
    again = GaugeMetricFamily("palabre_reader_redelivered", "Of those, offered more than once", labels=["reader"])
    for reader in topology.readers():
        info = await js.consumer_info(topology.FACTS, reader.name)
        pending.add_metric([reader.name], info.num_pending or 0)
        in_hand.add_metric([reader.name], info.num_ack_pending or 0)
        again.add_metric([reader.name], info.num_redelivered or 0)
    dead = (await js.stream_info(topology.DEAD)).state.messages
    return [pending, in_hand, again, _gauge("dead_letters", "Facts and updates that were given up", dead)]


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"palabre_{name}", text, value=value)
