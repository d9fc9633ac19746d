"""An import brings everything in once, says what stayed out, and may be run again at any time."""

import os
import signal
from collections.abc import Awaitable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.integration.deploy.conftest import Answer, Command, new_command

POLIS = Path(os.environ.get("PALABRE_EVALUATION_DATA") or Path(__file__).parents[4] / "shared" / "data") / "polis"

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


# counted in the exports themselves: without the 23 and the 78 statements that were refused there, and their votes
SEATTLE = counted(received=31, admitted=31, votes=2849, people=337)
UBER = counted(received=119, admitted=119, votes=49_348, people=1912)


def of_polis(folder: str) -> tuple[object, ...]:
    """Return the command that imports a folder of the evaluation data."""
    return "import", POLIS / folder, "--format", "polis", "--theme", "debate", "--create-theme", "A debate", "--admit"


async def seconds(done: Awaitable[Answer]) -> float:
    start = monotonic()
    answer = await done
    assert answer.code == 0, answer.err[-200:]
    return monotonic() - start


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


@pytest.mark.skipif(not POLIS.is_dir(), reason="the evaluation data is not here: set PALABRE_EVALUATION_DATA")
async def test_a_polis_debate_comes_in_exactly_and_once(palabre: Command) -> None:
    first = await palabre(*of_polis("15-per-hour-seattle"))
    assert (first.code, first.err[-200:] if first.code else "", await counts(palabre)) == (0, "", SEATTLE)
    second = await palabre(*of_polis("15-per-hour-seattle"))
    assert (second.code, "0 rows stayed out" in second.out, await counts(palabre)) == (0, True, SEATTLE)


@pytest.mark.skipif(not POLIS.is_dir(), reason="the evaluation data is not here: set PALABRE_EVALUATION_DATA")
async def test_a_vote_among_49_348_costs_about_as_much_as_one_among_2_849(palabre: Command, tmp_path: Path) -> None:
    small = await seconds(new_command(tmp_path / "small")(*of_polis("15-per-hour-seattle")))
    large = await seconds(palabre(*of_polis("vtaiwan.uberx")))

    assert large / UBER["votes"] < 3 * small / SEATTLE["votes"]
    assert await counts(palabre) == UBER
