"""The look-alike is strict where Telegram is strict: each refusal as its documentation or its servers state it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bots.playground import Phone, Playground, playground
from bots.playground.accounts import BotAccount, Group

TOKEN = "4242:a-token-of-the-tests"
SAME = (
    "specified new message content and reply markup are exactly the same as a current content and reply markup of the "
    "message"
)
PNG = b"\x89PNG\r\n\x1a\n and so on"


class Line:
    """A bot's line to the Bot API."""

    def __init__(self, world: Playground, session: aiohttp.ClientSession) -> None:
        self.world, self.session = world, session
        self.bot: BotAccount = world.bot(TOKEN, "a_bot")

    async def answer(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.world.base_url}/bot{token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def call(self, method: str, **params: Any) -> Any:
        """Return a method's result, or its refusal in words."""
        status, body = await self.answer(method, **params)
        assert (status == 200) == body["ok"]
        return body["result"] if body["ok"] else body["description"]

    async def updates(self, **params: Any) -> list[int]:
        found = await self.call("getUpdates", **params)
        assert isinstance(found, list), found
        return [update["update_id"] - 1000 for update in found]

    def acquainted(self) -> Phone:
        """Return the phone of somebody who has written; the update is not counted."""
        phone = self.world.person("Ada")
        phone.starts(self.bot)
        self.bot.updates.clear()
        self.bot.next_update = 1000
        return phone


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with playground() as world, aiohttp.ClientSession() as session:
        yield Line(world, session)


async def polls(line: Line, *, still: bool = True) -> None:
    """Wait until the bot waits for updates, or does no longer."""
    async with asyncio.timeout(5):
        while line.bot.polling != still:
            await line.bot.changed.wait()


async def test_updates_come_again_until_an_offset_confirms_them(line: Line) -> None:
    ada = line.acquainted()
    for text in "abcde":
        ada.says(line.bot, text)
    assert await line.updates() == [0, 1, 2, 3, 4]
    assert await line.updates(limit=2) == [0, 1]
    assert await line.updates(offset=1002) == [2, 3, 4]
    assert await line.updates(offset=0) == [2, 3, 4]
    assert await line.updates(offset=1005) == []
    assert await line.updates() == []


async def test_a_negative_offset_keeps_the_newest_and_forgets_the_others(line: Line) -> None:
    ada = line.acquainted()
    for text in "abcde":
        ada.says(line.bot, text)
    assert await line.updates(offset=-2) == [3, 4]
    assert await line.updates(offset=0) == [3, 4]


async def test_a_poll_waits_for_what_comes(line: Line) -> None:
    ada = line.acquainted()
    polling = asyncio.create_task(line.updates(timeout=20))
    await polls(line)
    ada.says(line.bot, "hello")
    assert await polling == [0]


async def test_a_second_poll_ends_the_first(line: Line) -> None:
    first = asyncio.create_task(line.answer("getUpdates", timeout=20))
    await polls(line)
    assert await line.updates() == []
    status, body = await first
    assert (status, body["description"].split(";")[0]) == (409, "Conflict: terminated by other getUpdates request")


async def test_who_hangs_up_while_polling_is_forgotten(line: Line) -> None:
    polling = asyncio.create_task(line.answer("getUpdates", timeout=20))
    await polls(line)
    polling.cancel()
    await polls(line, still=False)


async def test_only_kinds_that_were_asked_for_come_from_then_on(line: Line) -> None:
    ada = line.acquainted()
    ada.says(line.bot, "a message")
    assert await line.updates(allowed_updates=["callback_query"]) == [0]
    ada.says(line.bot, "another")
    assert await line.updates() == [0]
    assert await line.updates(allowed_updates=[]) == [0]
    ada.says(line.bot, "a third")
    assert await line.updates() == [0, 2]


async def test_polling_and_a_webhook_exclude_each_other(line: Line) -> None:
    assert await line.call("setWebhook", url="http://127.0.0.1:9/", secret_token="s") is True
    assert "while webhook is active" in await line.call("getUpdates")
    line.acquainted().says(line.bot, "hello")
    assert await line.call("deleteWebhook") is True
    assert await line.updates() == [0]
    assert await line.call("deleteWebhook", drop_pending_updates=True) is True
    assert await line.updates() == []


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: an HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_must_be_safe(line: Line, params: dict[str, Any], refusal: str) -> None:
    assert await line.call("setWebhook", **params) == f"Bad Request: {refusal}"


BUTTON = {"text": "x", "callback_data": "x"}


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "<b>" + "&lt;" * 4097 + "</b>", "parse_mode": "HTML"}, "message is too long"),
        ({"text": "x", "parse_mode": "HTLM"}, "unsupported parse_mode"),
        ({"text": "<b>x", "parse_mode": "HTML"}, 'can\'t parse entities: tag "b" is not closed'),
        ({"text": "x</b>", "parse_mode": "HTML"}, 'can\'t parse entities: unexpected end tag "b"'),
        ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, 'can\'t parse entities: unexpected end tag "b"'),
        ({"text": "<br>x", "parse_mode": "HTML"}, 'can\'t parse entities: unsupported start tag "br"'),
        ({"text": "<!-- x -->", "parse_mode": "HTML"}, 'can\'t parse entities: unsupported start tag "!-- x "'),
        ({"text": "1 < 2", "parse_mode": "HTML"}, "can't parse entities: unescaped <"),
        ({"text": "a &nbsp; b", "parse_mode": "HTML"}, "can't parse entities: unknown entity &nbsp;"),
        ({"text": "&#99999999;", "parse_mode": "HTML"}, "can't parse entities: no such character &#99999999;"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{**BUTTON, "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{**BUTTON, "text": ""}]]}}, "BUTTON_TEXT_INVALID"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[BUTTON]] * 101}}, "REPLY_MARKUP_TOO_LONG"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ],
)
async def test_a_message_that_telegram_refuses_is_refused(line: Line, params: dict[str, Any], refusal: str) -> None:
    ada = line.acquainted()
    assert await line.call("sendMessage", chat_id=ada.person.id, **params) == f"Bad Request: {refusal}"
    assert ada.shown(line.bot) == []


async def test_what_is_just_within_the_limits_is_shown(line: Line) -> None:
    ada = line.acquainted()
    html = "<b>" + "&lt;" * 4096 + "</b>"
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "é" * 32}]]}
    sent = await line.call("sendMessage", chat_id=ada.person.id, text=html, parse_mode="HTML", reply_markup=markup)
    assert (sent["text"], sent["reply_markup"]) == ("<" * 4096, markup)


