"""Three nats-servers that keep three copies: the facts' leader is killed again and again, under load of both bots.

The servers write to the disk when they like (`sync_interval` is as it comes): what keeps the facts is that two of them
always have them. A question that is asked the moment after the kill says how long everything stands still.
"""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

import nats
from nats.errors import Error as NatsError
from nats.js import JetStreamContext

from bots.playground import Phone
from events import topology
from tests.faults.load import Crowd
from tests.faults.table import NOTHING, Row, Sheet
from tests.faults.test_network import Shift, everything, is_received, joined
from tests.faults.town import PATIENCE, Town, town
from tests.servers import Node, agreed, cluster

STREAMS = (topology.FACTS, topology.DEAD, topology.BUCKET)


async def test_a_cluster_survives_its_leader(tmp_path: Path, table: Sheet, chance: random.Random, full: bool) -> None:
    tries, acts = (10, 20_000) if full else (1, 80)
    async with cluster(tmp_path / "bus") as nodes:
        addresses = [node.address for node in nodes.values()]
        client = await nats.connect(addresses, max_reconnect_attempts=-1, error_cb=unheard)
        js = client.jetstream(timeout=2)
        await agreed(js)
        async with town(tmp_path / "town", NATS_URL=",".join(addresses)) as here:
            crowd, shift = Crowd(here, chance), Shift(here, await here.member("moderator"))
            hunt = Hunt(here, nodes, js, await joined(here), chance)
            enough = asyncio.Event()
            async with asyncio.TaskGroup() as group:
                group.create_task(crowd.writes(acts, enough))
                group.create_task(shift.works(enough))
                stalls = [await hunt.kill_the_leader(acts // tries) for _ in range(tries)]
                enough.set()
            found = await everything(here)
        await client.close()
    row = table.add(
        Row(
            fault="kill -9 leader of three nats-servers",
            tries=tries,
            facts=found.facts,
            lost=found.lost,
            twice=found.twice,
            recovery_s=max(stalls),
            bar=NOTHING,
            kept=found.kept,
            why=", ".join(filter(None, ("the longest that all stood still", found.why))),
        )
    )
    assert row.kept


async def unheard(_error: Exception) -> None:
    """A server was killed: that is the point."""


@dataclass
class Hunt:
    """Who kills leaders, and lets them come back."""

    here: Town
    nodes: dict[str, Node]
    js: JetStreamContext
    witness: Phone
    chance: random.Random

    async def kill_the_leader(self, within: int) -> float:
        """Kill it somewhere in the next acts; return how long nobody's words had any effect."""
        confirmed, loop = self.here.ledger.confirmed, asyncio.get_running_loop()
        point = len(confirmed) + self.chance.randrange(within)
        await self.here.ledger.until(lambda: len(confirmed) >= point)
        leader = await self.leader()
        began = loop.time()
        await self.nodes[leader].dies()
        async with asyncio.timeout(PATIENCE):
            await is_received(self.here, self.witness, self.chance)
        took = loop.time() - began
        await self.nodes[leader].rises()
        await self.in_step()
        return took

    async def leader(self) -> str:
        info = await self.js.stream_info(topology.FACTS)
        assert info.config.num_replicas == topology.COPIES
        assert info.cluster
        assert info.cluster.leader
        return info.cluster.leader

    async def in_step(self) -> None:
        """Wait until every server has every copy again: of three only one may be lost."""
        async with asyncio.timeout(PATIENCE):
            while not all([await self._is_whole(stream) for stream in STREAMS]):  # noqa: ASYNC110
                await asyncio.sleep(0.1)  # a server tells nobody when it has caught up

    async def _is_whole(self, stream: str) -> bool:
        try:
            found = (await self.js.stream_info(stream)).cluster
        except NatsError:  # nobody leads yet
            return False
        return bool(found and found.leader and all(each.current for each in found.replicas or ()))
