"""Questions asked while a debate is under way, and what becomes of them in the room."""

from typing import ClassVar
from uuid import UUID

from events import moderation
from events.base import Event
from events.contributions import Contribution


class LiveAsked(Contribution):
    """A citizen put a question to a debate that is under way; nobody else sees it before it is admitted."""

    kind: ClassVar[str] = "live.asked"

    session: UUID


class LiveAdmitted(moderation.ContributionAdmitted):
    """Whoever leads the debate let a live question be shown."""

    kind: ClassVar[str] = "live.admitted"


class LiveAdmissionUndone(moderation.DecisionUndone):
    """Whoever admitted a live question took that back."""

    kind: ClassVar[str] = "live.admission_undone"


class LiveShortlisted(Event):
    """Whoever leads the debate chose a question to be put next."""

    kind: ClassVar[str] = "live.shortlisted"

    by: UUID
    contribution: UUID


class LiveUnlisted(Event):
    """A question is not to be put next after all."""

    kind: ClassVar[str] = "live.unlisted"

    by: UUID
    contribution: UUID


class LiveAnswered(Event):
    """A question was answered in the room."""

    kind: ClassVar[str] = "live.answered"

    by: UUID
    contribution: UUID


class LiveReopened(Event):
    """A question was not answered after all."""

    kind: ClassVar[str] = "live.reopened"

    by: UUID
    contribution: UUID