async def test_a_form_is_read_as_json_is(line: Line) -> None:
    ada = line.acquainted()
    form = {"chat_id": ada.person.id, "text": "x", "reply_markup": json.dumps({"inline_keyboard": [[BUTTON]]})}
    async with line.session.post(f"{line.world.base_url}/bot{TOKEN}/sendMessage", data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"] == {"inline_keyboard": [[BUTTON]]}


async def test_a_reply_shows_what_it_replies_to_but_no_further(line: Line) -> None:
    ada = line.acquainted()
    said = ada.says(line.bot, "hello")["message"]
    first = await line.call(
        "sendMessage", chat_id=ada.person.id, text="a", reply_parameters={"message_id": said["message_id"]}
    )
    second = await line.call(
        "sendMessage", chat_id=ada.person.id, text="b", reply_parameters={"message_id": first["message_id"]}
    )
    assert first["reply_to_message"] == said
    assert second["reply_to_message"] == {key: value for key, value in first.items() if key != "reply_to_message"}


async def test_who_was_never_met_or_has_blocked_the_bot_cannot_be_written_to(line: Line) -> None:
    ada = line.acquainted()
    assert await line.answer("sendMessage", chat_id=1, text="x") == (
        400,
        {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"},
    )
    ada.blocks(line.bot)
    assert await line.answer("sendMessage", chat_id=ada.person.id, text="x") == (
        403,
        {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"},
    )
    ada.says(line.bot, "here again")
    assert (await line.call("sendMessage", chat_id=ada.person.id, text="x"))["text"] == "x"


async def test_the_bot_is_told_that_it_was_blocked_and_let_in(line: Line) -> None:
    ada = line.acquainted()
    ada.blocks(line.bot)
    ada.says(line.bot, "here again")
    changes = [
        update["my_chat_member"]["new_chat_member"]["status"]
        for update in line.bot.updates
        if "my_chat_member" in update
    ]
    assert (changes, len(line.bot.updates)) == (["kicked", "member"], 3)


async def test_only_one_s_own_texts_can_be_edited_and_only_to_something_else(line: Line) -> None:
    ada = line.acquainted()
    chat = ada.person.id
    said = ada.says(line.bot, "mine")["message"]["message_id"]
    sent = (await line.call("sendMessage", chat_id=chat, text="a"))["message_id"]
    edits = [(said, "x"), (sent, "a"), (99, "x"), (sent, "")]
    assert [
        await line.call("editMessageText", chat_id=chat, message_id=number, text=text) for number, text in edits
    ] == [
        "Bad Request: message can't be edited",
        f"Bad Request: message is not modified: {SAME}",
        "Bad Request: message to edit not found",
        "Bad Request: message text is empty",
    ]
    assert (await line.call("editMessageText", chat_id=chat, message_id=sent, text="b"))["text"] == "b"
    assert await line.call("deleteMessage", chat_id=chat, message_id=sent) is True
    assert await line.call("deleteMessage", chat_id=chat, message_id=sent) == "Bad Request: message to delete not found"


async def test_a_tap_is_answered_once(line: Line) -> None:
    ada = line.acquainted()
    await line.call("sendMessage", chat_id=ada.person.id, text="x", reply_markup={"inline_keyboard": [[BUTTON]]})
    query = ada.presses(line.bot, "x")["callback_query"]["id"]
    assert (
        await line.call("answerCallbackQuery", callback_query_id=query, text="x" * 201)
        == "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await line.call("answerCallbackQuery", callback_query_id=query, text="done") is True
    assert "query is too old" in await line.call("answerCallbackQuery", callback_query_id=query)
    assert list(ada.chat(line.bot).toasts) == [{"text": "done", "alert": False}]


@pytest.mark.parametrize(
    ("said", "alert"), [("true", True), ("false", False), (True, True), (False, False), ("", False)]
)
async def test_an_alert_is_one_only_where_it_is_said(line: Line, said: object, alert: bool) -> None:
    ada = line.acquainted()
    query = ada.forges(line.bot, "x", {"message_id": 1})["callback_query"]["id"]
    await line.call("answerCallbackQuery", callback_query_id=query, text="done", show_alert=said)
    assert list(ada.chat(line.bot).toasts) == [{"text": "done", "alert": alert}]


async def upload(line: Line, method: str, field: str, content: bytes, **params: str) -> dict[str, Any]:
    form = aiohttp.FormData(params)
    form.add_field(field, content, filename="a file.png")
    async with line.session.post(f"{line.world.base_url}/bot{TOKEN}/{method}", data=form) as answer:
        body: dict[str, Any] = await answer.json()
        return body


async def test_a_file_that_was_sent_can_be_fetched_and_sent_again(line: Line) -> None:
    chat = str(line.acquainted().person.id)
    sent = (await upload(line, "sendDocument", "document", b"content", chat_id=chat, caption="a caption"))["result"]
    file = await line.call("getFile", file_id=sent["document"]["file_id"])
    async with line.session.get(f"{line.world.base_url}/file/bot{TOKEN}/{file['file_path']}") as answer:
        assert (answer.status, await answer.read()) == (200, b"content")
    again = await line.call("sendDocument", chat_id=chat, document=sent["document"]["file_id"])
    assert (sent["caption"], again["document"]["file_size"]) == ("a caption", 7)


async def test_what_is_no_picture_no_file_or_too_long_a_caption_is_refused(line: Line) -> None:
    chat = str(line.acquainted().person.id)
    assert (await upload(line, "sendPhoto", "photo", PNG, chat_id=chat))["ok"] is True
    refusals = [
        await upload(line, "sendPhoto", "photo", b"no picture", chat_id=chat),
        await upload(line, "sendDocument", "document", b"", chat_id=chat),
        await upload(line, "sendPhoto", "photo", PNG, chat_id=chat, caption="x" * 1025),
        (await line.answer("sendDocument", chat_id=chat, document="unknown"))[1],
    ]
    assert [refusal["description"] for refusal in refusals] == [
        "Bad Request: IMAGE_PROCESS_FAILED",
        "Bad Request: file must be non-empty",
        "Bad Request: message caption is too long",
        "Bad Request: wrong remote file identifier specified: wrong string length",
    ]


async def test_commands_are_kept_by_scope_and_language(line: Line) -> None:
    french, english = [{"command": "aide", "description": "Aide"}], [{"command": "help", "description": "Help"}]
    private = {"type": "all_private_chats"}
    await line.call("setMyCommands", commands=english)
    await line.call("setMyCommands", commands=french, language_code="fr", scope=private)
    assert await line.call("getMyCommands") == english
    assert await line.call("getMyCommands", language_code="fr", scope=private) == french
    assert await line.call("getMyCommands", language_code="fr") == []
    await line.call("deleteMyCommands")
    assert await line.call("getMyCommands") == []


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("setMyCommands", {"commands": [{"command": "Aide", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [], "language_code": "french"}, "invalid language code specified"),
        ("setMyCommands", {"commands": [], "scope": {"type": "all"}}, "unsupported scope type specified"),
        ("setMyDescription", {"description": "x" * 513}, "description is too long"),
        ("setMyShortDescription", {"short_description": "x" * 121}, "short_description is too long"),
        ("sendChatAction", {"chat_id": 700_000_001, "action": "dancing"}, "wrong parameter action in request"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "x", "text": "x"}, "invalid chat_id specified"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_other_slips_are_refused(line: Line, method: str, params: dict[str, Any], refusal: str) -> None:
    line.acquainted()
    assert await line.call(method, **params) == f"Bad Request: {refusal}"


async def test_a_live_location_is_in_no_message_of_a_bot_and_asking_to_stop_it_tells_whose_a_message_is(
    line: Line,
) -> None:
    ada = line.acquainted()
    said = ada.says(line.bot, "mine")["message"]["message_id"]
    sent = (await line.call("sendMessage", chat_id=ada.person.id, text="a"))["message_id"]
    asked = [
        await line.call("stopMessageLiveLocation", chat_id=ada.person.id, message_id=number)
        for number in (said, sent, 99)
    ]
    assert asked == [
        "Bad Request: message can't be edited",
        "Bad Request: there is no live location in the message to edit",
        "Bad Request: message to edit not found",
    ]


async def test_calls_to_a_chat_in_which_a_pause_was_asked_for_are_counted(line: Line) -> None:
    ada, ben = line.acquainted(), line.acquainted()
    line.world.faults.planned["sendmessage"] = ["429"]
    for phone in (ada, ben, ada, ada):
        await line.call("sendMessage", chat_id=phone.person.id, text="a")
    assert line.world.faults.intrusions == 2


async def test_an_unknown_token_or_method_and_a_body_that_is_none_are_refused(line: Line) -> None:
    assert (await line.answer("getMe", token="1:x"))[0] == 401
    assert (await line.answer("getYou"))[0] == 404
    url = f"{line.world.base_url}/bot{TOKEN}/getMe"
    async with line.session.post(url, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400


async def test_faults_come_on_demand_and_in_one_chat_only_if_wanted(line: Line) -> None:
    ada, ben = line.acquainted(), line.acquainted()
    line.world.faults.retry_after = 5
    line.world.faults.planned = {f"sendmessage/{ada.person.id}": ["429", "500"]}
    assert await line.answer("sendMessage", chat_id=ada.person.id, text="x") == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 5",
            "parameters": {"retry_after": 5},
        },
    )
    assert (await line.answer("sendMessage", chat_id=ben.person.id, text="x"))[0] == 200
    assert (await line.answer("sendMessage", chat_id=ada.person.id, text="x"))[0] == 500
    assert (await line.answer("sendMessage", chat_id=ada.person.id, text="x"))[0] == 200


async def test_groups_and_channels_have_their_own_chats(line: Line) -> None:
    ada = line.acquainted()
    group, channel = Group(-100, "Neighbours"), Group(-200, "News", "channel")
    said = ada.says_in(line.bot, group, "/ask hello")["message"]
    posted = ada.says_in(line.bot, channel, "hello")["channel_post"]
    assert (said["chat"], said["from"]["id"], posted["chat"]["type"], "from" in posted) == (
        {"id": -100, "type": "supergroup", "title": "Neighbours"},
        ada.person.id,
        "channel",
        False,
    )
    assert (await line.call("sendMessage", chat_id=-100, text="in private, please"))["chat"] == said["chat"]
    assert ada.shown(line.bot) == []


async def test_memory_is_bounded(line: Line) -> None:
    ada = line.acquainted()
    for number in range(500):
        ada.says(line.bot, str(number))
        ada.forges(line.bot, "x", {"message_id": 1})
    assert len(ada.chat(line.bot).messages) == 300
    for _ in range(5):
        line.bot.keep_file(bytes(20 * 1024 * 1024), "documents", "big")
    assert len(line.bot.files) == 3
