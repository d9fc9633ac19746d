"""Random walks over whatever buttons are on the cards, with words in between."""

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import event

from events.contributions import QuestionAsked
from events.live import LiveAdmitted, LiveAsked
from events.moderation import ContributionRefused
from events.sessions import SessionPlanned
from storage.engine import open_engine
from tests.conftest import hurry
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Town

SECRET = "Nobody has admitted these words"
ADMITTED = "Why is there meat every day at the canteen?"
WORDS = (
    *(
        "/start",
        f"/start theme-{MEAT}",
        "/ask",
        "/opinion",
        "/vote",
        "/questions",
        "/sessions",
        "/live",
        "/mine",
        "/cancel",
    ),
    *("/trace O-1", "/trace Q-2", "/language", "/help", "/map", "/agenda", "/summary", "/themes", f"/ask {ADMITTED}"),
    *("/ask Is <b>this</b> & that still a question?", "Plain words that could be an opinion.", "short"),
    f"{SECRET}, says a thief",
)

steps = some.lists(
    some.tuples(some.integers(0, 999), some.integers(0, 9)), min_size=30, max_size=55
)  # short of the flood limit


async def furnished(file: Path) -> Town:
    """Return a town with something on every card, and with words that nobody may see."""
    engine = open_engine(f"sqlite+aiosqlite:///{file}")
    event.listen(engine.sync_engine, "connect", hurry)
    town = Town(engine)
    await town.theme()
    await town.theme("Le vélo", "le-velo")
    await town.theme(f"{SECRET} either", "secret", phase="draft")
    await town.given(
        [ADMITTED, *(f"Is this question number {'abcdef'[each] * 9}?" for each in range(6))], QuestionAsked
    )
    await town.given([f"Opinion number {'abcd'[each] * 9} is admitted." for each in range(4)])
    await town.say(f"/themes {MEAT}", BEN)
    for kind in ("question", "opinion"):
        await town.say(f"/{'ask' if kind == 'question' else kind} {SECRET} yet, this {kind}?", BEN)
    await town.say(f"/ask {SECRET} and will never?", BEN)
    refused = town.bus.of(QuestionAsked)[-1]
    await town.decide(ContributionRefused, by=await town.moderator(), contribution=refused.event_id, article=2)
    await town.debate(capacity=1)
    await under_way(town)
    return town


async def under_way(town: Town) -> None:
    """Have a debate begin in a few minutes, with a live question that is admitted and one that is not."""
    soon = {"title": "The debate of tonight", "starts_at": town.now + timedelta(minutes=10), "place": "Here"}
    debate = await town.decide(SessionPlanned, by=None, theme=MEAT, **soon)
    ben = {"theme": MEAT, "session": debate.event_id, "citizen": await town.join(BEN)}
    asked = await town.decide(LiveAsked, **ben, text="Who decides what the canteen cooks tonight?")
    await town.decide(LiveAdmitted, by=await town.moderator(), contribution=asked.event_id)
    await town.decide(LiveAsked, **ben, text=f"{SECRET}, live as they are?")


async def walk(taken: list[tuple[int, int]], migrated: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        town = await furnished(Path(shutil.copy(migrated, folder)))
        before = len(town.phone.answered())
        taps = 0
        await town.say("/start")
        for choice, way in taken:
            cards = [card for card in town.phone.cards.values() if card.chat == ADA and card.buttons]
            if way == 0:
                await town.say(WORDS[choice % len(WORDS)])
            elif way == 1:
                town.restarted()
            else:
                buttons = [(data, card) for card in cards[-3:] for data in card.buttons]
                data, card = buttons[choice % len(buttons)]
                await town.tap(data, card=card)
                taps += 1
        assert len(town.phone.answered()) == before + taps
        shown = [card.text for card in town.phone.cards.values() if card.chat == ADA]
        assert [text for text in shown if SECRET in text and "says a thief" not in text] == []
        await town.engine.dispose()


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(taken=steps)
def test_no_walk_ends_badly_or_sees_what_was_not_admitted(taken: list[tuple[int, int]], migrated_sqlite: Path) -> None:
    asyncio.run(walk(taken, migrated_sqlite))
