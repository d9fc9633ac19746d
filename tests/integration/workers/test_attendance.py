"""The rules of tests/unit/workers/test_attendance.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_attendance import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
