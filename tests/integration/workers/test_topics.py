"""The rules of tests/unit/workers/test_topics.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_topics import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
