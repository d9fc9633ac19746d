"""Objections: a guarantor's words about how a debate is led; everybody can read them, and the team is told."""

from sqlmodel import col, select

from deliberation.roles import MAY
from events.news import NewsAddressed
from events.objections import ObjectionRaised, ObjectionTakenBack
from storage.ledger import Handler, Refused, Work, each
from storage.tables.moderation import Objection
from storage.tables.people import Member
from storage.tables.themes import Theme


async def raise_(work: Work, raised: ObjectionRaised) -> None:
    theme = await work.session.get(Theme, raised.theme)
    if theme is None or theme.phase == "draft":
        raise Refused("unknown_theme", theme=raised.theme)
    objection = Objection(
        id=raised.event_id, theme=theme.slug, by=raised.by, text=raised.text.strip(), raised_at=raised.occurred_at
    )
    work.session.add(objection)
    await tell(work, raised, theme)
    work.settle(raised, "objection_raised", objection=str(objection.id), theme=theme.slug)


async def take_back(work: Work, taken: ObjectionTakenBack) -> None:
    """Take an objection back; only whoever raised it may."""
    objection = await work.session.get(Objection, taken.objection)
    if objection is None or objection.by != taken.by:
        raise Refused("unknown_objection")
    await work.session.delete(objection)
    work.settle(taken, "objection_taken_back", theme=objection.theme)


async def tell(work: Work, raised: ObjectionRaised, theme: Theme) -> None:
    """Tell those who lead the debate."""
    query = select(Member.id).where(col(Member.active), col(Member.role).in_(MAY["publish"])).order_by(col(Member.name))
    for member in (await work.session.exec(query)).all():
        work.emit(
            NewsAddressed.following(
                raised,
                member,
                person=member,
                audience="moderator",
                wording="notice-objection",
                params={"theme": theme.title, "text": raised.text.strip()},
                theme=theme.slug,
            )
        )


def handlers() -> dict[str, Handler]:
    return {ObjectionRaised.kind: each(raise_), ObjectionTakenBack.kind: each(take_back)}
