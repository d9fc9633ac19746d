"""What the computing workers start from: a theme's admitted texts, supports and votes, in an order of their content.

Nothing computed may depend on who a person is, on references or on the order of rows; so texts are sorted by what they
say and people by what they did, and the hash is of that alone. Equal texts are told apart by the people around them.
What moderators changed about topics is content too: it names texts by their words.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from deliberation.excerpts import Source
from deliberation.personal_data import mask
from deliberation.topic_edits import Edit
from storage.ledger import writing
from storage.read_models.contributions import ContributionView, admitted_of
from storage.read_models.topics import edits_of
from storage.tables.results import Draft
from storage.tables.votes import Support, Vote
from storage.upsert import upsert
from workers.kept_edits import edits_in

Ints = NDArray[np.int64]
ROUNDS = 3  # of refinement: as far as neighbours' neighbours' neighbours


@dataclass(frozen=True)
class Material:
    """A theme's content. `texts` are in an order of their content; votes and supports are (person, text) pairs."""

    theme: str
    texts: tuple[ContributionView, ...]
    votes: Mapping[tuple[UUID, UUID], int]
    supports: frozenset[tuple[UUID, UUID]]
    edits: tuple[Edit, ...] = ()

    @cached_property
    def statements(self) -> tuple[ContributionView, ...]:
        return tuple(text for text in self.texts if text.kind == "opinion")

    @cached_property
    def questions(self) -> tuple[ContributionView, ...]:
        return tuple(text for text in self.texts if text.kind == "question")

    @cached_property
    def by_reference(self) -> dict[str, ContributionView]:
        return {text.reference: text for text in self.texts}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the texts as they are shown."""
        return tuple(shown(text) for text in self.texts)

    @cached_property
    def voters(self) -> tuple[UUID, ...]:
        """Return the voters, ordered by what they voted: two with the same votes are alike for every computation."""
        index = {statement.id: n for n, statement in enumerate(self.statements)}
        ballots: dict[UUID, list[tuple[int, int]]] = {}
        for (citizen, statement), value in self.votes.items():
            ballots.setdefault(citizen, []).append((index[statement], value))
        return tuple(sorted(ballots, key=lambda citizen: sorted(ballots[citizen])))

    @cached_property
    def ballots(self) -> tuple[Ints, Ints, Ints]:
        """Return (participant, statement, value) as indices into `voters` and `statements`, sorted."""
        people = {citizen: n for n, citizen in enumerate(self.voters)}
        texts = {statement.id: n for n, statement in enumerate(self.statements)}
        rows = sorted((people[who], texts[what], value) for (who, what), value in self.votes.items())
        table = np.array(rows, dtype=np.int64).reshape(-1, 3)
        return table[:, 0], table[:, 1], table[:, 2]

    @cached_property
    def backers(self) -> dict[UUID, frozenset[UUID]]:
        """Return for each question who asked or supports it."""
        found: dict[UUID, set[UUID]] = {question.id: {question.author} for question in self.questions}
        for citizen, question in self.supports:
            if question in found:  # a live question is no item of the agenda
                found[question].add(citizen)
        return {question: frozenset(people) for question, people in found.items()}

    @cached_property
    def input_hash(self) -> str:
        """Return the SHA-256 of the content: texts, what each nameless person did, how moderators changed topics."""
        number = {text.id: n for n, text in enumerate(self.texts)}
        people: dict[UUID, list[tuple[str, int, int]]] = {}
        for person, did, text, value in acts(self.texts, self.votes, self.supports):
            people.setdefault(person, []).append((did, number[text], value))
        content = {
            "texts": [(text.kind, text.text) for text in self.texts],
            "people": sorted(sorted(done) for done in people.values()),
            **({"edits": [(type(edit).__name__, asdict(edit)) for edit in self.edits]} if self.edits else {}),
        }
        return hashed(content)

    @cached_property
    def sources_hash(self) -> str:
        """Return a hash of which contributions these are: two may say the same, and only one be admitted still."""
        return hashed([text.reference for text in self.texts])

    def source(self, text: ContributionView) -> Source:
        """Return a contribution as it may be shown: personal data masked."""
        return Source(text.reference, str(text.author), shown(text))


def shown(text: ContributionView) -> str:
    """Return a contribution's text with personal data masked."""
    return mask(text.text).text


