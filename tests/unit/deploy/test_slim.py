"""What an image does without is taken out; what it needs stays, compiled."""

from pathlib import Path

from deploy.slim import slim


def made(packages: Path, *names: str) -> None:
    for name in names:
        (packages / name).parent.mkdir(parents=True, exist_ok=True)
        (packages / name).write_text("one = 1\n", encoding="utf-8")


def test_only_the_surplus_goes(tmp_path: Path) -> None:
    packages = tmp_path / "lib" / "python3.13" / "site-packages"
    kept = {
        "numpy/core.py",
        "numpy/testing/tools.py",
        "tests/own.py",
        "babel/locale-data/fr_FR.dat",
        "babel/locale-data/root.dat",
        "babel/locale-data/zh_Hans_CN.dat",
    }
    made(packages, *kept, "numpy/tests/test_core.py", "numpy/core.pyx", "uvloop/loop.c")
    made(packages, "babel/locale-data/frr.dat", "babel/locale-data/de_DE.dat")
    slim(tmp_path)
    files = {str(file.relative_to(packages)) for file in packages.rglob("*") if file.is_file()}
    assert {file for file in files if "__pycache__" not in file} == kept
    compiled = [file for file in files if "__pycache__" in file]
    assert len(compiled) == len([file for file in kept if file.endswith(".py")])
