"""A broadcast: a letter for each person of the theme, once, a portion at a time, until somebody says stop."""

from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import update
from sqlmodel import col

from events.base import Event
from events.broadcasts import (
    BroadcastContinued,
    BroadcastSent,
    BroadcastsMuted,
    BroadcastStopped,
    BroadcastsUnmuted,
)
from events.citizens import CitizenImported, CitizenJoined
from events.contributions import QuestionAsked
from events.moderation import RoleRevoked
from events.news import NewsAddressed
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast
from storage.addresses import AddressBook
from storage.ledger import Ledger, writing
from storage.letters import Letters
from storage.read_models.broadcasts import Progress, newest_of, progress_of, recipients_of
from storage.tables.broadcasts import Broadcast, Mute
from storage.tables.identity import Address, Letter
from tests.fakes import MEAT, NOON, Town, person
from workers import broadcasts, clerk
from workers.rights import guarded

TEXT = "La soirée du 5 décembre <a lieu> à 18 h 30."


@pytest.fixture
async def town(town: Town) -> Town:
    """A town where Mia moderates, and a portion is two letters."""
    await town.member("mia")
    return in_portions_of(town, 2)


def in_portions_of(town: Town, portion: int) -> Town:
    town.ledger = Ledger(town.engine, {**clerk.handlers(), **guarded(broadcasts.handlers(portion))}, town._tell)  # noqa: SLF001 - the town's own
    return town


async def writers(town: Town, *names: object) -> list[UUID]:
    """Have people take part; return their ids in order."""
    for name in names:
        await town.give(f"Et le fromage de {name}, alors ?", name)
    return sorted(person(name) for name in names)


async def send(town: Town, by: str = "mia", theme: str = MEAT, recipients: int = 5) -> tuple[UUID, str]:
    """Send a broadcast as far as its first portion; return its id and the code of the outcome."""
    sent = town.fact(BroadcastSent, by=person(by), theme=theme, text=TEXT, place="Lyon", recipients=recipients)
    [outcome] = await town.apply(sent)
    return sent.event_id, outcome.code


async def go_on(town: Town, most: int = 1000) -> None:
    """Work what follows from what was told, as the clerk does when the stream brings it back."""
    for place in count(1):
        following = [fact for fact in town.told if isinstance(fact, BroadcastContinued)]
        if place > min(len(following), most):
            return
        await town.apply(following[place - 1])


async def put(town: Town) -> list[NewsAddressed]:
    """Put all letters on the pile, as the notifier does; return them."""
    letters = [news for news in town.news if news.wording == "notice-broadcast"]
    await Letters(town.engine).put(letters, [NOON] * len(letters))
    return letters


async def mark(town: Town, letter: UUID, state: str) -> None:
    """Bring a letter into a state, as the notifier does."""
    async with writing(town.engine) as session:
        await session.exec(update(Letter).where(col(Letter.id) == letter).values(state=state))


def readers(town: Town) -> list[UUID]:
    return [news.person for news in town.news if news.wording == "notice-broadcast"]


async def test_it_reaches_everybody_who_took_part_in_the_theme_and_has_a_chat(town: Town) -> None:
    statement, question = await town.statement(name="ada"), await town.admitted("Et le fromage, alors ?", "ben")
    for name in ("cam", "dan", "eli", "fay"):
        await town.join(name)
    await town.act(VoteCast, theme=MEAT, statement=statement, citizen=person("cam"), value=0)
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=person("dan"))
    await town.act(SeatRequested, session=await town.debate(), citizen=person("eli"))
    await town.act(CitizenImported, citizen=person("gus"))
    await town.act(QuestionAsked, theme=MEAT, citizen=person("gus"), text="Et le fromage, alors ?")
    await town.theme("le-velo")
    await town.give("Où sont les pistes cyclables ?", "hal", theme="le-velo")
    assert await recipients_of(town.engine, MEAT) == 5
    await send(town)
    await go_on(town)
    assert readers(town) == sorted(person(name) for name in ("ada", "ben", "cam", "dan", "eli"))


async def test_a_letter_says_who_writes_about_what_and_how_to_hear_no_more(town: Town) -> None:
    [ada] = await writers(town, "ada")
    broadcast, code = await send(town)
    [letter] = [news for news in town.news if news.wording == "notice-broadcast"]
    assert (code, letter.model_dump(exclude={"event_id", "occurred_at", "city", "stands"})) == (
        "broadcast_sent",
        {
            "caused_by": broadcast,
            "person": ada,
            "audience": "citizen",
            "wording": "notice-broadcast",
            "params": {"city": "Lyon", "theme": "La viande", "text": TEXT},
            "theme": MEAT,
            "urgency": "daytime",
            "buttons": (("button-mute", f"bm:{MEAT}"),),
        },
    )


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5])
async def test_portions_follow_one_another_until_nobody_is_left(town: Town, people: int) -> None:
    everybody = await writers(town, *range(people))
    broadcast, _ = await send(town, recipients=people)
    assert readers(town) == everybody[:2]
    await go_on(town)
    assert readers(town) == everybody
    row = await town.row(Broadcast, broadcast)
    assert (row.state, row.addressed) == ("addressed", people)


