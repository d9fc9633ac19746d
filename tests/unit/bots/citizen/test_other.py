"""Whatever else comes in: one sensible answer, no effect, and never an update that stops the bot."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, SendMessage, SetMyCommands, SetMyDescription, TelegramMethod

from bots.citizen.app import citizen_bot
from bots.citizen.flood import Flood
from bots.seal import Seal
from events.bus import BusAwayError
from events.contributions import QuestionAsked
from tests.unit.bots.citizen.conftest import ADA, BEN, BOT, NOON, TOKEN, Phone, Town

TEXT = "Why is there meat every day at the canteen?"
WORDLESS: dict[str, dict[str, Any]] = {
    "photo": {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}], "caption": TEXT},
    "voice": {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}},
    "location": {"location": {"latitude": 45.8, "longitude": 3.1}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "contact": {"contact": {"phone_number": "+33612345678", "first_name": "Eve"}},
    "document": {"document": {"file_id": "1", "file_unique_id": "1"}},
    "poll": {
        "poll": {
            "id": "1", "question": TEXT, "options": [], "total_voter_count": 0, "is_closed": False,
            "is_anonymous": True, "allows_revoting": True, "members_only": False, "type": "regular",
            "allows_multiple_answers": False,
        }
    },
}  # fmt: skip
SAID = {
    "photo": "pictures",
    "voice": "recordings",
    "location": "place",
    "dice": "Nice!",
    "contact": "nobody has seen it",
    "document": "files",
    "poll": "cannot read this",
}


@pytest.mark.parametrize("kind", sorted(WORDLESS))
async def test_only_words_are_read(town: Town, kind: str) -> None:
    await town.join()
    await town.say("/ask")
    before = len(town.bus.told)
    [card] = await town.handle(town.update(message=town.message(ADA, **WORDLESS[kind])))
    assert ("written words" in card.text, SAID[kind] in card.text, len(town.bus.told)) == (True, True, before)
    await town.say(TEXT)
    assert len(town.bus.of(QuestionAsked)) == 1


def origin(account: int | None) -> dict[str, Any]:
    if account is None:
        return {"type": "hidden_user", "date": int(NOON.timestamp()), "sender_user_name": "Eve"}
    person = {"id": account, "is_bot": False, "first_name": "Somebody"}
    return {"type": "user", "date": int(NOON.timestamp()), "sender_user": person}


@pytest.mark.parametrize("account", [BEN, None], ids=["another", "hidden"])
@pytest.mark.parametrize("text", [TEXT, f"/ask {TEXT}"])
async def test_what_is_forwarded_from_somebody_else_is_not_taken_in(town: Town, account: int | None, text: str) -> None:
    await town.join()
    await town.say("/ask")
    [card] = await town.handle(town.update(message=town.message(ADA, text=text, forward_origin=origin(account))))
    assert ("somebody else’s words" in card.text, town.bus.of(QuestionAsked)) == (True, [])
    await town.say(TEXT)
    assert len(town.bus.of(QuestionAsked)) == 1


async def test_ones_own_words_may_be_forwarded(town: Town) -> None:
    await town.join()
    await town.say("/ask")
    await town.handle(town.update(message=town.message(ADA, text=TEXT, forward_origin=origin(ADA))))
    assert len(town.bus.of(QuestionAsked)) == 1


async def test_an_edited_message_changes_nothing(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    edited = {**town.message(ADA, text="/ask Something else altogether?"), "edit_date": int(NOON.timestamp())}
    [card] = await town.handle(town.update(edited_message=edited))
    assert ("stays as it was" in card.text, len(town.bus.of(QuestionAsked))) == (True, 1)


async def test_a_post_in_a_channel_is_nobodys_and_gets_the_way_to_the_private_chat(town: Town) -> None:
    post = town.message(ADA, text="/ask Hello to everybody?") | {"chat": {"id": -7, "type": "channel", "title": "News"}}
    post.pop("from")
    [card] = await town.handle(town.update(channel_post=post))
    assert (card.chat, list(card.buttons), town.bus.of(QuestionAsked)) == (
        -7, [f"https://t.me/{BOT}?start=go-ask"], []
    )  # fmt: skip


async def test_an_unknown_command_shows_what_there_is(town: Town) -> None:
    [card] = await town.say("/frobnicate now")
    assert "go:ask" in card.buttons


@pytest.mark.parametrize(
    "data", ["", "x", ":", "go", "go:", "go:nowhere", "text", "wordless", "/ask", "group", "é" * 32, "\0"]
)
async def test_forged_buttons_are_answered_without_effect(town: Town, data: str) -> None:
    await town.join()
    [card] = await town.say("/help")
    before, told = len(town.phone.answered()), len(town.bus.told)
    await town.tap(data, card=card)
    assert (len(town.phone.answered()), len(town.bus.told)) == (before + 1, told)


async def test_a_button_whose_card_is_gone_is_answered(town: Town) -> None:
    query = {
        "id": "q",
        "from": {"id": ADA, "is_bot": False, "first_name": "Ada"},
        "chat_instance": "1",
        "data": "go:ask",
    }
    await town.handle(town.update(callback_query=query))
    assert len(town.phone.answered()) == 1


async def test_a_card_too_old_to_be_read_is_answered_with_a_new_one(town: Town) -> None:
    await town.join()
    query = {
        "id": "q",
        "from": {"id": ADA, "is_bot": False, "first_name": "Ada"},
        "chat_instance": "1",
        "data": Seal(TOKEN).close(ADA, "go:ask"),
    }
    gone = {"message_id": 5, "date": 0, "chat": {"id": ADA, "type": "private"}}
    [card] = await town.handle(town.update(callback_query={**query, "message": gone}))
    assert "go:cancel" in card.buttons


@pytest.mark.parametrize(
    "update", [{}, {"poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}}]
)
async def test_what_nobody_asked_for_is_left_alone(town: Town, update: dict[str, Any]) -> None:
    assert await town.handle(town.update(**update)) == []


async def test_who_lets_the_bot_in_again_is_written_to_again(town: Town) -> None:
    ada = await town.join()
    await town.face.addresses.mark(ada, reachable=False)
    person = {"id": ADA, "is_bot": False, "first_name": "Ada"}
    robot = {"id": 42, "is_bot": True, "first_name": "Palabre"}
    change = {"chat": {"id": ADA, "type": "private"}, "from": person, "date": int(NOON.timestamp())}
    left = {"old_chat_member": {"user": robot, "status": "kicked", "until_date": 0}}
    await town.handle(
        town.update(my_chat_member={**change, **left, "new_chat_member": {"user": robot, "status": "member"}})
    )
    assert await town.face.addresses.account_of(ada) == ADA


async def test_thirty_messages_a_minute_are_all_answered_and_a_flood_is_told_once(town: Town) -> None:
    await town.join()
    town.now += timedelta(minutes=2)
    answers = [await town.say("/help") for _ in range(80)]
    assert [len(shown) for shown in answers[:59]] == [1] * 59
    assert sum(map(len, answers)) <= 62
    town.now += timedelta(minutes=1)
    assert [len(await town.say("/help")) for _ in range(30)] == [1] * 30


async def test_a_flood_of_taps_is_answered_to_the_last(town: Town) -> None:
    await town.join()
    [card] = await town.say("/help")
    before = len(town.phone.answered())
    for _ in range(70):
        await town.tap("go:home", card=card)
    assert len(town.phone.answered()) == before + 70


def test_the_same_update_again_is_not_counted_twice() -> None:
    flood = Flood(lambda: NOON)
    assert [flood.passes(ADA, update) for update in range(60) for _ in range(3)] == [True] * 180
    assert flood.passes(ADA, 60) is False


async def test_help_and_privacy_are_for_everybody(town: Town) -> None:
    for command, words in (("/help", "/ask"), ("/privacy", "without your name")):
        [card] = await town.say(command)
        assert words in card.text
    await town.join()
    [card] = await town.say("/privacy")
    assert "go:home" in card.buttons


class Deaf(Phone):
    """A Telegram that refuses to deliver."""

    def __init__(self, error: type[TelegramForbiddenError] | type[TelegramRetryAfter]) -> None:
        super().__init__()
        self._error = error

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        if self._error is TelegramForbiddenError:
            raise TelegramForbiddenError(method=method, message="Forbidden: bot was blocked by the user")
        raise TelegramRetryAfter(method=method, message="Too Many Requests", retry_after=3600)


async def test_who_has_blocked_the_bot_is_left_alone(town: Town) -> None:
    bot = citizen_bot("42:TEST", "http://127.0.0.1:9", town.face, session=Deaf(TelegramForbiddenError))
    await bot.handle(town.typed("/help"))


async def test_a_telegram_that_wants_a_long_pause_is_away(town: Town) -> None:
    bot = citizen_bot("42:TEST", "http://127.0.0.1:9", town.face, session=Deaf(TelegramRetryAfter))
    with pytest.raises(ConnectionError):
        await bot.handle(town.typed("/help"))


async def test_an_update_that_waits_is_told_honestly(town: Town) -> None:
    await town.join(language="fr")
    [card] = await town.say("/help")
    await town.bot.apologise(town.typed("/ask"), BusAwayError("away"))
    await town.bot.apologise(town.tapped("go:ask", card=card), ValueError("whatever"))
    told = [each for each in town.phone.requests if isinstance(each, SendMessage | AnswerCallbackQuery)][-2:]
    assert [each.text for each in told] == [
        "Un instant : votre message est bien arrivé et sera traité dès que possible. Rien n’est perdu.",
        "Désolé, quelque chose n’a pas marché de notre côté. Réessayez, ou tapez /help.",
    ]


async def test_menus_are_registered_in_every_language(town: Town) -> None:
    await town.bot.register_menus()
    told = [each for each in town.phone.requests if isinstance(each, SetMyCommands)]
    commands = [each for each in told if each.scope is None]
    in_groups = [[command.command for command in each.commands] for each in told if each.scope is not None]
    assert in_groups[:3] == [["thematiques", "question"], ["thematiques", "question"], ["themes", "ask"]]
    assert [each.language_code for each in commands] == [None, "fr", "en", "it", "es", "zh", "ar"]
    assert [each.commands[1].command for each in commands] == [
        "question",
        "question",
        "ask",
        "domanda",
        "preguntar",
        "ask",
        "ask",
    ]
    abouts = [each.description or "" for each in town.phone.requests if isinstance(each, SetMyDescription)]
    assert [0 < len(about) <= 512 for about in abouts] == [True] * 7
