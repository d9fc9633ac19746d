"""The strip beside the phones on a real bus: what passes is seen within half a second, and nobody's words or name."""

import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator
from uuid import uuid4

import aiohttp
import pytest

from bots.playground import Playground, playground
from deploy.demo.watching import watching
from deploy.reading import clerk_at_work
from deploy.wiring import Instance, instance
from events.base import Event
from events.citizens import CitizenJoined
from events.contributions import QuestionAsked
from events.themes import PhaseMoved, ThemeDrafted
from events.votes import VoteCast
from tests.conftest import NOON
from tests.integration.bots.test_phones_page import Live
from tests.integration.deploy.conftest import Command

pytestmark = pytest.mark.nats

BAR = 0.5  # seconds
SECRET = "zébrulon"


@pytest.fixture
async def parts(palabre: Command) -> AsyncIterator[Instance]:
    async with instance(palabre.settings) as parts:
        yield parts


def fact(parts: Instance, kind: type[Event], **fields: object) -> Event:
    base = {"event_id": uuid4(), "city": parts.settings.city, "occurred_at": NOON}
    return kind.model_validate({**base, **fields})


async def test_a_fact_is_on_the_strip_within_half_a_second(parts: Instance) -> None:
    delays = []
    async with (
        playground() as world,
        watching(parts, world.strip),
        aiohttp.ClientSession(world.base_url) as session,
        session.get("/live") as answer,
    ):
        live = Live(answer.content)
        await live.next()
        for number in range(40):
            await asyncio.sleep(0.07 * (number % 5))  # at any moment of the page's breath
            await parts.bus.publish(fact(parts, VoteCast, theme="t", statement=uuid4(), citizen=uuid4(), value=1))
            begun = time.perf_counter()
            while not (await live.next())["lines"]:
                pass
            delays.append(time.perf_counter() - begun)
    assert max(delays) <= BAR, f"median {statistics.median(delays):.3f} s, worst {max(delays):.3f} s"


async def test_the_way_of_a_question_is_seen_without_its_words(parts: Instance) -> None:
    citizen = uuid4()
    facts = [
        fact(parts, ThemeDrafted, by=None, title="La viande", slug="la-viande"),
        fact(parts, PhaseMoved, by=None, theme="la-viande", phase="collecting"),
        fact(parts, CitizenJoined, citizen=citizen, language="fr"),
        fact(parts, QuestionAsked, theme="la-viande", citizen=citizen, text=f"Pourquoi le {SECRET} est-il si cher ?"),
        fact(parts, QuestionAsked, theme="nowhere", citizen=citizen, text=f"Où est passé le {SECRET} de la ville ?"),
    ]
    world = Playground()
    async with watching(parts, world.strip), clerk_at_work(parts):
        for each in facts:
            await parts.bus.decide(each)
            await asyncio.sleep(0.6)  # each thing in a line of its own
        seen = [(line.station, line.kind, line.reference) for line in world.strip.lines()]
    assert [each for each in seen if each[0] != "cartographer"] == [
        ("bus", "theme.drafted", ""),
        ("clerk", "drafted", ""),
        ("bus", "theme.phase_moved", ""),
        ("clerk", "moved", ""),
        ("bus", "citizen.joined", ""),
        ("clerk", "joined", ""),
        ("bus", "question.asked", ""),
        ("clerk", "received", "Q-1"),
        ("bus", "question.asked", ""),
        ("clerk", "refused.unknown_theme", ""),
    ]
    told = json.dumps([[*each] for each in seen])
    assert (SECRET in told, str(citizen) in told) == (False, False)
