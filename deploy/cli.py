"""The `palabre` command. Exit codes: 0 done, 1 a check failed, 2 wrong usage; never a traceback for a person's slip."""

import json
import logging
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from deploy.settings import Settings, SettingsError, load

T = TypeVar("T")

WORKERS = ("clerk", "cartographer", "all")
ROLES = ("owner", "moderator", "expert", "reviewer", "facilitator", "guarantor")


class Slip(click.ClickException):
    """A person's slip: one line on standard error."""

    exit_code: int = 2  # type: ignore[misc]  # click declares it for the class; ours differs by instance

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.exit_code = code

    def show(self, file: Any = None) -> None:
        click.echo(f"palabre: {self.message}", file=file, err=True)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work; what is away or wrong becomes one line."""
    import uvloop

    from deploy.embedded import EmbeddedServerError
    from deploy.importing import ImportError_
    from deploy.wiring import AwayError

    try:
        return uvloop.run(work)
    except (SettingsError, ImportError_) as error:
        raise Slip(str(error)) from None
    except (AwayError, EmbeddedServerError) as error:
        raise Slip(str(error), code=1) from None


def settings() -> Settings:
    """Read the settings and set up the log, which goes to standard error."""
    try:
        found = load(os.environ)
    except SettingsError as error:
        raise Slip(str(error)) from None
    logging.basicConfig(level=found.log_level, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    for noisy in ("httpx", "httpcore", "alembic", "faststream", "aiogram", "telegram", "matplotlib", "nats"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return found


def quietly() -> Settings:
    """Return the settings for a command whose output is its answer: only warnings are logged."""
    found = settings()
    logging.getLogger().setLevel(max(logging.WARNING, logging.getLogger().level))
    return found


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="palabre")
def main() -> None:
    """Palabre takes a city from a citizen's chat message to a consensus conference."""


@main.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--theme", "theme", required=True, help="The theme's short name.")
@click.option("--format", "form", type=click.Choice(["palabre", "polis"]), default="palabre", show_default=True)
@click.option("--admit", is_flag=True, help="Admit what comes in, without the moderators' queue.")
@click.option("--create-theme", metavar="TITLE", help="Create the theme where it does not exist.")
def bring_in(
    source: Path, theme: str, form: Literal["palabre", "polis"], admit: bool, create_theme: str | None
) -> None:
    r"""Bring contributions and votes in from FILE; running it twice adds nothing.

    \b
    palabre: CSV (UTF-8) with the columns kind (question, opinion, testimony, vote, support, sign_up),
             id, author, text, language, target, value (agree, disagree, pass), created_at.
    polis:   the folder of a Polis export, with comments.csv and votes.csv.
    """
    from deploy import importing
    from deploy.wiring import instance

    found = quietly()
    if not source.exists():
        raise Slip(f"{source} does not exist: name a file, or a folder with --format polis")

    async def work() -> importing.Report:
        async with instance(found) as parts:
            return await importing.bring_in(
                parts,
                source,
                theme,
                form=form,
                admit=admit,
                create=create_theme,
                progress=bar(),
            )

    report = run(work())
    for fault in report.faults:
        click.echo(f"line {fault.line}: {fault.reason}", err=True)
    click.echo(
        f"{theme}: {report.contributions} contributions, {report.ballots} votes, supports and sign-ups read; "
        f"{report.known} were here already; {len(report.faults)} rows stayed out"
    )
    sys.exit(1 if report.faults else 0)


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


def result_command(name: str, text: str) -> None:
    """Add the command that shows one result of a theme."""

    @main.command(name, help=text)
    @click.argument("theme", metavar="SLUG")
    @click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
    @click.option("--compute", is_flag=True, help="Compute it now.")
    def show(theme: str, as_json: bool, compute: bool) -> None:
        from deploy import results

        content = run(results.result_of(quietly(), theme, name, compute=compute))
        if content is None:
            raise Slip(f'there is no {name} of "{theme}" yet: add --compute, or see the themes with `palabre status`')
        click.echo(json.dumps(content, ensure_ascii=False) if as_json else results.TEXTS[name](content))


result_command("agenda", "Show the agenda of a theme.")
result_command("summary", "Show the summary of a theme.")
result_command("map", "Show the opinion map of a theme.")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def status(as_json: bool) -> None:
    """Count everything: contributions by state, votes, supports, people, dead letters, what waits on the bus."""
    from deploy import results

    content = run(results.status(quietly()))
    click.echo(json.dumps(content, ensure_ascii=False) if as_json else results.status_text(content))


@main.command()
@click.option(
    "--role", type=click.Choice(["owner", "moderator", "expert", "reviewer", "facilitator", "guarantor"]), required=True
)
def invite(role: str) -> None:
    """Print a one-time link that gives whoever opens it a role."""
    from deploy import invitations

    click.echo(run(invitations.invite(quietly(), role)))


@main.command()
def up() -> None:
    """Run everything in one process tree, with an own bus and database where no address is given."""
    from deploy import supervisor

    run(supervisor.up(settings()))


@main.command()
@click.argument("name", type=click.Choice(["citizen", "moderator"]))
def bot(name: str) -> None:
    """Run one of the two bots."""
    from deploy import parts

    run(parts.citizen(settings()) if name == "citizen" else parts.moderator(settings()))


@main.command()
def notifier() -> None:
    """Run the notifier, which tells people what concerns them."""
    from deploy import parts

    run(parts.notifier(settings()))


@main.command()
@click.argument(
    "names", metavar="NAME...", nargs=-1, required=True, type=click.Choice(["clerk", "cartographer", "all"])
)
def worker(names: tuple[str, ...]) -> None:
    """Run workers: clerk (decides), cartographer (computes), or all."""
    from deploy import parts

    run(parts.work(settings(), parts.WORKERS if "all" in names else names))


@main.command()
def migrate() -> None:
    """Bring the database's schema up to date."""
    from deploy.wiring import memory

    async def work() -> None:
        async with memory(settings()):
            pass

    run(work())


@main.command()
def topology() -> None:
    """Create or adjust streams and consumers; a second time changes nothing."""
    from deploy.wiring import connection
    from events.topology import apply

    async def work() -> list[str]:
        async with connection(settings()) as client:
            return await apply(client.jetstream())

    for change in run(work()) or ["nothing to change"]:
        click.echo(change)


if __name__ == "__main__":
    main()
