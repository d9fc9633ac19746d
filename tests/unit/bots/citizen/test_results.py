"""/agenda, /summary, /map and /trace: what was published, never a draft, in at most three messages."""

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest
from aiogram.methods import SendPhoto
from sqlalchemy import insert

from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked
from events.results import PublicationConfirmed, PublicationRequested
from events.themes import PhaseMoved
from storage.tables.results import Draft
from tests.unit.bots.citizen.conftest import BEN, MEAT, MEAT_TITLE, NOON, Town

TEXT = "Why is there meat every day at the canteen?"
OTHER, BREAD = "Could the canteen have a day without meat?", "Who bakes the bread of the schools?"
AGENDA: dict[str, Any] = {
    "time_budget_minutes": 180,
    "items": [
        {
            "rank": 1,
            "title": "Meat at the canteen",
            "minutes": 45,
            "starts_at": "2026-12-05T18:30:00+01:00",
            "place": "Salle des fêtes",
            "topic": "Canteen",
            "supporters": 12,
            "questions": ["Q-1"],
        }
    ],
    "not_selected": [{"title": "Whatever else", "supporters": 1, "why": "missed by 3 minutes"}],
}
SUMMARY: dict[str, Any] = {
    "people": 2,
    "texts": 3,
    "sections": [
        {"title": "Two people ask", "kind": "topic", "sentences": [{"text": TEXT, "citations": ["Q-1"]}]},
        {"title": "Some disagree", "kind": "minority", "sentences": [{"text": "Keep it.", "citations": ["O-1"]}]},
    ],
}
MAP: dict[str, Any] = {
    "participants": 31,
    "statements": 2,
    "votes": 55,
    "groups": [{"id": 0, "size": 12, "representative": [{"statement": "O-1", "agree": 0.9, "repness": 2.0}]}],
    "common_ground": [{"statement": "O-1"}],
    "contention": [{"statement": "O-2"}],
    "uncertain": [],
}


async def publish(town: Town, result: str, content: Mapping[str, Any]) -> None:
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="deliberating")
    asker, confirmer = await town.moderator("one"), await town.moderator("two")
    request = {"theme": MEAT, "result": result, "input_hash": "0", "content": dict(content)}
    requested = await town.decide(PublicationRequested, by=asker, **request)
    await town.decide(PublicationConfirmed, by=confirmer, publication=requested.event_id)


async def draft(town: Town, result: str, content: Mapping[str, Any]) -> None:
    row = {"theme": MEAT, "result": result, "input_hash": "0", "content": json.dumps(content), "computed_at": NOON}
    async with town.engine.begin() as connection:
        await connection.execute(insert(Draft), [row])


@pytest.mark.parametrize("result", ["agenda", "summary", "map"])
async def test_what_is_not_published_yet_is_said(town: Town, result: str) -> None:
    if result != "map":
        await draft(town, result, AGENDA if result == "agenda" else SUMMARY)
    [card] = await town.say(f"/{result}")
    assert (MEAT_TITLE in card.text, "Meat at the canteen" in card.text, TEXT in card.text) == (True, False, False)


