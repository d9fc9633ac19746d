"""Live questions: taken while a debate is under way, seen once admitted, chosen, answered and told."""

from datetime import timedelta
from uuid import UUID

import pytest

from deliberation.debates import MOST_SHORTLISTED
from deploy.exports.export_files import Published, files_of
from events.citizens import CitizenForgotten
from events.contributions import ContributionWithdrawn, QuestionAsked
from events.live import (
    LiveAdmissionUndone,
    LiveAdmitted,
    LiveAnswered,
    LiveAsked,
    LiveReopened,
    LiveShortlisted,
    LiveUnlisted,
)
from events.moderation import AuthorBanned, ContributionAdmitted, ContributionRefused
from events.sessions import SessionCancelled
from events.votes import SupportGiven, SupportTakenBack
from storage.read_models.live import fate_of, live_for_leaders, live_of
from storage.read_models.results import draft_of
from storage.read_models.status import status_of
from storage.tables.contributions import Contribution
from tests.fakes import MEAT, NOON, Town, embed, person
from workers.cartographer import Cartographer

START = NOON + timedelta(days=3)
TITLE = "Un soir pour en parler"
TEXT = "Qui choisit le boucher de la cantine ?"


@pytest.fixture
async def host(town: Town) -> UUID:
    return await town.member("hugo", "facilitator")


async def begun(town: Town) -> UUID:
    debate = await town.debate()
    town.now = START
    return debate


async def asks(town: Town, debate: UUID, name: str = "ada", text: str = TEXT) -> UUID:
    asked = town.fact(LiveAsked, theme=MEAT, session=debate, citizen=await town.join(name), text=text)
    [outcome] = await town.apply(asked)
    assert outcome.code == "received", outcome
    return asked.event_id


async def admitted(town: Town, debate: UUID, host: UUID, name: str = "ada", text: str = TEXT) -> UUID:
    question = await asks(town, debate, name, text)
    await town.act(LiveAdmitted, by=host, contribution=question)
    return question


async def seen(town: Town, debate: UUID, name: str = "ben") -> list[tuple[str, str, int]]:
    return [
        (each.reference, each.standing, each.supporters) for each in await live_of(town.engine, debate, person(name))
    ]


async def test_a_question_has_a_reference_and_is_seen_by_others_once_admitted(town: Town, host: UUID) -> None:
    debate = await begun(town)
    fact = town.fact(LiveAsked, theme=MEAT, session=debate, citizen=await town.join("ada"), text=TEXT)
    [outcome] = await town.apply(fact)
    assert (outcome.code, outcome.params) == ("received", {"ref": "L-1", "kind": "live", "theme": MEAT})
    assert await seen(town, debate) == []
    assert [each.standing for each in await live_for_leaders(town.engine, debate)] == ["waiting"]
    assert (await town.act(LiveAdmitted, by=host, contribution=fact.event_id))[0] == "admitted"
    assert await seen(town, debate) == [("L-1", "admitted", 0)]
    assert town.wordings() == [(person("ada"), "notice-admitted")]


@pytest.mark.parametrize(
    ("minutes", "phase", "code"),
    [
        (-31, "collecting", "refused.live_closed"),
        (-30, "collecting", "received"),
        (-60 * 24, "conference", "received"),
        (119, "published", "received"),
        (120, "conference", "refused.live_closed"),
        (0, "archived", "refused.live_closed"),
        (0, "draft", "refused.live_closed"),
    ],
)
async def test_it_is_asked_while_the_debate_takes_questions(town: Town, minutes: int, phase: str, code: str) -> None:
    debate, ada = await town.debate(), await town.join("ada")
    await town.move(phase)
    town.now = START + timedelta(minutes=minutes)
    asked = {"theme": MEAT, "session": debate, "citizen": ada, "text": TEXT}
    assert (await town.act(LiveAsked, **asked))[0] == code


