"""How a topic says which wishes it answers."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router

from bots.citizen.visit import Wants

Handler = Callable[..., Awaitable[Any]]


def routes(topic: str, *, typed: dict[str, Handler] | None = None, tapped: dict[str, Handler] | None = None) -> Router:
    """Return a fresh router; a command (`/ask`) is answered however it comes, typed or by a button."""
    router = Router(name=topic)
    for name, handler in (typed or {}).items():
        router.message.register(handler, Wants(name))
        router.callback_query.register(handler, Wants(name))
    for name, handler in (tapped or {}).items():
        router.callback_query.register(handler, Wants(name))
    return router
