"""The units for systemd: as systemd itself reads them, confined, each with its own secrets, running what there is."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import roles
from deploy.cli import main
from deploy.docs import ROOT
from deploy.settings import SECRETS, load

UNITS = ROOT / "deploy/systemd"
PARTS = ("citizen-bot", "moderator-bot", "notifier", "clerk", "cartographer", "web")
SERVICES = [*(f"palabre@{name}.service" for name in (*PARTS, "prepare", "backup")), "palabre-nats.service"]
LEAST = 25  # tenths: the exposure that `systemd-analyze security` may find; 100 is a service without any confinement
NEWER = ("RestartSteps", "RestartMaxDelaySec")  # than systemd 254: an older one says so, and pauses one second

analyze = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on the PATH")


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units as they are installed where there is a PostgreSQL, with programs where they expect them."""
    folder = tmp_path_factory.mktemp("systemd")
    shutil.copytree(UNITS, folder, dirs_exist_ok=True)
    (folder / "palabre@.service.d").mkdir()
    shutil.copy(UNITS / "postgresql.conf", folder / "palabre@.service.d")
    program = folder / "program"
    program.touch(mode=0o755)
    for file in [*folder.glob("*.service"), *folder.glob("*.d/*.conf")]:
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^(ExecStart=)\S+", rf"\1{program}", text, flags=re.MULTILINE), encoding="utf-8")
    return folder


def asked(laid: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "SYSTEMD_UNIT_PATH": f"{laid}:", "SYSTEMD_COLORS": "0"}
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False, env=environ)


@analyze
@pytest.mark.parametrize("unit", [*SERVICES, "palabre.target", "palabre-backup.timer"])
def test_systemd_finds_no_fault(laid: Path, unit: str) -> None:
    answer = asked(laid, "verify", "--man=no", unit)
    ours = [line for line in answer.stderr.splitlines() if str(laid) in line or "palabre" in line]
    assert [line for line in ours if not any(f"'{name}'" in line for name in NEWER)] == []
    assert answer.returncode == 0


@analyze
@pytest.mark.parametrize("unit", SERVICES)
def test_each_service_is_confined(laid: Path, unit: str) -> None:
    answer = asked(laid, "security", "--offline=true", f"--threshold={LEAST}", "--no-pager", unit)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def lines(unit: str) -> Iterator[tuple[str, str]]:
    """Yield the assignments that make up a service, its own drop-in last."""
    template = UNITS / re.sub(r"@.+\.", "@.", unit)
    for file in (template, *sorted((UNITS / f"{unit}.d").glob("*.conf"))):
        for line in file.read_text(encoding="utf-8").splitlines():
            if "=" in line and not line.startswith(("#", "[")):
                name, _, value = line.partition("=")
                yield name, value


def values(unit: str, name: str) -> list[str]:
    return [value for each, value in lines(unit) if each == name]


def environment(unit: str) -> dict[str, str]:
    return dict(each.split("=", 1) for value in values(unit, "Environment") for each in shlex.split(value))


def credentials(unit: str) -> dict[str, str]:
    """Return which file each credential comes from; the last one of a name counts."""
    loaded = (value.split(":", 1) for value in values(unit, "LoadCredential"))
    name = unit.partition("@")[2].removesuffix(".service")
    return {credential: place.replace("%i", name) for credential, place in loaded}


SHOWN = {
    "citizen-bot": {"secret", "citizen-bot-token"},
    "moderator-bot": {"secret", "moderator-bot-token"},
    "notifier": {"secret", "citizen-bot-token", "moderator-bot-token"},
    "clerk": set(),
    "cartographer": set(),
    "web": set(),
    "prepare": set(),
    "backup": {"secret"},
}
USERS = {"prepare": "admin"}


