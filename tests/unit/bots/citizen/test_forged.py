"""Forged taps on the citizen bot: each is answered, none has an effect."""

import random
from datetime import timedelta

import pytest

from bots.seal import Seal
from events.contributions import OpinionGiven, QuestionAsked
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, TOKEN, Town, user
from tests.unit.bots.forging import forgery

ACTS = (  # what would have an effect, were it Ada's own
    f"v:1:O-1:{MEAT}", "v:1:O-1", "v:-1:O-2", "qs:Q-1:0", "seat:take:S-1", "seat:release:S-1", f"bm:{MEAT}", "mw:Q-1",
    "l:fr", "j:en:", "go:ask", "go:vote", "t:le-pain", "nx", "forget:yes",
)  # fmt: skip


async def test_forged_taps_are_answered_and_change_nothing(town: Town, pytestconfig: pytest.Config) -> None:
    chance, count = random.Random(20_000), pytestconfig.getoption("forged")
    await town.join()
    await town.theme("Le pain", "le-pain")
    await town.given(["The canteen should serve less meat."], OpinionGiven)
    await town.given(["Could the canteen serve less meat?"], QuestionAsked)
    await town.debate()
    seal, old, other = Seal(TOKEN), Seal("42:BEFORE"), Seal("43:TEST")
    sealed = [seal.close(ADA, data) for data in ACTS]
    others = [each.close(account, data) for data in ACTS for each, account in ((seal, BEN), (old, ADA), (other, ADA))]
    told, kept = len(town.bus.told), dict(town.shelf.values)
    for number in range(count):
        town.now += timedelta(seconds=5)  # as fast as anybody may
        data = forgery(chance, sealed, others)
        shown = {"message_id": 5, "date": 0, "chat": {"id": ADA, "type": "private"}, "text": "x"}
        query = {"id": f"f{number}", "from": user(ADA), "chat_instance": "1", "data": data, "message": shown}
        answered = len(town.phone.answered())
        cards = await town.handle(town.update(callback_query=query))
        assert (cards, len(town.phone.answered())) == ([], answered + 1), data
    assert (len(town.bus.told), town.shelf.values) == (told, kept)


async def test_what_the_bot_sealed_for_somebody_works_for_them(town: Town) -> None:
    await town.join()
    [opinion] = await town.given(["The canteen should serve less meat."], OpinionGiven)
    [card], told = await town.say("/vote"), len(town.bus.told)
    await town.tap("v:1:O-1", card=card)
    assert [getattr(act, "statement", None) for act in town.bus.told[told:]] == [opinion.event_id]
