"""How fast the mathematics is, beside its peers where they are installed, in one run.

`python -m tests.benchmarks.deliberation [--large]`; the peers are red-dwarf (opinion map) and pabutools (agenda), which
the project does not need. Real votes come from the evaluation data where it is at hand, the rest is made here.
"""

import importlib
import random
import resource
import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

import numpy as np

from deliberation.equal_shares import equal_shares
from deliberation.opinion_map import assemble, opinion_map
from deliberation.similarity import near_duplicates
from deliberation.topics import topics
from tests.integration.deliberation.evaluation import FOLDER, Ints, ballots, polis_votes

WORDS = (
    "viande élevage cantine boucher prairie abattoir marché légumes enfants prix climat santé vache ferme repas "
    "lentilles école ville paysan goût quartier semaine transport sol eau antibiotiques bio local emploi budget"
).split()


def main(arguments: list[str]) -> None:
    large = "--large" in arguments
    for folder in sorted(FOLDER.glob("polis/*/votes.csv")):
        the_map(folder.parent.name, polis_votes(folder.parent))
    the_map("made 10,000×500", made_votes(10_000, 500, 400_000))
    if large:
        the_map("made 100,000×1,000", made_votes(100_000, 1_000, 5_000_000), beside=False)
    for path in sorted(FOLDER.glob("pabulib/*.pb")):
        found = ballots(path)
        the_agenda(path.stem, found.costs, found.approvals, found.budget)
    for count in (1_000, 10_000):
        others = made_texts(count)
        say(f"near_duplicates beside {count:,} texts", best(partial(near_duplicates, WORDS[0], others)))
    if large:
        say("topics of 10,000 texts", best(lambda: topics(made_texts(10_000)), times=1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{'most memory, peers included':44} {peak:7d} MB\n")


def the_map(name: str, votes: tuple[Ints, Ints, Ints], *, beside: bool = True) -> None:
    ours = best(lambda: opinion_map(*votes), times=3 if beside else 1)
    peer = imported("reddwarf.implementations.polis") if beside else None
    if peer is None:
        return say(f"map {name}", ours)
    held = assemble(*votes)
    cells = zip(held.participant.tolist(), held.statement.tolist(), held.value.tolist(), strict=True)
    facts = [{"participant_id": who, "statement_id": what, "vote": value} for who, what, value in cells]
    return say(f"map {name}", ours, best(lambda: peer.run_pipeline(votes=facts, random_state=0), times=1))


def the_agenda(name: str, costs: dict[str, int], approvals: list[frozenset[str]], budget: int) -> None:
    """Time the whole method, Add1 and all, and say whether the plain method's winners are the peer's."""
    ours = best(lambda: equal_shares(costs, approvals, budget), times=1)
    rules, elections = imported("pabutools.rules"), imported("pabutools.election")
    if rules is None or elections is None:
        return say(f"agenda {name}", ours)
    projects = {item: elections.Project(item, cost) for item, cost in costs.items()}
    instance = elections.Instance(projects.values(), budget_limit=budget)
    votes = [elections.ApprovalBallot(projects[item] for item in approved) for approved in approvals]
    profile = elections.ApprovalProfile(votes, instance=instance).as_multiprofile()

    def theirs() -> set[str]:
        found = rules.method_of_equal_shares(instance, profile, sat_class=elections.Cost_Sat, voter_budget_increment=1)
        return {project.name for project in found}

    plainly = rules.method_of_equal_shares(instance, profile, sat_class=elections.Cost_Sat)
    same = {project.name for project in plainly} == set(
        equal_shares(costs, approvals, budget, completion=None).selected
    )
    return say(f"agenda {name} (plain winners {'equal' if same else 'DIFFER'})", ours, best(theirs, times=1))


def say(what: str, ours: float, theirs: float | None = None) -> None:
    ratio = f"   peer {theirs * 1000:10.1f} ms   {theirs / ours:7.1f} ×" if theirs is not None else ""
    sys.stdout.write(f"{what:62} {ours * 1000:10.1f} ms{ratio}\n")
    sys.stdout.flush()


def best(run: Callable[[], Any], *, times: int = 5) -> float:
    """Return the seconds of the quickest of several runs."""
    found = []
    for _ in range(times):
        start = perf_counter()
        run()
        found.append(perf_counter() - start)
    return min(found)


def imported(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def made_votes(people: int, statements: int, count: int) -> tuple[Ints, Ints, Ints]:
    """Make votes of people in three camps, with noise."""
    chance = np.random.default_rng(0)
    camps = chance.normal(size=(3, statements))
    participant, statement = chance.integers(0, people, count), chance.integers(0, statements, count)
    leaning = camps[participant % 3, statement] + chance.normal(size=count)
    return participant, statement, np.where(np.abs(leaning) < 0.2, 0, np.sign(leaning)).astype(np.int64)


def made_texts(count: int) -> list[str]:
    chance = random.Random(0)
    return [" ".join(chance.choices(WORDS, k=chance.randint(6, 22))).capitalize() + " ?" for _ in range(count)]


if __name__ == "__main__":
    main(sys.argv[1:])
