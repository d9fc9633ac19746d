"""Agenda and summary: published as two people have seen them, told to each author once."""

from typing import Any
from uuid import UUID

import pytest

from events.contributions import ContributionWithdrawn
from events.moderation import RoleRevoked
from events.results import PublicationConfirmed, PublicationRequested, ResultPublished
from storage.read_models.results import published_of
from storage.tables.contributions import Contribution as ContributionRow
from tests.fakes import MEAT, Town, person

AGENDA = {"items": [{"rank": 1, "title": "La cantine", "questions": ["Q-2"]}], "not_selected": []}
SUMMARY = {"sections": [{"sentences": [{"text": "Moins de viande.", "citations": ["Q-1"]}]}]}


@pytest.fixture
async def town(town: Town) -> Town:
    """A town that deliberates, with questions of Ada (Q-1) and Ben (Q-2) and three who moderate."""
    await town.admitted("Moins de viande. Est-ce possible ?", "ada")
    await town.admitted("Que mange-t-on à la cantine ?", "ben")
    for name, role in (("ove", "owner"), ("mia", "moderator"), ("max", "moderator"), ("eva", "expert")):
        await town.member(name, role)
    await town.move("deliberating")
    town.told.clear()
    return town


async def request(town: Town, by: str = "mia", result: str = "agenda", content: dict[str, Any] = AGENDA) -> UUID:
    requested = town.fact(
        PublicationRequested, by=person(by), theme=MEAT, result=result, input_hash="0" * 64, content=content
    )
    await town.apply(requested)
    return requested.event_id


async def test_the_colleagues_are_asked_and_nobody_else(town: Town) -> None:
    publication = await request(town)
    assert town.wordings() == [(person(name), "notice-publication-requested") for name in ("ove", "max")]
    assert town.news[0].buttons == (("button-see-publication", f"see:{publication}"),)


async def test_a_second_person_publishes_what_was_shown(town: Town) -> None:
    publication = await request(town)
    assert await published_of(town.engine, MEAT, "agenda") is None
    assert await town.act(PublicationConfirmed, by=person("mia"), publication=publication) == (
        "refused.second_person", {}
    )  # fmt: skip
    assert await town.act(PublicationConfirmed, by=person("max"), publication=publication) == (
        "published", {"theme": MEAT, "result": "agenda", "version": 1}
    )  # fmt: skip
    published = await published_of(town.engine, MEAT, "agenda")
    assert published is not None
    assert (published.version, published.content, published.published_at) == (1, AGENDA, town.now)
    [told] = [fact for fact in town.told if isinstance(fact, ResultPublished)]
    assert (told.theme, told.result, told.version, told.publication) == (MEAT, "agenda", 1, publication)


async def test_each_author_is_told_once_what_became_of_their_words(town: Town) -> None:
    publication = await request(town)
    town.told.clear()
    await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    assert [(news.person, news.wording, news.params, news.buttons) for news in town.news] == [
        (
            person("ada"),
            "notice-agenda-published",
            {"ref": "Q-1", "theme": "La viande"},
            (("button-open-agenda", "open:agenda:la-viande"),),
        ),
        (
            person("ben"),
            "notice-agenda-item",
            {"ref": "Q-2", "rank": 1, "title": "La cantine", "theme": "La viande"},
            (("button-open-agenda", "open:agenda:la-viande"),),
        ),
    ]


async def test_what_is_told_of_a_result_stands_for_the_theme_s_result_in_any_version(town: Town) -> None:
    publication = await request(town, result="summary", content=SUMMARY)
    town.told.clear()
    await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    assert {news.stands for news in town.news} == {"summary:la-viande"}


async def test_an_author_with_several_questions_hears_of_the_first_item(town: Town) -> None:
    await town.move("collecting")
    await town.admitted("Et le soir, que mange-t-on ?", "ben")
    await town.move("deliberating")
    items = [
        {"rank": 1, "title": "Le soir", "questions": ["Q-3"]},
        {"rank": 2, "title": "La cantine", "questions": ["Q-2", "Q-1"]},
    ]
    publication = await request(town, content={"items": items})
    town.told.clear()
    await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    assert {news.person: (news.params["ref"], news.params["rank"]) for news in town.news} == {
        person("ada"): ("Q-1", 2),
        person("ben"): ("Q-3", 1),
    }


async def test_a_summary_says_who_is_cited(town: Town) -> None:
    publication = await request(town, result="summary", content=SUMMARY)
    town.told.clear()
    await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    assert {news.person: (news.params["ref"], news.params["cited"]) for news in town.news} == {
        person("ada"): ("Q-1", True),
        person("ben"): ("Q-2", False),
    }


async def test_versions_count_up_by_result_and_stay_readable(town: Town) -> None:
    for result, content in (("agenda", AGENDA), ("summary", SUMMARY), ("agenda", {"items": []})):
        publication = await request(town, result=result, content=content)
        await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    versions = [await published_of(town.engine, MEAT, "agenda", version) for version in (1, 2, None, 3)]
    assert [version and version.content for version in versions] == [AGENDA, {"items": []}, {"items": []}, None]
    summary = await published_of(town.engine, MEAT, "summary")
    assert summary is not None
    assert summary.version == 1


async def test_nothing_is_published_twice(town: Town) -> None:
    publication = await request(town)
    await town.act(PublicationConfirmed, by=person("max"), publication=publication)
    town.told.clear()
    assert await town.act(PublicationConfirmed, by=person("ove"), publication=publication) == (
        "refused.published_already", {"version": 1}
    )  # fmt: skip
    assert town.told == []


@pytest.mark.parametrize(("result", "content", "author"), [("agenda", AGENDA, "ben"), ("summary", SUMMARY, "ada")])
async def test_what_an_author_took_back_in_between_is_not_published(
    town: Town, result: str, content: dict[str, Any], author: str
) -> None:
    publication = await request(town, result=result, content=content)
    mine = {"ada": "Q-1", "ben": "Q-2"}[author]
    contribution = next(row.id for row in await town.rows(ContributionRow) if row.reference == mine)
    await town.act(ContributionWithdrawn, contribution=contribution, citizen=person(author))
    assert await town.act(PublicationConfirmed, by=person("max"), publication=publication) == (
        "refused.outdated", {"result": result}
    )  # fmt: skip
    assert await published_of(town.engine, MEAT, result) is None


async def test_experts_strangers_and_revoked_members_publish_nothing(town: Town) -> None:
    publication = await request(town)
    await town.act(RoleRevoked, by=person("ove"), name="M-3")
    for name in ("eva", "eve", "max"):
        assert await town.act(PublicationConfirmed, by=person(name), publication=publication) == ("refused.role", {})
    requested = town.fact(
        PublicationRequested, by=person("eva"), theme=MEAT, result="agenda", input_hash="", content=AGENDA
    )
    assert [outcome.code for outcome in await town.apply(requested)] == ["refused.role"]


async def test_it_is_too_early_to_publish_while_people_collect(town: Town) -> None:
    await town.move("collecting")
    publication = await request(town)
    assert await town.act(PublicationConfirmed, by=person("max"), publication=publication) == (
        "refused.unknown_publication", {}
    )  # fmt: skip
