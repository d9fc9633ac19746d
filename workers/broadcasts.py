"""Broadcasts: one letter for each person of a theme, written a portion at a time so that nobody waits for the clerk."""

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col

from events.base import Event, fact_id
from events.broadcasts import BroadcastContinued, BroadcastSent, BroadcastsMuted, BroadcastStopped, BroadcastsUnmuted
from events.news import NewsAddressed
from storage.ledger import Handler, Refused, Work, each
from storage.letter_states import ON_THE_WAY
from storage.read_models.broadcasts import FIRST, portion_of
from storage.tables.broadcasts import Broadcast, Mute
from storage.tables.identity import Letter
from storage.tables.themes import Theme
from storage.upsert import upsert
from workers.decisions import participant

PORTION = 50  # letters in one transaction: other acts wait for one portion, not for all of a city


async def send(work: Work, sent: BroadcastSent, *, portion: int) -> None:
    """Write the first letters; each portion is followed by the fact that the next one continues from.

    What is counted comes from the facts alone, so that the record gives the same numbers after somebody was erased.
    """
    theme = await work.session.get(Theme, sent.theme)
    if theme is None or theme.phase == "draft":
        raise Refused("unknown_theme", theme=sent.theme)
    broadcast = Broadcast(
        id=sent.event_id,
        sent_at=sent.occurred_at,
        **sent.model_dump(include={"theme", "text", "place", "by", "recipients"}),
    )
    work.session.add(broadcast)
    await address(work, sent, broadcast, FIRST, portion)
    work.settle(sent, "broadcast_sent", broadcast=str(broadcast.id), theme=theme.slug)


async def go_on(work: Work, continued: BroadcastContinued, *, portion: int) -> None:
    """Write the next letters, unless somebody said stop."""
    broadcast = await known(work, continued.broadcast)
    broadcast.addressed = continued.addressed
    if broadcast.state == "stopped":
        return
    if continued.after is None:
        broadcast.state = "addressed"
    else:
        await address(work, continued, broadcast, continued.after, portion)


async def address(work: Work, cause: Event, broadcast: Broadcast, after: UUID, portion: int) -> None:
    people = await portion_of(work.session, broadcast.theme, after, portion)
    for letter in letters(cause, broadcast, await title_of(work, broadcast), people):
        work.emit(letter)
    last = people[-1] if len(people) == portion else None
    addressed = broadcast.addressed + len(people)
    work.emit(BroadcastContinued.following(cause, broadcast=broadcast.id, addressed=addressed, after=last))


async def title_of(work: Work, broadcast: Broadcast) -> str:
    theme = await work.session.get(Theme, broadcast.theme)
    return theme.title if theme else broadcast.theme


def letters(cause: Event, broadcast: Broadcast, title: str, people: Sequence[UUID]) -> Iterator[NewsAddressed]:
    """Yield a letter for each person; its id derives from broadcast and person: nobody ever gets two."""
    for person in people:
        yield NewsAddressed(
            event_id=fact_id(broadcast.id, NewsAddressed.kind, person),
            city=cause.city,
            occurred_at=broadcast.sent_at,
            caused_by=broadcast.id,
            person=person,
            audience="citizen",
            wording="notice-broadcast",
            params={"city": broadcast.place, "theme": title, "text": broadcast.text},
            theme=broadcast.theme,
            urgency="daytime",
            buttons=(("button-mute", f"bm:{broadcast.theme}"),),
        )


async def stop(work: Work, stopped: BroadcastStopped) -> None:
    """Let nothing leave that has not left yet; a letter that is under way at this moment may still arrive."""
    broadcast = await known(work, stopped.broadcast)
    broadcast.state = "stopped"
    await work.session.flush()  # before the letters: who is putting some on the pile is waited for, or waits
    left = col(Letter.broadcast) == broadcast.id, col(Letter.state).in_(ON_THE_WAY)
    await work.session.exec(update(Letter).where(*left).values(state="stopped"))
    work.settle(stopped, "broadcast_stopped", broadcast=str(broadcast.id), theme=broadcast.theme)


async def known(work: Work, broadcast: UUID) -> Broadcast:
    found = await work.session.get(Broadcast, broadcast)
    if found is None:
        raise Refused("unknown_broadcast")
    return found


async def mute(work: Work, muted: BroadcastsMuted) -> None:
    await participant(work, muted.citizen)
    row = {"citizen": muted.citizen, "theme": muted.theme}
    await upsert(work.session, Mute, [row], keys=["citizen", "theme"])
    work.settle(muted, "muted", theme=muted.theme)


async def unmute(work: Work, unmuted: BroadcastsUnmuted) -> None:
    await participant(work, unmuted.citizen)
    await work.session.exec(delete(Mute).filter_by(citizen=unmuted.citizen, theme=unmuted.theme))
    work.settle(unmuted, "unmuted", theme=unmuted.theme)


def handlers(portion: int = PORTION) -> dict[str, Handler]:
    return {
        BroadcastSent.kind: each(partial(send, portion=portion)),
        BroadcastContinued.kind: each(partial(go_on, portion=portion)),
        BroadcastStopped.kind: each(stop),
        BroadcastsMuted.kind: each(mute),
        BroadcastsUnmuted.kind: each(unmute),
    }
