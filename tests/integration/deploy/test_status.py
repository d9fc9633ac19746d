"""`palabre status --json` on a real bus and a real database."""

from pathlib import Path

import pytest

from deploy.results import status
from deploy.schemas import Status
from deploy.settings import Settings


@pytest.mark.nats
async def test_the_status_has_the_described_fields_and_no_other(tmp_path: Path) -> None:
    document = await status(Settings(home=tmp_path))
    assert Status.model_validate(document).model_dump(mode="json") == document
    assert document["lag"] == {"clerk": 0, "notifier": 0}
