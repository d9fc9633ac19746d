"""Open data of a theme: written beside the folder and put in its place whole, so that nothing is there by halves."""

import csv
import io
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from deploy.export_files import Published, files_of
from deploy.importing import applied, applying
from deploy.results import known, newest_of
from deploy.settings import Settings
from deploy.wiring import Instance, instance, now
from storage.read_models.results import draft_of, published_of
from storage.read_models.status import status_of
from storage.read_models.themes import ThemeView

LICENCE = "etalab-2.0"  # the open licence of French public bodies; SPDX's name for it
MANIFEST = "manifest.json"
RESULTS = ("agenda", "summary", "map")


class FolderError(ValueError):
    """The folder cannot be written; the message says what to do."""


async def export(settings: Settings, theme: str, folder: Path) -> list[str]:
    """Write a theme's open data to `folder` and return the names of the files. Raises FolderError, NoResultError."""
    with _beside(folder) as draft:
        async with instance(settings) as parts:
            view = await known(parts.engine, theme)
            async with applying(parts):
                await applied(parts)
            results = await _results(parts, theme)
            published = Published(settings.city, settings.language, view.slug, view.title, results)
            files = await files_of(parts.engine, published)
            counts = asdict(await status_of(parts.engine, theme))
        written = {name: files[name] for name in sorted(files)}
        written[MANIFEST] = _manifest(settings, view, counts, files)
        for name, content in written.items():
            _write(draft / name, content)
    return list(written)


async def _results(parts: Instance, theme: str) -> dict[str, Mapping[str, Any]]:
    """Return what was published, else what can be computed from what is admitted now."""
    from deliberation.similarity import embedder  # noqa: PLC0415 - heavy, and a slip is told without it
    from workers.cartographer import Cartographer  # noqa: PLC0415 - as above

    cartographer = Cartographer(parts.engine, now, parts.settings.language, embedder())
    await cartographer.bring_up_to_date(theme)
    found: dict[str, Mapping[str, Any]] = {}
    for result in RESULTS:
        published = await published_of(parts.engine, theme, result)
        draft = await newest_of(parts.engine, theme, result)
        content = published.content | {"version": published.version} if published else draft and draft.content
        found[result] = content or {}
    picture = await draft_of(parts.engine, theme, "map_picture")
    if picture and picture.input_hash == found["map"].get("input_hash"):
        found["map_picture"] = picture.content
    return found


def _manifest(settings: Settings, theme: ThemeView, counts: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """Describe the files; without a moment, so that the same content gives the same manifest."""
    content = {
        "theme": theme.slug,
        "title": theme.title,
        "city": settings.city_name,
        "licence": LICENCE,
        "made_by": f"palabre {version('palabre')}",
        "counts": counts,
        "files": [
            {"name": name, "sha256": sha256(files[name]).hexdigest(), "bytes": len(files[name]), **_rows(name, files)}
            for name in sorted(files)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


def _rows(name: str, files: Mapping[str, bytes]) -> dict[str, int]:
    """Count the rows of a table; a cell with line breaks is quoted, so the lines are not counted."""
    if name.endswith(".csv"):
        return {"rows": csv_rows(files[name])}
    return {"rows": files[name].count(b"\n")} if name.endswith(".jsonl") else {}


def csv_rows(content: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(content.decode(), newline=""))) - 1


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Yield a folder to write in, which takes the place of `folder` if all goes well and leaves no trace otherwise."""
    place = folder.absolute()
    _check(folder)
    with _to_be_written(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        yield draft
        with _to_be_written(folder):
            _put(draft, place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file: name a new folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise FolderError(f"{folder} holds other files: name a new folder, or one of an earlier export")


@contextmanager
def _to_be_written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(f"{path} cannot be written ({error.strerror}): name another folder") from None


def _write(file: Path, content: bytes) -> None:
    with _to_be_written(file):
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
