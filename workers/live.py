"""Live questions: received while a debate takes them, chosen and answered by whoever leads it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from deliberation.debates import MOST_SHORTLISTED, takes_live
from events.live import (
    LiveAdmissionUndone,
    LiveAdmitted,
    LiveAnswered,
    LiveAsked,
    LiveReopened,
    LiveShortlisted,
    LiveUnlisted,
)
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.live import LiveQuestion
from storage.tables.sessions import Session
from storage.tables.themes import Theme
from workers import moderation, tidings, undoing
from workers.contributions import take_in
from workers.decisions import heard
from workers.moderation import tell
from workers.sessions import known

Choice = LiveShortlisted | LiveUnlisted | LiveAnswered | LiveReopened


async def ask(work: Work, asked: LiveAsked) -> None:
    """Receive a question for a debate that takes them now."""
    author = await heard(work, asked.citizen)
    debate = await known(work, asked.session)
    theme = await work.session.get_one(Theme, debate.theme)
    if asked.theme != theme.slug or not takes_now(debate, theme, asked.occurred_at):
        raise Refused("live_closed", title=debate.title)
    await take_in(work, asked, author, theme)
    work.session.add(LiveQuestion(contribution=asked.event_id, session=debate.id))


def takes_now(debate: Session, theme: Theme, now: datetime) -> bool:
    return not debate.cancelled and takes_live(theme.phase, debate.starts_at, debate.minutes, now)


async def admit(work: Work, admitted: LiveAdmitted) -> None:
    """Let a live question be shown; no other contribution is whoever leads a debate's to decide."""
    await asked_live(work, admitted.contribution)
    await moderation.admit(work, admitted)


async def undo(work: Work, undone: LiveAdmissionUndone) -> None:
    await asked_live(work, undone.contribution)
    await undoing.undo(work, undone)


async def asked_live(work: Work, contribution: UUID) -> None:
    if await work.session.get(LiveQuestion, contribution) is None:
        raise Refused("unknown_contribution")


async def shortlist(work: Work, act: LiveShortlisted) -> None:
    """Choose an admitted question to be put next; a few at a time, lest choosing mean nothing."""
    item, live = await open_question(work, act)
    if live.shortlisted_at is None and await shortlisted(work, live.session) >= MOST_SHORTLISTED:
        raise Refused("shortlist_full", most=MOST_SHORTLISTED)
    live.shortlisted_at = live.shortlisted_at or act.occurred_at
    work.settle(act, "shortlisted", ref=item.reference)


async def unlist(work: Work, act: LiveUnlisted) -> None:
    item, live = await open_question(work, act)
    live.shortlisted_at = None
    work.settle(act, "unlisted", ref=item.reference)


async def answer(work: Work, act: LiveAnswered) -> None:
    """Note that a question was answered in the room, and tell its author at once, its supporters with the digest."""
    item, live = await open_question(work, act)
    live.answered_at = act.occurred_at
    await tidings.spread(work, act, item.theme, "answered", item.reference)
    work.settle(act, "answered", ref=item.reference)
    tell(work, act, item, "notice-live-answered", title=(await known(work, live.session)).title)


async def reopen(work: Work, act: LiveReopened) -> None:
    item, live = await of_act(work, act)
    if live.answered_at is None:
        raise Refused("not_answered", ref=item.reference)
    if await shortlisted(work, live.session) >= MOST_SHORTLISTED:  # others have taken its place meanwhile
        live.shortlisted_at = None
    live.answered_at = None
    work.settle(act, "reopened", ref=item.reference)
    tell(work, act, item, "notice-live-reopened", title=(await known(work, live.session)).title)


async def of_act(work: Work, act: Choice) -> tuple[Contribution, LiveQuestion]:
    """Return an admitted live question. Refuses `unknown_contribution`."""
    item = await work.session.get(Contribution, act.contribution)
    live = await work.session.get(LiveQuestion, act.contribution)
    if item is None or live is None or item.state != "admitted":
        raise Refused("unknown_contribution")
    return item, live


async def open_question(work: Work, act: Choice) -> tuple[Contribution, LiveQuestion]:
    item, live = await of_act(work, act)
    if live.answered_at is not None:
        raise Refused("answered", ref=item.reference)
    return item, live


async def shortlisted(work: Work, session: UUID) -> int:
    """Count the questions of a debate that are to be put next."""
    query = (
        select(func.count())
        .select_from(LiveQuestion)
        .join(Contribution, col(Contribution.id) == LiveQuestion.contribution)
        .where(
            LiveQuestion.session == session,
            col(LiveQuestion.shortlisted_at).is_not(None),
            col(LiveQuestion.answered_at).is_(None),
            Contribution.state == "admitted",
        )
    )
    return (await work.session.exec(query)).one()


def handlers() -> dict[str, Handler]:
    return {
        LiveAsked.kind: each(ask),
        LiveAdmitted.kind: moderation.at_once(admit),
        LiveAdmissionUndone.kind: each(undo),
        LiveShortlisted.kind: each(shortlist),
        LiveUnlisted.kind: each(unlist),
        LiveAnswered.kind: each(answer),
        LiveReopened.kind: each(reopen),
    }
