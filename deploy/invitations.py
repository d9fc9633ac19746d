"""One-time links that give a role; only the code's hash is kept."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Any

import aiohttp

from deploy.imports.importing import applying
from deploy.settings import Settings, SettingsError
from deploy.wiring import AwayError, instance, now
from events.base import fact_id
from events.moderation import InvitationMade

VALID = timedelta(days=7)


async def invite(settings: Settings, role: str) -> str:
    """Store an invitation and return its link, https://t.me/<moderator bot>?start=<code>."""
    code = secrets.token_urlsafe(24)
    digest = sha256(code.encode()).hexdigest()
    name = await bot_name(settings.telegram_api, settings.need("moderator_bot_token"))
    made: dict[str, Any] = {"by": None, "role": role, "code_hash": digest, "expires_at": now() + VALID}
    async with instance(settings) as parts, applying(parts):
        base = {"event_id": fact_id("invitation", digest), "city": settings.city, "occurred_at": now()}
        await parts.bus.decide(InvitationMade.model_validate({**base, **made}))
    return f"https://t.me/{name}?start={code}"


async def bot_name(api: str, token: str) -> str:
    """Return a bot's user name, as Telegram knows it. Raises SettingsError for a wrong token, AwayError."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
            session.get(f"{api}/bot{token}/getMe") as answer,
        ):
            body = await answer.json()
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise AwayError("Telegram cannot be reached: check the network and PALABRE_TELEGRAM_API") from None
    if body.get("error_code") in {429, 500, 502, 503}:
        raise AwayError(f"Telegram does not answer now ({body.get('description')}): try again in a minute")
    if not body.get("ok"):
        raise SettingsError("Telegram does not know the bot's token: check the tokens that @BotFather gave you")
    return str(body["result"]["username"])
