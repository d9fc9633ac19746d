"""Who was banned writes, votes and supports no more; everything else stays, and nobody learns who it is."""

from typing import Any
from uuid import UUID

import pytest

from events.base import Event
from events.citizens import LanguageChosen
from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked, TestimonyGiven
from events.moderation import AuthorBanned, AuthorUnbanned, ContributionAdmitted
from events.sessions import SeatRequested
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack
from storage.read_models.status import status_of
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen
from tests.fakes import MEAT, Town, person

TEXT = "Faut-il du fromage à la cantine ?"
BANNED = ("refused.banned", {"ref": "Q-1"})


@pytest.fixture
async def town(town: Town) -> Town:
    """A town where Mia moderates and Ada, who has asked Q-1, is banned for it."""
    await town.member("mia")
    await ban(town, await town.admitted(TEXT, "ada"))
    return town


async def ban(town: Town, contribution: UUID, by: str = "mia", kind: type[Event] = AuthorBanned) -> Any:
    return await town.act(kind, by=person(by), contribution=contribution)


async def question(town: Town) -> UUID:
    return next(row.id for row in await town.rows(Contribution) if row.reference == "Q-1")


@pytest.mark.parametrize("kind", [QuestionAsked, OpinionGiven, TestimonyGiven])
async def test_nothing_that_is_written_is_received(town: Town, kind: type[Event]) -> None:
    assert await town.act(kind, theme=MEAT, citizen=person("ada"), text=TEXT) == BANNED
    assert len(await town.rows(Contribution)) == 1


async def test_no_ballot_counts_and_those_of_before_do(town: Town) -> None:
    ada, ballots = person("ada"), (await town.statement("Il faut du fromage.", "ben"), await town.admitted(TEXT, "cam"))
    statement, asked = ballots
    given = {"theme": MEAT, "citizen": ada}
    for kind, fields in (
        (VoteCast, {"statement": statement, "value": 1}),
        (VoteTakenBack, {"statement": statement}),
        (SupportGiven, {"question": asked}),
        (SupportTakenBack, {"question": asked}),
    ):
        assert await town.act(kind, **given, **fields) == BANNED
    await ban(town, await question(town), kind=AuthorUnbanned)
    await town.act(VoteCast, **given, statement=statement, value=1)
    await ban(town, await question(town))
    assert (await status_of(town.engine)).votes == 1


async def test_a_ban_stops_nobody_else_of_the_same_batch(town: Town) -> None:
    statement = await town.statement("Il faut du fromage.", "ben")
    votes = [
        town.fact(VoteCast, theme=MEAT, citizen=person(name), statement=statement, value=1) for name in ("ada", "ben")
    ]
    assert [outcome.code for outcome in await town.apply(*votes)] == ["refused.banned", "counted"]


async def test_what_was_admitted_stays_and_the_rest_goes_on(town: Town) -> None:
    contribution, ada = await town.row(Contribution, await question(town)), person("ada")
    assert contribution.state == "admitted"
    assert (await town.act(LanguageChosen, citizen=ada, language="it"))[0] == "language"
    assert (await town.act(SeatRequested, session=await town.debate(), citizen=ada))[0] == "seated"
    assert (await town.act(ContributionWithdrawn, contribution=contribution.id, citizen=ada))[0] == "withdrawn"


async def test_an_unbanned_author_is_heard_again(town: Town) -> None:
    assert await ban(town, await question(town), kind=AuthorUnbanned) == ("unbanned", {"ref": "Q-1"})
    assert (await town.act(QuestionAsked, theme=MEAT, citizen=person("ada"), text=TEXT))[0] == "received"


async def test_no_answer_tells_whether_two_contributions_are_of_one_person(town: Town) -> None:
    of_ben = await town.give(TEXT, "ben")
    await ban(town, await question(town), kind=AuthorUnbanned)
    of_ada = await town.give(TEXT, "ada")
    for kind, code in ((AuthorBanned, "banned"), (AuthorUnbanned, "unbanned")):
        await ban(town, of_ben, kind=AuthorUnbanned)
        await ban(town, await question(town))  # now Ada is banned, and Ben is not
        for contribution, ref in ((of_ben, "Q-2"), (of_ada, "Q-3")):
            assert await ban(town, contribution, kind=kind) == (code, {"ref": ref})
    assert town.wordings() == [(person("ada"), "notice-admitted")]


@pytest.mark.parametrize("kind", [AuthorBanned, AuthorUnbanned])
@pytest.mark.parametrize("by", ["eva", "nobody", "ada"])
async def test_only_owners_and_moderators_ban(town: Town, kind: type[Event], by: str) -> None:
    await town.member("eva", "expert")
    contribution = await town.give(TEXT, "ben")
    before = await town.rows(Citizen)
    assert await ban(town, contribution, by, kind) == ("refused.role", {})
    assert await town.rows(Citizen) == before


async def test_what_nobody_wrote_has_no_author(town: Town) -> None:
    assert await ban(town, person("nothing")) == ("refused.unknown_contribution", {})


async def test_moderators_still_decide_what_waited(town: Town) -> None:
    waiting = await town.give(TEXT, "ben")
    await ban(town, waiting)
    assert (await town.act(ContributionAdmitted, by=person("mia"), contribution=waiting))[0] == "admitted"
