"""The log is read by people or by machines, a line at a time."""

import json
import logging
from io import StringIO
from typing import Any

import pytest

from deploy.watching.log import handler

WAITING = {
    "name": "deploy.wiring", "levelname": "WARNING", "levelno": logging.WARNING, "created": 1795348800.25,
    "msg": "waiting for %s\n« %s »", "args": ("the bus", "où ?"), "theme": "la-viande",
}  # fmt: skip


def written(form: Any, **changed: object) -> str:
    stream = StringIO()
    handler(form, stream).handle(logging.makeLogRecord({**WAITING, **changed}))
    return stream.getvalue()


def test_text_is_for_people() -> None:
    assert written("text") == "WARNING deploy.wiring: waiting for the bus\n« où ? »\n"


def test_json_is_one_object_a_line_with_nothing_else_in_it() -> None:
    line = written("json")
    assert (line.count("\n"), line[-1], json.loads(line)) == (
        1,
        "\n",
        {
            "time": "2026-11-22T12:00:00.250+00:00",
            "level": "WARNING",
            "logger": "deploy.wiring",
            "message": "waiting for the bus\n« où ? »",
        },
    )


def test_a_traceback_stays_on_its_line() -> None:
    with pytest.raises(ValueError, match="Expecting") as caught:
        json.loads("{")
    line = written("json", exc_info=(caught.type, caught.value, caught.tb))
    assert (line.count("\n"), "JSONDecodeError" in json.loads(line)["message"]) == (1, True)


def test_a_line_about_a_fact_bears_its_ids() -> None:
    line = json.loads(written("json", fact="a", cause="b", about="c", citizen="nobody is told"))
    assert {name: line.get(name) for name in ("fact", "cause", "about", "citizen")} == {
        "fact": "a",
        "cause": "b",
        "about": "c",
        "citizen": None,
    }
