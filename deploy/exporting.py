"""Open data of a theme: written beside the folder and put in its place whole, so that nothing is there by halves."""

import asyncio
import io
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deploy.importing import applied, applying
from deploy.open_data import MANIFEST, open_data
from deploy.paper import Tell, unheard
from deploy.results import known
from deploy.settings import Settings
from deploy.site import Site
from deploy.wiring import Instance, instance, now
from storage.read_models.themes import ThemeView

PAGES = "pages"  # the folder of the public pages


class FolderError(ValueError):
    """The folder cannot be written; the message says what to do."""


async def export(settings: Settings, theme: str, folder: Path, tell: Tell = unheard) -> list[str]:
    """Write a theme's open data to `folder` and return the names of the files; `tell`: what could not be made.

    Raises FolderError, NoResultError.
    """
    with _beside(folder) as draft:
        async with instance(settings) as parts:
            view = await known(parts.engine, theme)
            async with applying(parts):
                await applied(parts)
            await _brought_up_to_date(parts, theme)
            written = await everything(parts, view, tell)
        for name, content in written.items():
            _write(draft / name, content)
    return [*(name for name in written if not name.startswith(f"{PAGES}/")), f"{PAGES}/"]


async def everything(parts: Instance, theme: ThemeView, tell: Tell = unheard) -> dict[str, bytes]:
    """Return a theme's open data, its manifest and its public pages by name."""
    written = await open_data(parts.engine, parts.settings, theme, drafts=True, tell=tell)
    pages = await Site(parts.settings, parts.engine).files(None, only=theme.slug)
    return {**written, **{f"{PAGES}/{path}": page for path, page in pages.items()}}


async def bundle(parts: Instance, slug: str) -> bytes:
    """Return the same as one ZIP file, equal bytes for equal content. Raises NoResultError."""
    files = await everything(parts, await known(parts.engine, slug))
    return await asyncio.to_thread(_zipped, slug, files)


def _zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as bundled:
        for name, written in files.items():
            bundled.writestr(ZipInfo(f"{folder}/{name}"), written, ZIP_DEFLATED)  # with the moment that ZIP begins at
    return content.getvalue()


async def _brought_up_to_date(parts: Instance, theme: str) -> None:
    from deliberation.similarity import embedder  # noqa: PLC0415 - heavy, and a slip is told without it
    from workers.cartographer import Cartographer  # noqa: PLC0415 - as above

    await Cartographer(parts.engine, now, parts.settings.language, embedder()).bring_up_to_date(theme)


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
