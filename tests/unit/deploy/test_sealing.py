"""What is sealed goes through a pipe: bounded, opened by its key alone, and a failure at either end is told."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest

from deploy.backups.archive import writing
from deploy.backups.sealing import Waiting, WrongKeyError, identities, key_pair, recipients, sealed, unsealed

NAME = Path("a-file")
LONG = b"".join(b"%d bottles\n" % number for number in range(50_000))  # beyond what a pipe and a chunk of age hold


def kept(folder: Path, secret: str) -> Path:
    file = folder / "key"
    file.write_text(f"# created by a test\n{secret}\n", encoding="utf-8")
    return file


def sealed_for(public: str, content: bytes) -> bytes:
    into = BytesIO()
    with sealed(into, recipients(public)) as written:
        written.write(content)
    return into.getvalue()


@pytest.mark.parametrize("content", [b"a few words", LONG])
def test_what_was_sealed_comes_out(tmp_path: Path, content: bytes) -> None:
    secret, public = key_pair()
    held = sealed_for(public, content)
    with unsealed(BytesIO(held), identities(kept(tmp_path, secret)), NAME) as legible:
        assert (legible.read(), content in held) == (content, False)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    held = sealed_for(key_pair()[1], LONG)
    keys = identities(kept(tmp_path, key_pair()[0]))
    with pytest.raises(WrongKeyError, match="this key does not open a-file"), unsealed(BytesIO(held), keys, NAME):
        pytest.fail("it was opened")


@pytest.mark.parametrize(
    "damage",
    [lambda held: held[:-1], lambda held: held[:-30], lambda held: held[:-1] + bytes([held[-1] ^ 1])],
    ids=["a byte cut off", "more cut off", "a byte changed"],
)
def test_damage_at_the_very_end_is_noticed_by_whoever_has_read_all(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    secret, public = key_pair()
    held, keys = sealed_for(public, LONG), identities(kept(tmp_path, secret))
    with (
        pytest.raises(OSError, match="decryption error"),
        unsealed(BytesIO(damage(held)), keys, NAME) as legible,
    ):
        legible.read()


def test_who_reads_no_further_waits_for_nobody(tmp_path: Path) -> None:
    secret, public = key_pair()
    held, keys = sealed_for(public, LONG * 10), identities(kept(tmp_path, secret))
    with pytest.raises(LookupError):
        begin_to_read(BytesIO(held), keys)


def begin_to_read(held: BytesIO, keys: Sequence[Any]) -> None:
    with unsealed(held, keys, NAME) as legible:
        assert legible.read(1) == b"0"
        raise LookupError


def test_a_disk_that_is_full_says_so() -> None:
    with pytest.raises(OSError, match="No space left on device"), Path("/dev/full").open("wb", buffering=0) as full:
        fill(full, recipients(key_pair()[1]))


def fill(full: IO[bytes], keys: Sequence[Any]) -> None:
    with sealed(full, keys) as written:
        for _ in range(100):
            written.write(LONG)


def test_a_pipe_that_breaks_for_whoever_writes_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_bytes(b"the old one, whole")
    with pytest.raises(BrokenPipeError, match="of a progress bar"):
        asyncio.run(half_written(file, recipients(key_pair()[1])))
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"backup": b"the old one, whole"}


async def half_written(file: Path, keys: Sequence[Any]) -> None:
    async def portions() -> AsyncIterator[list[bytes]]:
        yield [LONG]

    def progress(_done: int) -> None:
        raise BrokenPipeError("of a progress bar")

    with writing(file, keys, force=True) as archive:
        await archive.add("first", portions(), lambda _done: None)
        await archive.add("second", portions(), progress)


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(WrongKeyError, match="is no public key of age"):
        recipients(f"{key_pair()[1]} age1nothing")


def test_what_waits_on_the_disk_is_illegible_and_comes_back() -> None:
    file = BytesIO()
    waiting = Waiting(file)
    for start in range(0, len(LONG), 777):
        waiting.write(LONG[start : start + 777])
    on_disk = file.getvalue()
    waiting.rewind()
    assert (b"".join(iter(lambda: waiting.read(1000), b"")), b"bottles" in on_disk) == (LONG, False)