async def test_sent_and_continued_twice_it_is_sent_once(town: Town) -> None:
    await writers(town, *range(5))
    sent = town.fact(BroadcastSent, by=person("mia"), theme=MEAT, text=TEXT, place="Lyon", recipients=5)
    for _ in range(2):
        await town.apply(sent)
        await go_on(town)
    assert len(readers(town)) == len(set(readers(town))) == 5


@given(again=some.lists(some.integers(0, 2), max_size=6))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_portion_worked_again_writes_the_same_letters(town: Town, again: list[int]) -> None:
    """A clerk that has lost its receipts would give the letters the same ids, so that each person has one."""
    await writers(town, *range(5))
    await send(town)
    await go_on(town)
    ids = {news.event_id for news in town.news if news.wording == "notice-broadcast"}
    continued = [fact for fact in town.told if isinstance(fact, BroadcastContinued)]
    for place in again:
        other = continued[place].model_copy(update={"event_id": person(f"again {place} {len(town.told)}")})
        await town.apply(other)
    assert {news.event_id for news in town.news if news.wording == "notice-broadcast"} == ids


@pytest.mark.parametrize("kind", ["sent", "stopped"])
@pytest.mark.parametrize("by", ["eva", "nobody", "ada", "max"])
async def test_only_owners_and_moderators_send_and_stop(town: Town, kind: str, by: str) -> None:
    await writers(town, *range(3))
    await town.member("ove", "owner")
    await town.member("eva", "expert")
    await town.member("max")
    await town.act(RoleRevoked, by=person("ove"), name="M-4")
    if kind == "sent":
        assert (await send(town, by))[1] == "refused.role"
        assert readers(town) == []
    else:
        broadcast, _ = await send(town, "ove")
        assert await town.act(BroadcastStopped, by=person(by), broadcast=broadcast) == ("refused.role", {})
        assert (await town.row(Broadcast, broadcast)).state == "addressing"


@pytest.mark.parametrize("theme", ["le-fromage", "le-velo"])
async def test_a_theme_that_nobody_knows_or_sees_has_no_broadcast(town: Town, theme: str) -> None:
    await town.theme("le-velo", "draft")
    assert (await send(town, theme=theme))[1] == "refused.unknown_theme"


async def test_what_has_not_left_when_it_is_stopped_does_not_leave(town: Town) -> None:
    everybody, letters = await writers(town, *range(5)), Letters(town.engine)
    broadcast, _ = await send(town)
    first, second = (news.event_id for news in await put(town))
    await mark(town, first, "sent")
    assert await town.act(BroadcastStopped, by=person("mia"), broadcast=broadcast) == (
        "broadcast_stopped", {"broadcast": str(broadcast), "theme": MEAT}
    )  # fmt: skip
    await go_on(town)
    assert readers(town) == everybody[:2]
    assert await letters.due(NOON) == []
    assert {row.id: row.state for row in await town.rows(Letter)} == {first: "sent", second: "stopped"}
    found = await progress_of(town.engine, broadcast)
    assert found == Progress(broadcast, MEAT, "stopped", 5, sent=1, unreachable=0, failed=0, waiting=0)
    assert found.over


async def test_a_letter_that_comes_after_the_stop_is_not_put_on_the_pile(town: Town) -> None:
    await writers(town, *range(2))
    broadcast, _ = await send(town)
    await town.act(BroadcastStopped, by=person("mia"), broadcast=broadcast)
    await put(town)
    assert await town.rows(Letter) == []


@pytest.mark.parametrize("outcome", ["postpone", "doubt"])
async def test_a_letter_under_way_when_it_is_stopped_is_not_tried_again(town: Town, outcome: str) -> None:
    await writers(town, "ada")
    broadcast, _ = await send(town)
    [letter], letters = await put(town), Letters(town.engine)
    await mark(town, letter.event_id, "sending")
    await town.act(BroadcastStopped, by=person("mia"), broadcast=broadcast)
    await getattr(letters, outcome)(letter.event_id, NOON)
    await letters.resume(NOON)
    assert [row.state for row in await town.rows(Letter)] == ["stopped"]


