"""/broadcast: nothing leaves unseen, nothing twice; the card follows what leaves and can stop it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from bots.moderator.following import OFTEN, SELDOM
from bots.moderator.watches import Watches
from bots.wording import wording
from events.broadcasts import LONGEST, BroadcastContinued, BroadcastSent, BroadcastStopped
from events.news import NewsAddressed
from storage.ledger import writing
from storage.letters import Letters
from storage.tables.identity import Letter
from tests.unit.bots.moderator.conftest import MAX, MEAT, NOON, OLA, Card, TownHall

TEXT = "La soirée <b>du 5</b> & la suite :\nà 18 h 30 !"
GONE = "This message waits no longer: start again with /broadcast."
GOING = "📣 <b>La viande</b>: being sent.\n{} of 3 sent, {} unreachable"
DELETED = (400, {"description": "Bad Request: message to edit not found"})


class Pauses:
    """Pauses that end when a test says so; `asked` are their lengths in seconds."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.watches = Watches(self)
        self._ends, self._begun = asyncio.Semaphore(0), asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        self._begun.set()
        await self._ends.acquire()

    async def over(self) -> None:
        """End the pause, and wait until the next one begins or nothing is followed any more."""
        self._begun.clear()
        self._ends.release()
        begun = asyncio.create_task(self._begun.wait())
        async with asyncio.timeout(5):
            await asyncio.wait({begun, *self.watches.tasks.values()}, return_when=asyncio.FIRST_COMPLETED)
        begun.cancel()

    async def begun(self) -> None:
        async with asyncio.timeout(5):
            await self._begun.wait()


@pytest.fixture
async def hall(hall: TownHall) -> TownHall:
    """A town hall with three people who take part; its cards are looked at when a test says so."""
    hall.desk = replace(hall.desk, watches=Pauses().watches, city_name="Clermont")
    await hall.restart()
    await hall.asked(*(f"Pourquoi de la viande, {name} ?" for name in ("Ada", "Ben", "Cam")))
    return hall


def pauses_of(hall: TownHall) -> Pauses:
    pauses = hall.desk.watches.pause
    assert isinstance(pauses, Pauses)
    return pauses


def letters_of(hall: TownHall) -> list[NewsAddressed]:
    return [news for news in hall.bus.news if isinstance(news, NewsAddressed) and news.wording == "notice-broadcast"]


async def arrive(hall: TownHall) -> None:
    """Have the bus bring what follows to the clerk, and the letters to the notifier's pile."""
    for fact in [fact for fact in hall.bus.news if isinstance(fact, BroadcastContinued)]:
        await hall.bus.decide(fact)
    letters = letters_of(hall)
    await Letters(hall.engine).put(letters, [NOON] * len(letters))


async def end(hall: TownHall, place: int, state: str = "sent") -> None:
    """Let a letter end as the notifier would."""
    letter = letters_of(hall)[place].event_id
    async with writing(hall.engine) as session:
        await session.exec(update(Letter).where(col(Letter.id) == letter).values(state=state))


async def previewed(hall: TownHall, text: str = TEXT) -> Card:
    """Write a broadcast on one line and return the card that would send it."""
    _, ready = await hall.say(f"/broadcast {MEAT} {text}")
    return ready


async def test_the_preview_is_what_people_will_read_and_says_how_many_they_are(hall: TownHall) -> None:
    preview, ready = await hall.say(f"/broadcast {MEAT} {TEXT}")
    assert preview.text == (
        "📣 <b>Clermont</b> · a message from the city on the theme “La viande”\n\n"
        "La soirée &lt;b&gt;du 5&lt;/b&gt; &amp; la suite :\nà 18 h 30 !"
    )
    assert ready.text == (
        "👆 This is what each person will read, the first line in their language, with this button: "
        "“🔕 No more of these messages”.\n"
        "👥 Recipients: <b>3</b>\n"
        "⏱ It takes about a minute. What has left cannot be taken back; what has not left yet can be stopped."
    )
    assert (list(ready.buttons), hall.bus.of(BroadcastSent)) == (["📣 Send (3)", "Do not send"], [])
    await hall.tap("Send (3)")
    for letter in letters_of(hall):
        assert wording("en")(letter.wording, **letter.params) == preview.text


async def test_by_buttons_the_text_is_asked_for_and_survives_a_restart(hall: TownHall) -> None:
    await hall.theme("Le pain", "le-pain")
    [which] = await hall.say("/broadcast")
    [asked] = await hall.tap("La viande", which)
    assert asked.text.startswith("📣 What do you want to say to the people who take part in “La viande”?")
    await hall.restart()
    await hall.say(TEXT)
    await hall.restart()
    await hall.tap("Send (3)")
    [sent] = hall.bus.of(BroadcastSent)
    assert (sent.text, sent.theme, sent.by, sent.place, sent.recipients) == (
        TEXT, MEAT, await hall.person(OLA), "Clermont", 3
    )  # fmt: skip
    assert len(letters_of(hall)) == 3


