"""Which right an act takes: asked of every member's act before its topic decides, so that none can forget it."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from events.amendments import AgendaAmendmentUndone, AgendaItemDropped, AgendaItemPinned, AgendaItemRetitled
from events.appeals import DecisionOverturned, DecisionUpheld
from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack
from events.base import Event
from events.broadcasts import BroadcastSent, BroadcastStopped
from events.contributions import ContributionEntered, EntryWithdrawn
from events.live import (
    LiveAdmissionUndone,
    LiveAdmitted,
    LiveAnswered,
    LiveReopened,
    LiveShortlisted,
    LiveUnlisted,
)
from events.moderation import (
    AuthorBanned,
    AuthorUnbanned,
    BatchRequested,
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    InvitationMade,
    ItemRequested,
    ItemSkipped,
    RoleRevoked,
)
from events.objections import ObjectionRaised, ObjectionTakenBack
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from events.results import PublicationConfirmed, PublicationRequested
from events.sessions import SessionCancelled, SessionMoved, SessionPlanned
from events.strata import TargetsDeclared, TargetsUndone
from events.themes import PhaseMoved, PhasePlanned, ThemeDrafted
from events.topics import TopicEditUndone, TopicParted, TopicRenamed, TopicsMerged
from storage.ledger import Handler, Refused, Work
from workers.decisions import authorised

RIGHTS: Mapping[type[Event], str] = {
    ThemeDrafted: "prepare",
    PhaseMoved: "prepare",
    PhasePlanned: "prepare",
    TopicRenamed: "prepare",
    TopicsMerged: "prepare",
    TopicParted: "prepare",
    TopicEditUndone: "prepare",
    TargetsDeclared: "prepare",
    TargetsUndone: "prepare",
    SessionPlanned: "plan",
    SessionMoved: "plan",
    SessionCancelled: "plan",
    DoorOpened: "host",
    SessionAttended: "host",  # of who comes in by the code in the room nobody says so
    AttendanceUndone: "host",
    WalkInCounted: "host",
    WalkInTakenBack: "host",
    LiveAdmitted: "host",
    LiveAdmissionUndone: "host",
    LiveShortlisted: "host",
    LiveUnlisted: "host",
    LiveAnswered: "host",
    LiveReopened: "host",
    ItemRequested: "moderate",
    ItemSkipped: "moderate",
    ContributionAdmitted: "moderate",
    ContributionRefused: "moderate",
    ContributionMerged: "moderate",
    DecisionUndone: "moderate",
    BatchRequested: "moderate",
    DecisionUpheld: "moderate",
    DecisionOverturned: "moderate",
    RemovalRequested: "moderate",
    RemovalConfirmed: "moderate",
    RemovalDropped: "moderate",
    ContributionEntered: "enter",
    EntryWithdrawn: "enter",
    AuthorBanned: "moderate",
    AuthorUnbanned: "moderate",
    PublicationRequested: "publish",
    PublicationConfirmed: "publish",
    AgendaItemPinned: "publish",
    AgendaItemDropped: "publish",
    AgendaItemRetitled: "publish",
    AgendaAmendmentUndone: "publish",
    BroadcastSent: "broadcast",
    BroadcastStopped: "broadcast",
    ObjectionRaised: "object",
    ObjectionTakenBack: "object",
    InvitationMade: "administer",
    RoleRevoked: "administer",
}


def guarded(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """Return the handlers, of which those of a member's acts first ask for the right."""
    rights = {act.kind: action for act, action in RIGHTS.items()}
    return {kind: asking(rights[kind], apply) if kind in rights else apply for kind, apply in handlers.items()}


def asking(action: str, apply: Handler) -> Handler:
    """Return a handler that refuses `role` to whoever lacks the right; one act after the other: one may take a role.

    The administrator, who is None, loses no right: such acts, an import's thousands, are applied together.
    """

    async def handle(work: Work, acts: Sequence[Any]) -> None:
        for by, run in groupby(acts, key=lambda act: act.by):
            together = list(run)
            for some in [together] if by is None else [[act] for act in together]:
                try:
                    await authorised(work, by, action)
                except Refused as refusal:
                    work.settle(some[0], refusal.code, **refusal.params)
                else:
                    await apply(work, some)

    return handle
