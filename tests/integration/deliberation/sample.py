"""The sample theme as an election: what topics take of the time, who backs them, and the choice by votes alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from deploy.sample.crowd import LEANING_OF, crowd
from deploy.sample.texts import LEANINGS, sample_texts
from workers.agenda import Vote, minutes_for
from workers.amended import Item

MINUTES = 180


@dataclass(frozen=True, slots=True)
class Ballot:
    leaning: str
    topics: frozenset[str]


def sample_theme() -> tuple[dict[str, int], list[Ballot]]:
    """Return minutes by topic and what each person of the crowd backs: the topics they asked about or supported."""
    topic_of = {text.id: text.topic for text in sample_texts() if text.admitted and text.kind == "question"}
    life = crowd()
    asked = Counter(topic_of[given.text] for given in life.contributions if given.text in topic_of)
    backed: dict[int, set[str]] = {person.number: set() for person in life.people}
    for who, text in [(act.person, act.text) for act in life.contributions] + [
        (act.person, act.text) for act in life.supports
    ]:
        backed[who] |= {topic_of[text]} if text in topic_of else set()
    costs = {topic: minutes_for(questions) for topic, questions in asked.items()}
    return costs, [Ballot(person.leaning, frozenset(backed[person.number])) for person in life.people]


def own_topics() -> dict[str, frozenset[str]]:
    """Return by leaning the topics that no other cares for."""
    cares = {name: LEANING_OF[name].cares for name in LEANINGS}
    return {
        name: mine - frozenset().union(*(cares[other] for other in cares if other != name))
        for name, mine in cares.items()
    }


def along_camps(costs: Mapping[str, int], ballots: Sequence[Ballot]) -> list[Ballot]:
    """Return the ballots of a town at odds: everybody backs what their leaning alone cares for, and nothing else."""
    own = own_topics()
    return [Ballot(ballot.leaning, own[ballot.leaning] & costs.keys()) for ballot in ballots]


def vote_of(costs: Mapping[str, int], ballots: Sequence[Ballot]) -> Vote:
    """Return the election that the agenda is made by."""
    people = {UUID(int=number): ballot.topics for number, ballot in enumerate(ballots)}
    items = [
        Item(topic, number, topic, minutes, (), frozenset(one for one, topics in people.items() if topic in topics))
        for number, (topic, minutes) in enumerate(costs.items())
    ]
    return Vote.of(items, MINUTES, "")


def proportionally(costs: Mapping[str, int], ballots: Sequence[Ballot]) -> frozenset[str]:
    return frozenset(vote_of(costs, ballots).outcome().selected)


def by_votes(costs: Mapping[str, int], ballots: Sequence[Ballot]) -> frozenset[str]:
    """Return the topics with the most backers that fit into the time, one after another."""
    backers = Counter(topic for ballot in ballots for topic in ballot.topics)
    left, chosen = MINUTES, set[str]()
    for topic in sorted(costs, key=lambda topic: (-backers[topic], topic)):
        if costs[topic] <= left:
            chosen.add(topic)
            left -= costs[topic]
    return frozenset(chosen)


def minutes_of_each(
    costs: Mapping[str, int], chosen: AbstractSet[str], topics: Mapping[str, AbstractSet[str]]
) -> dict[str, int]:
    """Return by leaning how long the agenda speaks of its topics."""
    return {name: sum(costs[topic] for topic in chosen & mine) for name, mine in topics.items()}
