"""What happens, as spans of a trace from an update to a notice: kept nowhere, unless deploy.watching.tracing says.

A span is named and bears opaque ids of facts, nothing else. Who is told a fact finds the trace in the message's header
`traceparent`; what follows from a fact, or tells somebody of it, belongs to the fact's trace.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from types import MappingProxyType
from typing import Protocol

HEADER = "traceparent"  # https://www.w3.org/TR/trace-context/


class Tracing(Protocol):
    """Where spans are kept."""

    def span(
        self, name: str, ids: Mapping[str, str], *, parent: str | None, aside: bool
    ) -> AbstractContextManager[str | None]:
        """Keep a span as long as the context lasts; yield what goes into the header of a message told meanwhile."""
        ...


tracing: ContextVar[Tracing | None] = ContextVar("tracing", default=None)
"""Where this process keeps its spans."""

NAMELESS: Mapping[str, str] = MappingProxyType({})
NOWHERE: AbstractContextManager[None] = nullcontext()


def span(
    name: str, ids: Mapping[str, str] = NAMELESS, *, parent: str | None = None, aside: bool = False
) -> AbstractContextManager[str | None]:
    """Return the span of something that happens, with the ids of facts that it bears.

    `parent`: the header of the message that brought it about. `aside`: one of several at once, in which nothing begins.
    """
    kept = tracing.get()
    return kept.span(name, ids, parent=parent, aside=aside) if kept else NOWHERE
