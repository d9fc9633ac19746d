"""Backups sealed with age: to write one a public key is enough, to read it takes the secret one.

age reads and writes files; what is made bit by bit goes to it through a pipe, so that nothing legible touches the disk.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any, BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from pyrage import DecryptError, EncryptError, IdentityError, RecipientError, decrypt_io, encrypt_io, x25519

BEGINNING = b"age-encryption.org/"
SECRET_KEY = "AGE-SECRET-KEY-"  # noqa: S105 - how the line with a key begins
WIDE = 1 << 20  # bytes

Done = Future[None]


class WrongKeyError(RuntimeError):
    """A key is none, or does not open a backup; the message is one line that says what to do."""


def recipients(written: str) -> list[Any]:
    """Return the public keys in a text, with commas or blanks between them. Raises WrongKeyError."""
    try:
        return [x25519.Recipient.from_str(each) for each in written.replace(",", " ").split()]
    except RecipientError:
        raise WrongKeyError("is no public key of age; it begins with age1, and `palabre init` makes one") from None


def identities(file: Path) -> list[Any]:
    """Return the secret keys in a file as `palabre init` and `age-keygen` write it. Raises WrongKeyError."""
    try:
        lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
        found = [x25519.Identity.from_str(line) for line in lines if line.startswith(SECRET_KEY)]
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise WrongKeyError(f"{file} cannot be read ({why}): name the file with the secret key") from None
    except IdentityError:
        raise WrongKeyError(f"{file}: its secret key is damaged; take the copy that you kept") from None
    if not found:
        raise WrongKeyError(f"{file} holds no secret key of age, a line that begins with {SECRET_KEY}")
    return found


def key_pair() -> tuple[str, str]:
    """Return a new secret key and the public one that goes with it."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def is_sealed(file: Path) -> bool:
    """Say whether a file is sealed; one that cannot be read is not."""
    with suppress(OSError), file.open("rb") as raw:
        return raw.read(len(BEGINNING)) == BEGINNING
    return False


@contextmanager
def sealed(into: IO[bytes], keys: Sequence[Any]) -> Iterator[BinaryIO]:
    """Yield a file to write to: what is written goes sealed into another. Raises OSError."""
    legible, written = _pipe()

    def seal() -> None:
        with closing(legible):  # whoever still writes after a failure is told by that
            encrypt_io(legible, into, keys)

    sealing = _beside(seal)
    try:
        with written:
            yield written
    except BrokenPipeError:
        if sealing.exception() is None:  # another pipe of whoever writes; age says the reason for its own below
            raise
    finally:
        wait([sealing])
    try:
        sealing.result()
    except EncryptError as error:
        raise OSError(None, str(error)) from None


@contextmanager
def unsealed(file: IO[bytes], keys: Sequence[Any], name: Path) -> Iterator[BinaryIO]:
    """Yield what a sealed file holds. Raises WrongKeyError where no key opens it, OSError where it is damaged."""
    legible, written = _pipe()

    def unseal() -> None:
        with closing(written):
            decrypt_io(file, written, keys)

    opening = _beside(unseal)
    with legible:
        if not legible.peek(1):
            _opened(opening, name)
        yield legible
        while legible.read(WIDE):
            """The end of a sealed file tells whether something was cut off."""
        if damage := opening.exception():
            raise OSError(None, str(damage))


def _opened(opening: Done, name: Path) -> None:
    """Say why nothing came out."""
    try:
        opening.result()
    except DecryptError:
        raise WrongKeyError(
            f"this key does not open {name}, or the beginning of the file is damaged; nothing was changed"
        ) from None


def _beside(work: Callable[[], None]) -> Done:
    """Do work in a thread that keeps nobody from ending."""
    done = Done()

    def do() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - it is raised where the work is asked for
            done.set_exception(error)
        else:
            done.set_result(None)

    Thread(target=do, name="age", daemon=True).start()
    return done


def _pipe() -> tuple[Any, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


class Waiting:
    """A file in which something waits on the disk, illegible: its key is nowhere but here, and gone afterwards."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._cipher = Cipher(algorithms.AES(os.urandom(32)), modes.CTR(bytes(16)))
        self._hiding = self._cipher.encryptor()
        self._showing = self._cipher.decryptor()

    def write(self, content: bytes) -> None:
        self._file.write(self._hiding.update(content))

    def rewind(self) -> None:
        """Go back to the beginning, to read it once."""
        self._file.seek(0)
        self._showing = self._cipher.decryptor()

    def read(self, size: int = -1) -> bytes:
        return self._showing.update(self._file.read(size))
