"""Who may say and hear what on the bus: every part is a user of its own, with the subjects that it needs and no others.

`deploy.bus.server_config` turns this into a server's configuration. That the table of facts is what the parts really
publish, a test finds out from their sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from events import amendments as changes
from events import (
    appeals,
    attendance,
    broadcasts,
    citizens,
    contributions,
    live,
    moderation,
    needs,
    news,
    objections,
    preferences,
    removals,
    results,
    sessions,
    strata,
    themes,
    topics,
    votes,
)
from events.appointments import MomentCame
from events.base import Event
from events.bus import OUTCOMES
from events.topology import (
    BUCKET,
    CLERK,
    COMPUTE,
    DEAD,
    DIALOGUES,
    FACTS,
    FIGURES,
    KIN,
    NAME,
    NOTIFIER,
    ROLL,
    SUBJECTS,
    readers,
)

CITIZEN_BOT, MODERATOR_BOT, CARTOGRAPHER, WEB = "citizen-bot", "moderator-bot", "cartographer", "web"
UPKEEP = "upkeep"  # the commands: import, export, invite, status, dead, doctor, verify, replay
BACKUP = "backup"  # `palabre backup`, which reads everything and tells nothing
ADMIN = "admin"  # `palabre topology`, `restore`, and `up`, which is all parts in one tree

API = "$JS.API"
KEPT = (FACTS, DEAD, BUCKET)

TOLD: Mapping[str, tuple[type[Event], ...]] = {
    CITIZEN_BOT: (
        citizens.CitizenJoined, citizens.LanguageChosen, citizens.CitizenForgotten,
        preferences.NotificationsChosen, preferences.ContactAllowed, preferences.ContactWithdrawn,
        strata.StrataDeclared, strata.StrataTakenBack,
        contributions.QuestionAsked, contributions.OpinionGiven, contributions.LanguageCorrected,
        contributions.ContributionWithdrawn,
        votes.VoteCast, votes.VoteTakenBack, votes.SupportGiven, votes.SupportTakenBack,
        sessions.SeatRequested, sessions.SeatReleased, sessions.SeatAccepted,
        needs.NeedStated, needs.NeedTakenBack,
        attendance.SessionAttended, attendance.AttendanceUndone,
        live.LiveAsked,
        appeals.DecisionAppealed,
        broadcasts.BroadcastsMuted, broadcasts.BroadcastsUnmuted,
    ),
    MODERATOR_BOT: (
        themes.ThemeDrafted, themes.PhaseMoved, themes.PhasePlanned,
        contributions.ContributionEntered, contributions.EntryWithdrawn,
        sessions.SessionPlanned, sessions.SessionMoved, sessions.SessionCancelled,
        attendance.DoorOpened, attendance.SessionAttended, attendance.AttendanceUndone,
        attendance.WalkInCounted, attendance.WalkInTakenBack,
        live.LiveAdmitted, live.LiveAdmissionUndone, live.LiveShortlisted, live.LiveUnlisted, live.LiveAnswered,
        live.LiveReopened,
        moderation.InvitationMade, moderation.InvitationAccepted, moderation.RoleRevoked,
        moderation.ItemRequested, moderation.BatchRequested, moderation.ItemSkipped,
        moderation.ContributionAdmitted, moderation.ContributionRefused, moderation.ContributionMerged,
        moderation.AuthorBanned, moderation.AuthorUnbanned, moderation.DecisionUndone,
        appeals.DecisionUpheld, appeals.DecisionOverturned,
        removals.RemovalRequested, removals.RemovalConfirmed, removals.RemovalDropped,
        objections.ObjectionRaised, objections.ObjectionTakenBack,
        topics.TopicRenamed, topics.TopicsMerged, topics.TopicParted, topics.TopicEditUndone,
        strata.TargetsDeclared, strata.TargetsUndone,
        results.PublicationRequested, results.PublicationConfirmed,
        changes.AgendaItemPinned, changes.AgendaItemDropped, changes.AgendaItemRetitled, changes.AgendaAmendmentUndone,
        broadcasts.BroadcastSent, broadcasts.BroadcastStopped,
    ),
    CLERK: (
        results.ResultPublished, broadcasts.BroadcastContinued, news.NewsAddressed, news.NewsSpread,
        sessions.SeatReleased, MomentCame,
        results.PublicationRequested, topics.TopicRenamed,  # told again without the words of who was erased
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class User:
    """A user of the bus: what it may publish but for what it may `never`, and what it may subscribe to.

    Beyond that it may answer, once, whoever asks it something.
    """

    name: str
    publish: tuple[str, ...]
    subscribe: tuple[str, ...]
    never: tuple[str, ...] = ()


def inbox(user: str) -> str:
    """Return the prefix of the subjects on which a user hears answers; nobody else may hear them."""
    return f"_INBOX_{user}"


def users(city: str) -> tuple[User, ...]:
    """Return every user of one city's bus."""
    kin, compute, outcomes, roll, figures = (f"{subject}.{city}" for subject in (KIN, COMPUTE, OUTCOMES, ROLL, FIGURES))
    upkeep = (f"palabre.{city}.>", outcomes, compute, roll, *_reading(CLERK), *_sweeping(), *_looking_through())
    copied = tuple(subject for stream in KEPT for subject in _passing(stream))
    name = f"{NAME}.{city}"
    asked = (compute, kin, roll, figures, name)
    everything = (f"palabre.{city}.>", outcomes, *asked, "dead.*", f"$KV.{DIALOGUES}.*", f"{API}.>")
    others = (*_of(NOTIFIER), f"{API}.CONSUMER.DELETE.{FACTS}.{CLERK}")
    return (
        _user(CITIZEN_BOT, city, *_dialogues(), kin, hears=(name,)),
        _user(MODERATOR_BOT, city, *_dialogues(), kin, compute, name),
        _user(NOTIFIER, city, *_reading(NOTIFIER)),
        _user(CLERK, city, outcomes, *_reading(CLERK), *_sweeping(), never=others),
        _user(CARTOGRAPHER, city, hears=(compute, kin)),
        _user(WEB, city, name),
        _user(BACKUP, city, *copied, never=(*_of(NOTIFIER), *_of(CLERK))),
        _user(UPKEEP, city, *upkeep, never=others),
        _user(ADMIN, city, *everything, "$JS.ACK.>", hears=(compute, kin, name)),
    )


