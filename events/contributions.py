"""Facts in the life of a citizen's words: question, opinion, testimony."""

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import Field

from deliberation.lengths import LONGEST
from events.base import Event, Slug

Written = Literal["fr", "en", "it", "es", "zh", "ar", "other"]


class Contribution(Event):
    """A citizen's raw words for a theme; the fact's id is the contribution's id.

    `language` is what the author or the import says, None where it must be found.
    `origin` is `chat`, or the id that the contribution has in an import. `amends` is the author's own contribution that
    this one says anew: a new text under a new reference, since what was written once stays as it was.
    """

    theme: Slug
    citizen: UUID
    text: str = Field(min_length=1, max_length=LONGEST)
    language: str | None = Field(default=None, max_length=16)
    origin: str = Field(default="chat", max_length=200)
    amends: UUID | None = None


class QuestionAsked(Contribution):
    """A citizen put a question to a theme; nobody has looked at it yet."""

    kind: ClassVar[str] = "question.asked"


class OpinionGiven(Contribution):
    """A citizen gave an opinion that others may vote on once it is admitted."""

    kind: ClassVar[str] = "opinion.given"


class TestimonyGiven(Contribution):
    """A citizen told what they have lived."""

    kind: ClassVar[str] = "testimony.given"


class LanguageCorrected(Event):
    """The author said in which language a contribution is (`other`: none of the six); none once they were erased."""

    kind: ClassVar[str] = "contribution.language_corrected"

    contribution: UUID
    citizen: UUID
    language: Written | None


class ContributionWithdrawn(Event):
    """The author took a contribution back."""

    kind: ClassVar[str] = "contribution.withdrawn"

    contribution: UUID
    citizen: UUID


class ContributionEntered(Event):
    """A member of the team typed what somebody without a chat wrote or said; a colleague decides about it.

    `citizen` is a pseudonym made for that person, `place` says where it was given: `library of La Plaine`.
    """

    kind: ClassVar[str] = "contribution.entered"

    by: UUID
    theme: Slug
    citizen: UUID
    what: Literal["question", "opinion", "testimony"]
    text: str = Field(min_length=1, max_length=2000)
    place: str = Field(min_length=1, max_length=80)


class EntryWithdrawn(Event):
    """A member of the team took back what they or a colleague had entered, as the person behind it wished."""

    kind: ClassVar[str] = "entry.withdrawn"

    by: UUID
    contribution: UUID
