"""Who comes in: invitations, strangers, and what is no private word of a member's own."""

from typing import Any

import pytest

from bots.moderator.app import MENU
from bots.moderator.desk import NO_BOT
from bots.wording import wording
from events.base import fact_id
from events.moderation import InvitationAccepted
from storage.read_models.people import MemberView, member_of, members_of
from tests.unit.bots.moderator.conftest import EVE, MAX, NOON, OLA, TownHall, user

GROUP = {"id": -100, "type": "supergroup", "title": "Town"}
REFUSED = "This bot is for the moderators’ team, by invitation. To take part in the debate, write to @citizens_bot."


async def test_an_open_invitation_makes_a_member_who_is_told_what_they_can_do(hall: TownHall) -> None:
    code = await hall.invitation("moderator")
    [card] = await hall.say(f"/start {code}", MAX)
    assert await member_of(hall.engine, await hall.person(MAX)) == MemberView(
        await hall.person(MAX), "M-2", "moderator"
    )
    assert "M-2" in card.text
    assert "/queue" in card.text
    assert "/invite" not in card.text


async def test_an_invitation_is_accepted_once(hall: TownHall) -> None:
    code = await hall.invitation("moderator")
    await hall.say(f"/start {code}", MAX)
    [card] = await hall.say(f"/start {code}", EVE)
    assert card.text == REFUSED
    assert await hall.desk.addresses.find("moderator", EVE) is None
    assert [each.name for each in await members_of(hall.engine)] == ["M-1", "M-2"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Pour participer au débat, écrivez au bot des habitants : son nom est sur les affiches de la ville."),
        ("en", "To take part in the debate, write to the citizens’ bot: its name is on the city’s posters."),
        ("it", "Per partecipare al dibattito, scrivete al bot dei cittadini: il suo nome è sui manifesti della città."),
        ("es", "escriba al bot de los ciudadanos: su nombre está en los carteles de la ciudad."),
        ("zh", "要参与讨论，请联系市民机器人：它的名字在城市的海报上。"),
        ("ar", "للمشاركة في النقاش راسلوا \u2068بوت المواطنين: اسمه على ملصقات المدينة\u2069."),
    ],
)
def test_a_stranger_is_sent_to_a_bot_whose_name_is_not_known_now(language: str, said: str) -> None:
    assert wording(language)("moderator-stranger", bot=NO_BOT).endswith(said)


async def test_a_stranger_who_comes_while_the_citizens_bot_is_away_is_told_where_its_name_is(hall: TownHall) -> None:
    hall.citizens_bot = ""
    [card] = await hall.say("/start", EVE)
    assert card.text == wording("en")("moderator-stranger", bot=NO_BOT)


async def test_the_same_start_again_is_the_same_acceptance(hall: TownHall) -> None:
    update = hall.typed(f"/start {await hall.invitation()}", MAX)
    first, again = await hall.handle(update), await hall.handle(update)
    assert [card.text for card in first] == [card.text for card in again]
    assert len({each.event_id for each in hall.bus.of(InvitationAccepted)}) == 2  # the owner's, and this one


async def test_ids_derive_from_update_and_message(hall: TownHall) -> None:
    update = hall.typed(f"/start {await hall.invitation()}", MAX)
    await hall.handle(update)
    cause = f"{update['update_id']}/{update['message']['message_id']}/{int(NOON.timestamp())}"
    assert hall.bus.of(InvitationAccepted)[-1].event_id == fact_id("moderator", cause, 1)


@pytest.mark.parametrize("text", [*(f"/{name}" for name in MENU), "/start", "/start made-up", "hello", "/newtheme X Y"])
async def test_a_stranger_gets_one_polite_refusal_and_nothing_happens(hall: TownHall, text: str) -> None:
    before = len(hall.bus.told)
    shown = await hall.say(text, EVE)
    assert [card.text for card in shown] == [REFUSED]
    assert (len(hall.bus.told), await hall.desk.addresses.find("moderator", EVE)) == (before, None)


