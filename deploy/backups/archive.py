"""A whole instance in one file: a tar with a member for each table and stream, and a manifest that names them all.

    tables/<table>.jsonl    a line for each row        storage.rows
    streams/<stream>.jsonl  a line for each message    deploy.bus.streams
    erasures.jsonl          who was erased: acts by opaque ids
    manifest.json           the last: what this is, and the SHA-256 of every other member

Every member is a text of lines, so that whoever has no Palabre can still read it: `tar xzf`, and `age --decrypt` before
it where it is sealed.
"""

import os
import tarfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Literal

from pydantic import BaseModel

from deploy.backups.sealing import Waiting, sealed
from deploy.bus.streams import privately

FORMAT: Literal[1] = 1
MANIFEST, ERASED = "manifest.json", "erasures.jsonl"
LEVEL = 4  # of compression: beyond it the time doubles and the file hardly shrinks


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
        count, size, digest = 0, 0, sha256()
        with TemporaryFile(dir=self._folder) as file:
            waiting = Waiting(file)
            async for portion in portions:
                content = b"".join(portion)
                digest.update(content)
                waiting.write(content)
                count, size = count + len(portion), size + len(content)
                told(count)
            self.members[name] = Member(lines=count, bytes=size, sha256=digest.hexdigest())
            waiting.rewind()
            self._put(name, waiting, size)

    def close(self, manifest: Manifest) -> None:
        """Write the manifest, without which nothing before it counts."""
        content = manifest.model_copy(update={"members": self.members}).model_dump_json(indent=2).encode() + b"\n"
        self._put(MANIFEST, BytesIO(content), len(content))

    def _put(self, name: str, content: Any, size: int) -> None:
        header = tarfile.TarInfo(name)
        header.size, header.mode = size, 0o600
        self._archive.addfile(header, content)


@contextmanager
def writing(file: Path, keys: Sequence[Any] = (), *, force: bool) -> Iterator[Writing]:
    """Write an archive under another name; it takes its place, whole and on the disk, or leaves no trace.

    `keys`: the public ones to seal it for, if any. Raises ArchiveError.
    """
    _check(file, force=force)
    draft = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with privately(draft) as raw:
            with ExitStack() as stack:
                into = stack.enter_context(sealed(raw, keys)) if keys else raw
                archive = stack.enter_context(tarfile.open(fileobj=into, mode="w:gz", compresslevel=LEVEL))
                yield Writing(archive, file.absolute().parent)
            raw.flush()
            os.fsync(raw.fileno())
        draft.replace(file)
        _sync(file.absolute().parent)
    except ConnectionError:  # bus or database went away
        raise
    except OSError as error:
        raise ArchiveError(f"{file} cannot be written ({error.strerror}): name another file") from None
    finally:
        draft.unlink(missing_ok=True)


def _check(file: Path, *, force: bool) -> None:
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
