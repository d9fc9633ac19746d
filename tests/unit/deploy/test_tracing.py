"""Traces cost nothing where nobody collects them, and hold nobody up where the collector is away."""

import subprocess
import sys
import time

import pytest

from deploy.settings import SettingsError
from deploy.watching.tracing import traced
from events.spans import span, tracing

AWAY = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}


def test_without_a_collector_nothing_is_loaded_and_nothing_kept() -> None:
    asked = (
        "import sys, deploy.watching.tracing\n"
        "with deploy.watching.tracing.traced('clerk', {}): pass\n"
        "sys.exit('opentelemetry.sdk' in sys.modules or 'opentelemetry.trace' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
    with traced("clerk", {}), span("an update") as header:
        assert (header, tracing.get()) == (None, None)


def test_what_follows_from_a_fact_joins_its_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in AWAY.items():
        monkeypatch.setenv(name, value)
    with traced("clerk", AWAY):
        with span("update") as update, span("tell", {"fact": "a"}) as told:
            pass
        with span("work", {"fact": "a"}, parent=told, aside=True) as worked:
            pass
        with span("tell", {"fact": "b", "cause": "a"}) as followed:
            pass
        with span("send", {"fact": "b"}) as sent:
            pass
        with span("tell", {"fact": "c", "cause": "of which nothing is known"}) as another:
            pass
        with pytest.raises(ValueError, match="goes through"), span("fails"):
            raise ValueError("goes through")
    traces = [str(header).split("-")[1] for header in (update, told, worked, followed, sent, another)]
    assert (len({*traces[:5]}), traces[5] in traces[:5]) == (1, False)


def test_a_collector_that_is_away_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in AWAY.items():
        monkeypatch.setenv(name, value)
    with traced("clerk", AWAY):
        with span("update"):
            pass
        began = time.monotonic()
    assert time.monotonic() - began < 5  # one, and more where many share a processor


def test_without_the_library_a_collector_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(SettingsError, match=r"install \'\.\[tracing\]\'` in the project"), traced("clerk", AWAY):
        pass
