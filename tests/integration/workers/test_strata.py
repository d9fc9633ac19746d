"""The rules of tests/unit/workers/test_strata.py hold on PostgreSQL too."""

import pytest

from tests.unit.workers.test_strata import *  # noqa: F403 - one suite, two databases

pytestmark = pytest.mark.postgres
