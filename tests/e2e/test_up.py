"""`palabre up` as one process tree: it stops clean, and a power cut of all its processes loses nothing."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import psutil

from bots.playground import Phone, Playground
from bots.playground.accounts import BotAccount
from deploy.bus.embedded import nats_at
from deploy.demo.stage import both_listen, environ_of, running_up
from deploy.invitations import invite
from deploy.settings import load
from tests.conftest import Postgres

TOKENS = {"citizen": "1001:citizens", "moderator": "1002:moderators"}
THEME = "l-eau"
PATIENCE = 40.0


async def says(bot: BotAccount, phone: Phone, text: str, *fragments: str) -> None:
    update = phone.says(bot, text)
    await phone.sees(bot, *fragments, after=update["message"]["message_id"] + 1, seconds=PATIENCE)


async def are_gone(tree: Sequence[psutil.Process], seconds: float) -> None:
    """Wait until no process runs any more; a zombie has ended, whoever forgets to bury it."""
    async with asyncio.timeout(seconds):
        while any(map(runs, tree)):  # noqa: ASYNC110 - processes of others tell us nothing when they end
            await asyncio.sleep(0.05)


def runs(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


async def test_of_its_own_bus_and_database_it_loses_nothing(tmp_path: Path, world: Playground) -> None:
    await dies_and_goes_on(tmp_path, world, {})


async def test_with_postgresql_and_an_outside_bus_it_loses_nothing(
    tmp_path: Path, postgres: Postgres, world: Playground
) -> None:
    database = await postgres.create("template1")
    async with postgres.durable(), nats_at(tmp_path / "bus") as bus:
        outside = {"PALABRE_DATABASE_URL": postgres.url(database), "PALABRE_NATS_URL": bus}
        await dies_and_goes_on(tmp_path, world, outside)
    await postgres.drop(database)


async def dies_and_goes_on(tmp_path: Path, world: Playground, outside: dict[str, str]) -> None:
    """Kill every process while a question is under way; the next `up` answers it, and then stops without a trace."""
    home, log = tmp_path / "home", tmp_path / "log"
    citizens, moderators = world.bot(TOKENS["citizen"], "city"), world.bot(TOKENS["moderator"], "moderation")
    environ = environ_of(home, world.base_url, TOKENS) | outside
    owner, camille = world.person("Awa"), world.person("Camille")

    async with running_up(environ, log) as first:
        await both_listen(first, (citizens, moderators), log)
        link = await invite(load(environ), "owner")
        await says(moderators, owner, f"/start {link.partition('start=')[2]}", "M-1")
        await says(moderators, owner, "/newtheme L’eau", THEME)
        await says(moderators, owner, f"/phase {THEME} collecting", "L’eau")
        camille.starts(citizens)
        await camille.sees(citizens, "Avant de participer", seconds=PATIENCE)
        camille.presses(citizens, "Je suis d’accord")
        await camille.sees(citizens, "Merci", seconds=PATIENCE)
        await says(citizens, camille, "/ask Pourquoi l’eau est-elle si chère cette année ?", "Q-1")
        tree = [psutil.Process(first.pid), *psutil.Process(first.pid).children(recursive=True)]
        camille.says(citizens, "/ask Qui décide du prix de l’eau dans la ville ?")
        for process in tree:
            process.kill()
        await are_gone(tree, PATIENCE)

    async with running_up(environ, log) as second:
        await both_listen(second, (citizens, moderators), log)
        await camille.sees(citizens, "✅", "Q-2", seconds=PATIENCE)
        await says(citizens, camille, "/mine", "Q-1", "Q-2")
        tree = psutil.Process(second.pid).children(recursive=True)
        assert len(tree) == len(("nursery", "clerk", "citizen", "moderator", "notifier", "cartographer")) + (
            not outside
        )
        second.terminate()
        assert await asyncio.wait_for(second.wait(), 10) == 0
        await are_gone(tree, 2)
