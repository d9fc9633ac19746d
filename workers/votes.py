"""Votes on statements and supports of questions, counted a batch at a time."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import SQLModel

from deliberation.phases import allows
from events.base import Param
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack
from storage.ledger import Handler, Work
from storage.redaction import NOBODY
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from storage.tables.themes import Theme
from storage.tables.votes import Support, Vote
from storage.upsert import upsert
from workers.decisions import by_ids


class Hall:
    """What a batch of ballots needs to know: who takes part, what stands for a vote, which themes are open."""

    def __init__(self, citizens: dict[UUID, Citizen], texts: dict[UUID, Contribution], phases: dict[str, str]) -> None:
        self._citizens = citizens
        self._texts = texts
        self._phases = phases

    @classmethod
    async def of(cls, work: Work, citizens: set[UUID], texts: set[UUID]) -> "Hall":
        found = await by_ids(work, Contribution, texts)
        themes = [await work.session.get_one(Theme, slug) for slug in sorted({text.theme for text in found})]
        return cls(
            {citizen.id: citizen for citizen in await by_ids(work, Citizen, citizens)},
            {text.id: text for text in found},
            {theme.slug: theme.phase for theme in themes},
        )

    def refusal(self, citizen: UUID, text: UUID, kind: str, action: str) -> tuple[str, dict[str, Param]] | None:
        """Return code and parameters of what forbids this ballot, or None."""
        found, person = self._texts.get(text), self._citizens.get(citizen)
        if person is None or person.origin == NOBODY:
            return "refused.stranger", {}
        if person.banned_for:
            return "refused.banned", {"ref": person.banned_for}
        if found is None or found.kind != kind or found.state != "admitted":
            return "refused.unknown_contribution", {}
        if not allows(self._phases[found.theme], action):
            return "refused.phase", {"theme": found.theme}
        return None

    def theme_of(self, text: UUID) -> str:
        return self._texts[text].theme


async def cast(work: Work, votes: Sequence[VoteCast]) -> None:
    """Count votes; of several by one citizen on one statement the last counts."""
    hall = await Hall.of(work, {vote.citizen for vote in votes}, {vote.statement for vote in votes})
    good = [vote for vote in votes if passes(work, hall, vote, vote.statement, kind="opinion", action="vote")]
    rows = [
        {
            "citizen": vote.citizen,
            "statement": vote.statement,
            "theme": hall.theme_of(vote.statement),
            "value": vote.value,
            "cast_at": vote.occurred_at,
        }
        for vote in good
    ]
    await upsert(work.session, Vote, rows, keys=["citizen", "statement"])


async def support(work: Work, supports: Sequence[SupportGiven]) -> None:
    """Count supports, one a citizen and a question."""
    hall = await Hall.of(work, {each.citizen for each in supports}, {each.question for each in supports})
    good = [each for each in supports if passes(work, hall, each, each.question, kind="question", action="support")]
    rows = [
        {
            "citizen": each.citizen,
            "question": each.question,
            "theme": hall.theme_of(each.question),
            "given_at": each.occurred_at,
        }
        for each in good
    ]
    await upsert(work.session, Support, rows, keys=["citizen", "question"])


async def undo_votes(work: Work, undone: Sequence[VoteTakenBack]) -> None:
    hall = await Hall.of(work, {vote.citizen for vote in undone}, {vote.statement for vote in undone})
    for vote in undone:
        if passes(work, hall, vote, vote.statement, kind="opinion", action="vote"):
            await remove(work, Vote, citizen=vote.citizen, statement=vote.statement)


async def undo_supports(work: Work, undone: Sequence[SupportTakenBack]) -> None:
    hall = await Hall.of(work, {each.citizen for each in undone}, {each.question for each in undone})
    for each in undone:
        if passes(work, hall, each, each.question, kind="question", action="support"):
            await remove(work, Support, citizen=each.citizen, question=each.question)


def passes(work: Work, hall: Hall, ballot: Any, text: UUID, *, kind: str, action: str) -> bool:
    """Say whether a ballot counts, and settle it either way."""
    refusal = hall.refusal(ballot.citizen, text, kind, action)
    if refusal:
        work.settle(ballot, refusal[0], **refusal[1])
    else:
        work.settle(ballot, "counted")
    return refusal is None


async def remove(work: Work, table: type[SQLModel], **key: UUID) -> None:
    await work.session.exec(delete(table).filter_by(**key))


def handlers() -> dict[str, Handler]:
    return {
        VoteCast.kind: cast,
        VoteTakenBack.kind: undo_votes,
        SupportGiven.kind: support,
        SupportTakenBack.kind: undo_supports,
    }
