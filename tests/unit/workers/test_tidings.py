"""News of what people follow: each of them once, a portion at a time, and nothing to who has no part in it."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest

from events.appointments import MomentCame
from events.base import Event
from events.broadcasts import BroadcastsMuted
from events.citizens import CitizenForgotten, CitizenImported
from events.contributions import ContributionWithdrawn, QuestionAsked
from events.live import LiveAdmitted, LiveAnswered, LiveAsked
from events.moderation import ContributionMerged
from events.news import NewsAddressed, NewsSpread
from events.results import PublicationConfirmed, PublicationRequested
from events.themes import PhaseMoved, PhasePlanned
from events.votes import SupportGiven, VoteCast
from storage.ledger import Ledger
from storage.tables.appointments import Appointment
from tests.fakes import MEAT, Town, person
from workers import clerk, tidings

TEXT = "Qui paie la viande à la cantine ?"
AGENDA = {
    "items": [
        {"rank": 1, "title": "Le prix", "questions": ["Q-2"]},
        {"rank": 2, "title": "La cantine", "questions": ["Q-1", "Q-2"]},
    ]
}
SUMMARY = {"sections": [{"title": "Le prix", "sentences": [{"text": TEXT, "citations": ["Q-1"]}]}]}


def tidings_of(town: Town, since: int = 0) -> dict[UUID, tuple[str, dict[str, object]]]:
    """Return what each person is told with the next digest, of what was told since."""
    news = [fact for fact in town.told[since:] if isinstance(fact, NewsAddressed) and fact.urgency == "digest"]
    assert len({each.person for each in news}) == len(news)
    return {each.person: (each.wording, dict(each.params)) for each in news}


async def votes(town: Town, *names: str) -> list[UUID]:
    """Have people take part by a vote."""
    statement = await town.statement(name="author")
    people = [await town.join(name) for name in names]
    for citizen in people:
        await town.act(VoteCast, theme=MEAT, statement=statement, citizen=citizen, value=1)
    return people


async def supports(town: Town, question: UUID, name: str) -> UUID:
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=await town.join(name))
    return person(name)


async def publish(town: Town, result: str, content: Mapping[str, object]) -> None:
    for name in ("mia", "max"):
        await town.member(name)
    await town.move("deliberating")
    asked = town.fact(
        PublicationRequested, by=person("mia"), theme=MEAT, result=result, input_hash="0" * 64, content=content
    )
    await town.apply(asked)
    town.told.clear()
    code, _ = await town.act(PublicationConfirmed, by=person("max"), publication=asked.event_id)
    assert code == "published"


async def test_a_theme_that_moves_on_is_told_to_who_takes_part_in_it_and_has_a_chat(town: Town) -> None:
    ada, ben = await votes(town, "ada", "ben")
    await town.join("a stranger to the theme")
    await town.act(CitizenImported, citizen=person("imported"))
    await town.act(BroadcastsMuted, citizen=ben, theme=MEAT)  # of the city's messages, not of news
    town.told.clear()
    await town.move("deliberating")
    told = ("notice-digest-phase", {"phase": "deliberating", "theme": "La viande"})
    assert tidings_of(town) == {ada: told, ben: told, person("author"): told}
    assert {news.stands for news in town.news} == {f"phase:{MEAT}"}


async def test_moving_to_where_it_is_or_hiding_a_theme_is_no_news(town: Town) -> None:
    await votes(town, "ada")
    town.told.clear()
    for phase in ("collecting", "draft"):
        await town.act(PhaseMoved, by=None, theme=MEAT, phase=phase)
    assert tidings_of(town) == {}


async def test_a_move_that_was_planned_is_told_when_it_happens(town: Town) -> None:
    [ada] = await votes(town, "ada")
    planned = town.now + timedelta(days=1)
    await town.act(PhasePlanned, by=None, theme=MEAT, phase="deliberating", at=planned)
    assert tidings_of(town) == {}
    town.later(days=1)
    await keep_appointments(town)
    assert tidings_of(town)[ada][0] == "notice-digest-phase"


async def keep_appointments(town: Town) -> None:
    for appointment in await town.rows(Appointment):
        await town.apply(MomentCame.of(appointment.id, "clermont-ferrand", town.now))


async def test_a_debate_is_told_to_the_people_of_its_theme(town: Town) -> None:
    [ada] = await votes(town, "ada")
    town.told.clear()
    await town.debate()
    told = {"session": "S-1", "title": "Un soir pour en parler", "theme": "La viande"}
    assert tidings_of(town)[ada] == ("notice-digest-session", told)
    assert {news.stands for news in town.news} == {"session:S-1"}


async def test_an_agenda_says_which_question_one_supports_is_on_it(town: Town) -> None:
    first, second = await town.admitted(TEXT, "author"), await town.admitted(f"{TEXT} Et demain ?", "author")
    ada, ben = await supports(town, first, "ada"), await supports(town, second, "ben")
    [cas] = await votes(town, "cas")
    await publish(town, "agenda", AGENDA)
    assert tidings_of(town) == {
        ada: ("notice-digest-agenda-item", {"ref": "Q-1", "rank": 2, "theme": "La viande"}),
        ben: ("notice-digest-agenda-item", {"ref": "Q-2", "rank": 1, "theme": "La viande"}),
        cas: ("notice-digest-agenda", {"theme": "La viande"}),
    }
    assert [news.person for news in town.news if news.urgency == "now"] == [person("author")]


async def test_who_asked_what_was_put_beside_another_question_follows_that_one(town: Town) -> None:
    first = await town.admitted(TEXT, "author")
    merged = await town.give(TEXT, "ada")
    await town.member("mia")
    await town.act(ContributionMerged, by=person("mia"), contribution=merged, into=first)
    await publish(town, "summary", SUMMARY)
    assert tidings_of(town) == {
        person("ada"): ("notice-digest-summary-cited", {"ref": "Q-1", "theme": "La viande"}),
    }


async def test_supporters_hear_of_a_question_that_is_withdrawn_and_nobody_else_does(town: Town) -> None:
    question = await town.admitted(TEXT, "author")
    ada = await supports(town, question, "ada")
    await votes(town, "ben")
    town.told.clear()
    await town.act(ContributionWithdrawn, contribution=question, citizen=person("author"))
    assert tidings_of(town) == {ada: ("notice-digest-gone", {"gone": "Q-1", "theme": "La viande"})}


async def live_question(town: Town) -> UUID:
    """Have a live question of S-1 admitted, and supported by Ada."""
    debate = await town.debate()
    await town.move("conference")
    asked = town.fact(LiveAsked, theme=MEAT, citizen=await town.join("author"), text=TEXT, session=debate)
    await town.apply(asked)
    await town.act(LiveAdmitted, by=await town.member("mia"), contribution=asked.event_id)
    await supports(town, asked.event_id, "ada")
    town.told.clear()
    return asked.event_id


async def test_supporters_hear_that_a_live_question_was_answered(town: Town) -> None:
    question = await live_question(town)
    await town.act(LiveAnswered, by=person("mia"), contribution=question)
    told = {"ref": "L-1", "answered": "L-1", "title": "Un soir pour en parler", "theme": "La viande"}
    assert tidings_of(town) == {person("ada"): ("notice-digest-answered", told)}


async def test_what_was_never_shown_is_withdrawn_without_a_word(town: Town) -> None:
    await votes(town, "ada")
    waiting = await town.give(TEXT, "author", QuestionAsked)
    town.told.clear()
    await town.act(ContributionWithdrawn, contribution=waiting, citizen=person("author"))
    assert tidings_of(town) == {}


@pytest.mark.parametrize("portion", [1, 2, 3, 7, 100])
async def test_everybody_is_told_once_however_small_the_portions(town: Town, portion: int) -> None:
    people = await votes(town, *(f"citizen {n}" for n in range(6)))
    small = {**clerk.handlers(), **tidings.handlers(portion)}
    town.ledger = Ledger(town.engine, small, town._tell)  # noqa: SLF001 - the town with smaller portions
    town.told.clear()
    first = NewsSpread(
        event_id=person("news"), city="lyon", occurred_at=town.now, theme=MEAT, what="phase", about="convening",
        after=UUID(int=0),
    )  # fmt: skip
    queue: list[Event] = [first]
    while queue:
        before = len(town.told)
        await town.apply(queue.pop(0))
        queue += [fact for fact in town.told[before:] if isinstance(fact, NewsSpread)]
    assert tidings_of(town).keys() == {*people, person("author")}


async def test_who_was_erased_is_told_nothing(town: Town) -> None:
    ada, ben = await votes(town, "ada", "ben")
    await town.act(CitizenForgotten, citizen=ada)
    town.told.clear()
    await town.move("deliberating")
    assert tidings_of(town).keys() == {ben, person("author")}
