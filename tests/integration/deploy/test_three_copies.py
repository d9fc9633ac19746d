"""Three copies of each worker, of which one is killed in the midst of it, give what one copy gives."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Postgres
from tests.integration.deploy.conftest import Command, new_command
from tests.servers import server

pytestmark = [pytest.mark.nats, pytest.mark.timeout(300)]

COPIES = 3
PEOPLE, TEXTS = 60, 30  # who write and vote; how many questions, and as many statements
WORDS = (
    "viande élevage cantine boucher prairie marché légumes enfants prix climat santé vache ferme repas école".split()
)


def rows() -> Iterator[str]:
    """Yield what people of two camps wrote, voted and supported."""
    chance = random.Random(11)
    for kind in ("question", "opinion"):
        for number in range(TEXTS):
            yield f"{kind},{kind}{number},a{number},{' '.join(chance.sample(WORDS, 7))} numéro {number} ?,,,,"
    for person in range(PEOPLE):
        for number in range(TEXTS):
            value = "agree" if (person + number) % 2 == 0 or chance.random() < 0.1 else "disagree"
            yield f"vote,v{person}-{number},a{person},,,opinion{number},{value},"
        yield f"support,s{person},a{person},,,question{(person + 1) % TEXTS},,"


def to_import(command: Command) -> tuple[object, ...]:
    return "import", command.file(rows()), "--theme", "la-viande", "--create-theme", "La viande", "--admit"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def postgresql(request: pytest.FixtureRequest) -> Postgres | None:
    """The database: SQLite (None) or PostgreSQL."""
    return request.getfixturevalue("postgres") if request.param == "postgresql" else None


@pytest.fixture
async def shared(postgresql: Postgres | None, tmp_path: Path) -> AsyncIterator[Command]:
    """An instance whose bus and database stand outside its workers."""
    command = new_command(tmp_path)
    (tmp_path / "bus").mkdir()
    async with server(tmp_path / "bus") as bus:
        command.environ["PALABRE_NATS_URL"] = bus.address
        if postgresql:
            command.environ["PALABRE_DATABASE_URL"] = postgresql.url(await postgresql.create())
        for preparing in ("migrate", "topology"):
            assert (await command(preparing)).code == 0
        yield command


@asynccontextmanager
async def copies(command: Command) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    """Run three times all workers; whoever is left at the end is told to stop."""
    processes = [await command.start("worker", "all", PALABRE_LOG_LEVEL="ERROR") for _ in range(COPIES)]
    async with AsyncExitStack() as stack:
        for process in processes:
            stack.push_async_callback(process.communicate)
            stack.callback(stop, process)
        yield processes


def stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()


async def results(command: Command) -> list[Any]:
    """Return what the theme has come to."""
    said = [await command(name, "la-viande", "--json", "--compute") for name in ("agenda", "map", "summary", "topics")]
    return [(await command("status", "--json")).json["contributions"], *(each.json for each in said)]


async def test_three_copies_give_what_one_gives(shared: Command, tmp_path_factory: pytest.TempPathFactory) -> None:
    async with copies(shared) as workers:
        importing = await shared.start(*to_import(shared))
        assert importing.stderr is not None
        await importing.stderr.readline()  # a tenth of it is applied
        workers[0].kill()
        _, said = await importing.communicate()
        assert importing.returncode == 0, said.decode()
        together = await results(shared)

    alone = new_command(tmp_path_factory.mktemp("alone"))
    assert (await alone(*to_import(alone))).code == 0
    assert together == await results(alone)
