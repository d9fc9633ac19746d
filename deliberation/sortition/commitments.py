"""A pool that is fixed before the draw without being shown: the root of a Merkle tree over salted entries.

Leaves and nodes are hashed as in RFC 6962 (Certificate Transparency), so that no node passes for a leaf. Whoever holds
their own salt can prove that they were in the pool, and nobody can read the others out of the root.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a leaf to the root: the neighbour's hash, and whether it stands on the left."""

    neighbour: str
    left: bool


def leaf(person: Mapping[str, object], salt: str) -> str:
    """Return the hash of a pool entry under its secret salt (hexadecimal)."""
    entry = json.dumps(dict(person), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(b"\x00" + bytes.fromhex(salt) + entry.encode()).hexdigest()


def root(leaves: Sequence[str]) -> str:
    """Return the root over leaves in any order: they are sorted first. Of nobody it is the hash of nothing."""
    level = sorted(leaves)
    while len(level) > 1:
        level = _above(level)
    return level[0] if level else sha256(b"").hexdigest()


def proof(leaves: Sequence[str], mine: str) -> list[Step]:
    """Return the way from one's own leaf to the root. Raises ValueError when it is not among them."""
    level = sorted(leaves)
    place, way = level.index(mine), list[Step]()
    while len(level) > 1:
        neighbour = place ^ 1
        if neighbour < len(level):
            way.append(Step(level[neighbour], left=neighbour < place))
        level, place = _above(level), place // 2
    return way


def leads_to(mine: str, way: Sequence[Step], top: str) -> bool:
    """Say whether a proof leads from a leaf to the published root."""
    here = mine
    for step in way:
        here = _node(step.neighbour, here) if step.left else _node(here, step.neighbour)
    return here == top


def _above(level: Sequence[str]) -> list[str]:
    """Return the next level; whoever has no neighbour rises alone."""
    pairs = [_node(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
    return [*pairs, level[-1]] if len(level) % 2 else pairs


def _node(left: str, right: str) -> str:
    return sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()
