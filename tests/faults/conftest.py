"""The house of the fault tests: their options, their chance, and the table at the end of the run."""

import random
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.faults.table import Sheet, Table

TABLE = pytest.StashKey[Table]()
LONGEST = 600  # seconds of a row
FILE = Path(__file__).parents[2] / "var" / "faults.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("faults")
    group.addoption("--seed", type=int, default=0, help="what every choice of the fault tests comes from")
    group.addoption("--full", action="store_true", help="the counts of the goals, which take hours")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TABLE] = Table(config.getoption("seed"), config.getoption("full"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let a row take longer than any other test; in full it may take hours."""
    for item in items:
        item.add_marker(pytest.mark.timeout(0 if config.stash[TABLE].full else LONGEST))


def pytest_report_header(config: pytest.Config) -> str:
    table = config.stash[TABLE]
    return f"faults: --seed {table.seed}, {'full' if table.full else 'small'} counts"


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Say whether the counts of the goals are wanted."""
    return pytestconfig.stash[TABLE].full


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    return pytestconfig.stash[TABLE].seed


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """What this test's choices come from: the run's seed and the test's own name, so that -k changes none of them."""
    return random.Random(f"{request.config.stash[TABLE].seed}/{request.node.nodeid}")


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Sheet:
    """Where a test puts its row."""
    return Sheet(request.config.stash[TABLE], request.node.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note who died before adding a row, and who was skipped."""
    report = yield
    table = item.config.stash[TABLE]
    if report.failed and all(row.kept for row in table.rows.get(item.nodeid, [])):
        table.died[item.nodeid] = reason(call.excinfo.value) if call.excinfo else "for no reason"
    if report.skipped:
        table.skipped[item.nodeid] = str(call.excinfo.value) if call.excinfo else "for no reason"
    return report


def reason(error: BaseException) -> str:
    """Return one line that names what ended a test; of several things that went wrong at once, the first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return " ".join([type(error).__name__, *str(error).strip().splitlines()[:1]])


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash[TABLE].missed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    table = config.stash[TABLE]
    if not (table.rows or table.died or table.skipped):
        return
    terminalreporter.write_sep("=", f"faults, --seed {table.seed}{' --full' if table.full else ''}")
    for line, colour in table.lines():
        terminalreporter.write_line(line, **{colour: True})
    table.write(FILE)
    terminalreporter.write_line(f"also in {FILE.relative_to(FILE.parents[1])}")
