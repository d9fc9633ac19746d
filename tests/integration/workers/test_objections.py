"""The rules of tests/unit/workers/test_objections.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_objections import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
