"""How a bot gets its updates: long polling with offsets, or a webhook."""

import asyncio
import re
from urllib.parse import urlsplit

from bots.playground.accounts import BotAccount, Json
from bots.playground.parameters import ApiError, bad, read, whole, yes

MOST_UPDATES = 100
LONGEST_POLL = 50  # seconds
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(bot: BotAccount, params: Json) -> list[Json]:
    """Confirm what is below the offset, then wait for something new; a newer call ends one that waits."""
    if bot.webhook.get("url"):
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
    bot.poll.set()
    bot.poll = asyncio.Event()
    remember_kinds(bot, params)
    bot.confirm(whole(params, "offset"))
    if not bot.updates and (timeout := min(whole(params, "timeout"), LONGEST_POLL)):
        await arrival(bot, bot.poll, timeout)
    limit = min(max(whole(params, "limit", MOST_UPDATES), 1), MOST_UPDATES)
    return [bot.updates[index] for index in range(min(limit, len(bot.updates)))]


async def arrival(bot: BotAccount, newer_poll: asyncio.Event, seconds: float) -> None:
    """Wait for an update. Raises ApiError when another poll comes meanwhile."""
    bot.waiting += 1
    bot.tell()
    bot.arrived.clear()
    waiting = [asyncio.ensure_future(bot.arrived.wait()), asyncio.ensure_future(newer_poll.wait())]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        bot.waiting -= 1
        bot.tell()
        for each in waiting:
            each.cancel()
    if newer_poll.is_set():
        raise ApiError(
            409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )


def remember_kinds(bot: BotAccount, params: Json) -> None:
    """Take note of the kinds of updates that are wanted from now on; what waits already is not touched."""
    kinds = read(params, "allowed_updates")
    if isinstance(kinds, list):
        bot.allowed = frozenset(map(str, kinds)) or None


async def set_webhook(bot: BotAccount, params: Json) -> bool:
    url, secret = str(params.get("url", "")), str(params.get("secret_token", ""))
    local = urlsplit(url).hostname in {"127.0.0.1", "localhost", "::1"}
    if url and not url.startswith("https://") and not local:
        raise bad("bad webhook: an HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    remember_kinds(bot, params)
    drop(bot, params)
    connections = min(max(whole(params, "max_connections", 40), 1), 100)
    bot.webhook = {"url": url, "secret_token": secret, "max_connections": connections} if url else {}
    bot.poll.set()
    bot.arrived.set()
    bot.tell()
    return True


async def delete_webhook(bot: BotAccount, params: Json) -> bool:
    bot.webhook = {}
    drop(bot, params)
    return True


def drop(bot: BotAccount, params: Json) -> None:
    if yes(params, "drop_pending_updates"):
        bot.updates.clear()


async def get_webhook_info(bot: BotAccount, _params: Json) -> Json:
    return {
        "url": bot.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(bot.updates),
    }