async def test_pressed_twice_it_is_sent_once(hall: TownHall) -> None:
    ready = await previewed(hall)
    card = Card(ready.id, ready.chat, ready.text, dict(ready.buttons))
    [going] = await hall.tap("Send", card)
    assert await hall.tap("Send", card) == []
    assert (going.text, len(hall.bus.of(BroadcastSent))) == (GOING.format(0, 0), 1)


async def test_one_that_was_shown_twice_since_the_update_came_again_is_sent_once(hall: TownHall) -> None:
    update = hall.typed(f"/broadcast {MEAT} {TEXT}")
    cards = [(await hall.handle(update))[1] for _ in range(2)]
    for card in cards:
        await hall.tap("Send", card)
    assert len(hall.bus.of(BroadcastSent)) == 1
    assert [card.text for card in cards] == [GOING.format(0, 0)] * 2


async def test_the_same_text_written_again_is_another_message(hall: TownHall) -> None:
    for _ in range(2):
        await hall.tap("Send", await previewed(hall))
    assert len({sent.event_id for sent in hall.bus.of(BroadcastSent)}) == 2


@pytest.mark.parametrize("leave", ["a button", "/cancel", "/help", "another text"])
async def test_what_was_left_is_not_sent_by_an_old_button(hall: TownHall, leave: str) -> None:
    card = await previewed(hall)
    old = Card(card.id, card.chat, card.text, dict(card.buttons))
    if leave == "a button":
        [left] = await hall.tap("Do not send", card)
        assert left.text == "All right: nothing is sent."
    elif leave == "another text":
        await previewed(hall, "Un autre texte.")
    else:
        await hall.say(leave)
    await hall.tap("Send", old)
    assert (hall.phone.toasts()[-1], hall.bus.of(BroadcastSent)) == (GONE, [])


