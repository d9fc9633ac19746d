"""Words of people without a chat: entered by one member of the team, decided by another, under a pseudonym."""

from uuid import UUID

import pytest

from events.contributions import ContributionEntered, EntryWithdrawn
from events.moderation import ContributionAdmitted, ContributionRefused, ItemRequested, RoleRevoked
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from tests.fakes import MEAT, Town, person

TEXT, PLACE = "Pourquoi n’y a-t-il plus de boucher au marché du mardi ?", "Médiathèque"


async def enter(town: Town, by: UUID, **fields: object) -> tuple[str, dict[str, object]]:
    given = {"theme": MEAT, "citizen": person("sheet 1"), "what": "question", "text": TEXT, "place": PLACE}
    return await town.act(ContributionEntered, by=by, **{**given, **fields})


async def test_it_is_received_with_where_it_was_given_and_who_typed_it(town: Town) -> None:
    mia = await town.member("mia")
    assert await enter(town, mia) == ("entered", {"ref": "Q-1", "kind": "question", "theme": MEAT})
    [kept] = await town.rows(Contribution)
    assert (kept.text, kept.state, kept.origin, kept.entered_by, kept.author, kept.language) == (
        TEXT, "waiting", f"paper:{PLACE}", mia, person("sheet 1"), "fr"
    )  # fmt: skip
    assert [(each.id, each.origin) for each in await town.rows(Citizen)] == [(person("sheet 1"), "paper")]


async def test_one_person_is_one_participant_whatever_they_gave(town: Town) -> None:
    mia = await town.member("mia")
    await enter(town, mia)
    await enter(town, mia, what="opinion", text="Il faut un boucher au marché.")
    await enter(town, mia, what="testimony", text="Mon père vendait sa viande au marché.", citizen=person("sheet 2"))
    assert {row.reference: row.author for row in await town.rows(Contribution)} == {
        "Q-1": person("sheet 1"),
        "O-1": person("sheet 1"),
        "T-1": person("sheet 2"),
    }
    assert len(await town.rows(Citizen)) == 2


async def test_who_entered_it_does_not_decide_about_it(town: Town) -> None:
    mia, max_ = await town.member("mia"), await town.member("max")
    await enter(town, mia)
    [kept] = await town.rows(Contribution)
    assert (await town.act(ItemRequested, by=mia))[0] == "queue_empty"
    for kind, fields in ((ContributionAdmitted, {}), (ContributionRefused, {"article": 1})):
        assert await town.act(kind, by=mia, contribution=kept.id, **fields) == ("refused.own_entry", {"ref": "Q-1"})
    assert (await town.act(ItemRequested, by=max_))[1]["ref"] == "Q-1"
    assert (await town.act(ContributionAdmitted, by=max_, contribution=kept.id))[0] == "admitted"
    assert town.news == []


async def test_owners_moderators_and_facilitators_enter_and_nobody_else(town: Town) -> None:
    roles = ("owner", "moderator", "facilitator", "expert", "reviewer", "guarantor")
    codes = {role: (await enter(town, await town.member(role, role)))[0] for role in roles}
    assert codes == {role: "entered" if role in roles[:3] else "refused.role" for role in roles}
    await town.act(RoleRevoked, by=person("owner"), name="M-2")
    assert (await enter(town, person("moderator")))[0] == "refused.role"
    assert (await enter(town, await town.join("ada")))[0] == "refused.role"


async def test_nobody_is_made_to_say_what_somebody_else_typed(town: Town) -> None:
    mia, ada = await town.member("mia"), await town.join("ada")
    assert await enter(town, mia, citizen=ada) == ("refused.stranger", {})
    assert await town.rows(Contribution) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "Trop court."}, "refused.length"),
        ({"text": "." * 40}, "refused.empty"),
        ({"what": "opinion", "text": "Long " * 80}, "refused.length"),
        ({"theme": "nulle-part"}, "refused.unknown_theme"),
    ],
)
async def test_the_same_rules_hold_as_in_the_chat(town: Town, fields: dict[str, object], code: str) -> None:
    assert (await enter(town, await town.member("mia"), **fields))[0] == code
    assert (await town.rows(Contribution), await town.rows(Citizen)) == ([], [])


async def test_a_theme_that_takes_nothing_any_more_takes_no_sheet(town: Town) -> None:
    await town.move("deliberating")
    assert (await enter(town, await town.member("mia")))[0] == "refused.phase"


async def test_who_gave_it_can_have_it_taken_back_by_the_team(town: Town) -> None:
    mia, flo = await town.member("mia"), await town.member("flo", "facilitator")
    await enter(town, mia)
    chat = await town.give("Qui a posé cette question par le chat ?")
    [entered] = [row for row in await town.rows(Contribution) if row.entered_by]
    for who in (await town.member("eva", "expert"), await town.join("ada")):
        assert await town.act(EntryWithdrawn, by=who, contribution=entered.id) == ("refused.role", {})
    assert await town.act(EntryWithdrawn, by=flo, contribution=chat) == ("refused.not_entered", {"ref": "Q-2"})
    assert await town.act(EntryWithdrawn, by=flo, contribution=entered.id) == ("withdrawn", {"ref": "Q-1"})
    assert (await town.act(EntryWithdrawn, by=flo, contribution=entered.id))[0] == "refused.decided"
    assert (await town.row(Contribution, entered.id)).state == "withdrawn"
