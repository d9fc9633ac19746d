"""Computed drafts and published versions of map, topics, agenda and summary."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables.results import Draft, Publication


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
