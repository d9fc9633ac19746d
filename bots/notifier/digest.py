"""The words of a digest: what is new in what one follows, theme by theme, and one tap to hear no more of it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from bots.wording import Wording, moment
from storage.read_models.contributions import by_reference, masked

LONGEST = 3400  # characters of HTML: with its frame a message stays within Telegram's 4,096
EXCERPT = 90  # characters of a question
MOST_BUTTONS = 3  # themes that one can go to; the others are behind /themes

Piece = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their language, and the time of their city."""

    say: Wording
    timezone: str


async def worded(engine: AsyncEngine, pieces: Sequence[Piece], reader: Reader) -> tuple[str, list[tuple[str, str]]]:
    """Return the text and the buttons of a digest; what is too much for a message is counted at its end."""
    say, ordered = reader.say, by_theme(pieces)
    blocks, shown = [say("notice-digest")], 0
    async for block in _blocks(engine, ordered, reader):
        if sum(map(len, blocks)) + len(block) > LONGEST:
            break
        blocks.append(block)
        shown += 1
    more = [say("notice-digest-more", count=len(pieces) - shown)] if shown < len(pieces) else []
    doors = {piece["theme"]: str(piece["params"]["theme"]) for piece in reversed(ordered[:shown])}
    rows = [(title, f"nt:{slug}") for slug, title in reversed(doors.items())][:MOST_BUTTONS]
    return "\n".join([*blocks, *more, "", say("notice-digest-foot")]), [*rows, (say.plain("button-digest-off"), "nx")]


def by_theme(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces theme by theme, in the order in which something was told of each."""
    order = {piece["theme"]: place for place, piece in reversed(list(enumerate(pieces)))}
    return sorted(pieces, key=lambda piece: order[piece["theme"]])


async def _blocks(engine: AsyncEngine, ordered: Sequence[Piece], reader: Reader) -> AsyncIterator[str]:
    """Yield each piece in words, the first one of a theme below its title."""
    theme = None
    for piece in ordered:
        line = await told(engine, piece, reader)
        head = (
            [] if piece["theme"] == theme else ["", reader.say("notice-digest-theme", theme=piece["params"]["theme"])]
        )
        theme = piece["theme"]
        yield "\n".join([*head, line])


async def told(engine: AsyncEngine, piece: Piece, reader: Reader) -> str:
    """Return one line; the text of a question is looked up now, and shown only while it is admitted."""
    params = dict(piece["params"])
    if "phase" in params:
        params["phase"] = reader.say.plain(f"phase-{params['phase']}")
    if "when" in params:
        params["when"] = moment(datetime.fromisoformat(params["when"]), reader.say.language, reader.timezone)
    if "ref" in params:
        params["text"] = await excerpt(engine, str(params["ref"]))
    return reader.say(piece["wording"], **params)


async def excerpt(engine: AsyncEngine, reference: str) -> str:
    found = await by_reference(engine, reference)
    if found is None or found.state != "admitted":
        return "…"
    text = " ".join(masked(found).text.split())
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1].rstrip()}…"
