"""PostgreSQL roles, one for each part, and where each finds its address: `palabre migrate --roles DIR`.

    DIR/<part>.url   for the part's PALABRE_DATABASE_URL_FILE: the owner's address, with the part's role and password

A password that stands there is kept. What roles may do is brought up to date with every migration, and after a restore.
"""

import os
import secrets
from base64 import b64encode
from collections.abc import Mapping
from hashlib import pbkdf2_hmac, sha256
from hmac import digest
from pathlib import Path

from sqlalchemy import URL, Connection, make_url, text
from sqlalchemy.exc import ArgumentError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.settings import SettingsError
from events import permissions
from events.permissions import CARTOGRAPHER, CITIZEN_BOT, MODERATOR_BOT, UPKEEP, WEB
from events.topology import CLERK, NOTIFIER
from storage.rights import (
    APPLY,
    BACKUP,
    COMPUTE,
    INTAKE,
    KEEP,
    LOGINS,
    MODERATION,
    NOTIFY,
    PUBLISH,
    ROLES,
    grant,
    has_roles,
    name_of,
)

ROUNDS = 4096  # as PostgreSQL does by itself; a password drawn by lot needs no more

PARTS: Mapping[str, str] = {
    CITIZEN_BOT: INTAKE,
    MODERATOR_BOT: MODERATION,
    NOTIFIER: NOTIFY,
    CLERK: APPLY,
    CARTOGRAPHER: COMPUTE,
    WEB: PUBLISH,
    permissions.BACKUP: BACKUP,
    UPKEEP: KEEP,
}


async def roles_in(engine: AsyncEngine, folder: Path | None) -> list[str]:
    """Make the roles that are asked for, and bring up to date what they may do; return what was done, in words.

    Raises SettingsError.
    """
    if folder is None:
        return await renewed(engine)
    if engine.dialect.name != "postgresql":
        raise SettingsError("--roles is for PostgreSQL: set PALABRE_DATABASE_URL; SQLite has no roles")
    passwords = {role: _password(folder / f"{part}.url") for part, role in PARTS.items()}
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_make, passwords)
    except ProgrammingError as error:
        mend = "migrate as the database's owner, with CREATEROLE"
        raise SettingsError(f"roles cannot be made ({error.orig}): {mend}") from None
    return [_write(folder / f"{part}.url", _address(engine, role, passwords[role])) for part, role in PARTS.items()]


async def renewed(engine: AsyncEngine) -> list[str]:
    """Bring up to date what roles may do, where there are any."""
    async with engine.begin() as connection:
        if not await connection.run_sync(has_roles):
            return []
        await connection.run_sync(grant)
    return ["what the roles may do is up to date"]


def _make(connection: Connection, passwords: Mapping[str, str]) -> None:
    known = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
    for role in ROLES:
        if f"{connection.engine.url.database}_{role}" not in known:
            connection.execute(text(f"CREATE ROLE {name_of(connection, role)} NOLOGIN"))
    for role in LOGINS:
        known_by = verifier(passwords[role])
        connection.exec_driver_sql(f"ALTER ROLE {name_of(connection, role)} LOGIN PASSWORD '{known_by}'")
    grant(connection)


def verifier(password: str) -> str:
    """Return what a server knows a password by: of the statement, which it may log, nobody can tell the password.

    SCRAM-SHA-256 (RFC 5802 and 7677), as PostgreSQL keeps it in pg_authid. `password`: ASCII.
    """
    salt = secrets.token_bytes(16)
    salted = pbkdf2_hmac("sha256", password.encode("ascii"), salt, ROUNDS)
    stored = sha256(digest(salted, b"Client Key", "sha256")).digest()
    server = digest(salted, b"Server Key", "sha256")
    salted_by, stored_key, server_key = (b64encode(each).decode() for each in (salt, stored, server))
    return f"SCRAM-SHA-256${ROUNDS}:{salted_by}${stored_key}:{server_key}"


def _password(file: Path) -> str:
    """Return the password of an address that is there already, or a new one. Raises SettingsError."""
    if not file.exists():
        return secrets.token_urlsafe(24)
    try:
        password = make_url(file.read_text(encoding="utf-8").strip()).password
    except (ArgumentError, OSError, ValueError):
        password = None
    if not password or not password.isascii():
        raise SettingsError(f"{file} holds no address with a password in ASCII: remove it, and a new one is made")
    return password


def _address(engine: AsyncEngine, role: str, password: str) -> URL:
    return engine.url.set(username=f"{engine.url.database}_{role}", password=password)


def _write(file: Path, address: URL) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        opened.write(f"{address.render_as_string(hide_password=False)}\n")
    draft.replace(file)
    return f"{file}: the address for {address.username}"
