"""Open data of a theme, as a folder or as one file."""

import asyncio
import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deploy.beside import beside, write
from deploy.exports.open_data import MANIFEST, open_data
from deploy.imports.importing import applied, applying
from deploy.paper import Tell, unheard
from deploy.results import known
from deploy.settings import Settings
from deploy.site import Site
from deploy.wiring import Instance, instance, now
from storage.read_models.themes import ThemeView

PAGES = "pages"  # the folder of the public pages


async def export(settings: Settings, theme: str, folder: Path, tell: Tell = unheard) -> list[str]:
    """Write a theme's open data to `folder` and return the names of the files; `tell`: what could not be made.

    Raises FolderError, NoResultError.
    """
    with beside(folder, MANIFEST) as draft:
        async with instance(settings) as parts:
            view = await known(parts.engine, theme)
            async with applying(parts):
                await applied(parts)
            await _brought_up_to_date(parts, theme)
            written = await everything(parts, view, tell)
        for name, content in written.items():
            write(draft / name, content)
    return [*(name for name in written if not name.startswith(f"{PAGES}/")), f"{PAGES}/"]


async def everything(parts: Instance, theme: ThemeView, tell: Tell = unheard) -> dict[str, bytes]:
    """Return a theme's open data, its manifest and its public pages by name."""
    written = await open_data(parts.engine, parts.settings, theme, drafts=True, tell=tell)
    pages = await Site(parts.settings, parts.engine, now).files(None, only=theme.slug)
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
