"""`palabre demo --headless`, as a stranger runs it."""

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import psutil
import pytest

from storage.record import first_break
from tests.e2e.conftest import CALLS, REFUSED

FILES = {
    "agenda-and-summary.pdf", "agenda.ics", "agenda.json", "contributions.csv", "manifest.json", "map.json", "map.svg",
    "moderation.json", "pages", "record.jsonl", "sessions.ics", "summary.html", "summary.json", "votes.csv",
}  # fmt: skip


async def palabre(*arguments: str, home: Path) -> tuple[int | None, str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deploy.cli", *arguments,
        env=environ | {"PALABRE_HOME": str(home)}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    output, _ = await process.communicate()
    return process.returncode, output.decode()


async def test_the_whole_job_runs_once_and_leaves_open_data_and_no_process(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    home = tmp_path / "demo"
    code, said = await palabre("demo", "--headless", "--home", str(home), home=home)
    assert code == 0, said
    assert "Agenda of la-viande" in said
    assert "Summary of la-viande" in said
    assert "palabre: " not in said
    [(calls, refused)] = re.findall(r"Bot API: (\d+) calls, (\d+) refused", said)
    request.node.user_properties += [(CALLS, int(calls)), (REFUSED, int(refused))]
    assert (int(calls) > 0, refused) == (True, "0")
    assert {file.name for file in (home / "export").iterdir()} == FILES
    running = [" ".join(each.info["cmdline"] or []) for each in psutil.process_iter(["cmdline"])]
    assert [command for command in running if str(home) in command] == []

    agenda = json.loads((home / "export" / "agenda.json").read_text(encoding="utf-8"))
    assert sum(item["minutes"] for item in agenda["items"]) <= agenda["time_budget_minutes"] == 180
    assert all(
        round(sum(share["minutes"] for share in item["paid_by"]), 6) == item["minutes"] for item in agenda["items"]
    )
    record = (home / "export" / "record.jsonl").read_text(encoding="utf-8").splitlines()
    assert first_break(map(json.loads, record)) is None


async def test_a_folder_that_is_somebodys_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    code, said = await palabre("demo", "--headless", "--home", str(tmp_path), home=tmp_path)
    assert (code, said.count("\n")) == (2, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["letters.txt"]
