"""What was promised, by the look-alike's ledger of what it saw confirmed; and what is there, by `palabre export`.

A text that was confirmed is there exactly once; a vote, a support, a consent is counted once.
"""

import asyncio
import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.seal import TAG
from deploy.imports.importing import applied, applying, is_left
from deploy.wiring import Instance, instance, now
from events import topology
from events.base import fact_id
from events.moderation import ContributionAdmitted
from events.news import NewsAddressed
from storage.letter_states import ON_THE_WAY
from storage.tables.contributions import Contribution
from storage.tables.identity import Letter
from tests.faults.town import PATIENCE, Town

WRITTEN = re.compile(r"/(?:ask|opinion) (.+)")
TAPPED = {
    "votes": re.compile(r"v:-?\d:(O-\d+)"),
    "supports": re.compile(r"qs:(Q-\d+)"),
    "sign_ups": re.compile(r"seat:take:(S-\d+)"),
    "people": re.compile(r"(j):"),
}
FOUNDERS = 10  # authors of what a town is founded with
COUNTED = ("votes", "sign_ups", "people")
RECEIPT = re.compile(r"✅ (?:Question|Avis) reçue? : ([QO]-\d+)")
LETTER = re.compile(r"✅ ([QO]-\d+) est publiée")


@dataclass(frozen=True, slots=True)
class Facts:
    """What people gave: texts, supports by question, and how many votes, sign-ups and people; promised, or there."""

    texts: Counter[str] = field(default_factory=Counter)
    supports: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return self.texts.total() + self.supports.total() + self.counts.total()

    def __sub__(self, others: "Facts") -> int:
        """Return how many facts are here that are not there."""
        mine, theirs = (self.texts, self.supports, self.counts), (others.texts, others.supports, others.counts)
        return sum((ours - given).total() for ours, given in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of the promises.

    `dead`: facts that were buried, which is nobody's wish. `said_again`: receipts that a phone was shown once more,
    with the same reference, because the bot died between its answer and its confirmation.
    """

    facts: int = 0
    lost: int = 0
    twice: int = 0
    dead: int = 0
    said_again: int = 0

    @property
    def kept(self) -> bool:
        """Say whether nothing was lost, nothing counted twice, and nothing buried."""
        return self.lost == self.twice == self.dead == 0

    @property
    def why(self) -> str:
        told = {"facts were buried": self.dead, "receipts were said again": self.said_again}
        return ", ".join(f"{number} {what}" for what, number in told.items() if number)

    def since(self, before: "Verdict") -> "Verdict":
        """Return what has come since an earlier look at the same town."""
        return Verdict(
            self.facts - before.facts,
            max(0, self.lost - before.lost),
            max(0, self.twice - before.twice),
            self.dead - before.dead,
            self.said_again - before.said_again,
        )


async def verdict_of(town: Town) -> Verdict:
    """Wait until all is confirmed, admit whatever waits, and compare what was promised with what is there."""
    await town.all_confirmed()
    await admit_everything(town)
    status = await town.status()
    promised, there = promised_by(town.ledger.confirmed.values()), await shown_by(town, status)
    return Verdict(
        len(promised), promised - there, there - promised, status["dead_letters"], said_again(town.ledger.sent)
    )


def promised_by(confirmed: Iterable[Mapping[str, Any]]) -> Facts:
    """Read what was given from the updates that Telegram saw confirmed."""
    texts: Counter[str] = Counter()
    acts: set[tuple[str, int, str]] = set()
    for update in confirmed:
        if written := WRITTEN.fullmatch(update.get("message", {}).get("text", "")):
            texts[written[1]] += 1
        tap = update.get("callback_query", {"data": "", "from": {"id": 0}})
        said = tap["data"][:-TAG]  # without the seal, which may begin with a figure
        acts |= {(kind, tap["from"]["id"], found[1]) for kind, act in TAPPED.items() if (found := act.match(said))}
    counts = Counter(kind for kind, _, _ in acts)
    supports = Counter(reference for kind, _, reference in acts if kind == "supports")
    return Facts(texts, supports, Counter({kind: counts[kind] for kind in COUNTED}))


async def shown_by(town: Town, status: Mapping[str, Any]) -> Facts:
    """Read what is there from what the instance shows of itself; what it was founded with is left out."""
    with (await town.export() / "contributions.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    texts = Counter(row["text"] for row in rows if row["text"] not in town.seeds)
    supports = Counter({row["reference"]: int(row["supporters"]) for row in rows if row["supporters"] not in {"", "0"}})
    counts = Counter({kind: status[kind] for kind in COUNTED})
    return Facts(texts, supports, counts - Counter(people=FOUNDERS))


async def admit_everything(town: Town) -> int:
    """Admit what waits, through the facts that a moderator's bot would tell; return how many texts there were."""
    async with instance(town.settings, prepare=False) as parts, applying(parts):
        await applied(parts)
        facts = await admissions(parts)
        for start in range(0, len(facts), 500):
            await parts.bus.publish_all(facts[start : start + 500])
        await applied(parts)
    return len(facts)


async def admissions(parts: Instance) -> list[ContributionAdmitted]:
    """Return the facts that admit what waits now."""
    async with AsyncSession(parts.engine) as session:
        waiting = (await session.exec(select(Contribution.id).where(Contribution.state == "waiting"))).all()
    base = {"city": parts.settings.city, "occurred_at": now(), "by": None}
    facts = [{**base, "event_id": fact_id("faults", each), "contribution": each} for each in waiting]
    return [ContributionAdmitted.model_validate(fact) for fact in facts]


def said_again(sent: Iterable[Mapping[str, Any]], what: re.Pattern[str] = RECEIPT) -> int:
    """Return how many messages a phone was shown that it had been shown before."""
    return sum(times - 1 for times in told(sent, what).values())


def told(sent: Iterable[Mapping[str, Any]], what: re.Pattern[str]) -> Counter[tuple[int, str]]:
    """Return how often each chat was told of each reference."""
    found = ((message["chat"]["id"], what.search(message.get("text", ""))) for message in sent)
    return Counter((chat, match[1]) for chat, match in found if match)


def heard(town: Town, what: re.Pattern[str] = LETTER) -> set[tuple[int, str]]:
    """Return of which references each chat was told; a letter in doubt may stand in an answer's place (decision 13)."""
    shown = (message for chat in town.citizens.chats.values() for message in chat.messages.values())
    return {*told(town.ledger.sent, what), *told(shown, what)}


async def every_letter_has_left(town: Town) -> None:
    """Wait until nothing is on its way to anybody: neither on the bus nor on the pile."""
    async with instance(town.settings, prepare=False) as parts, asyncio.timeout(10 * PATIENCE):
        js = parts.client.jetstream()
        while True:
            on_bus = await is_left(js, topology.NOTIFIER, f"palabre.*.{NewsAddressed.kind}")
            async with AsyncSession(parts.engine) as session:
                on_pile = await session.exec(select(Letter.id).where(col(Letter.state).in_(ON_THE_WAY)).limit(1))
                if not (on_bus or on_pile.first()):
                    return
            await asyncio.sleep(0.1)  # the pile tells nobody when it is empty