async def material_of(engine: AsyncEngine, theme: str) -> Material:
    """Read a theme's content; votes and supports of texts that are not admitted are left out."""
    async with AsyncSession(engine) as session:
        votes = (await session.exec(select(Vote.citizen, Vote.statement, Vote.value).where(Vote.theme == theme))).all()
        supports = (await session.exec(select(Support.citizen, Support.question).where(Support.theme == theme))).all()
    material = assembled(theme, await admitted_of(engine, theme), votes, supports)
    kept = await edits_of(engine, theme)
    named = {text for edit in kept for text in (*edit.contributions, *edit.others)}
    words = {text.id: shown(text) for text in material.texts if text.id in named}
    return replace(material, edits=edits_in(words, kept))


def assembled(
    theme: str,
    texts: Iterable[ContributionView],
    votes: Iterable[tuple[UUID, UUID, int]],
    supports: Iterable[tuple[UUID, UUID]],
) -> Material:
    """Put a theme's content in order; one object stands for a person or a text wherever they are named."""
    texts, one = tuple(texts), dict[UUID, UUID]()
    admitted = {text.id: text.id for text in texts}
    counted = {(one.setdefault(who, who), admitted[what]): value for who, what, value in votes if what in admitted}
    backed = frozenset((one.setdefault(who, who), admitted[what]) for who, what in supports if what in admitted)
    return Material(theme=theme, texts=ordered(texts, counted, backed), votes=counted, supports=backed)


def ordered(
    texts: Sequence[ContributionView], votes: Mapping[tuple[UUID, UUID], int], supports: frozenset[tuple[UUID, UUID]]
) -> tuple[ContributionView, ...]:
    """Sort texts by kind and words, equal ones by who wrote, voted on and supports them, nameless.

    Equal texts are told apart by refinement (Weisfeiler and Leman): a text is described by the people around it, who
    are described by their other texts, and so on. Where that finds no difference there is none that matters.
    """
    looks = {text.id: hashed([text.kind, text.text]) for text in texts}
    for _ in range(ROUNDS if max(Counter(looks.values()).values(), default=0) > 1 else 0):
        around_person, around_text = dict[UUID, list[str]](), dict[UUID, list[str]]()
        for person, did, text, value in acts(texts, votes, supports):
            around_person.setdefault(person, []).append(f"{did} {value} {looks[text]}")
        people = {person: hashed(sorted(done)) for person, done in around_person.items()}
        for person, did, text, value in acts(texts, votes, supports):
            around_text.setdefault(text, []).append(f"{did} {value} {people[person]}")
        looks = {text: hashed([look, sorted(around_text[text])]) for text, look in looks.items()}
    return tuple(sorted(texts, key=lambda text: (text.kind, text.text, looks[text.id])))


def acts(
    texts: Iterable[ContributionView],
    votes: Mapping[tuple[UUID, UUID], int],
    supports: Iterable[tuple[UUID, UUID]],
) -> Iterator[tuple[UUID, str, UUID, int]]:
    """Yield what people did: (person, verb, text, value)."""
    yield from ((text.author, "wrote", text.id, 0) for text in texts)
    yield from ((citizen, "voted", statement, value) for (citizen, statement), value in votes.items())
    yield from ((citizen, "supports", question, 0) for citizen, question in supports)


def hashed(content: object) -> str:
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


async def keep(engine: AsyncEngine, theme: str, result: str, content: Mapping[str, object], now: datetime) -> None:
    """Keep a computed document as the newest draft; it can be computed again at any time."""
    row = {
        "theme": theme,
        "result": result,
        "input_hash": str(content.get("input_hash", "")),
        "content": json.dumps(content, ensure_ascii=False, sort_keys=True),
        "computed_at": now,
    }
    async with writing(engine) as session:
        await upsert(session, Draft, [row], keys=["theme", "result"])
