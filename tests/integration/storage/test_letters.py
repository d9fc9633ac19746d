"""Letters: one for each piece of news, sent once, at most once more after a crash."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from events.news import NewsAddressed
from storage.letters import Letters, LetterView
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
            tries=0,
        )
    ]


async def test_the_same_news_told_again_is_the_same_letter(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada"), news("ada")], [NOON, NOON])
    await letters.end(news("ada").event_id, "sent")
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
    await letters.begin([news("ada").event_id])
    assert await due(letters) == [person("ben")]


async def test_a_postponed_letter_waits_and_remembers_its_tries(engine: AsyncEngine) -> None:
    letters, later = Letters(engine), NOON + timedelta(minutes=1)
    await letters.put([news("ada")], [NOON])
    await letters.begin([news("ada").event_id])
    await letters.postpone(news("ada").event_id, later)
    assert await due(letters) == []
    assert [letter.tries for letter in await letters.due(later)] == [1]


async def test_after_a_crash_a_letter_is_sent_once_more_and_never_a_third_time(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada"), news("ben")], [NOON, NOON])
    for expected in (1, 0):
        await letters.begin([news("ada").event_id])
        assert await Letters(engine).resume(NOON) == expected
    assert await due(letters) == [person("ben")]


async def test_what_was_sent_is_not_resumed(engine: AsyncEngine) -> None:
    letters = Letters(engine)
    await letters.put([news("ada")], [NOON])
    await letters.begin([news("ada").event_id])
    await letters.end(news("ada").event_id, "sent")
    assert (await letters.resume(NOON), await due(letters)) == (0, [])
