"""/remove: one person asks, another one looks and agrees; until then it stays."""

from datetime import timedelta

import pytest

from events.base import Event
from events.news import NewsAddressed
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from storage.read_models.contributions import by_reference
from tests.unit.bots.moderator.conftest import EVE, MAX, OLA, Card, TownHall

TEXT = "Mrs <Dupont> of No. 4 feeds her dog with steak."


async def state(hall: TownHall) -> str:
    found = await by_reference(hall.engine, "Q-1")
    return found.state if found else "none"


@pytest.fixture
async def shown(hall: TownHall) -> Event:
    """A question that everybody can read; Max moderates too."""
    await hall.join(MAX, "moderator")
    [asked] = await hall.asked(TEXT, admitted=True)
    return asked


async def asked_for(hall: TownHall) -> Card:
    """Have Ola ask for the removal; return the notice as Max's phone shows it."""
    await hall.say("/remove Q-1")
    await hall.tap("3 · Privacy")
    [news] = [each for each in hall.bus.news if isinstance(each, NewsAddressed) and each.audience == "moderator"]
    card = Card(900, MAX, news.wording, dict(news.buttons))
    hall.phone.cards[900] = card
    return card


async def test_two_people_remove_what_everybody_could_read(hall: TownHall, shown: Event) -> None:
    [card] = await hall.say("/remove q-1")
    assert "Mrs &lt;Dupont&gt;" in card.text
    assert (list(card.buttons)[2], await state(hall)) == ("3 · Privacy", "admitted")
    [said] = await hall.tap("3 · Privacy", card)
    assert "one person has been told" in said.text
    assert await state(hall) == "admitted"
    [news] = [each for each in hall.bus.news if isinstance(each, NewsAddressed) and each.audience == "moderator"]
    notice = Card(900, MAX, "a notice", dict(news.buttons))
    hall.phone.cards[900] = notice
    [request] = await hall.tap("button-see", notice, MAX)
    assert "🗑 A request to remove it, article 3: Privacy." in request.text
    assert list(request.buttons) == ["🗑 Remove", "Leave it published"]
    [done] = await hall.tap("🗑 Remove", request, MAX)
    assert (done.id, await state(hall)) == (request.id, "refused")
    assert done.text.endswith("⛔ <b>Refused</b>, article 3: Privacy.")
    assert [(each.by, each.article) for each in hall.bus.of(RemovalRequested)] == [(await hall.person(OLA), 3)]


async def test_a_removal_is_undone_by_who_agreed_to_it(hall: TownHall, shown: Event) -> None:
    notice = await asked_for(hall)
    [request] = await hall.tap("button-see", notice, MAX)
    [done] = await hall.tap("🗑 Remove", request, MAX)
    hall.now += timedelta(seconds=20)
    [again] = await hall.tap("Undo", done, MAX)
    assert (await state(hall), again.text.endswith("✅ <b>Admitted.</b>")) == ("admitted", True)


async def test_who_asked_cannot_agree_and_can_drop_it(hall: TownHall, shown: Event) -> None:
    await asked_for(hall)
    [waiting] = await hall.say("/remove")
    assert "A request to remove something waits" in waiting.text
    [own] = await hall.tap("Q-1", waiting)
    assert (list(own.buttons), "It is your own request" in own.text) == (["Leave it published"], True)
    removal = hall.bus.of(RemovalRequested)[0].event_id
    before = len(hall.bus.told)
    await hall.handle(hall.tapped(f"rmc:{removal}", own))  # forged
    assert len(hall.bus.told) == before
    [dropped] = await hall.tap("Leave it published", own)
    assert (dropped.text, await state(hall)) == ("<b>Q-1</b> stays published: the request is dropped.", "admitted")
    assert len(hall.bus.of(RemovalDropped)) == 1


async def test_a_request_with_an_answer_shows_what_stands(hall: TownHall, shown: Event) -> None:
    notice = await asked_for(hall)
    [request] = await hall.tap("button-see", notice, MAX)
    copy = Card(request.id, MAX, request.text, dict(request.buttons))
    await hall.tap("🗑 Remove", request, MAX)
    await hall.tap("🗑 Remove", copy, MAX)
    assert hall.phone.toasts()[-1] == "This request has its answer already."
    [again] = await hall.tap("button-see", notice, MAX)
    assert (list(again.buttons), "⛔ <b>Refused</b>" in again.text) == ([], True)
    assert len(hall.bus.of(RemovalConfirmed)) == 2


async def test_slips_are_answered_with_the_next_step(hall: TownHall, shown: Event) -> None:
    [asked] = await hall.say("/remove")
    assert asked.text == "What is to be removed? Write the reference, for example Q-12."
    [unknown] = await hall.say("Q-99")
    assert "Q-99" in unknown.text
    [found] = await hall.say("Q-1")
    assert "3 · Privacy" in found.buttons
    await hall.asked("A question that still waits for somebody.")
    [waits] = await hall.say("/remove Q-2")
    assert (waits.text.endswith("⏳ <b>Waiting.</b>"), waits.buttons) == (True, {})


async def test_alone_it_is_said_that_a_second_person_is_needed(hall: TownHall) -> None:
    await hall.asked(TEXT, admitted=True)
    await hall.say("/remove Q-1")
    [said] = await hall.tap("3 · Privacy")
    assert "there is nobody else to agree" in said.text


async def test_others_remove_nothing(hall: TownHall, shown: Event) -> None:
    await hall.join(333, "expert")
    [refused] = await hall.say("/remove Q-1", 333)
    assert "Your role does not allow this" in refused.text
    notice = await asked_for(hall)
    before = len(hall.bus.told)
    for account in (333, EVE):
        card = Card(901, account, "forwarded", dict(notice.buttons))
        hall.phone.cards[901] = card
        await hall.tap("button-see", card, account)
    assert (len(hall.bus.told), await state(hall)) == (before, "admitted")
