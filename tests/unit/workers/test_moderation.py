"""The queue: one item in one moderator's hands, decided once, undone by the same person while it is fresh."""

from sqlalchemy.event import listen

from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.moderation import (
    ContributionAdmitted,
    ContributionMerged,
    ContributionRefused,
    DecisionUndone,
    ItemRequested,
    ItemSkipped,
    RoleRevoked,
)
from events.votes import VoteCast
from storage.tables.contributions import Contribution, Lease
from storage.tables.votes import Vote
from tests.fakes import MEAT, NOON, Town, person

FIRST, SECOND = "Pourquoi de la viande chaque jour ?", "Qui contrôle l'abattoir de la ville ?"


async def leased(town: Town, member: object, **fields: object) -> str:
    """Return the reference of the item that a moderator is given, or why there is none."""
    code, params = await town.act(ItemRequested, by=person(member), **fields)
    return str(params["ref"]) if code == "leased" else code


async def test_two_moderators_never_hold_the_same_item(town: Town) -> None:
    await town.give(FIRST)
    await town.give(SECOND)
    for name in ("mia", "max", "moe"):
        await town.member(name)
    assert [await leased(town, name) for name in ("mia", "max", "moe")] == ["Q-1", "Q-2", "queue_empty"]


async def test_asking_again_gives_the_same_item(town: Town) -> None:
    await town.give(FIRST)
    await town.give(SECOND)
    await town.member("mia")
    assert [await leased(town, "mia") for _ in range(3)] == ["Q-1"] * 3
    assert len(await town.rows(Lease)) == 1


