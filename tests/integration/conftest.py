"""Integration tests that ask for an `engine` run twice: on SQLite and on PostgreSQL."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> AsyncEngine:
    """A migrated database of this test's own, of either kind."""
    found: AsyncEngine = request.getfixturevalue(f"{request.param}_engine")
    return found
