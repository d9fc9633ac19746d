"""TLS to PostgreSQL as addresses say it everywhere (sslmode, sslrootcert, sslcert, sslkey): asyncpg wants a context."""

import ssl
from collections.abc import Mapping
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

CHECKED, UNCHECKED = ("verify-full", "verify-ca"), ("require", "prefer", "allow", "disable")
MODES = (*CHECKED, *UNCHECKED)
NAMES = ("sslmode", "sslrootcert", "sslcert", "sslkey")
SYSTEM = "system"  # for sslrootcert: whom the system trusts


def encrypted(engine: AsyncEngine) -> AsyncEngine:
    """Have an engine connect as its address says."""
    event.listen(engine.sync_engine, "do_connect", _with_context)
    return engine


def mode_of(query: Mapping[str, Any]) -> str | None:
    """Return how an address wants its server checked; who names a root certificate wants all of it."""
    return query.get("sslmode") or ("verify-full" if "sslrootcert" in query else None)


def _with_context(_dialect: object, _entry: object, _arguments: object, options: dict[str, Any]) -> None:
    given = {name: options.pop(name) for name in NAMES if name in options}
    if mode := mode_of(given):
        options["ssl"] = mode if mode in UNCHECKED[1:] else _context(mode, given)


def _context(mode: str, given: Mapping[str, str]) -> ssl.SSLContext:
    root = given.get("sslrootcert")
    context = ssl.create_default_context(cafile=None if root == SYSTEM else root)
    context.check_hostname = mode == "verify-full"
    if mode == "require" and root is None:  # encrypted, to whomever
        context.verify_mode = ssl.CERT_NONE
    if certificate := given.get("sslcert"):
        context.load_cert_chain(certificate, given.get("sslkey"))
    return context
