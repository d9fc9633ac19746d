"""Who may do what on the bus: every cell is declared here, and tried on a real server with the keys of the parts."""

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest
from nats.aio.client import Client

from deploy.docs import ROOT
from deploy.publishers import publishers
from deploy.settings import load
from deploy.wiring import connection
from events import topology
from tests.integration.deploy.conftest import Command
from tests.integration.deploy.guarded import CITY, Guarded, guarded

pytestmark = pytest.mark.nats

CITIZEN, MODERATOR, NOTIFIER, CLERK = "citizen-bot", "moderator-bot", "notifier", "clerk"
CARTOGRAPHER, WEB, BACKUP, UPKEEP, ADMIN = "cartographer", "web", "backup", "upkeep", "admin"
EVERYBODY = {CITIZEN, MODERATOR, NOTIFIER, CLERK, CARTOGRAPHER, WEB, BACKUP, UPKEEP, ADMIN}
BOTS, KEEPERS = {CITIZEN, MODERATOR}, {UPKEEP, ADMIN}

LABELS = {"citizen bot": CITIZEN, "moderator bot": MODERATOR, "clerk": CLERK, "timekeeper": CLERK}
RETOLD = {"news.addressed", "publication.requested", "topic.renamed"}  # by the clerk, without who was erased
API = "$JS.API"

SAID: Mapping[str, set[str]] = {
    # what is decided, and what is asked outside the streams
    f"palabre-outcomes.{CITY}": {CLERK} | KEEPERS,
    f"palabre-compute.{CITY}": {MODERATOR} | KEEPERS,
    f"palabre-kin.{CITY}": BOTS | {ADMIN},
    f"palabre-name.{CITY}": {MODERATOR, WEB, ADMIN},
    f"palabre-roll.{CITY}": KEEPERS,
    f"palabre-figures.{CITY}": {ADMIN},
    # another city's, and what is nobody's
    "palabre.elsewhere.vote.cast": set(),
    "palabre-outcomes.elsewhere": set(),
    "anything": set(),
    # dead letters
    "dead.citizen-bot": {CITIZEN, CLERK} | KEEPERS,
    "dead.moderator-bot": {MODERATOR, CLERK} | KEEPERS,
    "dead.notifier": {NOTIFIER, CLERK} | KEEPERS,
    "dead.clerk": {CLERK} | KEEPERS,
    # dialogues
    "$KV.DIALOGUES.somebody": BOTS | {ADMIN},
    f"{API}.STREAM.MSG.GET.KV_DIALOGUES": BOTS | {ADMIN},
    f"{API}.DIRECT.GET.KV_DIALOGUES.$KV.DIALOGUES.somebody": {ADMIN},
    f"{API}.STREAM.PURGE.KV_DIALOGUES": {CLERK} | KEEPERS,
    f"{API}.CONSUMER.CREATE.KV_DIALOGUES": {BACKUP} | KEEPERS,
    f"{API}.CONSUMER.MSG.NEXT.KV_DIALOGUES.any": {BACKUP} | KEEPERS,
    # the readers of the facts
    f"{API}.CONSUMER.MSG.NEXT.FACTS.clerk": {CLERK} | KEEPERS,
    f"{API}.CONSUMER.RESET.FACTS.clerk": {CLERK} | KEEPERS,
    f"{API}.CONSUMER.CREATE.FACTS.clerk.palabre.*.*.*": {CLERK} | KEEPERS,
    f"{API}.CONSUMER.DELETE.FACTS.clerk": {ADMIN},
    "$JS.ACK.FACTS.clerk.1.1.1.1.1": {CLERK} | KEEPERS,
    f"{API}.CONSUMER.MSG.NEXT.FACTS.notifier": {NOTIFIER, ADMIN},
    f"{API}.CONSUMER.RESET.FACTS.notifier": {NOTIFIER, ADMIN},
    f"{API}.CONSUMER.CREATE.FACTS.notifier.palabre.*.news.addressed": {NOTIFIER, ADMIN},
    f"{API}.CONSUMER.CREATE.FACTS.notifier.palabre.*.*.*": {ADMIN},
    f"{API}.CONSUMER.CREATE.FACTS.notifier": {ADMIN},
    f"{API}.CONSUMER.DURABLE.CREATE.FACTS.notifier": {ADMIN},
    f"{API}.CONSUMER.DELETE.FACTS.notifier": {ADMIN},
    "$JS.ACK.FACTS.notifier.1.1.1.1.1": {NOTIFIER, ADMIN},
    # whatever else would read the streams
    f"{API}.STREAM.MSG.GET.FACTS": KEEPERS,
    f"{API}.STREAM.MSG.GET.DEAD": KEEPERS,
    f"{API}.DIRECT.GET.FACTS": {ADMIN},
    f"{API}.CONSUMER.CREATE.FACTS": {CLERK, BACKUP} | KEEPERS,
    f"{API}.CONSUMER.CREATE.FACTS.mine": {ADMIN},
    f"{API}.CONSUMER.CREATE.FACTS.mine.palabre.*.vote.cast": {ADMIN},
    f"{API}.CONSUMER.DURABLE.CREATE.FACTS.mine": {ADMIN},
    f"{API}.CONSUMER.MSG.NEXT.FACTS.any": {CLERK, BACKUP} | KEEPERS,
    f"{API}.CONSUMER.DELETE.FACTS.any": {CLERK, BACKUP} | KEEPERS,
    f"{API}.CONSUMER.CREATE.DEAD": {CLERK, BACKUP} | KEEPERS,
    f"{API}.CONSUMER.MSG.NEXT.DEAD.any": {CLERK, BACKUP} | KEEPERS,
    f"{API}.CONSUMER.LIST.FACTS": {ADMIN},
    # whatever would take from them
    f"{API}.STREAM.MSG.DELETE.FACTS": {CLERK} | KEEPERS,
    f"{API}.STREAM.MSG.DELETE.DEAD": {CLERK} | KEEPERS,
    f"{API}.STREAM.MSG.DELETE.KV_DIALOGUES": {ADMIN},
    **{
        f"{API}.STREAM.{what}.{stream}": {ADMIN}
        for what in ("CREATE", "UPDATE", "DELETE", "RESTORE", "SNAPSHOT")
        for stream in ("FACTS", "DEAD", "KV_DIALOGUES")
    },
    f"{API}.STREAM.PURGE.FACTS": {ADMIN},
    f"{API}.STREAM.PURGE.DEAD": {ADMIN},
    # whether all is in order
    f"{API}.INFO": KEEPERS,
    f"{API}.STREAM.INFO.FACTS": EVERYBODY,
    f"{API}.STREAM.INFO.DEAD": EVERYBODY,
    f"{API}.STREAM.INFO.KV_DIALOGUES": EVERYBODY,
    f"{API}.CONSUMER.INFO.FACTS.clerk": EVERYBODY,
    f"{API}.CONSUMER.INFO.FACTS.notifier": EVERYBODY,
    # an answer that was not asked for
    **{f"_INBOX_{user}.forged": set() for user in EVERYBODY},
    "_INBOX.forged": set(),
}

