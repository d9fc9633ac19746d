"""The clerk asks every member's act for its right: each cell of acts × roles is declared here, once more."""

import pytest

from events import catalogue
from events.base import Event, fact_id
from events.moderation import RoleRevoked
from tests.fakes import Town, person
from tests.unit.events.test_golden import golden
from workers.rights import RIGHTS

TEAM = {"owner", "moderator"}
HOSTS = TEAM | {"facilitator"}
DECLARED = {
    "theme.drafted": TEAM,
    "theme.phase_moved": TEAM,
    "theme.phase_planned": TEAM,
    "topic.renamed": TEAM,
    "topic.merged": TEAM,
    "topic.parted": TEAM,
    "topic.edit_undone": TEAM,
    "targets.declared": TEAM,
    "targets.undone": TEAM,
    "session.planned": TEAM,
    "session.moved": TEAM,
    "session.cancelled": TEAM,
    "door.opened": HOSTS,
    "session.attended": HOSTS,
    "session.attendance_undone": HOSTS,
    "walk_in.counted": HOSTS,
    "walk_in.taken_back": HOSTS,
    "live.admitted": HOSTS,
    "live.admission_undone": HOSTS,
    "live.shortlisted": HOSTS,
    "live.unlisted": HOSTS,
    "live.answered": HOSTS,
    "live.reopened": HOSTS,
    "queue.item_requested": TEAM,
    "queue.item_skipped": TEAM,
    "contribution.admitted": TEAM,
    "contribution.refused": TEAM,
    "contribution.merged": TEAM,
    "decision.undone": TEAM,
    "queue.batch_requested": TEAM,
    "decision.upheld": TEAM,
    "decision.overturned": TEAM,
    "removal.requested": TEAM,
    "removal.confirmed": TEAM,
    "removal.dropped": TEAM,
    "contribution.entered": HOSTS,
    "entry.withdrawn": HOSTS,
    "author.banned": TEAM,
    "author.unbanned": TEAM,
    "publication.requested": TEAM,
    "publication.confirmed": TEAM,
    "agenda.item_pinned": TEAM,
    "agenda.item_dropped": TEAM,
    "agenda.item_retitled": TEAM,
    "agenda.amendment_undone": TEAM,
    "broadcast.sent": TEAM,
    "broadcast.stopped": TEAM,
    "objection.raised": {"guarantor"},
    "objection.taken_back": {"guarantor"},
    "invitation.made": {"owner"},
    "role.revoked": {"owner"},
}
ROLES = ("owner", "moderator", "facilitator", "expert", "reviewer", "guarantor")
OWN = {"broadcast.continued"}  # of the clerk itself


def test_every_act_of_a_member_is_declared() -> None:
    theirs = {kind for kind, fact in catalogue.catalogue().items() if "by" in fact.model_fields} - OWN
    assert {act.kind for act in RIGHTS} == theirs == DECLARED.keys()


@pytest.fixture
async def town(town: Town) -> Town:
    """A town with somebody of each role, and one whose role was taken back."""
    for role in ROLES:
        await town.member(role, role)
    await town.member("revoked", "owner")
    await town.act(RoleRevoked, by=person("owner"), name="M-7")
    return town


def act_of(town: Town, kind: str, who: str) -> Event:
    """Return an act as it once was on a bus, done now by somebody else; it is about nothing that this town has."""
    fact = catalogue.read(kind, golden(kind))
    return fact.model_copy(update={"event_id": fact_id(kind, who), "occurred_at": town.now, "by": person(who)})


@pytest.mark.parametrize("kind", DECLARED)
async def test_only_those_may_who_are_declared(town: Town, kind: str) -> None:
    told = {}
    for who in (*ROLES, "revoked", "a citizen"):
        [outcome] = await town.apply(act_of(town, kind, who))
        told[who] = outcome.code != "refused.role"
    assert {who for who, allowed in told.items() if allowed} == DECLARED[kind]


async def test_who_loses_a_role_in_the_same_batch_has_lost_it(town: Town) -> None:
    await town.member("another owner", "owner")
    outcomes = await town.apply(
        town.fact(RoleRevoked, by=person("owner"), name="M-8"),
        town.fact(RoleRevoked, by=person("another owner"), name="M-1"),
    )
    assert [outcome.code for outcome in outcomes] == ["revoked", "refused.role"]
