"""/queue: a queue walked to its end."""

from datetime import timedelta

import pytest

from events.contributions import OpinionGiven, QuestionAsked, TestimonyGiven
from events.moderation import (
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
    ItemSkipped,
)
from storage.read_models.contributions import by_reference
from tests.unit.bots.moderator.conftest import EVE, MAX, MEAT, OLA, Card, TownHall

ONE = "Why is there meat every day at the canteen?"
TWO = "Who decides on the price of the slaughterhouse?"
THREE = "Could the town buy from farms around it?"


async def state(hall: TownHall, reference: str) -> str:
    found = await by_reference(hall.engine, reference)
    return found.state if found else "none"


async def test_a_card_shows_text_hints_and_backlog(hall: TownHall) -> None:
    await hall.asked("Call me at 06 12 34 56 78 about <this> shit", TWO)
    hall.now += timedelta(hours=2)
    [card] = await hall.say("/queue")
    assert card.text.startswith("📥 <b>Q-1</b> · question · La viande\n\n<blockquote>Call me at <s>06 12 34 56 78</s>")
    assert "about &lt;this&gt; <u>shit</u></blockquote>" in card.text
    assert "🌐 English" in card.text
    assert "🔒 Perhaps personal data (struck through): phone" in card.text
    assert "🤬 Perhaps rude (underlined): shit" in card.text
    assert "2 contributions wait, the oldest for 2 hours." in card.text
    assert list(card.buttons) == ["✅ Admit", "⛔ Refuse…", "⏭ Skip"]


async def test_admitting_edits_the_card_and_brings_the_next_one_at_once(hall: TownHall) -> None:
    await hall.asked(ONE, TWO)
    [card] = await hall.say("/queue")
    [decided, following] = await hall.tap("Admit", card)
    assert (decided.id, await state(hall, "Q-1"), await state(hall, "Q-2")) == (card.id, "admitted", "waiting")
    assert decided.text.endswith("✅ <b>Admitted.</b>")
    assert list(decided.buttons) == ["↩️ Undo (30 s)", "➡️ Next"]
    assert "Q-2" in following.text
    [_, empty] = await hall.tap("Admit", following)
    assert empty.text == "🎉 The queue is empty: nothing waits."
    assert [each.by for each in hall.bus.of(ContributionAdmitted)] == [await hall.person(OLA)] * 2


@pytest.mark.parametrize(
    "command", ["/queue", "/newtheme schools | Schools", "/newsession {MEAT} | A debate | 2099-12-05 18:30 | Hall | 9"]
)
async def test_a_decision_that_takes_long_is_answered_too(hall: TownHall, command: str) -> None:
    hall.bus.slow = True
    [said] = await hall.say(command.format(MEAT=MEAT))
    assert said.text == "Received, but the decision takes longer than usual. Look again in a moment."


async def test_refusing_names_an_article_of_the_charter(hall: TownHall) -> None:
    await hall.asked(ONE)
    [card] = await hall.say("/queue")
    [asked] = await hall.tap("Refuse", card)
    assert asked.id == card.id
    assert list(asked.buttons)[:2] == ["1 · On topic", "2 · Respect"]
    assert await state(hall, "Q-1") == "waiting"
    [back] = await hall.tap("Back", asked)
    assert "✅ Admit" in back.buttons
    [asked] = await hall.tap("Refuse", back)
    [decided, _empty] = await hall.tap("2 · Respect", asked)
    assert decided.text.endswith("⛔ <b>Refused</b>, article 2: Respect.")
    assert [(each.article, each.by) for each in hall.bus.of(ContributionRefused)] == [(2, await hall.person(OLA))]


async def test_what_says_the_same_can_be_merged(hall: TownHall) -> None:
    await hall.asked(ONE, admitted=True)
    await hall.asked(f"{ONE} ")
    [card] = await hall.say("/queue")
    assert f"• <b>Q-1</b> {ONE}" in card.text
    [decided, _empty] = await hall.tap("Merge into Q-1", card)
    assert decided.text.endswith("🔗 <b>Merged into Q-1</b>; both texts are kept.")
    assert len(hall.bus.of(ContributionMerged)) == 1
    assert await state(hall, "Q-2") == "merged"


async def test_a_skipped_item_is_left_to_others_and_comes_back_last(hall: TownHall) -> None:
    await hall.asked(ONE, TWO)
    [card] = await hall.say("/queue")
    [skipped, following] = await hall.tap("Skip", card)
    assert "left to a colleague" in skipped.text
    assert "Q-2" in following.text
    [_, again] = await hall.tap("Admit", following)
    assert "<b>Q-1</b>" in again.text
    assert len(hall.bus.of(ItemSkipped)) == 1


async def test_a_decision_is_undone_within_half_a_minute(hall: TownHall) -> None:
    await hall.asked(ONE)
    [card] = await hall.say("/queue")
    [decided, _empty] = await hall.tap("Admit", card)
    hall.now += timedelta(seconds=29)
    [reopened] = await hall.tap("Undo", decided)
    assert (reopened.id, await state(hall, "Q-1")) == (card.id, "waiting")
    assert list(reopened.buttons) == ["✅ Admit", "⛔ Refuse…", "⏭ Skip"]