def _user(name: str, city: str, *also: str, hears: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> User:
    """Return a user that tells its facts, looks whether all is in order, and hears decisions and the roll."""
    told = tuple(f"palabre.{city}.{fact.kind}" for fact in TOLD.get(name, ()))
    dead = (f"dead.{name}",) if name in (*TOLD, NOTIFIER) else ()
    order = tuple(f"{API}.STREAM.INFO.{stream}" for stream in KEPT)
    order += tuple(f"{API}.CONSUMER.INFO.{FACTS}.{reader.name}" for reader in readers())
    heard = (f"{inbox(name)}.>", f"{OUTCOMES}.*", f"{ROLL}.{city}", f"{FIGURES}.{city}", *hears)
    return User(name, (*told, *dead, *order, *also), heard, never)


def _dialogues() -> tuple[str, ...]:
    return f"$KV.{DIALOGUES}.*", f"{API}.STREAM.MSG.GET.{BUCKET}"


def _reading(name: str) -> tuple[str, ...]:
    """Read a durable consumer, and note in it who died there; that it reads other kinds than its own is not asked."""
    reader = next(reader for reader in readers() if reader.name == name)
    filters = [SUBJECTS] if reader.everything else [f"palabre.*.{kind}" for kind in reader.kinds]
    return (
        f"{API}.CONSUMER.MSG.NEXT.{FACTS}.{name}",
        f"$JS.ACK.{FACTS}.{name}.>",
        f"{API}.CONSUMER.RESET.{FACTS}.{name}",
        *(f"{API}.CONSUMER.CREATE.{FACTS}.{name}.{each}" for each in filters),
    )


def _of(name: str) -> tuple[str, ...]:
    """Return what would take a reader's facts from it, for those who may read the streams besides."""
    asked = ("MSG.NEXT", "DELETE", "RESET", "CREATE", "DURABLE.CREATE")
    return (*(f"{API}.CONSUMER.{what}.{FACTS}.{name}" for what in asked), f"$JS.ACK.{FACTS}.{name}.>")


def _sweeping() -> tuple[str, ...]:
    """Overwrite what people said who were erased: in the facts, in dead letters, in their dialogues."""
    looked_through = tuple(subject for stream in (FACTS, DEAD) for subject in _passing(stream))
    overwritten = tuple(f"{API}.STREAM.MSG.DELETE.{stream}" for stream in (FACTS, DEAD))
    return *looked_through, *overwritten, f"{API}.STREAM.PURGE.{BUCKET}", "dead.*"


def _looking_through() -> tuple[str, ...]:
    """Read all that is kept, one message or all of them, and how much it is."""
    one = tuple(f"{API}.STREAM.MSG.GET.{stream}" for stream in (FACTS, DEAD))
    return f"{API}.INFO", *one, *_passing(BUCKET)


def _passing(stream: str) -> tuple[str, ...]:
    """Read a stream through a consumer that is gone afterwards."""
    asked = (f"CREATE.{stream}", f"MSG.NEXT.{stream}.*", f"DELETE.{stream}.*")
    return tuple(f"{API}.CONSUMER.{what}" for what in asked)
