"""/live: asked, seen once admitted, supported by a tap, followed to its answer."""

from datetime import timedelta

import pytest

from events.base import Event
from events.contributions import ContributionWithdrawn
from events.live import LiveAdmitted, LiveAnswered, LiveAsked, LiveShortlisted
from events.votes import SupportGiven, SupportTakenBack
from tests.unit.bots.citizen.conftest import BEN, MEAT, NOON, Town

START = NOON + timedelta(days=3)
TEXT = "Who chooses the butcher of the canteen?"


@pytest.fixture
async def debate(town: Town) -> Event:
    """A debate that has just begun."""
    debate = await town.debate()
    town.now = START
    return debate


async def asked(town: Town, debate: Event, *texts: str) -> list[Event]:
    """Have another citizen ask, and all of it admitted."""
    ben, host = await town.join(BEN), await town.moderator()
    given = [
        await town.decide(LiveAsked, theme=MEAT, session=debate.event_id, citizen=ben, text=text) for text in texts
    ]
    for each in given:
        await town.decide(LiveAdmitted, by=host, contribution=each.event_id)
    return given


async def test_without_a_debate_under_way_it_says_what_to_do_instead(town: Town) -> None:
    await town.debate()
    await town.join()
    [card] = await town.say("/live")
    assert ("No debate is under way" in card.text, "go:sessions" in card.buttons) == (True, True)
    [card] = await town.say(f"/live {TEXT}")
    assert (town.bus.of(LiveAsked), "No debate is under way" in card.text) == ([], True)


async def test_a_question_is_asked_by_buttons_with_slips_mended(town: Town, debate: Event) -> None:
    ada = await town.join()
    [card] = await town.say("/sessions")
    await town.tap("live:S-1", card=card)
    assert "No question is published yet" in card.text
    [prompt] = await town.tap("liveask:S-1", card=card)
    assert "15 to 280 characters" in prompt.text
    [slip] = await town.say("Why meat?")
    assert "a little short" in slip.text
    [receipt] = await town.say(TEXT)
    assert ("Question received: <b>L-1</b>" in receipt.text, "m:L-1" in receipt.buttons) == (True, True)
    assert [(each.citizen, each.session, each.text) for each in town.bus.of(LiveAsked)] == [
        (ada, debate.event_id, TEXT)
    ]
    [card] = await town.say("Some other words of mine.")
    assert "What would you like to do with this message?" in card.text


async def test_a_question_is_asked_in_one_line_once_however_often_it_is_delivered(town: Town, debate: Event) -> None:
    await town.join()
    update = town.typed(f"/live {TEXT}")
    for _ in range(2):
        await town.handle(update)
    assert len({each.event_id for each in town.bus.of(LiveAsked)}) == 1
    [card] = await town.say("/live", BEN)
    assert TEXT not in card.text


async def test_others_see_and_support_what_was_admitted(town: Town, debate: Event) -> None:
    await asked(town, debate, f"{TEXT} One.", f"{TEXT} Two.")
    await town.join()
    [card] = await town.say("/live")
    await town.tap("livesup:yes:L-2:S-1:0", card=card)
    assert card.text.index("L-2") < card.text.index("L-1")
    assert "<b>L-2</b> · 👍 1" in card.text
    assert len(town.bus.of(SupportGiven)) == 1
    await town.tap("livesup:no:L-2:S-1:0", card=card)
    assert ("<b>L-2</b> · 👍 0" in card.text, len(town.bus.of(SupportTakenBack))) == (True, 1)
    [own] = await town.say("/live", BEN)
    assert [data for data in own.buttons if data.startswith("livesup")] == []


async def test_what_is_chosen_or_answered_is_marked_and_what_is_withdrawn_is_gone(town: Town, debate: Event) -> None:
    first, second, third = await asked(town, debate, *(f"{TEXT} {n}." for n in ("One", "Two", "Three")))
    host = await town.moderator()
    await town.decide(LiveShortlisted, by=host, contribution=second.event_id)
    await town.decide(LiveAnswered, by=host, contribution=first.event_id)
    await town.decide(ContributionWithdrawn, contribution=third.event_id, citizen=await town.join(BEN))
    await town.join()
    [card] = await town.say("/live")
    lines = [line for line in card.text.splitlines() if "L-" in line]
    assert lines == ["⭐ <b>L-2</b> · to be put next · 👍 0", "✔️ <b>L-1</b> · answered · 👍 0"]
    assert [data for data in card.buttons if data.startswith("livesup")] == ["livesup:yes:L-2:S-1:0"]
    [trace] = await town.say("/trace L-1")
    assert "answered in the room" in trace.text


async def test_the_author_reads_the_news_of_an_answer(town: Town, debate: Event) -> None:
    [question] = await asked(town, debate, TEXT)
    await town.decide(LiveAnswered, by=await town.moderator(), contribution=question.event_id)
    told = [(each.person, each.wording) for each in town.bus.news]  # type: ignore[attr-defined]  # they are news
    assert told == [(await town.join(BEN), wording) for wording in ("notice-admitted", "notice-live-answered")]


async def test_after_the_end_the_list_stays_and_nothing_can_be_done(town: Town, debate: Event) -> None:
    await asked(town, debate, TEXT)
    await town.join()
    [card] = await town.say("/live")
    town.now = START + timedelta(hours=2)
    await town.tap("livesup:yes:L-1:S-1:0", card=card)
    assert "takes no live question now" in card.text
    [prompt] = await town.tap("liveask:S-1", card=card)
    [refused] = await town.say(TEXT)
    assert ("takes no live question now" in refused.text, "Write your question" in prompt.text) == (True, True)


async def test_of_two_debates_the_one_where_one_has_a_seat_is_meant(town: Town) -> None:
    for title in ("One evening", "Another evening"):
        await town.debate(title)
    await town.join()
    await town.tap("seat:take:S-2", card=(await town.say("/sessions S-2"))[0])
    town.now = START
    [card] = await town.say("/live")
    assert "Another evening" in card.text
    [card] = await town.say("/live", BEN)
    assert {"live:S-1", "live:S-2"} <= set(card.buttons)


async def test_a_stranger_asks_after_consent(town: Town, debate: Event) -> None:
    [card] = await town.say("/live")
    [card] = await town.tap("liveask:S-1", card=card)
    await town.tap("j:en:>liveask:S-1", card=card)
    [receipt] = await town.say(TEXT)
    assert "L-1" in receipt.text


@pytest.mark.parametrize(
    "data",
    [
        "live",
        "live:S-9",
        "liveask:x",
        "livesup",
        "livesup:yes:Q-1:S-1:0",
        "livesup:maybe:L-1:S-1:0",
        "livesup:yes:L-1:S-9",
    ],
)
async def test_forged_data_is_answered(town: Town, debate: Event, data: str) -> None:
    await asked(town, debate, TEXT)
    await town.join()
    [card] = await town.say("/live")
    before = len(town.phone.answered())
    await town.tap(data, card=card)
    assert (len(town.phone.answered()), town.bus.of(SupportGiven)) == (before + 1, [])
