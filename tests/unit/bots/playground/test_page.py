"""The page's files: small, of the public pages' colours, and without anything that could run what people write."""

import re
from pathlib import Path

import pytest

from bots.playground.page import FOLDER, SAFE
from workers import public_page

SCRIPTS = sorted(FOLDER.glob("*.js"))
COLOUR = re.compile(r"--(ink|paper|accent|on-accent): (#[0-9a-f]+)")
UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|setTimeout\(\""
)


def test_it_is_made_of_small_modules() -> None:
    assert [
        (file.name, lines) for file in SCRIPTS if (lines := file.read_text(encoding="utf-8").count("\n")) > 150
    ] == []
    assert len(SCRIPTS) > 5


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_script_makes_markup_of_a_text(file: Path) -> None:
    assert UNSAFE.findall(file.read_text(encoding="utf-8")) == []


def test_nothing_is_asked_of_anybody_else() -> None:
    written = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.iterdir() if file.suffix != ".svg")
    assert re.findall(r"""(?:src|href|url|import|fetch)[("' =]+(?:https?:)?//[^"')]+""", written) == []
    policy = dict(part.strip().split(" ", 1) for part in SAFE["Content-Security-Policy"].split(";"))
    assert {policy[name] for name in ("script-src", "style-src", "img-src", "connect-src")} == {"'self'"}
    assert policy["default-src"] == "'none'"


def test_nothing_in_the_page_is_a_script_or_a_style_of_its_own() -> None:
    html = (FOLDER / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=", html) == []


def test_it_has_the_colours_of_the_public_pages() -> None:
    pages = (Path(str(public_page.__file__)).with_name("assets") / "palabre.css").read_text(encoding="utf-8")
    ours = (FOLDER / "page.css").read_text(encoding="utf-8")
    assert COLOUR.findall(ours) == COLOUR.findall(pages)[: 2 * 4]
