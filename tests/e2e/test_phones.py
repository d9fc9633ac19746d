"""The whole story by what is seen and tapped in a browser: a citizen, two moderators, a crowd, an agenda."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from deploy.demo import story
from deploy.demo.coming import Coming
from deploy.demo.crowd import THEME, TITLE, Script, parted
from deploy.demo.play import THEN
from deploy.demo.stage import Stage
from deploy.demo.watching import watching
from deploy.sample.crowd import crowd
from deploy.wiring import Instance, now
from tests.screens import CHROMIUM, PATIENCE, Screen, barriers, browser, opened, watched

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium"),
    pytest.mark.timeout(400),  # on a busy machine; alone it takes a minute
]

PEOPLE, FIRST, LEFT = 40, 12, 3
HOSTILE = "Pourquoi <img src=x onerror=document.body.remove()> la cantine du quartier est-elle si chère ?"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 860}
STILL: dict[str, Any] = {"viewport": DESK, "reduced_motion": "reduce"}  # half faded in is no colour to judge


async def test_a_town_is_played_on_its_phones(running: Stage, parts: Instance) -> None:
    async with watching(parts, running.world.strip), browser() as chromium:
        await a_town_begins(running, parts)
        page = await opened(chromium, f"{running.world.base_url}/?lang=fr&phones=citizen:en,moderator", **STILL)
        wrong = watched(page)
        found = await played(page)
        assert (found, wrong) == ([], [])


async def a_town_begins(running: Stage, parts: Instance) -> None:
    """Open the theme with a small crowd; as many again wait for the button."""
    await story.theme_is_opened(running)
    first, later = parted(Script(crowd(people=PEOPLE), parts.settings.city, now(), LEFT), FIRST)
    await story.crowd_takes_part(parts, first, lambda *_: None)
    running.world.crowd.offer(Coming(parts, later), len(later.crowd.people), THEN)


async def played(page: Page) -> list[tuple[str, str]]:
    """Play all of it; return what would keep somebody from using the page."""
    citizen = Screen(page, await page.locator(".phone.citizen .who b").inner_text())
    awa = Screen(page, "Awa")
    await she_agrees(citizen)
    reference = await she_asks(citizen)
    found = await barriers(page)
    await her_question_is_admitted(awa, reference)
    await citizen.sees(reference, "publiée")
    await she_votes_and_supports(citizen)
    await she_takes_a_seat(citizen)
    await the_crowd_comes(page)
    await a_phone_that_was_put_away_is_taken_out(awa)
    blaise = await another_moderator(page)
    await the_agenda_is_published(awa, blaise)
    await citizen.says("/agenda")
    await citizen.sees(TITLE, "1.", "version 1")
    await the_strip_has_seen_it(page, reference)
    return found + await barriers(page) + await on_a_phone_in_the_dark(page, citizen)


async def she_agrees(citizen: Screen) -> None:
    """Start, choose a language, agree, choose the theme."""
    await citizen.taps("Start")
    card = await citizen.sees("Before you take part")
    await citizen.taps("Language", on=card)
    await citizen.taps("Français")
    card = await citizen.sees("Avant de participer")
    await citizen.taps("Je suis d’accord", on=card)
    await citizen.sees("Merci, vous participez")
    await citizen.says("/themes")
    await citizen.sees(TITLE)


async def she_asks(citizen: Screen) -> str:
    """Ask with a keyboard only; return the question's reference."""
    await citizen.says(f"/question {HOSTILE}")
    receipt = await citizen.sees("Question reçue")
    assert await citizen.phone.locator(".mine").last.locator(".words").inner_text() == f"/question {HOSTILE}"
    assert await citizen.phone.locator("img").count() == 0
    return (await receipt.inner_text()).partition("reçue : ")[2].partition(".")[0]


async def her_question_is_admitted(awa: Screen, reference: str) -> None:
    """Take one item after the other until it is hers, and admit it."""
    await awa.says("/queue")
    while True:
        card = await awa.sees("📥")
        await card.get_by_role("button", name="Publier").click()
        if reference in await card.inner_text():
            await expect(card).to_contain_text("Publiée", timeout=PATIENCE * 1000)
            assert HOSTILE in await card.inner_text()
            return
        await expect(awa.newest).not_to_have_id(str(await card.get_attribute("id")), timeout=PATIENCE * 1000)


