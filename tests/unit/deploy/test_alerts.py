"""Each alert has a case that fires it and a heading that says what to do; Prometheus's own program agrees."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.docs import ROOT

FOLDER = ROOT / "deploy/observability"
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def rules() -> list[dict[str, Any]]:
    loaded = yaml.safe_load((FOLDER / "alerts.yml").read_text(encoding="utf-8"))
    return [rule for group in loaded["groups"] for rule in group["rules"]]


def cases() -> list[dict[str, Any]]:
    loaded = yaml.safe_load((FOLDER / "alerts_test.yml").read_text(encoding="utf-8"))
    return [case for test in loaded["tests"] for case in test["alert_rule_test"]]


def anchors(paper: str) -> set[str]:
    found = HEADING.findall((ROOT / paper).read_text(encoding="utf-8"))
    return {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_each_alert_is_fired_by_a_case_and_silent_in_another() -> None:
    names = {rule["alert"] for rule in rules()}
    assert {case["alertname"] for case in cases() if case.get("exp_alerts")} == names
    assert {case["alertname"] for case in cases() if not case.get("exp_alerts")} == names


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule["alert"]))
def test_each_alert_says_what_is_wrong_and_where_it_is_told_what_to_do(rule: dict[str, Any]) -> None:
    summary, (paper, _, anchor) = rule["annotations"]["summary"], rule["annotations"]["runbook"].partition("#")
    assert (summary[-1], rule["labels"]["severity"] in {"warning", "critical"}) == (".", True)
    assert anchor in anchors(paper)


@pytest.mark.parametrize("arguments", [("check", "rules", "alerts.yml"), ("test", "rules", "alerts_test.yml")])
def test_prometheus_agrees(arguments: tuple[str, ...]) -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool (of Debian's package prometheus) is not installed")
    said = subprocess.run([promtool, *arguments], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_the_folder_holds_what_the_paper_names() -> None:
    named = re.findall(r"deploy/observability/(\w+\.\w+)", (ROOT / "docs/watching.md").read_text(encoding="utf-8"))
    assert [name for name in named if not Path(FOLDER / name).exists()] == []
