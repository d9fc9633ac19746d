"""A text without a command: the answer to what was asked last."""

from bots.moderator import (
    amending,
    bans,
    broadcast,
    changes,
    door,
    entries,
    objecting,
    removals,
    sessions,
    strata,
    themes,
    topics,
)
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import Visit
from bots.moderator.wishes import TEXT, WORDLESS


async def on_text(visit: Visit) -> None:
    asked = (await visit.talk()).asked
    answer = answers().get(asked)
    if answer and visit.wish.name == TEXT:
        await answer(visit)
    else:
        await visit.stop("moderator-text-please" if answer else "error-unknown")


def answers() -> dict[str, Act]:
    return {
        themes.ASKED: themes.on_title,
        changes.ASKED: changes.on_date,
        door.ASKED: door.on_sign,
        topics.ASKED: topics.on_title,
        broadcast.ASKED: broadcast.on_text,
        **amending.answers(),
        objecting.ASKED: objecting.on_text,
        **bans.answers(),
        **removals.answers(),
        **entries.answers(),
        **strata.answers(),
        **dict.fromkeys(sessions.STEPS, sessions.on_answer),
    }


def handlers() -> Handlers:
    return [*routes(TEXT, WORDLESS, to=on_text, right=None)]
