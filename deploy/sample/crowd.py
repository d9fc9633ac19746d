"""A simulated crowd for the sample theme: who writes, votes, supports and signs up, by stated leanings and a seed.

Nobody's opinion is measured here. Each leaning is a guess that a reader can check: its sentence below, its chances to
agree in la_viande.csv.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from deploy.sample.texts import LEANINGS, SampleText, sample_texts

Item = TypeVar("Item")

FEWEST_VOTES, USUAL_VOTES, MOST_VOTES = 8, 14, 30  # by a person
FEWEST_SUPPORTS, MOST_SUPPORTS = 2, 6
WRITERS = 0.5  # of the people, at most
WRITES_AGAIN = 0.4  # the chance that a text comes from somebody who has written already
SIGNS_UP = 0.2
AT_HOME = 2  # times as likely is a leaning among the actor kinds that are near it
CARED_FOR = 5  # times as likely is a question of a topic that the leaning cares for


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where a part of the crowd stands: its share, what it says, the topics it cares for, where it is at home."""

    name: str
    share: float
    says: str
    cares: frozenset[str]
    near: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEANING_OF: Mapping[str, Leaning] = {
    leaning.name: leaning
    for leaning in (
        Leaning(
            "terroir",
            0.31,
            "Meat from here, from people one knows, well paid: that is who we are.",
            _words("sourcing farming trade labels cooking hunting jobs"),
            _words("farmer butcher restaurant agrifood canteen"),
        ),
        Leaning(
            "vegetal",
            0.26,
            "Animals and the climate ask us to eat far less meat, or none.",
            _words("canteen climate water welfare transport plants lab"),
            _words("student association"),
        ),
        Leaning(
            "budget",
            0.23,
            "Let people eat what they like and can pay for; do not lecture them.",
            _words("price waste pets belief canteen"),
            _words("parent resident"),
        ),
        Leaning(
            "mesure",
            0.20,
            "Less meat but better meat, and tell us where it comes from.",
            _words("canteen sourcing health labels water transport"),
            _words("teacher health researcher parent"),
        ),
    )
}
ACTORS: Mapping[str, float] = {  # shares of those who do not write; a writer's kind is the text's
    "resident": 0.32, "parent": 0.24, "student": 0.18, "teacher": 0.06, "association": 0.05, "farmer": 0.04,
    "health": 0.04, "restaurant": 0.02, "butcher": 0.01, "canteen": 0.02, "researcher": 0.01, "agrifood": 0.01,
}  # fmt: skip
LANGUAGES: Mapping[str, float] = {"fr": 0.84, "en": 0.05, "es": 0.03, "it": 0.02, "ar": 0.04, "zh": 0.02}


@dataclass(frozen=True, slots=True)
class Person:
    """A simulated citizen, known by a number only."""

    number: int
    actor: str
    leaning: str
    language: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """A person gives a text (its id)."""

    person: int
    text: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A person votes on an admitted opinion: −1 disagrees, 0 passes, 1 agrees."""

    person: int
    text: str
    value: int


@dataclass(frozen=True, slots=True)
class Support:
    """A person backs an admitted question of somebody else."""

    person: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A given text that the moderator refuses, with the charter's reason as a word of texts.REFUSALS."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Crowd:
    """What the people do, each list in the order in which it happens; sign_ups are numbers of people."""

    people: tuple[Person, ...]
    contributions: tuple[Contribution, ...]
    refusals: tuple[Refusal, ...]
    votes: tuple[Vote, ...]
    supports: tuple[Support, ...]
    sign_ups: tuple[int, ...]


def crowd(seed: int = 0, people: int = 400) -> Crowd:
    """Return the crowd's life, the same for the same seed; a small crowd gives only some of the texts."""
    chance = Random(seed)  # noqa: S311 - a simulation, no secret
    writers, given = _writing(chance, people)
    everybody = (*writers, *(_passer_by(chance, number) for number in range(len(writers), people)))
    texts = tuple(text for _, text in given)
    own = {(person, text.id) for person, text in given}
    return Crowd(
        people=everybody,
        contributions=tuple(Contribution(person, text.id) for person, text in given),
        refusals=tuple(Refusal(text.id, text.verdict) for text in texts if not text.admitted),
        votes=tuple(vote for person in everybody for vote in _votes(chance, person, texts, own)),
        supports=tuple(support for person in everybody for support in _supports(chance, person, texts, own)),
        sign_ups=tuple(_shuffled(chance, [who.number for who in everybody if chance.random() < SIGNS_UP])),
    )


