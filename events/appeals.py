"""Facts of an appeal: its author asks that somebody else looks at a decision again."""

from typing import ClassVar
from uuid import UUID

from pydantic import Field

from events.base import Event

LONGEST_REASON = 280  # characters


class DecisionAppealed(Event):
    """An author appealed against the refusal or the removal of a contribution; `reason` is for moderators only."""

    kind: ClassVar[str] = "decision.appealed"

    contribution: UUID
    citizen: UUID
    reason: str = Field(default="", max_length=LONGEST_REASON)


class DecisionUpheld(Event):
    """Somebody who had not decided before found that a decision stands."""

    kind: ClassVar[str] = "decision.upheld"

    by: UUID
    contribution: UUID


class DecisionOverturned(Event):
    """Somebody who had not decided before found otherwise: the contribution is shown."""

    kind: ClassVar[str] = "decision.overturned"

    by: UUID
    contribution: UUID
