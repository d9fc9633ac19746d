"""The page's addresses: who may use them, what a chat looks like, what an open page is told, and when."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bots.playground import Playground, playground
from bots.playground.accounts import BotAccount
from bots.playground.crowd import Progress
from bots.playground.messages import post

JSON = {"Content-Type": "application/json"}


class Browser:
    """A page that is open in a browser."""

    def __init__(self, world: Playground, session: aiohttp.ClientSession) -> None:
        self.world, self.session = world, session
        self.bot: BotAccount = world.bot("1:x", "a_bot")

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        async with self.session.get(self.world.base_url + path, headers=headers) as answer:
            is_json = answer.content_type == "application/json"
            return answer.status, await answer.json() if is_json else await answer.read()

    async def post(self, path: str, body: object) -> Any:
        async with self.session.post(self.world.base_url + path, json=body) as answer:
            return await answer.json()

    @asynccontextmanager
    async def live(self, language: str = "en") -> AsyncIterator["Live"]:
        async with self.session.get(f"{self.world.base_url}/live?language={language}") as answer:
            yield Live(answer.content)


class Live:
    """What a page is told."""

    def __init__(self, stream: aiohttp.StreamReader) -> None:
        self._stream = stream

    async def next(self) -> Any:
        async with asyncio.timeout(5):
            while not (line := await self._stream.readline()).startswith(b"data: "):
                pass
        return json.loads(line[len(b"data: ") :])


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with playground() as world, aiohttp.ClientSession() as session:
        yield Browser(world, session)


async def test_a_phone_of_somebody_new_writes_and_taps(browser: Browser) -> None:
    person = await browser.post("/phones", {"name": " Ada ", "language": "ar"})
    assert (person["name"], person["language"]) == ("Ada", "ar")
    path = f"/phones/{person['id']}/a_bot"
    assert (await browser.get(path))[1]["messages"] == []
    assert browser.bot.chats == {}  # looking begins nothing

    await browser.post(path, {"text": " /start "})
    chat = browser.bot.chats[person["id"]]
    card = post(
        chat,
        {"text": "Yes?", "reply_markup": {"inline_keyboard": [[{"text": "Y", "callback_data": "y"}]]}},
        text="Yes?",
    )
    await browser.post(path, {"message": card["message_id"], "tap": "forged"})
    await browser.post(path, {"message": card["message_id"], "tap": "y"})
    assert [next(iter(each.keys() - {"update_id"})) for each in browser.bot.history] == ["message", "callback_query"]
    _, shown = await browser.get(path)
    assert [(each["mine"], each["parts"]) for each in shown["messages"]] == [(True, ["/start"]), (False, ["Yes?"])]
    everybody = (await browser.get("/phones"))[1]
    assert everybody["people"] == [{"id": person["id"], "name": "Ada", "language": "ar", "bots": ["a_bot"]}]


async def test_files_come_with_their_name_and_do_nothing_by_themselves(browser: Browser) -> None:
    ada = browser.world.person("Ada")
    ada.starts(browser.bot)
    sent = {name: browser.bot.keep_file(content, "documents", name) for name, content in
            (("a.html", b"<script>1</script>"), ("b.png", b"\x89PNG"))}  # fmt: skip
    hidden = browser.bot.keep_file(b"of another chat", "documents", "c.txt")
    for name, file in sent.items():
        post(ada.chat(browser.bot), {}, document={"file_id": file, "file_name": name, "file_size": 4})
    path = f"/phones/{ada.person.id}/a_bot"
    _, shown = await browser.get(path)
    assert [each["file"]["name"] for each in shown["messages"][1:]] == ["a.html", "b.png"]
    kinds = []
    for file in sent.values():
        async with browser.session.get(f"{browser.world.base_url}{path}/{file}") as answer:
            kinds.append((answer.content_type, answer.headers["X-Content-Type-Options"]))
    assert kinds == [("application/octet-stream", "nosniff"), ("image/png", "nosniff")]
    assert (await browser.get(f"{path}/{hidden}"))[0] == 404


@pytest.mark.parametrize("path", ["/", "/phones", "/words/fr", "/phone/main.js", "/live"])
async def test_another_name_for_this_machine_is_nobodys(browser: Browser, path: str) -> None:
    assert (await browser.get(path, Host="evil.example"))[0] == 403


async def test_a_form_of_another_site_is_not_taken(browser: Browser) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        headers = {"Content-Type": kind, "Origin": "https://evil.example"}
        async with browser.session.post(f"{browser.world.base_url}/phones", data=b"{}", headers=headers) as answer:
            assert answer.status == 415
    assert browser.world.people == {}


@pytest.mark.parametrize(
    "path", ["/phone/../page.py", "/phone/page.py", "/phones/1/a_bot", "/phones/x/a_bot", "/phones/1/b"]
)
async def test_what_is_not_there_is_not_found(browser: Browser, path: str) -> None:
    assert (await browser.get(path))[0] == 404


async def test_an_open_page_is_told_what_is_new_each_thing_once(browser: Browser) -> None:
    browser.world.strip.tell("bus", "question.asked")
    async with browser.live("fr") as live:
        first = await live.next()
        assert [(line["station"], line["says"], line["count"]) for line in first["lines"]] == [
            ("bus", "Une question est posée.", 1)
        ]
        assert first["crowd"]["state"] == "none"
        ada = browser.world.person("Ada")
        ada.starts(browser.bot)
        news = await live.next()
        assert news["chats"] == [[ada.person.id, "a_bot"]]
        assert [(line["station"], line["kind"]) for line in news["lines"]] == [("citizen", "message")]
        browser.world.strip.tell("clerk", "received", "Q-1")
        told = await live.next()
        assert told == {
            "chats": [],
            "lines": [{**told["lines"][0], "kind": "received", "reference": "Q-1", "count": 1}],
        }


async def test_a_page_that_was_closed_is_forgotten(browser: Browser) -> None:
    async with browser.live() as live:
        await live.next()
    async with asyncio.timeout(5):
        while browser.world.onlookers._all:  # noqa: SLF001 - nobody else can see it
            browser.world.strip.tell("bus", "vote.cast")
            await asyncio.sleep(0.01)


async def test_the_crowd_comes_when_it_is_called_and_stops_when_told(browser: Browser) -> None:
    async def come(progress: Progress) -> None:
        progress(1, 4)
        await asyncio.Event().wait()

    browser.world.crowd.offer(come, 300)
    async with browser.live() as live:
        assert (await live.next())["crowd"]["state"] == "ready"
        await browser.post("/crowd", {"come": True})
        async with asyncio.timeout(5):
            while (crowd := (await live.next()).get("crowd")) != {
                "state": "coming",
                "people": 300,
                "done": 1,
                "total": 4,
                "then": [],
            }:
                assert crowd is None or crowd["state"] in {"ready", "coming"}
        assert (await browser.post("/crowd", {"come": False}))["state"] == "stopped"
        assert (await live.next())["crowd"]["state"] == "stopped"
