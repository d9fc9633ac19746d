"""/mydata: everything that is stored about a person, for them alone, and nothing is left out."""

import json
from typing import Any
from uuid import UUID

from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile
from sqlmodel import SQLModel

from bots.playground.entities import plain
from events.appeals import DecisionAppealed
from events.contributions import OpinionGiven, QuestionAsked
from events.moderation import ContributionRefused
from events.needs import NeedStated
from events.preferences import NotificationsChosen
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast
from storage.letters import Letters
from storage.needs import Needs
from storage.read_models.mydata import SECTIONS
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Town

TEXT = "Why is there meat every day at the canteen?"
PEOPLE = frozenset({"citizen", "person", "author"})  # columns that say whose a row is
GONE = frozenset({"erasure"})  # who is in it cannot ask any more


async def file_of(town: Town, account: int = ADA) -> dict[str, Any]:
    [card] = await town.say("/mydata", account)
    [*_, sent] = [each for each in town.phone.requests if isinstance(each, SendDocument)]
    assert isinstance(sent.document, BufferedInputFile)
    assert (sent.document.filename, card.chat) == ("palabre-mydata.json", account)
    return dict(json.loads(sent.document.data))


def test_no_table_that_holds_something_of_people_is_left_out() -> None:
    tables = SQLModel.metadata.sorted_tables
    personal = {table.name for table in tables if PEOPLE & {column.name for column in table.columns}}
    covered = {str(section.table.__tablename__) for section in SECTIONS}
    assert covered - {"citizen", "appeal", "live_question"} == personal - GONE


async def busy(town: Town) -> UUID:
    """Have Ada do a bit of everything."""
    ada = await town.join()
    statement, question = [
        (await town.given([text], kind))[0]
        for text, kind in (
            ("Farmers need a fair price for it.", OpinionGiven),
            ("Who pays for the canteen?", QuestionAsked),
        )
    ]
    debate = await town.debate()
    await town.decide(VoteCast, theme=MEAT, statement=statement.event_id, citizen=ada, value=-1)
    await town.decide(SupportGiven, theme=MEAT, question=question.event_id, citizen=ada)
    await town.decide(SeatRequested, session=debate.event_id, citizen=ada)
    sealed = await Needs(town.engine, town.face.addresses).seal(debate.event_id, ada, "A ramp, please")
    await town.decide(NeedStated, session=debate.event_id, citizen=ada, sealed=sealed)
    await town.decide(NotificationsChosen, citizen=ada, pace="off")
    asked = await town.decide(QuestionAsked, theme=MEAT, citizen=ada, text=TEXT)
    await town.decide(ContributionRefused, by=await town.moderator(), contribution=asked.event_id, article=3)
    await town.decide(DecisionAppealed, citizen=ada, contribution=asked.event_id, reason="It is about canteens")
    news = [each for each in town.bus.news if getattr(each, "person", None) == ada]
    await Letters(town.engine).put(news, [town.now] * len(news))  # type: ignore[arg-type]  # they are news
    return ada


async def test_the_file_holds_all_of_it_under_references(town: Town) -> None:
    await busy(town)
    await town.say("/ask")
    told = await file_of(town)
    assert (told["city"], told["telegram_account"]) == ("Clermont-Ferrand", ADA)
    assert [told["citizen"][0][name] for name in ("language", "origin", "source")] == ["en", "chat", ""]
    [given] = told["contributions"]
    assert [given[name] for name in ("reference", "text", "state", "article")] == ["Q-2", TEXT, "refused", 3]
    assert [(each["statement"], each["value"]) for each in told["votes"]] == [("O-1", -1)]
    assert [each["question"] for each in told["supports"]] == ["Q-1"]
    assert [(each["session"], each["state"]) for each in told["seats"]] == [("S-1", "seated")]
    assert [(each["session"], each["text"]) for each in told["needs"]] == [("S-1", "A ramp, please")]
    assert [(each["contribution"], each["reason"]) for each in told["appeals"]] == [("Q-2", "It is about canteens")]
    assert [each["pace"] for each in told["choices"]] == ["off"]
    assert [(each["wording"], each["theme"]) for each in told["letters"]] == [("notice-refused", MEAT)]


async def test_nothing_of_anybody_else_is_in_it(town: Town) -> None:
    await busy(town)
    moderator = await town.moderator()
    told = json.dumps(await file_of(town), ensure_ascii=False)
    ben = await town.face.addresses.find("citizen", BEN)
    for secret in (str(ben), str(moderator), "Farmers need", "Who pays", str(BEN)):
        assert secret not in told


async def test_the_summary_counts_in_a_few_lines(town: Town) -> None:
    await busy(town)
    [card] = await town.say("/mydata")
    lines = plain(card.text).splitlines()
    assert [line for line in lines if line.startswith("•")] == [
        "• Contributions: 1", "• Votes: 1", "• Supports: 1", "• Seats in debates: 1", "• Messages from us: 1"
    ]  # fmt: skip


async def test_of_a_stranger_there_is_nothing(town: Town) -> None:
    [card] = await town.say("/mydata")
    assert (card.text.startswith("We know nothing about you"), town.shelf.values) == (True, {})
