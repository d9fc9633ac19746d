"""The rules of tests/unit/workers/test_preferences.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_preferences import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
