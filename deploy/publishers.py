"""Who tells which facts, read from the sources: a part that builds a fact publishes it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from events.catalogue import catalogue

PARTS = {
    "bots/citizen/**/*.py": "citizen bot",
    "bots/moderator/**/*.py": "moderator bot",
    "deploy/imports/*.py": "`palabre import`",
    "deploy/invitations.py": "`palabre invite`",
    "workers/**/*.py": "clerk",
    "workers/timekeeper.py": "timekeeper",
}


def publishers(root: Path) -> dict[str, list[str]]:
    """Return for each kind of fact the parts that publish it, in the order of PARTS."""
    kinds = {fact.__name__: kind for kind, fact in catalogue().items()}
    found: dict[str, list[str]] = {kind: [] for kind in kinds.values()}
    for place, part in PARTS.items():
        built = {name for file in root.glob(place) for name in _built(file, consequences=part == "clerk")}
        for name in sorted(built & set(kinds)):
            found[kinds[name]].append(part)
    return found


def _built(file: Path, *, consequences: bool) -> Iterator[str]:
    """Yield the names of classes that a module builds, or hands on to be built.

    `consequences`: only those built by `following`; a worker names the others because it reads them.
    """
    for node in _run(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr == "following" or (not consequences and node.attr != "kind"):
                yield node.value.id
        elif isinstance(node, ast.Name) and not consequences:
            yield node.id


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is run: no annotations, no type checks, no import; of `Fact.kind` the whole, not its parts."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _asks(child):
                yield child
                if not isinstance(child, ast.Attribute) or not isinstance(child.value, ast.Name):
                    yield from _run(child)


def _asks(node: ast.AST) -> bool:
    """Say whether this only asks of what class something is."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"isinstance", "cast"}
