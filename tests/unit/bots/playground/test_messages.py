"""What a phone shows of a message: its parts, what can be touched in it, its buttons and files."""

from typing import Any

import pytest

from bots.playground.accounts import BotAccount, Person
from bots.playground.chats import commands, look, shown
from bots.playground.entities import BadEntitiesError, Node, parts
from bots.playground.messages import post
from bots.playground.phone import Phone
from bots.playground.touchable import touchable

HOSTILE = "<img src=x onerror=alert(1)> & <b>no</b>"


@pytest.fixture
def bot() -> BotAccount:
    return BotAccount("1:x", "a_bot", 1, clock=lambda: 1000.0)


@pytest.fixture
def ada(bot: BotAccount) -> Phone:
    phone = Phone(Person(7, "Ada", "fr"))
    phone.starts(bot)
    return phone


def sent(bot: BotAccount, ada: Phone, **params: Any) -> dict[str, Any]:
    number = post(ada.chat(bot), params, **{key: params[key] for key in ("text", "caption") if key in params})[
        "message_id"
    ]
    return shown(ada.chat(bot).messages[number])


def test_tags_stay_and_texts_are_joined() -> None:
    assert list(parts("a <b>b <i>c</i></b> &lt;d&gt; &amp; <strong>e</strong>")) == [
        "a ",
        {"tag": "b", "inside": ["b ", {"tag": "i", "inside": ["c"]}]},
        " <d> & ",
        {"tag": "b", "inside": ["e"]},
    ]
    assert list(parts('<a href="https://x.org/?a=1&amp;b=2">x</a><tg-spoiler>s</tg-spoiler>')) == [
        {"tag": "a", "inside": ["x"], "href": "https://x.org/?a=1&b=2"},
        {"tag": "spoiler", "inside": ["s"]},
    ]


def test_html_that_telegram_refuses_is_refused() -> None:
    with pytest.raises(BadEntitiesError):
        parts(HOSTILE)


def link(address: str, text: str) -> Node:
    return {"tag": "a", "href": address, "inside": [text]}


def command(text: str) -> Node:
    return {"tag": "command", "inside": [text]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://x.org/a?b=c.", ["see ", link("https://x.org/a?b=c", "https://x.org/a?b=c"), "."]),
        ("(http://127.0.0.1:80/fr/)", ["(", link("http://127.0.0.1:80/fr/", "http://127.0.0.1:80/fr/"), ")"]),
        ("t.me/a_bot?start=in-AB", [link("https://t.me/a_bot?start=in-AB", "t.me/a_bot?start=in-AB")]),
        ("tell @a_good_bot, or me@x.org", ["tell ", link("https://t.me/a_good_bot", "@a_good_bot"), ", or me@x.org"]),
        ("/agenda, or /mine.", [command("/agenda"), ", or ", command("/mine"), "."]),
        ("1/2, et/ou, 3 / 4, </b>, /Été", ["1/2, et/ou, 3 / 4, </b>, /Été"]),
    ],
)
def test_what_can_be_touched_is_found(text: str, found: list[Node]) -> None:
    assert list(touchable([text])) == found
    assert list(touchable([{"tag": "code", "inside": [text]}])) == [{"tag": "code", "inside": [text]}]


def test_a_plain_text_is_no_html(bot: BotAccount, ada: Phone) -> None:
    assert sent(bot, ada, text=HOSTILE)["parts"] == [HOSTILE]
    assert sent(bot, ada, text="<b>yes</b>", parse_mode="HTML")["parts"] == [{"tag": "b", "inside": ["yes"]}]
    said = ada.says(bot, f"/ask {HOSTILE}")["message"]
    assert shown(said)["parts"] == [f"/ask {HOSTILE}"]


def test_buttons_and_keys_are_shown_as_they_were_sent(bot: BotAccount, ada: Phone) -> None:
    rows = [[{"text": "Yes", "callback_data": "y"}], [{"text": "Page", "url": "https://x.org/"}]]
    assert sent(bot, ada, text="?", reply_markup={"inline_keyboard": rows})["rows"] == [
        [{"label": "Yes", "tap": "y", "url": ""}],
        [{"label": "Page", "tap": "", "url": "https://x.org/"}],
    ]
    keys = {"keyboard": [[{"text": "A"}, "B"]]}
    markups: list[tuple[dict[str, Any], object]] = [(keys, [["A", "B"]]), ({"remove_keyboard": True}, []), ({}, None)]
    assert [sent(bot, ada, text="?", reply_markup=markup)["keys"] for markup, _ in markups] == [
        keys for _, keys in markups
    ]


def test_the_menu_is_the_chats_own_before_the_languages_before_everybodys(bot: BotAccount, ada: Phone) -> None:
    def menu(name: str) -> list[dict[str, Any]]:
        return [{"command": name, "description": name}]

    steps = [("default", ""), ("default", "fr"), ("all_private_chats", ""), ("chat/7", "")]
    found = []
    for scope, language in steps:
        bot.commands[scope, language] = menu(scope + language)
        found.append(commands(bot, ada.person))
    assert commands(bot, Person(8, "Ben", "en")) == menu("all_private_chats")
    assert found == [menu("default"), menu("defaultfr"), menu("all_private_chats"), menu("chat/7")]


def test_a_bot_is_at_work_until_it_has_answered(bot: BotAccount, ada: Phone) -> None:
    chat = ada.chat(bot)
    busy = [look(chat)["busy"]]
    sent(bot, ada, text="hello")
    busy.append(look(chat)["busy"])
    chat.acts()
    busy.append(look(chat)["busy"])
    sent(bot, ada, text="again")
    busy.append(look(chat)["busy"])
    assert busy == [True, False, True, False]


def test_two_answers_that_say_the_same_are_two(bot: BotAccount, ada: Phone) -> None:
    chat, toasts = ada.chat(bot), []
    for _ in range(2):
        chat.toast("Counted", alert=False)
        toasts.append(look(chat)["toast"])
    assert toasts == [{"text": "Counted", "alert": False, "number": number} for number in (1, 2)]
