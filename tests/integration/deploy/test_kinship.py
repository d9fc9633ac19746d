"""The cartographer says what is like a text, over the bus, in time, in any of the six languages."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from deploy.computing import cartographer_at_work
from deploy.wiring import Instance, instance
from events.contributions import OpinionGiven
from events.kinship import NatsKin
from events.topology import KIN
from tests.fakes import MEAT, Town
from tests.integration.deploy.conftest import Command

pytestmark = pytest.mark.nats

CAMERAS = "Faut-il des caméras dans les abattoirs pour protéger les animaux ?"
OTHERS = ("Qui fixe le prix du lait payé aux éleveurs ?", "Où acheter de la viande locale en circuit court ?")
ASKED = {
    "en": "Should there be cameras in slaughterhouses?",
    "it": "Servono telecamere nei macelli per proteggere gli animali?",
    "es": "¿Debe haber cámaras en los mataderos?",
    "ar": "هل يجب وضع كاميرات في المسالخ لحماية الحيوانات؟",
    "zh": "屠宰场应该安装摄像头来保护动物吗？",
}
EDGES = [
    b"",
    b"{",
    b"[]",
    b'{"theme": "la-viande", "kind": "question"}',
    b"\xff",
    b'{"theme": "?", "kind": "", "text": ""}',
]


@pytest.fixture
async def parts(palabre: Command) -> AsyncIterator[Instance]:
    async with instance(palabre.settings) as found:
        yield found


@pytest.fixture
async def town(parts: Instance) -> Town:
    """A theme with three admitted questions, one that waits, and an opinion."""
    town = Town(parts.engine)
    await town.theme()
    for text in (CAMERAS, *OTHERS):
        await town.admitted(text)
    await town.give("Faut-il filmer ce qui se passe dans les abattoirs ?")
    await town.admitted("Il faut des caméras dans les abattoirs.", kind=OpinionGiven)
    return town


@pytest.fixture
async def kin(parts: Instance, town: Town) -> AsyncIterator[NatsKin]:
    """The question, put as a bot puts it, once the model is loaded."""
    async with cartographer_at_work(parts):
        patient = NatsKin(parts.client, parts.settings.city, patience=30)
        assert await patient(MEAT, "question", CAMERAS) == ("Q-1",)
        yield NatsKin(parts.client, parts.settings.city)


async def test_the_same_question_in_other_languages_is_found_and_what_waits_is_not(kin: NatsKin) -> None:
    assert {language: await kin(MEAT, "question", text) for language, text in ASKED.items()} == dict.fromkeys(
        ASKED, ("Q-1",)
    )
    assert await kin(MEAT, "question", "Quel goût a le pain d'autrefois ?") == ()
    assert (
        await kin(MEAT, "opinion", "There must be cameras in the slaughterhouses."),
        await kin("le-velo", "question", CAMERAS),
    ) == (("O-1",), ())


async def test_what_is_admitted_meanwhile_is_found(town: Town, kin: NatsKin) -> None:
    await town.admitted("Combien coûte un repas végétarien à la cantine ?", "ben")
    assert await kin(MEAT, "question", "How much is a vegetarian meal at the canteen?") == ("Q-5",)


async def test_whatever_is_asked_is_answered(parts: Instance, kin: NatsKin) -> None:
    for payload in EDGES:
        answer = await parts.client.request(f"{KIN}.{parts.settings.city}", payload, timeout=5)
        assert answer.data == b"[]"
    assert await kin(MEAT, "question", ASKED["en"]) == ("Q-1",)


async def test_a_text_that_its_masks_make_longer_is_asked_about_too(kin: NatsKin) -> None:
    assert await kin(MEAT, "testimony", ("My name is Al. " * 134)[:2000]) == ()


async def test_too_many_at_once_are_answered_too(kin: NatsKin) -> None:
    found = await asyncio.gather(*(kin(MEAT, "question", ASKED["es"]) for _ in range(100)))
    assert set(found) <= {("Q-1",), ()}
    assert ("Q-1",) in found


async def test_without_a_cartographer_there_is_no_kin_and_nobody_waits(parts: Instance) -> None:
    async with asyncio.timeout(2):
        assert await NatsKin(parts.client, parts.settings.city)(MEAT, "question", CAMERAS) == ()
