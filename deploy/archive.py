"""A whole instance in one file: a tar with a member for each table and stream, and a manifest that names them all.

    tables/<table>.jsonl    a line for each row        storage.rows
    streams/<stream>.jsonl  a line for each message    deploy.streams
    erasures.jsonl          who was erased: acts by opaque ids
    manifest.json           the last: what this is, and the SHA-256 of every other member

Every member is a text of lines, so that whoever has no Palabre can still read it (`tar xzf`).
"""

import gzip
import os
import tarfile
import zlib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Literal

from pydantic import BaseModel, ValidationError

from deploy.streams import privately

FORMAT: Literal[1] = 1
MANIFEST, ERASED = "manifest.json", "erasures.jsonl"
LEVEL = 4  # of compression: beyond it the time doubles and the file hardly shrinks
DAMAGED = (OSError, EOFError, ValueError, KeyError, tarfile.TarError, zlib.error, gzip.BadGzipFile)


def table_member(table: str) -> str:
    return f"tables/{table}.jsonl"


def stream_member(stream: str) -> str:
    return f"streams/{stream}.jsonl"


class ArchiveError(ValueError):
    """A backup cannot be written to a file, or brought back from it here; the message is one line with what to do."""


class DamagedError(ArchiveError):
    """A file is no backup, or not whole any more."""


class Member(BaseModel):
    """What a member holds, without which it is not whole."""

    lines: int
    bytes: int
    sha256: str


class Secret(BaseModel):
    """What only the same PALABRE_SECRET makes of a random `salt`; it tells nothing of the secret itself."""

    salt: str
    check: str


class Manifest(BaseModel):
    """What a backup is: of which city, when it was begun, up to which entry, written by which version.

    `worked`: up to which place of the stream of facts each reader had worked everything. `columns`: the tables as the
    schema's revision has them.
    """

    format: Literal[1] = FORMAT
    palabre: str
    schema_revision: str
    city: str
    moment: str
    head: int
    head_hash: str
    secret: Secret
    worked: dict[str, int]
    columns: dict[str, dict[str, str]]
    members: dict[str, Member] = {}


class Writing:
    """An archive that is being written: members one after the other, then the manifest."""

    def __init__(self, archive: tarfile.TarFile, folder: Path) -> None:
        self._archive = archive
        self._folder = folder
        self.members: dict[str, Member] = {}

    async def add(self, name: str, portions: AsyncIterator[list[bytes]], told: Callable[[int], None]) -> None:
        """Add a member of lines; they wait on the disk until their length is known, which stands before them."""
        count, digest = 0, sha256()
        with TemporaryFile(dir=self._folder) as waiting:
            async for portion in portions:
                for line in portion:
                    digest.update(line)
                waiting.writelines(portion)
                told(count := count + len(portion))
            self.members[name] = Member(lines=count, bytes=waiting.tell(), sha256=digest.hexdigest())
            waiting.seek(0)
            self._put(name, waiting, self.members[name].bytes)

    def close(self, manifest: Manifest) -> None:
        """Write the manifest, without which nothing before it counts."""
        content = manifest.model_copy(update={"members": self.members}).model_dump_json(indent=2).encode() + b"\n"
        self._put(MANIFEST, BytesIO(content), len(content))

    def _put(self, name: str, content: IO[bytes], size: int) -> None:
        header = tarfile.TarInfo(name)
        header.size, header.mode = size, 0o600
        self._archive.addfile(header, content)


@contextmanager
def writing(file: Path, *, force: bool) -> Iterator[Writing]:
    """Write an archive under another name; it takes its place, whole and on the disk, or leaves no trace.

    Raises ArchiveError.
    """
    _check(file, force=force)
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with privately(draft) as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=LEVEL) as archive:
                yield Writing(archive, file.absolute().parent)
            raw.flush()
            os.fsync(raw.fileno())
        draft.replace(file)
        _sync(file.absolute().parent)
    except OSError as error:
        raise ArchiveError(f"{file} cannot be written ({error.strerror}): name another file") from None
    finally:
        draft.unlink(missing_ok=True)


def _check(file: Path, *, force: bool) -> None:
    if file.is_dir():
        raise ArchiveError(f"{file} is a folder: name a file in it, such as {file / 'palabre.tar.gz'}")
    if not file.absolute().parent.is_dir():
        raise ArchiveError(f"the folder {file.absolute().parent} does not exist: make it, or name another file")
    if file.exists() and not force:
        raise ArchiveError(f"{file} exists: name another file, or overwrite it with --force")


def _sync(folder: Path) -> None:
    """Have the folder remember the file's new name after a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def checked(file: Path, progress: Callable[[str, int, int], None]) -> Manifest:
    """Read all of an archive and return its manifest. Raises ArchiveError unless every member is what it names."""
    found: dict[str, Member] = {}
    manifest: bytes | None = None
    try:
        total = file.stat().st_size
        for name, content, done in _members(file):
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


def members(file: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the members of a checked archive in their order; each is read before the next is asked for."""
    for name, content, _ in _members(file):
        yield name, content


def _members(file: Path) -> Iterator[tuple[str, IO[bytes], Callable[[], int]]]:
    with file.open("rb") as raw, gzip.GzipFile(fileobj=raw) as plain, tarfile.open(fileobj=plain, mode="r:") as archive:
        for header in archive:
            content = archive.extractfile(header)
            if content is not None:
                yield header.name, content, raw.tell
        while plain.read(1 << 20):
            """At the end stands a checksum of it all, the manifest included."""
