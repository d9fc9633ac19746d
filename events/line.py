"""A line to the bus: nats-py's client, which says at once what it may not do, and is not talked out of TLS."""

import asyncio
import logging
import re
from dataclasses import dataclass
from typing import Any

from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error

from events.bus import BusRefusedError

log = logging.getLogger(__name__)

VIOLATION = re.compile(r'permissions violation for (publish|subscription) to "(\S+?)"')
SAID = {"publish": "publish", "subscription": "hear"}


@dataclass(eq=False, slots=True)
class Asking:
    """Something that we have asked for and that is not answered yet; with `refusal` it never will be."""

    subject: str
    limit: asyncio.Timeout
    refusal: str = ""


class Line(Client):
    """A connection as `user` (in whose name refusals are told), who shows `options` wherever it is opened.

    `nkey`: the user's public key. `secure`: nothing is said to a server without TLS; nats-py would go on in the clear.
    """

    def __init__(self, *, user: str = "us", nkey: str | None = None, secure: bool = False, **options: Any) -> None:
        super().__init__()
        self._public_nkey = nkey  # nats-py itself sets it only with a further package
        self._user = user
        self._secure = secure
        self._options = options
        self._asked: set[Asking] = set()

    async def connect(self, *servers: Any, **options: Any) -> None:
        """Connect as nats-py does, and hear what the server says out of band."""
        tell = options.pop("error_cb", None)

        async def hear(error: Exception) -> None:
            if not self._refused(str(error)) and tell:
                await tell(error)

        given = {**options, **self._options, "error_cb": hear}
        await super().connect(*servers, **given)

    async def request(
        self,
        subject: str,
        payload: bytes = b"",
        timeout: float = 0.5,  # noqa: ASYNC109 - nats-py's own
        old_style: bool = False,
        headers: dict[str, Any] | None = None,
    ) -> Msg:
        """Ask as nats-py does. Raises BusRefusedError at once where that is forbidden."""
        asking = Asking(subject, asyncio.timeout(None))
        self._asked.add(asking)
        try:
            async with asking.limit:
                return await super().request(subject, payload, timeout, old_style, headers)
        except TimeoutError:
            if not asking.refusal:
                raise
            raise BusRefusedError(asking.refusal) from None
        finally:
            self._asked.discard(asking)
        raise AssertionError("unreachable")

    def _refused(self, said: str) -> bool:
        """Say whether the server has forbidden something, and break off what waits for it in vain."""
        found = VIOLATION.search(said.lower())
        if found is None:
            return False
        what, subject = found.groups()
        refusal = f"the bus does not allow {self._user} to {SAID[what]} "
        unheard = what == "subscription" and subject.startswith(self._inbox_prefix.decode().lower())
        log.warning("%s%s", refusal, subject)
        for asking in self._asked:
            meant = unheard or (what == "publish" and asking.subject.lower() == subject)
            if meant and not asking.refusal:  # a limit that is over already cannot be moved
                asking.refusal = refusal + (subject if unheard else asking.subject)
                asking.limit.reschedule(0)
        return True

    def _connect_command(self) -> bytes:
        """Say who we are: to a server that should have TLS, only through TLS."""
        if self._secure and not self._server_info.get("tls_required"):
            raise Error("nats: there is no TLS at the other end")
        return super()._connect_command()
