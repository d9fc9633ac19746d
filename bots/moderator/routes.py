"""How a topic says which wishes it answers, and for whom."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram.ext import BaseHandler, CallbackContext, ExtBot

from bots.moderator.visit import Visit

Act = Callable[[Visit], Awaitable[None]]
Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]

ANY = ""


class Wanted(BaseHandler[Visit, Context, None]):
    """Answer one wish, `/queue` for a command and `qa` for a button; who comes this far is a member.

    `right` is the action that the role must allow; None lets every member through.
    """

    def __init__(self, name: str, act: Act, right: str | None) -> None:
        super().__init__(_unused)
        self.name, self.right, self._act = name, right, act

    def check_update(self, update: object) -> bool:
        return isinstance(update, Visit) and self.name in {ANY, update.wish.name}

    async def handle_update(
        self,
        update: Visit,
        application: Any,  # noqa: ARG002 - the signature is PTB's
        check_result: object,  # noqa: ARG002 - as above
        context: Context,  # noqa: ARG002 - as above
    ) -> None:
        if self.right and not update.may(self.right):
            await update.stop("moderator-refused-role", role=update.member.role)
        else:
            await self._act(update)


Handlers = list[Wanted]


def routes(*names: str, to: Act, right: str | None = "moderate") -> Handlers:
    """Return a handler for each of these names: a command and its buttons lead to the same place."""
    return [Wanted(name, to, right) for name in names]


async def _unused(_update: Visit, _context: Context) -> None:
    """PTB asks each handler for a callback; ours is the act."""
