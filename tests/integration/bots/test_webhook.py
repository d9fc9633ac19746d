"""The feed by webhook: a secret at the door, 200 only after the handler has ended."""

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from bots.feed import AddressTakenError, WrongTokenError
from tests.integration.bots.exchange import TOKEN, Exchange

SECRET = "a-secret_of-the-tests"
ANYTHING: dict[str, Any] = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 7}, "text": "hello"}}


@dataclass
class Hooked:
    """A feed that listens on `url`."""

    exchange: Exchange
    url: str
    session: aiohttp.ClientSession
    stop: asyncio.Event
    running: asyncio.Task[None]

    async def post(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with self.session.post(self.url, data=io.BytesIO(body), headers=headers) as answer:
            return answer.status

    async def post_update(self, update: dict[str, Any]) -> int:
        return await self.post(json.dumps(update).encode())


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
async def hooked(exchange: Exchange) -> AsyncIterator[Hooked]:
    port, stop = free_port(), asyncio.Event()
    url = f"http://127.0.0.1:{port}/hook"
    feed = exchange.feed(drain=0.2)
    running = asyncio.create_task(feed.serve(url, f"127.0.0.1:{port}", SECRET, stop))
    async with aiohttp.ClientSession() as session:
        async with asyncio.timeout(10):
            while not exchange.bot.webhook:
                changed = asyncio.ensure_future(exchange.bot.changed.wait())
                await asyncio.wait({changed, running}, return_when=asyncio.FIRST_COMPLETED)
                assert not running.done(), running.exception()
        yield Hooked(exchange, url, session, stop, running)
        stop.set()
        await running


async def test_what_telegram_brings_is_handled_and_taken_off_its_queue(hooked: Hooked) -> None:
    exchange = hooked.exchange
    for number in range(30):
        exchange.phone().says(exchange.bot, str(number))
    await exchange.all_confirmed()
    assert sorted(exchange.listener.handled, key=int) == [str(number) for number in range(30)]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", "é"])
async def test_whoever_does_not_show_the_secret_is_refused(hooked: Hooked, secret: str | None) -> None:
    assert await hooked.post(json.dumps(ANYTHING).encode(), secret) == 403
    assert hooked.exchange.listener.begun == []


async def test_a_secret_that_is_no_text_is_refused_too(hooked: Hooked) -> None:
    there = urlsplit(hooked.url)
    reader, writer = await asyncio.open_connection(there.hostname, there.port)
    writer.write(
        b"POST /hook HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: \xff\xfe\r\nContent-Length: 2\r\n\r\n{}"
    )
    assert (await reader.readline()).split()[1] == b"403"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "1"}', b"\xff", b'"hello"'])
async def test_what_is_no_update_is_a_bad_request(hooked: Hooked, body: bytes) -> None:
    assert await hooked.post(body) == 400
    assert hooked.exchange.listener.begun == []


async def test_a_body_beyond_any_update_is_not_read_to_its_end(hooked: Hooked) -> None:
    assert await hooked.post(b" " * (1024 * 1024 + 1)) == 413


async def test_200_comes_only_after_the_handler_has_ended(hooked: Hooked) -> None:
    gate = asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    hooked.exchange.listener.does["hello"] = wait
    posting = asyncio.create_task(hooked.post_update(ANYTHING))
    await hooked.exchange.listener.until("begun hello")
    assert not posting.done()
    gate.set()
    assert (await posting, hooked.exchange.listener.handled) == (200, ["hello"])


async def test_an_update_that_comes_again_meanwhile_or_later_is_handled_once(hooked: Hooked) -> None:
    gate = asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    hooked.exchange.listener.does["hello"] = wait
    posting = [asyncio.create_task(hooked.post_update(ANYTHING)) for _ in range(5)]
    await hooked.exchange.listener.until("begun hello")
    gate.set()
    assert await asyncio.gather(*posting) == [200] * 5
    assert await hooked.post_update(ANYTHING) == 200
    assert hooked.exchange.listener.begun == ["hello"]


async def test_whoever_hangs_up_does_not_stop_the_handler(hooked: Hooked) -> None:
    gate = asyncio.Event()

    async def wait() -> None:
        await gate.wait()

    hooked.exchange.listener.does["hello"] = wait
    posting = asyncio.create_task(hooked.post_update(ANYTHING))
    await hooked.exchange.listener.until("begun hello")
    posting.cancel()
    await asyncio.gather(posting, return_exceptions=True)
    gate.set()
    await hooked.exchange.listener.until("handled hello")


async def test_what_is_not_finished_at_the_end_is_not_acknowledged(hooked: Hooked) -> None:
    hooked.exchange.listener.does["hello"] = asyncio.Event().wait  # type: ignore[assignment]
    posting = asyncio.create_task(hooked.post_update(ANYTHING))
    await hooked.exchange.listener.until("begun hello")
    hooked.stop.set()
    await hooked.running
    [answer] = await asyncio.gather(posting, return_exceptions=True)
    assert answer == 503 or isinstance(answer, aiohttp.ClientError)  # the line may be cut before
    assert hooked.exchange.listener.handled == []


async def test_a_webhook_without_a_secret_does_not_start(exchange: Exchange) -> None:
    with pytest.raises(ValueError, match="without a secret"):
        await exchange.feed().serve("http://127.0.0.1:1/hook", "127.0.0.1:1", "", asyncio.Event())


async def test_a_taken_address_is_said_in_one_line(exchange: Exchange) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        listen = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(AddressTakenError, match="set PALABRE_WEBHOOK_LISTEN to a free address"):
            await exchange.feed().serve(f"http://{listen}/hook", listen, SECRET, asyncio.Event())


async def test_a_wrong_token_is_said_here_too(exchange: Exchange) -> None:
    listen = f"127.0.0.1:{free_port()}"
    with pytest.raises(WrongTokenError):
        await exchange.feed(token="1:wrong").serve(f"http://{listen}/", listen, SECRET, asyncio.Event())


async def test_telegram_is_asked_again_when_it_does_not_take_the_webhook(exchange: Exchange) -> None:
    listen, stop = f"127.0.0.1:{free_port()}", asyncio.Event()
    exchange.world.faults.planned = {"setwebhook": ["500", "500"]}
    feed = exchange.feed()
    running = asyncio.create_task(feed.serve(f"http://{listen}/", listen, SECRET, stop))
    exchange.phone().says(exchange.bot, "hello")
    await exchange.listener.until("handled hello")
    stop.set()
    await running
    assert (feed.healthy, exchange.bot.token) == (True, TOKEN)
