"""The notifier: news becomes letters, letters are worded in the reader's language and sent."""

import asyncio
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from prometheus_client import CollectorRegistry
from sqlalchemy.ext.asyncio import AsyncEngine

from bots import hours
from bots.charter import article
from bots.notifier import digest
from bots.notifier.delivery import Delivery
from bots.notifier.pace import IN_ALL, Pace
from bots.notifier.sender import Sender
from bots.notifier.tally import Tally
from bots.notifier.telegram import PATIENCE, Telegram
from bots.seal import Seal
from bots.wording import Wording, moment, wording
from deliberation.moments import next_digest
from events.base import Clock, Param
from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.digests import Digests
from storage.due_letters import LetterView
from storage.letter_states import DIGEST
from storage.letters import Letters
from storage.read_models.people import language_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """What the notifier needs from outside; `tokens` by bot (citizen, moderator), `patience` in seconds."""

    engine: AsyncEngine
    addresses: AddressBook
    clock: Clock
    language: str
    timezone: str
    api_base: str
    tokens: Mapping[str, str]
    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    patience: float = PATIENCE


class Post:
    """The notifier at work."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._letters = Letters(office.engine)
        self._messengers = {
            bot: Telegram(office.api_base, token, seal=sealing(bot, token), patience=office.patience)
            for bot, token in office.tokens.items()
        }
        pace = Pace(time.monotonic)
        delivery = Delivery(
            self._letters,
            addresses=office.addresses,
            messengers=self._messengers,
            word=self._word,
            clock=office.clock,
            pace=pace,
            tally=Tally(office.registry),
        )
        self._digests = Digests(office.engine, office.timezone)
        is_day = partial(hours.is_day, timezone=office.timezone)
        self._sender = Sender(
            self._letters, delivery, pace=pace, clock=office.clock, is_day=is_day, gather=self._digests.gather
        )

    async def receive(self, news: Sequence[NewsAddressed]) -> None:
        """Write a letter for each piece of news, due now, with the next digest, or in its turn by day."""
        now = self._office.clock()
        turns = await self._turns(now) if any(each.urgency == "daytime" for each in news) else iter(())
        paces = await self._paces(news)
        due = [next(turns) if each.urgency == "daytime" else self._due(each, paces, now) for each in news]
        # a moment later each: letters leave in the order of their time, and what was told first is to be read first
        await self._letters.put(news, [when + timedelta(microseconds=place) for place, when in enumerate(due)])
        for each in news if log.isEnabledFor(logging.DEBUG) else ():
            log.debug("put a letter: %s", each.wording, extra=each.trail)
        self._sender.news.set()

    async def run(self, stop: asyncio.Event) -> None:
        try:
            await self._sender.run(stop)
        finally:
            for messenger in self._messengers.values():
                await messenger.close()

    async def _turns(self, now: datetime) -> Iterator[datetime]:
        """Return the moments behind the last letter of the broadcasts that are on their way, at Telegram's pace.

        What is due at once is looked through whenever a letter may leave: the fewer the better.
        """
        last = await self._letters.newest_broadcast()
        return hours.turns(max(now, last or now), timedelta(seconds=1 / IN_ALL), self._office.timezone)

    async def _paces(self, news: Sequence[NewsAddressed]) -> Mapping[UUID, str]:
        """Return how often each person who is told something that can wait wants to be told."""
        return await self._digests.paces({each.person for each in news if each.urgency == "digest"})

    def _due(self, news: NewsAddressed, paces: Mapping[UUID, str], now: datetime) -> datetime:
        if news.urgency == "now":
            return now
        timezone = self._office.timezone
        return hours.by_day(now, timezone) if paces[news.person] == "at_once" else next_digest(now, timezone)

    async def _word(self, letter: LetterView) -> tuple[str, list[tuple[str, str]]]:
        say = wording(await self._language(letter))
        if letter.wording == DIGEST:
            reader = digest.Reader(say, self._office.timezone)
            return await digest.worded(self._office.engine, letter.params["pieces"], reader)
        html = say(letter.wording, **told(letter.params, say, self._office.timezone))
        return html, [(say.plain(label), data) for label, data in letter.buttons]

    async def _language(self, letter: LetterView) -> str:
        """Return what the reader chose; moderators are spoken to in the instance's language."""
        chosen = await language_of(self._office.engine, letter.person) if letter.bot == "citizen" else None
        return chosen or self._office.language


def sealing(bot: str, token: str) -> Seal | None:
    """Return the seal of a bot's buttons; those under news for moderators carry a secret id instead."""
    return Seal(token) if bot == "citizen" else None


def told(params: Mapping[str, Param], say: Wording, timezone: str) -> dict[str, Any]:
    """Return parameters as a reader understands them: a date in words, the text of a charter article."""
    shown: dict[str, Any] = dict(params)
    for name in ("when", "until"):
        if isinstance(at := shown.get(name), str):
            shown[name] = moment(datetime.fromisoformat(at), say.language, timezone)
    if isinstance(number := shown.get("article"), int):
        shown["reason"] = article(number, say.language).text
    return shown
