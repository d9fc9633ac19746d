"""How a command speaks: its answer on standard output, all else on standard error, a person's slip in one line."""

import json
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from deploy.settings import Settings

T = TypeVar("T")

FAILED, WRONG_USAGE = 1, 2


class Slip(click.ClickException):
    """A person's slip, or a world that is away: one line on standard error."""

    exit_code: int = WRONG_USAGE  # type: ignore[misc]  # click declares it for the class; ours differs by instance

    def __init__(self, message: str, code: int = WRONG_USAGE) -> None:
        super().__init__(message)
        self.exit_code = code

    def show(self, file: Any = None) -> None:
        click.echo(f"palabre: {self.message}", file=file, err=True)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work; what is away or wrong becomes one line."""
    import uvloop
    from nats.errors import Error as NatsError
    from sqlalchemy.exc import DBAPIError

    try:
        return uvloop.run(work)
    except DBAPIError as error:
        raise Slip(f"the database failed ({type(error.orig).__name__}): see `palabre doctor`", FAILED) from None
    except NatsError as error:
        raise Slip(f"the bus failed ({error}): see `palabre doctor`", FAILED) from None
    except (ValueError, RuntimeError, OSError, LookupError) as error:
        code = _code_of(error)
        if code is not None:
            raise Slip(str(error), code) from None
        if isinstance(error, ConnectionError):
            raise Slip(f"bus or database went away ({error.strerror}): see `palabre doctor`", FAILED) from None
        raise


def _code_of(error: Exception) -> int | None:
    """Return the exit code for an error whose message is made for people, None for any other."""
    from bots.feed import WrongTokenError
    from deploy.alone import InUseError
    from deploy.backups.archive import ArchiveError, DamagedError
    from deploy.backups.sealing import WrongKeyError
    from deploy.beside import FolderError
    from deploy.bus.embedded import EmbeddedServerError
    from deploy.dead import UnknownLetterError
    from deploy.demo.stage import StageError
    from deploy.imports.import_rows import ImportError_
    from deploy.results import NoResultError
    from deploy.settings import SettingsError
    from deploy.watching.health import PortTakenError
    from deploy.wiring import AwayError
    from events.bus import BusAwayError, BusRefusedError
    from storage.migrations import NewerDatabaseError
    from storage.restoring import HalfRestoredError

    wrong = (
        SettingsError,
        ImportError_,
        WrongTokenError,
        NoResultError,
        UnknownLetterError,
        FolderError,
        WrongKeyError,
    )
    if isinstance(error, (*wrong, InUseError, ArchiveError)) and not isinstance(error, DamagedError):
        return WRONG_USAGE
    failed = (StageError, AwayError, BusAwayError, BusRefusedError, EmbeddedServerError, PortTakenError)
    return FAILED if isinstance(error, (*failed, DamagedError, HalfRestoredError, NewerDatabaseError)) else None


def settings(*needed: str) -> "Settings":
    """Read the settings and set up the log, which goes to standard error.

    The secrets `needed` are asked for before anything is opened or written.
    """
    from deploy.settings import SettingsError, load
    from deploy.watching.log import set_up

    try:
        found = load(os.environ)
        for secret in needed:
            found.need(secret)
    except SettingsError as error:
        raise Slip(str(error)) from None
    set_up(found.log, found.log_level, sys.stderr)
    return found


def quietly(*needed: str) -> "Settings":
    """Return the settings for a command whose output is its answer: only warnings are logged."""
    found = settings(*needed)
    logging.getLogger().setLevel(max(logging.WARNING, logging.getLogger().level))
    return found


def say(content: Mapping[str, Any], text: Callable[[Mapping[str, Any]], str], *, as_json: bool) -> None:
    """Print an answer: one JSON document, or text."""
    click.echo(json.dumps(content, ensure_ascii=False) if as_json else text(content))


def bar() -> Callable[[str, int, int], None]:
    """Return a progress bar on standard error: a line that is redrawn on a terminal, tenths of the way elsewhere."""
    shown: dict[str, int] = {}

    def progress(label: str, done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        if sys.stderr.isatty():
            click.echo(f"\r{label}: {'█' * tenth}{'·' * (10 - tenth)} {done}/{total}", nl=done == total, err=True)
        elif shown.get(label) != tenth:
            click.echo(f"{label}: {done}/{total}", err=True)
        shown[label] = tenth

    return progress
