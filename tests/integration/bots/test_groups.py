"""The citizen bot in a group, over HTTP: what is said there, and what in the person's own chat."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bots.citizen.app import CitizenBot, citizen_bot
from bots.playground import Phone
from bots.playground.accounts import Group
from events.contributions import QuestionAsked
from tests.integration.bots.exchange import TOKEN, Exchange
from tests.unit.bots.citizen.conftest import Town

NEIGHBOURS = Group(-100, "Neighbours")
TEXT = "Why is there meat every day at the canteen?"


@pytest.fixture
async def town(engine: AsyncEngine) -> Town:
    town = Town(engine)
    await town.theme()
    return town


@pytest.fixture
async def bot(exchange: Exchange, town: Town) -> AsyncIterator[CitizenBot]:
    bot = citizen_bot(TOKEN, exchange.world.base_url, town.face)
    yield bot
    await bot.close()


def in_group(exchange: Exchange, ada: Phone) -> list[tuple[str, list[str]]]:
    """Return what the bot said in the group: texts, and where their buttons lead."""
    messages = exchange.bot.chat(ada.person, NEIGHBOURS).messages.values()
    return [
        (each["text"], [button["url"] for row in each["reply_markup"]["inline_keyboard"] for button in row])
        for each in messages
        if each.get("from", {}).get("is_bot")
    ]


async def test_a_question_in_a_group_is_answered_there_in_one_line_and_in_private_with_its_receipt(
    exchange: Exchange, town: Town, bot: CitizenBot
) -> None:
    ada = exchange.phone("Ada")
    await bot.handle(ada.says_in(exchange.bot, NEIGHBOURS, f"/ask@a_bot {TEXT}"))
    [(_, links)] = in_group(exchange, ada)
    assert (links, ada.screen(exchange.bot)) == (["https://t.me/a_bot?start=go-ask"], [])

    await bot.handle(ada.says(exchange.bot, "/start go-ask"))
    await bot.handle(ada.presses(exchange.bot, "Je suis d’accord"))
    await bot.handle(ada.says_in(exchange.bot, NEIGHBOURS, f"/ask {TEXT}"))
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]
    assert "Q-1" in ada.screen(exchange.bot)[-1]
    assert ["Q-1" in text for text, _ in in_group(exchange, ada)] == [False, False]


async def test_the_themes_are_shown_to_everybody_in_it(exchange: Exchange, bot: CitizenBot) -> None:
    ada = exchange.phone("Ada")
    await bot.handle(ada.says_in(exchange.bot, NEIGHBOURS, "/themes"))
    [(text, links)] = in_group(exchange, ada)
    assert ("La viande" in text, links) == (True, ["https://t.me/a_bot?start=theme-la-viande_group"])
