"""How the mathematics grows with a city: from a thousand people to a hundred thousand, as a picture.

`python -m tests.benchmarks.growth [FILE]` draws build/growth.svg (or FILE) and adds its figures to build/bench.json.
"""

import random
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure as Picture

from deliberation.equal_shares import equal_shares
from deliberation.opinion_map import opinion_map
from deliberation.similarity import near_duplicates
from tests.benchmarks.deliberation import best, made_texts, made_votes
from tests.benchmarks.report import FILE, Figure, Report

PEOPLE = (1_000, 3_000, 10_000, 30_000, 100_000)
STATEMENTS, VOTES_EACH = 500, 40
ITEMS, WISHES_EACH, MINUTES = 60, 8, 360


def main(arguments: list[str]) -> None:
    report = Report("growth")
    curves = {
        f"opinion map ({STATEMENTS} statements)": the_map,
        f"agenda ({ITEMS} items)": the_agenda,
        "near-copies of one text": the_copies,
    }
    found = {
        what: {people: measured(report, what, run(people), people) for people in PEOPLE} for what, run in curves.items()
    }
    report.keep()
    draw(found, Path(arguments[0]) if arguments else FILE.with_name("growth.svg"))


def measured(report: Report, what: str, run: Callable[[], object], people: int) -> float:
    return report.add(Figure(f"{what}, {people:,} people", best(run, times=2))).ours_s


def the_map(people: int) -> Callable[[], object]:
    return partial(opinion_map, *made_votes(people, STATEMENTS, people * VOTES_EACH))


def the_agenda(people: int) -> Callable[[], object]:
    chance = random.Random(0)
    costs = {item: chance.choice((20, 30, 45, 60)) for item in range(ITEMS)}
    wishes = [frozenset(chance.sample(range(ITEMS), WISHES_EACH)) for _ in range(people)]
    return partial(equal_shares, costs, wishes, MINUTES)


def the_copies(people: int) -> Callable[[], object]:
    texts = made_texts(people)
    return partial(near_duplicates, texts[people // 2], texts)


def draw(curves: Mapping[str, Mapping[int, float]], file: Path) -> None:
    """Draw seconds by people, both on logarithmic scales, with a line that grows as the number of people does."""
    mpl.rcParams["svg.hashsalt"] = "growth"
    picture = Picture(figsize=(7, 4), layout="constrained")
    axes = picture.subplots()
    for what, points in curves.items():
        axes.plot(list(points), list(points.values()), marker="o", label=what)
    start = min(points[PEOPLE[0]] for points in curves.values())
    axes.plot(PEOPLE, [start * people / PEOPLE[0] for people in PEOPLE], "--", color="grey", label="as people do")
    axes.set(xscale="log", yscale="log", xlabel="people", ylabel="seconds")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    file.parent.mkdir(exist_ok=True)
    picture.savefig(file, metadata={"Date": None})


if __name__ == "__main__":
    main(sys.argv[1:])
