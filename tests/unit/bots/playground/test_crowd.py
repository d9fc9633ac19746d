"""The button that brings a crowd in: one crowd at a time, stopped at will, and it goes on."""

import asyncio

from bots.playground.crowd import CrowdButton, Progress


class Town:
    """A crowd of three who come one after the other, each when they are let in."""

    def __init__(self) -> None:
        self.told, self.runs, self.gate = 0, 0, asyncio.Event()
        self.button = CrowdButton(self.tell)

    def tell(self) -> None:
        self.told += 1

    async def come(self, progress: Progress) -> None:
        self.runs += 1
        progress(1, 3)
        await self.gate.wait()
        progress(3, 3)

    @property
    def state(self) -> str:
        return str(self.button.shown()["state"])

    async def is_(self, state: str) -> None:
        async with asyncio.timeout(5):
            while self.state != state:  # noqa: ASYNC110 - the task is done a turn later, and tells nobody
                await asyncio.sleep(0)


async def test_nothing_comes_where_nobody_was_offered() -> None:
    town = Town()
    town.button.begin()
    await town.button.stop()
    assert (town.state, town.told) == ("none", 0)


async def test_it_comes_once_however_often_it_is_called() -> None:
    town = Town()
    town.button.offer(town.come, 3, ("/queue",))
    assert town.button.shown() == {"state": "ready", "people": 3, "done": 0, "total": 1, "then": []}
    town.button.begin()
    await town.is_("coming")
    await asyncio.sleep(0)
    town.button.begin()
    assert town.button.shown() == {"state": "coming", "people": 3, "done": 1, "total": 3, "then": []}
    town.gate.set()
    await town.is_("here")
    town.button.begin()
    assert (town.runs, town.button.shown()) == (
        1,
        {"state": "here", "people": 3, "done": 3, "total": 3, "then": ["/queue"]},
    )


async def test_it_stops_and_goes_on() -> None:
    town = Town()
    town.button.offer(town.come, 3)
    town.button.begin()
    await asyncio.sleep(0)
    await town.button.stop()
    assert town.state == "stopped"
    town.gate.set()
    town.button.begin()
    await town.is_("here")
    assert town.runs == 2


async def test_what_fails_is_said_and_may_be_tried_again() -> None:
    town = Town()

    async def fail(_progress: Progress) -> None:
        raise ConnectionError("no bus")

    town.button.offer(fail, 3)
    town.button.begin()
    await town.is_("failed")
    town.button.begin()
    assert town.state == "coming"
    await town.button.stop()
