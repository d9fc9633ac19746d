"""Votes on statements and supports of questions, counted a batch at a time."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import SQLModel

from deliberation.debates import takes_live
from deliberation.phases import allows
from events.base import Param
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack
from storage.ledger import Handler, Work
from storage.redaction import NOBODY
from storage.tables.contributions import Contribution
from storage.tables.live import LiveQuestion
from storage.tables.people import Citizen
from storage.tables.sessions import Session
from storage.tables.themes import Theme
from storage.tables.votes import Support, Vote
from storage.upsert import upsert
from workers.decisions import by_ids

LIVE = "live"
VOTED = {"opinion": "vote"}
BACKED = {"question": "support", LIVE: "ask_live"}


class Hall:
    """What a batch of ballots needs to know: who takes part, what stands for a vote, what is open."""

    def __init__(
        self,
        citizens: dict[UUID, Citizen],
        texts: dict[UUID, Contribution],
        phases: dict[str, str],
        debates: dict[UUID, Session],
    ) -> None:
        self._citizens = citizens
        self._texts = texts
        self._phases = phases
        self._debates = debates

    @classmethod
    async def of(cls, work: Work, citizens: set[UUID], texts: set[UUID]) -> "Hall":
        found = await by_ids(work, Contribution, texts)
        themes = [await work.session.get_one(Theme, slug) for slug in sorted({text.theme for text in found})]
        return cls(
            {citizen.id: citizen for citizen in await by_ids(work, Citizen, citizens)},
            {text.id: text for text in found},
            {theme.slug: theme.phase for theme in themes},
            {text.id: await debate_of(work, text.id) for text in found if text.kind == LIVE},
        )

    def refusal(self, ballot: Any, text: UUID, open_by: Mapping[str, str]) -> tuple[str, dict[str, Param]] | None:
        """Return code and parameters of what forbids this ballot, or None; `open_by`: which action opens which kind."""
        found, person = self._texts.get(text), self._citizens.get(ballot.citizen)
        if person is None or person.origin == NOBODY:
            return "refused.stranger", {}
        if person.banned_for:
            return "refused.banned", {"ref": person.banned_for}
        if found is None or found.kind not in open_by or found.state != "admitted":
            return "refused.unknown_contribution", {}
        if found.kind == LIVE and not self._takes(self._debates[text], ballot.occurred_at):
            return "refused.live_closed", {"title": self._debates[text].title}
        if not allows(self._phases[found.theme], open_by[found.kind]):
            return "refused.phase", {"theme": found.theme}
        return None

    def _takes(self, debate: Session, now: datetime) -> bool:
        return not debate.cancelled and takes_live(self._phases[debate.theme], debate.starts_at, debate.minutes, now)

    def theme_of(self, text: UUID) -> str:
        return self._texts[text].theme


async def debate_of(work: Work, live: UUID) -> Session:
    return await work.session.get_one(Session, (await work.session.get_one(LiveQuestion, live)).session)


async def cast(work: Work, votes: Sequence[VoteCast]) -> None:
    """Count votes; of several by one citizen on one statement the last counts."""
    hall = await Hall.of(work, {vote.citizen for vote in votes}, {vote.statement for vote in votes})
    good = [vote for vote in votes if passes(work, hall, vote, vote.statement, VOTED)]
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
    good = [each for each in supports if passes(work, hall, each, each.question, BACKED)]
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
        if passes(work, hall, vote, vote.statement, VOTED):
            await remove(work, Vote, citizen=vote.citizen, statement=vote.statement)


async def undo_supports(work: Work, undone: Sequence[SupportTakenBack]) -> None:
    hall = await Hall.of(work, {each.citizen for each in undone}, {each.question for each in undone})
    for each in undone:
        if passes(work, hall, each, each.question, BACKED):
            await remove(work, Support, citizen=each.citizen, question=each.question)


def passes(work: Work, hall: Hall, ballot: Any, text: UUID, open_by: Mapping[str, str]) -> bool:
    """Say whether a ballot counts, and settle it either way."""
    refusal = hall.refusal(ballot, text, open_by)
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
