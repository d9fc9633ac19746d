"""Forty citizens say who they are, a moderator sees who is missing, one forgets, and nobody can be made out."""

import asyncio
from itertools import repeat

import pytest

from bots.playground import Phone
from deploy.demo.stage import Stage
from tests.e2e.test_main_story import PATIENCE, is_invited, taps, writes

THEME, TITLE = "la-viande", "La viande"
AGES = (*repeat("16–29", 12), *repeat("30–44", 28))
NORTHERNERS = 3
ROOM = 8  # people who write at the same time


async def takes_part(running: Stage, number: int, age: str) -> Phone:
    """Consent, ask a question, agree to be contacted, and answer three questions with a tap each."""
    bot, phone = running.citizens, running.world.person(f"Person {number}", "fr")
    card = await writes(bot, phone, f"/start theme-{THEME}", "Avant de participer")
    await taps(bot, phone, "Je suis d’accord", card, TITLE)
    receipt = await writes(bot, phone, f"/ask Combien de viande mange la famille numéro {number} ?", "reçue")
    allowed = await taps(bot, phone, "Vous pouvez me recontacter", receipt, "libre de refuser")
    card = await taps(bot, phone, "Dire un peu qui je suis", allowed, "Quel âge")
    card = await taps(bot, phone, age, card, "Où habitez-vous")
    card = await taps(bot, phone, "Nord" if number < NORTHERNERS else "Centre", card, "À quel titre")
    await taps(bot, phone, "Je préfère ne pas le dire", card, "C’est noté", age)
    return phone


@pytest.mark.timeout(400)
async def test_a_moderator_sees_who_is_missing_and_nobody_in_particular(running: Stage) -> None:
    bot, owner = running.moderators, await is_invited(running, "Awa", "owner")
    await writes(bot, owner, f"/newtheme {TITLE}", THEME)
    await writes(bot, owner, f"/phase {THEME} collecting", TITLE)
    await writes(bot, owner, f"/missing {THEME}", "/strata")
    await writes(bot, owner, "/strata quartier Centre 20 · Nord 80", "C’est noté", "Centre 20 %")
    await writes(bot, owner, "/strata âge 16-29 80 % · 30-44 20 %", "C’est noté", "16–29 ans 80 %")
    room = asyncio.Semaphore(ROOM)

    async def comes(number: int, age: str) -> Phone:
        async with room:
            return await takes_part(running, number, age)

    phones = await asyncio.gather(*(comes(number, age) for number, age in enumerate(AGES)))

    told = await writes(bot, owner, f"/missing {THEME}", "Qui n’a pas encore la parole")
    assert told["text"].splitlines()[:11] == [
        f"🔎 Qui n’a pas encore la parole dans « {TITLE} »",
        "Personnes qui y ont écrit, soutenu, voté ou réservé une place : 40",
        "",
        "Âge — il manque du monde :",
        "🔻 16–29 ans : 30–55 % au lieu de 80 % (12 personnes). Il en faudrait environ 28 de plus.",
        "• 30–44 ans : nombre non dit, pour 20 %",
        "◻️ N’ont rien dit là-dessus : 0–9",
        "",
        "Quartier — il manque du monde :",
        "🔻 Nord : moins de 10 personnes, 41 % au plus au lieu de 80 %. Il en faudrait au moins 43 de plus.",
        "• Centre : nombre non dit, pour 20 %",
    ]
    await owner.sees(bot, "/form", "/broadcast", f"theme-{THEME}_", seconds=PATIENCE)

    card = await writes(running.citizens, phones[0], "/forget", "effac")
    await taps(running.citizens, phones[0], "Oui", card, "nous ne vous connaissons plus")
    told = await writes(bot, owner, f"/missing {THEME}", "réservé une place : 39")
    assert "🔻 16–29 ans : 28–52 % au lieu de 80 % (11 personnes)" in told["text"]
    card = await writes(running.citizens, phones[1], "/aboutme", "Âge : 16–29")
    await taps(running.citizens, phones[1], "Effacer ces réponses", card, "C’est fait")
    told = await writes(bot, owner, f"/missing {THEME}", "N’ont rien dit là-dessus : 0–9", "(10 personnes)")
    assert "nombre non dit, pour 20 %" in told["text"]  # from which it would follow that one person has said nothing
