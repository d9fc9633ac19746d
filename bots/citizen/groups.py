"""In a group: /ask and /themes work, in the thread where they were written; whatever is personal is said in private.

A button that leads there is a link: it opens the chat with the bot, which goes on with what was wanted.
"""

from collections.abc import Awaitable, Callable, Sequence

from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters

from bots.citizen.commands import ENGLISH, TO_WISH, Wish, typed
from bots.citizen.contributions import on_ask, on_opinion
from bots.citizen.routes import Answers
from bots.citizen.themes import theme_lines
from bots.citizen.visit import Visit
from storage.read_models.themes import themes_of

FROM_GROUP = "_group"  # ends a theme's payload, so that it is counted where people come from
MOST_THEMES = 10
COMMANDS = ("ask", "themes")  # of the menu that is shown in groups

Links = Sequence[tuple[str, str]]


async def on_group(visit: Visit) -> None:
    """Answer a command that is meant for us; whoever just talks is told once a day who is here, or when they ask."""
    message = visit.message
    if not isinstance(message, Message) or not speaks(message):
        return
    wish, name = typed(message.text or ""), await own_name(visit)
    if wish.is_command:
        if addressee(message) in {"", name.lower()}:
            await ANSWERS.get(wish.name, elsewhere)(visit, wish)
    elif is_for_us(message, name) or visit.memory.groups.is_new_today(message.chat.id, visit.face.clock()):
        await hello(visit, wish)


def speaks(message: Message) -> bool:
    """Say whether somebody sent something; that people come and go, or a title changes, is told in messages too."""
    return bool(message.text or message.caption or message.photo or message.sticker or message.voice)


def addressee(message: Message) -> str:
    """Return the bot that a command names (`/ask@palabre_bot`), or nothing."""
    return (message.text or "").split(maxsplit=1)[0].partition("@")[2].lower()


def is_for_us(message: Message, name: str) -> bool:
    to = message.reply_to_message.from_user if message.reply_to_message else None
    return (to is not None and to.username == name) or f"@{name}".lower() in (message.text or "").lower()


async def own_name(visit: Visit) -> str:
    assert visit.message.bot is not None  # noqa: S101 - every update is parsed with its bot
    return (await visit.message.bot.me()).username or ""


async def ask(visit: Visit, wish: Wish) -> None:
    """Take the words in, as if they had been written in private; receipt and questions go there."""
    if not visit.known or is_nobody(visit):
        link = (visit.say.plain("citizen-button-private"), f"{TO_WISH}{wish.name[1:]}")
        return await answer(visit, visit.say("citizen-group-stranger"), [link])
    before, visit.wish, visit.privately = visit.wish, wish, True
    try:
        await (on_ask if wish.name == "/ask" else on_opinion)(visit)
    except TelegramForbiddenError:
        pass  # they have blocked the bot since: the button below lets it in again
    finally:
        visit.wish = before
    return await answer(visit, visit.say("citizen-group-asked"), [(visit.say.plain("citizen-button-private"), "")])


def is_nobody(visit: Visit) -> bool:
    """Say whether a message is a group's or a channel's, not a person's."""
    return isinstance(visit.message, Message) and visit.message.sender_chat is not None


async def themes(visit: Visit, _wish: Wish) -> None:
    """Show what the city is talking about, each theme a link to it."""
    shown = (await themes_of(visit.face.engine))[:MOST_THEMES]
    if not shown:
        return await answer(visit, visit.say("citizen-theme-none"), [])
    text = "\n".join([visit.say("citizen-themes"), "", *theme_lines(visit, shown)])
    return await answer(visit, text, [(theme.title, f"theme-{theme.slug}{FROM_GROUP}") for theme in shown])


async def hello(visit: Visit, _wish: Wish) -> None:
    text = visit.say("citizen-group-hello", city=visit.face.place)
    await answer(visit, text, [(visit.say.plain("citizen-button-private"), "")])


async def elsewhere(visit: Visit, wish: Wish) -> None:
    """Lead to the private chat with what was wanted."""
    command = wish.name[1:] if wish.name[1:] in ENGLISH else ""
    link = (visit.say.plain("citizen-button-private"), f"{TO_WISH}{command}" if command else "")
    await answer(visit, visit.say("citizen-group-private"), [link])


ANSWERS: dict[str, Callable[[Visit, Wish], Awaitable[None]]] = {
    "/ask": ask, "/opinion": ask, "/themes": themes, "/start": hello, "/help": hello, "/home": hello
}  # fmt: skip


async def answer(visit: Visit, text: str, links: Links) -> None:
    """Reply in the thread of the message, unless the bot has said as much in this group as Telegram lets it."""
    message = visit.message
    if not isinstance(message, Message) or message.bot is None:
        return
    if not visit.memory.groups.has_room(message.chat.id, visit.face.clock()):
        return
    home = f"https://t.me/{await own_name(visit)}"
    rows = [
        [InlineKeyboardButton(text=label, url=f"{home}?start={payload}" if payload else home)]
        for label, payload in links
    ]
    await message.bot.send_message(
        message.chat.id,
        text,
        message_thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None,
    )


async def on_quiet(_visit: Visit) -> None:
    """Say nothing."""


async def on_tap(visit: Visit) -> None:
    visit.note(visit.say.plain("citizen-private-only"), alert=True)


def answers() -> Answers:
    return Answers(typed={"group": on_group, "quiet": on_quiet}, tapped={"group": on_tap})
