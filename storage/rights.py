"""Who may do what in PostgreSQL: each part of an instance connects under a role of its own, with the least it needs.

A role is named after the database (`palabre_intake`), so that two instances on one server are strangers. Whoever
migrates owns the tables. SQLite has no roles: there, and where nobody asked for roles, the owner does everything.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, inspect, text

from storage.counts import BACKING, TALLY, TOTAL, TURNOUT
from storage.scrubbing import HELD

INTAKE, MODERATION, NOTIFY, APPLY, COMPUTE, PUBLISH = "intake", "moderation", "notify", "apply", "compute", "publish"
BACKUP, KEEP = "backup", "keep"
LOGINS = (INTAKE, MODERATION, NOTIFY, APPLY, COMPUTE, PUBLISH, BACKUP, KEEP)

# Rights that nobody has by themselves. `identity` knows which Telegram account is which person; `erase` unmakes that.
IDENTITY, ERASE = "identity", "erase"
GROUPS: Mapping[str, tuple[str, ...]] = {
    IDENTITY: (INTAKE, MODERATION, NOTIFY),
    ERASE: (APPLY,),
    APPLY: (KEEP,),  # commands apply what is on the bus where no clerk is at work
    COMPUTE: (KEEP,),
    PUBLISH: (KEEP,),
}
ROLES = (*LOGINS, IDENTITY, ERASE)

READ, ALL = "SELECT", "SELECT, INSERT, UPDATE, DELETE"
COMMITTED = "SELECT (seq, fact, kind, commitment, previous, hash)"  # of the record, never the acts themselves
READERS = {INTAKE: READ, MODERATION: READ, COMPUTE: READ, PUBLISH: READ}

Rights = Mapping[str, str]  # by role, as GRANT says it

RIGHTS: Mapping[str, Rights] = {
    "address": {IDENTITY: "SELECT, INSERT, UPDATE (reachable)", ERASE: "SELECT (person), DELETE"},
    "amendment": {APPLY: ALL, MODERATION: READ, COMPUTE: READ},
    "appeal": {APPLY: ALL, INTAKE: READ, MODERATION: READ, PUBLISH: READ},
    "appointment": {APPLY: ALL, **READERS},
    "attendance": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "broadcast": {APPLY: ALL, MODERATION: READ, NOTIFY: "SELECT, UPDATE (addressed)"},  # which it locks while it writes
    "citizen": {APPLY: ALL, INTAKE: READ, MODERATION: READ, NOTIFY: READ, COMPUTE: "SELECT (language)"},
    "contribution": {APPLY: ALL, NOTIFY: READ, **READERS},
    "counter": {APPLY: ALL},
    "declaration": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "declaration_key": {INTAKE: "SELECT, INSERT", MODERATION: READ, APPLY: "SELECT (citizen), DELETE"},
    "door": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "draft": {COMPUTE: ALL, ERASE: ALL, APPLY: READ, INTAKE: READ, MODERATION: READ, PUBLISH: READ},
    "erasure": {APPLY: ALL},
    "invitation": {APPLY: ALL, MODERATION: READ},
    "lease": {APPLY: ALL, MODERATION: READ},
    "letter": {
        NOTIFY: ALL,
        ERASE: "SELECT, UPDATE (params), DELETE",
        APPLY: "SELECT (broadcast, state), UPDATE (state)",
        INTAKE: READ,
        MODERATION: "SELECT (broadcast, state)",
    },
    "live_question": {APPLY: ALL, INTAKE: READ, MODERATION: READ, NOTIFY: READ},
    "member": {APPLY: ALL, MODERATION: READ, NOTIFY: READ},
    "mute": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "need": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "need_key": {INTAKE: "SELECT, INSERT", MODERATION: READ, APPLY: "SELECT (session, citizen), DELETE"},
    "objection": {APPLY: ALL, INTAKE: READ, MODERATION: READ, PUBLISH: READ},
    "outbox": {APPLY: ALL},
    "placing": {COMPUTE: ALL, INTAKE: READ, MODERATION: READ},
    "preference": {APPLY: ALL, INTAKE: READ, NOTIFY: READ},
    "publication": {APPLY: ALL, **READERS},
    "receipt": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "record": {APPLY: ALL, MODERATION: COMMITTED, PUBLISH: COMMITTED},
    "record_head": {APPLY: ALL, MODERATION: READ, PUBLISH: READ},
    "removal": {APPLY: ALL, INTAKE: READ, MODERATION: READ, PUBLISH: READ},
    "seat": {APPLY: ALL, **READERS},
    "session": {APPLY: ALL, NOTIFY: READ, **READERS},
    "skip": {APPLY: ALL, MODERATION: READ},
    "support": {APPLY: ALL, INTAKE: READ, COMPUTE: READ},
    "target": {APPLY: ALL, INTAKE: READ, MODERATION: READ},
    "theme": {APPLY: ALL, NOTIFY: READ, **READERS},
    "topic_count": {COMPUTE: ALL, INTAKE: READ, MODERATION: READ},
    "topic_edit": {APPLY: ALL, INTAKE: READ, MODERATION: READ, COMPUTE: READ},
    "vote": {APPLY: ALL, INTAKE: READ, COMPUTE: READ},
}

# What is no table of ours: sums without people, who took part (a broadcast's preview and the shares of ages and
# neighbourhoods look them up person by person), and which revision the schema is of.
BESIDE: Mapping[str, Rights] = {
    TALLY.name: {APPLY: READ, **READERS},
    BACKING.name: {APPLY: READ, **READERS},
    TOTAL.name: {APPLY: READ, **READERS},
    TURNOUT.name: {APPLY: READ, **READERS},
    "alembic_version": dict.fromkeys(LOGINS, READ),
}

RESTORING = "restoring"  # the mark of a restore (storage.restoring): whoever starts is to see it

SCRUBBED = 170_000  # the server's version from which a right to write tables anew can be given


def name_of(connection: Connection, role: str) -> str:
    """Return the name of a role as a statement says it."""
    return connection.dialect.identifier_preparer.quote(f"{connection.engine.url.database}_{role}")


def has_roles(connection: Connection) -> bool:
    """Say whether somebody asked for roles in this database."""
    if connection.dialect.name != "postgresql":
        return False
    asked = text("SELECT count(*) FROM pg_roles WHERE rolname = :name")
    return bool(connection.execute(asked, {"name": f"{connection.engine.url.database}_{APPLY}"}).scalar())


def grant(connection: Connection) -> None:
    """Give every role what is declared here and nothing else; all roles exist."""
    for statement in _statements(connection):
        connection.execute(text(statement))


def show(connection: Connection) -> None:
    """Let every role read the mark of a restore, where there are roles."""
    if has_roles(connection):
        connection.execute(text(_shown(connection)))


def _shown(connection: Connection) -> str:
    return f"GRANT SELECT ON {RESTORING} TO {_everybody(connection)}"


def _everybody(connection: Connection) -> str:
    return ", ".join(name_of(connection, role) for role in ROLES)


def _statements(connection: Connection) -> Iterator[str]:
    names = {role: name_of(connection, role) for role in ROLES}
    everybody = _everybody(connection)
    database = connection.dialect.identifier_preparer.quote(str(connection.engine.url.database))
    yield f"REVOKE ALL ON DATABASE {database} FROM PUBLIC"  # nor temporary tables, nor functions in them
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {everybody}"
    yield f"GRANT CONNECT ON DATABASE {database} TO {everybody}"
    yield f"GRANT USAGE ON SCHEMA public TO {everybody}"
    for group, members in GROUPS.items():
        yield f"GRANT {names[group]} TO {', '.join(names[member] for member in members)}"
    for table, rights in {**RIGHTS, **BESIDE}.items():
        for role, right in rights.items():
            yield f"GRANT {right} ON {_quoted(connection, table)} TO {names[role]}"
    for table in (*RIGHTS, "alembic_version"):
        yield f"GRANT SELECT ON {_quoted(connection, table)} TO {names[BACKUP]}"
    if inspect(connection).has_table(RESTORING):
        yield _shown(connection)
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {names[APPLY]}"
    yield f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {names[BACKUP]}"
    if int(connection.execute(text("SHOW server_version_num")).scalar_one()) >= SCRUBBED:
        held = ", ".join(_quoted(connection, table) for table in HELD)
        yield f"GRANT MAINTAIN ON {held} TO {names[ERASE]}"


def _quoted(connection: Connection, table: str) -> str:
    return connection.dialect.identifier_preparer.quote(table)
