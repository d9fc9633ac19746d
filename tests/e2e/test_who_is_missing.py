"""Forty citizens say who they are, a moderator sees who is missing, one forgets, and nobody can be made out."""

import asyncio
from itertools import chain, repeat

import pytest

from bots.playground import Phone
from deploy.demo.stage import Stage
from tests.e2e.test_main_story import PATIENCE, is_invited, taps, writes

THEME, TITLE = "la-viande", "La viande"
LINE = "16-29 40 % · 30-44 40 % · 45-59 20 %"
AGES = (*repeat("30–44", 25), *repeat("45–59", 12), *repeat("16–29", 3))
ROOM = 8  # people who write at the same time


async def takes_part(running: Stage, number: int, age: str) -> Phone:
    """Consent, ask a question, agree to be contacted, and answer three questions with a tap each."""
    bot, phone = running.citizens, running.world.person(f"Person {number}", "fr")
    card = await writes(bot, phone, f"/start theme-{THEME}", "Avant de participer")
    await taps(bot, phone, "Je suis d’accord", card, TITLE)
    receipt = await writes(bot, phone, f"/ask Combien de viande mange la famille numéro {number} ?", "reçue")
    allowed = await taps(bot, phone, "Vous pouvez me recontacter", receipt, "tiré·e au sort", "libre de refuser")
    card = await taps(bot, phone, "Dire un peu qui je suis", allowed, "Quel âge")
    card = await taps(bot, phone, age, card, "Où habitez-vous")
    card = await taps(bot, phone, "Centre" if number % 2 else "ailleurs", card, "À quel titre")
    await taps(bot, phone, "agriculture" if number % 4 else "ne pas le dire", card, "C’est noté", age)
    return phone


@pytest.mark.timeout(400)
async def test_a_moderator_sees_who_is_missing_and_nobody_in_particular(running: Stage) -> None:
    bot, owner = running.moderators, await is_invited(running, "Awa", "owner")
    await writes(bot, owner, f"/newtheme {TITLE}", THEME)
    await writes(bot, owner, f"/phase {THEME} collecting", TITLE)
    await writes(bot, owner, f"/missing {THEME}", "/strata")
    await writes(bot, owner, "/strata quartier Centre 50 · Nord 50", "C’est noté")
    await writes(bot, owner, f"/strata age {LINE}", "C’est noté", "16–29 ans 40 %")
    room = asyncio.Semaphore(ROOM)

    async def comes(number: int, age: str) -> Phone:
        async with room:
            return await takes_part(running, number, age)

    phones = await asyncio.gather(*(comes(number, age) for number, age in enumerate(AGES)))

    told = await writes(bot, owner, f"/missing {THEME}", "Qui n’a pas encore la parole", "<b>" * 0)
    lines = told["text"].splitlines()
    assert "Personnes qui y ont écrit, soutenu, voté ou réservé une place : 40" in lines
    # 3 are fewer than ten: they are not told, nor the 12 beside them, from which they would follow
    assert "🔻 16–29 ans : 0–38 % au lieu de 40 % (nombre non dit)" not in told["text"]
    assert [line for line in lines if "16–29" in line or "45–59" in line] == [
        "• 16–29 ans : nombre non dit, pour 40 %",
        "• 45–59 ans : nombre non dit, pour 20 %",
    ]
    assert [line for line in lines if "30–44" in line] == ["• 30–44 ans : 62–100 % pour 40 % (25 personnes)"]
    assert [line for line in lines if "Nord" in line] == [
        "🔻 Nord : 0 % au lieu de 50 % (nombre non dit). Il en faudrait au moins 20 de plus."
    ]
    await owner.sees(bot, "/form", "/broadcast", f"theme-{THEME}_", seconds=PATIENCE)

    leaving = phones[0]
    card = await writes(running.citizens, leaving, "/forget", "effac")
    await taps(running.citizens, leaving, "Oui", card, "nous ne vous connaissons plus")
    told = await writes(bot, owner, f"/missing {THEME}", "réservé une place : 39")
    assert "(24 personnes)" in told["text"]
    await asyncio.gather(*(writes(running.citizens, phone, "/aboutme", "Âge") for phone in chain(phones[1:3])))
