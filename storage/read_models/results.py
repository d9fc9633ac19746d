"""Computed drafts and published versions of map, topics, agenda and summary."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.rewording import reworded
from storage.tables.results import Draft, Publication

WORDING = "wording-"  # and a language: the draft that holds what a model wrote


@dataclass(frozen=True, slots=True)
class DraftView:
    """The newest computed result; `content` is the JSON document that the contract describes."""

    theme: str
    result: str
    input_hash: str
    content: dict[str, Any]
    computed_at: datetime


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A requested (`version` None) or published version."""

    id: UUID
    theme: str
    result: str
    version: int | None
    input_hash: str
    content: dict[str, Any]
    requested_by: UUID
    published_at: datetime | None


async def draft_of(engine: AsyncEngine, theme: str, result: str) -> DraftView | None:
    """Return the newest draft of `map`, `topics`, `agenda` or `summary`."""
    async with AsyncSession(engine) as session:
        found = await session.get(Draft, (theme, result))
    return DraftView(theme, result, found.input_hash, json.loads(found.content), found.computed_at) if found else None


async def published_of(
    engine: AsyncEngine, theme: str, result: str, version: int | None = None
) -> PublicationView | None:
    """Return a published version, the newest unless one is named."""
    query = select(Publication).where(
        Publication.theme == theme, Publication.result == result, col(Publication.version).is_not(None)
    )
    if version is not None:
        query = query.where(Publication.version == version)
    async with AsyncSession(engine) as session:
        found = (await session.exec(query.order_by(col(Publication.version).desc()).limit(1))).one_or_none()
    return view(found) if found else None


async def publication_of(engine: AsyncEngine, publication: UUID) -> PublicationView | None:
    """Return a requested or published version by its id."""
    async with AsyncSession(engine) as session:
        found = await session.get(Publication, publication)
    return view(found) if found else None


def view(found: Publication) -> PublicationView:
    return PublicationView(
        id=found.id,
        theme=found.theme,
        result=found.result,
        version=found.version,
        input_hash=found.input_hash,
        content=json.loads(found.content),
        requested_by=found.requested_by,
        published_at=found.published_at,
    )


async def summary_of(engine: AsyncEngine, theme: str) -> DraftView | None:
    """Return the newest draft of the summary, with what a model wrote of it beside the exact words."""
    found = await draft_of(engine, theme, "summary")
    if found is None:
        return None
    return replace(found, content=reworded(found.content, await wordings_of(engine, theme)))


async def wordings_of(engine: AsyncEngine, theme: str) -> dict[str, dict[str, Any]]:
    """Return what a model wrote of a theme's summary and stood the check, by language."""
    query = select(Draft.result, Draft.content).where(Draft.theme == theme, col(Draft.result).startswith(WORDING))
    async with AsyncSession(engine) as session:
        rows = (await session.exec(query.order_by(col(Draft.result)))).all()
    return {result.removeprefix(WORDING): json.loads(content) for result, content in rows}