HEARD: Mapping[str, set[str]] = {
    "palabre-outcomes.*": EVERYBODY,
    f"palabre-roll.{CITY}": EVERYBODY,
    f"palabre-figures.{CITY}": EVERYBODY,
    f"palabre-compute.{CITY}": {CARTOGRAPHER, ADMIN},
    f"palabre-kin.{CITY}": {CARTOGRAPHER, ADMIN},
    f"palabre-name.{CITY}": {CITIZEN, ADMIN},
    **{f"_INBOX_{user}.>": {user} for user in EVERYBODY},
    "_INBOX.>": set(),
    "palabre.>": set(),
    "palabre.*.news.addressed": set(),
    "dead.>": set(),
    "$KV.DIALOGUES.>": set(),
    "$JS.>": set(),
    ">": set(),
}


@pytest.fixture
async def bus(tmp_path: Path) -> AsyncIterator[Guarded]:
    async with guarded(tmp_path) as found:
        yield found


def facts() -> Iterator[tuple[str, set[str]]]:
    """Yield each kind's subject, and who tells it: as their sources say."""
    for kind, parts in publishers(ROOT).items():
        told_by = {LABELS[part] for part in parts if part in LABELS} | ({CLERK} if kind in RETOLD else set())
        yield f"palabre.{CITY}.{kind}", told_by | KEEPERS


async def refused(client: Client, caplog: pytest.LogCaptureFixture, verb: str) -> set[str]:
    """Return what the server has refused until now."""
    await client.request(f"{API}.STREAM.INFO.FACTS", timeout=10)  # whose answer comes behind all refusals
    found = {
        match[1] for line in caplog.messages if (match := re.search(rf"does not allow \S+ to {verb} (\S+)$", line))
    }
    caplog.clear()
    return found


@pytest.mark.parametrize("user", sorted(EVERYBODY))
async def test_a_part_may_say_and_hear_what_is_declared_and_nothing_else(
    bus: Guarded, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    says, hears = {**dict(facts()), **SAID}, HEARD
    async with connection(load(bus.shown_by(user))) as client:
        for subject in says:
            await client.publish(subject, b"")
        unsaid = await refused(client, caplog, "publish")
        for subject in hears:
            await client.subscribe(subject)
        unheard = await refused(client, caplog, "hear")
    # the server's words are in small letters
    assert {each for each in says if each.lower() not in unsaid} == {each for each, who in says.items() if user in who}
    assert {each for each in hears if each.lower() not in unheard} == {
        each for each, who in hears.items() if user in who
    }


async def test_its_folder_has_any_name(tmp_path: Path) -> None:
    async with guarded(tmp_path / "hélène") as bus, connection(load(bus.shown_by(ADMIN))) as client:
        assert await topology.apply(client.jetstream()) != []
    assert (tmp_path / "hélène" / "store" / "jetstream").is_dir()


async def test_the_command_writes_what_is_missing_and_says_so(palabre: Command) -> None:
    folder = palabre.folder / "bus"
    first, second = await palabre("server-config", folder), await palabre("server-config", folder)
    assert (first.code, len(first.out.splitlines())) == (0, len(EVERYBODY) + 2)
    assert (second.code, second.out) == (0, "nothing to change\n")
    slip = await palabre("server-config", palabre.folder / "other", "--certificate", "server.pem")
    assert slip.slip == (2, "", 1)


def test_every_reader_and_stream_is_among_them() -> None:
    names = {reader.name for reader in topology.readers()} | {stream.name for stream in topology.streams()}
    assert {name for name in names if not any(f".{name}" in subject for subject in SAID)} == set()