async def test_a_letter_that_arrives_while_it_is_stopped_counts_as_sent(town: Town) -> None:
    await writers(town, "ada")
    broadcast, _ = await send(town)
    [letter] = await put(town)
    await mark(town, letter.event_id, "sending")
    await town.act(BroadcastStopped, by=person("mia"), broadcast=broadcast)
    await mark(town, letter.event_id, "sent")
    found = await progress_of(town.engine, broadcast)
    assert found == Progress(broadcast, MEAT, "stopped", 5, sent=1, unreachable=0, failed=0, waiting=0)


async def test_who_is_back_after_the_stop_is_not_written_to_any_more(town: Town) -> None:
    for account in (1, 2):
        await AddressBook(town.engine, "a secret of sixteen").enter("citizen", account)
    back = [row.person for row in await town.rows(Address)]
    for number, citizen in enumerate(back):
        await town.act(CitizenJoined, citizen=citizen, language="fr")
        await town.act(QuestionAsked, theme=MEAT, citizen=citizen, text=f"Et le fromage numéro {number}, alors ?")
    stopped, going = [(await send(town))[0] for _ in range(2)]
    for letter in await put(town):
        await Letters(town.engine).hold(letter.event_id, NOON)
    await town.act(BroadcastStopped, by=person("mia"), broadcast=stopped)
    await Letters(town.engine).tidy(NOON)
    assert {(row.broadcast, row.state) for row in await town.rows(Letter)} == {
        (stopped, "unreachable"), (going, "waiting")
    }  # fmt: skip


async def test_stopping_one_broadcast_stops_no_other_letter(town: Town) -> None:
    await writers(town, "ada")
    first, second = [(await send(town))[0] for _ in range(2)]
    await put(town)
    await town.act(BroadcastStopped, by=person("mia"), broadcast=first)
    assert {row.broadcast: row.state for row in await town.rows(Letter)} == {first: "stopped", second: "waiting"}


async def test_an_unknown_broadcast_is_not_stopped(town: Town) -> None:
    unknown = await town.act(BroadcastStopped, by=person("mia"), broadcast=person("nothing"))
    assert unknown == ("refused.unknown_broadcast", {})


async def test_who_wants_none_of_a_theme_gets_none_of_it_until_they_do(town: Town) -> None:
    ada, ben = await town.join("ada"), await town.join("ben")
    await writers(town, "ada", "ben")
    for _ in range(2):
        assert await town.act(BroadcastsMuted, citizen=ada, theme=MEAT) == ("muted", {"theme": MEAT})
    assert await recipients_of(town.engine, MEAT) == 1
    await send(town)
    await go_on(town)
    assert readers(town) == [ben]
    await town.act(BroadcastsUnmuted, citizen=ada, theme=MEAT)
    assert (await recipients_of(town.engine, MEAT), await town.rows(Mute)) == (2, [])


@pytest.mark.parametrize("kind", [BroadcastsMuted, BroadcastsUnmuted])
async def test_a_stranger_has_nothing_to_mute(town: Town, kind: type[Event]) -> None:
    assert await town.act(kind, citizen=person("nobody"), theme=MEAT) == ("refused.stranger", {})


async def test_progress_is_counted_from_the_letters(town: Town) -> None:
    await writers(town, *range(5))
    broadcast, _ = await send(town)
    await go_on(town)
    assert await progress_of(town.engine, broadcast) == counted(broadcast)
    letters = [letter.event_id for letter in await put(town)]
    for letter, state in zip(letters, ("sent", "unreachable", "failed"), strict=False):
        await mark(town, letter, state)
    found = await newest_of(town.engine, MEAT)
    assert (found, found and found.over) == (counted(broadcast, sent=1, unreachable=1, failed=1, waiting=2), False)
    for letter in letters[3:]:
        await mark(town, letter, "sent")
    found = await newest_of(town.engine, MEAT)
    assert (found, found and found.over) == (counted(broadcast, sent=3, unreachable=1, failed=1), True)


def counted(broadcast: UUID, **counts: int) -> Progress:
    none: dict[str, Any] = {"sent": 0, "unreachable": 0, "failed": 0, "waiting": 0}
    return Progress(broadcast, MEAT, "addressed", 5, **{**none, **counts})


async def test_the_newest_broadcast_of_a_theme_is_found(town: Town) -> None:
    await writers(town, "ada")
    assert await newest_of(town.engine, MEAT) is None
    await send(town)
    town.later(minutes=1)
    newest, _ = await send(town)
    found = await newest_of(town.engine, MEAT)
    assert found is not None
    assert found.id == newest
