"""Whatever was received fits a moderator's card, in both languages, with all its hints."""

from dataclasses import replace

import pytest

from bots.playground.entities import plain
from deliberation.legible import legible
from events.contributions import TestimonyGiven
from events.themes import ThemeDrafted
from tests.unit.bots.moderator.conftest import OLA, TownHall

LONG = "ACHETEZ <VIANDE> & merde http://spam.example 06 12 34 56 78 "
HARD = [
    "Why is there <b>meat</b> & <script>every</script> day? &#x202e; &amp; {$ref}",
    "Why is \u202ethere\u202c meat\u2066 every\u200b day?",
    "مرحبا why is there لحم every يوم (day)?",
    "W\u0300\u0301\u0302\u0303\u0304\u0305" * 30 + "hy is there meat?",
    "<" * 20 + "&" * 20 + "abcd" + ">" * 400,
]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_text_fits_its_card_and_is_shown_as_it_may_be(hall: TownHall, language: str) -> None:
    await hall.asked(*HARD)
    for text in HARD:
        card = [*await hall.say("/queue", OLA, language)][-1]
        assert legible(text) in plain(card.text)
        await hall.tap("✅", card)


async def test_the_longest_card_with_every_hint_and_every_kin_fits(hall: TownHall) -> None:
    async def kin(_theme: str, _kind: str, _text: str) -> tuple[str, ...]:
        return ("T-1", "T-2", "T-3")

    hall.desk = replace(hall.desk, kin=kin)
    await hall.restart()
    texts = [f"{'&<>' * 600} {n * 7} {'testimony ' * 15}" for n in range(3)]
    await hall.asked(*texts, kind=TestimonyGiven, admitted=True)
    await hall.asked((LONG * 40)[:2000].strip(), kind=TestimonyGiven)
    [card] = await hall.say("/queue")
    assert len(plain(card.text)) <= 4096
    [asked] = await hall.tap("Refuse", card)
    assert len(plain(asked.text)) <= 4096


async def test_a_title_hides_nothing_either(hall: TownHall) -> None:
    await hall.say("/newtheme Le\u202e pa\u200bin")
    assert (hall.bus.of(ThemeDrafted)[-1].title, hall.bus.of(ThemeDrafted)[-1].language) == ("Le pain", "fr")
