"""/mine: what I gave, what became of it, and taking it back."""

import pytest

from bots.charter import article
from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted, ContributionMerged, ContributionRefused
from tests.unit.bots.citizen.conftest import BEN, Town

TEXT = "Why is there meat every day at the canteen?"


async def test_nothing_given_yet(town: Town) -> None:
    await town.join()
    [card] = await town.say("/mine")
    assert {"go:ask", "go:opinion"} <= set(card.buttons)


async def test_each_state_is_told(town: Town) -> None:
    moderator = await town.moderator()
    await town.join()
    for number in range(4):
        await town.say(f"/ask {TEXT} {'abcd'[number] * 30}")
    one, two, three, _ = town.bus.of(QuestionAsked)
    await town.decide(ContributionAdmitted, by=None, contribution=one.event_id)
    await town.decide(ContributionRefused, by=moderator, contribution=two.event_id, article=3)
    await town.decide(ContributionMerged, by=moderator, contribution=three.event_id, into=one.event_id)
    [card] = await town.say("/mine")
    states = ("published", "not accepted", "joined to a similar one", "waiting for the moderators")
    assert [state in card.text for state in states] == [True] * 4
    stories = [(await town.say(f"/mine Q-{number}"))[0].text for number in range(1, 5)]
    found = article(3, "en")
    assert ("Nobody supports it yet" in stories[0], found.title in stories[1], "Q-1" in stories[2]) == (True,) * 3
    assert "Article 3" in stories[1]


async def test_a_withdrawal_is_asked_once_more(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.say("/mine Q-1")
    await town.tap("mw:Q-1", card=card)
    assert town.bus.of(ContributionWithdrawn) == []
    await town.tap("m:Q-1", card=card)
    await town.tap("mw:Q-1", card=card)
    await town.tap("my:Q-1", card=card)
    assert len(town.bus.of(ContributionWithdrawn)) == 1
    [card] = await town.say("/mine Q-1")
    assert ("withdrawn" in card.text, "mw:Q-1" in card.buttons) == (True, False)


async def test_what_is_withdrawn_is_shown_to_nobody_else(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.say("/mine Q-1", BEN)
    await town.tap("mw:Q-1", BEN)
    await town.tap("my:Q-1", BEN)
    await town.join()
    shown = [*await town.say("/questions"), *await town.say("/trace Q-1"), *await town.say(f"/ask {TEXT}")]
    assert not any(TEXT in card.text for card in shown)


async def test_withdrawing_twice_is_withdrawing_once(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.say("/mine Q-1")
    await town.tap("mw:Q-1", card=card)
    update = town.tapped("my:Q-1", card=card)
    await town.handle(update)
    shown = card.text
    await town.handle(update)
    assert card.text == shown
    await town.tap("my:Q-1", card=card)
    assert "is already: withdrawn" in card.text


@pytest.mark.parametrize("data", ["m:Q-1", "mw:Q-1", "my:Q-1", "m:", "m", "mw:Q-77", "my:\0", "ms:x"])
async def test_anothers_contribution_is_as_if_it_did_not_exist(town: Town, data: str) -> None:
    await town.join(BEN)
    await town.say(f"/ask {TEXT}", BEN)
    await town.join()
    [card] = await town.say("/mine")
    before = len(town.bus.told)
    await town.tap(data, card=card)
    assert (len(town.bus.told), TEXT in card.text) == (before, False)


async def test_a_long_list_is_turned(town: Town) -> None:
    await town.join()
    for number in range(7):
        await town.say(f"/opinion Opinion {'abcdefg'[number] * 20} of mine")
    [card] = await town.say("/mine")
    await town.tap("ms:1", card=card)
    assert [data for data in card.buttons if data.startswith("m:")] == ["m:O-2", "m:O-1"]
    assert len(town.bus.of(OpinionGiven)) == 7


async def test_a_stranger_has_given_nothing(town: Town) -> None:
    [card] = await town.say("/mine")
    assert "j:en:>go:mine" in card.buttons
