"""`palabre up` as one process tree: it stops clean, and a power cut of all its processes loses nothing."""

import asyncio
from pathlib import Path

import psutil

from bots.playground import Phone, playground
from bots.playground.accounts import BotAccount
from deploy.demo.stage import both_listen, environ_of, running_up
from deploy.invitations import invite
from deploy.settings import load

TOKENS = {"citizen": "1001:citizens", "moderator": "1002:moderators"}
THEME = "l-eau"
PATIENCE = 40.0


async def says(bot: BotAccount, phone: Phone, text: str, *fragments: str) -> None:
    update = phone.says(bot, text)
    await phone.sees(bot, *fragments, after=update["message"]["message_id"] + 1, seconds=PATIENCE)


async def test_what_was_received_survives_the_death_of_every_process_and_a_stop_leaves_none(tmp_path: Path) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    async with playground() as world:
        citizens, moderators = world.bot(TOKENS["citizen"], "city"), world.bot(TOKENS["moderator"], "moderation")
        environ = environ_of(home, world.base_url, TOKENS)
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
            _, alive = await asyncio.to_thread(psutil.wait_procs, tree, PATIENCE)
            assert alive == []

        async with running_up(environ, log) as second:
            await both_listen(second, (citizens, moderators), log)
            await camille.sees(citizens, "✅", "Q-2", seconds=PATIENCE)
            await says(citizens, camille, "/mine", "Q-1", "Q-2")
            tree = psutil.Process(second.pid).children(recursive=True)
            assert len(tree) >= len(("bus", "clerk", "citizen", "moderator", "notifier", "cartographer"))
            second.terminate()
            assert await asyncio.wait_for(second.wait(), 10) == 0
            _, alive = await asyncio.to_thread(psutil.wait_procs, tree, 1)
            assert alive == []
