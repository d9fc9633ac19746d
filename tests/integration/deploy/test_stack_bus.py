"""The bus of compose.yaml starts with what `keys` writes, and knows each part and nobody else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.keys import keys

pytestmark = pytest.mark.nats
CONFIGURATION = Path(__file__).parents[3] / "deploy" / "nats" / "compose.conf"


def test_the_server_takes_configuration_and_users_from_where_the_stack_has_them(tmp_path: Path) -> None:
    """In the container they lie in /etc/nats and /run/keys."""
    keys(tmp_path / "keys", {}, "riom")
    (tmp_path / "run").mkdir()
    (tmp_path / "etc" / "nats").mkdir(parents=True)
    shutil.copytree(tmp_path / "keys" / "nats", tmp_path / "run" / "keys")
    shutil.copy(CONFIGURATION, tmp_path / "etc" / "nats" / "palabre.conf")
    server = Path(sys.executable).with_name("nats-server")

    done = subprocess.run(
        [server, "-t", "--config", tmp_path / "etc" / "nats" / "palabre.conf"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, "is valid" in done.stderr) == (0, True), done.stderr
