"""Whatever is typed is answered; what is admitted is shown to readers of all six languages within the limits."""

import asyncio
import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from sqlalchemy import event

from bots.parsing import parsed
from bots.playground.entities import plain
from deliberation.legible import legible
from deliberation.lengths import LENGTHS, says_something
from events.contributions import Contribution, OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted
from storage.engine import open_engine
from tests.conftest import hurry
from tests.unit.bots.citizen.conftest import BEN, Town

READERS = {"fr": 501, "en": 502, "it": 503, "es": 504, "zh": 505, "ar": 506}
HARD = [
    "Why is there <b>meat</b> & <script>every</script> day? &#x202e; &amp; {$ref}",
    "Why\u0000 is \u202ethere\u202c meat\u2066 every\u200b day?\ud83d",
    "مرحبا why is there لحم every يوم (day)?",
    "W\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309" * 30 + "hy is there meat?",
    "𝖶𝗁𝗒 is there meat? 🥩🥩🥩👩\u200d🌾",
    "e\u0301" * 150,
    "m" * 280,
    "🥩" * 300,
    "\u200b\u2060\ufeff" * 40,
    "x" * 4000,
    "x\u200b" * 1500,
    "\n" * 100 + "Why is there meat every day?" + "\n" * 100,
]

typed = some.lists(
    some.text(some.characters(), max_size=60) | some.text(some.characters(categories=["L", "M", "Cf"]), max_size=300),
    max_size=5,
)


async def told(texts: list[str], migrated: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite+aiosqlite:///{Path(shutil.copy(migrated, folder))}")
        event.listen(engine.sync_engine, "connect", hurry)
        town = Town(engine)
        await town.theme()
        await town.join(BEN)
        for text in texts:
            await answered(town, text)
        for given in [*town.bus.of(QuestionAsked), *town.bus.of(OpinionGiven)]:
            await town.decide(ContributionAdmitted, by=None, contribution=given.event_id)
            await shown(town, given)
        await engine.dispose()


async def answered(town: Town, text: str) -> None:
    """Type a text as Telegram's JSON brings it; it is received as it was written, or answered with what helps."""
    for command, kind in (("ask", QuestionAsked), ("opinion", OpinionGiven)):
        await town.say("/cancel", BEN)
        await town.say(f"/{command}", BEN)
        before = len(town.bus.of(kind))
        update = parsed(json.dumps(town.typed(f"“{text}", BEN)))  # with a quotation mark it is no command
        cards = await town.handle(update)
        assert len(cards) == 1
        whole = legible(update["message"]["text"])
        least, most = LENGTHS[kind.kind.partition(".")[0]]
        received = [given.text for given in town.bus.of(kind)[before:]]
        if not says_something(whole) or not least <= len(whole) <= most:
            assert (received, "go:cancel" in cards[0].buttons) == ([], True)
        elif received:
            assert received == [update["message"]["text"].replace("\0", "").strip()]
        else:  # it says the same as one before, or hides more than it shows
            assert cards[0].buttons


async def shown(town: Town, given: Contribution) -> None:
    """Look at it in all six languages, as a question or as a statement to vote on."""
    wish = "/questions" if given.kind == QuestionAsked.kind else "/vote"
    for language, account in READERS.items():
        await town.join(account, language)
        cards = await town.say(wish, account, language)
        if wish == "/questions":
            assert any(legible(given.text) in plain(card.text) for card in cards)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(texts=typed)
@example(texts=HARD[:6])
@example(texts=HARD[6:])
def test_any_text_is_answered_and_what_is_admitted_is_shown(texts: list[str], migrated_sqlite: Path) -> None:
    asyncio.run(told(texts, migrated_sqlite))
