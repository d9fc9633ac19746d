"""Certificates by their paths, and who is spoken to in the clear although that passes over a network."""

import ssl
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import make_url

from deploy.settings import Settings, SettingsError
from storage.encryption import mode_of


def bus_context(settings: Settings) -> ssl.SSLContext | None:
    """Return how the bus's server is checked, None where it is spoken to in the clear. Raises SettingsError."""
    if not secure(settings):
        return None
    try:
        context = ssl.create_default_context(cafile=_file("PALABRE_NATS_CA", settings.nats_ca))
    except ssl.SSLError:
        raise SettingsError(f"PALABRE_NATS_CA: {settings.nats_ca} holds no certificate: name a PEM file") from None
    if settings.nats_certificate:
        certificate = _file("PALABRE_NATS_CERTIFICATE", settings.nats_certificate)
        key = _file("PALABRE_NATS_KEY", settings.nats_key)
        try:
            context.load_cert_chain(str(certificate), key)
        except (ssl.SSLError, OSError):
            raise SettingsError("PALABRE_NATS_CERTIFICATE: no certificate that fits PALABRE_NATS_KEY") from None
    return context


def secure(settings: Settings) -> bool:
    """Say whether the bus must show a certificate."""
    return "tls://" in (settings.nats_url or "")


def _file(name: str, path: Path | None) -> Path | None:
    """Return a setting's path once there is a certificate, or a key, in the file. Raises SettingsError."""
    if path is None:
        return None
    try:
        path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{name}: {path} cannot be read ({error.strerror}): name a PEM file") from None
    return path


def leaves_the_machine(host: str | None) -> bool:
    """Say whether what is said to a host passes over a network; a path is a socket on this machine."""
    if not host or host == "localhost" or host.startswith("/"):
        return False
    try:
        return not ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return True


def in_the_clear(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield whom we would speak to over a network without TLS, or without knowing who they are, and the mend."""
    buses = [urlsplit(url) for url in (settings.nats_url or "").split(",")]
    if any(bus.scheme == "nats" and leaves_the_machine(bus.hostname) for bus in buses):
        yield "bus", "set PALABRE_NATS_URL to a tls:// address, and PALABRE_NATS_CA to who signed its certificate"
    address = make_url(settings.database)
    asked = address.query.get("host", ())
    hosts = [address.host, *([asked] if isinstance(asked, str) else asked)]
    if mode_of(address.query) != "verify-full" and any(map(leaves_the_machine, hosts)):
        yield "database", "add sslmode=verify-full&sslrootcert=FILE to PALABRE_DATABASE_URL, behind a ?"
    for name, url in (("telegram_api", settings.telegram_api), ("llm_url", settings.llm_url)):
        there = urlsplit(url or "")
        if there.scheme == "http" and leaves_the_machine(there.hostname):
            yield name.partition("_")[0], f"set PALABRE_{name.upper()} to an https:// address"
