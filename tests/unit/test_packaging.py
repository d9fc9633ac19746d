"""The packages can live beside any other distribution, and ship what they need."""

import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


def project() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> list[str]:
    found: list[str] = project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    return found


def test_no_other_distribution_ships_a_package_of_our_name() -> None:
    shipping = packages_distributions()
    assert [name for name in packages() if set(shipping.get(name, ())) - {"palabre"}] == []


def test_the_same_packages_are_built_type_checked_and_held_to_the_import_rules() -> None:
    tools = project()["tool"]
    assert sorted(packages()) == sorted(file.parent.name for file in ROOT.glob("*/py.typed"))
    assert tools["importlinter"]["root_packages"] == packages()
    assert tools["mypy"]["packages"] == [*packages(), "tests"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    [built] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    with ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_packages(wheel: set[str]) -> None:
    files = {
        str(file.relative_to(ROOT))
        for name in packages()
        for file in (ROOT / name).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert files - wheel == set()


def test_the_wheel_holds_nothing_but_the_packages_and_its_own_description(wheel: set[str]) -> None:
    tops = {name.split("/", 1)[0] for name in wheel}
    described = {top for top in tops if top.endswith(".dist-info")}
    assert tops - described == set(packages())
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
