"""`make pictures`: play the demo to its end, and take the pictures that README shows.

It needs Debian's chromium, and says so where there is none.
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

from deploy.demo.crowd import THEME
from deploy.demo.play import city_comes_together
from deploy.demo.stage import Stage, stage
from deploy.docs import ROOT
from deploy.terminal import bar
from deploy.wiring import instance

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 256  # of a picture: what a screen shows of pages needs no more, and is a third of the bytes
CHROMIUM = shutil.which("chromium")


async def main() -> None:
    if CHROMIUM is None:
        sys.exit("no chromium here: apt-get install chromium")
    with TemporaryDirectory() as folder:
        async with stage(Path(folder) / "demo", 0) as running, instance(running.settings, prepare=False) as parts:
            await city_comes_together(running, parts, bar())
            async with browser(CHROMIUM) as chromium:
                await page(running, chromium)
                await phones(running, chromium)


@asynccontextmanager
async def browser(program: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield started
        finally:
            await started.close()


async def page(running: Stage, chromium: Browser) -> None:
    """Take the theme's public page, in French as the sample is."""
    shown = await chromium.new_page(viewport={"width": 900, "height": 1000}, device_scale_factor=1.5)
    await shown.goto(f"http://127.0.0.1:{running.settings.web_port}/fr/{THEME}/")
    await shown.get_by_role("heading", name="Ordre du jour").wait_for()
    keep("page.png", await shown.screenshot())


async def phones(running: Stage, chromium: Browser) -> None:
    """Take the page with the two phones."""
    shown = await chromium.new_page(viewport={"width": 1200, "height": 860})
    await shown.goto(f"{running.world.base_url}/")
    keep("phones.png", await shown.screenshot())


def keep(name: str, picture: bytes) -> None:
    """Write a picture with few colours."""
    FOLDER.mkdir(exist_ok=True)
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(FOLDER / name, optimize=True)
    sys.stdout.write(f"{FOLDER / name}: {(FOLDER / name).stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    asyncio.run(main())