async def she_votes_and_supports(citizen: Screen) -> None:
    """Choose a command from the menu, beside a draft that stays, and from the keyboard."""
    draft = citizen.phone.get_by_role("textbox")
    await draft.fill("Une idée pour plus tard")
    await citizen.phone.locator(".slash").click()
    await citizen.phone.locator(".commands").get_by_role("button", name="/vot").click()
    card = await citizen.sees("êtes-vous d’accord")
    await expect(draft).to_have_value("Une idée pour plus tard")
    before = await card.locator(".words").inner_text()
    await citizen.taps("D’accord", on=card)
    await expect(card.locator(".words")).not_to_have_text(before, timeout=PATIENCE * 1000)
    await citizen.says("/questions")
    page = await citizen.sees(TITLE, "👍")
    await page.get_by_role("button", name="Soutenir").first.click()
    await expect(page.get_by_role("button", name="annuler").first).to_be_visible(timeout=PATIENCE * 1000)


async def she_takes_a_seat(citizen: Screen) -> None:
    """Sign up to the debate; the file for the calendar comes with it."""
    await citizen.says("/seances")
    await citizen.taps("M’inscrire", on=await citizen.sees(story.SESSION))
    await citizen.sees("Vous avez une place")
    async with citizen.page.expect_download() as saving:
        await citizen.phone.get_by_role("link", name=f"{story.SESSION}.ics").click()
    saved = await (await saving.value).path()
    assert "BEGIN:VEVENT" in saved.read_text(encoding="utf-8")


async def the_crowd_comes(page: Page) -> None:
    """Call it, stop it, have it go on, until all are here."""
    button = page.locator("#crowd > button")
    await button.click()
    await expect(button).to_have_text("Arrêter", timeout=PATIENCE * 1000)
    await button.click()
    await expect(button).to_have_text("Continuer", timeout=PATIENCE * 1000)
    await button.click()
    await expect(page.locator("#crowd")).to_contain_text("habitants sont là", timeout=3 * PATIENCE * 1000)
    await expect(button).to_be_disabled()


async def a_phone_that_was_put_away_is_taken_out(awa: Screen) -> None:
    """Put the moderator's phone away; the next step takes it out again and is written there."""
    await awa.phone.get_by_role("button", name="Ranger ce téléphone").click()
    await expect(awa.phone).to_have_count(0)
    await awa.page.locator("#crowd .then").get_by_role("button", name=f"/phase {THEME} deliberating").click()
    await awa.sees(TITLE, "on délibère")


async def another_moderator(page: Page) -> Screen:
    """Take Blaise's phone, who was invited before."""
    await page.get_by_role("button", name="Un autre téléphone").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("modération").check()
    await sheet.get_by_role("button", name="Blaise").click()
    blaise = Screen(page, "Blaise")
    await expect(blaise.phone).to_be_visible()
    return blaise


async def the_agenda_is_published(awa: Screen, blaise: Screen) -> None:
    """One asks for what is shown, the other reads and confirms it."""
    steps = awa.page.locator("#crowd .then")
    await steps.get_by_role("button", name=f"/agenda {THEME}").click()
    await awa.taps("Publier exactement ceci", on=await awa.sees("On le publie ?"))
    await awa.sees("aura confirmé")
    await blaise.taps("Relire", on=await blaise.sees("demande de publier"))
    await blaise.taps("Confirmer", on=await blaise.sees("Confirmez-vous"))
    await blaise.sees("📣 Publié")


async def the_strip_has_seen_it(page: Page, reference: str) -> None:
    lines = page.locator("#lines")
    await expect(lines).to_contain_text("result.published", timeout=PATIENCE * 1000)
    seen = await lines.inner_text()
    assert ("Un résultat est publié." in seen, "cantine" in seen, "Awa" in seen) == (True, False, False)
    await expect(lines.locator("[data-station=notifier]").first).to_be_visible(timeout=PATIENCE * 1000)


async def on_a_phone_in_the_dark(page: Page, citizen: Screen) -> list[tuple[str, str]]:
    """Look at it all on a small dark screen, and write there."""
    await page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # as it is
    await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    await page.get_by_role("tab", name=await citizen.phone.locator(".who b").inner_text()).click()
    await citizen.says("/carte")
    await citizen.sees("votes sur")
    return await barriers(page)
