"""`palabre init`: the settings and secrets of a new instance in a file, the key of its backups, and what comes next."""

import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from deploy.backups.sealing import key_pair
from deploy.invitations import invite
from deploy.settings import PREFIX, Settings, SettingsError, in_a_shell, load
from deploy.wiring import AwayError
from events.themes import slug_of

TOKEN = "TOKEN-FROM-BOTFATHER"  # noqa: S105 - what stands where a token belongs
PLAIN = re.compile(r"[\w@%+=:,./-]*", re.ASCII)
INVITE = "palabre invite --role owner"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; tokens that nobody gave are written down as places to fill."""

    file: Path
    home: Path
    city_name: str
    city: str | None = None
    citizen_token: str | None = None
    moderator_token: str | None = None

    @property
    def key(self) -> Path:
        return self.file.with_name(f"{self.file.stem}-backup.key")

    @property
    def complete(self) -> bool:
        return bool(self.citizen_token and self.moderator_token)


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, the owner's link, or why there is none yet."""

    wanted: Wanted
    link: str | None
    trouble: str | None


async def init(wanted: Wanted, environ: Mapping[str, str]) -> Made:
    """Write both files, and make the owner's link where both bots are known. Raises SettingsError."""
    for file in (wanted.file, wanted.key):
        if file.exists():
            raise SettingsError(f"{file} exists and stays as it is: go on with it, or name another file with --file")
    if (wanted.home / "palabre.db").exists():
        raise SettingsError(
            f"there is an instance in {wanted.home} already: go on with its secret, or name another --home"
        )
    secret, public = key_pair()
    values = _values(wanted, public)
    settings = load({**environ, **{PREFIX + name: value for name, value in values.items() if value != TOKEN}})
    _write(wanted.key, f"# Opens the backups of {wanted.city_name}: keep it elsewhere.\n# {public}\n{secret}\n")
    _write(wanted.file, "".join(_lines(wanted, values)))
    return Made(wanted, *await _invited(settings, wanted))


def _values(wanted: Wanted, public: str) -> dict[str, str]:
    """Return the settings in their order."""
    return {
        "CITY": wanted.city or _short(wanted.city_name),
        "CITY_NAME": wanted.city_name,
        "HOME": str(wanted.home.absolute()),
        "SECRET": secrets.token_hex(32),
        "WEBHOOK_SECRET": secrets.token_hex(32),
        "BACKUP_RECIPIENT": public,
        "CITIZEN_BOT_TOKEN": wanted.citizen_token or TOKEN,
        "MODERATOR_BOT_TOKEN": wanted.moderator_token or TOKEN,
    }


def _short(city_name: str) -> str:
    if not any(letter.isascii() and letter.isalnum() for letter in normalize("NFKD", city_name)):
        raise SettingsError(f"{city_name} needs a short name in ASCII letters too: add --city, such as --city shanghai")
    return slug_of(city_name)


def _lines(wanted: Wanted, values: Mapping[str, str]) -> Iterator[str]:
    yield f"# Settings and secrets of {wanted.city_name}; all settings: docs/settings.md. In a shell:\n"
    yield f"#   {in_a_shell(Path(wanted.file.name))}\n"
    for name, value in values.items():
        yield f"{PREFIX}{name}={quoted(value)}\n"


def quoted(value: str) -> str:
    """Return a value as a shell, systemd and Docker Compose read it alike."""
    return value if PLAIN.fullmatch(value) else '"' + re.sub(r'([\\"$`])', r"\\\1", value) + '"'


def _write(file: Path, content: str) -> None:
    """Write a file that only we can read, and none in the place of another."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as written:
            written.write(content)
    except OSError as error:
        raise SettingsError(f"{file} cannot be written ({error.strerror}): name another file with --file") from None


async def _invited(settings: Settings, wanted: Wanted) -> tuple[str | None, str | None]:
    if not wanted.complete:
        return None, None
    try:
        return await invite(settings, "owner"), None
    except (AwayError, SettingsError) as error:
        return None, str(error)


def text(made: Made) -> str:
    """Say what was written, and the next three steps."""
    wanted = made.wanted
    lines = [
        f"{wanted.file}: settings and secrets of {wanted.city_name}, for your eyes only",
        f"{wanted.key}: opens its backups. Copy both to a safe place; then take the key off this machine",
    ]
    if made.trouble:
        lines.append(f"No link for the owner yet: {made.trouble}")
    if made.link:
        lines.append(f"The owner's link, good once and for seven days: {made.link}")
    return "\n".join([*lines, "", "Next:", *(f"  {number}. {step}" for number, step in enumerate(_steps(made), 1))])


def _steps(made: Made) -> Iterator[str]:
    if not made.wanted.complete:
        yield f"Make two bots with @BotFather and put their tokens into {made.wanted.file}"
    yield f"{in_a_shell(made.wanted.file)}   # in every terminal"
    yield "palabre up" if made.wanted.complete else f"palabre up, and in a second terminal {INVITE}"
    if made.wanted.complete:
        yield "Open the owner's link in Telegram" if made.link else f"In a second terminal: {INVITE}"
