"""`make docs`: write the pages that are made from the code; `--check` names those that are no longer true."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click

from deploy import asyncapi
from deploy.publishers import publishers
from deploy.schemas import DIALECT, result_schemas
from events import topology
from events.base import Event
from events.catalogue import catalogue, schemas

ROOT = Path(__file__).parent.parent
SCHEMAS = Path("docs/schemas")
GOLDEN = Path("tests/golden/events")
CHART = Path("deploy/kubernetes/palabre/files/topology.json")
COMMON = tuple(Event.model_fields)

INTRODUCTION = """# The facts

This page is made from `events/` by `make docs`; a test compares it with the code.

A fact is something that happened: frozen, never edited, only followed. It travels on NATS JetStream, in the stream
`{stream}`, on the subject `palabre.<city>.<kind>`, under its own id as `Nats-Msg-Id`. Reading is tolerant: unknown
fields are ignored; a change of meaning is a new kind. JSON Schemas lie in [schemas/events](schemas/events), the bus as
a whole is described in [asyncapi.json](asyncapi.json) (AsyncAPI 3.0).

Every fact has these fields:

| field | type | meaning |
|---|---|---|
| `event_id` | uuid | derives from the cause (an update, a row of an import, a fact): same cause, same fact |
| `city` | text | short name of the instance's city |
| `occurred_at` | moment | when it happened |
| `caused_by` | uuid or null | the fact that it follows from |
"""


@cache
def pages() -> dict[Path, str]:
    """Return every generated file by its path in the project."""
    return {
        Path("docs/events.md"): events_page(),
        Path("docs/asyncapi.json"): written(asyncapi.document()),
        CHART: written(lag()),
        **{SCHEMAS / "events" / f"{kind}.json": written(schema) for kind, schema in fact_schemas().items()},
        **{SCHEMAS / f"{name}.json": written(schema) for name, schema in result_schemas().items()},
    }


def written(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def lag() -> dict[str, Any]:
    """Return where the chart's scalers look for what waits: the readers of the stream."""
    return {"stream": topology.FACTS, "consumers": [reader.name for reader in topology.readers()]}


def fact_schemas() -> dict[str, dict[str, Any]]:
    return {kind: {"$schema": DIALECT, **schema} for kind, schema in schemas().items()}


def events_page() -> str:
    telling = publishers(ROOT)
    entries = (entry(kind, fact, telling[kind]) for kind, fact in catalogue().items())
    return "\n".join([INTRODUCTION.format(stream=topology.FACTS), *entries])


def entry(kind: str, fact: type[Event], published_by: list[str]) -> str:
    """Return what the page says about one kind."""
    reading = [reader.name for reader in topology.readers() if kind in reader.kinds]
    told, read = ", ".join(published_by) or "–", ", ".join(reading) or "–"
    example = (ROOT / GOLDEN / f"{kind}.json").read_text(encoding="utf-8")
    return "\n".join(
        [
            f"## `{kind}`",
            "",
            "\n\n".join(meaning(fact)),
            "",
            f"`{fact.__name__}` · published by: {told} · read by: {read}",
            "",
            "| field | type | |",
            "|---|---|---|",
            *fields(kind),
            "",
            "```json",
            f"{example}```",
            "",
        ]
    )


def meaning(fact: type[Event]) -> Iterator[str]:
    """Yield the paragraphs of a class, and of the family it belongs to, where there is one."""
    family = [each for each in reversed(fact.__mro__) if issubclass(each, Event) and each is not Event]
    for each in reversed(family):
        yield " ".join((each.__doc__ or "").split())


def fields(kind: str) -> Iterator[str]:
    """Yield the table's rows for the fields that this kind alone has."""
    schema = schemas()[kind]
    for name, field in schema["properties"].items():
        if name not in COMMON:
            needed = "" if name in schema.get("required", ()) else f"optional ({json.dumps(field['default'])})"
            yield f"| `{name}` | {type_of(field)} | {needed} |"


def type_of(field: dict[str, Any]) -> str:
    """Say in words what a JSON Schema allows."""
    if "anyOf" in field:
        return " or ".join(type_of(each) for each in field["anyOf"])
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if "pattern" in field:
        return f"text like `{field['pattern']}`"
    if "prefixItems" in field:
        return f"({', '.join(type_of(each) for each in field['prefixItems'])})"
    if field["type"] == "array":
        return f"list of {type_of(field['items'])}"
    name = field.get("format", field["type"])
    return f"{WORDS.get(name, name)}{bounds(field)}"


WORDS = {"string": "text", "date-time": "moment", "integer": "whole number", "boolean": "true or false"}


def bounds(field: dict[str, Any]) -> str:
    """Say how long, or how large."""
    for least, most, unit in (("minLength", "maxLength", " characters"), ("minimum", "maximum", "")):
        if most in field:
            return f", {field.get(least, 0)} to {field[most]}{unit}"
    return ""


def differing(root: Path) -> list[Path]:
    """Return the generated files in `root` that differ from the code: changed, missing, or of a kind that is gone."""
    wanted = pages()
    left = {file.relative_to(root) for file in (root / SCHEMAS).rglob("*.json")} - set(wanted)
    return sorted({path for path, text in wanted.items() if _read(root / path) != text} | left)


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def write(root: Path) -> list[Path]:
    """Bring the generated files in `root` up to date; return those that changed."""
    wanted, changed = pages(), differing(root)
    for path in changed:
        if path in wanted:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(wanted[path], encoding="utf-8")
        else:
            (root / path).unlink()
    return changed


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a page is not what the code says.")
def main(check: bool) -> None:
    """Write the generated pages: events, schemas, AsyncAPI."""
    changed = differing(ROOT) if check else write(ROOT)
    for path in changed:
        click.echo(f"{path}: {'differs from the code: run `make docs`' if check else 'written'}", err=check)
    sys.exit(1 if check and changed else 0)


if __name__ == "__main__":
    main()
