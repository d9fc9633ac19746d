"""Which kinds of facts there are, and how one is read from the bus."""

from functools import cache
from typing import Any

from events import (
    amendments,
    appeals,
    appointments,
    attendance,
    broadcasts,
    citizens,
    contributions,
    live,
    moderation,
    needs,
    news,
    objections,
    preferences,
    removals,
    results,
    sessions,
    strata,
    themes,
    topics,
    votes,
)
from events.base import Event

TOPICS = (
    citizens,
    preferences,
    strata,
    themes,
    contributions,
    votes,
    sessions,
    needs,
    attendance,
    live,
    appointments,
    moderation,
    appeals,
    removals,
    objections,
    topics,
    results,
    amendments,
    broadcasts,
    news,
)


class UnknownKindError(ValueError):
    """The bus carries a fact that this version does not know."""


@cache
def catalogue() -> dict[str, type[Event]]:
    """Return every kind of fact with its class, in the order of the topics."""
    return {
        fact.kind: fact
        for topic in TOPICS
        for fact in vars(topic).values()
        if isinstance(fact, type) and issubclass(fact, Event) and "kind" in vars(fact)
    }


def read(kind: str, payload: str | bytes) -> Event:
    """Return the fact in `payload`.

    Raises UnknownKindError for a kind that is not in the catalogue, pydantic's ValidationError for a
    payload that does not fit it (both are ValueErrors).
    """
    try:
        fact = catalogue()[kind]
    except KeyError:
        raise UnknownKindError(f"unknown kind of fact: {kind}") from None
    return fact.model_validate_json(payload)


def kind_of(subject: str) -> str:
    """Return the kind of the fact that travels on `subject` (`palabre.<city>.<kind>`)."""
    return subject.split(".", 2)[2] if subject.count(".") >= 2 else ""  # noqa: PLR2004 - three parts, as said


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind."""
    return {kind: fact.model_json_schema() for kind, fact in catalogue().items()}
