"""The record: every accepted act, chained by hashes over salted commitments.

entry.commitment = SHA-256(salt ‖ payload); entry.hash = SHA-256(previous | seq | fact | kind | commitment).
Whoever has only the exported entries can check the chain; whoever has salt and payload can check that a
commitment was made to them. Erasure takes the salt and leaves another payload, and neither hash changes: what is left
is listed, by its SHA-256, in the entry of the erasure.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from secrets import token_hex
from typing import Any

from events.base import Event

GENESIS = "0" * 64
NOTHING: Mapping[int, str] = {}
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


def first_break(entries: Iterable[dict[str, Any]], erased: Mapping[int, str] = NOTHING) -> int | None:
    """Return the number of the first entry that does not fit the chain, or None when all hold.

    `entries` come in order with the fields of the export (seq, fact, kind, commitment, previous, hash);
    where salt and payload are there, the commitment is opened too. `erased` has the SHA-256 of what erasures left of
    entries, by their numbers.
    """
    head = GENESIS
    for expected, entry in enumerate(entries, start=1):
        hashed = link(head, entry["seq"], str(entry["fact"]), entry["kind"], entry["commitment"])
        if (
            entry["seq"] != expected
            or entry["previous"] != head
            or entry["hash"] != hashed
            or not _opens(entry, erased)
        ):
            return expected
        head = hashed
    return None


def _opens(entry: dict[str, Any], erased: Mapping[int, str]) -> bool:
    """Say whether the commitment was made to this salt and payload, or the payload is what an erasure left."""
    if "payload" not in entry:
        return True
    salt, payload = entry["salt"], entry["payload"]
    if salt is None or payload is None:
        return payload is not None and erased.get(entry["seq"]) == sha256(payload.encode()).hexdigest()
    written_well = re.fullmatch(f"[0-9a-f]{{{2 * SALT_BYTES}}}", salt) is not None
    return written_well and bool(entry["commitment"] == commit(salt, payload))
