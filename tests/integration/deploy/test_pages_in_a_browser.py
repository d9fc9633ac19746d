"""The public pages in a real browser: for everybody, by keyboard, without JavaScript, and asking nothing of others."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from uuid import uuid4

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page
from pypdf import PdfReader
from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.web import pages_served
from deploy.wiring import instance
from storage.ledger import writing
from storage.read_models.results import draft_of
from storage.tables.results import Publication
from tests.conftest import NOON
from tests.integration.deploy.conftest import Command
from tests.integration.deploy.test_export import ADMITTED
from tests.integration.deploy.test_web import page as served
from tests.screens import browser

CHROMIUM = shutil.which("chromium")
PATHS = (
    "",
    *(
        f"fr/la-viande/{name}"
        for name in ("", "agenda.html", "map.html", "summary.html", "record.html", "texts-1.html", "poster.html")
    ),
    "ar/",
    *(
        f"ar/la-viande/{name}"
        for name in ("", "agenda.html", "map.html", "summary.html", "record.html", "texts-1.html")
    ),
)
GRAVE = ("serious", "critical")

pytestmark = [
    pytest.mark.nats,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium"),
]


@asynccontextmanager
async def pages_of(palabre: Command) -> AsyncIterator[str]:
    """Serve the pages of a theme that people wrote hostile things in, and yield their address."""
    palabre.environ["PALABRE_WEB_PORT"] = "0"
    await palabre.bring_in(ADMITTED, "--admit")
    await palabre("map", "la-viande", "--compute")
    async with instance(palabre.settings) as parts:
        await published(parts.engine)
        async with pages_served(parts) as port:
            await served(port, "/fr/la-viande/")
            yield f"http://127.0.0.1:{port}/"


async def published(engine: AsyncEngine) -> None:
    """Put agenda and summary into the memory as two persons would have them put there."""
    async with writing(engine) as session:
        for result in ("agenda", "summary"):
            draft = await draft_of(engine, "la-viande", result)
            assert draft is not None
            version = Publication(
                id=uuid4(),
                theme="la-viande",
                result=result,
                version=1,
                input_hash=draft.input_hash,
                content=json.dumps(draft.content),
                requested_by=uuid4(),
                confirmed_by=uuid4(),
                requested_at=NOON,
                published_at=NOON,
            )
            session.add(version)


def watched(page: Page) -> list[str]:
    """Return what goes wrong on a page from now on: errors, and requests to others."""
    wrong = list[str]()
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if "://127.0.0.1:" not in asked.url else None)
    return wrong


async def test_everybody_can_use_the_pages(palabre: Command) -> None:
    async with pages_of(palabre) as address, browser() as chromium:
        found, watches = [], list[list[str]]()
        for scheme in ("light", "dark"):
            page = await chromium.new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
            watches.append(watched(page))
            for path in PATHS:
                await page.goto(address + path)
                grave = [each for each in (await Axe().run(page)).response["violations"] if each["impact"] in GRAVE]
                found += [(path, scheme, each["id"], each["nodes"][0]["html"][:120]) for each in grave]
                wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                found += [(path, scheme, "wider than a phone", str(wide))] if wide > 0 else []
    assert (found, watches) == ([], [[], []])


async def test_without_javascript_a_citation_leads_to_its_text(palabre: Command) -> None:
    async with pages_of(palabre) as address, browser() as chromium:
        page = await (await chromium.new_context(java_script_enabled=False)).new_page()
        await page.goto(address)
        await page.get_by_role("link", name="La viande").click()
        await page.get_by_role("link", name="O-1", exact=True).first.click()

        assert page.url.endswith("/fr/la-viande/texts-1.html#O-1")
        assert "<script>alert(1)</script>" in await page.locator("#O-1 blockquote").inner_text()


async def test_who_has_a_keyboard_only_reaches_the_content_at_once(palabre: Command) -> None:
    async with pages_of(palabre) as address, browser() as chromium:
        page = await chromium.new_page()
        await page.goto(f"{address}fr/la-viande/")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")

        assert page.url.endswith("#content")


@pytest.mark.parametrize("language", ["fr", "ar"])
async def test_a_poster_is_one_sheet_of_paper(palabre: Command, language: str) -> None:
    async with pages_of(palabre) as address, browser() as chromium:
        page = await chromium.new_page()
        await page.goto(f"{address}{language}/la-viande/poster.html")
        printed = PdfReader(BytesIO(await page.pdf(format="A4", prefer_css_page_size=True)))

        assert len(printed.pages) == 1
