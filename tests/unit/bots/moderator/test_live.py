"""/live: what waits is admitted by a tap, the most supported is chosen, what was answered is told; each undone."""

from datetime import UTC, datetime, timedelta

import pytest

from events.base import Event, fact_id
from events.citizens import CitizenJoined
from events.live import (
    LiveAdmissionUndone,
    LiveAdmitted,
    LiveAnswered,
    LiveAsked,
    LiveReopened,
    LiveShortlisted,
    LiveUnlisted,
)
from events.sessions import SessionPlanned
from events.votes import SupportGiven
from tests.unit.bots.moderator.conftest import MAX, MEAT, Card, TownHall

START = datetime(2026, 12, 5, 17, 30, tzinfo=UTC)


@pytest.fixture
async def debate(hall: TownHall) -> Event:
    where = {"title": "Un soir", "starts_at": START, "place": "Ici"}
    debate = await hall.decide(SessionPlanned, by=None, theme=MEAT, **where)
    await hall.join(MAX, "facilitator")
    hall.now = START
    return debate


async def asked(hall: TownHall, debate: Event, *texts: str) -> list[Event]:
    given = []
    for text in texts:
        citizen = fact_id("citizen", text)
        await hall.decide(CitizenJoined, citizen=citizen, language="fr")
        fields = {"theme": MEAT, "session": debate.event_id, "citizen": citizen}
        given.append(await hall.decide(LiveAsked, **fields, text=f"Qui décide du menu de {text} ?"))
        hall.now += timedelta(seconds=1)
    return given


def heads(card: Card) -> list[str]:
    return [line for line in card.text.splitlines() if "<b>L-" in line]


async def test_one_tap_admits_and_another_takes_it_back(hall: TownHall, debate: Event) -> None:
    await asked(hall, debate, "lundi")
    [card] = await hall.say("/live", MAX)
    assert heads(card) == ["🕓 <b>L-1</b> · waits, nobody else sees it"]
    assert not any("Refuse" in label for label in card.buttons)
    await hall.tap("Publish L-1", card, MAX)
    assert (heads(card), hall.phone.toasts()[-1]) == (["<b>L-1</b> · 👍 0"], "L-1 is published.")
    await hall.tap("Undo L-1", card, MAX)
    assert (len(hall.bus.of(LiveAdmitted)), len(hall.bus.of(LiveAdmissionUndone))) == (1, 1)
    assert heads(card) == ["🕓 <b>L-1</b> · waits, nobody else sees it"]


async def test_a_moderator_may_refuse_it_with_its_article_too(hall: TownHall, debate: Event) -> None:
    await asked(hall, debate, "lundi")
    [card] = await hall.say("/live S-1")
    await hall.tap("Refuse", card)
    assert "Under which article" in card.text or any(label.startswith("2 ·") for label in card.buttons)


async def test_the_list_is_in_the_order_of_support_and_what_is_chosen_comes_first(
    hall: TownHall, debate: Event
) -> None:
    given = await asked(hall, debate, "lundi", "mardi", "jeudi")
    host = await hall.person(MAX)
    for each in given:
        await hall.decide(LiveAdmitted, by=host, contribution=each.event_id)
    await hall.decide(SupportGiven, theme=MEAT, question=given[1].event_id, citizen=fact_id("citizen", "lundi"))
    [card] = await hall.say("/live", MAX)
    assert heads(card) == ["<b>L-2</b> · 👍 1", "<b>L-1</b> · 👍 0", "<b>L-3</b> · 👍 0"]
    await hall.tap("⭐ L-3", card, MAX)
    assert (heads(card)[0], "1 of 10 chosen." in card.text) == ("⭐ <b>L-3</b> · 👍 0", True)
    await hall.tap("✖ ⭐ L-3", card, MAX)
    await hall.tap("L-2 answered", card, MAX)
    assert heads(card) == ["<b>L-1</b> · 👍 0", "<b>L-3</b> · 👍 0", "✔️ <b>L-2</b> · answered"]
    await hall.tap("L-2 is still open", card, MAX)
    assert heads(card)[0] == "<b>L-2</b> · 👍 1"
    kinds = (LiveShortlisted, LiveUnlisted, LiveAnswered, LiveReopened)
    assert [len(hall.bus.of(kind)) for kind in kinds] == [1, 1, 1, 1]


async def test_a_long_list_is_turned_in_place(hall: TownHall, debate: Event) -> None:
    await asked(hall, debate, *(f"jour {'abcdefg'[n] * 9}" for n in range(7)))
    [card] = await hall.say("/live")
    assert (len(heads(card)), "7 questions." in card.text) == (6, True)
    await hall.tap("▶", card)
    assert [head[:12] for head in heads(card)] == ["🕓 <b>L-7</b>"[:12]]
    await hall.tap("◀", card)
    assert len(heads(card)) == 6


async def test_without_a_debate_under_way_the_debates_are_offered(hall: TownHall, debate: Event) -> None:
    hall.now = START - timedelta(days=2)
    [card] = await hall.say("/live")
    assert list(card.buttons) == ["S-1 · Un soir"]
    [card] = await hall.tap("S-1", card)
    assert "Nothing has been asked yet." in card.text
    [card] = await hall.say("/live S-9")
    assert "I do not know the session" in card.text


async def test_an_act_on_what_has_gone_is_told_over_the_list(hall: TownHall, debate: Event) -> None:
    [question] = await asked(hall, debate, "lundi")
    [card] = await hall.say("/live")
    before = Card(card.id, card.chat, card.text, dict(card.buttons))
    await hall.tap("Publish L-1", card)
    await hall.tap("Publish L-1", before)
    assert hall.phone.toasts()[-1] == "L-1 is decided already: published."
    assert len({each.contribution for each in hall.bus.of(LiveAdmitted)}) == 1
    assert question.event_id == hall.bus.of(LiveAdmitted)[0].contribution
