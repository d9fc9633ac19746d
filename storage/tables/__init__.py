"""What is kept on disk, one class a table, one module a topic."""

from storage.tables import (
    appointments,
    attendance,
    broadcasts,
    contributions,
    identity,
    live,
    memory,
    moderation,
    needs,
    people,
    preferences,
    results,
    sessions,
    themes,
    topics,
    votes,
)

__all__ = [
    "appointments",
    "attendance",
    "broadcasts",
    "contributions",
    "identity",
    "live",
    "memory",
    "moderation",
    "needs",
    "people",
    "preferences",
    "results",
    "sessions",
    "themes",
    "topics",
    "votes",
]
