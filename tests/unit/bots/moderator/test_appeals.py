"""Appeals in the queue: first, marked, judged by somebody else, and undone while they are fresh."""

from datetime import timedelta

import pytest

from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.base import Event
from events.contributions import OpinionGiven
from events.moderation import ContributionRefused
from storage.read_models.contributions import by_reference
from tests.unit.bots.moderator.conftest import MAX, MEAT, TownHall

RUDE = "Who had this <stupid> idea again?"
OTHER = "Could the town buy from farms around it?"


async def state(hall: TownHall, reference: str) -> str:
    found = await by_reference(hall.engine, reference)
    return found.state if found else "none"


@pytest.fixture
async def appealed(hall: TownHall) -> Event:
    """A question that Ola refused and whose author appealed; another one waits, and Max moderates too."""
    await hall.join(MAX, "moderator")
    [asked] = await hall.asked(RUDE)
    await hall.say("/queue")
    await hall.tap("Refuse")
    await hall.tap("2 · Respect")
    hall.now += timedelta(hours=3)
    await hall.asked(OTHER)
    await hall.decide(
        DecisionAppealed,
        contribution=asked.event_id,
        citizen=asked.model_dump()["citizen"],
        reason="An idea, <not> a person.",
    )
    return asked


async def test_an_appeal_comes_first_and_says_what_was_decided_and_why_it_is_contested(
    hall: TownHall, appealed: Event
) -> None:
    hall.now += timedelta(minutes=10)
    [card] = await hall.say("/queue", MAX)
    assert card.text.startswith("⚖️ <b>Appeal</b>")
    assert "Who had this &lt;stupid&gt; idea again?" in card.text
    assert "⛔ <b>Refused</b>, article 2: Respect." in card.text
    assert "<i>Appealed 10 minutes ago:</i> “An idea, &lt;not&gt; a person.”" in card.text
    assert list(card.buttons) == ["⛔ Uphold", "✅ Publish", "⏭ Skip"]


async def test_who_decided_gets_other_work_and_is_told_that_an_appeal_waits(hall: TownHall, appealed: Event) -> None:
    [card] = await hall.say("/queue")
    assert "Q-2" in card.text
    [_, empty] = await hall.tap("Admit", card)
    assert "An appeal against a decision of yours waits for somebody else" in empty.text


async def test_it_is_overturned_in_one_tap_and_undone(hall: TownHall, appealed: Event) -> None:
    [card] = await hall.say("/queue", MAX)
    [decided, following] = await hall.tap("Publish", card, MAX)
    assert (decided.id, await state(hall, "Q-1")) == (card.id, "admitted")
    assert "After an appeal: overturned" in decided.text
    assert "Q-2" in following.text
    [again] = await hall.tap("Undo", decided, MAX)
    assert (list(again.buttons)[:2], await state(hall, "Q-1")) == (["⛔ Uphold", "✅ Publish"], "refused")
    assert len(hall.bus.of(DecisionOverturned)) == 1


async def test_it_is_upheld_in_one_tap(hall: TownHall, appealed: Event) -> None:
    await hall.say("/queue", MAX)
    [decided, _] = await hall.tap("Uphold", account=MAX)
    assert "⚖️ After an appeal: the decision stands." in decided.text
    assert (await state(hall, "Q-1"), len(hall.bus.of(DecisionUpheld))) == ("refused", 1)


async def test_an_appeal_can_be_left_to_others(hall: TownHall, appealed: Event) -> None:
    [card] = await hall.say("/queue", MAX)
    await hall.tap("Skip", card, MAX)
    [_, again] = await hall.tap("Admit", account=MAX)
    assert "<b>Appeal</b>" in again.text


async def test_a_new_version_is_shown_beside_the_text_and_the_article_that_was_refused(hall: TownHall) -> None:
    [given] = await hall.asked("All butchers are <liars>, I say.", kind=OpinionGiven)
    await hall.decide(ContributionRefused, by=await hall.person(111), contribution=given.event_id, article=2)
    who = given.model_dump()["citizen"]
    await hall.decide(
        OpinionGiven, theme=MEAT, citizen=who, text="Butchers should say where meat is from.", amends=given.event_id
    )
    [card] = await hall.say("/queue")
    assert "✏️ A new version of <b>O-1</b>, refused (article 2 · Respect): “All butchers are &lt;liars&gt;" in card.text
