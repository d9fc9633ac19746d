"""How fast the mathematics is, beside its peers where they are installed, in one run.

`python -m tests.benchmarks.deliberation [--large]`; the peers are red-dwarf (opinion map), pabutools (agenda) and
sortition-algorithms (lottery), which the project itself does not need: `.venv/bin/pip install -e '.[oracles]'`. Real
votes come from the evaluation data where it is at hand, the rest is made here. build/bench.json keeps what was found.
"""

import importlib
import random
import resource
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from deliberation.equal_shares import equal_shares
from deliberation.opinion_map import assemble, opinion_map
from deliberation.similarity import near_duplicates
from deliberation.sortition import draw
from deliberation.topics import topics
from tests.benchmarks.report import Figure, Report
from tests.integration.deliberation.evaluation import FOLDER, Ints, ballots, polis_votes
from tests.integration.deliberation.pools import MADE, SCOTLAND, Asked, quotas_of, reference, volunteers
from tests.integration.deliberation.sample import (
    along_camps,
    by_votes,
    minutes_of_each,
    own_topics,
    proportionally,
    sample_theme,
)

POLIS, MANY = "polis/*/votes.csv", 40
WORDS = (
    "viande élevage cantine boucher prairie abattoir marché légumes enfants prix climat santé vache ferme repas "
    "lentilles école ville paysan goût quartier semaine transport sol eau antibiotiques bio local emploi budget"
).split()


def main(arguments: list[str]) -> None:
    large, report = "--large" in arguments, Report("deliberation")
    real = [report.add(the_map(file.parent.name, polis_votes(file.parent))) for file in sorted(FOLDER.glob(POLIS))]
    if ratios := [each.ratio for each in real if each.ratio]:
        report.say("map, real debates: median ratio (bar: 10)", round(median(ratios), 1))
    report.add(the_map("made 10,000×500", made_votes(10_000, 500, 400_000), bar="40 ×"))
    if large:
        report.add(the_map("made 100,000×1,000", made_votes(100_000, 1_000, 5_000_000), bar="20 s", beside=False))
    for path in sorted(FOLDER.glob("pabulib/*.pb")):
        found = ballots(path)
        report.add(the_agenda(path.stem, found.costs, found.approvals, found.budget))
    the_minorities(report)
    if FOLDER.is_dir():
        for asked in (SCOTLAND, MADE):
            report.add(the_lottery(asked))
    for count in (1_000, 10_000):
        others = made_texts(count)
        report.add(Figure(f"near-copies beside {count:,} texts", best(partial(near_duplicates, WORDS[0], others))))
    if large:
        report.add(Figure("topics of 10,000 texts", best(lambda: topics(made_texts(10_000)), times=1)))
    report.say("most memory, peers included, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    report.keep()


def the_map(name: str, votes: tuple[Ints, Ints, Ints], *, bar: str = "", beside: bool = True) -> Figure:
    ours = best(lambda: opinion_map(*votes), times=3 if beside else 1)
    peer = imported("reddwarf.implementations.polis") if beside else None
    if peer is None:
        return Figure(f"map {name}", ours, bar=bar)
    held = assemble(*votes)
    cells = zip(held.participant.tolist(), held.statement.tolist(), held.value.tolist(), strict=True)
    facts = [{"participant_id": who, "statement_id": what, "vote": value} for who, what, value in cells]
    theirs = best(lambda: peer.run_pipeline(votes=facts, random_state=0), times=1)
    return Figure(f"map {name}", ours, "red-dwarf", theirs, bar)


def the_agenda(name: str, costs: dict[str, int], approvals: list[frozenset[str]], budget: int) -> Figure:
    """Time the whole method, Add1 and all, and say whether the plain method's winners are the peer's."""
    bar = "50 ×" if len(costs) >= MANY else ""
    ours = best(lambda: equal_shares(costs, approvals, budget))
    rules, elections = imported("pabutools.rules"), imported("pabutools.election")
    if rules is None or elections is None:
        return Figure(f"agenda {name}", ours, bar=bar)
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
    winners = "" if same else " (plain winners DIFFER)"
    return Figure(f"agenda {name}{winners}", ours, "pabutools", best(theirs, times=1), bar)


def the_minorities(report: Report) -> None:
    """Say how long the sample's town, at odds, would speak of what one leaning alone cares for."""
    costs, people = sample_theme()
    camps = along_camps(costs, people)
    for choice in (proportionally, by_votes):
        for leaning, minutes in minutes_of_each(costs, choice(costs, camps), own_topics()).items():
            report.say(f"agenda, sample theme at odds, {choice.__name__}: minutes for {leaning}", minutes)


def the_lottery(asked: Asked) -> Figure:
    """Time the whole draw, leximin and the list of a thousand panels, beside the peer's maximin alone."""
    people, quotas, what = volunteers(asked), quotas_of(asked), f"panel of {asked.size} from {asked}"
    ours = best(lambda: draw(people, quotas, asked.size, 0), times=1)
    if imported("sortition_algorithms") is None:
        return Figure(what, ours, bar="2 ×")
    return Figure(what, ours, "sortition-algorithms", best(lambda: reference(asked), times=1), "2 ×")


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
