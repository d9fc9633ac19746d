"""Votes on statements and supports of questions."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from events.base import Event, Slug

Value = Literal[-1, 0, 1]
Propensity = Annotated[float, Field(gt=0, le=1)]


class VoteCast(Event):
    """A citizen agreed (1), disagreed (−1) or passed (0) on a statement; the last vote counts.

    `propensity`: the chance with which they were asked this one, where it is known; whoever analyses votes can weigh
    them by its inverse.
    """

    kind: ClassVar[str] = "vote.cast"

    theme: Slug
    statement: UUID
    citizen: UUID
    value: Value
    propensity: Propensity | None = None


class VoteTakenBack(Event):
    """A citizen undid a vote."""

    kind: ClassVar[str] = "vote.taken_back"

    theme: Slug
    statement: UUID
    citizen: UUID


class SupportGiven(Event):
    """A citizen backs a question."""

    kind: ClassVar[str] = "support.given"

    theme: Slug
    question: UUID
    citizen: UUID


class SupportTakenBack(Event):
    """A citizen no longer backs a question."""

    kind: ClassVar[str] = "support.taken_back"

    theme: Slug
    question: UUID
    citizen: UUID
