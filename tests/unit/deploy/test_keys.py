"""The keys of a stack: each part's own, drawn once."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from deploy.bus.credentials import credentials
from deploy.bus.nkeys import public_of
from deploy.bus.server_config import USERS, users_conf
from deploy.keys import NEEDED, keys, main
from deploy.roles import PARTS
from deploy.settings import load
from events.permissions import users

CITY = "riom"
OWN = {"database_url", "nats_creds"}
GIVEN = {"citizen_bot_token": "11:citizens", "moderator_bot_token": "22:moderators"}


def written(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*") if file.is_file()
    }


def test_each_part_is_given_what_it_needs_and_no_more(tmp_path: Path) -> None:
    assert keys(tmp_path, GIVEN, CITY) == []
    found = written(tmp_path)
    roles = {f"admin/roles/{part}.url" for part in PARTS}
    assert set(found) == {f"{part}/{name}" for part, names in NEEDED.items() for name in names} | roles
    for part, names in NEEDED.items():
        for name in names:
            if name in NEEDED["upkeep"] and name not in OWN:
                assert found[f"{part}/{name}"] == found[f"upkeep/{name}"]
    assert found["notifier/citizen_bot_token"] == "11:citizens"
    assert {name for name in found if name.endswith("citizen_bot_token")} == {
        f"{part}/citizen_bot_token" for part in ("citizen-bot", "notifier", "upkeep")
    }


def test_each_part_has_a_role_of_its_own_in_the_database(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    found = written(tmp_path)
    users = {part: make_url(found[f"{part}/database_url"]).username for part in PARTS}
    assert users == {part: f"palabre_{role}" for part, role in PARTS.items()}
    assert len({make_url(found[f"{part}/database_url"]).password for part in PARTS}) == len(PARTS)
    assert all(found[f"admin/roles/{part}.url"] == found[f"{part}/database_url"] for part in PARTS)
    owner = f"postgresql+asyncpg://palabre:{found['postgres/password']}@postgres:5432/palabre"
    assert {found[f"{part}/database_url"] for part in ("admin", "restore")} == {owner}


def test_the_bus_knows_each_part_by_its_public_key_alone(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    found = written(tmp_path)
    seeds = {part: found[f"{part}/nats_creds"] for part in NEEDED if f"{part}/nats_creds" in found}
    public = {part: public_of(credentials(seed).key) for part, seed in seeds.items()}
    assert public["restore"] == public["admin"]
    assert set(public) == {user.name for user in users(CITY)} | {"restore"}
    assert len(set(public.values())) == len(users(CITY))
    assert found[f"nats/{USERS}"] == users_conf(users(CITY), public)


def test_a_part_reads_its_keys_as_settings(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    files = {f"PALABRE_{name.upper()}_FILE": str(tmp_path / "citizen-bot" / name) for name in NEEDED["citizen-bot"]}
    settings = load(files)
    assert settings.need("citizen_bot_token") == "11:citizens"
    assert len(settings.need("secret")) == 64
    assert settings.database.startswith("postgresql+asyncpg://palabre_intake:")


def test_only_the_owner_reads_a_key_but_the_database_its_own(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    modes = {file.parent.name: file.stat().st_mode & 0o777 for file in tmp_path.rglob("*") if file.is_file()}
    assert modes == {part: 0o444 if part == "postgres" else 0o400 for part in (*NEEDED, "roles")}


def test_what_was_drawn_is_kept_and_what_is_given_anew_replaces_it(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    first = written(tmp_path)
    assert keys(tmp_path, {}, CITY) == []
    assert written(tmp_path) == first

    keys(tmp_path, {"moderator_bot_token": "33:another"}, CITY)
    changed = {name for name, content in written(tmp_path).items() if content != first[name]}
    assert changed == {f"{part}/moderator_bot_token" for part in ("moderator-bot", "notifier", "upkeep")}


def test_what_an_earlier_version_gave_a_part_is_taken_back(tmp_path: Path) -> None:
    keys(tmp_path, GIVEN, CITY)
    first = written(tmp_path)
    (tmp_path / "web" / "citizen_bot_token").write_text("11:citizens", encoding="utf-8")
    keys(tmp_path, {}, CITY)
    assert written(tmp_path) == first


def test_whoever_has_no_tokens_yet_is_told_where_they_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["keys", str(tmp_path)])
    monkeypatch.setenv("PALABRE_CITIZEN_BOT_TOKEN", "11:citizens")
    monkeypatch.delenv("PALABRE_MODERATOR_BOT_TOKEN", raising=False)
    main()
    assert capsys.readouterr().err == (
        "PALABRE_MODERATOR_BOT_TOKEN is not given yet: ask @BotFather for one, and put it into .env\n"
    )


def test_a_slip_in_the_settings_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["keys", str(tmp_path)])
    monkeypatch.setenv("PALABRE_CITIZEN_BOT_TOKEN", "not-a-token")
    with pytest.raises(SystemExit) as ended:
        main()
    line = (
        "palabre: PALABRE_CITIZEN_BOT_TOKEN: is no bot's token: copy what @BotFather gave you, such as 123456:ABC-DEF"
    )
    assert (ended.value.code, list(tmp_path.iterdir())) == (line, [])
