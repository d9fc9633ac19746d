"""A city's life as facts, drawn by chance: what people do in a theme, in an order in which it could happen."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from deploy.wiring import now
from events.base import Event, fact_id
from events.broadcasts import BroadcastsMuted
from events.citizens import CitizenForgotten, CitizenJoined, LanguageChosen
from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.moderation import (
    AuthorBanned,
    AuthorUnbanned,
    ContributionAdmitted,
    ContributionRefused,
    DecisionUndone,
    InvitationAccepted,
    InvitationMade,
    ItemRequested,
)
from events.sessions import SeatReleased, SeatRequested, SessionPlanned
from events.themes import PhaseMoved, ThemeDrafted
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack
from tests.faults.town import THEME, TITLE, sentence

SESSIONS, PEOPLE, WORDS = 12, 30, 10  # debates; how many are there before the others come and write
CODE = sha256(b"open sesame").hexdigest()


class Life:
    """What happens in a city; most of it can be done where it is done, and nothing of it is a repetition."""

    def __init__(self, city: str, chance: random.Random) -> None:
        self._city, self._chance, self._began, self._acts = city, chance, now(), 0
        self._member = fact_id("life", "member")
        self._people: list[UUID] = []
        self._sessions: list[UUID] = []
        self._questions: list[UUID] = []
        self._opinions: list[UUID] = []
        self._decided: list[UUID] = []
        self._authors: dict[UUID, UUID] = {}

    def facts(self, count: int) -> Iterator[Event]:
        """Yield so many facts and a few more."""
        yield from self._founding()
        weights, ways = zip(*self._ways(), strict=True)
        while self._acts < count:
            [way] = self._chance.choices(ways, weights)
            yield from way()
        yield self._fact(CitizenForgotten, citizen=self._people[0])

    def _founding(self) -> Iterator[Event]:
        yield self._fact(ThemeDrafted, by=None, title=TITLE, slug=THEME)
        yield self._fact(PhaseMoved, by=None, theme=THEME, phase="collecting")
        until = self._began + timedelta(days=1)
        yield self._fact(InvitationMade, by=None, role="owner", code_hash=CODE, expires_at=until)
        yield self._fact(InvitationAccepted, member=self._member, code_hash=CODE)
        for number in range(SESSIONS):
            when = self._began + timedelta(days=30 + number)
            about = {"theme": THEME, "title": f"Un soir pour en parler, {number + 1}", "place": "Salle Jean-Richepin"}
            planned = self._fact(SessionPlanned, by=self._member, starts_at=when, capacity=40, **about)
            self._sessions.append(planned.event_id)
            yield planned
        for _ in range(PEOPLE):
            yield from self._joins()
        for _ in range(WORDS):
            yield from self._asks()
            yield from self._tells()

    def _ways(self) -> list[tuple[float, Callable[[], Iterator[Event]]]]:
        """Return what may happen, with its weight."""
        return [
            (6, self._joins), (3, self._asks), (3, self._tells), (60, self._votes), (15, self._supports),
            (4, self._sits), (1, self._speaks), (0.5, self._withdraws), (0.5, self._undoes), (0.2, self._bans),
            (0.5, self._mutes),
        ]  # fmt: skip

    def _joins(self) -> Iterator[Event]:
        self._people.append(fact_id("life", "citizen", len(self._people)))
        yield self._fact(CitizenJoined, citizen=self._people[-1], language=self._chance.choice(("fr", "en", None)))

    def _asks(self) -> Iterator[Event]:
        yield from self._gives(QuestionAsked, self._questions)

    def _tells(self) -> Iterator[Event]:
        yield from self._gives(OpinionGiven, self._opinions)

    def _gives(self, kind: type[Event], known: list[UUID]) -> Iterator[Event]:
        """Have somebody write, and a moderator decide."""
        author = self._somebody()
        given = self._fact(kind, theme=THEME, citizen=author, text=sentence(self._chance))
        yield given
        if self._chance.random() < 0.1:
            yield self._fact(ItemRequested, by=self._member, theme=THEME)
        if self._chance.random() < 0.1:
            yield self._fact(ContributionRefused, by=self._member, contribution=given.event_id, article=1)
        else:
            yield self._fact(ContributionAdmitted, by=self._member, contribution=given.event_id)
            known.append(given.event_id)
        self._authors[given.event_id] = author
        self._decided.append(given.event_id)

    def _votes(self) -> Iterator[Event]:
        about = {"theme": THEME, "statement": self._chance.choice(self._opinions), "citizen": self._somebody()}
        yield self._fact(VoteCast, **about, value=self._chance.choice((-1, 0, 1)))
        if self._chance.random() < 0.02:
            yield self._fact(VoteTakenBack, **about)

    def _supports(self) -> Iterator[Event]:
        about = {"theme": THEME, "question": self._chance.choice(self._questions), "citizen": self._somebody()}
        yield self._fact(SupportGiven, **about)
        if self._chance.random() < 0.05:
            yield self._fact(SupportTakenBack, **about)

    def _sits(self) -> Iterator[Event]:
        about = {"session": self._chance.choice(self._sessions), "citizen": self._somebody()}
        yield self._fact(SeatRequested, **about)
        if self._chance.random() < 0.2:
            yield self._fact(SeatReleased, **about)

    def _speaks(self) -> Iterator[Event]:
        yield self._fact(LanguageChosen, citizen=self._somebody(), language=self._chance.choice(("fr", "it", "ar")))

    def _withdraws(self) -> Iterator[Event]:
        given = self._chance.choice(self._decided)
        yield self._fact(ContributionWithdrawn, contribution=given, citizen=self._authors[given])

    def _undoes(self) -> Iterator[Event]:
        yield self._fact(DecisionUndone, by=self._member, contribution=self._decided[-1])

    def _bans(self) -> Iterator[Event]:
        given = self._chance.choice(self._decided)
        yield self._fact(AuthorBanned, by=self._member, contribution=given)
        yield self._fact(AuthorUnbanned, by=self._member, contribution=given)

    def _mutes(self) -> Iterator[Event]:
        yield self._fact(BroadcastsMuted, citizen=self._somebody(), theme=THEME)

    def _somebody(self) -> UUID:
        return self._chance.choice(self._people)

    def _fact(self, kind: type[Event], **fields: object) -> Event:
        self._acts += 1
        when = self._began + timedelta(milliseconds=self._acts)
        base = {"event_id": fact_id("life", self._acts), "city": self._city, "occurred_at": when}
        return kind.model_validate({**base, **fields})
