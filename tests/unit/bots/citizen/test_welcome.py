"""/start: nothing is kept before the consent, and the consent leads to where one was going."""

import pytest

from bots.citizen.commands import NAMES
from events.citizens import CitizenJoined
from events.contributions import OpinionGiven, QuestionAsked
from events.votes import SupportGiven, VoteCast
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, MEAT_TITLE, Town

TEXT = "Why is there meat every day at the canteen?"


async def test_a_stranger_is_greeted_and_nothing_is_stored(town: Town) -> None:
    before = list(town.bus.told)
    [card] = await town.say("/start")
    assert ("Clermont-Ferrand" in card.text, "j:en:" in card.buttons) == (True, True)
    assert (town.bus.told, town.shelf.values) == (before, {})
    assert await town.face.addresses.find("citizen", ADA) is None


async def test_one_tap_is_the_consent(town: Town) -> None:
    await town.say("/start")
    [card] = await town.tap("j:en:")
    citizen = await town.face.addresses.find("citizen", ADA)
    assert [(joined.citizen, joined.language, joined.source) for joined in town.bus.of(CitizenJoined)] == [
        (citizen, "en", "")
    ]
    assert "go:ask" in card.buttons


async def test_a_poster_leads_to_its_theme(town: Town) -> None:
    await town.theme("Le vélo", "le-velo")
    [card] = await town.say(f"/start theme-{MEAT}")
    assert MEAT_TITLE in card.text
    [card] = await town.tap(f"j:en:theme-{MEAT}")
    assert (MEAT_TITLE in card.text, f"go:ask:{MEAT}" in card.buttons) == (True, True)
    assert [joined.source for joined in town.bus.of(CitizenJoined)] == [f"theme-{MEAT}"]
    await town.say(f"/ask {TEXT}")
    assert [asked.theme for asked in town.bus.of(QuestionAsked)] == [MEAT]


@pytest.mark.parametrize(
    "payload", ["theme-nowhere", "theme-", "x" * 64, "é" * 64, "theme-" + "é" * 58, ">go:ask", ":::"]
)
async def test_an_unknown_payload_is_a_plain_start(town: Town, payload: str) -> None:
    [card] = await town.say(f"/start {payload}")
    [consent] = [data for data in card.buttons if data.startswith("j:")]
    [card] = await town.tap(consent)
    assert len(town.bus.of(CitizenJoined)) == 1
    assert card.buttons


async def test_a_draft_theme_is_no_theme_of_a_poster(town: Town) -> None:
    await town.theme("Secret", "secret", phase="draft")
    [card] = await town.say("/start theme-secret")
    assert "Secret" not in card.text


async def test_what_was_sent_before_the_consent_is_not_remembered(town: Town) -> None:
    for words in (f"/ask {TEXT}", TEXT, f"/opinion {TEXT}"):
        [card] = await town.say(words)
        assert any(data.startswith("j:") for data in card.buttons)
    await town.tap("j:en:>go:ask")
    assert town.bus.of(QuestionAsked) + town.bus.of(OpinionGiven) == []
    await town.say(TEXT)
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]


async def test_consent_leads_to_the_vote_that_was_wanted(town: Town) -> None:
    await town.given(["More vegetables at the canteen, please."])
    await town.say("/vote")
    [card] = [card for card in await town.tap("j:en:>go:vote") if "v:1:O-1" in card.buttons]
    assert "More vegetables" in card.text


async def test_a_support_before_the_consent_is_given_after_it(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.say("/questions")
    await town.tap("qs:Q-1:0")
    assert town.bus.of(SupportGiven) == []
    await town.tap("j:en:>qs:Q-1:0")
    assert len(town.bus.of(SupportGiven)) == 1


async def test_a_vote_tapped_by_a_stranger_waits_for_the_consent(town: Town) -> None:
    await town.given(["More vegetables at the canteen, please."])
    [card] = await town.say("/start")
    await town.tap("v:1:O-1", card=card)
    assert town.bus.of(VoteCast) == []
    await town.tap("j:en:>v:1:O-1")
    assert [vote.value for vote in town.bus.of(VoteCast)] == [1]


async def test_consenting_twice_is_consenting_once(town: Town) -> None:
    [card] = await town.say("/start")
    first, second = town.tapped("j:en:", card=card), town.tapped("j:en:", card=card)
    for update in (first, first, second):
        await town.handle(update)
    assert len({joined.event_id for joined in town.bus.of(CitizenJoined)}) == 1
    assert len(town.phone.answered()) == 3


async def test_a_citizen_who_starts_again_is_at_home_even_after_a_restart(town: Town) -> None:
    await town.join()
    for _ in range(2):
        [card] = await town.say("/start")
        assert "go:ask" in card.buttons
        town.restarted()


async def test_a_citizen_may_come_by_a_poster(town: Town) -> None:
    await town.join()
    [card] = await town.say(f"/start theme-{MEAT}")
    assert f"go:ask:{MEAT}" in card.buttons


async def test_a_stranger_is_spoken_to_in_telegrams_language_else_the_towns(town: Town) -> None:
    texts = {}
    for account, code in enumerate(("en-GB", "fr", None, "de"), start=9000):
        [card] = await town.say("/start", account, code)
        texts[code] = card.text
    assert "welcome" in texts["en-GB"]
    assert texts["fr"] == texts[None] == texts["de"]


@pytest.mark.parametrize("language", sorted(NAMES))
async def test_every_command_has_its_name_in_every_language(town: Town, language: str) -> None:
    await town.join(language=language)
    home = [card.text for card in await town.say("/frobnicate", language=language)]
    for name in NAMES[language].split():
        shown = await town.say(f"/{name}", language=language)
        assert len(shown) == 1, name
        assert [shown[0].text] != home, name


async def test_two_people_have_two_ids(town: Town) -> None:
    assert await town.join() != await town.join(BEN)
