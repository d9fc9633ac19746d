"""The public record: counts that add up, times that mean something, and nobody in it."""

from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.contributions import QuestionAsked
from events.moderation import ContributionAdmitted, ContributionRefused
from events.removals import RemovalConfirmed, RemovalRequested
from storage.read_models.public_record import ModerationRecord, moderation_record
from storage.tables.contributions import Contribution
from tests.fakes import MEAT, Town, person


@pytest.fixture
async def town(engine: AsyncEngine) -> Town:
    town = Town(engine)
    await town.theme()
    for name in ("mia", "max", "moe"):
        await town.member(name)
    return town


async def decided(town: Town, count: int, article: int | None = None, hours: int = 1) -> list[tuple[str, UUID]]:
    """Have as many people ask, and a decision taken about each after some hours."""
    start, asked = len(await town.rows(Contribution)), list[tuple[str, UUID]]()
    for number in range(start, start + count):
        asked.append(
            (f"person {number}", await town.give(f"Une question de plus, la numéro {number} ?", f"person {number}"))
        )
    town.later(hours=hours)
    for _, contribution in asked:
        if article:
            await town.act(ContributionRefused, by=person("mia"), contribution=contribution, article=article)
        else:
            await town.act(ContributionAdmitted, by=person("mia"), contribution=contribution)
    return asked


async def test_nothing_is_told_where_nothing_was_done(town: Town) -> None:
    untold = dict.fromkeys(map(str, range(1, 9)))
    assert await moderation_record(town.engine, MEAT) == ModerationRecord(
        theme=MEAT,
        decisions=dict.fromkeys(("admitted", "refused", "waiting", "merged", "withdrawn")),
        articles=untold,
        appeals=dict.fromkeys(("open", "upheld", "overturned")),
        removals=None,
        median_seconds=None,
        p90_seconds=None,
        oldest_waiting=None,
    )


async def test_decisions_articles_and_times_are_counted_where_ten_people_stand_behind_them(town: Town) -> None:
    await decided(town, 30, hours=1)
    await decided(town, 12, article=2, hours=5)
    await decided(town, 3, article=4, hours=9)
    await town.give("Une question qui attend.", "zoé")
    found = await moderation_record(town.engine)
    assert found.decisions == {"admitted": 30, "refused": 15, "waiting": None, "merged": None, "withdrawn": None}
    assert {article: count for article, count in found.articles.items() if count} == {"2": 12}
    assert (found.median_seconds, found.p90_seconds) == (3600, 18000)
    assert found.oldest_waiting == town.now.date()
    assert (await moderation_record(town.engine, "elsewhere")).decisions["admitted"] is None


async def test_ten_texts_of_one_person_are_not_told(town: Town) -> None:
    for number in range(12):
        contribution = await town.give(f"Encore une question, la numéro {number} ?", "ada")
        await town.act(ContributionAdmitted, by=person("mia"), contribution=contribution)
    found = await moderation_record(town.engine)
    assert (found.decisions["admitted"], found.median_seconds) == (None, None)


async def test_appeals_and_removals_are_counted_and_leave_the_first_times_alone(town: Town) -> None:
    asked = await decided(town, 24, article=2, hours=1)
    for number, (name, contribution) in enumerate(asked):
        await town.act(DecisionAppealed, contribution=contribution, citizen=person(name), reason="")
        judgement = DecisionUpheld if number < 12 else DecisionOverturned
        town.later(days=1)
        await town.act(judgement, by=person("max"), contribution=contribution)
    for _, contribution in await decided(town, 11, hours=1):
        removal = town.fact(RemovalRequested, by=person("mia"), contribution=contribution, article=3)
        await town.apply(removal)
        town.later(days=1)
        await town.act(RemovalConfirmed, by=person("max"), removal=removal.event_id)
    found = await moderation_record(town.engine)
    assert found.appeals == {"open": None, "upheld": 12, "overturned": None}
    assert (found.removals, found.articles["3"], found.decisions["admitted"]) == (11, 11, 12)
    assert (found.median_seconds, found.p90_seconds) == (3600, 3600)


async def test_what_an_import_admitted_says_nothing_of_how_fast_moderators_are(town: Town) -> None:
    for number in range(12):
        about = {"theme": MEAT, "citizen": await town.join(number), "text": f"Question {number} d’ailleurs ?"}
        given = town.fact(QuestionAsked, **about, origin=str(number))
        await town.apply(given)
        await town.act(ContributionAdmitted, by=None, contribution=given.event_id)
    found = await moderation_record(town.engine)
    assert (found.decisions["admitted"], found.median_seconds) == (12, None)
