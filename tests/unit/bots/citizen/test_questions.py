"""/questions: pages, and a support that is given and taken back."""

import pytest

from events.contributions import ContributionWithdrawn, QuestionAsked
from events.themes import PhaseMoved
from events.votes import SupportGiven, SupportTakenBack
from tests.unit.bots.citizen.conftest import BEN, MEAT, Town

TEXTS = [
    f"Is question number {number} about meat?" for number in ("one", "two", "three", "four", "five", "six", "seven")
]


async def test_nobody_asked_yet(town: Town) -> None:
    [card] = await town.say("/questions")
    assert "go:ask" in card.buttons


async def test_questions_are_read_five_at_a_time_also_by_strangers(town: Town) -> None:
    await town.given(TEXTS, QuestionAsked)
    [card] = await town.say("/questions")
    first = [data for data in card.buttons if data.startswith("qs:")]
    await town.tap(f"q:{MEAT}:1", card=card)
    rest = [data for data in card.buttons if data.startswith("qs:")]
    assert sorted(data.split(":")[1] for data in [*first, *rest]) == [f"Q-{number}" for number in range(1, 8)]
    assert (len(first), len(rest)) == (5, 2)


async def test_a_support_is_counted_on_the_card_and_taken_back(town: Town) -> None:
    [question] = await town.given(TEXTS[:1], QuestionAsked)
    ada = await town.join()
    [card] = await town.say("/questions")
    assert "👍 0" in card.text
    assert "Q-1" in await town.toast("qs:Q-1:0", card=card)
    assert ("👍 1" in card.text, "qu:Q-1:0" in card.buttons) == (True, True)
    await town.tap("qu:Q-1:0", card=card)
    assert ("👍 0" in card.text, "qs:Q-1:0" in card.buttons) == (True, True)
    assert [(each.citizen, each.question) for each in town.bus.of(SupportGiven) + town.bus.of(SupportTakenBack)] == [
        (ada, question.event_id)
    ] * 2


async def test_the_most_and_the_least_supported_come_first(town: Town) -> None:
    await town.given(TEXTS[:4], QuestionAsked)
    await town.join()
    [card] = await town.say("/questions")
    await town.tap("qs:Q-3:0", card=card)
    [card] = await town.say("/questions")
    assert [data.split(":")[1] for data in card.buttons if data[:2] in {"qs", "qu"}] == ["Q-3", "Q-4", "Q-1", "Q-2"]


async def test_asking_is_not_supporting(town: Town) -> None:
    await town.given(TEXTS[:1], QuestionAsked)
    [card] = await town.say("/questions", BEN)
    assert ("👍 0" in card.text, "yours" in card.text) == (True, True)


async def test_supporting_twice_is_supporting_once(town: Town) -> None:
    await town.given(TEXTS[:1], QuestionAsked)
    await town.join()
    [card] = await town.say("/questions")
    await town.tap("qs:Q-1:0", card=card)
    await town.tap("qs:Q-1:0", card=card)
    assert "👍 1" in card.text


@pytest.mark.parametrize(
    "data", ["qs:Q-2:0", "qs:Q-9:0", "qs::", "qs", "qs:O-1:0", "qu:Q-2", "q:nowhere:0", "q", "qs:q-1:0"]
)
async def test_forged_data_has_no_effect_and_shows_nothing_unadmitted(town: Town, data: str) -> None:
    await town.given(TEXTS[:1], QuestionAsked)
    await town.say(f"/ask {TEXTS[1]} Or not at all, dear council?", BEN)
    await town.join()
    [card] = await town.say("/questions")
    before = len(town.bus.told)
    assert await town.toast(data, card=card) != ""
    assert (len(town.bus.told), "dear council" in card.text) == (before, False)


@pytest.mark.parametrize("page", ["99", "-1", "x", "", "١", "9" * 30])
async def test_a_page_that_is_not_there_shows_one_that_is(town: Town, page: str) -> None:
    await town.given(TEXTS, QuestionAsked)
    [card] = await town.say("/questions")
    await town.tap(f"q:{MEAT}:{page}", card=card)
    assert any(data.startswith("qs:") for data in card.buttons)


async def test_a_question_withdrawn_a_moment_ago_is_not_supported(town: Town) -> None:
    [question] = await town.given(TEXTS[:1], QuestionAsked)
    await town.join()
    [card] = await town.say("/questions")
    await town.decide(ContributionWithdrawn, citizen=await town.join(BEN), contribution=question.event_id)
    await town.tap("qs:Q-1:0", card=card)
    assert (TEXTS[0] in card.text, "qs:Q-1:0" in card.buttons) == (False, False)


async def test_where_supports_are_over_questions_are_still_read(town: Town) -> None:
    await town.given(TEXTS[:1], QuestionAsked)
    await town.join()
    [old] = await town.say("/questions")
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="published")
    [card] = await town.say("/questions")
    assert (TEXTS[0] in card.text, [data for data in card.buttons if data.startswith("qs:")]) == (True, [])
    await town.tap("qs:Q-1:0", card=old)
    assert "👍 1" not in old.text


async def test_the_same_support_again_is_the_same_act(town: Town) -> None:
    await town.given(TEXTS[:1], QuestionAsked)
    await town.join()
    [card] = await town.say("/questions")
    update = town.tapped("qs:Q-1:0", card=card)
    await town.handle(update)
    shown = card.text
    assert (await town.handle(update), card.text) == ([], shown)
    assert len({each.event_id for each in town.bus.of(SupportGiven)}) == 1
