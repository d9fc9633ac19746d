"""The sample crowd's life as facts: the same kinds, on the same bus, that the bots publish."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from deploy.sample.crowd import Crowd
from deploy.sample.texts import SampleText, sample_texts
from events.base import Event, fact_id
from events.citizens import CitizenJoined
from events.contributions import OpinionGiven, QuestionAsked, TestimonyGiven
from events.moderation import ContributionAdmitted, ContributionRefused
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast

THEME, TITLE = "la-viande", "La viande"
ARTICLES = {"off_theme": 1, "insult": 2, "personal_data": 3, "advert": 4, "unintelligible": 6}  # of the charter
KINDS: dict[str, type[Event]] = {"question": QuestionAsked, "opinion": OpinionGiven, "testimony": TestimonyGiven}
WEEKS = timedelta(weeks=3)  # the crowd has been writing for so long


@dataclass(frozen=True)
class Script:
    """What the crowd does, as facts dated before `until`; its last `left` texts wait for a moderator."""

    crowd: Crowd
    city: str
    until: datetime
    left: int
    texts: dict[str, SampleText] = field(default_factory=lambda: {text.id: text for text in sample_texts()})

    def waiting(self) -> list[SampleText]:
        """Return the texts that are left for people to decide about."""
        return [self.texts[each.text] for each in self.crowd.contributions[-self.left :]]

    def arrivals(self) -> list[Event]:
        return [
            self._fact(CitizenJoined, who.number, citizen=citizen(who.number), language=who.language, source="sample")
            for who in self.crowd.people
        ]

    def words(self) -> list[Event]:
        """Return the contributions, evenly over the weeks."""
        step = WEEKS / len(self.crowd.contributions)
        return [
            self._fact(
                KINDS[(text := self.texts[each.text]).kind],
                text.id,
                theme=THEME,
                citizen=citizen(each.person),
                text=text.text,
                language=text.language,
                origin=f"sample:{text.id}",
                occurred_at=self.until - WEEKS + step * number,
            )
            for number, each in enumerate(self.crowd.contributions)
        ]

    def decisions(self, moderator: UUID) -> list[Event]:
        """Return what a moderator decided about all but the texts that are left."""
        decided = [self.texts[each.text] for each in self.crowd.contributions[: -self.left]]
        return [
            self._fact(ContributionAdmitted, text.id, by=moderator, contribution=contribution(text))
            if text.admitted
            else self._fact(
                ContributionRefused,
                text.id,
                by=moderator,
                contribution=contribution(text),
                article=ARTICLES[text.verdict],
            )
            for text in decided
        ]

    def ballots(self) -> list[Event]:
        """Return votes and supports of what is admitted already."""
        left = {text.id for text in self.waiting()}
        votes = [
            self._fact(
                VoteCast,
                f"{each.person}/{each.text}",
                theme=THEME,
                citizen=citizen(each.person),
                statement=contribution(self.texts[each.text]),
                value=each.value,
            )
            for each in self.crowd.votes
            if each.text not in left
        ]
        supports = [
            self._fact(
                SupportGiven,
                f"{each.person}/{each.text}",
                theme=THEME,
                citizen=citizen(each.person),
                question=contribution(self.texts[each.text]),
            )
            for each in self.crowd.supports
            if each.text not in left
        ]
        return [*votes, *supports]

    def sign_ups(self, session: UUID) -> list[Event]:
        return [
            self._fact(SeatRequested, person, session=session, citizen=citizen(person))
            for person in self.crowd.sign_ups
        ]

    def _fact(self, kind: type[Event], key: object, **fields: object) -> Event:
        base = {"event_id": fact_id("sample", kind.kind, key), "city": self.city, "occurred_at": self.until}
        return kind.model_validate({**base, **fields})


def citizen(number: int) -> UUID:
    return fact_id("sample", "citizen", number)


def contribution(text: SampleText) -> UUID:
    """Return the id of a text's contribution, which is its fact's."""
    return fact_id("sample", KINDS[text.kind].kind, text.id)


def refusal_of(card: str, texts: Iterable[SampleText]) -> int | None:
    """Return the charter article under which the text on a card is refused, None for one to admit."""
    found = next((text for text in texts if text.text in card), None)
    return None if found is None or found.admitted else ARTICLES[found.verdict]
