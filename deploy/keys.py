"""The keys of a stack of containers, each part's in a folder of its own: `python -m deploy.keys FOLDER`.

Given ones (tokens, a secret that was kept) come from the environment; all else is drawn by lot, once. A part is shown
its own folder and no other; each file is read through its setting's `…_FILE`. The bus is shown public keys alone.
"""

import os
import secrets
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from deploy.bus.credentials import FORM, credentials
from deploy.bus.nkeys import generated, public_of
from deploy.bus.server_config import USERS, users_conf
from deploy.roles import PARTS
from deploy.settings import SettingsError, load
from events.permissions import ADMIN, UPKEEP, users

TOKENS = ("citizen_bot_token", "moderator_bot_token")
NEEDED = {
    "admin": ("database_url", "nats_creds"),
    "backup": ("database_url", "nats_creds", "secret"),
    "cartographer": ("database_url", "nats_creds", "llm_key"),
    "citizen-bot": ("database_url", "nats_creds", "secret", "citizen_bot_token", "webhook_secret"),
    "clerk": ("database_url", "nats_creds"),
    "moderator-bot": ("database_url", "nats_creds", "secret", "moderator_bot_token", "webhook_secret"),
    "nats": (USERS,),
    "notifier": ("database_url", "nats_creds", "secret", *TOKENS),
    "postgres": ("password",),
    "restore": ("database_url", "nats_creds", "secret"),
    "upkeep": ("database_url", "nats_creds", "secret", *TOKENS, "webhook_secret"),
    "web": ("database_url", "nats_creds"),
}
OWNERS = {"restore": ADMIN}  # who is the same to the bus; every other part is itself
NOT_YET = {"citizen_bot_token": "1:not-given-yet", "moderator_bot_token": "2:not-given-yet"}
DATABASE, ROLES = "palabre", "roles"


def keys(folder: Path, given: Mapping[str, str], city: str) -> list[str]:
    """Write every part's keys below `folder`; return the tokens that are still to be given."""
    seeds = _seeds(folder, city)
    shared = {**_shared(folder, given), USERS: _users(seeds, city)}
    addresses = _addresses(folder, shared["password"])
    for part, names in NEEDED.items():
        own = {**shared, "nats_creds": seeds.get(OWNERS.get(part, part), "")}
        own["database_url"] = addresses.get(part, addresses[ADMIN])
        for name in names:
            _write(folder / part / name, own[name], mode=0o444 if part == "postgres" else 0o400)
        _take_back(folder / part, names)
    for part in PARTS:  # for `palabre migrate --roles`, which makes the roles with these passwords
        _write(folder / ADMIN / ROLES / f"{part}.url", addresses[part], mode=0o400)
    return [token for token in TOKENS if shared[token] == NOT_YET[token]]


def _shared(folder: Path, given: Mapping[str, str]) -> dict[str, str]:
    """Return what more than one part is shown: given now, else as it was, else drawn."""

    def found(name: str) -> str:
        return given.get(name, "") or _kept(folder / UPKEEP / name)

    password = _kept(folder / "postgres" / "password") or secrets.token_urlsafe(24)
    return {
        "password": password,
        "llm_key": given.get("llm_key", ""),
        "secret": found("secret") or secrets.token_hex(32),
        "webhook_secret": found("webhook_secret") or secrets.token_urlsafe(32),
        **{token: found(token) or NOT_YET[token] for token in TOKENS},
    }


def _addresses(folder: Path, password: str) -> dict[str, str]:
    """Return the address of the database for each part with a role of its own, and for the owner."""
    known = {part: _kept(folder / part / "database_url") for part in PARTS}
    drawn = {part: _address(f"{DATABASE}_{role}", secrets.token_urlsafe(24)) for part, role in PARTS.items()}
    return {ADMIN: _address(DATABASE, password), **{part: known[part] or drawn[part] for part in PARTS}}


def _address(user: str, password: str) -> str:
    return f"postgresql+asyncpg://{user}:{password}@postgres:5432/{DATABASE}"


def _seeds(folder: Path, city: str) -> dict[str, str]:
    """Return the key of each user of the bus, as its part reads it."""
    names = [user.name for user in users(city)]
    drawn = {name: FORM.format(name=name, seed=generated()).strip() for name in names}
    return {name: _kept(folder / name / "nats_creds") or drawn[name] for name in names}


def _users(seeds: Mapping[str, str], city: str) -> str:
    return users_conf(users(city), {name: public_of(credentials(seed).key) for name, seed in seeds.items()})


def _kept(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def _write(file: Path, content: str, mode: int) -> None:
    """Write a key whole, for its reader alone; PostgreSQL's is another user, who sees nothing but that folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(content, encoding="utf-8")
    draft.chmod(mode)
    draft.replace(file)


def _take_back(folder: Path, names: Collection[str]) -> None:
    """Remove what an earlier version gave a part that needs it no longer."""
    for file in folder.iterdir():
        if file.is_file() and file.name not in names:
            file.unlink()


def main() -> None:
    given = {name.removeprefix("PALABRE_").lower(): value for name, value in os.environ.items() if value}
    try:
        lacking = keys(Path(sys.argv[1]), given, load(os.environ).city)
    except SettingsError as error:
        sys.exit(f"palabre: {error}")
    for token in lacking:
        sys.stderr.write(f"PALABRE_{token.upper()} is not given yet: ask @BotFather for one, and put it into .env\n")


if __name__ == "__main__":
    main()
