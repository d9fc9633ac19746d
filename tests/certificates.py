"""Certificates that a test makes for itself: an authority, and a server on this machine that it vouches for."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

NOW = datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs certificates; `file` holds its own."""

    file: Path
    key: EllipticCurvePrivateKey
    name: x509.Name

    def vouches(self, folder: Path, name: str) -> tuple[Path, Path]:
        """Write a certificate for 127.0.0.1, and its key."""
        key = generate_private_key(SECP256R1())
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        certificate = (
            _builder(named(name), self.name, key).add_extension(names, critical=False).sign(self.key, SHA256())
        )
        (folder / f"{name}.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / f"{name}.key").write_bytes(secret)
        (folder / f"{name}.key").chmod(0o600)
        return folder / f"{name}.pem", folder / f"{name}.key"


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _builder(name: x509.Name, issuer: x509.Name, key: EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    dated = x509.CertificateBuilder().not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=1))
    bare = dated.subject_name(name).issuer_name(issuer).public_key(key.public_key())
    return bare.serial_number(x509.random_serial_number())


def authority(folder: Path, name: str) -> Authority:
    key, subject = generate_private_key(SECP256R1()), named(name)
    own = _builder(subject, subject, key).add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    (folder / f"{name}.pem").write_bytes(own.sign(key, SHA256()).public_bytes(Encoding.PEM))
    return Authority(folder / f"{name}.pem", key, subject)
