"""Agenda and summary: published in exactly the version that two people have seen."""

import json
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from events.base import Event, Param
from events.news import NewsAddressed
from events.results import PublicationConfirmed, PublicationRequested, ResultPublished
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.people import Member
from storage.tables.results import Publication
from storage.tables.themes import Theme
from workers.decisions import MODERATING, authorised, open_theme


async def request(work: Work, requested: PublicationRequested) -> None:
    """Keep the document as it was shown and ask the other moderators to confirm it."""
    await authorised(work, requested.by)
    theme = await open_theme(work, requested.theme, "publish")
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


async def colleagues(work: Work, member: UUID) -> list[UUID]:
    query = select(Member.id).where(col(Member.active), col(Member.role).in_(MODERATING), Member.id != member)
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
        buttons=(
            ("button-see", f"see:{requested.event_id}"),
            ("button-confirm", f"publish:{requested.event_id}"),
        ),
    )


async def confirm(work: Work, confirmed: PublicationConfirmed) -> None:
    """Publish what a colleague requested, and tell every author of the theme."""
    await authorised(work, confirmed.by)
    publication = await work.session.get(Publication, confirmed.publication)
    if publication is None:
        raise Refused("unknown_publication")
    if publication.requested_by == confirmed.by:
        raise Refused("second_person")
    if publication.version is not None:
        raise Refused("published_already", version=publication.version)
    theme = await open_theme(work, publication.theme, "publish")
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
    await tell_authors(work, confirmed, theme, publication)
    work.settle(confirmed, "published", theme=theme.slug, result=publication.result, version=publication.version)


async def newest(work: Work, publication: Publication) -> int:
    query = select(func.max(Publication.version)).where(
        Publication.theme == publication.theme, Publication.result == publication.result
    )
    return (await work.session.exec(query)).one() or 0


async def tell_authors(work: Work, cause: Event, theme: Theme, publication: Publication) -> None:
    """Tell each author once: what became of their words, the most telling of them first."""
    query = (
        select(Contribution)
        .where(Contribution.theme == theme.slug, Contribution.state == "admitted", Contribution.origin == "chat")
        .order_by(col(Contribution.received_at), col(Contribution.id))
    )
    given = (await work.session.exec(query)).all()
    content = json.loads(publication.content)
    word = agenda_news if publication.result == "agenda" else summary_news
    for author in dict.fromkeys(contribution.author for contribution in given):
        refs = [contribution.reference for contribution in given if contribution.author == author]
        wording, params = word(content, refs)
        params["theme"] = theme.title
        button = f"button-open-{publication.result}"
        work.emit(
            NewsAddressed.following(
                cause,
                author,
                person=author,
                audience="citizen",
                wording=wording,
                params=params,
                theme=theme.slug,
                buttons=((button, f"open:{publication.result}:{theme.slug}"),),
            )
        )


def agenda_news(content: dict[str, list[dict[str, object]]], refs: list[str]) -> tuple[str, dict[str, Param]]:
    """Return wording and parameters for an author: the first item that holds one of their questions."""
    for item in content.get("items", []):
        mine = [ref for ref in refs if ref in _references(item["questions"])]
        if mine:
            return "notice-agenda-item", {
                "ref": ", ".join(mine),
                "rank": int(str(item["rank"])),
                "title": str(item["title"]),
            }
    return "notice-agenda-published", {"ref": refs[0]}


def summary_news(content: dict[str, list[dict[str, object]]], refs: list[str]) -> tuple[str, dict[str, Param]]:
    cited = {
        ref
        for section in content.get("sections", [])
        for sentence in _sentences(section["sentences"])
        for ref in sentence["citations"]
    }
    mine = [ref for ref in refs if ref in cited]
    return "notice-summary-published", {"ref": ", ".join(mine) or refs[0], "cited": bool(mine)}


def _references(questions: object) -> Iterable[str]:
    return questions if isinstance(questions, list) else []


def _sentences(sentences: object) -> Iterable[dict[str, list[str]]]:
    return sentences if isinstance(sentences, list) else []


def handlers() -> dict[str, Handler]:
    return {PublicationRequested.kind: each(request), PublicationConfirmed.kind: each(confirm)}
