"""`make pictures`: play the demo to its end, and take the pictures that README shows.

It needs Debian's chromium and fonts-noto-color-emoji, and says so where there are none.
"""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser, async_playwright

from bots.playground import Phone
from deploy.demo import story
from deploy.demo.crowd import THEME
from deploy.demo.play import people_come, theme_is_opened
from deploy.demo.stage import Stage, stage
from deploy.demo.watching import watching
from deploy.docs import ROOT
from deploy.terminal import bar
from deploy.wiring import instance

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 256  # of a picture: what a screen shows of pages needs no more, and is a third of the bytes
MOMENT = 3000.0  # milliseconds in which a vote goes its way
SECONDS = 60.0  # until the pages show what was published
CHROMIUM = shutil.which("chromium")
EMOJI = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")


async def main() -> None:
    if CHROMIUM is None or not EMOJI.exists():
        sys.exit("no chromium, or none that has emoji: apt-get install chromium fonts-noto-color-emoji")
    with TemporaryDirectory() as folder:
        async with stage(Path(folder) / "demo", 0) as running, instance(running.settings, prepare=False) as parts:
            team, script = await theme_is_opened(running), story.script_of(parts)
            players = await people_come(running, parts, script, bar())
            async with browser(CHROMIUM) as chromium, watching(parts, running.world.strip):
                await phones(running, chromium, players[-1].phone, team.owner)
                await story.queue_is_emptied(running, team.owner, script)
                await story.results_are_published(running, team)
                await page(running, chromium)


@asynccontextmanager
async def browser(program: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield started
        finally:
            await started.close()


async def phones(running: Stage, chromium: Browser, citizen: Phone, moderator: Phone) -> None:
    """Take the page with the phones, of which one is asked for a vote and the other for a decision."""
    await story.asks(running, moderator, f"/queue {THEME}", "📥")
    update = citizen.says(running.citizens, "/vote")
    await citizen.sees(running.citizens, after=update["message"]["message_id"] + 1)
    shown = await chromium.new_page(viewport={"width": 1280, "height": 800})
    named = f"citizen:{citizen.person.id},moderator:{moderator.person.id}"
    await shown.goto(f"{running.world.base_url}/?lang=en&phones={named}")
    await shown.locator("html[data-ready]").wait_for()
    await shown.get_by_role("button", name="Agree", exact=True).last.click()
    await shown.wait_for_timeout(MOMENT)
    keep("phones.png", await shown.screenshot())


async def page(running: Stage, chromium: Browser) -> None:
    """Take the theme's public page once the agenda is on it, in French as the sample is."""
    address = f"http://127.0.0.1:{running.settings.web_port}/fr/{THEME}/"
    async with asyncio.timeout(SECONDS):
        while True:  # a fresh reader each time: one who has seen a page looks again after a minute
            shown = await chromium.new_page(viewport={"width": 900, "height": 1000}, device_scale_factor=1.5)
            await shown.goto(address)
            if await shown.locator(".agenda").count():
                break
            await shown.close()
            await asyncio.sleep(1)
    keep("page.png", await shown.screenshot())


def keep(name: str, picture: bytes) -> None:
    """Write a picture with few colours."""
    FOLDER.mkdir(exist_ok=True)
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(FOLDER / name, optimize=True)
    sys.stdout.write(f"{FOLDER / name}: {(FOLDER / name).stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    asyncio.run(main())