@pytest.mark.parametrize("name", SHOWN)
def test_each_service_is_shown_its_own_secrets_and_no_others(name: str) -> None:
    unit = f"palabre@{name}.service"
    assert credentials(unit) == {
        "nats-creds": f"/etc/palabre/nats/keys/{USERS.get(name, name)}.nkey",
        **{each: f"/etc/palabre/secrets/{each}" for each in SHOWN[name]},
    }
    files = {key: value for key, value in environment(unit).items() if key.endswith("_FILE")}
    assert files == {
        f"PALABRE_{each.replace('-', '_').upper()}_FILE": f"%d/{each}" for each in ("nats-creds", *SHOWN[name])
    }


@pytest.mark.parametrize("name", SHOWN)
def test_each_service_runs_a_command_with_settings_that_there_are(name: str) -> None:
    unit = f"palabre@{name}.service"
    for line in values(unit, "ExecStart"):
        program, *arguments = shlex.split(line)
        assert program == "/opt/palabre/.venv/bin/palabre"
        assert knows(arguments), line
    given = [
        key.removesuffix("_FILE").removeprefix("PALABRE_").lower() for key in environment(unit) if key.endswith("_FILE")
    ]
    assert set(given) <= set(SECRETS)


def knows(arguments: list[str]) -> bool:
    """Say whether `palabre` takes these arguments."""
    command: object = main
    while hasattr(command, "commands"):
        command, arguments = command.commands[arguments[0]], arguments[1:]
    return command.make_context("palabre", arguments) is not None  # type: ignore[attr-defined]


def test_the_settings_of_a_machine_are_settings() -> None:
    text = (UNITS / "machine.env").read_text(encoding="utf-8")
    environ = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    settings = load(environ)
    assert (settings.nats_url, settings.nats_monitor_url) == ("nats://127.0.0.1:4222", "http://127.0.0.1:8222")
    assert not {name.lower().removeprefix("palabre_") for name in environ} & set(SECRETS)


def test_what_is_a_parts_own_counts_more_than_what_all_share() -> None:
    files = ["/etc/palabre/palabre.env", "-/etc/palabre/%i.env"]  # of two the later one counts (systemd.exec)
    assert [values(f"palabre@{name}.service", "EnvironmentFile") for name in PARTS] == [files] * len(PARTS)


def test_the_page_on_watching_gives_each_part_a_port_of_its_own() -> None:
    page = (ROOT / "docs/watching.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```sh\n(port=.*?)systemctl", page, flags=re.DOTALL)
    script = block.replace("> /etc/palabre/", "> /dev/stdout; echo ")
    said = subprocess.run(["sh", "-euc", script], capture_output=True, text=True, check=True).stdout.split()
    assert said[1::2] == [f"{name}.env" for name in PARTS]
    assert said[::2] == [f"PALABRE_HEALTH_PORT={number}" for number in range(9101, 9107)]


def test_the_target_wants_every_part_behind_the_preparation() -> None:
    wanted = {unit for value in values("palabre.target", "Wants") for unit in value.split()}
    assert wanted == {*(f"palabre@{name}.service" for name in (*PARTS, "prepare")), "network-online.target"}
    before = {unit for value in values("palabre@prepare.service", "Before") for unit in value.split()}
    assert before == {f"palabre@{name}.service" for name in PARTS}


def test_the_page_on_installing_names_what_there_is() -> None:
    page = (ROOT / "docs/install.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", page, flags=re.DOTALL))
    named = re.findall(r"(?<=\s)deploy/[\w./*-]+", blocks)
    assert [path for path in named if not list(ROOT.glob(path))] == []
    commands = re.findall(r"^(?:\w+=\S+ )?(?:\.venv/bin/)?palabre (.*?)$", blocks, flags=re.MULTILINE)
    assert len(commands) > 3
    assert all(knows(shlex.split(each)) for each in commands)
    units = set(re.findall(r"palabre[@-]?[\w-]*\.(?:service|target|timer)", blocks))
    assert {unit for unit in units if not (UNITS / unit).exists()} == set()


def test_each_part_finds_its_own_role_in_postgresql() -> None:
    text = (UNITS / "postgresql.conf").read_text(encoding="utf-8")
    assert "LoadCredential=database-url:/etc/palabre/database/%i.url\n" in text
    assert {name for name in SHOWN if name != "prepare"} == {*roles.PARTS} - {"upkeep"}
