"""Phones in a real browser, as hands and eyes use them: what is read on the screen, and what is tapped there."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

CHROMIUM = shutil.which("chromium")
GRAVE = ("serious", "critical")
PATIENCE = 40.0  # seconds on a busy machine


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield started
        finally:
            await started.close()


async def opened(chromium: Browser, address: str, **options: object) -> Page:
    """Open the page of the phones; it is ready when they are drawn."""
    page = await chromium.new_page(**options)  # type: ignore[arg-type]  # a test's own words
    page.set_default_timeout(PATIENCE * 1000)
    await page.goto(address, wait_until="load")
    await page.locator("html[data-ready]").wait_for()
    return page


def watched(page: Page) -> list[str]:
    """Return what goes wrong on a page from now on: errors, and requests to others."""
    wrong = list[str]()
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if "://127.0.0.1:" not in asked.url else None)
    return wrong


async def barriers(page: Page) -> list[tuple[str, str]]:
    """Return what would keep somebody from using the page as it is now."""
    found = (await Axe().run(page)).response["violations"]
    grave = [(str(each["id"]), str(each["nodes"][0]["html"])[:120]) for each in found if each["impact"] in GRAVE]
    wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return grave + ([("wider than the screen", str(wide))] if wide > 0 else [])


class Screen:
    """One phone on the page, by the name of whoever holds it (and their role, where they have two)."""

    def __init__(self, page: Page, name: str, role: str = "") -> None:
        self.page = page
        self.phone = page.locator(f".phone{role and '.' + role}", has=page.locator(".who b", has_text=name))

    @property
    def newest(self) -> Locator:
        return self.phone.locator(".messages > li").last

    async def says(self, text: str) -> None:
        """Write a message and send it with the key for that."""
        await self.phone.get_by_role("textbox").fill(text)
        await self.phone.get_by_role("textbox").press("Enter")
        await expect(self.phone.locator(".mine", has_text=text[:60]).last).to_be_visible(timeout=PATIENCE * 1000)

    async def sees(self, *fragments: str) -> Locator:
        """Wait until a message of the bot holds all of this; return the newest that does."""
        message = self.phone.locator(".messages > li:not(.mine)")
        for fragment in fragments:
            message = message.filter(has_text=fragment)
        await expect(message.last).to_be_visible(timeout=PATIENCE * 1000)
        return message.last

    async def taps(self, label: str, *, on: Locator | None = None) -> None:
        """Tap the newest button with this label, or the one under a message."""
        await (on or self.phone).get_by_role("button", name=label).last.click()
