"""An unknown setting or a bad value is refused in one line that says what to do and betrays no secret."""

from pathlib import Path

import pytest

from deploy.settings import SettingsError, load

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def refusal(**environ: str) -> str:
    with pytest.raises(SettingsError) as refused:
        load(environ)
    return str(refused.value)


def test_without_any_setting_an_instance_lives_in_the_data_folder() -> None:
    settings = load({"PATH": "/bin"})

    assert (settings.language, settings.nats_url, settings.database) == (
        "fr",
        None,
        f"sqlite+aiosqlite:///{Path.home() / '.local/share/palabre/palabre.db'}",
    )


def test_an_empty_value_is_no_value() -> None:
    assert load({"PALABRE_NATS_URL": ""}) == load({})


def test_a_cluster_is_several_addresses() -> None:
    addresses = "nats://one:4222,tls://two:4222"
    assert load({"PALABRE_NATS_URL": addresses}).nats_url == addresses


def test_an_unknown_setting_is_named() -> None:
    assert refusal(PALABRE_FOO="1") == (
        "PALABRE_FOO is not a setting of Palabre: remove it or mend its name (see docs/settings.md)"
    )


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PALABRE_HEALTH_PORT", "high", "Input should be a valid integer"),
        ("PALABRE_WEB_PORT", "70000", "Input should be less than or equal to 65535"),
        ("PALABRE_LANGUAGE", "tlh", "Input should be 'fr', 'en', 'it', 'es', 'zh' or 'ar'"),
        ("PALABRE_TIMEZONE", "Europe/Gergovie", "no such time zone; an example is Europe/Paris"),
        ("PALABRE_NATS_URL", "localhost", "an example is nats://localhost:4222"),
        ("PALABRE_NATS_URL", "nats://localhost:port", "has no port that can be"),
        ("PALABRE_NATS_URL", "nats://one:4222,nats://two:port", "has no port that can be"),
        ("PALABRE_NATS_URL", "nats://one:4222,two:4222", "an example is nats://localhost:4222"),
        ("PALABRE_DATABASE_URL", "mysql://a", "must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://"),
        ("PALABRE_DATABASE_URL", "postgresql+asyncpg://a:x", "is no address"),
        ("PALABRE_TELEGRAM_API", "ftp://a", "an example is https://api.telegram.org"),
        ("PALABRE_CITIZEN_BOT_TOKEN", "token", "is no bot's token"),
        ("PALABRE_SECRET", "short", "should have at least 16"),
    ],
)
def test_a_bad_value_is_refused_in_one_line(name: str, value: str, says: str) -> None:
    line = refusal(**{name: value})

    assert (line.startswith(f"{name}: "), says in line, "\n" in line) == (True, True, False)


def test_a_refused_secret_is_not_repeated() -> None:
    assert "my-secret" not in refusal(PALABRE_MODERATOR_BOT_TOKEN="my-secret")


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")

    settings = load({"PALABRE_CITIZEN_BOT_TOKEN_FILE": str(tmp_path / "token")})

    assert settings.need("citizen_bot_token") == TOKEN


def test_a_secrets_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(PALABRE_SECRET_FILE=str(tmp_path / "none")) == (
        f"PALABRE_SECRET_FILE: {tmp_path / 'none'} cannot be read (No such file or directory): "
        "name a file that holds the secret"
    )


def test_a_missing_secret_is_asked_for_by_name() -> None:
    with pytest.raises(SettingsError) as refused:
        load({}).need("secret")

    assert str(refused.value) == (
        "PALABRE_SECRET is not set: put it in the environment, or its file's path in PALABRE_SECRET_FILE"
    )


def test_the_end_of_telegrams_address_may_be_a_slash() -> None:
    assert load({"PALABRE_TELEGRAM_API": "http://localhost:8081/"}).telegram_api == "http://localhost:8081"


@pytest.mark.parametrize(
    ("given", "lacking"),
    [({"PALABRE_LLM_URL": "https://models.example.org/v1"}, "MODEL"), ({"PALABRE_LLM_MODEL": "petit"}, "URL")],
)
def test_a_model_has_an_address_and_a_name(given: dict[str, str], lacking: str) -> None:
    with pytest.raises(SettingsError, match=rf"^PALABRE_LLM_{lacking} is not set: a model needs its address and its"):
        load(given)
