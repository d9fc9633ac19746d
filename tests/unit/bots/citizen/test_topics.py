"""The topic of a contribution in /trace and /mine: known at once, kept, and nothing in it that is not shown."""

from uuid import UUID

import pytest

from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted, ContributionMerged
from events.topics import TopicRenamed
from storage.read_models.topics import placings_of
from tests.fakes import embed
from tests.unit.bots.citizen.conftest import MEAT, NOON, Town
from workers import topics
from workers.cartographer import Cartographer
from workers.material import material_of

CANTEEN = [f"The canteen serves too much red meat every day {where}" for where in ("here", "there")]
ROADS = "How many trucks go through our town?"


async def grouped(town: Town) -> None:
    await Cartographer(town.engine, lambda: NOON, "fr", embed).bring_up_to_date(MEAT)


async def test_a_contribution_s_topic_is_told_by_number_title_and_words(town: Town) -> None:
    await town.given(CANTEEN)
    await town.given([ROADS], QuestionAsked)
    await grouped(town)
    [card] = await town.say("/trace O-2")
    assert f"→ Topic 1: <b>{CANTEEN[0]}</b>\nPeople speak of: " in card.text
    assert "canteen" in card.text.rpartition("People speak of: ")[2]
    [card] = await town.say("/trace Q-1")
    assert f"→ Topic 2: <b>{ROADS}</b>" in card.text
    assert "People speak of" not in card.text  # of one text alone they are its own


async def test_one_s_own_says_its_topic_once_it_is_admitted(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {ROADS}")
    await grouped(town)
    [card] = await town.say("/mine Q-1")
    assert "Topic" not in card.text
    [asked] = town.bus.of(QuestionAsked)
    await town.decide(ContributionAdmitted, by=None, contribution=asked.event_id)
    await grouped(town)
    [card] = await town.say("/mine Q-1")
    assert f"→ Topic 1: <b>{ROADS}</b>" in card.text


async def test_a_new_text_s_topic_is_told_before_all_are_grouped_anew(town: Town) -> None:
    await town.given([CANTEEN[0], ROADS])
    await grouped(town)
    await town.given([CANTEEN[1]])
    before, last = await placings_of(town.engine, MEAT)
    placed = topics.placed(await material_of(town.engine, MEAT), embed, before)
    await topics.keep_placings(town.engine, MEAT, placed, last)
    [card] = await town.say("/trace O-3")
    assert f"<b>{CANTEEN[0]}</b>" in card.text


async def test_a_merged_contribution_is_in_the_topic_of_what_it_says_too(town: Town) -> None:
    await town.join()
    await town.say(f"/opinion {CANTEEN[0]} now")
    [mine] = town.bus.of(OpinionGiven)
    [other] = await town.given([CANTEEN[0]])
    member = await town.moderator()
    await town.decide(ContributionMerged, by=member, contribution=mine.event_id, into=other.event_id)
    await grouped(town)
    [card] = await town.say("/trace O-1")
    assert f"→ Topic 1: <b>{CANTEEN[0]}</b>" in card.text


@pytest.mark.parametrize("renamed", [False, True])
async def test_a_title_whose_text_was_withdrawn_is_told_no_more(town: Town, renamed: bool) -> None:
    given = await town.given(CANTEEN)
    ids = tuple(each.event_id for each in given)
    if renamed:
        await town.decide(TopicRenamed, by=await town.moderator(), theme=MEAT, contributions=ids, title="The meals")
    await grouped(town)
    ben = UUID(str(given[0].citizen))  # type: ignore[attr-defined]
    await town.decide(ContributionWithdrawn, citizen=ben, contribution=given[0].event_id)
    [card] = await town.say("/trace O-2")
    assert CANTEEN[0] not in card.text
    assert f"→ Topic 1: <b>{'The meals' if renamed else CANTEEN[1]}</b>" in card.text


async def test_what_is_in_no_topic_yet_says_nothing_of_one(town: Town) -> None:
    await town.given([ROADS])
    [card] = await town.say("/trace O-1")
    assert (ROADS in card.text, "Topic" in card.text) == (True, False)
