"""The phones in a real browser, drawn as a chat is: without a bot at work, whose part the test plays."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bots.playground import Phone, Playground, playground
from bots.playground.messages import change, post
from bots.playground.parameters import html_of
from tests.screens import CHROMIUM, Screen, barriers, browser, opened, watched

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium")]

HOSTILE = "<img src=x onerror=document.body.remove()><script>alert(1)</script> & \u202egnorw\u202c"
LONG = "\n".join(f"line {number}" for number in range(60))
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


class Table:
    """A playground with a citizens' and a moderators' bot, and what the citizens' bot says."""

    def __init__(self, world: Playground, page: Page) -> None:
        self.world, self.page = world, page
        self.bot = next(iter(world.bots.values()))

    @property
    def ada(self) -> Phone:
        return Phone(next(each for each in self.world.people.values() if each.name == "Ada"))

    def sends(self, text: str = "", **params: Any) -> int:
        """Have the bot say something to Ada; returns the message's number."""
        content = {"text": text} if text and "document" not in params else {}
        wish = {"parse_mode": "HTML", **content, **params}
        files = {key: params[key] for key in ("document", "photo") if key in params}
        return int(post(self.ada.chat(self.bot), wish, **content, **files)["message_id"])

    def edits(self, number: int, text: str, rows: list[list[str]]) -> None:
        params = {"chat_id": self.ada.person.id, "message_id": number, "text": text, "reply_markup": keys(rows)}
        change(self.bot, params, text=text, html=html_of(params, "text"))


def keys(rows: list[list[str]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label.lower()} for label in row] for row in rows]}


@asynccontextmanager
async def table(*names: str, **options: Any) -> AsyncIterator[Table]:
    """Open the page on a town where Ada has written to the citizens' bot and Awa to the moderators'."""
    async with playground() as world, browser() as chromium:
        citizens, moderators = world.bot("1:x", "city_bot"), world.bot("2:x", "team_bot")
        citizens.about["description", ""] = "What I am for."
        citizens.commands["default", ""] = [{"command": "help", "description": "help"}]
        citizens.commands["default", "ar"] = [{"command": "help", "description": "مساعدة"}]
        ada, awa = world.person("Ada", "en"), world.person("Awa", "fr")
        ada.starts(citizens)
        awa.starts(moderators)
        phones = ",".join(names or (f"citizen:{ada.person.id}", "moderator"))
        page = await opened(chromium, f"{world.base_url}/?lang=en&phones={phones}", **options)
        wrong = watched(page)
        yield Table(world, page)
        assert wrong == []


async def test_a_message_is_drawn_as_it_was_marked_and_what_people_write_is_text() -> None:
    async with table() as town:
        escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
        town.sends(
            f"<b>bold</b> <i>it</i> <code>co</code> <blockquote>{escaped}</blockquote> <tg-spoiler>hid</tg-spoiler>"
        )
        ada = Screen(town.page, "Ada")
        card = await ada.sees("bold")
        shown = {
            tag: await card.locator(tag).all_inner_texts() for tag in ("b", "i", "code", "blockquote", "img", "script")
        }
        assert shown == {"b": ["bold"], "i": ["it"], "code": ["co"], "blockquote": [HOSTILE], "img": [], "script": []}
        spoiler = card.locator(".spoiler")
        await spoiler.click()
        await expect(spoiler).to_have_class("spoiler seen")
        await ada.says(HOSTILE)
        assert await ada.newest.locator(".words").inner_text() == HOSTILE
        assert town.bot.history[-1]["message"]["text"] == HOSTILE


async def test_a_card_is_edited_in_its_place_and_who_was_on_its_button_stays_there() -> None:
    async with table() as town:
        ada = Screen(town.page, "Ada")
        number = town.sends("First?", reply_markup=keys([["Yes", "No"]]))
        town.sends("Something else")
        await ada.sees("Something else")
        no = (await ada.sees("First?")).get_by_role("button", name="No")
        await no.focus()
        await town.page.keyboard.press("Enter")
        await expect(no).to_have_class("tap waits")
        tapped = town.bot.history[-1]["callback_query"]
        assert (tapped["data"], tapped["message"]["message_id"]) == ("no", number)
        chat = town.ada.chat(town.bot)
        chat.toast("Counted", alert=False)
        town.edits(number, "Second?", [["Yes", "No"]])
        await expect(ada.phone.locator(".toast")).to_have_text("Counted")
        card = await ada.sees("Second?")
        await expect(card.get_by_role("button", name="No")).to_be_focused()
        texts = await ada.phone.locator(".messages > li .words").all_inner_texts()
        assert texts == ["/start", "Second?", "Something else"]


