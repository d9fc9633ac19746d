"""News of what people follow, for the digest: the theme moves on, a debate is planned, a result is published.

It is told a portion of people at a time, as a broadcast is: other acts wait for one portion, not for all of a city.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from events.base import Event, Param
from events.news import NewsAddressed, NewsSpread
from storage.ledger import Handler, Work, each
from storage.read_models.broadcasts import FIRST
from storage.read_models.followers import authors_among, followed_by, people_of, supporters_of
from storage.tables.contributions import Contribution
from storage.tables.live import LiveQuestion
from storage.tables.results import Publication
from storage.tables.sessions import Session
from storage.tables.themes import Theme

PORTION = 50  # letters in one transaction
OF_QUESTIONS = frozenset({"gone", "answered"})  # told to who supports one
OF_THEIR_OWN = OF_QUESTIONS | {"session"}  # of anything else the newest news of a theme takes the place of older

Words = tuple[str, dict[str, Param]]
Told = dict[UUID, Words]
Word = Callable[[Work, str, str, Sequence[UUID]], Awaitable[Told]]


async def spread(work: Work, cause: Event, theme: str, what: str, about: str, *, portion: int = PORTION) -> None:
    """Tell everybody whom it concerns, once each; who sees nothing of a draft hears nothing of it."""
    await go_on(
        work,
        cause,
        NewsSpread.following(cause, what, about, theme=theme, what=what, about=about, after=FIRST),
        portion=portion,
    )


async def go_on(work: Work, cause: Event, news: NewsSpread, *, portion: int) -> None:
    theme = await work.session.get(Theme, news.theme)
    if theme is None or theme.phase == "draft":
        return
    await work.session.flush()
    people = await whom(work, news, portion)
    for person, (wording, params) in (await WORDS[news.what](work, news.theme, news.about, people)).items():
        work.emit(
            NewsAddressed.following(
                cause,
                news.what,
                person,
                person=person,
                audience="citizen",
                wording=wording,
                params={**params, "theme": theme.title},
                theme=theme.slug,
                urgency="digest",
                stands=f"{news.what}:{news.about if news.what in OF_THEIR_OWN else news.theme}",
            )
        )
    if len(people) == portion:
        work.emit(
            NewsSpread.following(
                cause, news.what, people[-1], **news.model_dump(include={"theme", "what", "about"}), after=people[-1]
            )
        )


async def whom(work: Work, news: NewsSpread, most: int) -> Sequence[UUID]:
    if news.what in OF_QUESTIONS:
        return await supporters_of(work.session, news.about, news.after, most)
    return await people_of(work.session, news.theme, news.after, most)


async def phase(_work: Work, _theme: str, about: str, people: Sequence[UUID]) -> Told:
    return dict.fromkeys(people, ("notice-digest-phase", {"phase": about}))


async def debate(work: Work, _theme: str, about: str, people: Sequence[UUID]) -> Told:
    """Name a debate; when and where it is, is looked up as the digest is made."""
    found = (await work.session.exec(select(Session).where(Session.reference == about))).one_or_none()
    if found is None or found.cancelled:
        return {}
    return dict.fromkeys(people, ("notice-digest-session", {"session": found.reference, "title": found.title}))


async def agenda(work: Work, theme: str, about: str, people: Sequence[UUID]) -> Told:
    """Say which item holds a question that they follow; the authors were told of theirs at once."""
    content, followed = await published(work, about), await followed_by(work.session, theme, people)
    places = {str(ref): item for item in reversed(content.get("items", [])) for ref in item.get("questions", ())}

    def words(person: UUID) -> Words:
        found = min(
            (ref for ref in followed.get(person, ()) if ref in places),
            key=lambda ref: places[ref]["rank"],
            default=None,
        )
        if found is None:
            return "notice-digest-agenda", {}
        return "notice-digest-agenda-item", {"ref": found, "rank": int(places[found]["rank"])}

    return {person: words(person) for person in await but_authors(work, theme, people)}


async def summary(work: Work, theme: str, about: str, people: Sequence[UUID]) -> Told:
    content, followed = await published(work, about), await followed_by(work.session, theme, people)
    sections = content.get("sections", [])
    cited = {
        ref for section in sections for each_ in section.get("sentences", ()) for ref in each_.get("citations", ())
    }

    def words(person: UUID) -> Words:
        found = next((ref for ref in followed.get(person, ()) if ref in cited), None)
        return ("notice-digest-summary-cited", {"ref": found}) if found else ("notice-digest-summary", {})

    return {person: words(person) for person in await but_authors(work, theme, people)}


async def gone(_work: Work, _theme: str, about: str, people: Sequence[UUID]) -> Told:
    return dict.fromkeys(people, ("notice-digest-gone", {"gone": about}))


async def answered(work: Work, _theme: str, about: str, people: Sequence[UUID]) -> Told:
    """Name a live question, and the debate in which it was answered."""
    query = (
        select(Session.title)
        .join(LiveQuestion, col(LiveQuestion.session) == Session.id)
        .join(Contribution, col(Contribution.id) == LiveQuestion.contribution)
        .where(Contribution.reference == about)
    )
    title = (await work.session.exec(query)).one()
    return dict.fromkeys(people, ("notice-digest-answered", {"ref": about, "answered": about, "title": title}))


async def published(work: Work, publication: str) -> dict[str, Any]:
    found = await work.session.get(Publication, UUID(publication))
    return dict(json.loads(found.content)) if found else {}


async def but_authors(work: Work, theme: str, people: Sequence[UUID]) -> list[UUID]:
    authors = await authors_among(work.session, theme, people)
    return [person for person in people if person not in authors]


WORDS: dict[str, Word] = {
    "phase": phase,
    "session": debate,
    "agenda": agenda,
    "summary": summary,
    "gone": gone,
    "answered": answered,
}


async def receive(work: Work, news: NewsSpread, *, portion: int) -> None:
    await go_on(work, news, news, portion=portion)


def handlers(portion: int = PORTION) -> dict[str, Handler]:
    return {NewsSpread.kind: each(partial(receive, portion=portion))}
