"""Fixtures shared by all tests: a clock that stands still, SQLite, a real nats-server."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from events.base import Clock
from storage.engine import open_engine
from storage.migrations import migrate

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return lambda: NOON


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A migrated SQLite database of this test's own."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'palabre.db'}")
    await migrate(engine)
    yield engine
    await engine.dispose()
