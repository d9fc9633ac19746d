"""What was written once stays as it was: a correction is a new contribution, linked to the one it says anew."""

from uuid import UUID

import pytest

from events.base import Event
from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.moderation import (
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
)
from events.votes import VoteCast
from storage.read_models.status import status_of
from storage.tables.contributions import Contribution, Lease
from storage.tables.votes import Vote
from tests.fakes import MEAT, Town, person

OLD, NEW = "La cantine doit servir moins de viande.", "La cantine doit servir deux repas sans viande par semaine."


async def anew(town: Town, former: UUID, text: str = NEW, kind: type[Event] = OpinionGiven, **fields: object) -> UUID:
    given = town.fact(kind, **{"theme": MEAT, "citizen": person("ada"), "text": text, "amends": former, **fields})
    [outcome] = await town.apply(given)
    assert outcome.code == "received", outcome
    return given.event_id


async def states(town: Town) -> dict[str, str]:
    return {row.reference: row.state for row in await town.rows(Contribution)}


async def test_a_refused_text_is_said_anew_under_a_reference_of_its_own(town: Town) -> None:
    former = await town.give(OLD, kind=OpinionGiven)
    await town.act(ContributionRefused, by=await town.member("mia"), contribution=former, article=6)
    version = await anew(town, former)
    assert {row.reference: (row.text, row.state, row.amends) for row in await town.rows(Contribution)} == {
        "O-1": (OLD, "refused", None),
        "O-2": (NEW, "waiting", former),
    }
    await town.act(ContributionAdmitted, by=person("mia"), contribution=version)
    assert await states(town) == {"O-1": "refused", "O-2": "admitted"}


async def test_of_what_still_waits_only_the_newest_words_are_decided_on(town: Town) -> None:
    mia, former = await town.member("mia"), await town.give(OLD, kind=OpinionGiven)
    await town.act(ItemRequested, by=mia)
    await anew(town, former)
    assert (await states(town), await town.rows(Lease)) == ({"O-1": "withdrawn", "O-2": "waiting"}, [])


async def test_a_published_text_stays_until_the_new_one_is_admitted_and_keeps_its_votes(town: Town) -> None:
    former, mia = await town.statement(OLD), await town.member("mia")
    await town.act(VoteCast, theme=MEAT, statement=former, citizen=await town.join("ben"), value=1)
    first = await anew(town, former)
    second = await anew(town, former, "La cantine doit servir trois repas sans viande par semaine.")
    assert await states(town) == {"O-1": "admitted", "O-2": "withdrawn", "O-3": "waiting"}
    await town.act(ContributionAdmitted, by=mia, contribution=second)
    kept = await town.row(Contribution, former)
    assert (kept.text, kept.state, kept.merged_into) == (OLD, "merged", second)
    assert [(vote.statement, vote.value) for vote in await town.rows(Vote)] == [(former, 1)]
    assert (await town.row(Contribution, first)).state == "withdrawn"
    counts = (await status_of(town.engine)).contributions
    assert counts["received"] == sum(count for state, count in counts.items() if state != "received") == 3


async def test_a_new_version_that_is_refused_changes_nothing(town: Town) -> None:
    former, mia = await town.statement(OLD), await town.member("mia")
    version = await anew(town, former)
    await town.act(ContributionRefused, by=mia, contribution=version, article=5)
    assert await states(town) == {"O-1": "admitted", "O-2": "refused"}


async def test_an_admission_that_is_undone_gives_the_former_its_place_back(town: Town) -> None:
    former, mia = await town.statement(OLD), await town.member("mia")
    before = (await town.row(Contribution, former)).model_dump()
    version = await anew(town, former)
    await town.act(ContributionAdmitted, by=mia, contribution=version)
    await town.act(DecisionUndone, by=mia, contribution=version)
    assert (await town.row(Contribution, former)).model_dump() == before
    assert (await town.row(Contribution, version)).state == "waiting"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"citizen": "ben"}, "refused.unknown_contribution"),
        ({"amends": "nothing"}, "refused.unknown_contribution"),
        ({"kind": QuestionAsked}, "refused.amend"),
        ({"theme": "le-velo"}, "refused.amend"),
    ],
)
async def test_only_ones_own_is_said_anew_in_its_theme_and_kind(town: Town, fields: dict[str, str], code: str) -> None:
    await town.theme("le-velo")
    former = await town.give(OLD, kind=OpinionGiven)
    await town.join("ben")
    kind = fields.pop("kind", OpinionGiven)
    people = {name: person(value) if name in {"citizen", "amends"} else value for name, value in fields.items()}
    given = {"theme": MEAT, "citizen": person("ada"), "text": NEW, "amends": former, **people}
    assert (await town.act(kind, **given))[0] == code  # type: ignore[arg-type]  # a kind among the fields
    assert await states(town) == {"O-1": "waiting"}


async def test_what_was_taken_back_or_joined_to_another_is_not_said_anew(town: Town) -> None:
    into, mia = await town.statement(OLD, "ben"), await town.member("mia")
    merged, gone = await town.give(OLD, kind=OpinionGiven), await town.give(NEW, kind=OpinionGiven)
    await town.act(ContributionMerged, by=mia, contribution=merged, into=into)
    await town.act(ContributionWithdrawn, contribution=gone, citizen=person("ada"))
    for former, ref, state in ((merged, "O-2", "merged"), (gone, "O-3", "withdrawn")):
        given = town.fact(OpinionGiven, theme=MEAT, citizen=person("ada"), text=NEW, amends=former)
        [outcome] = await town.apply(given)
        assert (outcome.code, outcome.params) == ("refused.decided", {"ref": ref, "state": state})
