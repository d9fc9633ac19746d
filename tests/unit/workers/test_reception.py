"""What fails because the world is away is told from what a fact itself brings about: the first waits, without end."""

import pytest
from asyncpg import CannotConnectNowError
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from events.bus import BusAwayError
from workers.reception import away

CAUSE = Exception("cause")


@pytest.mark.parametrize(
    "error",
    [
        BusAwayError("away"),
        ConnectionRefusedError("no database listens"),
        OperationalError("", {}, CAUSE),
        InterfaceError("", {}, CAUSE),
        DBAPIError("", {}, CannotConnectNowError("the database system is starting up")),
        DatabaseError("", {}, Exception("database disk image is malformed")),
        PoolTimeoutError("no connection is free"),
    ],
)
def test_facts_wait_while_bus_or_database_are_away(error: Exception) -> None:
    assert away(error)


@pytest.mark.parametrize(
    "error", [ValueError("a bug"), IntegrityError("", {}, CAUSE), ProgrammingError("", {}, CAUSE), KeyError("theme")]
)
def test_what_a_fact_itself_brings_about_comes_to_an_end(error: Exception) -> None:
    assert not away(error)
