"""A model behind HTTP: slow, busy, broken, endless; whatever it does ends in JSON or in one plain reason."""

import pytest
from aiohttp import web

from tests.endpoint import Endpoint, Trouble, endpoint, nonsense, page, silence, status, torrent
from workers.answers import BusyError, NoAnswerError
from workers.model import Model

ASKED = [{"role": "system", "content": "Edit."}, {"role": "user", "content": '{"sentences": []}'}]


class Pauses(list[float]):
    """Pauses that are noted and take no time."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


def model(served: Endpoint, pauses: Pauses, patience: float = 5.0) -> Model:
    return Model(served.url, "small-model", "sk-secret", patience, pauses)


async def test_a_question_is_sent_as_the_protocol_has_it() -> None:
    async with endpoint() as served:
        assert await model(served, Pauses()).ask(ASKED) == {"sentences": []}
        [asked], [headers] = served.asked, served.headers
    assert {name: asked[name] for name in ("model", "messages", "temperature", "response_format")} == {
        "model": "small-model", "messages": ASKED, "temperature": 0, "response_format": {"type": "json_object"}
    }  # fmt: skip
    assert headers["Authorization"] == "Bearer sk-secret"


async def test_a_fence_around_the_json_is_taken_off() -> None:
    async with endpoint(lambda _: '```json\n{"sentences": [1]}\n```') as served:
        assert await model(served, Pauses()).ask(ASKED) == {"sentences": [1]}


@pytest.mark.parametrize(
    ("trouble", "waited"),
    [
        ([status(500)], [2.0]),
        ([status(503), status(502)], [2.0, 10.0]),
        ([status(429, **{"Retry-After": "7"})], [7.0]),
        ([status(429, **{"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"})], [2.0]),
    ],
)
async def test_a_busy_endpoint_is_asked_again_after_a_while(trouble: list[Trouble], waited: list[float]) -> None:
    pauses = Pauses()
    async with endpoint() as served:
        served.trouble += trouble
        assert await model(served, pauses).ask(ASKED) == {"sentences": []}
    assert pauses == waited


async def test_one_that_stays_busy_is_left_for_later() -> None:
    async with endpoint() as served:
        served.trouble += [status(500)] * 5
        with pytest.raises(BusyError, match=r"^answers 500$"):
            await model(served, Pauses()).ask(ASKED)
        assert len(served.asked) == 3


async def test_one_that_wants_to_be_left_alone_for_long_is_left_alone() -> None:
    pauses = Pauses()
    async with endpoint() as served:
        served.trouble += [status(429, **{"Retry-After": "900"})]
        with pytest.raises(BusyError, match="answers 429") as told:
            await model(served, pauses).ask(ASKED)
    assert (told.value.after, pauses, len(served.asked)) == (900.0, [], 1)


async def test_a_silent_one_is_waited_for_so_long_and_no_longer() -> None:
    async with endpoint() as served:
        served.trouble += [silence] * 3
        with pytest.raises(BusyError, match=r"no answer within 0\.2 seconds"):
            await model(served, Pauses(), patience=0.2).ask(ASKED)


async def test_a_dead_one_cannot_be_reached() -> None:
    async with endpoint() as served:
        pass
    with pytest.raises(BusyError, match=r"cannot be reached \(ConnectError\)"):
        await model(served, Pauses()).ask(ASKED)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (torrent, "the answer is too long"),
        (nonsense, "the answer is not the JSON that was asked for"),
        (page, "the answer is not the JSON that was asked for"),
        (status(401), "answers 401"),
        (status(302, Location="http://127.0.0.1:9/elsewhere"), "answers 302"),
    ],
)
async def test_what_will_not_be_better_in_a_moment_is_not_asked_again(trouble: Trouble, why: str) -> None:
    async with endpoint() as served:
        served.trouble += [trouble]
        with pytest.raises(NoAnswerError) as told:
            await model(served, Pauses()).ask(ASKED)
        assert (str(told.value), isinstance(told.value, BusyError), len(served.asked)) == (why, False, 1)


async def test_a_completion_without_words_is_no_answer() -> None:
    async def empty(_request: web.Request) -> web.StreamResponse:
        return web.json_response({"choices": []})

    async with endpoint() as served:
        served.trouble += [empty]
        with pytest.raises(NoAnswerError):
            await model(served, Pauses()).ask(ASKED)


async def test_the_key_is_in_no_word_of_ours() -> None:
    asks = Model("http://127.0.0.1:9/v1", "small-model", "sk-secret", pause=Pauses())
    with pytest.raises(NoAnswerError) as told:
        await asks.ask(ASKED)
    assert "sk-secret" not in f"{asks!r} {told.value!r}"
