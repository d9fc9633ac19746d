"""What the pages of a theme are made of: admitted texts with personal data masked, published results, numbers."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.disclosure import SMALLEST
from deliberation.pruning import Prune
from storage.read_models.contributions import ContributionView, admitted_of, gone_of, masked
from storage.read_models.objections import ObjectionView, objections_of
from storage.read_models.public_record import ModerationRecord, moderation_record
from storage.read_models.questions import supporters_of
from storage.read_models.results import PublicationView, draft_of, published_of
from storage.read_models.sessions import SessionView, sessions_of
from storage.read_models.status import Status, status_of
from storage.read_models.themes import ThemeView
from storage.tables.memory import Head as Newest

SIDES = ("common_ground", "contention", "uncertain", "bridging")

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A published agenda or summary: which version, since when, and what it says that may still be shown."""

    version: int
    published_at: datetime
    content: Document


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of the record's chain: whoever noted it sees later whether anything before it was changed."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class ThemeContent:
    """A theme as everybody may see it; `supporters` by question.

    Debates `to_come` are told soonest first, those `held` latest first.
    """

    view: ThemeView
    status: Status
    texts: tuple[ContributionView, ...]
    supporters: Mapping[UUID, int]
    agenda: Edition | None
    summary: Edition | None
    map: Document | None
    map_svg: str | None
    to_come: tuple[SessionView, ...]
    held: tuple[SessionView, ...]
    moderation: ModerationRecord
    objections: tuple[ObjectionView, ...]
    head: Head | None


async def content_of(engine: AsyncEngine, view: ThemeView, at: datetime) -> ThemeContent:
    """Read what may be shown of a theme at a moment; what was published and taken back since is left out."""
    admitted = await admitted_of(engine, view.slug)
    texts = await asyncio.to_thread(lambda: tuple(map(masked, admitted)))  # of thousands that takes a second
    prune = Prune({text.reference: text.text for text in texts}, await gone_of(engine, view.slug))
    drawn, picture = await draft_of(engine, view.slug, "map"), await draft_of(engine, view.slug, "map_picture")
    shown = drawn is not None and drawn.content.get("participants", 0) >= SMALLEST
    debates = await sessions_of(engine, view.slug)
    return ThemeContent(
        view=view,
        status=await status_of(engine, view.slug),
        texts=texts,
        supporters=await supporters_of(engine, view.slug),
        agenda=_edition(await published_of(engine, view.slug, "agenda"), prune),
        summary=_edition(await published_of(engine, view.slug, "summary"), prune),
        map=_worded(prune.document(drawn.content), texts) if drawn and shown else None,
        map_svg=picture.content.get("svg") if picture and shown else None,
        to_come=tuple(each for each in debates if each.starts_at > at),
        held=tuple(each for each in reversed(debates) if each.starts_at <= at),
        moderation=await moderation_record(engine, view.slug),
        objections=await objections_of(engine, view.slug),
        head=await _head(engine),
    )


def _edition(found: PublicationView | None, prune: Prune) -> Edition | None:
    if found is None or found.version is None or found.published_at is None:
        return None
    return Edition(found.version, found.published_at, prune.document(found.content))


def _worded(content: Document, texts: tuple[ContributionView, ...]) -> Document:
    """Return the map with each statement's words as they are shown now."""
    words = {text.reference: text.text for text in texts}

    def told(rows: Any) -> list[Document]:
        return [{**row, "text": words[row["statement"]]} for row in rows if row["statement"] in words]

    groups = [{**group, "representative": told(group["representative"])} for group in content["groups"]]
    return {**content, **{side: told(content.get(side, ())) for side in SIDES}, "groups": groups}


async def _head(engine: AsyncEngine) -> Head | None:
    async with AsyncSession(engine) as session:
        found = (await session.exec(select(Newest))).one_or_none()
    return Head(found.seq, found.hash) if found else None
