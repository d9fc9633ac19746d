"""An appeal is looked at by somebody who did not decide, once a decision, and its author is told once."""

from uuid import UUID

import pytest

from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.base import Event
from events.contributions import ContributionWithdrawn
from events.moderation import AuthorBanned, ContributionRefused, DecisionUndone, ItemRequested, ItemSkipped
from events.removals import RemovalConfirmed, RemovalRequested
from storage.tables.contributions import Contribution
from storage.tables.moderation import Appeal
from tests.fakes import Town, person
from workers.timekeeper import Timekeeper

RUDE = "Qui a encore eu cette idée stupide pour la cantine ?"
WHY = "Je critique une idée, pas une personne."


@pytest.fixture
async def refused(town: Town) -> UUID:
    """A question of Ada's that Mia refused under article 2; Max moderates too."""
    contribution = await town.give(RUDE)
    for name in ("mia", "max"):
        await town.member(name)
    await town.act(ContributionRefused, by=person("mia"), contribution=contribution, article=2)
    town.later(minutes=5)
    town.told.clear()
    return contribution


async def appeal(
    town: Town, contribution: UUID, reason: str = WHY, citizen: str = "ada"
) -> tuple[str, dict[str, object]]:
    return await town.act(DecisionAppealed, contribution=contribution, citizen=person(citizen), reason=reason)


async def next_of(town: Town, name: str) -> str:
    code, params = await town.act(ItemRequested, by=person(name))
    return str(params["ref"]) if code == "leased" else code


async def test_an_appeal_comes_first_and_never_to_whoever_decided(town: Town, refused: UUID) -> None:
    await town.give("Une question qui attend depuis longtemps.", "ben")
    assert await appeal(town, refused) == ("appealed", {"ref": "Q-1", "others": 1})
    assert [await next_of(town, name) for name in ("mia", "max")] == ["Q-2", "Q-1"]


async def test_without_a_second_moderator_it_waits_for_one(town: Town) -> None:
    contribution = await town.give(RUDE)
    await town.member("mia")
    await town.act(ContributionRefused, by=person("mia"), contribution=contribution, article=2)
    assert (await appeal(town, contribution))[1]["others"] == 0
    assert await next_of(town, "mia") == "queue_empty"
    await town.member("ove", "owner")
    assert await next_of(town, "ove") == "Q-1"


async def test_an_upheld_decision_stands_and_its_author_is_told_once(town: Town, refused: UUID) -> None:
    await appeal(town, refused)
    upheld = town.fact(DecisionUpheld, by=person("max"), contribution=refused)
    for _ in range(2):
        [outcome] = await town.apply(upheld)
        assert (outcome.code, outcome.params) == ("upheld", {"ref": "Q-1", "contribution": str(refused)})
    assert [(news.person, news.wording, news.params) for news in town.news] == [
        (person("ada"), "notice-appeal-upheld", {"ref": "Q-1", "kind": "question", "article": 2})
    ]
    kept = await town.row(Contribution, refused)
    assert (kept.state, kept.article, kept.decided_by) == ("refused", 2, person("mia"))
    assert await appeal(town, refused) == ("refused.appealed", {"ref": "Q-1"})


async def test_an_overturned_decision_publishes_what_was_refused(town: Town, refused: UUID) -> None:
    await appeal(town, refused)
    assert await town.act(DecisionOverturned, by=person("max"), contribution=refused) == (
        "overturned", {"ref": "Q-1", "contribution": str(refused)}
    )  # fmt: skip
    kept = await town.row(Contribution, refused)
    assert (kept.state, kept.article, kept.decided_by, kept.decided_at) == ("admitted", None, person("max"), town.now)
    assert town.wordings() == [(person("ada"), "notice-appeal-overturned")]
    assert await next_of(town, "max") == "queue_empty"