async def test_after_half_a_minute_it_is_too_late_and_the_button_goes(hall: TownHall) -> None:
    await hall.asked(ONE)
    [card] = await hall.say("/queue")
    [decided, _empty] = await hall.tap("Admit", card)
    hall.now += timedelta(seconds=31)
    [closed] = await hall.tap("Undo", decided)
    assert (list(closed.buttons), await state(hall, "Q-1")) == (["➡️ Next"], "admitted")
    assert hall.phone.toasts()[-1] == "The 30 seconds are over: the author of Q-1 knows the decision."


async def test_two_moderators_hold_different_items(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await hall.asked(ONE, TWO)
    [hers] = await hall.say("/queue")
    [his] = await hall.say("/queue", MAX)
    assert ("Q-1" in hers.text, "Q-2" in his.text) == (True, True)
    await hall.tap("Admit", his, MAX)
    [nothing] = await hall.say("/queue", MAX)
    assert nothing.text == "Nothing for you: the last contribution is in colleagues’ hands."


async def test_what_a_colleague_decided_first_is_shown_as_it_stands(hall: TownHall) -> None:
    await hall.asked(ONE)
    [card] = await hall.say("/queue")
    [asked] = hall.bus.of(QuestionAsked)
    await hall.decide(ContributionAdmitted, by=None, contribution=asked.event_id)
    [shown] = await hall.tap("Skip", card)
    assert shown.text.endswith("✅ <b>Admitted.</b>")
    [again] = await hall.say("/queue")
    assert again.text == "🎉 The queue is empty: nothing waits."


async def test_a_second_tap_says_what_was_decided(hall: TownHall) -> None:
    await hall.asked(ONE)
    [card] = await hall.say("/queue")
    copy = Card(card.id, card.chat, card.text, dict(card.buttons))
    await hall.tap("Admit", copy)
    await hall.tap("Admit", copy)
    assert hall.phone.toasts()[-1] == "Q-1 is decided already: published."
    assert await state(hall, "Q-1") == "admitted"


async def test_the_queue_of_one_theme_stays_in_it(hall: TownHall) -> None:
    await hall.theme("Le pain", "le-pain")
    await hall.asked(ONE)
    await hall.asked(TWO, theme="le-pain")
    await hall.asked(THREE)
    [card] = await hall.say(f"/queue {MEAT}")
    [_, following] = await hall.tap("Admit", card)
    assert "Q-3" in following.text
    assert "One contribution waits" in following.text
    [_, empty] = await hall.tap("Admit", following)
    assert empty.text == "🎉 The queue is empty: nothing waits."
    [other] = await hall.tap("Other themes (1)", empty)
    assert "Q-2" in other.text
    [unknown] = await hall.say("/queue le-fromage")
    assert unknown.text == "I do not know the theme “le-fromage”. The list: /themes"


async def test_the_same_tap_again_is_the_same_acts(hall: TownHall) -> None:
    await hall.asked(ONE, TWO)
    [card] = await hall.say("/queue")
    update = hall.tapped(card.buttons["✅ Admit"], card)
    await hall.handle(update)
    acts = {each.event_id for each in hall.bus.told}
    await hall.handle(update)
    assert {each.event_id for each in hall.bus.told} == acts
    assert (await state(hall, "Q-1"), await state(hall, "Q-2")) == ("admitted", "waiting")


async def test_forged_buttons_have_no_effect_and_are_answered(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await hall.asked(ONE, TWO)
    [card] = await hall.say("/queue")
    good = card.buttons["✅ Admit"]
    flipped = [good[:n] + chr(ord(good[n]) ^ 1) + good[n + 1 :] for n in range(len(good))]
    made_up = ["", "qa", "qa:Q-2:", "qn:Q-1:2:", "ph:la-viande:2:8", "ry:M-2", "see:", "publish:x", "x" * 64, "🙂"]
    before, asked = len(hall.bus.told), len(hall.phone.toasts())
    for data in [*flipped, *made_up]:
        assert await hall.handle(hall.tapped(data, card)) == []
    assert await hall.handle(hall.tapped(good, card, MAX)) == []  # another member's button
    assert await hall.handle(hall.tapped(good, card, EVE)) == []  # and a stranger
    assert len(hall.bus.told) == before
    toasts = hall.phone.toasts()[asked:]
    assert len(toasts) == len(flipped) + len(made_up) + 2
    assert set(toasts[:-1]) == {"This button is out of date. Type /help to go on."}


@pytest.mark.parametrize("text", [("<a>& " * 500)[:2000], ("merde! Merde? " * 200)[:2000]])
async def test_the_longest_text_fits_a_card_with_its_near_ones(hall: TownHall, text: str) -> None:
    await hall.asked(text, admitted=True, kind=TestimonyGiven)
    await hall.asked(f"{text[:-1]}!", kind=TestimonyGiven)
    [card] = await hall.say("/queue")
    assert "• <b>T-1</b> " in card.text
    [asked] = await hall.tap("Refuse", card)
    assert "Under which article" in asked.text


async def test_requests_and_undos_are_facts_of_their_own(hall: TownHall) -> None:
    await hall.decide(
        OpinionGiven, theme=MEAT, citizen=(await hall.asked(ONE))[0].event_id, text="Nobody knows me here"
    )
    await hall.say("/queue")
    [decided, _] = await hall.tap("Admit")
    await hall.tap("Undo", decided)
    requested = hall.bus.of(ItemRequested)
    assert [(each.theme, each.by) for each in requested] == [(None, await hall.person(OLA))] * 2
    assert len({each.event_id for each in requested}) == 2
    assert len(hall.bus.of(DecisionUndone)) == 1
