"""The bus is killed: people are told at once that their words wait, nothing is lost, an embedded one comes back."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from subprocess import DEVNULL

import nats
import psutil
from nats.errors import Error as NatsError

from bots.playground import Phone
from deploy.bus.embedded import nats_at
from deploy.settings import load
from deploy.wiring import instance
from events.citizens import CitizenImported
from tests.fakes import NOON, person
from tests.integration.bots.exchange import TOKEN, Exchange
from tests.servers import server

PARTS = (("worker", "clerk"), ("bot", "citizen"))


@asynccontextmanager
async def bus(folder: Path, port: int) -> AsyncIterator[str]:
    """Run an outside nats-server, which is killed at the end."""
    program = str(Path(sys.executable).with_name("nats-server"))
    arguments = ("-js", "-sd", str(folder), "-a", "127.0.0.1", "-p", str(port))
    process = await asyncio.create_subprocess_exec(program, *arguments, stdout=DEVNULL, stderr=DEVNULL)
    try:
        yield f"nats://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


@asynccontextmanager
async def part(environ: dict[str, str], *arguments: str) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "deploy.cli", *arguments, env=environ)
    try:
        yield
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 10) == 0


def environment(exchange: Exchange, home: Path, address: str) -> dict[str, str]:
    """Return the environment of the parts, which find the bus at an address."""
    settings = {
        "PALABRE_HOME": str(home),
        "PALABRE_NATS_URL": address,
        "PALABRE_TELEGRAM_API": exchange.world.base_url,
        "PALABRE_CITIZEN_BOT_TOKEN": TOKEN,
        "PALABRE_SECRET": "a secret of sixteen",
        "PALABRE_LOG_LEVEL": "ERROR",
    }
    return settings | {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")}


def palabre_of(environ: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name.startswith("PALABRE_")}


async def test_while_the_bus_is_away_people_are_told_at_once_and_their_words_arrive_after(
    exchange: Exchange, tmp_path: Path
) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = int(one.getsockname()[1])
    environ = environment(exchange, tmp_path, f"nats://127.0.0.1:{port}")
    settings = palabre_of(environ)
    async with AsyncExitStack() as parts:
        async with bus(tmp_path / "store", port):
            async with instance(load(settings)):
                pass  # schema, streams and consumers
            for arguments in PARTS:
                await parts.enter_async_context(part(environ, *arguments))
            ada = await a_citizen(exchange)
        asked = time.perf_counter()
        said = ada.says(exchange.bot, "/themes")["message"]["message_id"]
        await ada.sees(exchange.bot, "Rien n’est perdu", after=said)
        assert time.perf_counter() - asked < 1.5  # a second, and the noise of a machine under test
        assert exchange.waiting() == ["/themes"]
        async with bus(tmp_path / "store", port), instance(load(settings)) as beside:
            await ada.sees(exchange.bot, "Aucune", after=said, seconds=20)
            await exchange.all_confirmed()
            decided = [await beside.bus.decide(imported(beside.settings.city, number)) for number in range(4)]
        assert decided[-1]  # the clerk is back too


async def test_while_the_bus_stands_still_people_are_told_once_and_answered_after(
    exchange: Exchange, tmp_path: Path
) -> None:
    async with server(tmp_path) as found:
        environ = environment(exchange, tmp_path, found.address)
        async with instance(load(palabre_of(environ))):
            pass  # schema, streams and consumers
        async with part(environ, "worker", "clerk"), part(environ, "bot", "citizen"):
            ada = await a_citizen(exchange)
            before = len(ada.screen(exchange.bot))
            async with found.frozen():
                asked = time.perf_counter()
                said = ada.says(exchange.bot, "/themes")["message"]["message_id"]
                await ada.sees(exchange.bot, "Rien n’est perdu", after=said)
                assert time.perf_counter() - asked < 1.5  # a second, and the noise of a machine under test
                assert exchange.waiting() == ["/themes"]
            await ada.sees(exchange.bot, "Aucune", after=said, seconds=20)
            await exchange.all_confirmed()
    assert ["Rien n’est perdu" in text for text in ada.screen(exchange.bot)[before:]] == [True, False]


def imported(city: str, number: int) -> CitizenImported:
    return CitizenImported(event_id=person(number), city=city, occurred_at=NOON, citizen=person(number))


async def a_citizen(exchange: Exchange) -> Phone:
    """Return the phone of somebody who has consented; both parts are then up."""
    ada = exchange.phone()
    ada.starts(exchange.bot)
    await ada.sees(exchange.bot, "Clermont-Ferrand", seconds=60)
    ada.presses(exchange.bot, "Je suis d’accord")
    await ada.sees(exchange.bot, "Merci", seconds=30)
    await exchange.all_confirmed()
    return ada


async def test_an_embedded_bus_that_is_killed_is_started_again_where_its_clients_look_for_it(tmp_path: Path) -> None:
    async with nats_at(tmp_path, own=True) as address:
        client = await nats.connect(address, reconnect_time_wait=0.05, max_reconnect_attempts=-1)
        stream = client.jetstream(timeout=1)
        await stream.add_stream(name="KEPT", subjects=["kept"])
        await stream.publish("kept", b"before")
        for process in psutil.Process().children():
            if process.name() == "nats-server":
                process.send_signal(signal.SIGKILL)
        async with asyncio.timeout(20):
            while True:
                try:
                    await stream.publish("kept", b"after")
                    break
                except NatsError:
                    continue
        kept = [(await stream.get_msg("KEPT", seq=number)).data for number in (1, 2)]
        await client.close()
    assert (kept, list((tmp_path / "nats").glob("address"))) == ([b"before", b"after"], [])
