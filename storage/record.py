"""The record: every accepted act, chained by hashes over salted commitments.

entry.commitment = SHA-256(salt ‖ payload); entry.hash = SHA-256(previous | seq | fact | kind | commitment).
Whoever has only the exported entries can check the chain; whoever has salt and payload can check that a
commitment was made to them. Erasure removes salt and payload, and neither hash changes.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from secrets import token_hex
from typing import Any

from events.base import Event

GENESIS = "0" * 64
SALT_BYTES = 16


def link(previous: str, seq: int, fact: str, kind: str, commitment: str) -> str:
    """Return the hash of one entry."""
    return sha256(f"{previous}|{seq}|{fact}|{kind}|{commitment}".encode()).hexdigest()


def commit(salt: str, payload: str) -> str:
    """Return the salted commitment to a payload; `salt` is hexadecimal."""
    return sha256(bytes.fromhex(salt) + payload.encode()).hexdigest()


def chained(facts: Sequence[Event], seq: int, head: str) -> list[dict[str, Any]]:
    """Return the rows that continue a chain ending at number `seq` with hash `head`."""
    rows: list[dict[str, Any]] = []
    for fact in facts:
        seq += 1
        salt, payload = token_hex(SALT_BYTES), fact.model_dump_json()
        commitment = commit(salt, payload)
        digest = link(head, seq, str(fact.event_id), fact.kind, commitment)
        rows.append(
            {
                "seq": seq,
                "fact": fact.event_id,
                "kind": fact.kind,
                "commitment": commitment,
                "previous": head,
                "hash": digest,
                "salt": salt,
                "payload": payload,
            }
        )
        head = digest
    return rows


def first_break(entries: Iterable[dict[str, Any]]) -> int | None:
    """Return the number of the first entry that does not fit the chain, or None when all hold.

    `entries` come in order with the fields of the export (seq, fact, kind, commitment, previous, hash);
    where salt and payload are there, the commitment is opened too.
    """
    head = GENESIS
    for expected, entry in enumerate(entries, start=1):
        hashed = link(head, entry["seq"], str(entry["fact"]), entry["kind"], entry["commitment"])
        opened = entry.get("payload") is None or entry["commitment"] == commit(entry["salt"], entry["payload"])
        if entry["seq"] != expected or entry["previous"] != head or entry["hash"] != hashed or not opened:
            return expected
        head = hashed
    return None
