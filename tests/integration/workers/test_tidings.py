"""The rules of tests/unit/workers/test_tidings.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_tidings import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
