"""What the feeds of the bots have done, for /metrics: numbers of updates and seconds, never a person."""

from prometheus_client import Counter, Histogram

UPDATES = Counter(
    "palabre_updates", "Updates of Telegram by what became of them: taken, finished, buried", ["bot", "outcome"]
)
UPDATE_SECONDS = Histogram(
    "palabre_update_seconds",
    "From when an update was taken until it may be confirmed",
    ["bot"],
    buckets=(0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30, 60),
)


class Meter:
    """The counters of one bot; what is buried is finished too, what is neither is under way or comes again."""

    def __init__(self, bot: str) -> None:
        self._taken = UPDATES.labels(bot, "taken")
        self._finished = UPDATES.labels(bot, "finished")
        self._buried = UPDATES.labels(bot, "buried")
        self._seconds = UPDATE_SECONDS.labels(bot)

    def taken(self) -> None:
        self._taken.inc()

    def buried(self) -> None:
        self._buried.inc()

    def finished(self, seconds: float) -> None:
        self._finished.inc()
        self._seconds.observe(seconds)
