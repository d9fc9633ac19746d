"""A model beside the cartographer: it holds nothing back, and what it wrote is marked wherever it is read."""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from deploy.computing import bring_up_to_date, cartographer_at_work
from deploy.rewording import model_of
from deploy.wiring import Instance, instance
from events.citizens import CitizenJoined
from storage.read_models.results import draft_of, wordings_of
from tests.endpoint import Endpoint, Sentence, endpoint, saying, silence
from tests.fakes import MEAT, Town, person
from tests.integration.deploy.conftest import Command

pytestmark = pytest.mark.nats

CANTEEN = "Franchement, à la cantine <on> sert trop de viande."
HERDERS = "Il faut soutenir les éleveurs du pays, vraiment."
BIKES = "We do not want 200 new parking places next to the market hall."
FRENCH = {
    HERDERS: "Il faut soutenir les éleveurs du pays.",
    BIKES: "Nous ne voulons pas de 200 nouvelles places de parking à côté de la halle du marché.",
}
TO_ENGLISH = {HERDERS: "We really have to support the herders of the country."}


@pytest.fixture
async def served() -> AsyncIterator[Endpoint]:
    def answer(sentences: list[Sentence]) -> Any:
        known = TO_ENGLISH if "in English" in found.asked[-1]["messages"][0]["content"] else FRENCH
        return saying(*(known[each["quote"]] for each in sentences))(sentences)

    async with endpoint(answer) as found:
        yield found


@pytest.fixture
async def parts(palabre: Command, served: Endpoint) -> AsyncIterator[Instance]:
    """An instance that names a model, with three statements."""
    palabre.environ |= {
        "PALABRE_LLM_URL": f"{served.url}/", "PALABRE_LLM_MODEL": "petit", "PALABRE_LLM_KEY": "sk-secret"
    }  # fmt: skip
    async with instance(palabre.settings) as found:
        town = Town(found.engine)
        await town.theme()
        for n, text in enumerate((CANTEEN, HERDERS, BIKES)):
            await town.statement(text, f"author {n}")
        await town.act(CitizenJoined, citizen=person("eve"), language="en")
        yield found


async def until_worded(parts: Instance, languages: int = 2) -> None:
    async with asyncio.timeout(30):
        while len(await wordings_of(parts.engine, MEAT)) < languages:
            await parts.client.flush()


async def test_what_the_model_wrote_is_marked_in_command_and_open_data(
    parts: Instance, palabre: Command, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with cartographer_at_work(parts):
            await until_worded(parts)
    assert [secret for secret in ("sk-secret", "éleveurs", "parking") if secret in caplog.text] == []

    text = (await palabre("summary", MEAT)).out
    assert "  Il faut soutenir les éleveurs du pays. [O-2] — reworded by the model; exact words:\n    « Il faut" in text
    assert f"translated by the model; exact words:\n    « {BIKES} » (en)" in text
    assert f"« {CANTEEN} » [O-1]" in text  # it could be meant for a machine, and was not sent

    english = await palabre("summary", MEAT, "--language", "en", "--json")
    [section] = english.json["sections"]
    assert section["title"] == "Other voices — people: 3, contributions: 3"
    assert sorted((each["text"], each.get("original")) for each in section["sentences"]) == [
        (CANTEEN, None), (BIKES, None), (TO_ENGLISH[HERDERS], HERDERS)
    ]  # fmt: skip
    assert (english.json["language"], english.json["made_by"]) == ("en", "petit")

    spanish = (await palabre("summary", MEAT, "--language", "es", "--json")).json
    assert (spanish["made_by"], spanish["sections"][0]["title"]) == (
        "extractive", "Otras voces — personas: 3, contribuciones: 3"
    )  # fmt: skip

    assert (await palabre("export", MEAT, "--to", tmp_path / "open")).code == 0
    page = (tmp_path / "open" / "summary.html").read_text(encoding="utf-8")
    for part in (
        "modèle de langue « petit »",
        '<p class="model" dir="auto">✍️ Il faut soutenir les éleveurs du pays.</p>',
        f'<p class="model" dir="auto">🌐 {FRENCH[BIKES]}</p>',
        f'<blockquote dir="auto" lang="en">{BIKES} <cite lang="fr">en anglais · O-3</cite></blockquote>',
        '<blockquote dir="auto">Franchement, à la cantine &lt;on&gt; sert trop de viande. <cite lang="fr">O-1',
    ):
        assert part in page
    exported = json.loads((tmp_path / "open" / "summary.json").read_text(encoding="utf-8"))
    assert (exported["made_by"], exported["language"]) == ("petit", "fr")


async def test_a_model_that_is_silent_holds_no_result_back_and_no_end(parts: Instance, served: Endpoint) -> None:
    served.trouble += [silence] * 9
    async with cartographer_at_work(parts):
        await bring_up_to_date(parts, MEAT)
        summary, agenda = [await draft_of(parts.engine, MEAT, result) for result in ("summary", "agenda")]
        async with asyncio.timeout(10):
            while not served.asked:
                await parts.client.flush()
        began = time.monotonic()
    assert (summary is not None, agenda is not None, time.monotonic() - began < 2) == (True, True, True)


async def test_without_a_model_none_is_called_and_its_words_go(
    parts: Instance, palabre: Command, served: Endpoint
) -> None:
    async with cartographer_at_work(parts):
        await until_worded(parts)
    asked = len(served.asked)
    bare = {name: value for name, value in palabre.environ.items() if "LLM" not in name}
    async with instance(Command(palabre.folder, bare).settings) as without, cartographer_at_work(without):
        assert model_of(without.settings) is None
        await bring_up_to_date(without, MEAT)
        async with asyncio.timeout(10):
            while await wordings_of(without.engine, MEAT):
                await without.client.flush()
    assert (await palabre("summary", MEAT, "--json")).json["made_by"] == "extractive"
    assert len(served.asked) == asked


async def test_a_model_without_a_name_is_a_slip(palabre: Command) -> None:
    answer = await palabre("status", PALABRE_LLM_URL="https://models.example.org/v1")
    assert answer.slip == (2, "", 1)
    assert "PALABRE_LLM_MODEL is not set" in answer.err


async def test_a_language_that_nobody_knows_is_a_slip(palabre: Command) -> None:
    assert (await palabre("summary", MEAT, "--language", "xx")).code == 2
