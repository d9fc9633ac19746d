"""A short story of an instance that was stopped in order: words, votes, decisions, a publication, a dead letter."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from nats.js.api import Header

from deploy.imports.importing import applied, applying
from deploy.wiring import Instance, instance
from events.base import Event, Outcome
from events.results import PublicationConfirmed, PublicationRequested
from tests.fakes import Town
from tests.faults.town import THEME, sentence
from tests.integration.deploy.conftest import Command, new_command

PEOPLE = 6
AGENDA = {"items": [{"title": "La cantine", "minutes": 30, "questions": ["Q-1", "Q-2"]}], "not_selected": []}


class TownOnTheBus(Town):
    """A town whose acts are told to the bus and decided by the clerk."""

    def __init__(self, parts: Instance) -> None:
        super().__init__(parts.engine)
        self._bus = parts.bus

    async def apply(self, *facts: Event) -> list[Outcome]:
        outcomes = [await self._bus.decide(fact) for fact in facts]
        return [outcome for outcome in outcomes if outcome]


async def story_in(folder: Path) -> Command:
    """Let the story happen; return the command that looks at what is left of it."""
    palabre = new_command(folder)
    await palabre.bring_in(_rows(), "--admit")
    await palabre.move(THEME, "deliberating")
    async with instance(palabre.settings) as parts, applying(parts):
        await _published(TownOnTheBus(parts))
        headers = {Header.MSG_ID.value: "poison"}
        await parts.client.jetstream().publish("palabre.x.theme.drafted", b"not even JSON", headers=headers)
        await applied(parts)
    return palabre


def copied(palabre: Command, folder: Path) -> Command:
    """Return the command for a copy of the story's data folder."""
    copy = new_command(folder)
    shutil.copytree(palabre.home, copy.home)
    return copy


def _rows() -> Iterator[str]:
    """Yield what is imported: everybody asks, says, supports and votes."""
    chance = random.Random(5)
    for author in range(PEOPLE):
        yield f"question,q{author},a{author},{sentence(chance)},fr,,,"
        yield f"opinion,o{author},a{author},{sentence(chance)},fr,,,"
    for author in range(PEOPLE):
        for about in range(PEOPLE):
            yield f"support,s{author}-{about},a{author},,,q{about},,"
            yield f"vote,v{author}-{about},a{author},,,o{about},{chance.choice(('agree', 'disagree', 'pass'))},"


async def _published(town: Town) -> None:
    """A debate is planned, and two moderators publish its agenda."""
    await town.debate()
    mia, ove = await town.member("mia"), await town.member("ove")
    request = {"by": mia, "theme": THEME, "result": "agenda", "input_hash": "0" * 64, "content": AGENDA}
    requested = town.fact(PublicationRequested, **request)
    await town.apply(requested)
    await town.act(PublicationConfirmed, by=ove, publication=requested.event_id)
