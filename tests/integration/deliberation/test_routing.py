"""Routing finds the common ground sooner than chance: on a made debate, and on a real one played again."""

import numpy as np

from deliberation.opinion_map import Assembly, assemble
from tests.benchmarks.routing import Ints, Rule, by_chance, by_priority, needed, placed, played
from tests.integration.deliberation.evaluation import at_hand, polis_votes


def made(people: int = 100, statements: int = 80) -> Assembly:
    """Ten statements that eight in ten agree with; on the others people differ, and two in ten pass."""
    chance = np.random.default_rng(0)
    participant, statement = np.divmod(np.arange(people * statements), statements)
    agree = np.where(statement < 10, 0.8, chance.uniform(0.2, 0.65, statements)[statement])
    drawn = chance.random(len(statement))
    return assemble(
        participant, statement, np.where(drawn < agree, 1, np.where(drawn < agree + 0.2 * (statement >= 10), 0, -1))
    )


def mean_needed(votes: Assembly, group_of: Ints, rule: Rule) -> float:
    return float(np.mean([needed(*played(votes, group_of, rule, seed)) for seed in range(2)]))


def test_a_made_common_ground_is_found_with_fewer_votes_than_by_chance() -> None:
    votes = made()
    everybody = np.zeros(votes.participants, dtype=np.int64)
    assert mean_needed(votes, everybody, by_priority) < 0.5 * mean_needed(votes, everybody, by_chance)


def test_the_common_ground_of_a_real_debate_is_found_with_fewer_votes_than_by_chance() -> None:
    votes, group_of = placed(assemble(*polis_votes(at_hand("polis/brexit-consensus"))))
    assert mean_needed(votes, group_of, by_priority) < 0.9 * mean_needed(votes, group_of, by_chance)