async def test_what_is_no_question_to_this_debate_is_refused(town: Town) -> None:
    debate, ada = await begun(town), await town.join("ada")
    good = {"theme": MEAT, "session": debate, "citizen": ada, "text": TEXT}
    told = {
        "length": await town.act(LiveAsked, **{**good, "text": "x" * 281}),
        "empty": await town.act(LiveAsked, **{**good, "text": "?" * 20}),
        "unknown_session": await town.act(LiveAsked, **{**good, "session": person("none")}),
        "live_closed": await town.act(LiveAsked, **{**good, "theme": "le-velo"}),
        "stranger": await town.act(LiveAsked, **{**good, "citizen": person("eve")}),
    }
    assert {code: outcome[0] for code, outcome in told.items()} == {code: f"refused.{code}" for code in told}
    question = await asks(town, debate)
    await town.act(AuthorBanned, by=await town.member("mia"), contribution=question)
    assert (await town.act(LiveAsked, **good))[0] == "refused.banned"
    await town.act(SessionCancelled, by=None, session=await town.debate(starts_at=START + timedelta(hours=1)))


async def test_a_host_admits_what_is_asked_live_and_nothing_else(town: Town, host: UUID) -> None:
    other = await town.give("Pourquoi la cantine sert-elle tant de viande ?")
    debate = await begun(town)
    question = await asks(town, debate)
    assert await town.act(LiveAdmitted, by=host, contribution=other) == ("refused.unknown_contribution", {})
    assert await town.act(ContributionAdmitted, by=host, contribution=question) == ("refused.role", {})
    assert await town.act(ContributionRefused, by=host, contribution=question, article=2) == ("refused.role", {})
    await town.act(LiveAdmitted, by=host, contribution=question)
    assert (await town.act(LiveAdmissionUndone, by=host, contribution=question))[0] == "undone"
    assert await seen(town, debate) == []
    await town.act(LiveAdmitted, by=host, contribution=question)
    town.later(seconds=31)
    assert (await town.act(LiveAdmissionUndone, by=host, contribution=question))[0] == "refused.too_late"


async def test_the_room_supports_it_while_questions_are_taken(town: Town, host: UUID) -> None:
    debate = await begun(town)
    first, second = [await admitted(town, debate, host, "ada", f"{TEXT} {n}") for n in ("un", "deux")]
    ben = {"theme": MEAT, "question": second, "citizen": await town.join("ben")}
    assert await town.act(SupportGiven, **ben) == ("counted", {})
    assert await town.act(SupportGiven, **ben) == ("counted", {})
    assert await seen(town, debate) == [("L-2", "admitted", 1), ("L-1", "admitted", 0)]
    assert await town.act(SupportTakenBack, **ben) == ("counted", {})
    assert await seen(town, debate) == [("L-1", "admitted", 0), ("L-2", "admitted", 0)]
    town.later(hours=3)
    assert await town.act(SupportGiven, **ben) == ("refused.live_closed", {"title": TITLE})
    waiting = {**ben, "question": first}
    assert (await town.act(SupportGiven, **waiting))[0] == "refused.live_closed"


async def test_nobody_supports_what_waits(town: Town) -> None:
    debate = await begun(town)
    question = await asks(town, debate)
    ben = {"theme": MEAT, "question": question, "citizen": await town.join("ben")}
    assert await town.act(SupportGiven, **ben) == ("refused.unknown_contribution", {})


async def test_a_few_are_chosen_and_one_that_is_answered_makes_room(town: Town, host: UUID) -> None:
    debate = await begun(town)
    asked = [await admitted(town, debate, host, f"p{n}", f"{TEXT} {n}") for n in range(MOST_SHORTLISTED + 1)]
    told = [await town.act(LiveShortlisted, by=host, contribution=each) for each in asked]
    assert [code for code, _ in told] == ["shortlisted"] * MOST_SHORTLISTED + ["refused.shortlist_full"]
    await town.act(LiveAnswered, by=host, contribution=asked[0])
    assert (await town.act(LiveShortlisted, by=host, contribution=asked[-1]))[0] == "shortlisted"
    assert (await town.act(LiveReopened, by=host, contribution=asked[0]))[0] == "reopened"
    standing = [each for _, each, _ in await seen(town, debate)]
    assert (standing.count("shortlisted"), standing.count("admitted")) == (MOST_SHORTLISTED, 1)
    assert (await town.act(LiveUnlisted, by=host, contribution=asked[1]))[0] == "unlisted"
    assert (await town.act(LiveShortlisted, by=host, contribution=asked[0]))[0] == "shortlisted"


