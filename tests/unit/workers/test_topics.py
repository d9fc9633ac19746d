"""Topics of a theme keep their numbers; moderators' changes reach agenda and summary; what is new is placed at once."""

from typing import Any
from uuid import UUID

import pytest

from events.contributions import OpinionGiven
from events.topics import TopicParted, TopicRenamed, TopicsMerged
from events.votes import VoteCast
from storage.read_models.results import draft_of
from storage.read_models.topics import TopicView, placings_of, topic_number_of, topics_of
from tests.fakes import MEAT, Town, embed, person
from workers import topics
from workers.cartographer import Cartographer
from workers.material import material_of

CANTEEN = [f"La cantine sert trop de viande rouge chaque jour {where}" for where in ("ici", "là", "encore", "toujours")]
ABATTOIR = [f"Qui contrôle les animaux vivants dans un abattoir municipal {when} ?" for when in ("la nuit", "le jour")]
PRICE = "Combien coûte le bœuf fermier au marché ?"


class Counting:
    """An embedder that counts how often it is asked for something new."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Any, /) -> Any:
        self.asked += texts
        return embed(texts)


@pytest.fixture
async def given(town: Town) -> dict[str, UUID]:
    """A theme in which four people ask about the canteen and two about the slaughterhouse."""
    await town.member("mia")
    return {text: await town.admitted(text, n) for n, text in enumerate(CANTEEN + ABATTOIR)}


@pytest.fixture
def cartographer(town: Town) -> Cartographer:
    return Cartographer(town.engine, lambda: town.now, "fr", embed)


async def grouped(town: Town, cartographer: Cartographer) -> tuple[TopicView, ...]:
    await cartographer.bring_up_to_date(MEAT)
    return await topics_of(town.engine, MEAT)


def texts_in(topic: TopicView, given: dict[str, UUID]) -> set[str]:
    by_reference = {f"Q-{n}": text for n, text in enumerate(given, 1)}
    return {by_reference[reference] for reference in topic.contributions}


async def test_topics_have_numbers_titles_words_and_people(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    canteen, abattoir = await grouped(town, cartographer)
    assert (texts_in(canteen, given), texts_in(abattoir, given)) == (set(CANTEEN), set(ABATTOIR))
    assert [(topic.id, topic.people) for topic in (canteen, abattoir)] == [(1, 4), (2, 2)]
    assert (canteen.title in CANTEEN, "cantine" in canteen.keywords) == (True, True)
    assert [await topic_number_of(town.engine, id_) for id_ in given.values()] == [1, 1, 1, 1, 2, 2]


async def test_a_title_of_a_moderator_is_that_of_agenda_and_summary(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    named = given[CANTEEN[0]], given[CANTEEN[1]]
    await town.act(TopicRenamed, by=person("mia"), theme=MEAT, contributions=named, title="Les repas")
    assert (await grouped(town, cartographer))[0].title == "Les repas"
    agenda, summary = await draft_of(town.engine, MEAT, "agenda"), await draft_of(town.engine, MEAT, "summary")
    assert agenda is not None
    assert summary is not None
    assert "Les repas" in {item["title"] for item in agenda.content["items"]}
    assert any(section["title"].startswith("Les repas — ") for section in summary.content["sections"])


async def test_one_item_of_the_agenda_is_made_of_two_topics_and_two_of_one(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    async def items() -> list[int]:
        content = await cartographer.compute(MEAT, "agenda")
        return sorted(len(item["questions"]) for item in (*content["items"], *content["not_selected"]))

    assert await items() == [2, 4]
    one, two, others = (given[CANTEEN[0]],), (given[ABATTOIR[0]],), tuple(given[text] for text in CANTEEN[1:])
    await town.act(TopicParted, by=person("mia"), theme=MEAT, contributions=one, others=others)
    assert await items() == [1, 2, 3]
    await town.act(TopicsMerged, by=person("mia"), theme=MEAT, contributions=(given[CANTEEN[1]],), target=two)
    assert await items() == [1, 5]


async def test_numbers_stay_while_texts_come_and_topics_are_parted_and_merged(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    await grouped(town, cartographer)
    await town.admitted(PRICE, "eve")
    assert [topic.id for topic in await grouped(town, cartographer)] == [1, 2, 3]
    for n in range(5):  # the second topic becomes the largest
        await town.admitted(f"{ABATTOIR[0]} {n}", f"more {n}")
    assert [topic.id for topic in await grouped(town, cartographer)] == [2, 1, 3]
    others = tuple(given[text] for text in CANTEEN[1:])
    parted = {"contributions": (given[CANTEEN[0]],), "others": others}
    await town.act(TopicParted, by=person("mia"), theme=MEAT, **parted)
    assert [topic.id for topic in await grouped(town, cartographer)] == [2, 1, 3, 4]
    target = (given[ABATTOIR[0]],)
    await town.act(TopicsMerged, by=person("mia"), theme=MEAT, contributions=(given[CANTEEN[0]],), target=target)
    assert [topic.id for topic in await grouped(town, cartographer)] == [2, 1, 3]
    assert (await placings_of(town.engine, MEAT))[1] == 4


async def test_a_new_text_is_put_beside_the_nearest_before_all_are_grouped_anew(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    await grouped(town, cartographer)
    opinion = await town.admitted(
        "Qui maltraite les animaux vivants dans un abattoir municipal la nuit", "flo", OpinionGiven
    )
    material = await material_of(town.engine, MEAT)
    before, last = await placings_of(town.engine, MEAT)
    assert (set(before), last) == (set(given.values()), 2)
    assert topics.placed(material, embed, before) == {opinion: 2}
    assert topics.placed(material, embed, {}) == {}


async def test_votes_group_nothing_anew(town: Town, given: dict[str, UUID]) -> None:
    counting = Counting()
    cartographer = Cartographer(town.engine, lambda: town.now, "fr", counting)
    statement = await town.statement()
    await cartographer.bring_up_to_date(MEAT)
    known = cartographer._known[MEAT][1]  # noqa: SLF001 - that it is the same object is what is meant
    await town.act(VoteCast, citizen=person(0), statement=statement, value=1, theme=MEAT)
    await cartographer.bring_up_to_date(MEAT)
    assert cartographer._known[MEAT][1] is known  # noqa: SLF001 - as above
    assert sorted(counting.asked) == sorted({*CANTEEN, *ABATTOIR, "La cantine doit servir moins de viande."})


async def test_results_do_not_depend_on_what_was_found_before(
    town: Town, cartographer: Cartographer, given: dict[str, UUID]
) -> None:
    """But for the numbers: who computes for the first time has other ones."""
    await grouped(town, cartographer)
    for n in range(5):
        await town.admitted(f"{ABATTOIR[0]} {n}", f"more {n}")
    await town.act(TopicRenamed, by=person("mia"), theme=MEAT, contributions=(given[CANTEEN[0]],), title="Les repas")
    grown = (await cartographer.compute(MEAT, "topics"))["topics"]
    material = await material_of(town.engine, MEAT)
    found = topics.topics_of(material, embed)
    fresh = topics.document(material, found, topics.numbers_of(material, found, {}, 0))
    assert [topic["id"] for topic in grown] == [2, 1]
    unnumbered = [{**topic, "id": 0} for topic in grown]
    assert unnumbered == [{**topic, "id": 0} for topic in fresh["topics"]]  # type: ignore[attr-defined]
