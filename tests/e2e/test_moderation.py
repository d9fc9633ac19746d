"""Moderation through both real bots: sixty items in three minutes of taps, an appeal, a removal by two persons."""

import csv
from pathlib import Path
from time import monotonic

import pytest

from bots.playground import Phone
from bots.playground.accounts import Json
from deploy.demo.stage import Stage
from deploy.imports.importing import bring_in
from deploy.sample.texts import SampleText, sample_texts
from deploy.wiring import Instance
from storage.read_models.status import status_of
from tests.e2e.test_main_story import PATIENCE, is_invited, taps, writes

THEME, TITLE = "la-viande", "La viande"
ITEMS, REFUSED = 60, 6
MINUTES = 3
HEADER = ("kind", "id", "author", "text", "language", "target", "value", "created_at")


def texts() -> list[SampleText]:
    """Return sixty questions and opinions of the sample, of which six are to be refused."""
    wanted = [text for text in sample_texts() if text.kind != "testimony" and not text.copy_of]
    good, bad = [text for text in wanted if text.admitted], [text for text in wanted if not text.admitted]
    return [*good[: (ITEMS - REFUSED) // 2], *bad[:REFUSED], *good[(ITEMS - REFUSED) // 2 : ITEMS - REFUSED]]


@pytest.fixture
async def waiting(running: Stage, parts: Instance, tmp_path: Path) -> Phone:
    """Sixty contributions of as many people wait for a moderator, whose phone this is."""
    moderator = await is_invited(running, "Blaise", "moderator")
    with (tmp_path / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        rows.writerows((text.kind, text.id, f"person {text.id}", text.text, "", "", "", "") for text in texts())
    report = await bring_in(
        parts, tmp_path / "rows.csv", THEME, form="palabre", admit=False, create=TITLE, progress=lambda *_: None
    )
    assert (report.contributions, report.faults) == (ITEMS, ())
    return moderator


class Hand:
    """A moderator's thumb: each tap waits for what it changes."""

    def __init__(self, running: Stage, phone: Phone) -> None:
        self._bot, self._phone = running.moderators, phone
        self.taps = 0

    async def asks(self) -> Json:
        return await writes(self._bot, self._phone, f"/queue {THEME}", "")

    async def taps_(self, button: str, card: Json, *, new: bool = False) -> Json:
        """Tap, and return the card as it then is, or the message that follows it."""
        self.taps += 1
        before = self._phone.chat(self._bot).messages[card["message_id"]]
        self._phone.presses(self._bot, button, card)
        if new:
            return await self._phone.sees(self._bot, after=card["message_id"] + 1, seconds=PATIENCE)
        chat = self._phone.chat(self._bot)
        while chat.messages[card["message_id"]] == before:
            await chat.changed.wait()
        return chat.messages[card["message_id"]]


async def one_by_one(hand: Hand, card: Json) -> None:
    """Decide item after item; what is to be refused needs a second tap, for its article."""
    refused = {text.text for text in texts() if not text.admitted}
    while "📥" in card["text"]:
        if any(text in card["text"] for text in refused):
            card = await hand.taps_("Refuser", card)
            card = await hand.taps_("4 · ", card, new=True)
        else:
            card = await hand.taps_("Publier", card, new=True)
    assert "La file est vide" in card["text"]


async def counts(parts: Instance) -> dict[str, int]:
    found = (await status_of(parts.engine, THEME)).contributions
    return {state: count for state, count in found.items() if count}


async def test_sixty_items_are_decided_one_by_one_in_three_minutes(
    running: Stage, parts: Instance, waiting: Phone
) -> None:
    hand, began = Hand(running, waiting), monotonic()
    await one_by_one(hand, await hand.asks())
    seconds = monotonic() - began
    print(f"one by one: {ITEMS} items, {hand.taps} taps, {seconds:.1f} s")  # noqa: T201 - a figure of the run
    assert await counts(parts) == {"received": ITEMS, "admitted": ITEMS - REFUSED, "refused": REFUSED}
    assert (hand.taps, seconds < 60 * MINUTES) == (ITEMS + REFUSED, True)


async def test_with_lists_of_what_has_no_hint_it_takes_less_than_half_of_the_taps(
    running: Stage, parts: Instance, waiting: Phone
) -> None:
    hand, began = Hand(running, waiting), monotonic()
    card = await hand.taps_("Plusieurs à la fois", await hand.asks())
    bad = {text.text for text in texts() if not text.admitted}
    while "sans aucun indice" in card["text"]:
        if found := next((text for text in bad if text in card["text"]), None):  # nothing in its words gives it away
            reference = next(line for line in card["text"].split("\n\n") if found in line).split(" ")[0]
            card = await hand.taps_(reference, card)
            card = await hand.taps_("Refuser", card)
            card = await hand.taps_("4 · ", card, new=True)
            card = await hand.taps_("Plusieurs à la fois", card) if "Plusieurs" in str(card["reply_markup"]) else card
        else:
            card = await hand.taps_("✅", card, new=True)
    rest = await hand.asks()
    await one_by_one(hand, rest)
    seconds = monotonic() - began
    print(f"in lists: {ITEMS} items, {hand.taps} taps, {seconds:.1f} s")  # noqa: T201 - a figure of the run
    assert await counts(parts) == {"received": ITEMS, "admitted": ITEMS - REFUSED, "refused": REFUSED}
    assert (hand.taps <= ITEMS // 2, seconds < 60 * MINUTES) == (True, True)


QUESTION, NEW = "Qui a eu cette idée stupide pour la cantine ?", "Qui a décidé du menu de la cantine ?"


async def test_a_refusal_is_appealed_overturned_and_removed_again_by_two_persons(
    running: Stage, parts: Instance
) -> None:
    owner, second = await is_invited(running, "Awa", "owner"), await is_invited(running, "Blaise", "moderator")
    third = await is_invited(running, "Chen", "moderator")
    await writes(running.moderators, owner, f"/newtheme {TITLE}", THEME)
    await writes(running.moderators, owner, f"/phase {THEME} collecting", TITLE)
    citizen, bot = running.world.person("Dalia", "fr"), running.citizens
    card = await writes(bot, citizen, f"/start theme-{THEME}", "Avant de participer")
    await taps(bot, citizen, "Je suis d’accord", card, TITLE)
    await writes(bot, citizen, f"/ask {QUESTION}", "Q-1", "reçue")

    card = await writes(running.moderators, second, "/queue", "Q-1")
    card = await taps(running.moderators, second, "Refuser", card, "Au titre de")
    await taps(running.moderators, second, "2 · ", card, "Refusée")
    notice = await citizen.sees(bot, "Q-1", "article 2", seconds=PATIENCE)
    asked = await taps(bot, citizen, "Contester", notice, "280")
    await taps(bot, citizen, "sans explication", asked, "une autre personne va relire")
    assert "recours" in (await writes(running.moderators, second, "/queue", "La file est vide"))["text"]
    card = await writes(running.moderators, third, "/queue", "⚖️", "Q-1")
    await taps(running.moderators, third, "Publier", card, "annulée")
    await citizen.sees(bot, "vous donne raison", "Q-1", seconds=PATIENCE)

    card = await writes(running.moderators, second, "/remove Q-1", "Au titre de")
    await taps(running.moderators, second, "2 · ", card, "Demandé", "2 personnes")
    request = await owner.sees(running.moderators, "demande de retirer", "Q-1", seconds=PATIENCE)
    card = await taps(running.moderators, owner, "Relire", request, "Faut-il la retirer")
    await taps(running.moderators, owner, "Retirer", card, "Refusée", "article 2")
    removed = await citizen.sees(bot, "retiré de la publication", "Q-1", seconds=PATIENCE)
    await taps(bot, citizen, "autrement", removed, "de 15 à 500")
    await writes(bot, citizen, NEW, "Q-2", "reçue")
    card = await writes(running.moderators, third, "/queue", "Nouvelle version de", "Q-1", NEW)
    await taps(running.moderators, third, "Publier", card, "Publiée")
    await citizen.sees(bot, "Q-2", "publiée", seconds=PATIENCE)
    assert await counts(parts) == {"received": 2, "admitted": 1, "refused": 1}
