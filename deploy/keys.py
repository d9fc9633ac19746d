"""The keys of a stack of containers, each part's in a folder of its own: `python -m deploy.keys FOLDER`.

Given ones (tokens, a secret that was kept) come from the environment; all else is drawn by lot, once. A part is shown
its own folder and no other; each file is read through its setting's `…_FILE`.
"""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

TOKENS = ("citizen_bot_token", "moderator_bot_token")
NEEDED = {
    "admin": ("database_url",),
    "backup": ("database_url", "secret"),
    "cartographer": ("database_url", "llm_key"),
    "citizen": ("database_url", "secret", "citizen_bot_token", "webhook_secret"),
    "clerk": ("database_url",),
    "moderator": ("database_url", "secret", *TOKENS, "webhook_secret"),
    "notifier": ("database_url", "secret", *TOKENS),
    "postgres": ("password",),
    "upkeep": ("database_url", "secret", *TOKENS, "webhook_secret"),
    "web": ("database_url", "citizen_bot_token"),
}
EVERYTHING = "upkeep"  # whose folder remembers what was drawn
NOT_YET = {"citizen_bot_token": "1:not-given-yet", "moderator_bot_token": "2:not-given-yet"}
SERVER = "postgres:5432/palabre"


def keys(folder: Path, given: Mapping[str, str]) -> list[str]:
    """Write every part's keys below `folder`; return the tokens that are still to be given."""
    password = _kept(folder / "postgres" / "password") or secrets.token_urlsafe(24)
    found = {
        "password": password,
        "database_url": f"postgresql+asyncpg://palabre:{password}@{SERVER}",
        "llm_key": given.get("llm_key", ""),
        "secret": _given_or_kept(folder, given, "secret") or secrets.token_hex(32),
        "webhook_secret": _given_or_kept(folder, given, "webhook_secret") or secrets.token_urlsafe(32),
        **{token: _given_or_kept(folder, given, token) or NOT_YET[token] for token in TOKENS},
    }
    for part, names in NEEDED.items():
        for name in names:
            _write(folder / part / name, found[name], mode=0o444 if part == "postgres" else 0o400)
    return [token for token in TOKENS if found[token] == NOT_YET[token]]


def _given_or_kept(folder: Path, given: Mapping[str, str], name: str) -> str:
    return given.get(name, "") or _kept(folder / EVERYTHING / name)


def _kept(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def _write(file: Path, content: str, mode: int) -> None:
    """Write a key whole, for its reader alone; PostgreSQL's is another user, who sees nothing but that folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(content, encoding="utf-8")
    draft.chmod(mode)
    draft.replace(file)


def main() -> None:
    given = {name.removeprefix("PALABRE_").lower(): value for name, value in os.environ.items() if value}
    for token in keys(Path(sys.argv[1]), given):
        sys.stderr.write(f"PALABRE_{token.upper()} is not given yet: ask @BotFather for one, and put it into .env\n")


if __name__ == "__main__":
    main()
