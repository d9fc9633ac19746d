"""The papers say what the code does."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from deliberation.phases import PHASES
from deploy.docs import CHART, ROOT, differing, pages, write
from deploy.publishers import publishers
from deploy.schemas import RESULTS
from deploy.settings import PREFIX, SECRETS, Settings
from events.catalogue import catalogue
from events.moderation import Role
from events.topology import readers

ROW = re.compile(rf"^\| `{PREFIX}([A-Z_]+)` \| (.*) \| (.*) \|$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.md")])


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_generated_pages_are_what_the_code_says() -> None:
    assert differing(ROOT) == []


def test_a_page_that_differs_is_missing_or_is_left_over_is_named_and_mended(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "docs/events.md").write_text("something else", encoding="utf-8")
    (tmp_path / "docs/schemas/map.json").unlink()
    (tmp_path / "docs/schemas/events/vote.sold.json").write_text("{}", encoding="utf-8")
    wrong = [Path("docs/events.md"), Path("docs/schemas/events/vote.sold.json"), Path("docs/schemas/map.json")]
    assert differing(tmp_path) == wrong
    assert write(tmp_path) == wrong
    assert differing(tmp_path) == []


def test_each_kind_of_fact_and_each_result_has_its_page() -> None:
    facts = {Path(f"docs/schemas/events/{kind}.json") for kind in catalogue()}
    results = {Path(f"docs/schemas/{name}.json") for name in RESULTS}
    assert set(pages()) == facts | results | {Path("docs/events.md"), Path("docs/asyncapi.json"), CHART}


def test_the_bus_is_described_with_every_fact_in_it() -> None:
    found = json.loads(text("docs/asyncapi.json"))
    kinds = {reader.name: set(found["channels"][reader.name]["messages"]) for reader in readers()}
    assert found["asyncapi"] == "3.0.0"
    assert kinds == {reader.name: set(reader.kinds) for reader in readers()}
    assert {target for target in references(found) if not resolves(found, target)} == set()


def references(part: Any) -> list[str]:
    """Return everything that a document refers to inside itself."""
    if isinstance(part, list):
        return [each for one in part for each in references(one)]
    if isinstance(part, dict):
        here = [part["$ref"]] if "$ref" in part else []
        return here + [each for one in part.values() for each in references(one)]
    return []


def resolves(found: Any, target: str) -> bool:
    for step in target.removeprefix("#/").split("/"):
        if step not in found:
            return False
        found = found[step]
    return True


def test_publishers_are_found_where_facts_are_built_and_not_where_they_are_read() -> None:
    told = publishers(ROOT)
    assert told["vote.cast"] == ["citizen bot", "`palabre import`"]
    assert told["result.published"] == ["clerk"]
    assert told["invitation.made"][-1] == "`palabre invite`"


def test_each_setting_is_documented_with_its_default_and_nothing_else_is() -> None:
    documented = {name.lower(): default.strip("`") for name, _, default in ROW.findall(text("docs/settings.md"))}
    defaults = {name: shown(field.default) for name, field in Settings.model_fields.items()}
    assert documented == defaults


def shown(default: object) -> str:
    if isinstance(default, Path):
        return f"~/{default.relative_to(Path.home())}"
    return "–" if default is None else str(default)


def test_the_settings_that_may_stand_in_a_file_are_marked() -> None:
    rows = [(name.lower(), meaning) for name, meaning, _ in ROW.findall(text("docs/settings.md"))]
    assert {name for name, meaning in rows if "🔑" in meaning} == set(SECRETS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    targets = LINK.findall(paper.read_text(encoding="utf-8"))
    assert [target for target in targets if not (paper.parent / target).exists()] == []


def test_decisions_are_numbered_dated_and_listed() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    numbers = [int(file.name[:4]) for file in decisions]
    assert numbers
    assert numbers == list(range(1, len(decisions) + 1))
    for file in decisions:
        title, _, metadata = file.read_text(encoding="utf-8").splitlines()[:3]
        assert title.startswith(f"# {int(file.name[:4])}. ")
        assert re.fullmatch(r"Date: \d{4}-\d{2}-\d{2} · Status: (accepted|superseded by \d{4})", metadata)
        assert f"]({file.name})" in text("docs/decisions/README.md")


def test_the_handbook_names_every_phase_and_every_role() -> None:
    handbook = text("docs/moderators.md")
    assert [name for name in (*PHASES, *get_args(Role)) if f"`{name}`" not in handbook] == []