async def test_the_author_is_told_at_once_when_it_is_answered_and_when_it_was_not(town: Town, host: UUID) -> None:
    debate = await begun(town)
    question = await admitted(town, debate, host)
    town.told.clear()
    await town.act(LiveAnswered, by=host, contribution=question)
    assert await town.act(LiveAnswered, by=host, contribution=question) == ("refused.answered", {"ref": "L-1"})
    assert await fate_of(town.engine, question) == ("answered", TITLE)
    await town.act(LiveReopened, by=host, contribution=question)
    assert await town.act(LiveReopened, by=host, contribution=question) == ("refused.not_answered", {"ref": "L-1"})
    assert [(news.person, news.wording, news.params, news.urgency) for news in town.news] == [
        (person("ada"), wording, {"ref": "L-1", "kind": "live", "title": TITLE}, "now")
        for wording in ("notice-live-answered", "notice-live-reopened")
    ]


async def test_what_is_withdrawn_or_erased_is_seen_no_more_and_stays_counted(town: Town, host: UUID) -> None:
    debate = await begun(town)
    first, second = [await admitted(town, debate, host, name, f"{TEXT} {name}") for name in ("ada", "ben")]
    await town.act(LiveShortlisted, by=host, contribution=first)
    await town.act(ContributionWithdrawn, contribution=first, citizen=person("ada"))
    assert await seen(town, debate) == [("L-2", "admitted", 0)]
    assert await town.act(LiveAnswered, by=host, contribution=first) == ("refused.unknown_contribution", {})
    await town.act(CitizenForgotten, citizen=person("ben"))
    assert (await seen(town, debate), await fate_of(town.engine, second)) == ([], None)
    assert [row.text for row in await town.rows(Contribution) if row.id == second] == [""]
    assert (await status_of(town.engine)).contributions["received"] == 2


async def test_personal_data_is_masked_for_the_room_and_shown_to_who_decides(town: Town, host: UUID) -> None:
    debate = await begun(town)
    question = await asks(town, debate, text="Puis-je appeler le 06 12 34 56 78 pour la cantine ?")
    [waiting] = await live_for_leaders(town.engine, debate)
    await town.act(LiveAdmitted, by=host, contribution=question)
    [shown] = await live_of(town.engine, debate, person("ben"))
    assert ("06 12" in waiting.text, "06 12" in shown.text) == (True, False)


async def test_live_questions_are_words_of_the_theme_but_no_items_of_its_agenda(town: Town, host: UUID) -> None:
    await town.admitted("Pourquoi la cantine sert-elle tant de viande chaque jour ?", "cleo", QuestionAsked)
    debate = await begun(town)
    question = await admitted(town, debate, host)
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=await town.join("ben"))
    await Cartographer(town.engine, lambda: town.now, "fr", embed).bring_up_to_date(MEAT)
    drafts = {result: await draft_of(town.engine, MEAT, result) for result in ("agenda", "summary")}
    agenda, summary = [draft.content if draft else {} for draft in drafts.values()]
    assert {ref for item in agenda["items"] for ref in item["questions"]} == {"Q-1"}
    cited = {ref for part in summary["sections"] for each in part["sentences"] for ref in each["citations"]}
    assert (cited, summary["texts"]) == ({"Q-1", "L-1"}, 2)


async def test_open_data_has_what_was_admitted_with_its_supporters_and_nothing_else(town: Town, host: UUID) -> None:
    debate = await begun(town)
    question = await admitted(town, debate, host)
    await asks(town, debate, "ben", "Que personne ne lise jamais ceci ?")
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=person("ben"))
    nothing: dict[str, dict[str, object]] = {name: {} for name in ("agenda", "summary", "map")}
    files = await files_of(town.engine, Published("clermont-ferrand", "fr", MEAT, "La viande", nothing))
    rows = files["contributions.csv"].decode().splitlines()
    assert rows[1:] == [f"L-1,live,{TEXT},fr,2026-11-25,1"]
    assert not any("personne ne lise" in content.decode() for content in files.values())
