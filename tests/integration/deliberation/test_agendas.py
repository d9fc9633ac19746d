"""The agenda on the sample theme beside a choice by votes alone, and beside the libraries of the field."""

import random
from collections import Counter

import pytest

from deliberation.equal_shares import ejr_plus_violations, equal_shares
from tests.integration.deliberation.evaluation import at_hand, ballots
from tests.integration.deliberation.sample import (
    MINUTES,
    Ballot,
    along_camps,
    by_votes,
    minutes_of_each,
    own_topics,
    proportionally,
    sample_theme,
    vote_of,
)

MANY_ITEMS = ("poland_warszawa_2022_wesola", "poland_warszawa_2023_ursynow", "poland_wieliczka_2023")


def test_the_quarter_that_eats_no_meat_gets_the_climate_onto_the_agenda_of_the_sample_theme() -> None:
    costs, people = sample_theme()
    shared, outvoted = proportionally(costs, people), by_votes(costs, people)
    assert Counter(each.leaning for each in people)["vegetal"] == 100
    assert [set(shared - outvoted), set(outvoted - shared)] == [{"climate"}, {"farming"}]
    assert [sum(not each.topics & agenda for each in people) for agenda in (shared, outvoted)] == [28, 32]


def test_in_a_town_at_odds_nobody_is_outvoted() -> None:
    costs, people = sample_theme()
    camps, own = along_camps(costs, people), own_topics()
    assert Counter(each.leaning for each in camps) == {"terroir": 110, "budget": 105, "vegetal": 100, "mesure": 85}
    shared, outvoted = (minutes_of_each(costs, choice(costs, camps), own) for choice in (proportionally, by_votes))
    assert outvoted == {"terroir": 110, "vegetal": 20, "budget": 50, "mesure": 0}
    assert shared == {"terroir": 40, "vegetal": 50, "budget": 50, "mesure": 30}
    assert ejr_plus_violations(costs, [each.topics for each in camps], MINUTES, by_votes(costs, camps)) == ["health"]


def test_so_many_more_supporters_put_a_topic_of_the_sample_theme_onto_the_agenda_and_one_less_do_not() -> None:
    vote = vote_of(*sample_theme())
    missed = vote.outcome().missed
    needed = {topic: vote.sufficient(topic, miss.more) for topic, miss in missed.items()}
    assert len(needed) == 13
    assert all(
        vote.chosen_with(topic, more) and not vote.chosen_with(topic, more - 1)
        for topic, more in needed.items()
        if more
    )
    assert None not in needed.values()


def test_what_takes_longer_than_there_is_time_is_not_a_matter_of_supporters() -> None:
    vote = vote_of({"palace": MINUTES + 1, "bread": 20}, [Ballot("vegetal", frozenset({"palace", "bread"}))] * 3)
    assert (vote.outcome().selected, vote.sufficient("palace", 1)) == (("bread",), None)


@pytest.mark.parametrize("utility", ["cost", "cardinality"])
def test_the_plain_method_chooses_what_pabutools_may_choose(utility: str) -> None:
    rules, theirs = pytest.importorskip("pabutools.rules"), pytest.importorskip("pabutools.election")
    chance = random.Random(20261125)
    for _ in range(150):
        costs = {item: chance.randint(1, 40) for item in "abcdef"}
        approvals = [{item for item in costs if chance.random() < 0.5} for _ in range(chance.randint(1, 9))]
        projects = {item: theirs.Project(item, cost) for item, cost in costs.items()}
        instance = theirs.Instance(projects.values(), budget_limit=100)
        votes = [theirs.ApprovalBallot(projects[item] for item in approved) for approved in approvals]
        satisfaction = theirs.Cost_Sat if utility == "cost" else theirs.Cardinality_Sat
        allowed = rules.method_of_equal_shares(
            instance, theirs.ApprovalProfile(votes, instance=instance), sat_class=satisfaction, resoluteness=False
        )
        chosen = equal_shares(costs, approvals, 100, utility=utility, completion=None)  # type: ignore[arg-type]
        assert set(chosen.selected) in [{project.name for project in each} for each in allowed]


@pytest.mark.parametrize("name", MANY_ITEMS)
def test_the_plain_winners_of_a_real_budget_are_those_of_pabutools(name: str) -> None:
    rules, theirs = pytest.importorskip("pabutools.rules"), pytest.importorskip("pabutools.election")
    found = ballots(at_hand(f"pabulib/{name}.pb"))
    projects = {item: theirs.Project(item, cost) for item, cost in found.costs.items()}
    instance = theirs.Instance(projects.values(), budget_limit=found.budget)
    votes = [theirs.ApprovalBallot(projects[item] for item in approved) for approved in found.approvals]
    profile = theirs.ApprovalProfile(votes, instance=instance).as_multiprofile()
    winners = rules.method_of_equal_shares(instance, profile, sat_class=theirs.Cost_Sat)
    chosen = equal_shares(found.costs, found.approvals, found.budget, completion=None)
    assert set(chosen.selected) == {project.name for project in winners}


def test_committees_are_those_of_abcvoting() -> None:
    rules, preferences = pytest.importorskip("abcvoting.abcrules"), pytest.importorskip("abcvoting.preferences")
    chance = random.Random(20261125)
    for _ in range(150):
        approvals = [{item for item in range(6) if chance.random() < 0.5} for _ in range(chance.randint(1, 9))]
        size = chance.randint(1, 5)
        profile = preferences.Profile(6)
        profile.add_voters(approvals)
        allowed = rules.compute("equal-shares", profile, size, resolute=False, completion=None)
        chosen = equal_shares([1] * 6, approvals, size, completion=None)
        assert set(chosen.selected) in [set(each) for each in allowed]
