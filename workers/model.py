"""A language model behind any endpoint that speaks OpenAI's `/chat/completions`: asked for JSON, trusted with nothing.

Whatever it answers is held against the citizens' words elsewhere (deliberation.faithful); here it is only fetched, in
bounded time and size. The key stands in a header alone, and no error tells it.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from workers.answers import BusyError, Message, NoAnswerError

PATIENCE = 120.0  # seconds for one answer, to its last byte
CONNECT = 10.0
TRIES = 3
PAUSES = (2.0, 10.0)  # seconds before the second and the third try
LONGEST_PAUSE = 30.0  # that an endpoint may ask for within one call; a longer one is left for later
MOST_BYTES = 256 * 1024  # of an answer
MOST_TOKENS = 8_000
BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})  # it may answer otherwise in a moment

Pause = Callable[[float], Awaitable[object]]


@dataclass(frozen=True)
class Model:
    """A model of an endpoint; `url` is what stands before `/chat/completions`."""

    url: str
    name: str
    key: str | None = field(default=None, repr=False)
    patience: float = PATIENCE
    pause: Pause = asyncio.sleep

    async def ask(self, messages: Sequence[Message]) -> Any:
        """Return the JSON that the model answers. Raises NoAnswerError."""
        for pause in PAUSES[: TRIES - 1]:
            try:
                return await self._ask(messages)
            except BusyError as error:
                if error.after > LONGEST_PAUSE:
                    raise
                await self.pause(max(pause, error.after))
        return await self._ask(messages)

    async def _ask(self, messages: Sequence[Message]) -> Any:
        try:
            async with asyncio.timeout(self.patience):
                return _said(await self._fetched(messages))
        except TimeoutError:
            raise BusyError(f"no answer within {self.patience:g} seconds") from None
        except httpx.HTTPError as error:
            raise BusyError(f"cannot be reached ({type(error).__name__})") from None
        except httpx.InvalidURL:
            raise NoAnswerError("the address cannot be used") from None

    async def _fetched(self, messages: Sequence[Message]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        asked = {
            "model": self.name,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "response_format": {"type": "json_object"},
        }
        timeout = httpx.Timeout(self.patience, connect=min(CONNECT, self.patience))
        async with (
            httpx.AsyncClient(timeout=timeout, headers=headers) as client,
            client.stream("POST", f"{self.url.rstrip('/')}/chat/completions", json=asked) as answer,
        ):
            _check(answer)
            return await _bounded(answer)


def _check(answer: httpx.Response) -> None:
    if answer.status_code in BUSY:
        raise BusyError(f"answers {answer.status_code}", _after(answer))
    if answer.status_code != httpx.codes.OK:
        raise NoAnswerError(f"answers {answer.status_code}")


def _after(answer: httpx.Response) -> float:
    """Return the seconds that an endpoint wants to be left alone, as far as it says so in seconds."""
    with suppress(ValueError):
        return max(0.0, float(answer.headers.get("Retry-After", "0")))
    return 0.0


async def _bounded(answer: httpx.Response) -> bytes:
    received = bytearray()
    async for part in answer.aiter_bytes():
        received += part
        if len(received) > MOST_BYTES:
            raise NoAnswerError("the answer is too long")
    return bytes(received)


def _said(answer: bytes) -> Any:
    """Return what the model said, as JSON; some put it between fences in spite of being told not to."""
    try:
        said = json.loads(answer)["choices"][0]["message"]["content"]
        return json.loads(str(said).strip().removeprefix("```json").removeprefix("```").removesuffix("```"))
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswerError("the answer is not the JSON that was asked for") from None
