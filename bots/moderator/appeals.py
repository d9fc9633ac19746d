"""Appeals in the queue: marked, first, and judged in one tap by somebody who did not decide."""

from bots.moderator.queue import decide
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Visit
from events.appeals import DecisionOverturned, DecisionUpheld


async def on_uphold(visit: Visit) -> None:
    await decide(visit, DecisionUpheld)


async def on_overturn(visit: Visit) -> None:
    await decide(visit, DecisionOverturned)


def handlers() -> Handlers:
    return [*routes("qk", to=on_uphold), *routes("qo", to=on_overturn)]
