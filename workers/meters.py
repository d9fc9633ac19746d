"""What workers have done, for /metrics: kinds, outcomes and seconds, never a person."""

from collections.abc import Sequence

from prometheus_client import Counter, Histogram

from events.base import Event, Outcome

DECISIONS = Counter("palabre_decisions", "Acts by what was decided about them", ["kind", "outcome"])
BATCH_SECONDS = Histogram(
    "palabre_batch_seconds",
    "What one transaction of the clerk takes",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
BATCH_FACTS = Histogram(
    "palabre_batch_facts", "Acts in one transaction of the clerk", buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500)
)
BURIED = Counter("palabre_facts_buried", "Facts that a reader could not work and filed as dead letters", ["reader"])
COMPUTE_SECONDS = Histogram(
    "palabre_compute_seconds",
    "What computing a theme's result takes, or making the public pages",
    ["result"],
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120),
)


def decided(acts: Sequence[Event], outcomes: Sequence[Outcome]) -> None:
    """Count what was decided about each act."""
    BATCH_FACTS.observe(len(acts))
    for act, outcome in zip(acts, outcomes, strict=True):
        DECISIONS.labels(act.kind, outcome.code).inc()
