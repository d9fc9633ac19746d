"""The rules of tests/unit/bots/notifier/test_digest.py hold on PostgreSQL too."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.unit.bots.notifier.test_digest import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
del test_whatever_happens_each_piece_is_told_at_most_once_a_day_and_as_it_is  # noqa: F821 - it opens its own SQLite


@pytest.fixture
def engine(postgresql_engine: AsyncEngine) -> AsyncEngine:
    return postgresql_engine
