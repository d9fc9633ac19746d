"""Forged taps on the moderator bot: each is answered, none enters the record, not even an owner's own.

Buttons under news have no seal: a guess at their secret id is an act that the clerk refuses.
"""

import random

import pytest

from bots.moderator.seal import Seal
from events.base import fact_id
from storage.tables.memory import Entry
from tests.fakes import Town
from tests.unit.bots.forging import forgery
from tests.unit.bots.moderator.conftest import EVE, MAX, MEAT, OLA, TOKEN, Card, TownHall

SOME = fact_id("some")
ACTS = (  # what would have an effect, were it the owner's own
    f"ph:{MEAT}:2:3", "qa:Q-1:", "qn:Q-1:2:", "qs:Q-1:", "qc:", "nt", f"ns:{MEAT}", "cx:S-1", "ap:Q-1", "au:Q-1:place",
    f"pa:{MEAT}:abcd", "iv:owner", "ry:M-2", "ub:Q-1", f"bx:{SOME}", f"see:{SOME}", f"publish:{SOME}",
)  # fmt: skip


async def test_forged_taps_are_answered_and_change_nothing(hall: TownHall, pytestconfig: pytest.Config) -> None:
    chance, count = random.Random(20_000), pytestconfig.getoption("forged")
    await hall.join(MAX, "moderator")
    await hall.asked("Pourquoi de la viande chaque jour ?")
    seal, old, other = Seal(TOKEN), Seal("43:BEFORE"), Seal("42:TEST")
    sealed = [seal.close(OLA, data) for data in ACTS]
    others = [each.close(account, data) for data in ACTS for each, account in ((seal, MAX), (old, OLA), (other, OLA))]
    town, kept, card = Town(hall.engine), dict(hall.drawer._values), Card(5, OLA, "x")  # noqa: SLF001 - what it keeps
    record = await town.rows(Entry)
    for _ in range(count):
        account = chance.choice((OLA, OLA, EVE))
        data = forgery(chance, sealed, others)
        answered = len(hall.phone.toasts())
        cards = await hall.handle(hall.tapped(data, card, account))
        assert (cards, len(hall.phone.toasts())) == ([], answered + 1), data
    assert (await town.rows(Entry), hall.drawer._values) == (record, kept)  # noqa: SLF001 - as said
