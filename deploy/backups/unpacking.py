"""A backup read from its beginning to its end: checked as a whole, then member by member."""

import gzip
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from deploy.backups.archive import MANIFEST, ArchiveError, DamagedError, Manifest, Member
from deploy.backups.sealing import WrongKeyError, identities, is_sealed, unsealed

DAMAGED = (OSError, EOFError, ValueError, KeyError, tarfile.TarError, zlib.error, gzip.BadGzipFile)


@dataclass(frozen=True, slots=True)
class Source:
    """A backup, and the file with the secret key that opens it where it is sealed."""

    file: Path
    identity: Path | None = None

    def __str__(self) -> str:
        return f"{self.file} --identity {self.identity}" if self.identity else str(self.file)

    @contextmanager
    def opened(self) -> Iterator[tuple[IO[bytes], Callable[[], int]]]:
        """Yield what the file holds, and how far it is read (bytes of the file). Raises WrongKeyError, OSError."""
        with self.file.open("rb") as raw:
            if not is_sealed(self.file):
                yield raw, raw.tell
                return
            if self.identity is None:
                raise WrongKeyError(f"{self.file} is sealed: add --identity and the file with the secret key")
            with unsealed(raw, identities(self.identity), self.file) as plain:
                yield plain, raw.tell


def checked(source: Source, progress: Callable[[str, int, int], None]) -> Manifest:
    """Read all of an archive and return its manifest.

    Raises ArchiveError unless every member is what it names, WrongKeyError.
    """
    file = source.file
    found: dict[str, Member] = {}
    manifest: bytes | None = None
    try:
        total = file.stat().st_size
        for name, content, done in _members(source):
            if name == MANIFEST:
                manifest = content.read()
            else:
                found[name] = _member(content)
            progress("check", done(), total)
    except FileNotFoundError:
        raise ArchiveError(f"{file} does not exist: name a file that `palabre backup` wrote") from None
    except DAMAGED as error:
        raise DamagedError(f"{file} is damaged, or no backup ({type(error).__name__}); nothing was changed") from None
    return _whole(file, manifest, found)


def _member(content: IO[bytes]) -> Member:
    count, size, digest = 0, 0, sha256()
    while portion := content.read(1 << 20):
        count, size = count + portion.count(b"\n"), size + len(portion)
        digest.update(portion)
    return Member(lines=count, bytes=size, sha256=digest.hexdigest())


def _whole(file: Path, content: bytes | None, found: Mapping[str, Member]) -> Manifest:
    if content is None:
        raise DamagedError(f"{file} is damaged, or no backup (its manifest is missing); nothing was changed")
    manifest = _read(file, content)
    for name in sorted(manifest.members.keys() | found.keys()):
        if manifest.members.get(name) != found.get(name):
            raise DamagedError(f"{file} is damaged: {name} is not what was written; nothing was changed")
    return manifest


def _read(file: Path, content: bytes) -> Manifest:
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        if any(fault["loc"] == ("format",) for fault in error.errors()):
            raise ArchiveError(f"{file} was written by another version: update palabre") from None
        raise DamagedError(f"{file} is damaged: its manifest cannot be read; nothing was changed") from None


def members(source: Source) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the members of a checked archive in their order; each is read before the next is asked for."""
    for name, content, _ in _members(source):
        yield name, content


def _members(source: Source) -> Iterator[tuple[str, IO[bytes], Callable[[], int]]]:
    with (
        source.opened() as (held, done),
        gzip.GzipFile(fileobj=held) as plain,
        tarfile.open(fileobj=plain, mode="r|") as archive,  # forwards only: what is unsealed cannot be wound back
    ):
        for header in archive:
            content = archive.extractfile(header)
            if content is not None:
                yield header.name, content, done
        while plain.read(1 << 20):
            """At the end stands a checksum of it all, the manifest included."""
