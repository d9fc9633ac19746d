"""The public pages as a browser asks for them: quick, small, kept, and only what may be known."""

import asyncio
import gzip
import statistics
import time
from pathlib import Path

import aiohttp
import pytest
from multidict import CIMultiDictProxy

from deploy.web import HEADERS, pages_served
from deploy.wiring import instance
from tests.integration.deploy.conftest import Command
from tests.integration.deploy.test_export import ADMITTED, WAITING

pytestmark = pytest.mark.nats


async def asked(port: int, path: str, **headers: str) -> tuple[int, CIMultiDictProxy[str], bytes]:
    """Return status, headers and the body as it came."""
    async with (
        aiohttp.ClientSession(auto_decompress=False) as browser,
        browser.get(
            f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "identity"} | headers, allow_redirects=False
        ) as answer,
    ):
        return answer.status, answer.headers, await answer.read()


async def page(port: int, path: str, *, holding: str = "", seconds: float = 20) -> str:
    """Return a page once it is there and holds this."""
    async with asyncio.timeout(seconds):
        while True:
            status, _, body = await asked(port, path)
            if status == 200 and holding in body.decode():
                return body.decode()
            await asyncio.sleep(0.05)


@pytest.fixture
def anywhere(palabre: Command) -> Command:
    palabre.environ["PALABRE_WEB_PORT"] = "0"
    return palabre


async def test_pages_show_what_is_admitted_and_nothing_else(anywhere: Command) -> None:
    await anywhere.bring_in(ADMITTED, "--admit")
    await anywhere.bring_in(WAITING)
    await anywhere("map", "la-viande", "--compute")

    async with instance(anywhere.settings) as parts, pages_served(parts) as port:
        home = await page(port, "/")
        theme = await page(port, "/fr/la-viande/")
        texts = await page(port, "/fr/la-viande/texts-1.html")

    assert "La viande" in home
    assert ("attend encore" in texts, "06 12 34 56 78" in texts, "<script" in texts) == (False, False, False)
    assert ("▒▒▒" in texts, "&lt;script&gt;" in texts, "33 votes" in theme) == (True, True, True)


async def test_a_browser_is_told_what_it_may_keep_and_do(anywhere: Command) -> None:
    await anywhere.bring_in(ADMITTED[:2], "--admit")
    async with instance(anywhere.settings) as parts, pages_served(parts) as port:
        await page(port, "/fr/la-viande/")
        status, headers, body = await asked(port, "/fr/la-viande/", **{"Accept-Encoding": "gzip"})
        again = await asked(port, "/fr/la-viande/", **{"If-None-Match": headers["ETag"]})
        bare = await asked(port, "/fr/la-viande")
        lost = await asked(port, "/../../etc/passwd")
        times = []
        for _ in range(100):
            began = time.perf_counter()
            await asked(port, "/fr/la-viande/")
            times.append(time.perf_counter() - began)

    assert (status, headers["Content-Type"], headers["Content-Encoding"]) == (200, "text/html; charset=utf-8", "gzip")
    assert {name: headers[name] for name in HEADERS} == HEADERS
    whole = gzip.decompress(body)
    assert ("Set-Cookie" in headers, b"</html>" in whole, len(whole) < 100_000) == (False, True, True)
    assert (again[0], again[2]) == (304, b"")
    assert (bare[0], bare[1]["Location"], lost[0]) == (302, "/fr/la-viande/", 404)
    assert (statistics.median(times) < 0.1, max(times) < 2) == (True, True), sorted(
        times
    )  # seconds, and this machine may be busy


async def test_a_page_follows_what_is_decided(anywhere: Command, tmp_path: Path) -> None:
    await anywhere.bring_in(ADMITTED[:1], "--admit")
    async with instance(anywhere.settings) as parts, pages_served(parts) as port:
        await page(port, "/fr/la-viande/texts-1.html")
        await anywhere.bring_in(ADMITTED[1:2], "--admit")
        assert "La cantine" in await page(port, "/fr/la-viande/texts-1.html", holding="La cantine devrait")


async def test_an_export_holds_the_pages_too(anywhere: Command, tmp_path: Path) -> None:
    await anywhere.bring_in(ADMITTED[:2], "--admit")
    await anywhere("export", "la-viande", "--to", tmp_path / "open")

    pages = {str(path.relative_to(tmp_path / "open")) for path in (tmp_path / "open" / "pages").rglob("*.html")}
    assert {"pages/index.html", "pages/ar/la-viande/index.html", "pages/fr/la-viande/texts-1.html"} <= pages
