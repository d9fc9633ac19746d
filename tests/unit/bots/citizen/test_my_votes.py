"""My votes: mine alone, changed until voting closes, and a rest after a dozen."""

import pytest

from events.contributions import ContributionWithdrawn
from events.themes import PhaseMoved
from events.votes import VoteCast, VoteTakenBack
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Card, Town
from tests.unit.bots.citizen.test_votes import votes

TEXTS = [f"More of number {number} at the canteen, please." for number in range(1, 14)]


async def voted(town: Town, count: int, value: str = "1") -> Card:
    """Have Ada vote on so many statements; return the card on which she did."""
    await town.given(TEXTS[:13])
    await town.join()
    [card] = await town.say("/vote")
    for _ in range(count):
        [data] = [data for data in card.buttons if data.startswith(f"v:{value}:")]
        await town.tap(data, card=card)
    return card


async def test_after_a_dozen_votes_one_may_rest_or_go_on_with_the_next(town: Town) -> None:
    card = await voted(town, 11)
    assert "me:la-viande" not in card.buttons
    [data] = [data for data in card.buttons if data.startswith("v:1:")]
    await town.tap(data, card=card)
    assert ("12 done. Thank you!" in card.text, "12 of 13" in card.text) == (True, True)
    assert {"me:la-viande", "mv:0", "ve"} <= card.buttons.keys()
    [data] = [data for data in card.buttons if data.startswith("v:1:")]
    await town.tap(data, card=card)
    assert "all 13 statements" in card.text


async def test_who_has_had_enough_is_thanked_and_can_come_back(town: Town) -> None:
    card = await voted(town, 12)
    await town.tap("ve", card=card)
    assert (card.text.startswith("🌙 Thank you"), "mv:0" in card.buttons) == (True, True)
    [again] = await town.say("/vote")
    assert "12 of 13" in again.text


async def test_my_votes_are_listed_and_one_is_changed_by_a_tap(town: Town) -> None:
    await voted(town, 7)
    [card] = await town.say("/mine")
    await town.tap("mv:0", card=card)
    assert ("<b>Your votes</b> (7)" in card.text, card.text.count("Agree"), "mv:1" in card.buttons) == (True, 5, True)
    one = next(data for data in card.buttons if data.startswith("mvo:"))
    reference = one.split(":")[1]
    await town.tap(one, card=card)
    assert "Your vote: <b>Agree</b>" in card.text
    await town.tap(f"mvc:-1:{reference}:0", card=card)
    assert ("Your vote: <b>Disagree</b>" in card.text, list((await votes(town)).values()).count(-1)) == (True, 1)
    await town.tap("mv:0", card=card)
    assert card.text.count("Disagree") == 1


async def test_a_vote_is_taken_back_from_the_list(town: Town) -> None:
    await voted(town, 1)
    [card] = await town.say("/mine")
    await town.tap("mv:0", card=card)
    one = next(data for data in card.buttons if data.startswith("mvo:"))
    await town.tap(one, card=card)
    await town.tap(one.replace("mvo", "mvt"), card=card)
    assert (await votes(town), "You have not voted yet" in card.text) == ({}, True)


async def test_when_voting_is_closed_votes_are_read_and_not_changed(town: Town) -> None:
    await voted(town, 1)
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="convening")
    [card] = await town.say("/mine")
    await town.tap("mv:0", card=card)
    one = next(data for data in card.buttons if data.startswith("mvo:"))
    await town.tap(one, card=card)
    assert "voting is closed here" in card.text
    assert [data for data in card.buttons if data.startswith("mvc:")] == []
    await town.tap(one.replace("mvo:", "mvc:-1:"), card=card)  # from an older card
    assert list((await votes(town)).values()) == [1]


async def test_a_statement_that_is_gone_is_named_without_its_words(town: Town) -> None:
    [given] = await town.given(TEXTS[:1])
    await town.join()
    [card] = await town.say("/vote")
    await town.tap("v:1:O-1", card=card)
    ben = await town.join(BEN)
    await town.decide(ContributionWithdrawn, contribution=given.event_id, citizen=ben)
    await town.tap("mv:0")
    assert ("no longer shown" in card.text, TEXTS[0] in card.text) == (True, False)


@pytest.mark.parametrize("data", ["mvo:O-1:0", "mvc:-1:O-1:0", "mvt:O-1:0", "mvc:7:O-1:0", "mvo:", "mvc:", "mvt"])
async def test_nobody_reaches_the_votes_of_another(town: Town, data: str) -> None:
    await voted(town, 13)
    await town.join(BEN)
    [card] = await town.say("/help", BEN)
    before = await votes(town)
    acts = len(town.bus.of(VoteCast)) + len(town.bus.of(VoteTakenBack))
    await town.tap(data, BEN, card)
    assert (await votes(town), len(town.bus.of(VoteCast)) + len(town.bus.of(VoteTakenBack))) == (before, acts)
    assert not any("Agree" in each.text for each in town.phone.cards.values() if each.chat == BEN)


async def test_a_stranger_has_no_votes(town: Town) -> None:
    [card] = await town.say("/help", ADA)
    assert await town.toast("mv:0", card=card) != ""
