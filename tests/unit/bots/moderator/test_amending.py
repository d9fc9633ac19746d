"""The items of a draft by hand: pinned, dropped with a reason, retitled, undone in one tap; versions stay readable."""

import pytest

from events.amendments import AgendaAmendmentUndone, AgendaItemDropped, AgendaItemPinned, AgendaItemRetitled
from events.news import NewsAddressed
from tests.unit.bots.moderator.conftest import MAX, MEAT, Card, TownHall
from tests.unit.bots.moderator.test_results import AGENDA


@pytest.fixture
async def town(hall: TownHall) -> TownHall:
    """A theme that collects, with a draft of its agenda."""
    await hall.join(MAX, "moderator")
    await hall.asked(*(f"Why is that so, number {n}?" for n in range(3)), admitted=True)
    await hall.drafted("agenda", AGENDA)
    return hall


async def test_each_item_is_a_button_and_can_be_pinned_and_taken_back(town: TownHall) -> None:
    await town.say(f"/agenda {MEAT}")
    [items] = await town.tap("Change the items")
    assert list(items.buttons) == ["1. Cantines & <prix>", "▫️ Abattoirs"]
    [item] = await town.tap("Abattoirs", items)
    assert item.text == "<b>Abattoirs</b>\nOne person asks for it <i>Q-3</i>\nIl a manqué 3 minutes."
    assert list(item.buttons) == ["📌 Pin", "✖️ Drop…", "✏️ Title…", "✏️ Change the items", "📋 Agenda"]
    computed = len(town.computed)
    [pinned] = await town.tap("📌 Pin", item)
    assert pinned.text.startswith("📌 Pinned: its time comes off first, and the agenda says so.\n\n<b>Abattoirs</b>")
    assert (len(town.computed), next(iter(pinned.buttons))) == (computed + 1, "↩️ Do not pin")
    [undone] = await town.tap("Do not pin", pinned)
    assert list(undone.buttons)[:2] == ["📌 Pin", "✖️ Drop…"]
    [question] = {act.question for act in town.bus.of(AgendaItemPinned)}
    assert [(act.question, act.amended) for act in town.bus.of(AgendaAmendmentUndone)] == [(question, "place")]


async def test_a_drop_takes_a_reason_and_a_title_its_words(town: TownHall) -> None:
    await town.say(f"/agenda {MEAT}")
    await town.tap("Change the items")
    await town.tap("Cantines")
    [asked] = await town.tap("Drop…")
    assert asked.text.startswith("Why should it not be on the agenda?")
    for slip in ("no", "…" * 9, "x" * 201):
        [again] = await town.say(slip)
        assert "3 to 200 characters" in again.text
    [dropped] = await town.say("The city has\nanswered it.")
    assert dropped.text.startswith("✖️ Dropped: the agenda says so, with your reason.")
    assert [act.reason for act in town.bus.of(AgendaItemDropped)] == ["The city has answered it."]
    await town.tap("Title…")
    [titled] = await town.say("The canteens")
    assert "↩️ First title" in titled.buttons
    assert [act.title for act in town.bus.of(AgendaItemRetitled)] == ["The canteens"]


async def test_citizens_and_moderators_read_what_was_done_by_hand(town: TownHall) -> None:
    item = {
        **AGENDA["items"][0],
        "pinned": True,
        "original_title": "Menus",
        "paid_by": [{"group": None, "minutes": 20}],
    }
    missed = {**AGENDA["not_selected"][0], "dropped": "Already answered.", "lacks": None}
    await town.drafted("agenda", {**AGENDA, "items": [item], "not_selected": [missed]})
    text = "\n".join(card.text for card in await town.say(f"/agenda {MEAT}"))
    assert "📌 Put on the agenda by the moderators; its minutes come off the common time." in text
    assert "✏️ Title by the moderators; at first: “Menus”" in text
    assert "Paid by" not in text


async def test_published_versions_stay_readable(town: TownHall) -> None:
    await town.say(f"/phase {MEAT} deliberating")
    for minutes in (30, 60):
        await town.drafted("agenda", {**AGENDA, "input_hash": f"{minutes}", "time_budget_minutes": minutes})
        await town.say(f"/agenda {MEAT}")
        await town.tap("Publish exactly this")
        [*_, news] = [
            each for each in town.bus.news if isinstance(each, NewsAddressed) and each.audience == "moderator"
        ]
        town.phone.cards[7] = Card(7, MAX, "Please confirm")
        [*_, shown] = await town.handle(town.tapped(news.buttons[0][1], town.phone.cards[7], MAX))
        await town.tap("Confirm publication", shown, MAX)
    await town.say(f"/agenda {MEAT}")
    newest = await town.tap("Version 2")
    assert newest[0].text.startswith("📋 <b>Agenda of “La viande”</b>, version 2, published Sunday 22 November 2026")
    older = await town.tap("Version 1", newest[-1])
    assert "<b>30</b>" in older[1].text or "30 min" in older[1].text
    assert (older[-1].text, list(older[-1].buttons)) == ("This was version 1 of 2.", ["📄 Version 2"])
