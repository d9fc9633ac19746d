"""/roles, /invite, /revoke and /stats."""

from datetime import timedelta
from hashlib import sha256
from re import search

from events.base import fact_id
from events.citizens import CitizenJoined
from events.moderation import InvitationMade, RoleRevoked
from storage.read_models.people import members_of
from tests.unit.bots.moderator.conftest import MAX, MEAT, NOON, OLA, TownHall


async def test_an_invitation_is_a_link_whose_code_is_told_to_nobody_else(hall: TownHall) -> None:
    update = hall.typed("/invite moderator")
    [card], [again] = await hall.handle(update), await hall.handle(update)
    found = search(r"https://t\.me/desk_bot\?start=([A-Za-z0-9_-]{32})$", card.text)
    assert found
    assert again.text == card.text
    made = hall.bus.of(InvitationMade)[-1]
    assert (made.role, made.by, made.expires_at, made.code_hash) == (
        "moderator",
        await hall.person(OLA),
        NOON + timedelta(days=7),
        sha256(found[1].encode()).hexdigest(),
    )
    [welcome] = await hall.say(f"/start {found[1]}", MAX)
    assert "M-2" in welcome.text


async def test_roles_can_be_chosen_by_buttons(hall: TownHall) -> None:
    [which] = await hall.say("/invite")
    assert list(which.buttons) == ["owner", "moderator", "expert", "reviewer", "facilitator", "guarantor"]
    [link] = await hall.tap("expert", which)
    assert "https://t.me/desk_bot?start=" in link.text


async def test_a_moderator_neither_invites_nor_revokes(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    before = len(hall.bus.told)
    for text in ("/invite owner", "/revoke M-1"):
        [card] = await hall.say(text, MAX)
        assert card.text == "Your role does not allow this. Ask an owner: /roles"
    assert len(hall.bus.told) == before
    [roles] = await hall.say("/roles", MAX)
    assert roles.text == "<b>The team</b>\n• <b>M-1</b> — owner\n• <b>M-2</b> — moderator (you)"
    assert roles.buttons == {}


async def test_a_role_is_taken_back_by_name_or_by_buttons(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    [which] = await hall.say("/revoke")
    [sure] = await hall.tap("M-2", which)
    assert hall.bus.of(RoleRevoked) == []
    [done] = await hall.tap("Yes, M-2", sure)
    assert done.text == "<b>M-2</b> has no role any more."
    assert [each.name for each in await members_of(hall.engine)] == ["M-1"]
    [unknown] = await hall.say("/revoke m-2")
    assert unknown.text == "Nobody is called M-2 here. The names are in /roles."


async def test_a_character_that_no_name_has_is_left_out(hall: TownHall) -> None:
    [unknown] = await hall.say("/revoke m\0-7")
    assert unknown.text == "Nobody is called M-7 here. The names are in /roles."


async def test_the_last_owner_stays(hall: TownHall) -> None:
    [card] = await hall.say("/revoke M-1")
    assert card.text == "M-1 is the last owner: invite another one first."


async def test_stats_are_told_as_text_and_as_a_picture(hall: TownHall) -> None:
    await hall.asked("Why is there meat every day at the canteen?", admitted=True)
    await hall.asked("Who decides on the price of the slaughterhouse?")
    [text, picture] = await hall.say(f"/stats {MEAT}")
    assert text.text == (
        "📊 <b>La viande</b> — collecting\n"
        "Contributions received: <b>2</b>\n"
        "• published: 1\n"
        "• not accepted: 0\n"
        "• waiting for the moderators: 1\n"
        "• joined to a similar one: 0\n"
        "• withdrawn: 0\n"
        "👥 2 participants, 0 votes, 0 supports, 0 sign-ups\n"
        "⏳ The oldest one waiting: a few moments"
    )
    assert picture.text.startswith("[file] ")
    assert hall.phone.files[0][1].startswith(b"\x89PNG")


async def test_stats_say_by_which_posters_people_came(hall: TownHall) -> None:
    links = ["_p12"] * 3 + [""] * 2 + [f"_place-{n}" for n in range(8)]
    for number, place in enumerate(links):
        await hall.decide(CitizenJoined, citizen=fact_id("guest", number), language="fr", source=f"theme-{MEAT}{place}")
    for number, source in enumerate((f"theme-{MEAT}-crue", "theme-le-velo", "", f"theme-{MEAT}x_p12")):
        await hall.decide(CitizenJoined, citizen=fact_id("other", number), language="fr", source=source)
    [text] = await hall.say(f"/stats {MEAT}")
    lines = text.text.splitlines()
    told = lines[lines.index("📍 By which links people came:") + 1 :]
    assert told == ["• p12: 3", "• the plain link: 2", *(f"• place-{n}: 1" for n in range(6)), "• other places: 2"]
