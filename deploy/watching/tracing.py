"""Traces from update to notice, by OpenTelemetry, where OTEL_EXPORTER_OTLP_ENDPOINT says who collects them.

Without that nothing of OpenTelemetry is loaded. What follows from a fact, or tells somebody of it, belongs to the trace
of the fact; this is known of the last facts, as long as the process lives. What waits longer (a letter of the digest, a
fact that a crash left in the outbox) begins a trace of its own, and is found by the fact's id that each span bears.
"""

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from threading import Thread
from typing import TYPE_CHECKING

from deploy.settings import SettingsError
from events.spans import HEADER, tracing

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer

WANTED = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
REMEMBERED = 10_000  # facts
LAST_WORD = 1.0  # seconds for the last spans to leave


@contextmanager
def traced(part: str, environ: Mapping[str, str] = os.environ) -> Iterator[None]:
    """Keep the spans of a part meanwhile, where somebody collects them. Raises SettingsError."""
    if not any(environ.get(name) for name in WANTED):
        yield
        return
    provider = _provider(part)
    kept = tracing.set(Traces(provider.get_tracer("palabre")))
    try:
        yield
    finally:
        tracing.reset(kept)
        leaving = Thread(target=provider.shutdown, daemon=True)  # a collector that is away must not hold us up
        leaving.start()
        leaving.join(LAST_WORD)


def _provider(part: str) -> "TracerProvider":
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - see above
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - as above
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - as above
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - as above
    except ImportError:
        raise SettingsError(
            f"{WANTED[0]} is set: `pip install '.[tracing]'` in the project's folder, or unset it"
        ) from None
    named = {"service.name": f"palabre-{part.replace(' ', '-')}", "service.version": version("palabre")}
    provider = TracerProvider(resource=Resource.create(named), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


class Traces:
    """Spans as OpenTelemetry keeps them; of an error they say its name only."""

    def __init__(self, tracer: "Tracer") -> None:
        self._tracer = tracer
        self._known: OrderedDict[str, Span] = OrderedDict()  # by fact: the newest span about it

    @contextmanager
    def span(self, name: str, ids: Mapping[str, str], *, parent: str | None, aside: bool) -> Iterator[str | None]:
        from opentelemetry.trace import Link, Status, StatusCode, use_span  # noqa: PLC0415 - as above

        about = self._known.get(ids.get("about", ""))
        span = self._tracer.start_span(
            name,
            context=self._cause(ids, parent),
            attributes={f"palabre.{what}": each for what, each in ids.items()},
            links=[Link(about.get_span_context())] if about else [],
            record_exception=False,
            set_status_on_exception=False,
        )
        self._remember(ids.get("fact"), span)
        try:
            if aside:
                yield _header(span)
            else:
                with use_span(span, record_exception=False, set_status_on_exception=False):
                    yield _header(span)
        except BaseException as error:
            span.set_status(Status(StatusCode.ERROR, type(error).__name__))
            raise
        finally:
            span.end()

    def _cause(self, ids: Mapping[str, str], parent: str | None) -> "Context | None":
        """Return what a span belongs to: the message that brought it, what goes on, or what is known of its fact."""
        from opentelemetry.trace import get_current_span, set_span_in_context  # noqa: PLC0415 - as above
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

        if parent:
            return TraceContextTextMapPropagator().extract({HEADER: parent})
        if get_current_span().get_span_context().is_valid:
            return None
        known = self._known.get(ids.get("fact", "")) or self._known.get(ids.get("cause", ""))
        return set_span_in_context(known) if known else None

    def _remember(self, fact: str | None, span: "Span") -> None:
        if fact is None:
            return
        self._known[fact] = span
        self._known.move_to_end(fact)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


def _header(span: "Span") -> str | None:
    from opentelemetry.trace import set_span_in_context  # noqa: PLC0415 - as above
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415 - as above

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier, context=set_span_in_context(span))
    return carrier.get(HEADER)
