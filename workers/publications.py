"""Agenda and summary: published in exactly the version that two people have seen."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from deliberation.roles import MAY
from events.base import Event, Param
from events.news import NewsAddressed
from events.results import PublicationConfirmed, PublicationRequested, ResultPublished
from storage.erasure import under_way
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.people import Member
from storage.tables.results import Publication
from storage.tables.themes import Theme
from workers import tidings
from workers.decisions import CHUNK, open_theme

Content = dict[str, list[dict[str, Any]]]
Word = Callable[[Sequence[str]], tuple[str, dict[str, Param]]]


async def request(work: Work, requested: PublicationRequested) -> None:
    """Keep the document as it was shown and ask the other moderators to confirm it."""
    theme = await open_theme(work, requested.theme, "publish")
    if await quotes_the_erased(work, requested.content):
        raise Refused("outdated", result=requested.result)
    work.session.add(
        Publication(
            id=requested.event_id,
            theme=theme.slug,
            result=requested.result,
            input_hash=requested.input_hash,
            content=json.dumps(requested.content, ensure_ascii=False, sort_keys=True),
            requested_by=requested.by,
            requested_at=requested.occurred_at,
        )
    )
    for colleague in await colleagues(work, requested.by):
        work.emit(call_to_confirm(requested, theme, colleague))
    work.settle(requested, "publication_requested", publication=str(requested.event_id), theme=theme.slug)


async def quotes_the_erased(work: Work, content: Mapping[str, Any]) -> bool:
    """Say whether a document was made before an erasure that is under way."""
    erased = (await under_way(work.session)).values()
    return any(sought.without(content) != content for sought in erased)


async def colleagues(work: Work, member: UUID) -> list[UUID]:
    query = select(Member.id).where(col(Member.active), col(Member.role).in_(MAY["publish"]), Member.id != member)
    return list((await work.session.exec(query.order_by(col(Member.name)))).all())


def call_to_confirm(requested: PublicationRequested, theme: Theme, colleague: UUID) -> NewsAddressed:
    return NewsAddressed.following(
        requested,
        colleague,
        person=colleague,
        audience="moderator",
        wording="notice-publication-requested",
        params={"what": requested.result, "theme": theme.title},
        theme=theme.slug,
        buttons=(("button-see-publication", f"see:{requested.event_id}"),),
    )


async def confirm(work: Work, confirmed: PublicationConfirmed) -> None:
    """Publish what a colleague requested, and tell every author of the theme."""
    publication = await work.session.get(Publication, confirmed.publication)
    if publication is None:
        raise Refused("unknown_publication")
    if publication.requested_by == confirmed.by:
        raise Refused("second_person")
    if publication.version is not None:
        raise Refused("published_already", version=publication.version)
    theme = await open_theme(work, publication.theme, "publish")
    content = json.loads(publication.content)
    if not await all_admitted(work, cited(content)):
        raise Refused("outdated", result=publication.result)
    publication.version = await newest(work, publication) + 1
    publication.confirmed_by, publication.published_at = confirmed.by, confirmed.occurred_at
    work.emit(
        ResultPublished.following(
            confirmed,
            theme=theme.slug,
            result=publication.result,
            version=publication.version,
            publication=publication.id,
        )
    )
    await tell_authors(work, confirmed, theme, publication.result, content)
    await tidings.spread(work, confirmed, theme.slug, publication.result, str(publication.id))
    work.settle(confirmed, "published", theme=theme.slug, result=publication.result, version=publication.version)


async def newest(work: Work, publication: Publication) -> int:
    query = select(func.max(Publication.version)).where(
        Publication.theme == publication.theme, Publication.result == publication.result
    )
    return (await work.session.exec(query)).one() or 0


def cited(content: Content) -> set[str]:
    """Return the references of all contributions that a document shows."""
    questions = (ref for item in (*content.get("items", ()), *content.get("not_selected", ())) for ref in of(item))
    return {*questions, *(ref for section in content.get("sections", ()) for ref in quoted(section))}


def of(item: dict[str, Any]) -> list[str]:
    return [str(ref) for ref in item.get("questions", ())]


def quoted(section: dict[str, Any]) -> list[str]:
    return [str(ref) for sentence in section.get("sentences", ()) for ref in sentence.get("citations", ())]


async def all_admitted(work: Work, references: set[str]) -> bool:
    """Say whether nothing was withdrawn or decided otherwise since the document was made."""
    ordered, admitted = sorted(references), 0
    for start in range(0, len(ordered), CHUNK):
        named = col(Contribution.reference).in_(ordered[start : start + CHUNK])
        query = select(func.count()).select_from(Contribution).where(named, Contribution.state == "admitted")
        admitted += (await work.session.exec(query)).one()
    return admitted == len(ordered)


async def tell_authors(work: Work, cause: Event, theme: Theme, result: str, content: Content) -> None:
    """Tell each author once: what became of their words, the most telling of them first.

    A new version takes the place of what was told of the version before, while that is the newest message.
    """
    word = agenda_news(content) if result == "agenda" else summary_news(content)
    for author, refs in (await references_by_author(work, theme.slug)).items():
        wording, params = word(refs)
        work.emit(
            NewsAddressed.following(
                cause,
                author,
                person=author,
                audience="citizen",
                wording=wording,
                params={**params, "theme": theme.title},
                theme=theme.slug,
                buttons=((f"button-open-{result}", f"open:{result}:{theme.slug}"),),
                stands=f"{result}:{theme.slug}",
            )
        )


async def references_by_author(work: Work, theme: str) -> dict[UUID, list[str]]:
    """Return the references of what each author who has a chat gave and was admitted, oldest first."""
    query = (
        select(Contribution.author, Contribution.reference)
        .where(Contribution.theme == theme, Contribution.state == "admitted", Contribution.origin == "chat")
        .order_by(col(Contribution.received_at), col(Contribution.id))
    )
    given: dict[UUID, list[str]] = {}
    for author, reference in (await work.session.exec(query)).all():
        given.setdefault(author, []).append(reference)
    return given


def agenda_news(content: Content) -> Word:
    """Return what words an author by their references: the first item that holds one of their questions."""
    items = content.get("items", [])
    item_of = {ref: n for n, item in reversed(list(enumerate(items))) for ref in of(item)}

    def word(refs: Sequence[str]) -> tuple[str, dict[str, Param]]:
        first = min((item_of[ref] for ref in refs if ref in item_of), default=None)
        if first is None:
            return "notice-agenda-published", {"ref": refs[0]}
        mine = ", ".join(ref for ref in refs if item_of.get(ref) == first)
        return "notice-agenda-item", {
            "ref": mine,
            "rank": int(items[first]["rank"]),
            "title": str(items[first]["title"]),
        }

    return word


def summary_news(content: Content) -> Word:
    shown = cited(content)

    def word(refs: Sequence[str]) -> tuple[str, dict[str, Param]]:
        mine = [ref for ref in refs if ref in shown]
        return "notice-summary-published", {"ref": ", ".join(mine) or refs[0], "cited": bool(mine)}

    return word


def handlers() -> dict[str, Handler]:
    return {PublicationRequested.kind: each(request), PublicationConfirmed.kind: each(confirm)}
