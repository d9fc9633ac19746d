"""What every fact has in common."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from events.catalogue import catalogue, read
from tests.unit.events.test_golden import KINDS, golden

WORDS = [(kind, field) for kind in KINDS for field, value in json.loads(golden(kind)).items() if isinstance(value, str)]


@pytest.mark.parametrize(("kind", "field"), WORDS)
def test_no_fact_holds_a_nul_whoever_makes_it(kind: str, field: str) -> None:
    written: dict[str, Any] = json.loads(golden(kind))
    spoilt = {**written, field: f"{written[field]}\0"}
    with pytest.raises(ValidationError, match=field):
        catalogue()[kind].model_validate(spoilt)
    with pytest.raises(ValidationError, match=field):
        read(kind, json.dumps(spoilt))


def test_the_reason_is_told() -> None:
    with pytest.raises(ValidationError, match="holds the character NUL, which no database keeps"):
        read("theme.drafted", json.dumps({**json.loads(golden("theme.drafted")), "title": "Le\0pain"}))
