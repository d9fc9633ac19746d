"""A `.creds` file is read from its path or its content; anything else is refused in one line."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from deploy.credentials import credentials, shown
from deploy.settings import SettingsError, load

KEY = bytes(range(32))
SEED = "SUAAAAICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4H776Y"  # as the tool nk writes this key
CREDS = f"""-----BEGIN NATS USER JWT-----
head.claims.signature
------END NATS USER JWT------

************************* IMPORTANT *************************

-----BEGIN USER NKEY SEED-----
{SEED}
------END USER NKEY SEED------
"""


def test_the_key_signs_what_the_server_makes_up() -> None:
    found = credentials(CREDS)
    public = Ed25519PrivateKey.from_private_bytes(KEY).public_key()
    public.verify(base64.b64decode(found.sign("a nonce")), b"a nonce")
    assert found.token == "head.claims.signature"


@pytest.mark.parametrize("name", ["PALABRE_NATS_CREDS", "PALABRE_NATS_CREDS_FILE"])
def test_path_and_content_are_told_apart(tmp_path: Path, name: str) -> None:
    (tmp_path / "palabre.creds").write_text(CREDS, encoding="utf-8")
    given = load({name: str(tmp_path / "palabre.creds")}).nats_creds
    assert shown(given)["user_jwt_cb"]() == b"head.claims.signature"


def test_without_credentials_nothing_is_shown() -> None:
    assert shown(None) == {}


@pytest.mark.parametrize("content", ["", "token", CREDS.replace(SEED, "SUSHORT"), CREDS.replace("JWT", "X")])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "palabre.creds").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        shown(str(tmp_path / "palabre.creds"))
    assert str(refused.value) == "PALABRE_NATS_CREDS: this is no .creds file: it must hold a user's JWT and seed"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        shown(str(tmp_path / "none"))
    assert str(refused.value) == (
        f"PALABRE_NATS_CREDS: {tmp_path / 'none'} cannot be read (No such file or directory): name a .creds file"
    )
