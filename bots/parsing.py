"""JSON from outside, with whole characters only: half of one is legal in JSON and can be written nowhere else."""

import json
import re
from typing import Any

ESCAPED = re.compile(r"\\u[dD][89a-fA-F]")
HALVES = re.compile("[\ud800-\udfff]")


def parsed(text: str) -> Any:
    """Return what a JSON document says; halves of characters are left out. Raises ValueError."""
    value = json.loads(text)
    return whole(value) if ESCAPED.search(text) else value


def whole(value: Any) -> Any:
    """Return the same without halves of characters, wherever they stand."""
    if isinstance(value, str):
        return HALVES.sub("", value)
    if isinstance(value, dict):
        return {HALVES.sub("", name): whole(each) for name, each in value.items()}
    return [whole(each) for each in value] if isinstance(value, list) else value
