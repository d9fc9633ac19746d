"""The configuration of an outside nats-server: every part a user with its own key, and what each may do.

DIR/nats-server.conf   where it listens, what it keeps; written once, and then the administrator's
DIR/users.conf         who may do what (public keys only); written anew each time, after each update of palabre
DIR/keys/<part>.nkey   the key of a part, for its PALABRE_NATS_CREDS; kept, unless new ones are asked for
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.bus.credentials import FORM, Credentials, credentials
from deploy.bus.nkeys import generated, public_of
from deploy.settings import SettingsError
from events.permissions import User, users

SERVER, USERS, KEYS = "nats-server.conf", "users.conf", "keys"
MOST_BYTES = 4 * 1024 * 1024  # of a message

HEAD = """# The bus of Palabre, made by `palabre server-config`. It is yours now: palabre does not write it again.

listen: {listen}
http: "127.0.0.1:8222"  # monitoring: never open to others, since it names who is connected
max_payload: {most}
"""
STORE = """
jetstream {{
  store_dir: {store}
  sync_interval: always  # what was acknowledged is on the disk; by default a power cut takes two minutes
}}
"""
TLS = """
tls {{
  cert_file: {certificate}
  key_file: {key}
{client}}}
"""
CLIENT = """  ca_file: {ca}
  verify: true  # clients show a certificate too
"""
FOOT = f"""
authorization {{
  include ./{USERS}
}}
"""
OF_CITY = re.compile(r'"palabre\.([a-z0-9-]+)\.')  # in a user's subjects
USERS_HEAD = "# Who may do what on the bus; made by `palabre server-config`, which writes it anew. Do not edit.\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the server listens and keeps what it stores, and its certificate; all as it sees them itself."""

    listen: str = "127.0.0.1:4222"
    store: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    client_ca: Path | None = None


def write(folder: Path, city: str, wanted: Wanted, *, new_keys: bool = False) -> list[str]:
    """Write what is missing and what may have changed; return what was written, in words. Raises SettingsError."""
    _check(wanted)
    _of_this_city(folder / USERS, city)
    (folder / KEYS).mkdir(parents=True, exist_ok=True)
    (folder / KEYS).chmod(0o700)
    found = users(city)
    written = [_key(folder / KEYS / f"{user.name}.nkey", user.name, anew=new_keys) for user in found]
    public = {user.name: public_of(_credentials(folder / KEYS / f"{user.name}.nkey").key) for user in found}
    written.append(_put(folder / USERS, users_conf(found, public)))
    if not (folder / SERVER).exists():
        written.append(_put(folder / SERVER, server_conf(folder, wanted)))
    return [line for line in written if line]


def _check(wanted: Wanted) -> None:
    if (wanted.certificate is None) != (wanted.key is None):
        raise SettingsError("a certificate needs its key, and a key its certificate: give both, or neither")
    if wanted.client_ca and wanted.certificate is None:
        raise SettingsError("--client-ca needs --certificate and --key: without TLS nobody shows a certificate")


def _of_this_city(file: Path, city: str) -> None:
    """Leave another city's users alone: their bus would refuse every fact of theirs."""
    found = OF_CITY.search(file.read_text(encoding="utf-8")) if file.exists() else None
    if found and found[1] != city:
        raise SettingsError(f"{file} is of the city {found[1]}, not of {city}: set PALABRE_CITY={found[1]}")


def server_conf(folder: Path, wanted: Wanted) -> str:
    """Return the server's own part of its configuration."""
    head = HEAD.format(listen=_said(wanted.listen), most=MOST_BYTES)
    store = STORE.format(store=_said(wanted.store or folder.absolute() / "store"))
    client = CLIENT.format(ca=_said(wanted.client_ca)) if wanted.client_ca else ""
    paths = {"certificate": _said(wanted.certificate), "key": _said(wanted.key)}
    return head + store + (TLS.format(**paths, client=client) if wanted.certificate else "") + FOOT


def _said(value: object) -> str:
    """Return a text in quotation marks; the server knows no escapes of letters, and takes é itself."""
    return json.dumps(str(value), ensure_ascii=False)


def users_conf(found: Sequence[User], public: Mapping[str, str]) -> str:
    """Return the users with what each may do (JSON is one of the server's notations)."""
    return USERS_HEAD + "users: [\n" + "".join(_user(user, public[user.name]) for user in found) + "]\n"


def _user(user: User, public: str) -> str:
    rights = {
        "publish": {"allow": user.publish, **({"deny": user.never} if user.never else {})},
        "subscribe": {"allow": user.subscribe},
        "allow_responses": {"max": 1, "expires": "2m"},
    }
    return f"# {user.name}\n{json.dumps({'nkey': public, 'permissions': rights}, indent=1)}\n"


def _key(file: Path, name: str, *, anew: bool) -> str | None:
    """Write a new key that only its owner can read, where there is none or a new one is wanted."""
    if file.exists() and not anew:
        return None
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as opened:
        opened.write(FORM.format(name=name, seed=generated()))
    draft.replace(file)
    return f"{file}: a new key"


def _put(file: Path, content: str) -> str | None:
    if file.exists() and file.read_text(encoding="utf-8") == content:
        return None
    draft = file.with_suffix(".new")
    draft.write_text(content, encoding="utf-8")
    draft.replace(file)
    return f"{file}: written"


def _credentials(file: Path) -> Credentials:
    try:
        return credentials(file.read_text(encoding="ascii"))
    except (SettingsError, OSError, UnicodeDecodeError):
        raise SettingsError(f"{file} is no key that can be read: remove it, or run this with --new-keys") from None
