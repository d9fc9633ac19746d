"""Topics as moderators change them: who may, what is kept, taken back, and worked again to the byte."""

import json
from typing import Any
from uuid import UUID

import pytest

from events.base import Event
from events.citizens import CitizenForgotten
from events.contributions import ContributionWithdrawn
from events.topics import TopicEditUndone, TopicParted, TopicRenamed, TopicsMerged
from storage.read_models.topics import TopicEditView, edits_of
from storage.redaction import ERASED
from storage.tables.memory import Entry
from storage.tables.topics import TopicEdit
from tests.fakes import MEAT, Town, person
from workers.material import material_of

CANTEEN, ABATTOIR = "La cantine sert trop de viande", "Qui contrôle les abattoirs de la région ?"


@pytest.fixture
async def texts(town: Town) -> list[UUID]:
    """A theme with a moderator and two texts of two people."""
    await town.member("mia")
    return [await town.admitted(CANTEEN, "ada"), await town.admitted(ABATTOIR, "ben")]


def acts(texts: list[UUID]) -> list[tuple[type[Event], dict[str, Any]]]:
    one, two = ((text,) for text in texts)
    return [
        (TopicRenamed, {"contributions": one, "title": "La cantine"}),
        (TopicsMerged, {"contributions": one, "target": two}),
        (TopicParted, {"contributions": one, "others": two}),
    ]


async def change(town: Town, kind: type[Event], by: object = "mia", **fields: Any) -> tuple[str, dict[str, Any]]:
    return await town.act(kind, by=person(by), theme=MEAT, **fields)


async def test_changes_are_kept_in_their_order_and_taken_back_one_by_one(town: Town, texts: list[UUID]) -> None:
    outcomes = [await change(town, kind, **fields) for kind, fields in acts(texts)]
    assert [code for code, _ in outcomes] == ["topic_renamed", "topic_merged", "topic_parted"]
    ids = [UUID(params["edit"]) for _, params in outcomes]
    one, two = ((text,) for text in texts)
    kept = (
        TopicEditView(ids[0], "topic.renamed", one, (), "La cantine"),
        TopicEditView(ids[1], "topic.merged", one, two, None),
        TopicEditView(ids[2], "topic.parted", one, two, None),
    )
    assert await edits_of(town.engine, MEAT) == kept
    undone = await town.act(TopicEditUndone, by=person("mia"), edit=ids[1])
    assert undone == ("topic_edit_undone", {"theme": MEAT, "kind": "topic.merged"})
    assert await edits_of(town.engine, MEAT) == (kept[0], kept[2])
    assert (await town.act(TopicEditUndone, by=person("mia"), edit=ids[1]))[0] == "refused.unknown_topic_edit"


@pytest.mark.parametrize("by", ["eva", "nobody", "ada"])
@pytest.mark.parametrize("which", range(3))
async def test_only_owners_and_moderators_change_topics(town: Town, texts: list[UUID], by: str, which: int) -> None:
    await town.member("eva", "expert")
    kind, fields = acts(texts)[which]
    assert (await change(town, kind, by, **fields))[0] == "refused.role"
    edit = UUID((await change(town, kind, **fields))[1]["edit"])
    assert (await town.act(TopicEditUndone, by=person(by), edit=edit))[0] == "refused.role"
    assert [row.undone for row in await town.rows(TopicEdit)] == [False]


@pytest.mark.parametrize("which", range(3))
async def test_what_is_not_shown_in_the_theme_names_no_topic(town: Town, texts: list[UUID], which: int) -> None:
    waiting = await town.give("Combien coûte un repas à la cantine ?", "cid")
    await town.theme("le-pain")
    kind, fields = acts(texts)[which]
    for wrong in (waiting, person("nothing")):
        assert (await change(town, kind, **{**fields, "contributions": (texts[0], wrong)}))[
            0
        ] == "refused.topic_changed"
    for theme, code in (("le-pain", "topic_changed"), ("rien", "unknown_theme")):
        assert (await town.act(kind, by=person("mia"), theme=theme, **fields))[0] == f"refused.{code}"
    assert await town.rows(TopicEdit) == []


async def test_a_change_is_content_and_what_is_undone_is_not(town: Town, texts: list[UUID]) -> None:
    before = (await material_of(town.engine, MEAT)).input_hash
    hashes = []
    for kind, fields in acts(texts):
        edit = UUID((await change(town, kind, **fields))[1]["edit"])
        hashes.append((await material_of(town.engine, MEAT)).input_hash)
        await town.act(TopicEditUndone, by=person("mia"), edit=edit)
        assert (await material_of(town.engine, MEAT)).input_hash == before
    assert len({before, *hashes}) == 4


async def test_a_change_whose_texts_are_gone_waits_for_nothing(town: Town, texts: list[UUID]) -> None:
    for kind, fields in acts(texts):
        await change(town, kind, **fields)
    await town.act(ContributionWithdrawn, citizen=person("ada"), contribution=texts[0])
    assert (await material_of(town.engine, MEAT)).edits == ()


async def test_a_title_in_a_person_s_own_words_is_erased_with_them(town: Town, texts: list[UUID]) -> None:
    for title in (CANTEEN, "Les repas de la cantine"):
        await change(town, TopicRenamed, contributions=tuple(texts), title=title)
    await town.act(CitizenForgotten, citizen=person("ada"))
    assert [edit.title for edit in await edits_of(town.engine, MEAT)] == [ERASED, "Les repas de la cantine"]
    assert [edit.title for edit in (await material_of(town.engine, MEAT)).edits] == [  # type: ignore[union-attr]
        "Les repas de la cantine"
    ]
    entries = sorted(await town.rows(Entry), key=lambda row: row.seq)
    told = [row.payload for row in entries if row.kind == TopicRenamed.kind]
    assert [json.loads(str(payload))["title"] for payload in told] == [ERASED, "Les repas de la cantine"]
