"""What an image does without, taken out of an environment before it is copied: `python slim.py /opt/palabre`.

Tests of the libraries, sources and debugging symbols of what is compiled already, and the calendars and numbers of
languages that nobody is spoken to in. What is left is compiled to bytecode that needs no look at its source's date.
"""

import compileall
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = {"ar", "en", "es", "fr", "it", "root", "zh"}  # the six, and what Babel derives them from
SOURCES = {".c", ".cpp", ".h", ".hpp", ".pxd", ".pxi", ".pyi", ".pyx"}
MENDED = ".libs"  # a wheel's folder of libraries that were mended for it: stripping has broken such


def surplus(packages: Path) -> Iterator[Path]:
    """Yield the folders and files of installed packages that a running program does not read."""
    yield from (each for each in packages.rglob("tests") if each.is_dir() and each.parent != packages)
    yield from (each for each in packages.rglob("*") if each.suffix in SOURCES)
    locales = packages / "babel" / "locale-data"
    yield from (each for each in locales.glob("*.dat") if each.stem.partition("_")[0] not in LANGUAGES)


def modules(packages: Path) -> list[Path]:
    """Return the compiled modules."""
    return [each for each in packages.rglob("*.so") if not each.relative_to(packages).parts[0].endswith(MENDED)]


def slim(environment: Path) -> None:
    """Take the surplus out of an environment, and compile the rest."""
    for packages in environment.glob("lib/python*/site-packages"):
        for each in list(surplus(packages)):
            shutil.rmtree(each, ignore_errors=True) if each.is_dir() else each.unlink(missing_ok=True)
        if compiled := modules(packages):
            subprocess.run(["strip", "--strip-unneeded", *compiled], check=True)  # noqa: S603, S607 - of this stage
        form = py_compile.PycInvalidationMode.UNCHECKED_HASH
        compileall.compile_dir(packages, quiet=2, force=True, invalidation_mode=form)


if __name__ == "__main__":
    slim(Path(sys.argv[1]))
