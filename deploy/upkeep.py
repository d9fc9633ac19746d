"""The commands of whoever keeps an instance: open data, dead letters, the record, the doctor."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from deploy.settings import Settings, SettingsError
from deploy.terminal import FAILED, Slip, bar, quietly, run, say, settings

HOME, CITY = (Settings.model_fields[field].default for field in ("home", "city_name"))
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
PATH = click.Path(path_type=Path)


@click.command()
@click.argument("theme", metavar="SLUG")
@click.option(
    "--to", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The folder to make."
)
def export(theme: str, folder: Path) -> None:
    """Write a theme's open data: contributions, votes in sums, results, the record's commitments, their hashes."""
    from deploy.exports import exporting

    for name in run(exporting.export(quietly(), theme, folder, lambda line: click.echo(f"palabre: {line}", err=True))):
        click.echo(folder / name)


@click.command()
@click.option("--file", type=click.Path(path_type=Path), default=Path("palabre.env"), show_default=True)
@click.option("--home", type=click.Path(path_type=Path), envvar="PALABRE_HOME", default=HOME, help="The data folder.")
@click.option("--city-name", metavar="NAME", envvar="PALABRE_CITY_NAME", default=CITY, show_default=True)
@click.option("--city", metavar="SLUG", envvar="PALABRE_CITY", help="Its short name, never to be changed later.")
@click.option("--citizen-token", envvar="PALABRE_CITIZEN_BOT_TOKEN", help="Of the citizens' bot, from @BotFather.")
@click.option("--moderator-token", envvar="PALABRE_MODERATOR_BOT_TOKEN", help="Of the moderators' bot.")
def init(file: Path, home: Path, city_name: str, city: str | None, **tokens: str | None) -> None:
    """Write a file with new secrets and settings, and the key of its backups; say what comes next.

    Nothing that exists is overwritten.
    """
    from deploy import init as work

    made = run(work.init(work.Wanted(file, home, city_name, city, **tokens), os.environ))
    click.echo(work.text(made))


@click.command()
@JSON
def doctor(as_json: bool) -> None:
    """Look whether everything is well; each trouble with its mend. Exit code 1 where there is any."""
    from deploy.watching import doctor as practice

    content = practice.document(run(practice.examine(os.environ)))
    say(content, practice.doctor_text, as_json=as_json)
    sys.exit(0 if content["ok"] else FAILED)


@click.group()
def dead() -> None:
    """Dead letters: facts that no worker could work, with their reason."""


@dead.command("list")
@JSON
def dead_list(as_json: bool) -> None:
    """List them: number, since when, who could not work it, what it is, why."""
    from deploy import dead as office

    rows = [office.heading(letter) for letter in run(office.letters(quietly()))]
    say({"dead_letters": rows}, office.list_text, as_json=as_json)


@dead.command("show")
@click.argument("number", metavar="ID", type=int)
@JSON
def dead_show(number: int, as_json: bool) -> None:
    """Show one with all that it says."""
    from dataclasses import asdict

    from deploy import dead as office

    say(asdict(run(office.letter(quietly(), number))), office.letter_text, as_json=as_json)


@dead.command("retry")
@click.argument("numbers", metavar="ID...", type=int, nargs=-1, required=True)
def dead_retry(numbers: tuple[int, ...]) -> None:
    """Tell them to the workers again; each is applied once, however often it is told."""
    from deploy import dead as office

    for line in run(office.retry(quietly(), numbers)):
        click.echo(line)


@dead.command("drop")
@click.argument("numbers", metavar="ID...", type=int, nargs=-1, required=True)
def dead_drop(numbers: tuple[int, ...]) -> None:
    """Remove them for good."""
    from deploy import dead as office

    for line in run(office.drop(quietly(), numbers)):
        click.echo(line)


@click.command()
def replay() -> None:
    """Rebuild everything that follows from the record, in one transaction; nobody is told anything again."""
    from deploy.record import replay as work

    try:
        done = run(work.replay(quietly(), bar()))
    except work.BrokenRecordError as broken:
        raise Slip(f"{broken}; nothing was changed: see `palabre verify`", FAILED) from None
    for difference in done.mended:
        click.echo(f"mended: {difference}", err=True)
    click.echo(f"{done.entries} entries worked again; {len(done.mended)} rows were otherwise before")


@click.command()
@JSON
def verify(as_json: bool) -> None:
    """Check the record's chain, and that everything is what the record gives. Exit code 1 names what differs."""
    from dataclasses import asdict

    from deploy.record.verifying import verify as examine

    verdict = run(examine(quietly(), bar()))
    if as_json:
        click.echo(json.dumps({"ok": not verdict.faults, **asdict(verdict)}))
    else:
        erased = f", {verdict.erasures} people erased" if verdict.erasures else ""
        click.echo("\n".join(verdict.faults) or f"{verdict.entries} entries{erased}: everything is as it was recorded")
    sys.exit(FAILED if verdict.faults else 0)


