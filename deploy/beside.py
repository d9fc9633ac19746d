"""A folder that is written beside its place and put there whole, so that nothing is there by halves."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


class FolderError(ValueError):
    """The folder cannot be written; the message says what to do."""


@contextmanager
def beside(folder: Path, mark: str) -> Iterator[Path]:
    """Yield a folder to write in, which takes the place of `folder` if all goes well and leaves no trace otherwise.

    A folder that is there is replaced where it is empty, or holds the file `mark`, as earlier ones do.
    """
    place = folder.absolute()
    _check(folder, mark)
    with _to_be_written(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        yield draft
        with _to_be_written(folder):
            _put(draft, place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _check(folder: Path, mark: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file: name a new folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / mark).is_file():
        raise FolderError(f"{folder} holds other files: name a new folder, or one of an earlier export")


@contextmanager
def _to_be_written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(f"{path} cannot be written ({error.strerror}): name another folder") from None


def write(file: Path, content: bytes) -> None:
    with _to_be_written(file):
        file.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(0o644)


def _put(draft: Path, place: Path) -> None:
    draft.chmod(0o755)
    if place.exists():
        old = Path(mkdtemp(prefix=f".{place.name}-old-", dir=place.parent))
        place.rename(old / "export")
        draft.rename(place)
        shutil.rmtree(old)
    else:
        draft.rename(place)
