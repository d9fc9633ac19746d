"""The `palabre` command, called here or as a process of its own, in a data folder of this test's own."""

import asyncio
import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exception
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner

from bots.playground.server import Playground, playground
from deploy.cli import main
from deploy.imports.importing import applying
from deploy.settings import PREFIX, Settings, load
from deploy.wiring import instance
from events.themes import PhaseMoved
from tests.conftest import NOON

CITIZEN, MODERATOR = f"700001:{'C' * 35}", f"700002:{'M' * 35}"
HEADER = "kind,id,author,text,language,target,value,created_at"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out, self.err
        return json.loads(self.out)

    @property
    def slip(self) -> tuple[int, str, int]:
        """Return code, standard output, and the number of lines on standard error: a slip is (1 or 2, "", 1)."""
        return self.code, self.out, len(self.err.splitlines())


@dataclass
class Command:
    """Runs `palabre …` with an environment in which nothing is set but what is given here."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    async def __call__(self, *arguments: object, **changed: str | None) -> Answer:
        """Run a command in this process: what it loads is loaded once for all tests."""
        return await asyncio.to_thread(self._called, [*map(str, arguments)], {**self.environ, **changed})

    def _called(self, arguments: list[str], environ: Mapping[str, str | None]) -> Answer:
        unset = dict.fromkeys(name for name in os.environ if name.startswith(PREFIX))
        with as_it_was():
            result = CliRunner().invoke(main, arguments, env={**unset, **environ}, prog_name="palabre")
        failed = result.exception and not isinstance(result.exception, SystemExit)
        traceback = "".join(format_exception(result.exception)) if failed else ""
        return Answer(result.exit_code, result.stdout, result.stderr + traceback)

    async def apart(self, *arguments: object, **changed: str | None) -> Answer:
        """Run a command as a process of its own, and wait for its end."""
        process = await self.start(*arguments, **changed)
        out, err = await process.communicate()
        return Answer(int(process.returncode or 0), out.decode(), err.decode())

    async def start(self, *arguments: object, **changed: str | None) -> asyncio.subprocess.Process:
        environ = {**self.environ, **changed}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "deploy.cli",
            *map(str, arguments),
            env={name: value for name, value in environ.items() if value is not None},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    @property
    def home(self) -> Path:
        return Path(self.environ["PALABRE_HOME"])

    @property
    def settings(self) -> Settings:
        return load(self.environ)

    def file(self, rows: Iterable[str], name: str = "rows.csv") -> Path:
        """Write a file of the format `palabre`."""
        path = self.folder / name
        path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
        return path

    async def bring_in(self, rows: Iterable[str], *options: str) -> Answer:
        """Import rows into the theme `la-viande`."""
        return await self("import", self.file(rows), "--theme", "la-viande", "--create-theme", "La viande", *options)

    async def move(self, theme: str, phase: str) -> None:
        """Move a theme to a phase, as the administrator may."""
        moved = {"event_id": uuid4(), "city": self.settings.city, "occurred_at": NOON, "by": None}
        async with instance(self.settings) as parts, applying(parts):
            await parts.bus.decide(PhaseMoved.model_validate({**moved, "theme": theme, "phase": phase}))


@contextmanager
def as_it_was() -> Iterator[None]:
    """Let a command set up its log and its rights to files, and take both back."""
    root, mask = logging.getLogger(), os.umask(0o022)
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        os.umask(mask)


@pytest.fixture
def palabre(tmp_path: Path) -> Command:
    return new_command(tmp_path)


def new_command(folder: Path) -> Command:
    """Return the command with a data folder in `folder`."""
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PALABRE_HOME": str(folder / "home"),
        "PALABRE_SECRET": "a secret of sixteen",
    }
    return Command(folder, environ)


@pytest.fixture
async def telegram(palabre: Command) -> AsyncIterator[Playground]:
    """The Bot API look-alike, which knows both bots; the command is pointed at it."""
    async with playground() as world:
        world.bot(CITIZEN, "palabre_citizen_bot")
        world.bot(MODERATOR, "palabre_moderator_bot")
        palabre.environ |= {
            "PALABRE_TELEGRAM_API": world.base_url,
            "PALABRE_WEB_PORT": "0",
            "PALABRE_CITIZEN_BOT_TOKEN": CITIZEN,
            "PALABRE_MODERATOR_BOT_TOKEN": MODERATOR,
        }
        yield world
