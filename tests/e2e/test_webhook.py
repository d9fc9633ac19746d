"""Both bots by webhook: Telegram comes to them, and only whoever knows the secret is let in."""

import asyncio
import socket
from pathlib import Path

import aiohttp

from bots.playground import Playground
from deploy.demo.stage import environ_of, running_up
from deploy.invitations import invite
from deploy.settings import load

TOKENS = {"citizen": "1001:citizens", "moderator": "1002:moderators"}
PATIENCE = 40.0


def two_free_ports() -> int:
    """Return a free port whose neighbour is free too: the moderators' bot listens there."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


async def test_updates_come_in_by_webhook_and_only_with_the_secret(tmp_path: Path, world: Playground) -> None:
    port = two_free_ports()
    citizens, moderators = world.bot(TOKENS["citizen"], "city"), world.bot(TOKENS["moderator"], "moderation")
    environ = environ_of(tmp_path / "home", world.base_url, TOKENS) | {
        "PALABRE_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "PALABRE_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "PALABRE_WEBHOOK_SECRET": "what-only-telegram-knows",
    }
    async with running_up(environ, tmp_path / "log"):
        async with asyncio.timeout(PATIENCE):
            while not (citizens.webhook.get("url") and moderators.webhook.get("url")):  # noqa: ASYNC110 - the look-alike does not tell
                await asyncio.sleep(0.05)
        owner, camille = world.person("Awa"), world.person("Camille")
        link = await invite(load(environ), "owner")
        owner.starts(moderators, link.partition("start=")[2])
        await owner.sees(moderators, "M-1", seconds=PATIENCE)
        camille.starts(citizens)
        await camille.sees(citizens, "Avant de participer", seconds=PATIENCE)

        forged = {"update_id": 1, "message": {"message_id": 1, "date": 0, "text": "/phase", "chat": {"id": 1}}}
        async with aiohttp.ClientSession() as session:
            for bot in (citizens, moderators):
                async with session.post(bot.webhook["url"], json=forged) as answer:
                    assert answer.status == 403
