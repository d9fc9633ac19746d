"""A card that follows what happens: edited in place every few seconds while something changes, until it is over."""

from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, Forbidden, TelegramError

from bots.moderator.visit import Row, Visit

Look = Callable[[], Awaitable[tuple[str, list[Row], bool]]]  # text and buttons of the card, and whether it is the last

OFTEN, SELDOM = 3.0, 60.0  # seconds between two looks: less often as long as nothing changes


async def follow(visit: Visit, what: object, look: Look) -> None:
    """Show a card and keep it up to date."""
    text, rows, last = await look()
    await visit.show(text, rows)
    if not last and visit.shown is not None:
        visit.desk.watches.begin((visit.chat, what), keep_up(visit, visit.shown, look, text))


async def keep_up(visit: Visit, card: int, look: Look, shown: str) -> None:
    """Edit a card whenever it would say something else; who deletes it is left alone."""
    wait, last = OFTEN, False
    while not last:
        await visit.desk.watches.pause(wait)
        text, rows, over = await look()
        wait = OFTEN if text != shown else min(2 * wait, SELDOM)
        try:
            if text != shown:
                await visit.edit(card, text, rows)
        except (BadRequest, Forbidden):
            return
        except TelegramError:  # it is shown the next time
            wait = SELDOM
        else:
            shown, last = text, over
