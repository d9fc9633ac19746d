"""The chart for Kubernetes: what it refuses, and what it makes of each example of values. Nothing runs on a cluster."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy import roles
from deploy.cli import main
from deploy.docs import ROOT
from deploy.parts import door
from deploy.settings import SECRETS, Settings, load
from events import topology
from events.permissions import users
from tests.integration.deploy.conftest import CITIZEN, MODERATOR
from tests.integration.deploy.test_units import SHOWN as SHOWN_BY_UNITS

CHART = ROOT / "deploy/kubernetes/palabre"
EXAMPLES = ("values", "values-production", "values-small-city")
PARTS = {"citizen-bot", "moderator-bot", "notifier", "clerk", "cartographer", "web"}
READ = "/run/palabre/"
USER = 10001
HELM = shutil.which("helm", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")

pytestmark = pytest.mark.skipif(HELM is None, reason="there is no helm: `make chart` brings it")

Manifest = dict[str, Any]


def helm(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(HELM), *map(str, arguments)], capture_output=True, text=True, check=False)


def example(name: str) -> tuple[str, ...]:
    return ("--values", str(CHART / f"{name}.yaml"))


@cache
def rendered(name: str = "values", *given: str) -> list[Manifest]:
    """Return what the chart makes of an example, with some values changed (`--set` each)."""
    changes = [word for each in given for word in ("--set", each)]
    answer = helm("template", "palabre", CHART, "--namespace", "palabre", *example(name), *changes)
    assert answer.returncode == 0, answer.stderr
    return [each for each in yaml.safe_load_all(answer.stdout) if each]


def refusal(*given: str, values: str = "values") -> str:
    """Return why values are refused."""
    changes = [word for each in given for word in ("--set", each)]
    answer = helm("template", "palabre", CHART, *example(values), *changes)
    assert answer.returncode != 0, "nothing was refused"
    return answer.stderr


def of_kind(kind: str, manifests: Sequence[Manifest]) -> dict[str, Manifest]:
    return {each["metadata"]["name"].removeprefix("palabre-"): each for each in manifests if each["kind"] == kind}


def pods(manifests: Sequence[Manifest]) -> Iterator[tuple[str, Manifest]]:
    """Yield the pods that are made, by the name of what makes them."""
    for kind in ("Deployment", "Job", "CronJob"):
        for name, each in of_kind(kind, manifests).items():
            spec = each["spec"]["jobTemplate"]["spec"] if kind == "CronJob" else each["spec"]
            yield name, spec["template"]["spec"]


def containers(pod: Manifest) -> list[Manifest]:
    return [*pod.get("initContainers", ()), *pod["containers"]]


def keys(pod: Manifest) -> dict[str, set[str]]:
    """Return the keys of each Secret that a pod is shown."""
    shown = next(volume for volume in pod["volumes"] if volume["name"] == "secrets")["projected"]["sources"]
    return {each["secret"]["name"]: {item["key"] for item in each["secret"]["items"]} for each in shown}


# What is refused.


@pytest.mark.parametrize("name", EXAMPLES)
def test_helm_finds_no_fault(name: str) -> None:
    answer = helm("lint", "--strict", CHART, *example(name))
    assert (answer.returncode, "[WARNING]" in answer.stdout, "[ERROR]" in answer.stdout) == (0, False, False)


FREE = ("annotations", "matchLabels")  # whose keys are the administrator's own
DEFAULT = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))


def levels(values: Any, path: str = "") -> Iterator[str]:
    """Yield the way to every mapping among the values."""
    if isinstance(values, dict) and not path.endswith(FREE):
        yield path
    named = values.items() if isinstance(values, dict) else enumerate(values if isinstance(values, list) else ())
    for key, each in named:
        yield from levels(each, f"{path}/{key}")


def with_strangers(values: Any, key: str = "") -> Any:
    """Return the values with a key that nobody knows at each level."""
    if isinstance(values, list):
        return [with_strangers(each) for each in values]
    if not isinstance(values, dict) or key in FREE:
        return values
    return {**{name: with_strangers(each, name) for name, each in values.items()}, "stranger": 1}


def test_an_unknown_key_is_refused_at_each_level(tmp_path: Path) -> None:
    file = tmp_path / "values.yaml"
    file.write_text(yaml.safe_dump(with_strangers(DEFAULT)), encoding="utf-8")
    answer = helm("template", "palabre", CHART, "--values", file)
    refused = re.findall(r"at '(.*)': additional properties 'stranger' not allowed", answer.stderr)
    assert (answer.returncode, set(refused)) == (1, set(levels(DEFAULT)))


HOOK = "settings.PALABRE_WEBHOOK_URL=https://bots.example.org/palabre"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["parts.citizenBot.replicas=2"], "citizenBot"),
        (["parts.moderatorBot.most=2"], "moderatorBot"),
        ([HOOK, "parts.cartographer.replicas=2"], "cartographer"),
        ([HOOK, "parts.clerk.most=2"], "clerk"),
        (["settings.PALABRE_LLM_URL=https://m.example.org/v1", "settings.PALABRE_LLM_MODEL=m"], "model"),
        (["settings.PALABRE_LLM_URL=https://m.example.org/v1"], "PALABRE_LLM_MODEL"),
        (["ingress.enabled=true"], "tlsSecret"),
        (["image.digest=latest"], "digest"),
        (["parts.web.replicas=many"], "web"),
    ],
)
def test_what_would_do_harm_is_refused(given: list[str], says: str) -> None:
    assert says in refusal(*given)


def test_two_bots_take_updates_only_by_webhook_and_one_poller_ends_before_the_next_begins() -> None:
    polling, hooked = (of_kind("Deployment", rendered("values", *given)) for given in ((), (HOOK,)))
    bots = ("citizen-bot", "moderator-bot")
    assert [polling[bot]["spec"]["strategy"] for bot in bots] == [{"type": "Recreate"}] * 2
    assert [hooked[bot]["spec"]["strategy"]["type"] for bot in bots] == ["RollingUpdate"] * 2
    many = of_kind("Deployment", rendered("values", HOOK, "parts.citizenBot.replicas=3", "parts.citizenBot.most=3"))
    assert many["citizen-bot"]["spec"]["replicas"] == 3


# What is made.


def test_the_chart_is_of_this_version_and_its_pods_run_as_the_images_user() -> None:
    chart = yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    assert (chart["version"], chart["appVersion"]) == (version("palabre"), version("palabre"))
    assert f"\nUSER {USER}:{USER}\n" in (ROOT / "deploy/Dockerfile").read_text(encoding="utf-8")


def test_each_part_runs_the_image_that_the_compose_file_gives_it() -> None:
    compose = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"))["services"]
    chosen = {
        name: {each["image"].split("@")[0] for each in containers(pod)}
        for name, pod in pods(rendered("values", "image.tag=local", "office=true"))
    }
    asked = {name: {"prepare": "migrate", "office": "palabre"}.get(name, name) for name in chosen}
    assert chosen == {name: {compose[asked[name]]["image"]} for name in chosen}


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_is_as_this_versions_of_kubernetes_want_it(name: str) -> None:
    validate = pytest.importorskip("kubernetes_validate", reason="kubernetes-validate is not installed")
    for each in rendered(name, "office=true"):
        for release in () if each["apiVersion"].startswith("keda.") else ("1.32", "1.37"):
            validate.validate(each, release, strict=True)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_pod_may_do_as_little_as_can_be(name: str) -> None:
    found = dict(pods(rendered(name, "office=true")))
    assert set(found) == {*PARTS, "prepare", "backup", "office"}
    for pod in found.values():
        assert (pod["automountServiceAccountToken"], pod["enableServiceLinks"]) == (False, False)
        assert pod["securityContext"] == {
            "runAsNonRoot": True, "runAsUser": USER, "runAsGroup": USER, "fsGroup": USER,
            "fsGroupChangePolicy": "OnRootMismatch", "seccompProfile": {"type": "RuntimeDefault"},
        }  # fmt: skip
        for each in containers(pod):
            assert each["securityContext"] == {
                "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "runAsNonRoot": True,
                "capabilities": {"drop": ["ALL"]},
            }  # fmt: skip
            assert {*each["resources"]["requests"], *each["resources"]["limits"]} == {"cpu", "memory"}
            assert not any("secretKeyRef" in str(variable) for variable in each["env"])


SHOWN = {**SHOWN_BY_UNITS, "office": {"secret", "citizen-bot-token", "moderator-bot-token"}}
HOOKED = {
    **SHOWN,
    "citizen-bot": {*SHOWN["citizen-bot"], "webhook-secret"},
    "moderator-bot": {*SHOWN["moderator-bot"], "webhook-secret"},
    "cartographer": {"llm-key"},
}
USERS = {"prepare": "admin", "office": "upkeep"}


@pytest.mark.parametrize(("name", "shown"), [("values", SHOWN), ("values-production", HOOKED)])
def test_each_pod_is_shown_its_own_secrets_and_no_others(name: str, shown: dict[str, set[str]]) -> None:
    assert {each: keys(pod) for each, pod in pods(rendered(name, "office=true"))} == {
        each: {
            "palabre-bus": {f"{USERS.get(each, each)}.nkey"},
            "palabre-database": {f"{USERS.get(each, each)}.url"},
            **({"palabre": own} if own else {}),
        }
        for each, own in shown.items()
    }


def test_each_pod_is_a_user_of_bus_and_database_that_there_is() -> None:
    running, stopped = (pods(rendered("values", "office=true", f"stopped={each}")) for each in ("false", "true"))
    shown = [keys(pod) for _, pod in (*running, *stopped)]
    assert {key for each in shown for key in each["palabre-bus"]} == {f"{user.name}.nkey" for user in users("thiers")}
    addresses = {*(f"{part}.url" for part in roles.PARTS), "admin.url"}
    assert {key for each in shown for key in each["palabre-database"]} == addresses


VALUES = {
    "nats-creds": "-----BEGIN",
    "database-url": "postgresql+asyncpg://palabre@postgres:5432/palabre",
    "secret": "a secret of sixteen",
    "citizen-bot-token": CITIZEN,
    "moderator-bot-token": MODERATOR,
    "webhook-secret": "hook",
    "llm-key": "key",
}


def settings_of(pod: Manifest, container: Manifest, folder: Path) -> Settings:
    """Return the settings that a container would read, its files laid out as its pod is shown them."""
    shown = next(volume for volume in pod["volumes"] if volume["name"] == "secrets")["projected"]["sources"]
    for item in (item for each in shown for item in each["secret"]["items"]):
        (folder / item["path"]).write_text(VALUES[item["path"]], encoding="utf-8")
    return load({each["name"]: each["value"].replace(READ, f"{folder}/") for each in container["env"]})


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_container_runs_a_command_with_settings_that_it_takes(name: str, tmp_path: Path) -> None:
    for part, pod in pods(rendered(name, "office=true")):
        for each in containers(pod):
            (folder := tmp_path / part).mkdir(exist_ok=True)
            settings = settings_of(pod, each, folder)
            given = {field for field in SECRETS if getattr(settings, field) is not None}
            shown = {key.replace("-", "_") for names in list(keys(pod).values())[2:] for key in names}
            assert given == {"nats_creds", "database_url", *shown}
            if each["args"]:
                assert knows(each["args"]), each["args"]


def knows(arguments: list[str]) -> bool:
    """Say whether `palabre` takes these arguments."""
    command: Any = main
    while hasattr(command, "commands"):
        command, arguments = command.commands[arguments[0]], arguments[1:]
    return command.make_context("palabre", list(arguments)) is not None


def test_the_webhooks_doors_are_where_the_bots_listen(tmp_path: Path) -> None:
    manifests = rendered("values-production")
    found = dict(pods(manifests))
    paths = {
        path["backend"]["service"]["name"]: f"https://{rule['host']}{path['path']}"
        for rule in of_kind("Ingress", manifests)["doors"]["spec"]["rules"]
        for path in rule["http"]["paths"]
    }
    for bot in ("citizen", "moderator"):
        [container] = found[f"{bot}-bot"]["containers"]
        url, listening = door(settings_of(found[f"{bot}-bot"], container, tmp_path), bot)
        port = next(each["containerPort"] for each in container["ports"] if each["name"] == "webhook")
        assert (paths[f"palabre-{bot}-bot"], f"0.0.0.0:{port}") == (url, listening)
    assert paths["palabre-web"] == "https://palabre.clermont-ferrand.example/"


PROBES = {"startupProbe": "/livez", "livenessProbe": "/livez", "readinessProbe": "/readyz"}


def test_each_part_is_asked_whether_it_has_started_lives_and_is_ready() -> None:
    for name, pod in pods(rendered()):
        if name in PARTS:
            [container] = pod["containers"]
            assert {probe: container[probe]["httpGet"] for probe in PROBES} == {
                probe: {"path": path, "port": "health"} for probe, path in PROBES.items()
            }


INWARDS = {("kube-system", 53), ("postgres", 5432), ("nats", 4222)}
TELEGRAM = {("149.154.160.0/20", 443), ("91.108.4.0/22", 443), ("2001:67c:4e8::/48", 443)}
OUT = {
    "nothing": set(),
    "citizen-bot": INWARDS | TELEGRAM,
    "moderator-bot": INWARDS | TELEGRAM,
    "notifier": INWARDS | TELEGRAM,
    "clerk": INWARDS,
    "cartographer": {*INWARDS, ("203.0.113.10/32", 443)},
    "web": INWARDS,
    "prepare": INWARDS,
    "backup": INWARDS,
    "office": {*INWARDS, *TELEGRAM, ("nats", 8222)},
}
IN = {
    "citizen-bot": {("ingress", 8443)},
    "moderator-bot": {("ingress", 8444)},
    "web": {("ingress", 8080)},
}


def test_pods_speak_with_whom_they_need_and_with_nobody_else() -> None:
    policies = of_kind("NetworkPolicy", rendered("values-production"))
    assert all(each["spec"]["policyTypes"] == ["Ingress", "Egress"] for each in policies.values())
    assert {name: ways(each, "egress", "to") for name, each in policies.items()} == OUT
    watched = {name: {("monitoring", 8081)} if name in PARTS else set() for name in OUT}
    assert {name: ways(each, "ingress", "from") for name, each in policies.items()} == {
        name: watched[name] | IN.get(name, set()) for name in OUT
    }
    assert policies["nothing"]["spec"]["podSelector"]["matchLabels"] == {
        "app.kubernetes.io/name": "palabre", "app.kubernetes.io/instance": "palabre",
    }  # fmt: skip


def ways(policy: Manifest, direction: str, whom: str) -> set[tuple[str, int]]:
    """Return the networks and namespaces that a policy lets through, each with its port."""
    return {
        (place(peer), port["port"])
        for rule in policy["spec"].get(direction, ())
        for peer in rule[whom]
        for port in rule["ports"]
    }


def place(peer: Manifest) -> str:
    if "ipBlock" in peer:
        return str(peer["ipBlock"]["cidr"])
    return str(peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"])


def test_policies_budgets_services_and_scalers_are_about_the_pods_that_there_are() -> None:
    manifests = rendered("values-production", "office=true")
    labels = {
        name: each["spec"]["template"]["metadata"]["labels"] for name, each in of_kind("Deployment", manifests).items()
    }
    for kind, place in (("PodDisruptionBudget", "selector"), ("Service", "selector"), ("NetworkPolicy", "podSelector")):
        for name, each in of_kind(kind, manifests).items():
            chosen = each["spec"][place].get("matchLabels", each["spec"][place])
            matching = {part for part, own in labels.items() if chosen.items() <= own.items()}
            assert matching == ({*labels} if name == "nothing" else {name} & {*labels}), (kind, name)
    assert set(of_kind("PodDisruptionBudget", manifests)) == PARTS
    assert set(of_kind("Service", manifests)) == {"citizen-bot", "moderator-bot", "web"}


def test_readers_are_scaled_by_what_waits_for_them_on_the_bus() -> None:
    scaled = of_kind("ScaledObject", rendered("values-production"))
    triggers = {name: each["spec"]["triggers"][0] for name, each in scaled.items()}
    assert {name: each["type"] for name, each in triggers.items()} == {
        **dict.fromkeys(["citizen-bot", "moderator-bot", "web"], "cpu"),
        **dict.fromkeys(["clerk", "notifier"], "nats-jetstream"),
    }
    asked = [each["metadata"] for each in triggers.values() if each["type"] == "nats-jetstream"]
    assert {(each["stream"], each["consumer"]) for each in asked} == {
        (topology.FACTS, reader.name) for reader in topology.readers()
    }
    assert {each["natsServerMonitoringEndpoint"] for each in asked} == {"nats.nats.svc:8222"}
    deployments = of_kind("Deployment", rendered("values-production"))
    assert {name for name, each in deployments.items() if "replicas" not in each["spec"]} == set(scaled)


def test_whoever_needs_the_volume_goes_where_it_can_be_had() -> None:
    found = dict(pods(rendered("values", "office=true")))
    having = {name for name, pod in found.items() if any(volume["name"] == "data" for volume in pod["volumes"])}
    assert having == {"clerk", "backup", "office"}
    [clerk] = found["clerk"]["containers"]
    assert next(each["value"] for each in clerk["env"] if each["name"] == "PALABRE_HOME") == "/data"
    beside = {name: pod["affinity"]["podAffinity"] for name, pod in found.items() if "affinity" in pod}
    [there] = beside["backup"]["requiredDuringSchedulingIgnoredDuringExecution"]
    assert there["labelSelector"]["matchLabels"]["app.kubernetes.io/component"] == "clerk"
    assert beside == dict.fromkeys(["backup", "office"], beside["backup"])
    assert not any("affinity" in pod for _, pod in pods(rendered("values-production", "office=true")))


def test_schema_and_streams_are_brought_up_to_date_before_all_else() -> None:
    job = of_kind("Job", rendered())["prepare"]
    assert job["metadata"]["annotations"]["helm.sh/hook"] == "pre-install,pre-upgrade"
    assert [each["args"] for each in containers(job["spec"]["template"]["spec"])] == [["migrate"], ["topology"]]
    needed = {"ConfigMap", "Secret", "ServiceAccount", "PersistentVolumeClaim"} & {each["kind"] for each in rendered()}
    assert (needed, "persistentVolumeClaim" in str(job)) == ({"PersistentVolumeClaim"}, False)  # not there yet


def test_where_all_is_stopped_the_office_has_everything_and_nothing_else_runs() -> None:
    manifests = rendered("values-production", "stopped=true", "office=true")
    assert {name: each["spec"]["replicas"] for name, each in of_kind("Deployment", manifests).items()} == {
        **dict.fromkeys(PARTS, 0), "office": 1,
    }  # fmt: skip
    assert (of_kind("Job", manifests), of_kind("ScaledObject", manifests)) == ({}, {})
    assert of_kind("CronJob", manifests)["backup"]["spec"]["suspend"] is True
    office = dict(pods(manifests))["office"]
    assert (keys(office)["palabre-bus"], office.get("affinity")) == ({"admin.nkey"}, None)
    assert {each["mountPath"] for each in office["containers"][0]["volumeMounts"]} == {
        "/run/palabre", "/tmp", "/data", "/data/backups",
    }  # fmt: skip


def test_every_setting_can_be_set_or_is_set_by_the_chart() -> None:
    schema = yaml.safe_load((CHART / "values.schema.json").read_text(encoding="utf-8"))
    free = {name.removeprefix("PALABRE_").lower() for name in schema["properties"]["settings"]["properties"]}
    assert free <= set(Settings.model_fields)
    made = {
        each["name"].removeprefix("PALABRE_").removesuffix("_FILE").lower()
        for _, pod in pods(rendered("values-production", "office=true", "bus.ca=ca.crt"))
        for container in containers(pod)
        for each in container["env"]
    }
    assert set(Settings.model_fields) - free - made == UNUSED


UNUSED = {"nats_certificate", "nats_key"}  # a part shows the bus its own key instead
