"""The `palabre` command. Exit codes: 0 done, 1 a check failed, 2 wrong usage; never a traceback for a person's slip."""

import os
import signal
import sys
from pathlib import Path
from typing import Literal

import click

from deliberation.language import LANGUAGES
from deploy import upkeep
from deploy.terminal import FAILED, Slip, bar, quietly, run, say, settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="palabre")
def main() -> None:
    """Palabre takes a city from a citizen's chat message to a consensus conference."""
    if os.getpid() == 1:  # nothing ends a container's first process that it does not catch, not while it starts either
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


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
    from deploy.imports import importing
    from deploy.wiring import instance

    found = quietly("secret")
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
        click.echo(f"{fault.file and fault.file + ' '}line {fault.line}: {fault.reason}", err=True)
    click.echo(
        f"{theme}: {report.contributions} contributions, {report.ballots} votes, supports and sign-ups read; "
        f"{report.known} were here already; {len(report.faults)} rows stayed out"
    )
    sys.exit(FAILED if report.faults else 0)


def result_command(name: str, text: str) -> None:
    """Add the command that shows one result of a theme."""

    @main.command(name, help=text)
    @click.argument("theme", metavar="SLUG")
    @click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
    @click.option("--compute", is_flag=True, help="Compute it now.")
    def show(theme: str, as_json: bool, compute: bool) -> None:
        from deploy import results

        content = run(results.result_of(quietly(), theme, name, compute=compute))
        say(content, results.TEXTS[name], as_json=as_json)


result_command("agenda", "Show the agenda of a theme.")
result_command("map", "Show the opinion map of a theme.")
result_command("topics", "Show the topics of a theme.")


@main.command()
@click.argument("theme", metavar="SLUG")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--compute", is_flag=True, help="Compute it now.")
@click.option("--language", type=click.Choice(LANGUAGES), help="For readers of this language.")
def summary(theme: str, as_json: bool, compute: bool, language: str | None) -> None:
    """Show the summary of a theme; citizens' words stand as they said them, whatever the language around them."""
    from deploy import results

    content = run(results.result_of(quietly(), theme, "summary", compute=compute, language=language))
    say(content, results.TEXTS["summary"], as_json=as_json)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def status(as_json: bool) -> None:
    """Count everything: contributions by state, votes, supports, people, dead letters, what waits on the bus."""
    from deploy import results

    say(run(results.status(quietly())), results.status_text, as_json=as_json)


@main.command()
@click.option(
    "--role", type=click.Choice(["owner", "moderator", "expert", "reviewer", "facilitator", "guarantor"]), required=True
)
def invite(role: str) -> None:
    """Print a one-time link that gives whoever opens it a role."""
    from deploy import invitations

    click.echo(run(invitations.invite(quietly("moderator_bot_token"), role)))


@main.command()
@click.option("--headless", is_flag=True, help="Run the whole way once, print agenda and summary, and end.")
@click.option("--port", type=click.IntRange(0, 65535), help="Where the page is served (8090; headless: any).")
@click.option("--home", type=click.Path(path_type=Path), default=Path("var/demo"), show_default=True)
def demo(headless: bool, port: int | None, home: Path) -> None:
    """Try everything on a sample theme, with a look-alike in Telegram's place; the folder is made anew."""
    from deploy.demo import play

    played = play.headless if headless else play.playing
    run(played(home, (0 if headless else 8090) if port is None else port, bar()))


@main.command("playground")
@click.option("--port", type=click.IntRange(1, 65535), default=8090, show_default=True)
def stand_in(port: int) -> None:
    """Stand in Telegram's place for bots that run elsewhere: the demo of containers."""
    from deploy.demo import play

    run(play.beside(settings(), port, bar()))


@main.command()
def up() -> None:
    """Run everything in one process tree, with an own bus and database where no address is given."""
    from deploy.children import nursery_for

    found = settings("citizen_bot_token", "moderator_bot_token", "secret")
    nursery = nursery_for(found)
    from deploy import supervisor  # takes a second, in which the nursery has begun

    run(supervisor.up(found, nursery))


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
def web() -> None:
    """Serve the city's public pages on PALABRE_WEB_PORT."""
    from deploy import parts

    run(parts.web(settings()))


@main.command()
@click.argument(
    "names", metavar="NAME...", nargs=-1, required=True, type=click.Choice(["clerk", "cartographer", "all"])
)
def worker(names: tuple[str, ...]) -> None:
    """Run workers: clerk (decides), cartographer (computes), or all."""
    from deploy import parts

    run(parts.work(settings(), parts.WORKERS if "all" in names else names))


@main.command()
def health() -> None:
    """Ask the part that runs here whether it is well, in one line; for the health checks of containers."""
    from deploy.watching.health_check import ask

    port = os.environ.get("PALABRE_HEALTH_PORT", "")
    if not port.isdecimal():
        raise Slip("PALABRE_HEALTH_PORT is not set: give the part and this command the same")
    well, said = ask(int(port))
    click.echo(said)
    sys.exit(0 if well else FAILED)


@main.command()
@click.option(
    "--roles", metavar="DIR", type=click.Path(path_type=Path), help="Make PostgreSQL roles, their addresses in DIR."
)
def migrate(roles: Path | None) -> None:
    """Bring the database's schema up to date, and what its roles may do."""
    from deploy.roles import roles_in
    from deploy.wiring import memory

    async def work() -> list[str]:
        async with memory(settings()) as engine:
            return await roles_in(engine, roles)

    for line in run(work()):
        click.echo(line)


for command in upkeep.COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
