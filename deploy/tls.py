"""Certificates by their paths, and which hops need them: all but those that never leave the machine."""

import ssl
from ipaddress import ip_address
from pathlib import Path

from deploy.settings import Settings, SettingsError

LOCAL = ("localhost", "")


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
    if not host or host in LOCAL or host.startswith("/"):
        return False
    try:
        return not ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return True