async def test_what_the_bot_must_say_stops_everything_else() -> None:
    async with table() as town:
        town.ada.chat(town.bot).toast("Too late.", alert=True)
        town.ada.chat(town.bot).tell()
        await expect(town.page.get_by_role("dialog")).to_contain_text("Too late.")
        await town.page.keyboard.press("Enter")
        await expect(town.page.get_by_role("dialog")).to_have_count(0)


async def test_files_are_saved_under_their_name_and_pictures_are_seen() -> None:
    async with table() as town:
        ada = Screen(town.page, "Ada")
        name, png = "S-1.ics", town.bot.keep_file(PNG, "photos", "code.png")
        file = town.bot.keep_file(b"BEGIN:VCALENDAR", "documents", name)
        town.sends(document={"file_id": file, "file_name": name, "file_size": 15})
        town.sends(photo=[{"file_id": png}], caption="Your code")
        town.sends(document={"file_id": png, "file_name": "chart.png", "file_size": len(PNG)}, caption="Figures")
        async with town.page.expect_download() as saving:
            await ada.phone.get_by_role("link", name=name).click()
        saved = await saving.value
        assert (saved.suggested_filename, (await saved.path()).read_bytes()) == (name, b"BEGIN:VCALENDAR")
        await expect((await ada.sees("Figures")).locator("img")).to_be_visible()
        await ada.taps("A picture from the bot", on=await ada.sees("Your code"))
        large = town.page.get_by_role("dialog").locator("img")
        await expect(large).to_be_visible()
        assert await large.evaluate("image => image.naturalWidth") == 1


async def test_commands_and_keys_send_what_they_say() -> None:
    async with table("citizen:ar") as town:
        page = town.page
        await page.locator(".start").click()
        phone = page.locator(".phone")
        assert await phone.locator(".device").get_attribute("dir") == "rtl"
        await phone.locator(".slash").click()
        await page.get_by_role("button", name="مساعدة").click()
        person = next(each for each in town.world.people.values() if each.language == "ar")
        post(
            town.bot.chats[person.id],
            {"text": "see /mine", "reply_markup": {"keyboard": [["Left", "Right"]]}},
            text="see /mine",
        )
        await phone.get_by_role("button", name="Right").click()
        await phone.get_by_role("button", name="/mine").click()
        await expect(phone.locator(".mine")).to_have_count(4)
        assert [each["message"]["text"] for each in town.bot.history][-4:] == ["/start", "/help", "Right", "/mine"]


async def test_a_link_to_a_bot_is_opened_by_whoever_is_named() -> None:
    async with table() as town:
        town.sends('Come: https://t.me/team_bot?start=abc, or <a href="https://t.me/nobody">there</a>')
        ada = Screen(town.page, "Ada")
        card = await ada.sees("Come:")
        assert await card.get_by_role("button").all_inner_texts() == ["https://t.me/team_bot?start=abc"]
        await ada.taps("start=abc")
        sheet = town.page.get_by_role("dialog")
        await expect(sheet.get_by_role("button", name="Awa")).to_be_visible()
        await sheet.get_by_label("First name").fill("Blaise")
        await sheet.get_by_label("Language").select_option("es")
        await sheet.get_by_role("button", name="Open this phone").click()
        await expect(Screen(town.page, "Blaise").newest).to_contain_text("/start abc")
        blaise = [each for each in town.world.people.values() if each.name == "Blaise"]
        assert [each.language for each in blaise] == ["es"]
        assert "team_bot" in {bot.username for bot in town.world.bots.values() if blaise[0].id in bot.chats}
        await town.page.reload()
        await expect(town.page.locator(".who b")).to_have_text(["Ada", "Awa", "Blaise"])


async def test_a_phone_goes_to_somebody_new_who_reads_what_the_bot_is_for() -> None:
    async with table() as town:
        await town.page.locator(".phone.citizen .anew").click()
        await expect(town.page.locator(".phone.citizen .about")).to_have_text("What I am for.")
        await town.page.locator(".phone.citizen .start").click()
        await expect(town.page.locator(".phone.citizen .mine .words")).to_have_text(["/start"])


