"""/forget: asked once more, done once, and whoever writes again is a stranger."""

import pytest

from events.base import Event, Outcome
from events.citizens import CitizenForgotten, CitizenJoined
from events.contributions import QuestionAsked
from tests.unit.bots.citizen.conftest import ADA, BEN, ClerkBus, Town

TEXT = "Why is there a purple pig in every school canteen?"


async def test_a_stranger_is_told_that_nothing_is_known(town: Town) -> None:
    [card] = await town.say("/forget")
    assert ("nothing to erase" in card.text, "fg" in card.buttons) == (True, False)


async def test_it_is_asked_once_more_in_plain_words(town: Town) -> None:
    await town.join()
    [card] = await town.say("/forget")
    told = [words in card.text for words in ("everywhere", "stay counted", "cannot be undone", "at Telegram")]
    assert (told, set(card.buttons)) == ([True] * 4, {"fg", "go:home"})
    assert town.bus.of(CitizenForgotten) == []


async def test_who_changes_their_mind_is_still_known(town: Town) -> None:
    await town.join()
    [card] = await town.say("/forget")
    await town.tap("go:home", card=card)
    [card] = await town.say(f"/ask {TEXT}")
    assert (town.bus.of(CitizenForgotten), "Q-1" in card.text) == ([], True)


async def test_the_receipt_is_the_last_that_a_person_is_told(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.say("/forget")
    [receipt] = await town.tap("fg", card=card)
    [act] = town.bus.of(CitizenForgotten)
    outcome = await town.bus.decide(act)
    assert outcome is not None
    assert (str(outcome.params["digest"]) in receipt.text, receipt.buttons) == (True, {})
    assert TEXT not in receipt.text


async def test_who_writes_again_is_a_stranger_and_somebody_new(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    await town.tap("fg", card=(await town.say("/forget"))[0])
    [card] = await town.say("/mine")
    assert any(data.startswith("j:") for data in card.buttons)
    await town.join()
    before, after = [joined.citizen for joined in town.bus.of(CitizenJoined)]
    [card] = await town.say("/mine")
    assert (before == after, TEXT in card.text) == (False, False)


async def test_nothing_of_the_dialogue_is_kept(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    await town.say(f"/ask {TEXT}")  # waits for a choice, since it says the same
    kept = dict(town.shelf.values)
    assert not any(TEXT.encode() in value for value, _ in kept.values())
    await town.tap("fg", card=(await town.say("/forget"))[0])
    writes = town.shelf.writes
    await town.say("/start")
    await town.say(TEXT)
    assert town.shelf.writes == writes


async def test_the_same_update_again_erases_once(town: Town) -> None:
    await town.join()
    [card] = await town.say("/forget")
    await town.tap("fg", card=card)
    [again] = await town.tap("fg", card=card)
    assert ("nothing to erase" in again.text, len(town.bus.of(CitizenForgotten))) == (True, 1)


async def test_the_public_trace_says_that_it_was_erased(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.tap("fg", BEN, card=(await town.say("/forget", BEN))[0])
    await town.join()
    [card] = await town.say("/trace Q-1")
    assert "Q-1 was erased by its author" in card.text


class Late(ClerkBus):
    """A clerk who is late with erasures: they are applied when the next act comes."""

    waiting: Event | None = None

    async def decide(self, act: Event) -> Outcome | None:
        if isinstance(act, CitizenForgotten):
            self.waiting = act
            return None
        if self.waiting:
            late, self.waiting = self.waiting, None
            await super().decide(late)
        return await super().decide(act)


@pytest.fixture
def late(town: Town) -> Town:
    bus = Late(town.engine)
    town.bus = bus
    object.__setattr__(town.face, "bus", bus)
    town.restarted()
    return town


async def test_who_is_told_that_it_takes_longer_is_a_stranger_all_the_same(late: Town) -> None:
    await late.join()
    [card] = await late.tap("fg", card=(await late.say("/forget"))[0])
    assert "safely stored" in card.text
    [card] = await late.say(f"/ask {TEXT}")  # decided behind the erasure
    assert (any(data.startswith("j:") for data in card.buttons), late.bus.of(QuestionAsked)[0].text) == (True, TEXT)


async def test_who_consents_again_is_somebody_new(late: Town) -> None:
    await late.join()
    await late.tap("fg", card=(await late.say("/forget"))[0])
    [card] = await late.say(f"/ask {TEXT}")
    consent = next(data for data in card.buttons if data.startswith("j:"))
    await late.tap(consent, card=card)
    [card] = await late.say(f"/ask {TEXT}")
    assert ("Q-1" in card.text, len({joined.citizen for joined in late.bus.of(CitizenJoined)})) == (True, 2)
    assert await late.face.addresses.find("citizen", ADA) == late.bus.of(CitizenJoined)[-1].citizen
