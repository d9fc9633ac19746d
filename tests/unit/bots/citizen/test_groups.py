"""In a group: two commands work, in the thread; what is personal is said in private, and hardly anything unasked."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import SendMessage

from events.citizens import CitizenJoined
from events.contributions import OpinionGiven, QuestionAsked
from tests.unit.bots.citizen.conftest import ADA, BOT, MEAT, MEAT_TITLE, Card, Town

TEXT = "Why is there meat every day at the canteen?"
GROUP, HOME = -100, f"https://t.me/{BOT}"


async def said(town: Town, text: str, account: int = ADA, **more: Any) -> list[Card]:
    """Write something in the group; return the cards that are new, there and in private."""
    message = town.message(account, text=text) | {"chat": {"id": GROUP, "type": "supergroup", "title": "Neighbours"}}
    return await town.handle(town.update(message={**message, **more}))


def last_to(town: Town, chat: int) -> SendMessage:
    return [each for each in town.phone.requests if isinstance(each, SendMessage) and each.chat_id == chat][-1]


async def test_a_question_is_taken_in_and_its_receipt_goes_to_the_private_chat(town: Town) -> None:
    await town.join()
    private, there = await said(town, f"/ask {TEXT}")
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]
    assert (private.chat, "Q-1" in private.text, private.reply_to) == (ADA, True, None)
    assert (there.chat, "Q-1" in there.text, there.buttons) == (GROUP, False, {HOME: "💬 Go on in private"})


async def test_the_answer_stays_in_the_thread_of_the_question(town: Town) -> None:
    await town.join()
    *_, there = await said(town, f"/ask@{BOT} {TEXT}", message_thread_id=7, is_topic_message=True)
    assert (last_to(town, GROUP).message_thread_id, there.reply_to is not None) == (7, True)
    await said(town, "/themes", message_thread_id=8)  # a thread of replies is no topic: Telegram refuses its number
    assert last_to(town, GROUP).message_thread_id is None


async def test_a_command_without_words_is_asked_for_them_in_private(town: Town) -> None:
    await town.join()
    private, there = await said(town, "/opinion")
    assert (private.chat, there.chat) == (ADA, GROUP)
    await town.say("More vegetables at the canteen, please.")
    assert len(town.bus.of(OpinionGiven)) == 1


async def test_somebody_unknown_gets_a_button_to_the_private_chat_which_carries_on(town: Town) -> None:
    [there] = await said(town, f"/ask {TEXT}")
    assert list(there.buttons) == [f"{HOME}?start=go-ask"]
    assert (town.bus.of(CitizenJoined), town.bus.of(QuestionAsked)) == ([], [])
    await town.say("/start go-ask")
    await town.tap("j:en:go-ask")
    assert [joined.source for joined in town.bus.of(CitizenJoined)] == [""]
    await town.say(TEXT)
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]


async def test_a_citizen_who_follows_the_button_is_asked_at_once(town: Town) -> None:
    await town.join()
    [card] = await town.say("/start go-ask")
    assert "go:cancel" in card.buttons
    [home] = await town.say("/start go-nowhere")
    assert "go:ask" in home.buttons


async def test_themes_are_links_that_count_where_people_come_from(town: Town) -> None:
    [there] = await said(town, "/themes")
    link = f"{HOME}?start=theme-{MEAT}_group"
    assert (MEAT_TITLE in there.text, there.buttons) == (True, {link: MEAT_TITLE})
    [card] = await town.say(f"/start theme-{MEAT}_group")
    assert MEAT_TITLE in card.text
    await town.tap(f"j:en:theme-{MEAT}_group")
    assert [joined.source for joined in town.bus.of(CitizenJoined)] == [f"theme-{MEAT}_group"]


@pytest.mark.parametrize(
    ("command", "payload"), [("/mine", "go-mine"), ("/vote", "go-vote"), ("/mydata", "go-mydata"), ("/frobnicate", "")]
)
async def test_any_other_command_leads_to_the_private_chat(town: Town, command: str, payload: str) -> None:
    await town.join()
    [there] = await said(town, command)
    assert (there.chat, list(there.buttons)) == (GROUP, [f"{HOME}?start={payload}" if payload else HOME])


@pytest.mark.parametrize("command", ["/start", f"/start@{BOT} hello", "/help"])
async def test_it_says_politely_who_it_is(town: Town, command: str) -> None:
    [there] = await said(town, command)
    assert (there.text.startswith("Hello!"), "/ask and /themes" in there.text) == (True, True)


async def test_a_command_to_another_bot_is_none_of_ours(town: Town) -> None:
    assert await said(town, "/ask@some_other_bot Hello?") == []


async def test_who_just_talks_is_told_once_a_day_who_is_here_or_when_they_ask(town: Town) -> None:
    assert [len(await said(town, "See you at eight!")) for _ in range(5)] == [1, 0, 0, 0, 0]
    assert len(await said(town, f"@{BOT} are you there?")) == 1
    ours = {"message_id": 1, "date": 0, "chat": {"id": GROUP, "type": "supergroup"}}
    robot = {"id": 42, "is_bot": True, "first_name": "Palabre", "username": BOT}
    assert len(await said(town, "thank you", reply_to_message={**ours, "from": robot})) == 1
    town.now += timedelta(days=1)
    assert len(await said(town, "See you at eight!")) == 1


COMING = {"id": 42, "is_bot": True, "first_name": "Palabre"}


@pytest.mark.parametrize(
    "service",
    [
        {"new_chat_members": [COMING]},
        {"left_chat_member": COMING},
        {"group_chat_created": True},
        {"new_chat_title": "Old neighbours"},
        {"migrate_to_chat_id": -1000},
    ],
    ids=["added", "removed", "created", "titled", "migrated"],
)
async def test_that_somebody_comes_or_goes_asks_for_no_answer(town: Town, service: dict[str, Any]) -> None:
    message = town.message(ADA, **service) | {"chat": {"id": GROUP, "type": "supergroup", "title": "Neighbours"}}
    assert await town.handle(town.update(message=message)) == []


@pytest.mark.parametrize("status", ["member", "left", "kicked"])
async def test_being_added_or_removed_asks_for_no_answer(town: Town, status: str) -> None:
    more = {"until_date": 0} if status == "kicked" else {}
    robot = {"user": COMING, "status": status, **more}
    change = {
        "chat": {"id": GROUP, "type": "supergroup", "title": "Neighbours"},
        "from": {"id": ADA, "is_bot": False, "first_name": "Ada"},
        "date": int(town.now.timestamp()),
        "old_chat_member": {"user": COMING, "status": "left"},
        "new_chat_member": robot,
    }
    assert await town.handle(town.update(my_chat_member=change)) == []


async def test_an_edit_in_a_group_asks_for_no_answer(town: Town) -> None:
    await town.join()
    message = town.message(ADA, text=f"/ask {TEXT}") | {"chat": {"id": GROUP, "type": "supergroup", "title": "N"}}
    assert await town.handle(town.update(edited_message={**message, "edit_date": 1})) == []
    assert town.bus.of(QuestionAsked) == []


async def test_an_anonymous_administrator_is_nobody(town: Town) -> None:
    await town.join()
    channel = {"id": GROUP, "type": "supergroup", "title": "Neighbours"}
    [there] = await said(town, f"/ask {TEXT}", sender_chat=channel)
    assert (list(there.buttons), town.bus.of(QuestionAsked)) == ([f"{HOME}?start=go-ask"], [])


async def test_a_group_gets_twenty_messages_a_minute_and_what_is_asked_is_taken_in_all_the_same(town: Town) -> None:
    shown = [len(await said(town, "/themes", account)) for account in range(1, 31)]
    assert shown == [1] * 20 + [0] * 10
    await town.join()
    [private] = await said(town, f"/ask {TEXT}")
    assert (private.chat, len(town.bus.of(QuestionAsked))) == (ADA, 1)
    town.now += timedelta(minutes=1)
    assert len(await said(town, "/themes", 31)) == 1


async def test_a_flood_in_a_group_is_not_scolded_in_it(town: Town) -> None:
    for _ in range(70):
        await said(town, "hello")
    assert [card for card in town.phone.cards.values() if "a lot at once" in card.text] == []
