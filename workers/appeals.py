"""Appeals: an author asks for another look, which is never that of whoever decided; each decision is appealed once."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col, select

from deliberation.roles import MAY
from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.appointments import MomentCame
from events.base import Event
from events.news import NewsAddressed
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment
from storage.tables.contributions import Contribution
from storage.tables.moderation import Appeal, Removal
from storage.tables.people import Member
from workers.appointments import APPEALS, Effect, arrange, arranged
from workers.decisions import own, participant
from workers.moderation import known, replace_amended, tell, unlease

Judgement = DecisionUpheld | DecisionOverturned

OPEN, UPHELD, OVERTURNED = "open", "upheld", "overturned"

QUEUE = "queue"  # what a call to the team is about
QUIET = timedelta(hours=1)  # between two calls


async def lodge(work: Work, appealed: DecisionAppealed) -> None:
    """Note an appeal against a refusal or a removal; whoever is banned may appeal too."""
    await participant(work, appealed.citizen)
    item = await own(work, appealed.contribution, appealed.citizen)
    if item.state != "refused" or item.decided_at is None:
        raise Refused("decided", ref=item.reference, state=item.state)
    newest = await newest_of(work, item.id)
    if newest and newest.decision_at == item.decided_at:
        raise Refused("appealed", ref=item.reference)
    removal = await removal_of(work, item)
    appeal = Appeal(
        id=appealed.event_id,
        contribution=item.id,
        reason=appealed.reason.strip(),
        lodged_at=appealed.occurred_at,
        decision_at=item.decided_at,
        article=item.article,
        against=item.decided_by,
        beside=removal.requested_by if removal else None,
    )
    work.session.add(appeal)
    if await arranged(work, APPEALS, QUEUE) is None:
        arrange(work, appealed, APPEALS, QUEUE, appealed.occurred_at)  # by day at once, else in the morning
    work.settle(appealed, "appealed", ref=item.reference, others=await others(work, appeal))


async def newest_of(work: Work, contribution: UUID) -> Appeal | None:
    query = select(Appeal).where(Appeal.contribution == contribution).order_by(col(Appeal.lodged_at).desc()).limit(1)
    return (await work.session.exec(query)).first()


async def removal_of(work: Work, item: Contribution) -> Removal | None:
    """Return the removal that is the decision which stands, None where it was refused from the queue."""
    same = Removal.contribution == item.id, Removal.state == "confirmed", Removal.decided_at == item.decided_at
    return (await work.session.exec(select(Removal).where(*same))).first()


async def others(work: Work, appeal: Appeal) -> int:
    """Return how many people may decide an appeal."""
    query = select(func.count()).select_from(Member).where(col(Member.active), col(Member.role).in_(MAY["moderate"]))
    deciders = [who for who in (appeal.against, appeal.beside) if who]
    return (await work.session.exec(query.where(col(Member.id).not_in(deciders)))).one()


async def call(work: Work, came: MomentCame, kept: Appointment) -> None:
    """Tell the team of appeals that wait, if one is new since the last call; who decided is not told of theirs."""
    waiting = await open_appeals(work)
    if not any(appeal.lodged_at > kept.at - QUIET for appeal in waiting):
        return
    for member in await deciders(work):
        if count := sum(member not in {appeal.against, appeal.beside} for appeal in waiting):
            work.emit(call_to_decide(came, member, count))
    arrange(work, came, APPEALS, QUEUE, came.occurred_at + QUIET)


async def open_appeals(work: Work) -> list[Appeal]:
    query = (
        select(Appeal)
        .join(Contribution, col(Contribution.id) == Appeal.contribution)
        .where(Appeal.outcome == OPEN, Contribution.state == "refused")
    )
    return list((await work.session.exec(query)).all())


async def deciders(work: Work) -> list[UUID]:
    query = select(Member.id).where(col(Member.active), col(Member.role).in_(MAY["moderate"]))
    return list((await work.session.exec(query.order_by(col(Member.name)))).all())


def call_to_decide(came: Event, member: UUID, count: int) -> NewsAddressed:
    return NewsAddressed.following(
        came,
        member,
        person=member,
        audience="moderator",
        wording="notice-appeals",
        params={"count": count},
        stands="appeals",
    )


async def uphold(work: Work, upheld: DecisionUpheld) -> None:
    """Let a decision stand."""
    item, appeal = await judged(work, upheld)
    await close(work, upheld, appeal, UPHELD)
    work.settle(upheld, UPHELD, ref=item.reference, contribution=str(item.id))
    tell(work, upheld, item, "notice-appeal-upheld", article=item.article)


async def overturn(work: Work, overturned: DecisionOverturned) -> None:
    """Show what was refused or removed."""
    item, appeal = await judged(work, overturned)
    await close(work, overturned, appeal, OVERTURNED)
    item.state, item.article = "admitted", None
    item.decided_by, item.decided_at = overturned.by, overturned.occurred_at
    await replace_amended(work, item)
    work.settle(overturned, OVERTURNED, ref=item.reference, contribution=str(item.id))
    tell(work, overturned, item, "notice-appeal-overturned")


async def judged(work: Work, act: Judgement) -> tuple[Contribution, Appeal]:
    """Return what is appealed for and its open appeal. Refuses `no_appeal`, and `own_decision` to who made it."""
    item = await known(work, act.contribution)
    appeal = await newest_of(work, item.id)
    if appeal is None or appeal.outcome != OPEN or item.state != "refused":
        raise Refused("no_appeal", ref=item.reference)
    if act.by in {appeal.against, appeal.beside}:
        raise Refused("own_decision", ref=item.reference)
    return item, appeal


async def close(work: Work, act: Judgement, appeal: Appeal, outcome: str) -> None:
    appeal.outcome, appeal.decided_by, appeal.decided_at = outcome, act.by, act.occurred_at
    await unlease(work, appeal.contribution)


def reopen(item: Contribution, appeal: Appeal) -> None:
    """Open an appeal again: the decision that it is against stands as it did."""
    item.state, item.article = "refused", appeal.article
    item.decided_by, item.decided_at = appeal.against, appeal.decision_at
    appeal.outcome, appeal.decided_by, appeal.decided_at = OPEN, None, None


async def forget(work: Work, contribution: UUID) -> None:
    """Delete what was lodged against a decision that was taken back."""
    await work.session.exec(delete(Appeal).where(col(Appeal.contribution) == contribution, col(Appeal.outcome) == OPEN))


def effects() -> dict[str, Effect]:
    return {APPEALS: call}


def handlers() -> dict[str, Handler]:
    return {
        DecisionAppealed.kind: each(lodge),
        DecisionUpheld.kind: each(uphold),
        DecisionOverturned.kind: each(overturn),
    }
