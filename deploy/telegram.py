"""How a bot stands with Telegram: its name, its webhook, and whether somebody else takes its updates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from deploy.finding import Check
from deploy.invitations import bot_name
from deploy.parts import door
from deploy.settings import Settings, SettingsError
from deploy.watching.presence import Present
from deploy.wiring import AwayError

PROBE = 2  # seconds in which another poller shows itself by ending ours
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Account:
    """One of the two bots."""

    settings: Settings
    bot: str
    token: str

    @property
    def name(self) -> str:
        return f"{self.bot} bot"

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method that changes nothing; return Telegram's whole answer. Raises AwayError."""
        url = f"{self.settings.telegram_api}/bot{self.token}/{method}"
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10 + PROBE)) as session,
                session.post(url, json=params) as answer,
            ):
                return dict(await answer.json())
        except (aiohttp.ClientError, TimeoutError, ValueError):
            raise AwayError("Telegram cannot be reached: check the network and PALABRE_TELEGRAM_API") from None


async def look(account: Account, present: Sequence[Present] | None) -> list[Check]:
    """Look at a bot; `present`: the parts that are at work, None where nobody knows."""
    try:
        name = await bot_name(account.settings.telegram_api, account.token)
        hook = str((await account.call("getWebhookInfo")).get("result", {}).get("url", ""))
        wanted = door(account.settings, account.bot)[0] if account.settings.webhook_url else ""
        at_work = sum(part.name == account.name for part in present or ())
        found = [Check(account.name, f"Telegram knows it as @{name}")]
        found.append(_webhook(account, hook, wanted, at_work=bool(at_work)))
        if not wanted and not hook and present is not None:
            found.append(await _pollers(account, at_work))
    except (AwayError, SettingsError) as error:
        return [Check(account.name, "does not answer", str(error))]
    return found


def _webhook(account: Account, hook: str, wanted: str, *, at_work: bool) -> Check:
    """Say whether updates come where we listen: the bot sees to it when it starts."""
    name = f"webhook of the {account.name}"
    if hook == wanted:
        return Check(name, "as wanted" if hook else "none")
    if hook and not wanted:
        mend = "set PALABRE_WEBHOOK_URL, or start the bot again: it removes what it does not want"
        return Check(name, "one is set although PALABRE_WEBHOOK_URL is not", mend)
    again = "start the bot again: it tells Telegram where it listens"
    return Check(name, "another is set" if hook else "not set yet", again if hook or at_work else None)


async def _pollers(account: Account, at_work: int) -> Check:
    """Say whether updates are taken by one bot only; where one of ours does, it tells of others itself."""
    name = f"updates of the {account.name}"
    if at_work > 1:
        return Check(name, f"{at_work} take them with one token", "stop all but one")
    if at_work:
        return Check(name, "taken by one")
    said = await account.call("getUpdates", limit=1, timeout=PROBE)  # without an offset nothing is confirmed
    if said.get("error_code") == CONFLICT:
        mend = "stop that program, or have @BotFather make another token"
        return Check(name, "another program takes them with the same token", mend)
    return Check(name, "taken by nobody")
