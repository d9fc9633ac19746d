"""Every command that writes to everybody or bans, from everywhere and from everybody: nothing happens."""

from typing import Any

import pytest

from bots.moderator.app import MENU
from events.base import fact_id
from storage.tables.memory import Receipt
from tests.fakes import Town
from tests.unit.bots.moderator.conftest import EVE, MAX, MEAT, NOON, Card, TownHall, user

TOWN = -100
GROUP = {"id": TOWN, "type": "supergroup", "title": "Town"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
PRIVATE_ONLY = "I only work in private chats: write to me directly."
PRIVATE_ONLY_FR = "Je ne travaille qu’en conversation privée : écrivez-moi directement."
FORWARDED = "A forwarded message is not carried out: please type it yourself."
EDITED = "An edited message is not carried out: please send it again."
REFUSED = "This bot is for the moderators’ team, by invitation. To take part in the debate, write to @citizens_bot."
NO_ROLE = "Your role does not allow this. Ask an owner: /roles"

COMMANDS = ("/broadcast", f"/broadcast {MEAT} Bonjour à tous", "/ban", "/ban Q-1", "/unban", "/unban Q-1")
SOME = fact_id("some")
BUTTONS = ("bc", f"bc:{MEAT}", f"bn:{MEAT}", "bs:0123456789ab", "bl:0123456789ab", f"bp:{SOME}", f"bx:{SOME}", "ub:Q-1")

HIDDEN = {"type": "hidden_user", "sender_user_name": "X", "date": int(NOON.timestamp())}
PLACES: dict[str, tuple[dict[str, Any], str]] = {
    "group": ({"chat": GROUP}, PRIVATE_ONLY),
    "anonymous admin": ({"chat": GROUP, "sender_chat": GROUP, "from": ANONYMOUS}, PRIVATE_ONLY_FR),
    "forwarded": ({"forward_origin": HIDDEN}, FORWARDED),
    "forwarded long ago": ({"forward_date": int(NOON.timestamp())}, FORWARDED),
}


@pytest.fixture
async def hall(hall: TownHall) -> TownHall:
    await hall.asked("Pourquoi de la viande chaque jour ?")
    return hall


async def quiet(hall: TownHall) -> tuple[int, int]:
    """Return what would differ if anything had happened."""
    return len(hall.bus.told), len(await Town(hall.engine).rows(Receipt))


def test_the_menu_has_the_commands() -> None:
    assert {command.split()[0].removeprefix("/") for command in COMMANDS} <= set(MENU)


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("place", PLACES)
async def test_it_is_no_private_word_of_ones_own(hall: TownHall, text: str, place: str) -> None:
    before, (more, said) = await quiet(hall), PLACES[place]
    assert [card.text for card in await hall.say(text, **more)] == [said]
    assert await quiet(hall) == before


@pytest.mark.parametrize("text", COMMANDS)
async def test_it_is_edited(hall: TownHall, text: str) -> None:
    before, update = await quiet(hall), hall.typed(text)
    [card] = await hall.handle({"update_id": 900, "edited_message": {**update["message"], "edit_date": 1}})
    assert (card.text, await quiet(hall)) == (EDITED, before)


@pytest.mark.parametrize("text", COMMANDS)
async def test_it_is_posted_in_a_channel(hall: TownHall, text: str) -> None:
    before = await quiet(hall)
    post = {"message_id": 1, "date": 0, "chat": {"id": -200, "type": "channel", "title": "News"}, "text": text}
    assert (await hall.handle({"update_id": 901, "channel_post": post}), await quiet(hall)) == ([], before)


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("who", ["a citizen", "revoked", "an expert"])
async def test_it_is_of_somebody_who_may_not(hall: TownHall, text: str, who: str) -> None:
    if who != "a citizen":
        await hall.join(MAX, "expert" if who == "an expert" else "moderator")
        await hall.say("/revoke M-2" if who == "revoked" else "/roles")
    before = await quiet(hall)
    [card] = await hall.say(text, EVE if who == "a citizen" else MAX)
    assert (card.text, await quiet(hall)) == (NO_ROLE if who == "an expert" else REFUSED, before)


@pytest.mark.parametrize("data", BUTTONS)
@pytest.mark.parametrize("who", ["a citizen", "revoked", "an expert", "a forger", "somebody in a group"])
async def test_a_button_of_somebody_who_may_not(hall: TownHall, data: str, who: str) -> None:
    """Even with the seal that the bot itself would have put on it, but for the forger's."""
    await hall.join(MAX, "expert" if who == "an expert" else "moderator")
    if who == "revoked":
        await hall.say("/revoke M-2")
    account = EVE if who == "a citizen" else MAX
    chat = TOWN if who == "somebody in a group" else account
    before, sealed = await quiet(hall), hall.bot._door._seal.close(chat, data)  # noqa: SLF001 - as said
    update = hall.tapped(data if who == "a forger" else sealed, Card(1001, account, "x"), account)
    if who == "somebody in a group":
        update["callback_query"]["message"]["chat"] = GROUP
    answered = len(hall.phone.toasts())
    await hall.handle({**update, "callback_query": {**update["callback_query"], "from": user(account)}})
    assert (await quiet(hall), len(hall.phone.toasts())) == (before, answered + 1)
    assert hall.phone.toasts()[-1] == {
        "an expert": NO_ROLE,
        "a forger": "This button is out of date. Type /help to go on.",
        "somebody in a group": PRIVATE_ONLY,
    }.get(who, REFUSED)
