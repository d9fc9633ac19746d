"""The sample crowd's life as facts: the same kinds, on the same bus, that the bots publish."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
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
    """What the crowd does, as facts dated before `until`; its last `left` texts wait for a moderator.

    `held`: texts that waited already, of whoever came before.
    """

    crowd: Crowd
    city: str
    until: datetime
    left: int
    held: frozenset[str] = frozenset()
    texts: dict[str, SampleText] = field(default_factory=lambda: {text.id: text for text in sample_texts()})

    def waiting(self) -> list[SampleText]:
        """Return the texts that are left for people to decide about."""
        return [self.texts[each.text] for each in self.crowd.contributions[-self.left :]]

    def unseen(self) -> frozenset[str]:
        """Return the texts that nobody may vote on or support yet."""
        return self.held | {text.id for text in self.waiting()}

    def arrivals(self) -> list[Event]:
        return [
            self._fact(CitizenJoined, who.number, citizen=citizen(who.number), language=who.language, source="sample")
            for who in self.crowd.people
        ]

    def words(self) -> list[Event]:
        """Return the contributions, evenly over the weeks."""
        step = WEEKS / max(len(self.crowd.contributions), 1)
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
        unseen = self.unseen()
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
            if each.text not in unseen
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
            if each.text not in unseen
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


def parted(whole: Script, first: int) -> tuple[Script, Script]:
    """Part a script: the first so many people with what they do among themselves, and everything else."""
    crowd = whole.crowd
    early = {each.text for each in crowd.contributions if each.person < first}

    def part(*, now: bool) -> Crowd:
        return Crowd(
            people=tuple(each for each in crowd.people if (each.number < first) == now),
            contributions=tuple(each for each in crowd.contributions if (each.person < first) == now),
            refusals=tuple(each for each in crowd.refusals if (each.text in early) == now),
            votes=tuple(each for each in crowd.votes if (each.person < first and each.text in early) == now),
            supports=tuple(each for each in crowd.supports if (each.person < first and each.text in early) == now),
            sign_ups=tuple(each for each in crowd.sign_ups if (each < first) == now),
        )

    begun = replace(whole, crowd=part(now=True))
    return begun, replace(whole, crowd=part(now=False), held=begun.unseen())


def citizen(number: int) -> UUID:
    return fact_id("sample", "citizen", number)


def contribution(text: SampleText) -> UUID:
    """Return the id of a text's contribution, which is its fact's."""
    return fact_id("sample", KINDS[text.kind].kind, text.id)


def refusal_of(card: str, texts: Iterable[SampleText]) -> int | None:
    """Return the charter article under which the text on a card is refused, None for one to admit."""
    found = next((text for text in texts if text.text in card), None)
    return None if found is None or found.admitted else ARTICLES[found.verdict]
