"""The documents that the workers compute are what `docs/schemas/` describes: every field, and no other."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.similarity import word_statistics
from deploy.schemas import RESULTS, Agenda, OpinionMap, Part, Summary
from events.base import Clock, fact_id
from storage.ledger import writing
from storage.tables.contributions import Contribution
from storage.tables.sessions import Session
from storage.tables.themes import Theme
from storage.tables.votes import Support, Vote
from tests.conftest import NOON
from workers.cartographer import Cartographer

MEAT = "la-viande"
CAMP = 15  # people in each of two camps that disagree on all but one statement
QUESTIONS = (
    "Pourquoi y a-t-il de la viande chaque jour à la cantine ?",
    "Pourquoi la viande revient-elle chaque jour à la cantine de l’école ?",
    "Qui contrôle les abattoirs de la région ?",
    "Comment payer mieux les éleveurs du plateau ?",
)
STATEMENTS = (
    "Il faut un repas sans viande chaque jour à la cantine.",
    "La viande locale doit passer avant la viande bio.",
    "Un enfant a besoin de viande pour grandir.",
    "Les éleveurs doivent être mieux payés.",
    "Les petites fermes nourrissent mieux la ville.",
    "La publicité pour la viande doit être interdite.",
    "Un menu végétarien coûte trop cher à la ville.",
    "Les abattoirs doivent ouvrir leurs portes aux écoles.",
    "Manger moins de viande aide le climat.",
)
SHARED = 3  # the statement that both camps agree with


def person(name: object) -> UUID:
    return fact_id("person", name)


def text_rows() -> list[Contribution]:
    written = [("question", "Q", QUESTIONS), ("opinion", "O", STATEMENTS)]
    return [
        Contribution(
            id=fact_id(kind, number),
            reference=f"{letter}-{number}",
            kind=kind,
            theme=MEAT,
            author=person(number),
            text=text,
            language="fr",
            state="admitted",
            received_at=NOON + timedelta(seconds=number),
        )
        for kind, letter, texts in written
        for number, text in enumerate(texts, start=1)
    ]


def vote_rows() -> list[Vote]:
    return [
        Vote(
            citizen=person(voter),
            statement=fact_id("opinion", number + 1),
            theme=MEAT,
            value=1 if number == SHARED or (voter < CAMP) == bool(number % 2) else -1,
            cast_at=NOON,
        )
        for voter in range(2 * CAMP)
        for number in range(len(STATEMENTS))
    ]


def support_rows() -> list[Support]:
    return [
        Support(citizen=person(voter), question=fact_id("question", 1 + voter % 3), theme=MEAT, given_at=NOON)
        for voter in range(2 * CAMP)
    ]


def debate() -> Session:
    return Session(
        id=fact_id("session"),
        reference="S-1",
        theme=MEAT,
        title="La viande à la cantine",
        starts_at=NOON + timedelta(days=9),
        minutes=30,
        place="Salle Camille-Claudel",
        capacity=40,
    )


@pytest.fixture
async def cartographer(engine: AsyncEngine, clock: Clock) -> Cartographer:
    """A cartographer before a theme with four questions, nine statements and two clear camps."""
    async with writing(engine) as session:
        session.add(Theme(slug=MEAT, title="La viande", phase="deliberating", created_at=NOON))
        session.add_all([*text_rows(), *vote_rows(), *support_rows(), debate()])
    return Cartographer(engine, clock, "fr", word_statistics)


def described(model: type[Part], document: Any) -> Any:
    """Return what of a document the model describes; raises ValidationError where it is another."""
    return model.model_validate(document).model_dump(mode="json", exclude_unset=True)


@pytest.mark.parametrize("result", ["agenda", "summary", "map", "topics"])
async def test_a_computed_result_has_the_described_fields_and_no_other(cartographer: Cartographer, result: str) -> None:
    document = await cartographer.compute(MEAT, result)
    assert described(RESULTS[result], document) == document


@pytest.mark.parametrize("result", ["agenda", "summary", "map", "topics"])
async def test_a_theme_in_which_nothing_was_said_has_results_too(
    engine: AsyncEngine, clock: Clock, result: str
) -> None:
    async with writing(engine) as session:
        session.add(Theme(slug=MEAT, title="La viande", phase="collecting", created_at=NOON))
    document = await Cartographer(engine, clock, "fr", word_statistics).compute(MEAT, result)
    assert described(RESULTS[result], document) == document


async def test_the_small_debate_fills_every_part_of_the_results(cartographer: Cartographer) -> None:
    """Lists that stay empty would prove nothing about what is in them."""
    agenda = Agenda.model_validate(await cartographer.compute(MEAT, "agenda"))
    summary = Summary.model_validate(await cartographer.compute(MEAT, "summary"))
    opinions = OpinionMap.model_validate(await cartographer.compute(MEAT, "map"))
    assert agenda.items
    assert agenda.not_selected
    assert [group.size for group in opinions.groups] == [CAMP, CAMP]
    assert [bool(group.representative) for group in opinions.groups] == [True, True]
    assert [row.statement for row in opinions.common_ground] == [f"O-{SHARED + 1}"]
    assert opinions.contention
    assert {section.kind for section in summary.sections} >= {"topic", "common_ground", "contention", "minority"}


async def test_payments_sum_to_the_minutes_of_their_item(cartographer: Cartographer) -> None:
    agenda = Agenda.model_validate(await cartographer.compute(MEAT, "agenda"))
    paid = [round(sum(payment.minutes for payment in item.paid_by), 6) for item in agenda.items]
    assert paid == [item.minutes for item in agenda.items]


async def test_another_document_is_refused(cartographer: Cartographer) -> None:
    agenda = dict(await cartographer.compute(MEAT, "agenda"))
    with pytest.raises(ValidationError, match="time_budget_minutes"):
        Agenda.model_validate({**agenda, "time_budget_minutes": -1})
    with pytest.raises(ValidationError, match="citations"):
        Summary.model_validate(
            {
                **await cartographer.compute(MEAT, "summary"),
                "sections": [{"title": "?", "kind": "topic", "sentences": [{"text": "Uncited.", "citations": []}]}],
            }
        )
