"""What erasure leaves of facts and documents: who did what and when, by numbers, and nothing that the person said."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Self

from deliberation.lengths import shortened
from deliberation.personal_data import mask
from deliberation.rewording import exact
from events.appeals import DecisionAppealed
from events.attendance import AttendanceUndone, SessionAttended
from events.base import Event
from events.broadcasts import BroadcastsMuted, BroadcastsUnmuted
from events.catalogue import read
from events.citizens import CitizenForgotten, CitizenImported, CitizenJoined, LanguageChosen
from events.contributions import (
    ContributionEntered,
    ContributionWithdrawn,
    LanguageCorrected,
    OpinionGiven,
    QuestionAsked,
    TestimonyGiven,
)
from events.live import LiveAsked
from events.needs import NeedStated, NeedTakenBack
from events.news import NewsAddressed
from events.preferences import ContactAllowed, ContactWithdrawn, NotificationsChosen
from events.results import PublicationRequested
from events.sessions import SeatAccepted, SeatReleased, SeatRequested
from events.strata import StrataDeclared, StrataTakenBack
from events.topics import TopicRenamed
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack

ERASED = "[…]"  # stands where words stood
NOBODY = "erased"  # the origin of who, and of what, was erased
UNTOLD = "und"  # a language that nobody knows, in ISO 639

LEAST = 15  # characters; what is shorter is taken out only where it stands alone

WORDS: Mapping[str, object] = {"text": ERASED, "language": UNTOLD, "origin": NOBODY}
# What a citizen's own act holds beside who did what, and what is left of it.
EMPTIED: Mapping[str, Mapping[str, object]] = {
    QuestionAsked.kind: WORDS,
    OpinionGiven.kind: WORDS,
    TestimonyGiven.kind: WORDS,
    ContributionEntered.kind: {"text": ERASED, "place": NOBODY},
    DecisionAppealed.kind: {"reason": ""},
    LiveAsked.kind: WORDS,
    NeedStated.kind: {"sealed": ""},
    StrataDeclared.kind: {"sealed": ""},
    CitizenJoined.kind: {"language": None, "source": ""},
    LanguageChosen.kind: {"language": None},
    LanguageCorrected.kind: {"language": None},
}
# Acts of a citizen that hold nothing else: they stay, under an id that leads to nobody.
NUMBERS = frozenset(
    fact.kind
    for fact in (
        AttendanceUndone, BroadcastsMuted, BroadcastsUnmuted, CitizenForgotten, CitizenImported, ContactAllowed,
        ContactWithdrawn, ContributionWithdrawn, NeedTakenBack, NotificationsChosen, SeatAccepted, SeatReleased,
        SeatRequested, SessionAttended, StrataTakenBack, SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack,
    )
)  # fmt: skip
# Facts of others that may quote a citizen; whoever says the same in words of their own keeps them.
QUOTING = frozenset({NewsAddressed.kind, PublicationRequested.kind, TopicRenamed.kind})


@dataclass(frozen=True)
class Sought:
    """Whose traces are looked for: people's ids, their contributions' references, their words as they may be shown."""

    citizens: frozenset[str]
    references: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, citizen: object, given: Mapping[str, str]) -> Self:
        """Look for a person who gave contributions: their texts by reference."""
        words = {form for text in given.values() for form in _forms(text)}
        return cls(frozenset({str(citizen)}), frozenset(given), frozenset(words))

    @classmethod
    def read(cls, written: str) -> Self:
        """Return what was written down."""
        return cls(**{name: frozenset(each) for name, each in json.loads(written).items()})

    def written(self) -> str:
        found = {"citizens": self.citizens, "references": self.references, "words": self.words}
        return json.dumps({name: sorted(each) for name, each in found.items()}, ensure_ascii=False)

    def but(self, words: Collection[str]) -> "Sought":
        """Leave out words that somebody else says as well, and may be shown saying."""
        return replace(self, words=self.words - frozenset(words))

    def __or__(self, other: "Sought") -> "Sought":
        return Sought(self.citizens | other.citizens, self.references | other.references, self.words | other.words)

    def is_theirs(self, payload: Mapping[str, Any]) -> bool:
        """Say whether a fact was done by such a person or is addressed to them."""
        return payload.get("citizen") in self.citizens or payload.get("person") in self.citizens

    def without(self, value: Any) -> Any:
        """Return a JSON document with such a person's words taken out; what counts them stays."""
        if isinstance(value, str):
            return self._taken_out(value)
        if isinstance(value, Mapping):
            told, quotes = self._told(value), self._quotes(value)
            return {name: ERASED if quotes and name == "text" else self.without(each) for name, each in told.items()}
        return [self.without(each) for each in value] if isinstance(value, list | tuple) else value

    def _told(self, sentence: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a sentence without what a model made of it, where it rests on anything of theirs."""
        theirs = not self.references.isdisjoint(sentence.get("citations", ()))
        return exact(sentence) if theirs and "text" in sentence else sentence

    def _quotes(self, sentence: Mapping[str, Any]) -> bool:
        """Say whether a sentence is theirs: its words are those of the first contribution that it cites."""
        return next(iter(sentence.get("citations", ())), None) in self.references

    def _taken_out(self, text: str) -> str:
        if text in self.words:
            return ERASED
        for words in self._longest_first:
            text = text.replace(words, ERASED)
        return text

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted((words for words in self.words if len(words) >= LEAST), key=lambda words: (-len(words), words))


def left_of(fact: Event, sought: Sought) -> Event:
    """Return what the record keeps of a fact: the person's own act emptied, a colleague's without their words."""
    if isinstance(fact, PublicationRequested):
        return fact.model_copy(update={"content": sought.without(fact.content)})
    if isinstance(fact, TopicRenamed):
        return fact.model_copy(update={"title": sought.without(fact.title)})
    return fact.model_copy(update=dict(EMPTIED[fact.kind]))


def payload_left(kind: str, payload: str, sought: Sought) -> str:
    return left_of(read(kind, payload), sought).model_dump_json()


def _forms(text: str) -> set[str]:
    """Return how a text may stand elsewhere: as written or with personal data masked, whole or cut for a title."""
    whole = {_folded(text), _folded(mask(text).text)}
    return (whole | {shortened(each) for each in whole}) - {"", ERASED}


def _folded(text: str) -> str:
    return " ".join(text.split())
