"""What is published about a draw can be checked by anybody, and what was changed in it is named."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from deliberation.sortition import chance, checking, commitments, draw

POOL = [{"id": f"p{n}", "gender": "FM"[n % 2]} for n in range(9)]
QUOTAS = {"gender": {"F": (2, 2), "M": (1, 2)}}
SALTS = {person["id"]: f"{n:032x}" for n, person in enumerate(POOL)}


@pytest.fixture
def published() -> dict[str, Any]:
    drawn = draw(POOL, QUOTAS, 4, "public")
    leaves = [commitments.leaf(person, SALTS[person["id"]]) for person in POOL]
    return {
        "seed": "public",
        "panels": [list(panel) for panel in drawn.lottery],
        "selected": list(drawn.selected),
        "size": 4,
        "quotas": QUOTAS,
        "values": {person["id"]: {"gender": person["gender"]} for person in POOL},
        "leaves": leaves,
        "pool_root": commitments.root(leaves),
    }


def test_an_honest_draw_has_no_fault(published: dict[str, Any]) -> None:
    assert checking.faults(published) == []


def test_another_seed_another_panel_or_another_pool_is_named(published: dict[str, Any]) -> None:
    other = next(panel for panel in published["panels"] if panel != published["selected"])
    assert [fault.partition(",")[2] for fault in checking.faults({**published, "selected": other})] == [
        " which is not the one that was selected"
    ]
    assert checking.faults({**published, "leaves": [*published["leaves"][1:], "00" * 32]}) == [
        "the entries of the pool do not lead to the root that was committed"
    ]


def test_a_panel_outside_the_quotas_is_named(published: dict[str, Any]) -> None:
    women = [person["id"] for person in POOL if person["gender"] == "F"][:4]
    place = next(n for n in range(1000) if published["panels"][n] != published["selected"])
    published["panels"][place] = women
    assert checking.faults(published) == [
        f"panel {place} has 4 with gender = F, not 2 to 2",
        f"panel {place} has 0 with gender = M, not 1 to 2",
    ]


def test_two_of_a_home_and_whoever_is_not_in_the_pool_are_named(published: dict[str, Any]) -> None:
    homes = {person["id"]: f"h{n}" for n, person in enumerate(POOL)}
    assert checking.faults({**published, "homes": homes}) == []
    place = next(n for n in range(1000) if published["panels"][n] != published["selected"])
    one, other, *_ = published["panels"][place]
    together = checking.faults({**published, "homes": {**homes, other: homes[one]}})
    assert f"panel {place} has 2 of one home, {homes[one]}" in together
    published["panels"][place] = [one, other, "p98", "p99"]
    assert checking.faults(published) == [f"panel {place} has p98, p99, not in the pool"]


def test_a_panel_with_somebody_twice_is_named() -> None:
    leaves = [commitments.leaf({"id": who}, "ab" * 16) for who in "ab"]
    twice = ["a", "a", "b"]
    published = {"seed": 0, "panels": [twice], "selected": twice, "size": 2, "quotas": {}, "leaves": leaves}
    document = {**published, "values": {"a": {}, "b": {}}, "pool_root": commitments.root(leaves)}
    assert checking.faults(document) == ["panel 0 has not 2 people"]
    assert checking.faults({**document, "size": 3}) == ["panel 0 has not 3 people"]


def test_whoever_has_no_value_or_no_home_is_named(published: dict[str, Any]) -> None:
    who, *others = published["selected"]
    alone = {**published, "panels": [published["selected"]], "quotas": {"gender": {"F": (0, 4), "M": (0, 4)}}}
    silent = {**alone, "values": {**published["values"], who: {}}}
    assert checking.faults(silent) == [f"panel 0 has {who}, whose gender is not given"]
    homeless = {**alone, "homes": {other: other for other in others}}
    assert checking.faults(homeless) == [f"panel 0 has {who}, whose home is not given"]


def test_values_that_are_numbers_are_counted_as_the_draw_counts_them() -> None:
    pool: list[dict[str, Any]] = [{"id": f"p{n}", "district": n % 2} for n in range(6)]
    quotas = {"district": {0: (1, 1), 1: (1, 1)}}
    drawn = draw(pool, quotas, 2, "public")  # type: ignore[arg-type]
    leaves = [commitments.leaf(person, f"{n:032x}") for n, person in enumerate(pool)]
    document = {
        "seed": "public",
        "panels": drawn.lottery,
        "selected": drawn.selected,
        "size": 2,
        "quotas": quotas,
        "values": {person["id"]: {"district": person["district"]} for person in pool},
        "leaves": leaves,
        "pool_root": commitments.root(leaves),
    }
    assert (checking.faults(document), checking.faults(json.loads(json.dumps(document)))) == ([], [])


def test_the_check_needs_nothing_but_python(published: dict[str, Any], tmp_path: Path) -> None:
    """No numpy, no solver, nothing of ours but three files."""
    code = (
        "import sys, types\n"
        "for name in ('deliberation', 'deliberation.sortition'):\n"
        "    sys.modules[name] = types.ModuleType(name); sys.modules[name].__path__ = [sys.argv[1]]\n"
        "import json, deliberation.sortition.checking as c\n"
        "print(c.faults(json.loads(sys.stdin.read())))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(Path(checking.__file__).parent)],
        input=json.dumps(published), capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9])
def test_everybody_can_prove_to_have_been_in_the_pool(count: int) -> None:
    leaves = [commitments.leaf(person, SALTS[person["id"]]) for person in POOL[:count]]
    top = commitments.root(leaves)
    assert all(commitments.leads_to(each, commitments.proof(leaves, each), top) for each in leaves)
    stranger = commitments.leaf({"id": "stranger"}, "ab" * 16)
    assert not any(commitments.leads_to(stranger, commitments.proof(leaves, each), top) for each in leaves)


def test_no_node_passes_for_an_entry() -> None:
    leaves = [commitments.leaf(person, SALTS[person["id"]]) for person in POOL[:2]]
    assert commitments.root([commitments.root(leaves)]) == commitments.root(leaves)  # of one entry it is the entry
    assert commitments.root(leaves) != commitments.leaf({}, "".join(sorted(leaves)))


def test_every_number_is_as_likely_as_any_other() -> None:
    stream = chance.numbers(0, "test")
    counts = Counter(chance.below(stream, 6) for _ in range(6000))
    assert sorted(counts) == [0, 1, 2, 3, 4, 5]
    assert max(abs(count - 1000) for count in counts.values()) < 120  # four standard deviations


def test_the_stream_is_the_one_that_is_documented() -> None:
    """SHA-256 of "0|panel|0", by hand: printf '0|panel|0' | sha256sum."""
    first = 0x761F990C5B120437AD8F28F04EE7AE492A94253DEE15EE698722B4977AB4FD05
    assert next(chance.numbers(0, "panel")) == first


def test_a_number_that_would_favour_the_low_results_is_passed_over() -> None:
    assert chance.below(iter([chance.RANGE - 1, 5]), 3) == 2  # 2²⁵⁶ is 1 above a multiple of 3


def test_no_party_decides_the_seed_alone() -> None:
    secrets = {"city": "a", "citizens": "b"}
    sealed = {party: chance.sealed(secret) for party, secret in secrets.items()}
    seed = chance.common_seed(sealed, secrets, "lotto 3 7 12")
    assert seed != chance.common_seed(sealed, secrets, "lotto 3 7 13")
    with pytest.raises(ValueError, match="city has not revealed what was sealed"):
        chance.common_seed(sealed, {**secrets, "city": "c"}, "lotto 3 7 12")
