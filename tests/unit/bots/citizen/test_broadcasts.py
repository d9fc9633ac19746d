"""Broadcasts are muted with one tap and heard again with another; who was banned is told so, and how to object."""

import pytest

from bots.citizen.identity import LANGUAGES
from bots.playground.entities import plain
from events.base import Event
from events.broadcasts import BroadcastsMuted, BroadcastsUnmuted
from events.contributions import OpinionGiven, QuestionAsked
from events.moderation import AuthorBanned
from events.votes import SupportGiven, VoteCast
from storage.ledger import outcome_of
from storage.read_models.broadcasts import recipients_of
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Card, Town

TEXT = "Why is there meat every day at the canteen?"
REFUSED = (
    "You can no longer write, vote or support here: the moderators decided so because of <b>Q-1</b>. You can still "
    "read everything. If you disagree, contact the town hall and name Q-1: somebody else will look at it."
)


@pytest.fixture
async def town(town: Town) -> Town:
    """A town where Ada has asked Q-1, and has got a broadcast."""
    await town.join()
    await town.say(f"/ask {TEXT}")
    town.phone.cards[1] = Card(1, ADA, "A message from the city", {f"bm:{MEAT}": "mute"})
    return town


async def ban(town: Town) -> None:
    asked = town.bus.of(QuestionAsked)[0].event_id
    await town.decide(AuthorBanned, by=await town.moderator(), contribution=asked)


async def test_one_tap_mutes_a_theme_and_another_brings_it_back(town: Town) -> None:
    [card] = await town.tap(f"bm:{MEAT}")
    assert card.text.startswith("Noted: you will receive no more messages from the city on “La viande”.")
    assert (await recipients_of(town.engine, MEAT), town.phone.cards[1].text) == (0, "A message from the city")
    [again] = await town.tap(f"bu:{MEAT}")
    assert (again.id, again.text) == (
        card.id, "Noted: you will receive the city’s messages on “La viande” again."
    )  # fmt: skip
    assert await recipients_of(town.engine, MEAT) == 1


@pytest.mark.parametrize("data", ["bm:", "bm:le-fromage", "bm:Le Pain", "bu:", f"bu:{'x' * 58}"])
async def test_forged_themes_are_answered_without_effect(town: Town, data: str) -> None:
    assert await town.toast(data, card=town.phone.cards[1]) != ""
    assert town.bus.of(BroadcastsMuted) + town.bus.of(BroadcastsUnmuted) == []


async def test_a_stranger_mutes_nothing(town: Town) -> None:
    assert await town.toast(f"bm:{MEAT}", BEN, Card(1, BEN, "x", {f"bm:{MEAT}": "mute"})) != ""
    assert town.bus.of(BroadcastsMuted) == []


@pytest.mark.parametrize("text", ["/ask May I ask something else?", "/opinion The canteen should serve less meat."])
async def test_who_was_banned_is_told_so_and_how_to_object(town: Town, text: str) -> None:
    await ban(town)
    [card] = await town.say(text)
    assert card.text == REFUSED
    assert len(town.bus.of(QuestionAsked)) + len(town.bus.of(OpinionGiven)) == 2
    assert await refused(town, QuestionAsked if "/ask" in text else OpinionGiven)


async def refused(town: Town, kind: type[Event]) -> bool:
    outcome = await outcome_of(town.engine, town.bus.of(kind)[-1].event_id)
    assert outcome is not None
    return outcome.code == "refused.banned"


async def test_who_was_banned_neither_votes_nor_supports(town: Town) -> None:
    await town.given(["La cantine doit servir moins de viande."])
    await town.given(["Et le fromage, alors, on en parle ?"], QuestionAsked)
    await ban(town)
    [card] = await town.say("/vote")
    [told] = await town.tap("v:1:O-1", card=card)
    assert (told.text, await refused(town, VoteCast)) == (REFUSED, True)
    await town.say("/questions")
    [told] = await town.tap("qs:Q-2:0")
    assert (told.text, await refused(town, SupportGiven)) == (REFUSED, True)


async def test_what_was_given_before_is_still_there(town: Town) -> None:
    await ban(town)
    [mine] = await town.say("/mine")
    assert TEXT in mine.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_told_in_the_readers_language(town: Town, language: str) -> None:
    await ban(town)
    await town.say(f"/language {language}")
    [card] = await town.say("/ask Another question that nobody will hear?")
    assert plain(card.text).count("Q-1") == 2