async def test_a_lease_says_what_waits_and_ends_after_ten_minutes(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia = await town.member("mia")
    await town.member("max")
    assert await town.act(ItemRequested, by=mia) == (
        "leased", {"contribution": str(contribution), "ref": "Q-1", "waiting": 1}
    )  # fmt: skip
    town.later(minutes=9, seconds=59)
    assert await leased(town, "max") == "queue_empty"
    town.later(seconds=1)
    assert await leased(town, "max") == "Q-1"


async def test_a_queue_can_be_of_one_theme(town: Town) -> None:
    await town.theme("le-velo")
    await town.give(FIRST)
    await town.give(SECOND, theme="le-velo")
    await town.member("mia")
    assert await leased(town, "mia", theme="le-velo") == "Q-2"
    assert await leased(town, "mia", theme="unknown") == "queue_empty"


async def test_a_skipped_item_goes_to_others_and_comes_back_last(town: Town) -> None:
    first = await town.give(FIRST)
    await town.give(SECOND)
    mia = await town.member("mia")
    await town.member("max")
    assert await leased(town, "mia") == "Q-1"
    assert await town.act(ItemSkipped, by=mia, contribution=first) == ("skipped", {"ref": "Q-1"})
    assert [await leased(town, "mia"), await leased(town, "max")] == ["Q-2", "Q-1"]
    await town.act(ContributionRefused, by=person("max"), contribution=first, article=1)
    await town.give("Une troisième question, pour finir.")
    assert await leased(town, "mia") == "Q-2"


async def test_when_all_was_skipped_it_comes_again(town: Town) -> None:
    first = await town.give(FIRST)
    mia = await town.member("mia")
    await town.act(ItemSkipped, by=mia, contribution=first)
    assert await leased(town, "mia") == "Q-1"


async def test_skipping_from_an_old_card_leaves_a_colleagues_lease_alone(town: Town) -> None:
    first = await town.give(FIRST)
    mia, _ = await town.member("mia"), await town.member("max")
    assert await leased(town, "mia") == "Q-1"
    town.later(minutes=11)
    assert await leased(town, "max") == "Q-1"
    await town.act(ItemSkipped, by=mia, contribution=first)
    assert [lease.member for lease in await town.rows(Lease)] == [person("max")]


async def test_lease_skip_and_lease_again_fit_in_one_batch(town: Town) -> None:
    first = await town.give(FIRST)
    mia = await town.member("mia")
    outcomes = await town.apply(
        town.fact(ItemRequested, by=mia),
        town.fact(ItemSkipped, by=mia, contribution=first),
        town.fact(ItemRequested, by=mia),
        town.fact(ItemRequested, by=mia),
    )
    assert [outcome.code for outcome in outcomes] == ["leased", "skipped", "leased", "leased"]


async def test_an_admission_is_told_to_its_author_once(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia = await town.member("mia")
    await leased(town, "mia")
    admitted = town.fact(ContributionAdmitted, by=mia, contribution=contribution)
    for _ in range(2):
        [outcome] = await town.apply(admitted)
        assert (outcome.code, outcome.params) == ("admitted", {"ref": "Q-1", "contribution": str(contribution)})
    assert [(news.person, news.wording, news.params, news.urgency) for news in town.news] == [
        (person("ada"), "notice-admitted", {"ref": "Q-1", "kind": "question"}, "now")
    ]
    kept = await town.row(Contribution, contribution)
    assert (kept.state, kept.decided_by, kept.decided_at) == ("admitted", mia, NOON)
    assert await town.rows(Lease) == []


async def test_a_refusal_names_its_article(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia = await town.member("mia")
    assert await town.act(ContributionRefused, by=mia, contribution=contribution, article=3) == (
        "refused", {"ref": "Q-1", "contribution": str(contribution), "article": 3}
    )  # fmt: skip
    assert [news.params for news in town.news] == [{"ref": "Q-1", "kind": "question", "article": 3}]


async def test_the_first_of_two_decisions_counts(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia, max_ = await town.member("mia"), await town.member("max")
    outcomes = await town.apply(
        town.fact(ContributionRefused, by=mia, contribution=contribution, article=2),
        town.fact(ContributionAdmitted, by=max_, contribution=contribution),
    )
    assert [outcome.code for outcome in outcomes] == ["refused", "refused.decided"]
    assert (await town.row(Contribution, contribution)).state == "refused"
    assert town.wordings() == [(person("ada"), "notice-refused")]


async def test_a_decision_is_undone_by_the_same_person_within_thirty_seconds(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia = await town.member("mia")
    await town.act(ContributionRefused, by=mia, contribution=contribution, article=3)
    town.later(seconds=30)
    assert await town.act(DecisionUndone, by=mia, contribution=contribution) == (
        "undone", {"ref": "Q-1", "contribution": str(contribution)}
    )  # fmt: skip
    kept = await town.row(Contribution, contribution)
    assert (kept.state, kept.article, kept.decided_by, kept.decided_at) == ("waiting", None, None, None)
    assert [lease.member for lease in await town.rows(Lease)] == [mia]
    assert town.wordings() == [(person("ada"), "notice-refused"), (person("ada"), "notice-reconsidered")]


async def test_nobody_undoes_what_is_old_or_somebody_elses(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia, max_ = await town.member("mia"), await town.member("max", "owner")
    assert (await town.act(DecisionUndone, by=mia, contribution=contribution))[0] == "refused.not_yours"
    await town.act(ContributionAdmitted, by=mia, contribution=contribution)
    assert await town.act(DecisionUndone, by=max_, contribution=contribution) == ("refused.not_yours", {"ref": "Q-1"})
    town.later(seconds=31)
    assert await town.act(DecisionUndone, by=mia, contribution=contribution) == ("refused.too_late", {"ref": "Q-1"})
    assert (await town.row(Contribution, contribution)).state == "admitted"


async def test_what_its_author_took_back_stays_back(town: Town) -> None:
    contribution = await town.give(FIRST)
    mia = await town.member("mia")
    await town.act(ContributionAdmitted, by=mia, contribution=contribution)
    await town.act(ContributionWithdrawn, contribution=contribution, citizen=person("ada"))
    assert (await town.act(DecisionUndone, by=mia, contribution=contribution))[0] == "refused.not_yours"
    assert (await town.row(Contribution, contribution)).state == "withdrawn"


async def test_a_merge_keeps_both_texts_and_moves_no_vote(town: Town) -> None:
    into = await town.statement("La cantine doit servir moins de viande.")
    twin = await town.statement("La cantine devrait servir moins de viande.")
    ben = await town.join("ben")
    await town.act(VoteCast, theme=MEAT, statement=twin, citizen=ben, value=1)
    third = await town.give("Moins de viande à la cantine, merci.", "ben", OpinionGiven)
    mia = await town.member("mia")
    assert await town.act(ContributionMerged, by=mia, contribution=third, into=into) == (
        "merged", {"ref": "O-3", "contribution": str(third), "into": "O-1"}
    )  # fmt: skip
    assert [(row.reference, row.state, row.merged_into) for row in await town.rows(Contribution)] == [
        ("O-1", "admitted", None),
        ("O-2", "admitted", None),
        ("O-3", "merged", into),
    ]
    assert [(vote.citizen, vote.statement) for vote in await town.rows(Vote)] == [(ben, twin)]
    assert town.news[-1].params == {"ref": "O-3", "kind": "opinion", "into": "O-1"}


async def test_only_an_admitted_text_of_the_same_kind_and_theme_is_merged_into(town: Town) -> None:
    await town.theme("le-velo")
    item, waiting = await town.give(FIRST), await town.give(SECOND)
    opinion, elsewhere = await town.statement(), await town.give(SECOND, theme="le-velo")
    await town.act(ContributionAdmitted, by=None, contribution=elsewhere)
    mia = await town.member("mia")
    codes = [
        (await town.act(ContributionMerged, by=mia, contribution=item, into=into))[0]
        for into in (item, waiting, opinion, elsewhere, person("no contribution"))
    ]
    assert codes == ["refused.merge"] * 4 + ["refused.unknown_contribution"]
    assert (await town.row(Contribution, item)).state == "waiting"


async def test_only_owners_and_moderators_decide(town: Town) -> None:
    contribution = await town.give(FIRST)
    others = [await town.member(role, role) for role in ("expert", "reviewer", "facilitator", "guarantor")]
    for who in (*others, person("eve")):
        acts = [
            await town.act(ItemRequested, by=who),
            await town.act(ItemSkipped, by=who, contribution=contribution),
            await town.act(ContributionAdmitted, by=who, contribution=contribution),
            await town.act(ContributionRefused, by=who, contribution=contribution, article=1),
            await town.act(ContributionMerged, by=who, contribution=contribution, into=contribution),
            await town.act(DecisionUndone, by=who, contribution=contribution),
        ]
        assert acts == [("refused.role", {})] * 6
    assert (await town.row(Contribution, contribution)).state == "waiting"


async def test_a_revoked_moderator_decides_nothing_and_holds_nothing(town: Town) -> None:
    contribution = await town.give(FIRST)
    owner, mia = await town.member("ove", "owner"), await town.member("mia")
    await leased(town, "mia")
    await town.act(RoleRevoked, by=owner, name="M-2")
    assert await town.act(ContributionAdmitted, by=mia, contribution=contribution) == ("refused.role", {})
    assert await leased(town, "ove") == "Q-1"


async def test_imported_authors_are_left_alone(town: Town) -> None:
    ada = await town.join("ada")
    asked = town.fact(QuestionAsked, theme=MEAT, citizen=ada, text=FIRST, origin="polis/3")
    await town.apply(asked)
    await town.act(ContributionAdmitted, by=None, contribution=asked.event_id)
    assert town.news == []


async def test_an_imports_admissions_are_read_at_once(town: Town) -> None:
    """Counted, so that a city's ten thousand questions do not take as many queries each."""
    given = [await town.give(f"Question {number} sur la viande de la ville ?") for number in range(40)]
    admissions = [town.fact(ContributionAdmitted, by=None, contribution=contribution) for contribution in given]
    queries = list[str]()
    listen(town.engine.sync_engine, "before_cursor_execute", lambda *details: queries.append(details[2]))
    outcomes = await town.ledger.once(admissions)
    assert [outcome.code for outcome in outcomes] == ["admitted"] * 40
    assert len(queries) <= 20
