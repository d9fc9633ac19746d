"""/vote: one card edited in place, undone, and never more than what stands."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from bots.citizen.memory import Memory
from events.base import fact_id
from events.contributions import ContributionWithdrawn, OpinionGiven
from events.themes import PhaseMoved, PhasePlanned
from events.votes import VoteCast, VoteTakenBack
from storage.tables.votes import Vote
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Card, Town

TEXTS = [
    "More vegetables at the canteen, please.",
    "Farmers need a fair price for it.",
    "Leave my steak alone, thanks.",
]


async def votes(town: Town) -> dict[tuple[UUID, UUID], int]:
    async with town.engine.connect() as connection:
        rows = await connection.execute(select(Vote.citizen, Vote.statement, Vote.value))  # type: ignore[call-overload]
        return {(citizen, statement): value for citizen, statement, value in rows}


async def test_one_card_is_edited_from_statement_to_statement(town: Town) -> None:
    given = await town.given(TEXTS)
    ada = await town.join()
    [first] = await town.say("/vote")
    shown = [first.text]
    for value, reference in (("1", "O-1"), ("-1", "O-2"), ("0", "O-3")):
        [card] = await town.tap(f"v:{value}:{reference}", card=first)
        shown.append(card.text)
        assert card.id == first.id
    assert ["0 of 3" in shown[0], "1 of 3" in shown[1], "2 of 3" in shown[2], "all 3" in shown[3]] == [True] * 4
    assert await votes(town) == {(ada, each.event_id): value for each, value in zip(given, (1, -1, 0), strict=True)}


async def test_a_vote_is_undone_and_cast_again(town: Town) -> None:
    [given] = await town.given(TEXTS[:1])
    ada = await town.join()
    [card] = await town.say("/vote")
    await town.tap("v:1:O-1", card=card)
    await town.tap("vu:O-1", card=card)
    assert (await votes(town), TEXTS[0] in card.text) == ({}, True)
    await town.tap("v:-1:O-1", card=card)
    assert await votes(town) == {(ada, given.event_id): -1}


async def test_the_last_of_two_votes_counts(town: Town) -> None:
    [given] = await town.given(TEXTS[:1])
    ada = await town.join()
    [card] = await town.say("/vote")
    await town.tap("v:1:O-1", card=card)
    await town.tap("v:0:O-1", card=card)
    assert await votes(town) == {(ada, given.event_id): 0}


async def test_nothing_to_vote_on_is_said(town: Town) -> None:
    await town.join()
    [card] = await town.say("/vote")
    assert not any(data.startswith("v:") for data in card.buttons)
    assert "go:opinion" in card.buttons


async def test_who_comes_next_rather_sees_what_others_have_not_voted_on(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    [card] = await town.say("/vote")
    for reference in ("O-1", "O-2"):
        await town.tap(f"v:1:{reference}", card=card)
    memory = Memory.of(town.face)
    wall = await memory.walls.of(MEAT, "opinion")
    shown = [await memory.ballot.next(wall, MEAT, fact_id("passer-by", n), town.now) for n in range(400)]
    often = Counter(each.reference for each in shown if each)
    assert (often["O-3"] > 160, often["O-1"] > 60, often["O-2"] > 60) == (True, True, True)  # a half, two quarters
    assert {each.reference: round(each.propensity, 6) for each in shown if each} == {
        "O-1": 0.25,
        "O-2": 0.25,
        "O-3": 0.5,
    }


async def test_a_vote_says_with_what_chance_it_was_asked_for_where_that_is_known(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    [card] = await town.say("/vote")
    [asked] = [data.split(":")[2] for data in card.buttons if data.startswith("v:1:")]

    await town.tap(f"v:1:{asked}", card=card)
    await town.tap(f"v:0:{asked}", card=card)  # once more, from the older card

    assert [cast.propensity for cast in town.bus.of(VoteCast)] == [pytest.approx(1 / 3), None]


async def test_who_looks_again_is_asked_the_same(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    cards = [(await town.say("/vote"))[0] for _ in range(8)]
    assert len({tuple(card.buttons) for card in cards}) == 1


async def test_nobody_is_asked_twice_what_they_voted_on(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    [card] = await town.say("/vote")
    asked = []
    for _ in TEXTS:
        asked += [data for data in card.buttons if data.startswith("v:1:")]
        await town.tap(asked[-1], card=card)
    assert sorted(asked) == ["v:1:O-1", "v:1:O-2", "v:1:O-3"]


@pytest.mark.parametrize(
    "data",
    [
        "v:9:O-1",
        "v:1",
        "v",
        "v:1:",
        "v:true:O-1",
        "v:1:O-99",
        "v:1:Q-1",
        "v:1:o-1",
        "v:+1:O-1",
        "v:1:O-١",
        "vu:O-2",
        "vu:",
        "v:1:\0",
        "v:１:O-1",
        "vs:O-2",
        "vs:",
        "v:1:O-2",
    ],
)
async def test_forged_data_has_no_effect_and_is_answered(town: Town, data: str) -> None:
    await town.given(TEXTS[:1])
    await town.join(BEN)
    await town.say(f"/opinion {TEXTS[1]}", BEN)  # O-2 waits for the moderators
    await town.join()
    [card] = await town.say("/vote")
    before = len(town.bus.told)
    assert await town.toast(data, card=card) != ""
    assert (len(town.bus.told), await votes(town)) == (before, {})
    assert TEXTS[1] not in str(town.phone.cards.values())


async def test_a_statement_withdrawn_a_moment_ago_is_not_voted_on(town: Town) -> None:
    given = await town.given(TEXTS[:2])
    await town.join()
    [card] = await town.say("/vote")
    ben = await town.join(BEN)
    await town.decide(ContributionWithdrawn, citizen=ben, contribution=given[0].event_id)
    await town.tap("v:1:O-1", card=card)
    assert await votes(town) == {}
    assert ("v:1:O-2" in card.buttons, TEXTS[0] in card.text) == (True, False)


async def test_a_theme_that_closed_meanwhile_says_so(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    [card] = await town.say("/vote")
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="published")
    await town.tap("v:1:O-1", card=card)
    assert await votes(town) == {}
    assert "go:home" in card.buttons


async def test_the_same_tap_twice_is_one_vote_and_one_answer(town: Town) -> None:
    await town.given(TEXTS)
    await town.join()
    [card] = await town.say("/vote")
    update = town.tapped("v:1:O-1", card=card)
    first = [(shown.id, shown.text) for shown in await town.handle(update)]
    again = await town.handle(update)
    assert ([(card.id, card.text)], again) == (first, [])
    assert len({vote.event_id for vote in town.bus.of(VoteCast)}) == 1


async def test_two_taps_at_once_are_both_answered(town: Town) -> None:
    await town.given(TEXTS)
    ada = await town.join()
    [card] = await town.say("/vote")
    before = len(town.phone.answered())
    taps = [town.tapped("v:1:O-1", card=card), town.tapped("v:-1:O-1", card=card)]
    await asyncio.gather(*(town.bot.handle(update) for update in taps))
    assert len(town.phone.answered()) == before + 2
    assert [citizen for citizen, _ in await votes(town)] == [ada]


async def test_nobody_is_told_who_voted_what(town: Town) -> None:
    await town.given(TEXTS[:1])
    await town.join()
    [card] = await town.say("/vote")
    await town.tap("v:1:O-1", card=card)
    own: list[Card] = await town.say("/mine O-1", BEN)
    assert ("One person has voted" in own[0].text, str(ADA) in own[0].text) == (True, False)


async def test_an_opinion_that_was_given_before_is_voted_on_instead(town: Town) -> None:
    await town.given(TEXTS[:1])
    await town.join()
    [card] = await town.say(f"/opinion {TEXTS[0]}")
    await town.tap("vs:O-1", card=card)
    await town.tap("v:1:O-1", card=card)
    assert (len(town.bus.of(OpinionGiven)), len(town.bus.of(VoteCast))) == (1, 1)


async def test_undoing_what_was_never_cast_has_no_effect(town: Town) -> None:
    await town.given(TEXTS[:1])
    await town.join()
    [card] = await town.say("/vote")
    await town.tap("vu:O-1", card=card)
    assert (await votes(town), len(town.bus.of(VoteTakenBack))) == ({}, 1)


async def test_the_first_card_says_until_when_votes_count(town: Town) -> None:
    await town.join()
    await town.given(["The canteen should serve less meat."], OpinionGiven)
    member = await town.moderator()
    for phase, told in (("deliberating", False), ("convening", True)):
        at = town.now + timedelta(days=13)
        await town.decide(PhasePlanned, by=member, theme=MEAT, phase=phase, at=at)
        [card] = await town.say("/vote")
        assert ("⏳ Votes count until Saturday 5 December 2026 at 13:00." in card.text) == told
