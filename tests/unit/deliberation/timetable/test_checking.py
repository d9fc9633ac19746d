"""The check knows no solver: each rule broken once, and discomfort counted by hand."""

import ast
from pathlib import Path

import pytest

from deliberation.timetable import Discomfort, Place, Programme, Rule, Span, Weights, checking, discomfort, violations
from tests.unit.deliberation.timetable.made import CELLAR, HALL, NINE, TEN, programme, talk

HERE = Place(NINE, "hall")
LATER = Place(NINE + 30, "hall")
BESIDE = Place(NINE, "cellar")
TWO_ROOMS = {"rooms": (HALL, CELLAR)}


@pytest.mark.parametrize(
    ("asked", "plan", "broken"),
    [
        (programme(talk("a"), talk("b")), {"a": HERE, "b": LATER}, []),
        (programme(talk("a"), talk("b")), {"a": HERE}, [Rule("takes_place", ("b", 30))]),
        (programme(talk("a")), {"a": HERE, "z": LATER}, [Rule("unknown", ("z",))]),
        (programme(talk("a")), {"a": Place(NINE + 45, "hall")}, [Rule("closed", ("a", "hall"))]),
        (programme(talk("a")), {"a": Place(NINE, "moon")}, [Rule("closed", ("a", "moon"))]),
        (
            programme(talk("a"), rooms=(HALL, CELLAR.__class__("cellar", 20, open=(Span(NINE + 15, TEN),)))),
            {"a": BESIDE},
            [Rule("closed", ("a", "cellar"))],
        ),
        (programme(talk("a")), {"a": Place(NINE + 5, "hall")}, [Rule("grid", ("a",))]),
        (programme(talk("a", seats=21), **TWO_ROOMS), {"a": BESIDE}, [Rule("seats", ("a", 21))]),
        (programme(talk("a", features=["ramp"]), **TWO_ROOMS), {"a": BESIDE}, [Rule("feature", ("a", "ramp"))]),
        (programme(talk("a", starts=[NINE])), {"a": LATER}, [Rule("starts", ("a",))]),
        (
            programme(talk("a", speakers=["ada"]), away={"ada": (Span(NINE + 29, TEN),)}),
            {"a": HERE},
            [Rule("away", ("ada", NINE + 29, TEN))],
        ),
        (programme(talk("a", speakers=["ada"]), away={"ada": (Span(NINE + 30, TEN),)}), {"a": HERE}, []),
        (programme(talk("a", after=["b"]), talk("b")), {"a": HERE, "b": LATER}, [Rule("after", ("a", "b"))]),
        (programme(talk("a"), talk("b", after=["a"])), {"a": HERE, "b": LATER}, []),
        (
            programme(talk("a"), talk("b", apart=["a"]), **TWO_ROOMS),
            {"a": HERE, "b": BESIDE},
            [Rule("apart", ("a", "b"))],
        ),
        (
            programme(talk("a", speakers=["ada"]), talk("b", speakers=["ada", "bo"]), **TWO_ROOMS),
            {"a": HERE, "b": BESIDE},
            [Rule("speaker", ("ada",))],
        ),
        (programme(talk("a"), talk("b")), {"a": HERE, "b": HERE}, [Rule("room", ("a", "b", "hall"))]),
        (programme(talk("a", 31), talk("b")), {"a": HERE, "b": LATER}, [Rule("room", ("a", "b", "hall"))]),
        (
            programme(talk("a"), opening=(Span(NINE, NINE + 15), Span(NINE + 15, TEN))),  # a break of no length is one
            {"a": HERE},
            [Rule("closed", ("a", "hall"))],
        ),
    ],
)
def test_each_rule_is_seen_to_be_broken(asked: Programme, plan: dict[str, Place], broken: list[Rule]) -> None:
    assert violations(asked, plan) == broken


def test_discomfort_is_counted_in_people_quarters_and_moves() -> None:
    asked = programme(
        talk("a", speakers=["ada"], tags=["meat"]),
        talk("b", 20, speakers=["ada"]),
        talk("c", speakers=["ada"]),
        talk("d", tags=["meat"]),
        rooms=(HALL, CELLAR),
        opening=(Span(NINE, TEN), Span(TEN + 30, TEN + 90), Span(NINE + 1440, TEN + 1440)),
        want_both={("d", "a"): 4, ("a", "d"): 3, ("b", "d"): 100},
        previous={"a": HERE, "b": HERE, "gone": HERE},
        weights=Weights(clash=2, tag=5, gap=3, move=7),
    )
    plan = {"a": HERE, "b": Place(TEN + 60, "hall"), "c": Place(NINE + 1440, "hall"), "d": Place(NINE + 15, "cellar")}
    # Ada waits from half past nine to ten and from half past ten to eleven; the break and the next day do not count.
    assert discomfort(asked, plan) == Discomfort(clashes=4 + 3 + 5, gaps=4, moves=1, total=2 * 12 + 3 * 4 + 7)


def test_the_check_knows_nothing_of_those_who_make_timetables() -> None:
    tree = ast.parse(Path(str(checking.__file__)).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {module for module in imported if module and module.startswith("deliberation")}
    assert ours == {"deliberation.timetable.programme", "deliberation.timetable.rules"}
