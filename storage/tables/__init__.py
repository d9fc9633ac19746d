"""What is kept on disk, one class a table, one module a topic."""

from storage.tables import (
    appointments,
    broadcasts,
    contributions,
    identity,
    memory,
    moderation,
    people,
    preferences,
    results,
    sessions,
    themes,
    votes,
)

__all__ = [
    "appointments",
    "broadcasts",
    "contributions",
    "identity",
    "memory",
    "moderation",
    "people",
    "preferences",
    "results",
    "sessions",
    "themes",
    "votes",
]
