"""Whether a part lives and is ready, and what it has done: /livez (also /healthz), /readyz, /metrics."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest

from deploy.watching.health_check import DEGRADED

Trouble = Callable[[], str | None]  # why the part is not ready, in one line; None when it is
Shown = Callable[[], Awaitable[bytes]]  # the metrics, as Prometheus reads them
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Outside(str):
    """Why a part does without somebody outside, who is away: it is well itself, and a new start would mend nothing."""

    __slots__ = ()


class PortTakenError(RuntimeError):
    """Nothing can listen on PALABRE_HEALTH_PORT; the message is one line that says what to do."""


async def counters() -> bytes:
    """Return what this process counts, of which nothing else is known."""
    return generate_latest()


@asynccontextmanager
async def health(port: int | None, trouble: Trouble, shown: Shown = counters) -> AsyncIterator[None]:
    """Serve the addresses on `port` (None: nothing is served) while the part runs. Raises PortTakenError."""
    if port is None:
        yield
        return
    app = web.Application()
    answers = {"/livez": _alive, "/healthz": _alive, "/readyz": _ready(trouble), "/metrics": _metrics(shown)}
    for path, answer in answers.items():
        app.router.add_get(path, answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield
    finally:
        await runner.cleanup()


@contextmanager
def counted() -> Iterator[CollectorRegistry]:
    """Yield a registry that is shown at /metrics meanwhile: what begins anew in one process counts anew."""
    registry = CollectorRegistry()
    REGISTRY.register(registry)
    try:
        yield registry
    finally:
        REGISTRY.unregister(registry)


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, port=port).start()
    except OSError as error:
        why = os.strerror(error.errno or 0)
        raise PortTakenError(f"port {port} cannot be listened on ({why}): set PALABRE_HEALTH_PORT to another") from None


async def _alive(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="ok\n")


def _ready(trouble: Trouble) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        why = trouble()
        if why is None:
            return web.Response(text="ready\n")
        word = DEGRADED if isinstance(why, Outside) else "not ready"
        return web.Response(text=f"{word}: {why}\n", status=503)

    return answer


def _metrics(shown: Shown) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=await shown(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return answer
