"""An import brings everything in once, says what stayed out, and may be run again at any time."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.integration.deploy.conftest import Command

DATA = Path(os.environ.get("PALABRE_EVALUATION_DATA") or Path(__file__).parents[4] / "shared" / "data")
UBER = DATA / "polis" / "vtaiwan.uberx"

ROWS = [
    "question,q1,anna,Pourquoi la cantine sert-elle tant de viande ?,,,,",
    "opinion,o1,ben,La cantine devrait servir moins de viande.,,,,",
    "testimony,t1,ben,Mon fils mange à la cantine depuis trois ans.,,,,",
    "support,s1,chloé,,,q1,,",
    "vote,v1,anna,,,o1,agree,",
    "vote,v2,chloé,,,o1,disagree,",
]


async def counts(palabre: Command) -> dict[str, Any]:
    status = (await palabre("status", "--json")).json
    return {**status["contributions"], **{name: status[name] for name in ("votes", "supports", "people")}}


def counted(**changed: int) -> dict[str, int]:
    nothing = dict.fromkeys(("received", "admitted", "refused", "waiting", "merged", "withdrawn"), 0)
    return {**nothing, "votes": 0, "supports": 0, "people": 0, **changed}


async def test_a_second_import_adds_nothing(palabre: Command) -> None:
    everything = counted(received=3, admitted=3, votes=2, supports=1, people=3)

    first = await palabre.bring_in(ROWS, "--admit")
    assert (first.code, await counts(palabre)) == (0, everything)
    second = await palabre.bring_in(ROWS, "--admit")
    assert (second.code, await counts(palabre)) == (0, everything)
    assert second.out == (
        "la-viande: 3 contributions, 3 votes, supports and sign-ups read; 6 were here already; 0 rows stayed out\n"
    )


async def test_what_waits_is_admitted_by_a_second_import_and_then_its_votes_count(palabre: Command) -> None:
    first = await palabre.bring_in(ROWS)

    waits = "its target waits for the moderators: admit it there, or import again with --admit"
    said = [line for line in first.err.splitlines() if line.startswith("line ")]
    assert (first.code, said) == (1, [f"line {line}: {waits}" for line in (5, 6, 7)])
    assert await counts(palabre) == counted(received=3, waiting=3, people=3)
    second = await palabre.bring_in(ROWS, "--admit")
    assert (second.code, await counts(palabre)) == (
        0,
        counted(received=3, admitted=3, votes=2, supports=1, people=3),
    )


async def test_an_id_means_one_thing_over_all_imports(palabre: Command) -> None:
    await palabre.bring_in(ROWS, "--admit")

    again = await palabre.bring_in(
        [
            "question,q1,anna,Pourquoi la cantine sert-elle tant de poisson ?,,,,",
            "opinion,v1,anna,La cantine devrait servir moins de poisson.,,,,",
            "vote,v2,chloé,,,o1,agree,",
            "vote,v3,dora,,,o1,agree,",
            "vote,v4,dora,,,v1,agree,",
        ],
        "--admit",
    )

    other = "id: an earlier import used it for something else"
    assert (again.code, [line for line in again.err.splitlines() if line.startswith("line ")]) == (
        1,
        [f"line 2: {other}", f"line 3: {other}", f"line 4: {other}", "line 6: its target is not here"],
    )
    assert await counts(palabre) == counted(received=3, admitted=3, votes=3, supports=1, people=4)


async def test_a_phase_that_allows_nothing_lets_nothing_in_and_may_be_opened_later(palabre: Command) -> None:
    await palabre.bring_in(ROWS[:1], "--admit")
    await palabre.move("la-viande", "announced")

    closed = await palabre.bring_in(ROWS, "--admit")
    assert (closed.code, "line 3: the theme is in the phase announced, which does not allow it" in closed.err) == (
        1,
        True,
    )
    await palabre.move("la-viande", "collecting")
    opened = await palabre.bring_in(ROWS, "--admit")
    assert (opened.code, await counts(palabre)) == (
        0,
        counted(received=3, admitted=3, votes=2, supports=1, people=3),
    )


async def test_an_import_goes_through_what_runs_and_leaves_it_running(palabre: Command) -> None:
    await palabre("migrate")
    await palabre("topology")
    worker = await palabre.start("worker", "clerk")
    assert worker.stderr is not None
    while b"ready" not in await worker.stderr.readline():
        pass

    answer = await palabre.bring_in(ROWS, "--admit")

    assert (answer.code, await counts(palabre)) == (
        0,
        counted(received=3, admitted=3, votes=2, supports=1, people=3),
    )
    assert worker.returncode is None
    worker.send_signal(signal.SIGTERM)
    await worker.communicate()
    assert worker.returncode == 0


@pytest.mark.skipif(not UBER.is_dir(), reason="the evaluation data is not here: set PALABRE_EVALUATION_DATA")
async def test_a_polis_debate_of_49_443_votes_comes_in_exactly_and_once(palabre: Command) -> None:
    command = ("import", UBER, "--format", "polis", "--theme", "uber", "--create-theme", "Uber à Taïwan", "--admit")
    everything = counted(received=119, admitted=119, votes=49_348, people=1912)  # 78 statements were refused there

    first = await palabre(*command)
    assert (first.code, first.err[-200:] if first.code else "", await counts(palabre)) == (0, "", everything)
    second = await palabre(*command)
    assert (second.code, "0 rows stayed out" in second.out, await counts(palabre)) == (0, True, everything)