@click.command()
@click.option("--from-record", is_flag=True, help="Tell again what the streams lost of the record.")
def topology(from_record: bool) -> None:
    """Create or adjust streams and consumers; a second time changes nothing."""
    from deploy.record import retelling
    from deploy.record.replay import BrokenRecordError

    found = quietly() if from_record else settings()
    try:
        changes = run(retelling.from_record(found, bar()) if from_record else retelling.adjust(found))
    except BrokenRecordError as broken:
        raise Slip(f"{broken}; nothing was told: see `palabre verify`", FAILED) from None
    for change in changes or ["nothing to change"]:
        click.echo(change)


@click.command("server-config")
@click.argument("folder", metavar="DIR", type=PATH)
@click.option("--listen", metavar="HOST:PORT", default="127.0.0.1:4222", show_default=True, help="Where it listens.")
@click.option("--store", metavar="DIR", type=PATH, help="Where it keeps what it stores; DIR/store if not said.")
@click.option("--certificate", metavar="FILE", type=PATH, help="Its certificate: clients then come by tls:// only.")
@click.option("--key", metavar="FILE", type=PATH, help="The key of its certificate.")
@click.option("--client-ca", metavar="FILE", type=PATH, help="Who must have signed the clients' certificates.")
@click.option("--new-keys", is_flag=True, help="Make new keys in the place of those that are there.")
def server_config(folder: Path, new_keys: bool, **wanted: Any) -> None:
    """Write an own nats-server's configuration into DIR, with a user and a key for each part.

    Run it again after an update: keys and nats-server.conf stay, users.conf is brought up to date. Then reload the
    server (nats-server --signal reload).
    """
    from deploy.bus import server_config as work

    try:
        lines = work.write(folder, settings().city, work.Wanted(**wanted), new_keys=new_keys)
    except SettingsError as error:
        raise Slip(str(error)) from None
    for line in lines or ["nothing to change"]:
        click.echo(line)


@click.command()
@click.argument("place", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite the file where it exists.")
@click.option("--keep", metavar="DAYS", type=click.IntRange(min=1), help="FILE is a folder: remove older ones in it.")
def backup(place: Path, force: bool, keep: int | None) -> None:
    """Write the whole instance into FILE, beside what runs or without; bring it back with `restore`.

    Where FILE is a folder, a file in it is named after the city and the moment. It is sealed for the owners of the
    public keys in PALABRE_BACKUP_RECIPIENT.
    """
    from deploy.backups import backup as work
    from deploy.wiring import now

    found = quietly("secret")
    if found.backup_recipient is None:
        click.echo("this backup is legible to whoever has it: set PALABRE_BACKUP_RECIPIENT to seal it", err=True)
    click.echo(work.text(run(work.backup(found, work.Wanted(place, force, keep), now, bar()))))


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the instance that is there.")
@click.option("--erasures", "erased", metavar="FILE", type=click.Path(path_type=Path), help="Erase these people too.")
@click.option("--identity", metavar="FILE", type=click.Path(path_type=Path), help="The secret key of a sealed backup.")
@click.option("--strangers", is_flag=True, help="PALABRE_SECRET is lost: bring back all but the accounts.")
def restore(file: Path, force: bool, erased: Path | None, identity: Path | None, strangers: bool) -> None:
    """Bring an instance back from FILE, erase again who was erased since, and verify it; nothing is started."""
    from deploy.backups import restore as work
    from deploy.backups.claiming import Wanted
    from deploy.backups.unpacking import Source
    from deploy.wiring import now

    wanted = Wanted(Source(file, identity), force, strangers, erased)
    done = run(work.restore(quietly("secret"), wanted, now, bar()))
    click.echo(work.text(done, file))
    click.echo("Nothing runs yet: `palabre up` starts it" if not done.verdict.faults else "See `palabre verify`")
    sys.exit(FAILED if done.verdict.faults else 0)


COMMANDS = (init, export, doctor, dead, replay, verify, topology, server_config, backup, restore)