@pytest.mark.parametrize(
    "text", [*(f"/{name}" for name in MENU if name not in {"roles", "help", "cancel"}), "/invite owner"]
)
async def test_an_expert_has_no_command_of_the_desk(hall: TownHall, text: str) -> None:
    await hall.join(MAX, "expert")
    before = len(hall.bus.told)
    [card] = await hall.say(text, MAX)
    assert card.text == "Your role does not allow this. Ask an owner: /roles"
    assert len(hall.bus.told) == before


async def test_a_revoked_member_is_a_stranger_at_once_old_buttons_included(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await hall.say("/themes", MAX)
    await hall.say("/revoke M-2")
    before = len(hall.bus.told)
    assert await hall.tap("New theme", account=MAX) == []
    assert hall.phone.toasts()[-1] == REFUSED
    assert [card.text for card in await hall.say("/queue", MAX)] == [REFUSED]
    assert len(hall.bus.told) == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {"forward_origin": {"type": "hidden_user", "sender_user_name": "X", "date": int(NOON.timestamp())}},
            ["A forwarded message is not carried out: please type it yourself."],
        ),
        (
            {"forward_date": int(NOON.timestamp())},
            ["A forwarded message is not carried out: please type it yourself."],
        ),
        ({"chat": GROUP}, ["I only work in private chats: write to me directly."]),
        (
            {
                "chat": GROUP,
                "sender_chat": GROUP,
                "from": {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
            },
            ["Je ne travaille qu’en conversation privée : écrivez-moi directement."],
        ),
    ],
)
async def test_what_is_no_private_word_of_ones_own_is_refused(
    hall: TownHall, more: dict[str, Any], said: list[str]
) -> None:
    before = len(hall.bus.told)
    assert [card.text for card in await hall.say("/newtheme Le pain", **more)] == said
    assert len(hall.bus.told) == before


async def test_an_edited_command_is_not_carried_out(hall: TownHall) -> None:
    update = hall.typed("/newtheme Le pain")
    before = len(hall.bus.told)
    [card] = await hall.handle({"update_id": 900, "edited_message": {**update["message"], "edit_date": 1}})
    assert card.text == "An edited message is not carried out: please send it again."
    assert len(hall.bus.told) == before


async def test_chatter_in_a_group_and_posts_in_a_channel_are_passed_over(hall: TownHall) -> None:
    assert await hall.say("good morning", chat=GROUP) == []
    post = {"message_id": 1, "date": 0, "chat": {"id": -200, "type": "channel", "title": "News"}, "text": "/queue"}
    assert await hall.handle({"update_id": 901, "channel_post": post}) == []


async def test_a_stranger_who_becomes_nobody_by_channel_is_passed_over(hall: TownHall) -> None:
    member = {"user": user(EVE), "status": "member"}
    change = {"chat": GROUP, "from": user(EVE), "date": 0, "old_chat_member": member, "new_chat_member": member}
    assert await hall.handle({"update_id": 902, "my_chat_member": change}) == []


async def test_help_is_told_in_the_members_language(hall: TownHall) -> None:
    for language, word in (("fr", "propriétaire"), ("en-GB", "owner"), ("ar", "مسؤول"), ("de", "propriétaire")):
        [card] = await hall.say("/help", OLA, language)
        assert word in card.text
        assert "/revoke" in card.text


async def test_what_is_not_understood_is_answered(hall: TownHall) -> None:
    for text in ("/nonsense", "just a text"):
        [card] = await hall.say(text)
        assert card.text == "I did not understand. Type /help to see what I can do."


async def test_the_invitation_of_an_active_member_changes_the_role(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    [card] = await hall.say(f"/start {await hall.invitation('owner')}", MAX)
    assert "/invite" in card.text
    assert (await members_of(hall.engine))[1].role == "owner"
