"""What several parts show is one text: each number with its part's name, each family once."""

import asyncio
from collections.abc import Sequence

import pytest
from prometheus_client import CollectorRegistry, Counter
from prometheus_client.core import GaugeMetricFamily, Metric

from deploy.watching.exposition import missing, read, written
from deploy.watching.gauges import Gauges


def gauge(name: str, value: float) -> Metric:
    return GaugeMetricFamily(name, "words", value=value)


def counted(name: str, times: int) -> list[Metric]:
    registry = CollectorRegistry()
    Counter(name, "words", ["kind"], registry=registry).labels("vote.cast").inc(times)
    return list(registry.collect())


def test_families_of_several_parts_are_told_once_and_read_again() -> None:
    text = written([("clerk", [gauge("a", 1), *counted("told", 3)]), ("citizen bot", counted("told", 4))])

    numbers = [line for line in text.decode().splitlines() if not line.startswith("#") and "created" not in line]
    assert numbers == [
        'a{part="clerk"} 1.0',
        'told_total{kind="vote.cast",part="clerk"} 3.0',
        'told_total{kind="vote.cast",part="citizen bot"} 4.0',
    ]
    assert written([("somebody else", read(text))]) == text


def test_who_shows_nothing_is_not_ready() -> None:
    shown = read(written([("clerk", [gauge("palabre_ready", 1)])]))

    [absent] = missing(("clerk", "notifier"), shown).samples
    assert (absent.labels, absent.value) == ({"part": "notifier"}, 0)


class Slow:
    """Something that is read, as quickly as a test wants."""

    def __init__(self) -> None:
        self.reads = 0
        self.may_answer = asyncio.Event()
        self.trouble: Exception | None = None

    async def __call__(self) -> Sequence[Metric]:
        self.reads += 1
        await self.may_answer.wait()
        if self.trouble:
            raise self.trouble
        return [gauge("reads", self.reads)]


async def values(gauges: Gauges) -> list[float]:
    return [sample.value for metric in await gauges.fresh() for sample in metric.samples]


async def test_a_scrape_does_not_wait_for_what_is_slow_and_is_given_it_later() -> None:
    gauges, slow = Gauges(), Slow()
    with gauges.showing({"it": slow}, patience=0.01):
        assert (await values(gauges), await values(gauges), slow.reads) == ([], [], 1)
        slow.may_answer.set()
        assert (await values(gauges), slow.reads) == ([1], 1)
    assert await values(gauges) == []


async def test_what_was_read_a_moment_ago_is_not_read_again() -> None:
    gauges, quick = Gauges(), Slow()
    quick.may_answer.set()
    with gauges.showing({"it": quick}):
        assert (await values(gauges), await values(gauges), quick.reads) == ([1], [1], 1)
    with gauges.showing({"it": quick}, every=0):
        assert (await values(gauges), await values(gauges), quick.reads) == ([2], [3], 3)


async def test_what_cannot_be_read_is_told_once_and_harms_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    gauges, broken, sound = Gauges(), Slow(), Slow()
    broken.trouble = ConnectionError("not to be told")
    broken.may_answer.set()
    sound.may_answer.set()
    with gauges.showing({"the bus": broken, "it": sound}, every=0):
        assert (await values(gauges), await values(gauges)) == ([1], [2])
    assert caplog.messages == ["reading the bus failed (ConnectionError): it is tried again"]
