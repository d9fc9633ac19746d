"""Every command and every button × whoever might try it and from wherever: each cell is declared, here once more."""

from collections.abc import Iterator
from typing import Any

import pytest

from bots.moderator.app import MENU, TOPICS
from events.moderation import Role
from storage.tables.memory import Receipt
from tests.fakes import Town
from tests.unit.bots.moderator.conftest import EVE, MAX, MEAT, NOON, OLA, Card, TownHall, user

TOWN = -100
GROUP = {"id": TOWN, "type": "supergroup", "title": "Town"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
PRIVATE_ONLY = "I only work in private chats: write to me directly."
PRIVATE_ONLY_FR = "Je ne travaille qu’en conversation privée : écrivez-moi directement."
FORWARDED = "A forwarded message is not carried out: please type it yourself."
EDITED = "An edited message is not carried out: please send it again."
REFUSED = "This bot is for the moderators’ team, by invitation. To take part in the debate, write to @citizens_bot."
NO_ROLE = "Your role does not allow this. Ask an owner: /roles"
STALE = "This button is out of date. Type /help to go on."

ROLES: tuple[Role, ...] = ("owner", "moderator", "facilitator", "expert", "reviewer", "guarantor")
TEAM, HOSTS, WATCH = {"owner", "moderator"}, {"owner", "moderator", "facilitator"}, {"owner", "moderator", "guarantor"}
# Whom each command serves, and under which right its buttons are.
DECLARED: dict[str, tuple[str | None, set[str]]] = {
    "queue": ("moderate", TEAM),
    "remove": ("moderate", TEAM),
    "enter": ("enter", HOSTS),
    "form": ("enter", HOSTS),
    "takeback": ("enter", HOSTS),
    "themes": ("prepare", TEAM),
    "topics": ("prepare", TEAM),
    "newtheme": ("prepare", TEAM),
    "phase": ("prepare", TEAM),
    "newsession": ("plan", TEAM),
    "movesession": ("plan", TEAM),
    "cancelsession": ("plan", TEAM),
    "signups": ("host", HOSTS),
    "checkin": ("host", HOSTS),
    "attendance": ("host", HOSTS),
    "live": ("host", HOSTS),
    "agenda": ("publish", TEAM),
    "summary": ("publish", TEAM),
    "stats": ("oversee", WATCH),
    "missing": ("oversee", WATCH),
    "strata": ("prepare", TEAM),
    "record": ("oversee", WATCH),
    "object": ("object", {"guarantor"}),
    "export": ("oversee", WATCH),
    "broadcast": ("broadcast", TEAM),
    "ban": ("moderate", TEAM),
    "unban": ("moderate", TEAM),
    "roles": ("meet", set(ROLES)),
    "invite": ("administer", {"owner"}),
    "revoke": ("administer", {"owner"}),
    "help": (None, set(ROLES)),
    "cancel": (None, set(ROLES)),
}
MAY = {right: who for right, who in DECLARED.values() if right}
OPEN = {"start", "h", "x", "text", "wordless"}  # what every member may, beside the menu's own

HIDDEN = {"type": "hidden_user", "sender_user_name": "X", "date": int(NOON.timestamp())}
PLACES: dict[str, tuple[dict[str, Any], str]] = {
    "group": ({"chat": GROUP}, PRIVATE_ONLY),
    "anonymous admin": ({"chat": GROUP, "sender_chat": GROUP, "from": ANONYMOUS}, PRIVATE_ONLY_FR),
    "forwarded": ({"forward_origin": HIDDEN}, FORWARDED),
    "forwarded long ago": ({"forward_date": int(NOON.timestamp())}, FORWARDED),
}
ARGUED = [f"/{name}" for name in MENU] + [
    f"/broadcast {MEAT} Bonjour à tous",
    "/ban Q-1",
    "/unban Q-1",
    "/newtheme X Y",
]


@pytest.fixture
async def hall(hall: TownHall) -> TownHall:
    await hall.asked("Pourquoi de la viande chaque jour ?")
    return hall


async def quiet(hall: TownHall) -> tuple[int, int]:
    """Return what would differ if anything had happened."""
    return len(hall.bus.told), len(await Town(hall.engine).rows(Receipt))


def buttons() -> Iterator[tuple[str, str]]:
    """Yield each button of a card, by the name of its wish, with the right that it takes."""
    for answer in (answer for topic in TOPICS for answer in topic.handlers()):
        if not answer.name.startswith("/") and answer.right:
            yield answer.name, answer.right


def test_every_command_and_right_is_declared() -> None:
    commands = {
        answer.name[1:]: answer.right
        for topic in TOPICS
        for answer in topic.handlers()
        if answer.name.startswith("/") and answer.name != "/start"
    }
    assert commands == {name: right for name, (right, _) in DECLARED.items()}
    assert set(MENU) == DECLARED.keys()
    assert {right for _, right in buttons()} <= MAY.keys()
    names = [answer.name for topic in TOPICS for answer in topic.handlers()]
    assert sorted(names) == sorted(set(names)), "two topics answer one wish"
    free = {answer.name for topic in TOPICS for answer in topic.handlers() if answer.right is None}
    assert {name.removeprefix("/") for name in free} - {"help", "cancel"} == OPEN


def test_no_wish_is_answered_by_two() -> None:
    names = [answer.name for topic in TOPICS for answer in topic.handlers()]
    assert sorted(set(names)) == sorted(names)


async def trying(hall: TownHall, who: str) -> int:
    """Let somebody come who is `who`; return the account that they try from."""
    if who == "a citizen":
        return EVE
    if who == "owner":
        return OLA
    await hall.join(MAX, "owner" if who == "revoked" else who)  # type: ignore[arg-type]  # one of the roles
    if who == "revoked":
        await hall.say("/revoke M-2")
    return MAX


@pytest.mark.parametrize("who", [*ROLES, "revoked", "a citizen"])
async def test_a_command_serves_those_whom_it_is_declared_for(hall: TownHall, who: str) -> None:
    account, served = await trying(hall, who), set()
    for name in MENU:
        before = await quiet(hall)
        said = [card.text for card in await hall.say(f"/{name}", account)]
        if said in ([NO_ROLE], [REFUSED]):
            assert await quiet(hall) == before
        else:
            served.add(name)
    assert served == {name for name, (_, roles) in DECLARED.items() if who in roles}


@pytest.mark.parametrize("who", [*ROLES[1:], "revoked", "a citizen", "a forger", "somebody in a group"])
async def test_a_button_serves_nobody_else(hall: TownHall, who: str) -> None:
    """Even with the seal that the bot itself would have put on it, but for the forger's."""
    account = await trying(hall, "owner" if who in {"a forger", "somebody in a group"} else who)
    chat = TOWN if who == "somebody in a group" else account
    refusal = {"a forger": STALE, "somebody in a group": PRIVATE_ONLY}.get(who, NO_ROLE if who in ROLES else REFUSED)
    for name, right in buttons():
        if who in MAY[right]:
            continue
        before, answered = await quiet(hall), len(hall.phone.toasts())
        data = f"{name}:{MEAT}"
        sealed = hall.bot._door._seal.close(chat, data)  # noqa: SLF001 - as said
        update = hall.tapped(data if who == "a forger" else sealed, Card(1001, account, "x"), account)
        if who == "somebody in a group":
            update["callback_query"]["message"]["chat"] = GROUP
        if who == "a forger" and name in {"see", "publish", "removal"}:
            continue  # under the notifier's messages, which have no seal; below
        await hall.handle({**update, "callback_query": {**update["callback_query"], "from": user(account)}})
        assert (await quiet(hall), hall.phone.toasts()[answered:]) == (before, [refusal]), name


@pytest.mark.parametrize("place", PLACES)
async def test_it_is_no_private_word_of_ones_own(hall: TownHall, place: str) -> None:
    before, (more, said) = await quiet(hall), PLACES[place]
    for text in ARGUED:
        assert [card.text for card in await hall.say(text, **more)] == [said]
    assert await quiet(hall) == before


async def test_it_is_edited(hall: TownHall) -> None:
    before = await quiet(hall)
    for number, text in enumerate(ARGUED):
        edited = {**hall.typed(text)["message"], "edit_date": 1}
        [card] = await hall.handle({"update_id": 900 + number, "edited_message": edited})
        assert card.text == EDITED
    assert await quiet(hall) == before


async def test_it_is_posted_in_a_channel(hall: TownHall) -> None:
    before, news = await quiet(hall), {"id": -200, "type": "channel", "title": "News"}
    for number, text in enumerate(ARGUED):
        post = {"message_id": 1, "date": 0, "chat": news, "text": text}
        assert await hall.handle({"update_id": 900 + number, "channel_post": post}) == []
    assert await quiet(hall) == before


def menus(hall: TownHall) -> list[tuple[int, list[str] | None]]:
    """Return which commands each chat was told that it has, None where they were taken from it."""
    told = []
    for name, params in hall.phone.calls:
        if name in {"setMyCommands", "deleteMyCommands"} and params.get("scope", {}).get("chat_id"):
            shown = [each["command"] for each in params["commands"]] if name == "setMyCommands" else None
            told.append((params["scope"]["chat_id"], shown))
    return told


async def test_each_role_s_menu_and_help_are_what_it_may(hall: TownHall) -> None:
    for account, role in enumerate(ROLES, start=300):
        [card] = await hall.say(f"/start {await hall.invitation(role, role)}", account)
        [shown] = [menu for chat, menu in menus(hall) if chat == account]
        served = [name for name in MENU if role in DECLARED[name][1]]
        assert shown == served
        assert [name for name in MENU if f"/{name} — " in card.text] == [
            name for name in served if name not in {"help", "cancel"}
        ]


async def test_a_menu_follows_the_role_and_goes_with_it(hall: TownHall) -> None:
    await hall.join(MAX, "facilitator")
    await hall.say("/help", MAX)
    await hall.join(MAX, "moderator")
    await hall.say("/revoke M-2")
    await hall.say("/help", MAX)
    await hall.say("/help", MAX)
    told = [menu and len(menu) for chat, menu in menus(hall) if chat == MAX]
    served = [sum(role in roles for _, roles in DECLARED.values()) for role in ("facilitator", "moderator")]
    assert told == [*served, None]
