"""Invitations work once and for a while; roles end at once; an owner always stays."""

from datetime import timedelta

from events.moderation import InvitationAccepted, InvitationMade, RoleRevoked
from storage.read_models.people import members_of
from storage.tables.people import Member
from tests.fakes import NOON, Town, person

CODE, OTHER = "a" * 64, "b" * 64


async def invite(town: Town, role: str = "moderator", code: str = CODE, by: object = None) -> str:
    expires = town.now + timedelta(days=1)
    return (await town.act(InvitationMade, by=by, role=role, code_hash=code, expires_at=expires))[0]


async def names(town: Town) -> list[tuple[str, str]]:
    return [(member.name, member.role) for member in await members_of(town.engine)]


async def test_an_invitation_gives_its_role_once(town: Town) -> None:
    assert await invite(town, "expert") == "invited"
    assert await town.act(InvitationAccepted, member=person("eva"), code_hash=CODE) == (
        "welcomed", {"role": "expert", "name": "M-1"}
    )  # fmt: skip
    assert await town.act(InvitationAccepted, member=person("eve"), code_hash=CODE) == ("refused.invitation", {})
    assert await names(town) == [("M-1", "expert")]


async def test_two_who_show_the_same_code_at_once_are_one_member(town: Town) -> None:
    await invite(town)
    outcomes = await town.apply(
        *(town.fact(InvitationAccepted, member=person(name), code_hash=CODE) for name in ("eva", "eve"))
    )
    assert [outcome.code for outcome in outcomes] == ["welcomed", "refused.invitation"]


async def test_an_invitation_ends(town: Town) -> None:
    await invite(town)
    town.now = NOON + timedelta(days=1)
    assert (await town.act(InvitationAccepted, member=person("eva"), code_hash=CODE))[0] == "refused.invitation"


async def test_an_unknown_code_gives_nothing(town: Town) -> None:
    assert (await town.act(InvitationAccepted, member=person("eva"), code_hash=CODE))[0] == "refused.invitation"


async def test_a_code_is_given_out_once(town: Town) -> None:
    assert [await invite(town), await invite(town, "owner")] == ["invited", "refused.invitation"]


async def test_only_owners_invite_and_revoke(town: Town) -> None:
    owner, mia = await town.member("ove", "owner"), await town.member("mia")
    assert await invite(town, by=mia) == "refused.role"
    assert await town.act(RoleRevoked, by=mia, name="M-1") == ("refused.role", {})
    assert await invite(town, by=owner) == "invited"
    assert await town.act(RoleRevoked, by=owner, name="M-2") == ("revoked", {"name": "M-2", "role": "moderator"})
    assert await town.act(RoleRevoked, by=owner, name="M-2") == ("refused.unknown_member", {"name": "M-2"})


async def test_the_last_owner_is_not_revoked_but_one_of_two_is(town: Town) -> None:
    owner = await town.member("ove", "owner")
    assert await town.act(RoleRevoked, by=owner, name="M-1") == ("refused.last_owner", {"name": "M-1"})
    await town.member("ona", "owner")
    assert (await town.act(RoleRevoked, by=owner, name="M-1"))[0] == "revoked"
    assert await names(town) == [("M-2", "owner")]


async def test_the_last_owner_does_not_become_a_moderator_by_trying_a_link(town: Town) -> None:
    owner = await town.member("ove", "owner")
    await invite(town, code=OTHER)
    assert await town.act(InvitationAccepted, member=owner, code_hash=OTHER) == ("refused.last_owner", {"name": "M-1"})
    assert await names(town) == [("M-1", "owner")]
    assert (await town.act(InvitationAccepted, member=person("mia"), code_hash=OTHER))[0] == "welcomed"


async def test_who_comes_back_keeps_the_name(town: Town) -> None:
    owner, mia = await town.member("ove", "owner"), await town.member("mia")
    await town.act(RoleRevoked, by=owner, name="M-2")
    await invite(town, "owner")
    assert await town.act(InvitationAccepted, member=mia, code_hash=CODE) == (
        "welcomed", {"role": "owner", "name": "M-2"}
    )  # fmt: skip
    assert len(await town.rows(Member)) == 2