@pytest.mark.parametrize("judgement", [DecisionUpheld, DecisionOverturned])
async def test_nobody_judges_their_own_decision_or_without_a_role(
    town: Town, refused: UUID, judgement: type[DecisionUpheld]
) -> None:
    assert (await town.act(judgement, by=person("max"), contribution=refused))[0] == "refused.no_appeal"
    await appeal(town, refused)
    who = [person("mia"), person("eve"), await town.member("eva", "expert"), await town.member("flo", "facilitator")]
    codes = [(await town.act(judgement, by=each, contribution=refused))[0] for each in who]
    assert codes == ["refused.own_decision", *["refused.role"] * 3]
    assert (await town.row(Contribution, refused)).state == "refused"


async def test_only_the_author_appeals_and_only_against_what_went_against_them(town: Town, refused: UUID) -> None:
    admitted = await town.admitted("Que mange-t-on à la cantine ?")
    await town.join("ben")
    assert (await appeal(town, refused, citizen="ben"))[0] == "refused.unknown_contribution"
    assert (await appeal(town, refused, citizen="eve"))[0] == "refused.stranger"
    assert await appeal(town, admitted) == ("refused.decided", {"ref": "Q-2", "state": "admitted"})
    assert await town.rows(Appeal) == []


async def test_who_was_banned_may_appeal(town: Town, refused: UUID) -> None:
    await town.act(AuthorBanned, by=person("mia"), contribution=refused)
    assert (await appeal(town, refused))[0] == "appealed"


async def test_what_its_author_takes_back_is_no_longer_judged(town: Town, refused: UUID) -> None:
    await appeal(town, refused)
    await town.act(ContributionWithdrawn, contribution=refused, citizen=person("ada"))
    assert await next_of(town, "max") == "queue_empty"
    assert (await town.act(DecisionOverturned, by=person("max"), contribution=refused))[0] == "refused.no_appeal"


@pytest.mark.parametrize("judgement", [DecisionUpheld, DecisionOverturned])
async def test_a_judgement_is_undone_within_half_a_minute_and_the_appeal_is_open_again(
    town: Town, refused: UUID, judgement: type[DecisionUpheld]
) -> None:
    before = (await town.row(Contribution, refused)).model_dump()
    await appeal(town, refused)
    await town.act(judgement, by=person("max"), contribution=refused)
    town.later(seconds=30)
    assert (await town.act(DecisionUndone, by=person("mia"), contribution=refused))[0] == "refused.not_yours"
    assert (await town.act(DecisionUndone, by=person("max"), contribution=refused))[0] == "undone"
    assert (await town.row(Contribution, refused)).model_dump() == before
    [kept] = await town.rows(Appeal)
    assert (kept.outcome, kept.decided_by, kept.decided_at) == ("open", None, None)
    assert [wording for _, wording in town.wordings()][-1] == "notice-reconsidered"
    assert await next_of(town, "max") == "Q-1"


async def test_after_half_a_minute_a_judgement_stands(town: Town, refused: UUID) -> None:
    await appeal(town, refused)
    await town.act(DecisionUpheld, by=person("max"), contribution=refused)
    town.later(seconds=31)
    assert await town.act(DecisionUndone, by=person("max"), contribution=refused) == (
        "refused.too_late",
        {"ref": "Q-1"},
    )


async def test_a_refusal_that_is_undone_takes_the_appeal_with_it(town: Town) -> None:
    contribution = await town.give(RUDE)
    await town.member("mia")
    await town.act(ContributionRefused, by=person("mia"), contribution=contribution, article=2)
    await appeal(town, contribution)
    assert (await town.act(DecisionUndone, by=person("mia"), contribution=contribution))[0] == "undone"
    assert (await town.rows(Appeal), (await town.row(Contribution, contribution)).state) == ([], "waiting")


