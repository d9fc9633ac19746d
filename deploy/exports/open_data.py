"""A theme's open data as files by name: what was published, what can be counted, and a manifest of it all."""

import asyncio
import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.exports.export_files import Published, files_of
from deploy.paper import Tell, paper_of, unheard
from deploy.paper.matter import Matter, quoted
from deploy.results import newest_of
from deploy.settings import Settings
from storage.read_models.contributions import admitted_texts
from storage.read_models.results import draft_of, published_of
from storage.read_models.status import status_of
from storage.read_models.themes import ThemeView

LICENCE = "etalab-2.0"  # the open licence of French public bodies; SPDX's name for it
MANIFEST = "manifest.json"
RESULTS = ("agenda", "summary", "map")


async def open_data(
    engine: AsyncEngine, settings: Settings, theme: ThemeView, *, drafts: bool = False, tell: Tell = unheard
) -> dict[str, bytes]:
    """Return a theme's open data and its manifest by name; `drafts`: agenda and summary too that nobody published.

    `tell` is told of what could not be made here, and what to do.
    """
    results, since = await _results(engine, theme.slug, drafts=drafts)
    files = await files_of(engine, Published(settings.city, settings.language, theme.slug, theme.title, results))
    files |= await asyncio.to_thread(paper_of, await _matter(engine, settings, theme, since, files), tell)
    counts = await _counts(engine, theme.slug)
    named = {name: files[name] for name in sorted(files)}
    return {**named, MANIFEST: await asyncio.to_thread(_manifest, settings, theme, counts, files)}


async def _counts(engine: AsyncEngine, theme: str) -> dict[str, Any]:
    """Return what the pages count for everybody; moderation.json holds the rest, as far as it may be told."""
    status = await status_of(engine, theme)
    return {"contributions": {"admitted": status.contributions["admitted"]}, "votes": status.votes}


async def _matter(
    engine: AsyncEngine, settings: Settings, theme: ThemeView, since: Mapping[str, datetime], files: Mapping[str, bytes]
) -> Matter:
    """Return what the paper is made of: the other files, and the questions of the agenda in words."""
    agenda, summary = (json.loads(files[f"{name}.json"]) for name in ("agenda", "summary"))
    newest = json.loads(files["record.jsonl"].rstrip().rpartition(b"\n")[2] or "{}")
    return Matter(
        language=settings.language,
        timezone=settings.timezone,
        city=settings.city_name,
        title=theme.title,
        licence=LICENCE,
        agenda=agenda,
        summary=summary,
        since=since,
        texts=await admitted_texts(engine, quoted(agenda)),
        head=(newest["seq"], newest["hash"]) if newest else None,
    )


async def _results(
    engine: AsyncEngine, theme: str, *, drafts: bool
) -> tuple[dict[str, Mapping[str, Any]], dict[str, datetime]]:
    """Return what was published, and since when; where drafts are wanted (the map always), else the newest draft."""
    found: dict[str, Mapping[str, Any]] = {}
    since: dict[str, datetime] = {}
    for result in RESULTS:
        published = await published_of(engine, theme, result)
        draft = await newest_of(engine, theme, result) if drafts or result == "map" else None
        content = published.content | {"version": published.version} if published else draft and draft.content
        found[result] = content or {}
        if published and published.published_at:
            since[result] = published.published_at
    picture = await draft_of(engine, theme, "map_picture")
    if picture and picture.input_hash == found["map"].get("input_hash"):
        found["map_picture"] = picture.content
    return found, since


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
