"""`palabre topics`: what is found and what a moderator made of it, the same after the record was worked again."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.imports.importing import applied, applying
from deploy.schemas import TopicList
from deploy.wiring import instance
from events.base import Event, fact_id
from events.moderation import InvitationAccepted, InvitationMade
from events.topics import TopicRenamed, TopicsMerged
from storage.tables.contributions import Contribution
from tests.conftest import NOON
from tests.fakes import MEAT, person
from tests.integration.deploy.conftest import Command
from tests.integration.deploy.test_import import ROWS

pytestmark = pytest.mark.nats

CODE = sha256(b"mia").hexdigest()


def fact(kind: type[Event], *about: object, **fields: Any) -> Event:
    given = {"event_id": fact_id("topics", kind.kind, *about), "city": "clermont-ferrand", "occurred_at": NOON}
    return kind.model_validate({**given, **fields})


async def changed(palabre: Command) -> None:
    """Have a moderator make one topic of all, and give it a title."""
    async with instance(palabre.settings) as parts, applying(parts):
        async with AsyncSession(parts.engine) as session:
            one, two, three = (await session.exec(select(Contribution.id).order_by(Contribution.reference))).all()
        by = {"by": person("mia"), "theme": MEAT}
        for each in (
            fact(InvitationMade, by=None, role="moderator", code_hash=CODE, expires_at=NOON + timedelta(days=1)),
            fact(InvitationAccepted, member=person("mia"), code_hash=CODE),
            fact(TopicsMerged, 1, **by, contributions=(one,), target=(three,)),
            fact(TopicsMerged, 2, **by, contributions=(two,), target=(three,)),
            fact(TopicRenamed, **by, contributions=(one, two, three), title="La cantine"),
        ):
            await parts.bus.publish(each)
        await applied(parts)


async def test_topics_are_told_as_they_were_changed_and_stay_so_after_a_replay(palabre: Command) -> None:
    await palabre.bring_in(ROWS, "--admit")
    before = await palabre("topics", MEAT, "--json", "--compute")
    await changed(palabre)
    after = await palabre("topics", MEAT, "--json", "--compute")
    agenda = (await palabre("agenda", MEAT, "--json", "--compute")).json
    replayed, verified = await palabre("replay"), await palabre("verify", "--json")
    again = await palabre("topics", MEAT, "--json", "--compute")

    found = TopicList.model_validate(before.json)
    assert sorted(ref for topic in found.topics for ref in topic.contributions) == ["O-1", "Q-1", "T-1"]
    assert found.input_hash != after.json["input_hash"]
    assert [(topic["title"], topic["people"]) for topic in after.json["topics"]] == [("La cantine", 2)]
    assert [item["title"] for item in agenda["items"]] == ["La cantine"]
    assert (replayed.code, verified.json["faults"], again.out) == (0, [], after.out)
    text = (await palabre("topics", MEAT)).out
    assert "La cantine (3 contributions, 2 people)" in text
