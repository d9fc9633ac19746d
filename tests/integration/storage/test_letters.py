"""Letters: one for each piece of news, sent once, at most once more where nobody can tell."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.news import NewsAddressed
from storage.addresses import AddressBook
from storage.due_letters import LetterView
from storage.ledger import writing
from storage.letters import Letters
from storage.tables.identity import Letter
from tests.fakes import NOON, person


def news(name: str, **fields: object) -> NewsAddressed:
    given = {"event_id": person(f"news {name}"), "city": "lyon", "occurred_at": NOON, "person": person(name)}
    return NewsAddressed.model_validate({**given, "audience": "citizen", "wording": "hello", **fields})


async def due(letters: Letters, now: datetime = NOON) -> list[object]:
    return [letter.person for letter in await letters.due(now)]


async def test_a_letter_comes_out_as_the_news_went_in(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    told = news("ada", params={"ref": "Q-1", "n": 3, "é": "ü", "none": None, "yes": True}, buttons=(("a", "b:c"),))
    await letters.put([told], [NOON])
    assert await letters.due(NOON) == [
        LetterView(
            id=told.event_id,
            person=person("ada"),
            bot="citizen",
            wording="hello",
            params={"ref": "Q-1", "n": 3, "é": "ü", "none": None, "yes": True},
            buttons=(("a", "b:c"),),
            due_at=NOON,
            tries=0,
        )
    ]


async def test_the_same_news_told_again_is_the_same_letter(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada"), news("ada")], [NOON, NOON])
    await letters.sent(news("ada").event_id, 7, NOON)
    await letters.put([news("ada"), news("ben")], [NOON, NOON])
    assert await due(letters) == [person("ben")]


async def test_letters_leave_when_they_are_due_longest_waiting_first(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    hour = timedelta(hours=1)
    await letters.put([news("ada"), news("ben"), news("cas")], [NOON, NOON - hour, NOON + hour])
    assert await due(letters) == [person("ben"), person("ada")]
    assert await due(letters, NOON + hour) == [person("ben"), person("ada"), person("cas")]
    assert len(await letters.due(NOON + hour, most=2)) == 2


async def test_a_letter_that_was_begun_is_not_begun_again(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada"), news("ben")], [NOON, NOON])
    await letters.begin([news("ada").event_id], {})
    assert await due(letters) == [person("ben")]


async def test_a_postponed_letter_waits_and_remembers_its_tries(engine: AsyncEngine) -> None:
    letters, later = Letters(engine), NOON + timedelta(minutes=1)
    await letters.put([news("ada")], [NOON])
    await letters.begin([news("ada").event_id], {"citizen": 41})
    await letters.postpone(news("ada").event_id, later)
    assert await due(letters) == []
    assert [(letter.tries, letter.doubtful) for letter in await letters.due(later)] == [(1, False)]


async def test_what_leaves_first_is_what_concerns_the_person_alone(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    many = news("ada", urgency="daytime", caused_by=person("broadcast"))
    await letters.put([many, news("cas")], [NOON, NOON])
    assert await due(letters) == [person("cas"), person("ada")]
    assert [letter.person for letter in await letters.due(NOON, by_day=False)] == [person("cas")]


async def test_what_can_wait_for_a_digest_does_not_leave_by_itself(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ben", urgency="digest")], [NOON])
    assert await due(letters, NOON + timedelta(days=2)) == []


async def test_after_a_crash_a_letter_is_in_doubt_with_what_was_known_when_it_was_begun(engine: AsyncEngine) -> None:
    letters, ada = Letters(engine), news("ada").event_id
    await letters.put([news("ada"), news("ben", audience="moderator")], [NOON, NOON])
    await letters.begin([ada, news("ben").event_id], {"citizen": 41})
    assert (await Letters(engine).resume(NOON), await Letters(engine).resume(NOON)) == (2, 0)
    views = await letters.due(NOON)
    assert {(view.person, view.doubtful, view.after) for view in views} == {
        (person("ada"), True, 41),
        (person("ben"), True, None),
    }


async def test_what_is_in_doubt_twice_and_cannot_be_found_is_not_sent_a_third_time(engine: AsyncEngine) -> None:
    letters, ada = Letters(engine), news("ada").event_id
    await letters.put([news("ada")], [NOON])
    for last in (False, True):
        [view] = await letters.due(NOON)
        assert (view.last, view.doubtful) == (last, False)
        await letters.begin([ada], {})
        await letters.doubt(ada, NOON)
        await letters.unsure(ada)
    assert await due(letters) == []


async def test_what_surely_has_not_arrived_waits_as_before(engine: AsyncEngine) -> None:
    letters, ada = Letters(engine), news("ada").event_id
    await letters.put([news("ada")], [NOON])
    for _ in range(3):
        await letters.begin([ada], {})
        await letters.doubt(ada, NOON)
        await letters.absent(ada)
        assert [(view.last, view.doubtful) for view in await letters.due(NOON)] == [(False, False)]


async def test_what_was_sent_is_not_resumed_and_keeps_no_words(engine: AsyncEngine) -> None:
    letters, told = Letters(engine), news("ada", params={"ref": "Q-1"}, buttons=(("a", "b"),))
    await letters.put([told], [NOON])
    await letters.begin([told.event_id], {})
    await letters.sent(told.event_id, 7, NOON)
    assert (await letters.resume(NOON), await due(letters)) == (0, [])
    assert await rows(engine) == [("sent", "{}", "[]", 7, NOON)]


async def test_the_newest_message_stands_if_it_is_about_the_same(engine: AsyncEngine) -> None:
    letters, later = Letters(engine), NOON + timedelta(hours=1)
    first, second = (news("ada", event_id=person(name), stands="agenda:la-viande") for name in ("first", "second"))
    await letters.put([first], [NOON])
    await letters.sent(first.event_id, 7, NOON)
    await letters.put([second, news("ben", stands="agenda:la-viande")], [later, later])
    ada, ben = sorted(await letters.due(later), key=lambda view: view.person != person("ada"))
    assert [await letters.standing(view, later) for view in (ada, ben)] == [7, None]
    assert await letters.standing(ada, NOON + timedelta(hours=48)) is None
    other = news("ada", event_id=person("other"))
    await letters.put([other], [NOON])
    await letters.sent(other.event_id, 8, NOON)
    assert await letters.standing(ada, later) is None


async def test_what_waits_is_replaced_by_newer_news_of_the_same_even_in_one_batch(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    told = [news("ada", event_id=person(name), stands="seat:S-3") for name in ("first", "second", "third")]
    await letters.put(told[:2], [NOON, NOON])
    await letters.put([told[2], news("ben", stands="seat:S-3")], [NOON, NOON])
    assert {view.id for view in await letters.due(NOON)} == {told[2].event_id, news("ben").event_id}
    await letters.put(told, [NOON] * 3)
    assert {view.id for view in await letters.due(NOON)} == {told[2].event_id, news("ben").event_id}


async def test_who_is_back_is_told_what_was_due_in_the_last_days_and_the_rest_is_emptied(engine: AsyncEngine) -> None:
    letters, addresses = Letters(engine), AddressBook(engine, "a secret of sixteen")
    ada = await addresses.enter("citizen", 1)
    told = [news(name, person=ada, params={"ref": name}) for name in ("old", "recent")]
    days = [NOON - timedelta(days=4), NOON - timedelta(days=2)]
    await letters.put(told, days)
    await addresses.mark(ada, reachable=False)
    for each in told:
        await letters.begin([each.event_id], {})
        await letters.hold(each.event_id, NOON)
    assert (await letters.tidy(NOON), await due(letters)) == ({"unreachable": 2}, [])
    await addresses.mark(ada, reachable=True)
    assert await letters.tidy(NOON) == {"unreachable": 1, "waiting": 1}
    assert [(view.params, view.tries) for view in await letters.due(NOON)] == [({"ref": "recent"}, 0)]
    assert ("unreachable", "{}", "[]", None, NOON) in await rows(engine)


async def test_what_a_stop_left_is_emptied(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada", params={"text": "words"})], [NOON])
    async with writing(engine) as session:
        await session.exec(update(Letter).values(state="stopped"))
    assert await letters.tidy(NOON) == {}
    assert await rows(engine) == [("stopped", "{}", "[]", None, None)]


async def rows(engine: AsyncEngine) -> list[tuple[str, str, str, int | None, datetime | None]]:
    async with AsyncSession(engine) as session:
        found = (await session.exec(select(Letter))).all()
    return [(each.state, each.params, each.buttons, each.message, each.ended_at) for each in found]
