"""Which bus is new enough, and what a model's endpoint answers."""

from dataclasses import dataclass

import pytest
from aiohttp import web
from nats.aio.client import Client, ServerVersion

from deploy.finding import Check
from deploy.settings import load
from deploy.watching.neighbours import of_bus, of_model
from tests.servers import free_ports


@dataclass
class Connected(Client):
    """A client that is connected to a server of this version."""

    said: str

    @property
    def connected_server_version(self) -> ServerVersion:
        return ServerVersion(self.said)


@pytest.mark.parametrize(
    ("version", "mend"),
    [
        ("2.15.1", None),
        ("2.14.0", None),
        ("3.0.0", None),
        ("2.13.9", "update the nats-server to 2.14 or newer"),
        ("1.4.1", "update the nats-server to 2.14 or newer"),
    ],
)
def test_a_bus_that_is_too_old_is_found(version: str, mend: str | None) -> None:
    assert of_bus(Connected(version)) == Check("bus", f"reachable, nats-server {version}", mend)


async def checked(status: int | None) -> tuple[Check | None, list[str]]:
    """Look at an endpoint that answers so (None: nobody listens); return what was found and the keys it was shown."""
    [port], keys = free_ports(1), list[str]()

    async def answer(request: web.Request) -> web.StreamResponse:
        keys.append(request.headers["Authorization"])
        return web.Response(status=status or 0)

    app = web.Application()
    app.router.add_get("/v1/models", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    if status:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    named = {"PALABRE_LLM_URL": f"http://127.0.0.1:{port}/v1", "PALABRE_LLM_MODEL": "m", "PALABRE_LLM_KEY": "sk-secret"}
    try:
        return await of_model(load(named)), keys
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "check"),
    [
        (200, Check("model", "reachable")),
        (404, Check("model", "reachable")),
        (401, Check("model", "answers 401: it does not know our key", "check PALABRE_LLM_KEY")),
        (502, Check("model", "answers 502", "see the log of its server, or check PALABRE_LLM_URL")),
    ],
)
async def test_a_model_is_judged_by_what_it_answers(status: int, check: Check) -> None:
    assert await checked(status) == (check, ["Bearer sk-secret"])


async def test_a_model_where_nobody_listens_is_away() -> None:
    found, _ = await checked(None)
    assert found is not None
    assert (found.found, "PALABRE_LLM_URL" in str(found.mend)) == ("cannot be reached (ClientConnectorError)", True)


async def test_where_no_model_is_named_none_is_asked() -> None:
    assert await of_model(load({})) is None
