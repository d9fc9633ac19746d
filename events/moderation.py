"""Facts of the people who moderate: invitations, roles, and decisions about contributions."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from events.base import Event, Slug

Role = Literal["owner", "moderator", "expert", "reviewer", "facilitator", "guarantor"]


class InvitationMade(Event):
    """Someone may take a role with a one-time code, of which only the hash is told.

    `by` is None from the command line of the instance's administrator.
    """

    kind: ClassVar[str] = "invitation.made"

    by: UUID | None
    role: Role
    code_hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    expires_at: AwareDatetime


class InvitationAccepted(Event):
    """A person answered an invitation."""

    kind: ClassVar[str] = "invitation.accepted"

    member: UUID
    code_hash: str = Field(pattern=r"^[0-9a-f]{64}$")


class RoleRevoked(Event):
    """An owner took a member's role back; `name` is what /roles shows."""

    kind: ClassVar[str] = "role.revoked"

    by: UUID
    name: str = Field(max_length=64)


class ItemRequested(Event):
    """A moderator asks for the next waiting contribution, of one theme or of any."""

    kind: ClassVar[str] = "queue.item_requested"

    by: UUID
    theme: Slug | None = None


class BatchRequested(Event):
    """A moderator asks for several waiting contributions at once: those of the list that are in nobody else's hands."""

    kind: ClassVar[str] = "queue.batch_requested"

    by: UUID
    contributions: tuple[UUID, ...] = Field(max_length=50)


class ItemSkipped(Event):
    """A moderator leaves an item to somebody else."""

    kind: ClassVar[str] = "queue.item_skipped"

    by: UUID
    contribution: UUID


class ContributionAdmitted(Event):
    """A moderator (or an import that says so: `by` is None) let a contribution be shown."""

    kind: ClassVar[str] = "contribution.admitted"

    by: UUID | None
    contribution: UUID


class ContributionRefused(Event):
    """A moderator refused a contribution under a numbered article of the charter."""

    kind: ClassVar[str] = "contribution.refused"

    by: UUID
    contribution: UUID
    article: int = Field(ge=1, le=99)


class ContributionMerged(Event):
    """A moderator put a contribution beside one that says the same; both texts are kept, no vote moves."""

    kind: ClassVar[str] = "contribution.merged"

    by: UUID
    contribution: UUID
    into: UUID


class AuthorBanned(Event):
    """A moderator banned whoever wrote a contribution from writing, voting and supporting; nobody learns who it is."""

    kind: ClassVar[str] = "author.banned"

    by: UUID
    contribution: UUID


class AuthorUnbanned(Event):
    """A moderator let whoever wrote a contribution take part again."""

    kind: ClassVar[str] = "author.unbanned"

    by: UUID
    contribution: UUID


class DecisionUndone(Event):
    """A moderator took the last decision about a contribution back."""

    kind: ClassVar[str] = "decision.undone"

    by: UUID
    contribution: UUID
