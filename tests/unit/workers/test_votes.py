"""Votes and supports: one a person and a text, the last counts, on admitted texts in the right phase only."""

from deliberation.phases import PHASES
from events.base import Event
from events.contributions import ContributionWithdrawn, OpinionGiven
from events.moderation import ContributionRefused, DecisionUndone
from events.votes import SupportGiven, SupportTakenBack, VoteCast, VoteTakenBack
from storage.read_models.status import status_of
from storage.tables.votes import Support, Vote
from tests.fakes import MEAT, Town, person
from workers.decisions import CHUNK


async def votes(town: Town) -> set[tuple[object, object, int]]:
    return {(vote.citizen, vote.statement, vote.value) for vote in await town.rows(Vote)}


def vote(town: Town, statement: object, citizen: object, value: int) -> Event:
    return town.fact(VoteCast, theme=MEAT, statement=statement, citizen=citizen, value=value)


async def test_the_last_vote_counts_in_one_batch_and_over_several(town: Town) -> None:
    statement, ben = await town.statement(), await town.join("ben")
    await town.apply(*(vote(town, statement, ben, value) for value in (1, 0, -1)))
    assert await votes(town) == {(ben, statement, -1)}
    await town.apply(vote(town, statement, ben, 1))
    assert await votes(town) == {(ben, statement, 1)}


async def test_a_vote_taken_back_and_cast_again_in_one_batch_stands(town: Town) -> None:
    statement, ben = await town.statement(), await town.join("ben")
    back = town.fact(VoteTakenBack, theme=MEAT, statement=statement, citizen=ben)
    outcomes = await town.apply(vote(town, statement, ben, 1), back, vote(town, statement, ben, -1))
    assert [outcome.code for outcome in outcomes] == ["counted"] * 3
    assert await votes(town) == {(ben, statement, -1)}
    await town.act(VoteTakenBack, theme=MEAT, statement=statement, citizen=ben)
    assert await votes(town) == set()


async def test_the_same_vote_told_twice_does_not_undo_a_later_one(town: Town) -> None:
    statement, ben = await town.statement(), await town.join("ben")
    first, second = vote(town, statement, ben, 1), vote(town, statement, ben, -1)
    await town.apply(first, second)
    await town.apply(first)
    assert await votes(town) == {(ben, statement, -1)}


async def test_only_admitted_statements_are_voted_on(town: Town) -> None:
    ben = await town.join("ben")
    waiting = await town.give("Il faut du fromage à la cantine.", "ada", OpinionGiven)
    question, withdrawn = await town.admitted("Et le fromage, alors ?"), await town.statement()
    await town.act(ContributionWithdrawn, contribution=withdrawn, citizen=person("ada"))
    outcomes = await town.apply(
        *(vote(town, text, ben, 1) for text in (waiting, question, withdrawn, person("nothing")))
    )
    assert {(outcome.code, *outcome.params.values()) for outcome in outcomes} == {("refused.unknown_contribution",)}
    assert await votes(town) == set()


async def test_a_bad_ballot_stops_no_other_of_its_batch(town: Town) -> None:
    statement, ben = await town.statement(), await town.join("ben")
    outcomes = await town.apply(
        vote(town, statement, person("stranger"), 1), vote(town, statement, ben, 1), vote(town, ben, ben, 1)
    )
    assert [outcome.code for outcome in outcomes] == [
        "refused.stranger", "counted", "refused.unknown_contribution"
    ]  # fmt: skip
    assert await votes(town) == {(ben, statement, 1)}


async def test_ballots_count_while_people_collect_and_deliberate(town: Town) -> None:
    statement, question, ben = await town.statement(), await town.admitted("Et le fromage ?!"), await town.join("ben")
    given, counted = {"theme": MEAT, "citizen": ben}, []
    for phase in PHASES:
        await town.move(phase)
        codes = {
            (await town.act(VoteCast, statement=statement, value=1, **given))[0],
            (await town.act(VoteTakenBack, statement=statement, **given))[0],
            (await town.act(SupportGiven, question=question, **given))[0],
            (await town.act(SupportTakenBack, question=question, **given))[0],
        }
        assert codes in ({"counted"}, {"refused.phase"})
        counted += [phase] * (codes == {"counted"})
    assert counted == ["collecting", "deliberating"]


async def test_a_question_is_supported_once_and_no_more_when_taken_back(town: Town) -> None:
    question, ben = await town.admitted("Et le fromage, alors ?"), await town.join("ben")
    supports = [town.fact(SupportGiven, theme=MEAT, question=question, citizen=ben) for _ in range(2)]
    await town.apply(*supports)
    assert [(row.citizen, row.question) for row in await town.rows(Support)] == [(ben, question)]
    await town.act(SupportTakenBack, theme=MEAT, question=question, citizen=ben)
    assert await town.rows(Support) == []


async def test_asking_is_not_supporting(town: Town) -> None:
    await town.admitted("Et le fromage, alors ?")
    assert (await status_of(town.engine)).supports == 0


async def test_a_ballot_is_of_the_theme_of_its_text_whatever_it_says(town: Town) -> None:
    await town.theme("le-velo", "archived")
    statement, ben = await town.statement(), await town.join("ben")
    await town.act(VoteCast, theme="le-velo", statement=statement, citizen=ben, value=1)
    assert [row.theme for row in await town.rows(Vote)] == [MEAT]


async def test_a_batch_may_hold_more_people_than_one_query_takes(town: Town) -> None:
    statement = await town.statement()
    names = range(CHUNK + 10)
    citizens = [await town.join(name) for name in names[:3]] + [person(name) for name in names[3:]]
    outcomes = await town.apply(*(vote(town, statement, citizen, 1) for citizen in citizens))
    assert [outcome.code for outcome in outcomes] == ["counted"] * 3 + ["refused.stranger"] * (CHUNK + 7)


async def test_neither_a_refused_nor_a_waiting_text_is_voted_on(town: Town) -> None:
    mia, ben = await town.member("mia"), await town.join("ben")
    statement = await town.give("Il faut du fromage à la cantine.", "ada", OpinionGiven)
    await town.act(ContributionRefused, by=mia, contribution=statement, article=1)
    assert (await town.apply(vote(town, statement, ben, 1)))[0].code == "refused.unknown_contribution"
    await town.act(DecisionUndone, by=mia, contribution=statement)
    assert (await town.apply(vote(town, statement, ben, 1)))[0].code == "refused.unknown_contribution"