def _writing(chance: Random, people: int) -> tuple[tuple[Person, ...], tuple[tuple[int, SampleText], ...]]:
    """Return the people who write, and who gives which text, in the order of giving."""
    writers: list[Person] = []
    given: list[tuple[int, SampleText]] = []
    for text in _shuffled(chance, sample_texts()):
        said = dict(given)
        fitting = [writer for writer in writers if _would_give(writer, text) and not _same(said[writer.number], text)]
        if fitting and chance.random() < WRITES_AGAIN:
            given.append((chance.choice(fitting).number, text))
        elif len(writers) < WRITERS * people:
            writers.append(_writer_of(chance, len(writers), text))
            given.append((writers[-1].number, text))
    return tuple(writers), tuple(given)


def _would_give(writer: Person, text: SampleText) -> bool:
    return (writer.actor, writer.language) == (text.actor, text.language) and _fit(writer.leaning, text) > 0.5  # noqa: PLR2004 - rather agrees


def _same(one: SampleText, other: SampleText) -> bool:
    """Tell a text and its near-copy: one person does not say both in a row."""
    return (one.copy_of or one.id) == (other.copy_of or other.id)


def _fit(leaning: str, text: SampleText) -> float:
    """Return how well a text suits a leaning: an opinion by the chance to agree, a question by what is cared for."""
    if text.agree:
        return text.agree[LEANINGS.index(leaning)]
    return CARED_FOR if text.topic in LEANING_OF[leaning].cares else 1


def _writer_of(chance: Random, number: int, text: SampleText) -> Person:
    weights = [weight * _fit(name, text) ** 2 for name, weight in _leanings_of(text.actor).items()]
    return Person(number, text.actor, chance.choices(LEANINGS, weights)[0], text.language)


def _passer_by(chance: Random, number: int) -> Person:
    """Return a person who reads and votes only."""
    actor = _one_of(chance, ACTORS)
    return Person(number, actor, _one_of(chance, _leanings_of(actor)), _one_of(chance, LANGUAGES))


def _leanings_of(actor: str) -> dict[str, float]:
    return {name: LEANING_OF[name].share * (AT_HOME if actor in LEANING_OF[name].near else 1) for name in LEANINGS}


def _votes(chance: Random, person: Person, texts: Sequence[SampleText], own: set[tuple[int, str]]) -> list[Vote]:
    """Return what a person votes on some of the opinions that others gave."""
    open_to = [text for text in texts if text.votable and (person.number, text.id) not in own]
    count = round(chance.triangular(FEWEST_VOTES, MOST_VOTES, USUAL_VOTES))
    return [Vote(person.number, text.id, _value(chance, person, text)) for text in _shuffled(chance, open_to)[:count]]


def _value(chance: Random, person: Person, text: SampleText) -> int:
    if chance.random() < text.passing:
        return 0
    return 1 if chance.random() < text.agree[LEANINGS.index(person.leaning)] else -1


def _supports(chance: Random, person: Person, texts: Sequence[SampleText], own: set[tuple[int, str]]) -> list[Support]:
    """Return the questions of others that a person backs: rather those they care for, each once."""
    questions = [
        text for text in texts if text.admitted and text.kind == "question" and (person.number, text.id) not in own
    ]
    first = sorted(questions, key=lambda text: chance.random() ** (1 / _fit(person.leaning, text)), reverse=True)
    return [Support(person.number, text.id) for text in first[: chance.randint(FEWEST_SUPPORTS, MOST_SUPPORTS)]]


def _one_of(chance: Random, shares: Mapping[str, float]) -> str:
    return chance.choices(list(shares), list(shares.values()))[0]


def _shuffled(chance: Random, items: Sequence[Item]) -> list[Item]:
    return chance.sample(items, len(items))
