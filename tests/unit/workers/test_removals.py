"""What everybody could read is removed by two persons; its votes are kept and not counted."""

from uuid import UUID

import pytest

from events.base import Event
from events.contributions import ContributionWithdrawn
from events.moderation import ContributionAdmitted, ContributionRefused, DecisionUndone, RoleRevoked
from events.removals import RemovalConfirmed, RemovalDropped, RemovalRequested
from events.votes import VoteCast
from storage.tables.contributions import Contribution
from storage.tables.moderation import Removal
from storage.tables.votes import Vote
from tests.fakes import MEAT, Town, person
from workers.material import material_of


@pytest.fixture
async def shown(town: Town) -> UUID:
    """A statement of Ada's with a vote of Ben's, and three who moderate."""
    for name, role in (("ove", "owner"), ("mia", "moderator"), ("max", "moderator"), ("eva", "expert")):
        await town.member(name, role)
    statement = await town.give("La cantine doit servir moins de viande.", "ada")
    await town.act(ContributionAdmitted, by=person("ove"), contribution=statement)
    town.later(days=1)
    town.told.clear()
    return statement


@pytest.fixture
async def voted(town: Town) -> UUID:
    """A statement that Ben agrees with."""
    for name in ("mia", "max"):
        await town.member(name)
    statement = await town.statement()
    await town.act(VoteCast, theme=MEAT, statement=statement, citizen=await town.join("ben"), value=1)
    return statement


async def request(town: Town, contribution: UUID, by: str = "mia", article: int = 3) -> UUID:
    requested = town.fact(RemovalRequested, by=person(by), contribution=contribution, article=article)
    [outcome] = await town.apply(requested)
    assert outcome.code == "removal_requested"
    return requested.event_id


async def test_until_a_second_person_agrees_it_stays(town: Town, shown: UUID) -> None:
    removal = await request(town, shown)
    assert [(news.person, news.wording, news.params, news.buttons) for news in town.news] == [
        (
            person(name),
            "notice-removal-requested",
            {"ref": "Q-1", "article": 3},
            (("button-see", f"removal:{removal}"),),
        )
        for name in ("ove", "max")
    ]
    assert await town.act(RemovalConfirmed, by=person("mia"), removal=removal) == ("refused.second_person", {})
    assert (await town.row(Contribution, shown)).state == "admitted"


async def test_a_second_person_removes_it_and_its_author_is_told_with_the_article(town: Town, shown: UUID) -> None:
    removal = await request(town, shown)
    town.told.clear()
    assert await town.act(RemovalConfirmed, by=person("max"), removal=removal) == (
        "removed", {"ref": "Q-1", "contribution": str(shown), "article": 3}
    )  # fmt: skip
    kept = await town.row(Contribution, shown)
    assert (kept.state, kept.article, kept.decided_by, kept.decided_at) == ("refused", 3, person("max"), town.now)
    assert [(news.person, news.wording, news.params, news.buttons) for news in town.news] == [
        (
            person("ada"),
            "notice-removed",
            {"ref": "Q-1", "kind": "question", "article": 3},
            (("button-amend", "ma:Q-1"), ("button-appeal", "mp:Q-1")),
        )
    ]
    assert await town.act(RemovalConfirmed, by=person("ove"), removal=removal) == ("refused.removal_settled", {})


async def test_votes_are_kept_and_not_counted(town: Town, voted: UUID) -> None:
    assert len((await material_of(town.engine, MEAT)).votes) == 1
    await town.act(RemovalConfirmed, by=person("max"), removal=await request(town, voted))
    assert [vote.value for vote in await town.rows(Vote)] == [1]
    assert dict((await material_of(town.engine, MEAT)).votes) == {}
    assert (await town.act(VoteCast, theme=MEAT, statement=voted, citizen=person("ben"), value=-1))[0] == (
        "refused.unknown_contribution"
    )


async def test_a_removal_is_undone_within_half_a_minute_and_all_is_as_before(town: Town, shown: UUID) -> None:
    before = (await town.row(Contribution, shown)).model_dump()
    removal = await request(town, shown)
    asked = (await town.row(Removal, removal)).model_dump()
    await town.act(RemovalConfirmed, by=person("max"), removal=removal)
    town.later(seconds=29)
    assert (await town.act(DecisionUndone, by=person("mia"), contribution=shown))[0] == "refused.not_yours"
    assert (await town.act(DecisionUndone, by=person("max"), contribution=shown))[0] == "undone"
    assert (await town.row(Contribution, shown)).model_dump() == before
    assert (await town.row(Removal, removal)).model_dump() == asked
    assert town.wordings()[-1] == (person("ada"), "notice-removal-undone")


async def test_a_request_can_be_dropped_and_made_again(town: Town, shown: UUID) -> None:
    removal = await request(town, shown)
    again = town.fact(RemovalRequested, by=person("ove"), contribution=shown, article=2)
    assert [outcome.code for outcome in await town.apply(again)] == ["refused.removal_pending"]
    assert await town.act(RemovalDropped, by=person("max"), removal=removal) == ("removal_dropped", {"ref": "Q-1"})
    assert await town.act(RemovalConfirmed, by=person("ove"), removal=removal) == ("refused.removal_settled", {})
    await request(town, shown)
    assert (await town.row(Contribution, shown)).state == "admitted"


async def test_only_what_is_shown_is_removed(town: Town, shown: UUID) -> None:
    waiting = await town.give("Une question qui attend encore.")
    refused = await town.give("Une question qui est refusée.")
    await town.act(ContributionRefused, by=person("mia"), contribution=refused, article=1)
    codes = [
        await town.act(RemovalRequested, by=person("mia"), contribution=each, article=1)
        for each in (waiting, refused, person("no contribution"))
    ]
    assert codes == [
        ("refused.decided", {"ref": "Q-2", "state": "waiting"}),
        ("refused.decided", {"ref": "Q-3", "state": "refused"}),
        ("refused.unknown_contribution", {}),
    ]


async def test_what_its_author_took_back_meanwhile_is_not_removed(town: Town, shown: UUID) -> None:
    removal = await request(town, shown)
    await town.act(ContributionWithdrawn, contribution=shown, citizen=person("ada"))
    assert await town.act(RemovalConfirmed, by=person("max"), removal=removal) == (
        "refused.decided", {"ref": "Q-1", "state": "withdrawn"}
    )  # fmt: skip


async def test_experts_strangers_and_revoked_members_remove_nothing(town: Town, shown: UUID) -> None:
    removal = await request(town, shown)
    await town.act(RoleRevoked, by=person("ove"), name="M-3")
    for name in ("eva", "eve", "max"):
        acts: list[tuple[type[Event], dict[str, object]]] = [
            (RemovalRequested, {"contribution": shown, "article": 1}),
            (RemovalConfirmed, {"removal": removal}),
            (RemovalDropped, {"removal": removal}),
        ]
        for kind, fields in acts:
            assert await town.act(kind, by=person(name), **fields) == ("refused.role", {})
    assert (await town.row(Contribution, shown)).state == "admitted"
