"""What the notifier has done, for /metrics: numbers of letters and seconds, never a person."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

MINUTE, HOUR = 60, 3600


class Tally:
    """The notifier's counters in one registry."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._ended = Counter(
            "palabre_letters",
            "Letters by what became of them: sent, edited, found, repeated, failed, unreachable",
            ["outcome"],
            registry=registry,
        )
        self._waiting = Gauge("palabre_letters_waiting", "Letters on their way by state", ["state"], registry=registry)
        self._wait = Histogram(
            "palabre_letter_wait_seconds",
            "From when a letter was due until Telegram took it",
            buckets=(0.1, 0.5, 1, 2, 5, 10, 30, MINUTE, 5 * MINUTE, HOUR),
            registry=registry,
        )
        self._pauses = Counter("palabre_telegram_pauses", "Pauses that Telegram asked for", registry=registry)
        self._paused = Counter("palabre_telegram_pause_seconds", "Seconds of those pauses", registry=registry)
        self._looks = Counter("palabre_letter_looks", "Messages looked at for letters in doubt", registry=registry)

    def ended(self, outcome: str) -> None:
        self._ended.labels(outcome).inc()

    def waited(self, seconds: float) -> None:
        self._wait.observe(seconds)

    def paused(self, seconds: float) -> None:
        self._pauses.inc()
        self._paused.inc(seconds)

    def looked(self) -> None:
        self._looks.inc()

    def waiting(self, states: Mapping[str, int]) -> None:
        """Show how many letters are on their way; a state that nothing is in any more is not shown."""
        self._waiting.clear()
        for state, letters in states.items():
            self._waiting.labels(state).set(letters)
