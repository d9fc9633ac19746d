"""What this process has told the bus, for /metrics: kinds and seconds, never a person.

A process has one of each, as Prometheus means it: they live as long as it does, whatever begins anew in it meanwhile.
"""

from prometheus_client import Counter, Histogram

PUBLISHED = Counter("palabre_facts_published", "Facts that the bus has stored", ["kind"])
TELLING = Histogram(
    "palabre_fact_publish_seconds",
    "From telling a fact until the bus has stored it",
    buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
