"""A `.creds` file is read from its path or its content; anything else is refused in one line."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from deploy.bus.credentials import FORM, NONE, credentials, shown
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
    assert str(refused.value) == NONE


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        shown(str(tmp_path / "none"))
    assert str(refused.value) == (
        f"PALABRE_NATS_CREDS: {tmp_path / 'none'} cannot be read (No such file or directory): "
        "name a .creds or .nkey file"
    )


NKEY = FORM.format(name="clerk", seed=SEED)


def test_a_key_with_a_name_shows_its_public_half_and_hears_on_subjects_of_its_own() -> None:
    given = shown(NKEY)
    assert {name: given[name] for name in ("user", "nkey", "inbox_prefix")} == {
        "user": "clerk",
        "nkey": "UAB2CB576PHBBPQ5ODORRZ2LYCMWPZGWGCN2KDK7DXOIMZASKUY3RLKK",
        "inbox_prefix": "_INBOX_clerk",
    }


@pytest.mark.parametrize("content", [NKEY.replace("AAAI", "AAAE"), NKEY.replace(SEED, SEED[:-1] + "A"), SEED])
def test_a_key_that_was_mistyped_is_refused(content: str) -> None:
    with pytest.raises(SettingsError, match="this is no"):
        shown(f"-----BEGIN\n{content}")


PUBLIC = "UAB2CB576PHBBPQ5ODORRZ2LYCMWPZGWGCN2KDK7DXOIMZASKUY3RLKK"


@pytest.mark.parametrize("content", [SEED, f"{SEED}\n", f"# of the clerk\n{SEED}\n", f"{SEED}\n{PUBLIC}\n"])
@pytest.mark.parametrize("name", ["PALABRE_NATS_CREDS", "PALABRE_NATS_CREDS_FILE"])
def test_a_seed_alone_is_a_key_without_a_name(tmp_path: Path, content: str, name: str) -> None:
    (tmp_path / "palabre.seed").write_text(content, encoding="utf-8")
    given = shown(load({name: str(tmp_path / "palabre.seed")}).nats_creds)
    assert (set(given), given["nkey"]) == ({"signature_cb", "nkey"}, PUBLIC)


@pytest.mark.parametrize("before", ["# written by hand\n", "\n\n", "\ufeff"])
def test_content_is_content_whatever_it_begins_with(before: str) -> None:
    assert shown(before + CREDS)["user_jwt_cb"]() == b"head.claims.signature"


@pytest.mark.parametrize(
    "content",
    [
        SEED[:-1],
        f"{SEED}A",
        SEED[:-1] + "A",
        SEED.replace("EQUC", "E0UC"),
        f"seed: {SEED}",
        f"{SEED[:30]}\n{SEED[30:]}",
        f"a\n{SEED.lower()}",
        "a\0b",
    ],
)
def test_what_may_be_a_key_is_not_shown_to_anybody(content: str) -> None:
    with pytest.raises(SettingsError) as refused:
        shown(content)
    assert str(refused.value) == NONE
