"""The instance under test: `palabre up` as a process tree of its own, with the look-alike in Telegram's place."""

import asyncio
import csv
import json
import random
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psutil

from bots.playground import Phone, Playground, playground
from bots.playground.accounts import BotAccount, Json, Ledger
from deploy.demo.stage import environ_of
from deploy.invitations import invite
from deploy.settings import Settings, load

THEME, TITLE = "la-viande", "La viande"
STATEMENTS = QUESTIONS = 60  # that people find to vote on and to support
DEBATE = f"{THEME} | Que mangerons-nous demain ? | 2099-12-05 18:30 | Salle Jean-Richepin | 9999"  # S-1
PATIENCE = 90.0  # seconds for anything to happen on a busy machine
IMPATIENCE = 5.0  # seconds for an answer to what is confirmed
TOKENS = {"citizen": "1001:citizens", "moderator": "1002:moderators"}
PARTS = {
    "citizen bot": "palabre bot citizen",
    "moderator bot": "palabre bot moderator",
    "clerk": "palabre worker clerk",
    "cartographer": "palabre worker cartographer",
    "notifier": "palabre notifier",
    "nats-server": "nats-server --config",
}


@dataclass
class Town:
    """An instance, its Telegram, and both bots' ledgers."""

    folder: Path
    world: Playground
    citizens: BotAccount
    moderators: BotAccount
    environ: dict[str, str]
    seeds: frozenset[str] = frozenset()  # texts that were there before anybody wrote
    tree: asyncio.subprocess.Process | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def settings(self) -> Settings:
        return load(self.environ)

    @property
    def ledger(self) -> Ledger:
        """What Telegram saw of the citizens' bot."""
        return ledger_of(self.citizens)

    async def rises(self) -> None:
        """Start `palabre up` and wait until both bots ask for what is new."""
        with (self.folder / "log").open("ab") as log:
            self.tree = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "deploy.cli", "up", env=self.environ, stdout=log, stderr=log
            )
        ended = asyncio.create_task(self.tree.wait())
        listening = asyncio.gather(_listens(self.citizens), _listens(self.moderators))
        either: set[asyncio.Future[Any]] = {ended, listening}
        await asyncio.wait(either, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not listening.done():
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            said = (self.folder / "log").read_text(encoding="utf-8").strip().splitlines()[-1:]
            raise AssertionError(f"palabre up does not listen: {said}")

    async def stops(self) -> float:
        """Send SIGTERM to the leader and return the seconds until it has ended; what is left of the tree is killed."""
        loop = asyncio.get_running_loop()
        left, began = self.processes(), loop.time()
        if self.tree and self.tree.returncode is None:
            self.tree.terminate()
            await self.tree.wait()
        took = loop.time() - began
        await end(left)
        return took

    def processes(self) -> list[psutil.Process]:
        """Return every process of the tree that runs."""
        if self.tree is None or self.tree.returncode is not None:
            return []
        leader = psutil.Process(self.tree.pid)
        return [each for each in (leader, *leader.children(recursive=True)) if runs(each)]

    async def part(self, name: str) -> psutil.Process:
        """Return the process of a part of PARTS (also of a nats-server beside the tree); wait until there is one."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for process in (*self.processes(), *psutil.Process().children()):
                    if PARTS[name] in command_of(process) and runs(process):
                        return process
                await asyncio.sleep(0.02)  # processes of others tell us nothing when they begin

    async def kill(self, name: str) -> None:
        """Kill a part with -9; it is gone when this returns."""
        await end([await self.part(name)])

    async def kill_everything(self) -> None:
        """Kill every process of the tree at once, as a power cut would."""
        await end(self.processes())
        if self.tree:
            await self.tree.wait()

    async def palabre(self, *arguments: str) -> str:
        """Run a command beside the instance, as an administrator would; return what it says on standard output.

        Whoever gives up waiting for it leaves none behind.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "deploy.cli", *arguments,
            env=self.environ, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            out, said = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        if process.returncode:
            raise AssertionError(f"palabre {' '.join(arguments)} ended with {process.returncode}: {said.decode()}")
        return out.decode()

    async def status(self) -> Any:
        return json.loads(await self.palabre("status", "--json"))

    async def export(self) -> Path:
        """Return a folder with the theme's open data as it is now."""
        folder = self.folder / f"export-{next(self._numbers)}"
        await self.palabre("export", THEME, "--to", str(folder))
        return folder

    async def confirmed(self, update: Mapping[str, Any], bot: BotAccount | None = None) -> None:
        """Wait until Telegram has seen an update confirmed."""
        ledger = ledger_of(bot or self.citizens)
        async with asyncio.timeout(PATIENCE):
            await ledger.until(lambda: update["update_id"] in ledger.confirmed)

    async def answered(self, phone: Phone, update: Mapping[str, Any], bot: BotAccount | None = None) -> None:
        """Wait until an update is confirmed, which it is after it was answered; nobody waits long for a lost answer."""
        bot = bot or self.citizens
        await self.confirmed(update, bot)
        with suppress(TimeoutError):
            async with asyncio.timeout(IMPATIENCE):
                while phone.person.id in bot.asked_at:
                    await phone.chat(bot).changed.wait()

    async def member(self, role: str) -> Phone:
        """Return the phone of somebody who was invited to a role and has come."""
        phone, link = self.world.person(role, "fr"), await invite(self.settings, role)
        await self.asks(phone, f"/start {link.partition('start=')[2]}", "M-")
        return phone

    async def asks(self, member: Phone, text: str, *fragments: str) -> Json:
        """Write to the moderators' bot and return its answer."""
        update = member.says(self.moderators, text)
        after = update["message"]["message_id"] + 1
        return await member.sees(self.moderators, *fragments, after=after, seconds=PATIENCE)

    async def all_confirmed(self) -> None:
        """Wait until Telegram holds no update of either bot."""
        async with asyncio.timeout(PATIENCE):
            for bot in (self.citizens, self.moderators):
                await ledger_of(bot).until(lambda bot=bot: not bot.updates)  # type: ignore[misc]  # mypy#12557: a default


@asynccontextmanager
async def town(folder: Path, kind: Callable[..., Town] = Town, **outside: str) -> AsyncIterator[Town]:
    """Found an instance with an open theme, texts to vote on and a debate, and let it run; `outside`: more settings.

    `kind` says how it runs. `outside` names settings without their prefix, such as `DATABASE_URL`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    async with playground() as world:
        citizens, moderators = world.bot(TOKENS["citizen"], "city"), world.bot(TOKENS["moderator"], "moderation")
        citizens.ledger, moderators.ledger = Ledger(), Ledger()
        more = {f"PALABRE_{name}": value for name, value in outside.items()}
        here = kind(folder, world, citizens, moderators, environ_of(folder / "home", world.base_url, TOKENS) | more)
        here.seeds = await _seeded(here)
        try:
            await here.rises()
            await here.asks(await here.member("owner"), f"/newsession {DEBATE}", "S-1")
            yield here
        finally:
            await here.stops()


async def _seeded(here: Town) -> frozenset[str]:
    """Bring in the theme, with admitted opinions and questions; return their texts."""
    chance, file = random.Random(3), here.folder / "seed.csv"
    kinds = ["opinion"] * STATEMENTS + ["question"] * QUESTIONS
    texts = [sentence(chance) for _ in kinds]
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["kind", "id", "author", "text", "language", "target", "value", "created_at"])
        rows.writerows(
            [kind, f"s{number}", f"a{number % 10}", text, "fr", "", "", ""]
            for number, (kind, text) in enumerate(zip(kinds, texts, strict=True))
        )
    await here.palabre("import", str(file), "--theme", THEME, "--admit", "--create-theme", TITLE)
    return frozenset(texts)


def sentence(chance: random.Random) -> str:
    """Return a text that nobody wrote before, and that resembles none."""
    return " ".join("".join(chance.choices("bdfglmnprstvaeiou", k=7)) for _ in range(8)) + " ?"


def ledger_of(bot: BotAccount) -> Ledger:
    assert bot.ledger is not None, "the look-alike keeps a ledger of the bots of a town"
    return bot.ledger


async def _listens(bot: BotAccount) -> None:
    """Wait until a bot calls: asks for updates, confirms some, or names its webhook."""
    await bot.changed.wait()


async def end(processes: Sequence[psutil.Process]) -> None:
    """Kill processes, all before any is waited for; return when none runs."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    async with asyncio.timeout(PATIENCE):
        while any(map(runs, processes)):  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.005)


def runs(process: psutil.Process) -> bool:
    """Say whether a process runs; a zombie has ended, whoever forgets to bury it."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def command_of(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""
