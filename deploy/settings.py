"""The settings, read once from the environment; an unknown or a bad one is refused in one line."""

import re
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from events.citizens import Language
from storage.encryption import MODES

PREFIX = "PALABRE_"
WRITTEN = "palabre.env"  # by `palabre init`
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
SECRETS = (
    "citizen_bot_token",
    "moderator_bot_token",
    "secret",
    "webhook_secret",
    "llm_key",
    "database_url",
    "nats_creds",
)


class SettingsError(ValueError):
    """A setting is unknown, missing or wrong; the message is one line that says what to do."""


class Settings(BaseModel):
    """What an administrator may set; each field is the environment variable PALABRE_<FIELD>."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Path.home() / ".local" / "share" / "palabre"
    city: str = Field(default="clermont-ferrand", pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")
    city_name: str = "Clermont-Ferrand"
    contact: str | None = Field(default=None, max_length=200, examples=["dpo@example.org"])
    language: Language = "fr"
    timezone: str = "Europe/Paris"
    nats_url: str | None = Field(
        default=None, pattern=r"^(nats|tls)://[^,]+(,(nats|tls)://[^,]+)*$", examples=["nats://localhost:4222"]
    )
    nats_creds: str | None = None
    nats_ca: Path | None = None
    nats_certificate: Path | None = None
    nats_key: Path | None = None
    nats_monitor_url: str | None = Field(default=None, pattern=r"^https?://", examples=["http://localhost:8222"])
    database_url: SecretStr | None = None
    citizen_bot_token: SecretStr | None = None
    moderator_bot_token: SecretStr | None = None
    telegram_api: str = Field(
        default="https://api.telegram.org", pattern=r"^https?://", examples=["https://api.telegram.org"]
    )
    webhook_url: str | None = Field(default=None, pattern=r"^https?://", examples=["https://bots.example.org/palabre"])
    webhook_listen: str = Field(default="127.0.0.1:8443", pattern=r"^.*:\d+$", examples=["127.0.0.1:8443"])
    webhook_secret: SecretStr | None = None
    web_url: str | None = Field(default=None, pattern=r"^https?://", examples=["https://palabre.example.org"])
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    health_port: int | None = Field(default=None, ge=0, le=65535)
    secret: SecretStr | None = Field(default=None, min_length=16)
    backup_recipient: str | None = None
    llm_url: str | None = Field(default=None, pattern=r"^https?://", examples=["https://models.example.org/v1"])
    llm_key: SecretStr | None = None
    llm_model: str | None = None
    log: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("no such time zone; an example is Europe/Paris") from None
        return name

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: SecretStr | None) -> SecretStr | None:
        schemes = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
        if url is not None and not url.get_secret_value().startswith(schemes):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        try:
            address = make_url(url.get_secret_value() if url else "sqlite://")
        except (ArgumentError, ValueError):
            raise ValueError("is no address; an example is postgresql+asyncpg://user@host:5432/palabre") from None
        if address.query.get("sslmode", MODES[0]) not in MODES:
            raise ValueError(f"has an sslmode that is none of {', '.join(MODES)}")
        return url

    @field_validator("citizen_bot_token", "moderator_bot_token")
    @classmethod
    def _like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is no bot's token: copy what @BotFather gave you, such as 123456:ABC-DEF")
        return token

    @field_validator("backup_recipient")
    @classmethod
    def _public_keys(cls, written: str | None) -> str | None:
        from deploy.backups.sealing import WrongKeyError, recipients  # noqa: PLC0415 - most parts never seal anything

        try:
            recipients(written or "")
        except WrongKeyError as error:
            raise ValueError(str(error)) from None
        return written

    @field_validator("nats_url")
    @classmethod
    def _with_a_port(cls, url: str | None) -> str | None:
        for each in (url or "").split(","):
            try:
                urlsplit(each).port  # noqa: B018 - reading it checks it
            except ValueError:
                raise ValueError("has no port that can be") from None
        return url

    @field_validator("telegram_api", "nats_monitor_url")
    @classmethod
    def _without_slash(cls, url: str | None) -> str | None:
        return url and url.rstrip("/")

    @property
    def database(self) -> str:
        """Return the database's address; without one, SQLite in the data folder."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.home.absolute() / 'palabre.db'}"

    def need(self, field: str) -> str:
        """Return a secret that the part at hand cannot do without. Raises SettingsError when it is not set."""
        value: SecretStr | None = getattr(self, field)
        if value is None:
            name = PREFIX + field.upper()
            raise SettingsError(
                f"{name} is not set: put it in the environment, or its file's path in {name}_FILE{_at_hand()}"
            )
        return value.get_secret_value()


def in_a_shell(file: Path) -> str:
    """Return the line that puts what `palabre init` wrote into a shell's environment."""
    place = file if len(file.parts) > 1 else f"./{file}"
    return f"set -a; . {quote(str(place))}; set +a"


def _at_hand() -> str:
    """Return a hint where the settings lie here, and nobody read them."""
    return f"; or read {WRITTEN}, which is here: {in_a_shell(Path(WRITTEN))}" if Path(WRITTEN).is_file() else ""


def load(environ: Mapping[str, str]) -> Settings:
    """Return the settings in `environ`. Raises SettingsError in one line."""
    values: dict[str, Any] = {}
    for name, value in environ.items():
        if name.startswith(PREFIX) and value:
            values.update(_setting(name, value))
    try:
        found = Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(_first_fault(error)) from None
    if (found.llm_url is None) != (found.llm_model is None):
        lacking = "MODEL" if found.llm_url else "URL"
        raise SettingsError(f"PALABRE_LLM_{lacking} is not set: a model needs its address and its name, or neither")
    _about_tls(found)
    return found


def _about_tls(found: Settings) -> None:
    """See that paths of certificates are used, and complete. Raises SettingsError."""
    if (found.nats_certificate is None) != (found.nats_key is None):
        lacking = "KEY" if found.nats_certificate else "CERTIFICATE"
        raise SettingsError(
            f"PALABRE_NATS_{lacking} is not set: a certificate needs its key, and a key its certificate"
        )
    if (found.nats_ca or found.nats_certificate) and "tls://" not in (found.nats_url or ""):
        raise SettingsError("PALABRE_NATS_URL has no tls://: without it no certificate is looked at")


def _setting(name: str, value: str) -> dict[str, str]:
    field = name.removeprefix(PREFIX).lower()
    secret = field.removesuffix("_file")
    if field != secret and secret in SECRETS:
        try:
            return {secret: Path(value).read_text(encoding="utf-8").strip()}
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise SettingsError(f"{name}: {value} cannot be read ({why}): name a file that holds the secret") from None
    if field not in Settings.model_fields:
        raise SettingsError(f"{name} is not a setting of Palabre: remove it or mend its name (see docs/settings.md)")
    return {field: value}


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_input=False, include_url=False)[0]
    field = str(fault["loc"][0])
    examples = Settings.model_fields[field].examples
    mend = f"; an example is {examples[0]}" if examples else ""
    return f"{PREFIX}{field.upper()}: {fault['msg'].removeprefix('Value error, ')}{mend}"