async def test_the_newest_published_agenda_is_read(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await publish(town, "agenda", {**AGENDA, "items": []})
    await publish(town, "agenda", AGENDA)
    [card] = await town.say("/agenda")
    wanted = (
        "version 2",
        "1. Meat at the canteen",
        "45 min",
        "Saturday 5 December 2026 at 18:30, Salle",
        "12 people",
        "Q-1",
    )
    assert [each in card.text for each in (*wanted, "Whatever else")] == [True] * 7
    [card] = await town.say(f"/agenda {MEAT}")
    assert "version 2" in card.text


async def test_a_published_summary_is_read(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.given(["Keep it as it is, I say."])
    await publish(town, "summary", SUMMARY)
    [card] = await town.say("/summary")
    assert [each in card.text for each in (f"“{TEXT}” <i>Q-1</i>", "Two people ask", "🕊")] == [True] * 3


MADE = {
    **SUMMARY,
    "language": "fr",
    "made_by": "petit",
    "sections": [
        {
            "title": "D’autres voix — personnes : 2, contributions : 2",
            "kind": "topic",
            "people": 2,
            "texts": 2,
            "sentences": [
                {
                    "text": "Pourquoi de la viande chaque jour à la cantine ?",
                    "original": TEXT,
                    "citations": ["Q-1", "Q-2"],
                    "language": "en",
                }
            ],
        }
    ],
}


async def test_what_a_model_wrote_is_read_as_such_and_in_one_s_own_language_the_exact_words(town: Town) -> None:
    await town.given([TEXT, OTHER], QuestionAsked)
    await publish(town, "summary", MADE)
    [card] = await town.say("/summary")
    assert [each in card.text for each in (f"“{TEXT}” <i>Q-1, Q-2</i>", "Other voices — people: 2")] == [True, True]
    await town.join()
    await town.say("/language fr")
    [card] = await town.say("/summary")
    parts = ("modèle de langue « petit »", "🌐 Pourquoi de la viande", f"↳ « {TEXT} » (en anglais)", "D’autres voix")
    assert [each in card.text for each in parts] == [True] * 4


async def test_the_way_of_a_contribution_names_a_section_in_the_reader_s_language(town: Town) -> None:
    await town.given([TEXT, OTHER], QuestionAsked)
    await publish(town, "summary", MADE)
    [card] = await town.say("/trace Q-2")
    assert "Other voices — people: 2, contributions: 2" in card.text


async def test_what_a_model_wrote_is_not_read_out_once_a_source_is_withdrawn(town: Town) -> None:
    [_, other] = await town.given([TEXT, OTHER], QuestionAsked)
    await publish(town, "summary", MADE)
    await town.join()
    await town.say("/language fr")
    await town.decide(ContributionWithdrawn, citizen=await town.join(BEN), contribution=other.event_id)
    [card] = await town.say("/summary")
    assert ("Pourquoi de la viande" in card.text, f"« {TEXT} » (en anglais) <i>Q-1</i>" in card.text) == (False, True)


async def test_words_withdrawn_after_the_publication_are_not_read_out(town: Town) -> None:
    [asked] = await town.given([TEXT], QuestionAsked)
    await town.given(["Keep it as it is, I say."])
    await publish(town, "summary", SUMMARY)
    await town.decide(ContributionWithdrawn, citizen=await town.join(BEN), contribution=asked.event_id)
    [card] = await town.say("/summary")
    assert (TEXT in card.text, "Keep it." in card.text) == (False, True)


async def test_a_title_withdrawn_after_the_publication_is_taken_from_a_question_that_stands(town: Town) -> None:
    asked = await town.given([TEXT, OTHER, BREAD], QuestionAsked)
    items = [{**AGENDA["items"][0], "title": TEXT, "questions": ["Q-1", "Q-2"]}]
    left_out = [{"title": BREAD, "supporters": 1, "questions": ["Q-3"], "why": "missed by 3 minutes"}]
    await publish(town, "agenda", {**AGENDA, "items": items, "not_selected": left_out})
    for each in (asked[0], asked[2]):
        await town.decide(ContributionWithdrawn, citizen=await town.join(BEN), contribution=each.event_id)
    [card] = await town.say("/agenda")
    assert [each in card.text for each in (TEXT, BREAD, "Q-1", OTHER, "withdrawn")] == [False] * 3 + [True] * 2
    [card] = await town.say("/trace Q-2")
    assert (TEXT in card.text, f"1. {OTHER}" in card.text) == (False, True)


async def test_a_long_result_is_three_messages_with_buttons_under_the_last(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    items = [{**AGENDA["items"][0], "rank": rank, "title": f"{rank} " + "&" * 550} for rank in range(1, 40)]
    await publish(town, "agenda", {**AGENDA, "items": items})
    cards = await town.say("/agenda")
    assert [bool(card.buttons) for card in cards] == [False, False, True]
    assert "public page" in cards[2].text


async def test_news_is_opened_below_itself(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await publish(town, "agenda", AGENDA)
    [news] = await town.say("/help")
    [card] = await town.tap(f"open:agenda:{MEAT}", card=news)
    assert ("Meat at the canteen" in card.text, card.id != news.id) == (True, True)
    assert await town.toast("open:everything:x", card=news) != ""


async def test_the_map_is_told_in_words_then_as_a_picture(town: Town) -> None:
    await town.given(["Keep it as it is, I say."])
    await town.join(BEN)
    await town.say("/opinion Nobody has admitted this opinion.", BEN)
    await draft(town, "map", MAP)
    await draft(town, "map_picture", {"png": base64.b64encode(b"PNG").decode()})
    text, photo = await town.say("/map")
    assert ("Keep it as it is, I say." in text.text, "Nobody has admitted" in text.text) == (True, False)
    assert photo.text.startswith("[file]")
    assert len([each for each in town.phone.requests if isinstance(each, SendPhoto)]) == 1


@pytest.mark.parametrize(("participants", "shown"), [(0, False), (9, False), (10, True)])
async def test_a_map_of_too_few_people_is_not_one_yet(town: Town, participants: int, shown: bool) -> None:
    await draft(town, "map", {**MAP, "participants": participants, "groups": []})
    [card] = await town.say("/map")
    assert ("Who agrees on what" in card.text, "not enough votes yet" in card.text) == (shown, not shown)


async def test_a_contribution_is_traced_to_agenda_and_summary(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.given(["Keep it as it is, I say."])
    [card] = await town.say("/trace Q-1")
    assert "not in a published agenda or summary yet" in card.text
    await publish(town, "agenda", AGENDA)
    await publish(town, "summary", SUMMARY)
    [card] = await town.say("/trace q-1")
    assert [each in card.text for each in ("1. Meat at the canteen", "Two people ask")] == [True] * 2


async def test_one_is_asked_which_contribution_to_trace(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.say("/trace")
    [card] = await town.tap("tr:Q-1", card=card)
    assert TEXT in card.text


@pytest.mark.parametrize("reference", ["Q-1", "Q-9", "x", "Q-1; drop", "\0", "<b>"])
async def test_what_is_not_public_cannot_be_traced(town: Town, reference: str) -> None:
    await town.join(BEN)
    await town.say(f"/ask {TEXT}", BEN)
    await town.join()
    [card] = await town.say(f"/trace {reference}")
    assert (TEXT in card.text, len(town.bus.of(OpinionGiven))) == (False, 0)