async def test_a_message_that_was_sent_is_not_said_to_be_left(hall: TownHall) -> None:
    card = await previewed(hall)
    old = Card(card.id, card.chat, card.text, dict(card.buttons))
    await hall.tap("Send", card)
    await hall.tap("Do not send", old)
    assert hall.phone.toasts()[-1] == GONE


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        (
            "é" * (LONGEST + 1),
            "A message has 3,500 characters at most; this one has 3,501. Shorten it, or type /cancel.",
        ),
        ("… 🥩 …", "This message says nothing: it needs a few words. Write it, or type /cancel."),
    ],
)
async def test_after_a_slip_the_question_stays_open(hall: TownHall, text: str, slip: str) -> None:
    [card] = await hall.say(f"/broadcast {MEAT} {text}")
    assert card.text == slip
    preview, _ = await hall.say("a&" * (LONGEST // 2))
    assert preview.text.endswith("a&amp;" * (LONGEST // 2))


async def test_without_anybody_there_is_nothing_to_send(hall: TownHall) -> None:
    await hall.theme("Le pain", "le-pain")
    [card] = await hall.say("/broadcast le-pain Bonjour à tous !")
    assert card.text == "Nobody takes part in “Le pain” through the bot yet: there is no one to write to."
    [unknown] = await hall.say("/broadcast le-fromage Bonjour à tous !")
    assert unknown.text == "I do not know the theme “le-fromage”. The list: /themes"


async def test_the_card_follows_what_leaves_until_all_has(hall: TownHall) -> None:
    card, pauses = await previewed(hall), pauses_of(hall)
    await hall.tap("Send", card)
    await pauses.begun()
    await pauses.over()
    await arrive(hall)
    await end(hall, 0)
    await pauses.over()
    assert card.text == GOING.format(1, 0)
    await end(hall, 1, "unreachable")
    await end(hall, 2, "failed")
    await pauses.over()
    assert card.text == "✅ <b>La viande</b>: all sent.\n1 of 3 sent, one person unreachable, 1 failed"
    assert list(card.buttons) == ["✏️ Another message"]
    assert (pauses.asked, hall.desk.watches.tasks) == ([OFTEN, 2 * OFTEN, OFTEN], {})


async def test_while_nothing_changes_it_is_looked_at_less_and_less_often(hall: TownHall) -> None:
    pauses = pauses_of(hall)
    await hall.tap("Send", await previewed(hall))
    await pauses.begun()
    edits = len(hall.phone.calls)
    for _ in range(6):
        await pauses.over()
    assert pauses.asked == [OFTEN, 6, 12, 24, 48, SELDOM, SELDOM]
    assert len(hall.phone.calls) == edits


@pytest.mark.parametrize(("fault", "goes_on"), [(DELETED, False), ((403, {}), False), ((500, {}), True)])
async def test_a_card_that_is_gone_is_left_and_a_fault_is_made_up_for(
    hall: TownHall, fault: tuple[int, dict[str, Any]], goes_on: bool
) -> None:
    card, pauses = await previewed(hall), pauses_of(hall)
    await hall.tap("Send", card)
    await pauses.begun()
    await arrive(hall)
    await end(hall, 0)
    hall.phone.faults = [fault]
    await pauses.over()
    assert (len(hall.desk.watches.tasks), card.text) == (int(goes_on), GOING.format(0, 0))
    if goes_on:
        await pauses.over()
        assert (card.text, pauses.asked) == (GOING.format(1, 0), [OFTEN, SELDOM, OFTEN])


async def test_stopped_what_has_not_left_does_not_leave(hall: TownHall) -> None:
    card = await previewed(hall)
    await hall.tap("Send", card)
    await arrive(hall)
    await end(hall, 0)
    await hall.tap("Stop", card)
    assert card.text == "⏹ <b>La viande</b>: stopped.\n1 of 3 sent, 0 unreachable"
    assert await Letters(hall.engine).due(NOON) == []


async def test_what_is_over_is_not_stopped_by_an_old_button(hall: TownHall) -> None:
    card = await previewed(hall)
    await hall.tap("Send", card)
    old = Card(card.id, card.chat, card.text, dict(card.buttons))
    await arrive(hall)
    for place in range(3):
        await end(hall, place)
    await hall.tap("Stop", old)
    assert (card.text, hall.bus.of(BroadcastStopped)) == (
        "✅ <b>La viande</b>: all sent.\n3 of 3 sent, 0 unreachable", []
    )  # fmt: skip


async def test_after_a_restart_the_command_and_the_old_button_show_where_it_stands(hall: TownHall) -> None:
    await hall.tap("Send", await previewed(hall))
    await arrive(hall)
    await hall.restart()
    await end(hall, 0)
    [card] = await hall.tap("See progress")
    assert card.text == GOING.format(1, 0)
    await end(hall, 1)
    await hall.join(MAX, "moderator")
    [other] = await hall.say(f"/broadcast {MEAT}", MAX)
    assert (other.text, list(other.buttons)) == (
        GOING.format(2, 0), ["⏹ Stop", "🔄 See progress", "✏️ Another message"]
    )  # fmt: skip
    [asked] = await hall.tap("Another message", other, MAX)
    assert (asked.id != other.id, asked.text[:30]) == (True, "📣 What do you want to say to t")


async def test_what_is_over_makes_room_for_the_next(hall: TownHall) -> None:
    await hall.tap("Send", await previewed(hall))
    await arrive(hall)
    for place in range(3):
        await end(hall, place)
    [asked] = await hall.say(f"/broadcast {MEAT}")
    assert asked.text.startswith("📣 What do you want to say")


@pytest.mark.parametrize(
    ("hours", "said", "sign"),
    [(0, False, "📣"), (7.99, True, "📣"), (8, True, "🌙"), (18.99, True, "🌙"), (19, False, "📣")],
)
async def test_at_night_it_is_said_that_nothing_leaves(hall: TownHall, hours: float, said: bool, sign: str) -> None:
    hall.now = NOON + timedelta(hours=hours)  # noon in UTC is one o'clock in Paris
    ready = await previewed(hall)
    assert ("🌙 Nothing leaves between 21:00 and 8:00" in ready.text) is said
    await hall.tap("Send", ready)
    assert ready.text.startswith(sign)


@pytest.mark.parametrize("data", ["bs:", "bs:0123456789ab", "bl:", "bp:", "bp:x", f"bp:{'0' * 8}", "bx:x", "bx:"])
async def test_buttons_about_nothing_are_answered_without_effect(hall: TownHall, data: str) -> None:
    [card] = await hall.say("/help")
    before = len(hall.bus.told)
    sealed = hall.bot._door._seal.close(OLA, data)  # noqa: SLF001 - even the bot itself would not make them
    await hall.handle(hall.tapped(sealed, card))
    assert (len(hall.bus.told), hall.phone.toasts()[-1] is not None) == (before, True)


async def test_a_moderator_who_was_revoked_sends_and_stops_nothing(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    _, ready = await hall.say(f"/broadcast {MEAT} {TEXT}", MAX)
    await hall.say("/revoke M-2")
    assert await hall.tap("Send", ready, MAX) == []
    assert hall.bus.of(BroadcastSent) == []


async def test_menus_of_a_theme_lead_here(hall: TownHall) -> None:
    [menu] = await hall.tap("La viande", (await hall.say("/themes"))[0])
    [asked] = await hall.tap("Message to all", menu)
    assert asked.text.startswith("📣 What do you want to say")