async def test_who_reads_further_up_is_not_moved_but_told() -> None:
    async with table() as town:
        ada = Screen(town.page, "Ada")
        town.sends(LONG)
        await ada.sees("line 59")
        await ada.phone.locator(".chat").evaluate("log => log.scrollTo(0, 0)")
        town.sends("news")
        newer = ada.phone.get_by_role("button", name="Go to the new messages")
        await expect(newer).to_have_text("↓ 1")
        assert await ada.phone.locator(".chat").evaluate("log => log.scrollTop") == 0
        await newer.click()
        await expect(ada.newest).to_be_in_viewport()
        await expect(newer).to_be_hidden()


async def test_a_bot_that_is_at_work_is_seen_to_write() -> None:
    async with table() as town:
        ada = Screen(town.page, "Ada")
        await expect(ada.phone.locator(".state")).to_have_text("writing")
        town.sends("Here")
        await expect(ada.phone.locator(".state")).to_have_text("bot")


async def test_a_keyboard_is_enough_to_write_and_to_take_a_command() -> None:
    async with table() as town:
        page = town.page
        town.sends("Hello")
        await page.locator(".phone.citizen .chat").focus()
        await page.keyboard.press("Tab")  # the menu
        await page.keyboard.press("Tab")
        await page.keyboard.type("Good day")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("to you")
        await page.keyboard.press("Enter")
        await page.keyboard.type("/he")
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")
        await expect(page.locator(".phone.citizen .mine")).to_have_count(3)
        assert [each["message"]["text"] for each in town.bot.history] == ["/start", "Good day\nto you", "/help"]
        await page.keyboard.type("/")
        await page.keyboard.press("Escape")
        await expect(page.locator(".phone.citizen .commands")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_nothing_bars_anybody_in_light_and_dark_on_a_phone_and_a_desk(scheme: str, width: int) -> None:
    still = {"color_scheme": scheme, "reduced_motion": "reduce"}  # half faded in is no colour to judge
    async with table(**still, viewport={"width": width, "height": 844}) as town:
        page, found = town.page, []
        town.world.strip.tell("bus", "question.asked", "Q-1")
        town.sends(
            "<b>Bold</b> /agenda <tg-spoiler>x</tg-spoiler><blockquote>q</blockquote>",
            reply_markup=keys([["Yes", "No"]]),
        )
        await Screen(page, "Ada").sees("Bold")
        found += await barriers(page)
        await page.locator(".phone.citizen .slash").click()
        found += await barriers(page)
        if width < 860:
            await expect(Screen(page, "Awa").phone).to_be_hidden()
            await page.get_by_role("tab", name="What happens").click()
        await expect(page.locator("#lines")).to_contain_text("A question is asked.")
        found += await barriers(page)
        await page.get_by_role("button", name="Another phone").click()
        found += await barriers(page)
        assert found == []


async def test_on_a_small_screen_one_phone_is_seen_and_the_other_says_that_it_has_news() -> None:
    async with table(viewport={"width": 390, "height": 844}) as town:
        page = town.page
        await page.get_by_role("tab", name="Awa").click()
        await expect(Screen(page, "Ada").phone).to_be_hidden()
        town.sends("news")
        await expect(page.get_by_role("tab", name="Ada")).to_have_text("Ada1")
        await page.get_by_role("tab", name="Ada").click()
        await expect(page.get_by_role("tab", name="Ada")).to_have_text("Ada")
        await expect(Screen(page, "Ada").newest).to_be_in_viewport()


async def test_the_page_speaks_the_language_that_is_chosen_and_keeps_its_phones() -> None:
    async with table() as town:
        await town.page.get_by_label("Language of this page").select_option("ar")
        await expect(town.page.locator("html")).to_have_attribute("dir", "rtl")
        await expect(town.page.locator(".who b")).to_have_text(["Ada", "Awa"])


async def test_when_the_playground_goes_the_page_says_so() -> None:
    async with browser() as chromium:
        async with playground() as world:
            world.bot("1:x", "city_bot")
            page = await opened(chromium, f"{world.base_url}/?lang=en&phones=citizen")
            await expect(page.locator("#away")).to_be_hidden()
        await expect(page.locator("#away")).to_contain_text("The playground has stopped.")