async def test_of_a_removal_neither_of_the_two_persons_judges(town: Town, refused: UUID) -> None:
    await town.member("ove", "owner")
    shown = await town.admitted("Que mange-t-on à la cantine ?")
    asked = town.fact(RemovalRequested, by=person("mia"), contribution=shown, article=3)
    await town.apply(asked)
    await town.act(RemovalConfirmed, by=person("max"), removal=asked.event_id)
    assert await appeal(town, shown) == ("appealed", {"ref": "Q-2", "others": 1})
    assert [await next_of(town, name) for name in ("mia", "max", "ove")] == ["queue_empty", "queue_empty", "Q-2"]
    codes = [(await town.act(DecisionOverturned, by=person(name), contribution=shown))[0] for name in ("mia", "max")]
    assert codes == ["refused.own_decision"] * 2
    assert (await town.act(DecisionOverturned, by=person("ove"), contribution=shown))[0] == "overturned"


async def test_each_decision_has_an_appeal_of_its_own(town: Town, refused: UUID) -> None:
    await town.member("ove", "owner")
    await appeal(town, refused)
    await town.act(DecisionOverturned, by=person("max"), contribution=refused)
    town.later(days=1)
    asked = town.fact(RemovalRequested, by=person("mia"), contribution=refused, article=2)
    await town.apply(asked)
    await town.act(RemovalConfirmed, by=person("max"), removal=asked.event_id)
    assert (await appeal(town, refused))[0] == "appealed"
    assert (await appeal(town, refused))[0] == "refused.appealed"


async def test_a_skipped_appeal_goes_to_others(town: Town, refused: UUID) -> None:
    await town.member("ove", "owner")
    await appeal(town, refused)
    assert await next_of(town, "max") == "Q-1"
    await town.act(ItemSkipped, by=person("max"), contribution=refused)
    assert await next_of(town, "ove") == "Q-1"


async def looks(town: Town, **span: float) -> list[tuple[UUID, dict[str, object]]]:
    """Let time pass, have the timekeeper look at the clock, and return who was called with how many."""
    town.later(**span)
    town.told.clear()

    async def tell(fact: Event) -> None:
        await town.apply(fact)

    await Timekeeper(town.engine, tell, lambda: town.now, "clermont-ferrand", "Europe/Paris").look()
    return [(news.person, dict(news.params)) for news in town.news if news.wording == "notice-appeals"]


async def refuses(town: Town, text: str, by: str = "mia") -> UUID:
    contribution = await town.give(text)
    await town.act(ContributionRefused, by=person(by), contribution=contribution, article=2)
    return contribution


async def test_who_may_decide_an_appeal_is_called_once_an_hour_at_most(town: Town, refused: UUID) -> None:
    others = [
        await refuses(town, f"Une autre question, la {n}ᵉ, pour la cantine ?", by) for n, by in ((2, "mia"), (3, "max"))
    ]
    await appeal(town, refused)
    assert await looks(town) == [(person("max"), {"count": 1})]
    town.later(minutes=10)
    for each in others:
        await appeal(town, each)
    assert await looks(town, minutes=49) == []
    assert await looks(town, minutes=2) == [(person("mia"), {"count": 1}), (person("max"), {"count": 2})]
    assert await looks(town, hours=5) == []


async def test_what_was_decided_meanwhile_calls_nobody(town: Town, refused: UUID) -> None:
    other = await refuses(town, "Une autre question pour la cantine ?")
    await appeal(town, refused)
    assert len(await looks(town)) == 1
    await appeal(town, other)
    for each in (refused, other):
        await town.act(DecisionUpheld, by=person("max"), contribution=each)
    assert await looks(town, hours=2) == []
    third = await refuses(town, "Encore une question pour la cantine ?")
    await appeal(town, third)
    assert await looks(town) == [(person("max"), {"count": 1})]


async def test_nobody_is_called_by_night(town: Town, refused: UUID) -> None:
    town.later(hours=9)  # ten in the evening in Paris
    await appeal(town, refused)
    assert await looks(town, hours=2) == []
    assert await looks(town, hours=9) == [(person("max"), {"count": 1})]
