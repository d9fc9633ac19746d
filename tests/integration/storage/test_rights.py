"""What each role may do in PostgreSQL: every cell is what is declared, votes and addresses stay where they belong."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel

from deploy.roles import PARTS, renewed, roles_in
from deploy.settings import load
from deploy.wiring import memory
from storage.engine import open_engine
from storage.restoring import HalfRestoredError, mark
from storage.rights import BESIDE, GROUPS, LOGINS, RIGHTS, ROLES

pytestmark = pytest.mark.postgres

VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
PEOPLE = {"address", "need_key", "declaration_key"}  # what leads from a pseudonym to somebody, or opens what they said


@pytest.fixture
async def guarded(postgresql_engine: AsyncEngine, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    await roles_in(postgresql_engine, tmp_path / "roles")
    yield postgresql_engine
    database = postgresql_engine.url.database
    async with postgresql_engine.begin() as connection:
        for role in ROLES:
            await connection.execute(text(f'DROP OWNED BY "{database}_{role}"'))
            await connection.execute(text(f'DROP ROLE "{database}_{role}"'))


def holders(role: str) -> set[str]:
    """Return a role and those whose rights it has."""
    return {role}.union(*(holders(group) for group, members in GROUPS.items() if role in members))


def declared(role: str, relation: str, verb: str) -> bool | str:
    """Return whether a role may do something with a whole relation, or which of its columns it may do it with."""
    if role == "backup":
        return verb == "SELECT" and relation in {*RIGHTS, "alembic_version"}
    columns = set[str]()
    for holder in holders(role):
        right = {**RIGHTS, **BESIDE}[relation].get(holder, "")
        for found, some in re.findall(r"([A-Z]+)(?: \(([a-z_, ]+)\))?", right):
            if found == verb and not some:
                return True
            columns |= set(some.split(", ")) if found == verb else set()
    return ",".join(sorted(columns)) if columns else False


async def found(engine: AsyncEngine, role: str, relation: str, verb: str) -> bool | str:
    name = f"{engine.url.database}_{role}"
    async with engine.connect() as connection:
        whole = text("SELECT has_table_privilege(CAST(:role AS name), CAST(:relation AS text), :verb)")
        if (await connection.execute(whole, {"role": name, "relation": f'"{relation}"', "verb": verb})).scalar_one():
            return True
        if verb == "DELETE":
            return False
        each = text(
            "SELECT attname FROM pg_attribute WHERE attrelid = CAST(CAST(:relation AS text) AS regclass) "
            "AND attnum > 0 AND has_column_privilege(CAST(:role AS name), attrelid, attnum, :verb) ORDER BY attname"
        )
        told = {"role": name, "relation": f'"{relation}"', "verb": verb}
        columns = (await connection.execute(each, told)).scalars().all()
    return ",".join(columns) if columns else False


def test_every_table_is_declared() -> None:
    import storage.tables  # noqa: F401, PLC0415 - registers the tables in the metadata

    assert set(RIGHTS) == set(SQLModel.metadata.tables)
    assert {role for rights in (*RIGHTS.values(), *BESIDE.values()) for role in rights} <= set(ROLES)


async def test_each_role_may_do_what_is_declared_with_every_table_and_nothing_else(guarded: AsyncEngine) -> None:
    cells = [(role, relation, verb) for role in LOGINS for relation in (*RIGHTS, *BESIDE) for verb in VERBS]
    assert {cell: await found(guarded, *cell) for cell in cells} == {cell: declared(*cell) for cell in cells}


def test_votes_are_for_those_who_count_them_and_addresses_for_those_who_write_to_people() -> None:
    readers = {table: {role for role in LOGINS if declared(role, table, "SELECT") is True} for table in RIGHTS}
    assert [readers[table] for table in ("vote", "support")] == [{"intake", "apply", "compute", "backup", "keep"}] * 2
    assert readers["address"] == {"intake", "moderation", "notify", "backup"}
    assert {declared(role, table, "SELECT") for role in ("compute", "publish") for table in PEOPLE} == {False}


async def url_of(folder: Path, part: str) -> AsyncEngine:
    return open_engine((folder / "roles" / f"{part}.url").read_text(encoding="utf-8").strip())


async def refusals(engine: AsyncEngine, *statements: str) -> list[str]:
    told = []
    for statement in statements:
        with pytest.raises(ProgrammingError) as refused:
            async with engine.begin() as connection:
                await connection.execute(text(statement))
        told.append(str(refused.value.orig).rpartition(": ")[2])
    return told


async def test_a_part_comes_in_by_its_own_address_and_is_refused_what_is_not_its_own(
    guarded: AsyncEngine, tmp_path: Path
) -> None:
    moderation, pages = await url_of(tmp_path, "moderator-bot"), await url_of(tmp_path, "web")
    try:
        async with moderation.connect() as connection:
            who = (await connection.execute(text("SELECT current_user"))).scalar_one()
            assert who == f"{guarded.url.database}_moderation"
            assert (await connection.execute(text("SELECT * FROM tally"))).all() == []
        assert await refusals(
            moderation,
            "SELECT citizen FROM vote",
            "SELECT count(*) FROM support",
            "UPDATE member SET role = 'owner'",
            "DELETE FROM address",
            "CREATE TABLE mine (id int)",
            "CREATE TEMPORARY TABLE mine (id int)",
        ) == [
            "permission denied for table vote",
            "permission denied for table support",
            "permission denied for table member",
            "permission denied for table address",
            "permission denied for schema public",
            f'permission denied to create temporary tables in database "{guarded.url.database}"',
        ]
        assert await refusals(
            pages, "SELECT * FROM address", "SELECT payload FROM record", "SELECT id FROM member"
        ) == [
            "permission denied for table address",
            "permission denied for table record",
            "permission denied for table member",
        ]
    finally:
        await moderation.dispose()
        await pages.dispose()


async def test_a_second_time_keeps_the_passwords_and_takes_back_what_is_declared_no_more(
    guarded: AsyncEngine, tmp_path: Path
) -> None:
    before = {part: (tmp_path / "roles" / f"{part}.url").read_text(encoding="utf-8") for part in PARTS}
    assert {(tmp_path / "roles" / f"{part}.url").stat().st_mode & 0o777 for part in PARTS} == {0o600}
    async with guarded.begin() as connection:
        await connection.execute(text(f'GRANT SELECT ON vote TO "{guarded.url.database}_moderation"'))
    await roles_in(guarded, tmp_path / "roles")
    assert {part: (tmp_path / "roles" / f"{part}.url").read_text(encoding="utf-8") for part in PARTS} == before
    assert await found(guarded, "moderation", "vote", "SELECT") is False


async def test_every_part_is_told_that_a_restore_was_broken_off(guarded: AsyncEngine, tmp_path: Path) -> None:
    await mark(guarded, "instance.tar.gz")
    await renewed(guarded)
    assert await told_at_the_start(tmp_path) == dict.fromkeys(PARTS, "instance.tar.gz")
    async with guarded.begin() as connection:  # what a restore has made anew, and given to nobody yet
        for role in ROLES:
            await connection.execute(
                text(f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "{guarded.url.database}_{role}"')
            )
    await mark(guarded, "another.tar.gz")
    assert await told_at_the_start(tmp_path) == dict.fromkeys(PARTS, "another.tar.gz")


async def told_at_the_start(folder: Path) -> dict[str, str]:
    """Return from what each part is told to restore."""
    said = {}
    for part in PARTS:
        settings = load({"PALABRE_DATABASE_URL_FILE": str(folder / "roles" / f"{part}.url")})
        with pytest.raises(HalfRestoredError) as refused:
            async with memory(settings, prepare=False):
                pytest.fail(f"{part} has started")
        said[part] = re.findall("`palabre restore (.*)` was broken off", str(refused.value))[0]
    return said


@pytest.fixture
async def asking(guarded: AsyncEngine) -> AsyncIterator[None]:
    """The server asks roles of this database for their password; by itself it lets in whoever reaches its socket."""
    async with guarded.connect() as connection:
        file = Path((await connection.execute(text("SHOW hba_file"))).scalar_one())
    before = file.read_text(encoding="utf-8")
    others = ", ".join(f'"{guarded.url.database}_{role}"' for role in LOGINS)
    file.write_text(f'local "{guarded.url.database}" {others} scram-sha-256\n{before}', encoding="utf-8")
    await reloaded(guarded)
    yield
    file.write_text(before, encoding="utf-8")
    await reloaded(guarded)


async def reloaded(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("SELECT pg_reload_conf()"))


@pytest.mark.usefixtures("asking")
async def test_the_password_opens_though_the_server_was_never_told_it(guarded: AsyncEngine, tmp_path: Path) -> None:
    web = await url_of(tmp_path, "web")
    wrong = open_engine(web.url.set(password="another").render_as_string(hide_password=False))
    try:
        async with web.connect() as connection:
            who = (await connection.execute(text("SELECT current_user"))).scalar_one()
        with pytest.raises(DBAPIError, match="password authentication failed"):
            async with wrong.connect():
                pytest.fail("a wrong password opens")
    finally:
        await web.dispose()
        await wrong.dispose()
    assert who == f"{guarded.url.database}_publish"


async def test_no_statement_that_a_server_logs_holds_a_password(guarded: AsyncEngine, tmp_path: Path) -> None:
    said = list[str]()
    event.listen(
        guarded.sync_engine, "before_cursor_execute", lambda _connection, _cursor, statement, *_: said.append(statement)
    )
    await roles_in(guarded, tmp_path / "roles")
    altered = [statement for statement in said if statement.startswith("ALTER ROLE")]
    passwords = [make_url((tmp_path / "roles" / f"{part}.url").read_text().strip()).password for part in PARTS]
    assert len(altered) == len(LOGINS)
    assert all("PASSWORD 'SCRAM-SHA-256$4096:" in statement for statement in altered)
    assert [word for word in passwords if word is None or any(word in statement for statement in said)] == []


async def test_without_roles_there_is_nothing_to_renew(engine: AsyncEngine) -> None:
    assert await renewed(engine) == []
