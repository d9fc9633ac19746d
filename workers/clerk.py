"""The clerk applies every act, in the order of the stream: one writer, so that nothing races.

Decision 0002 says why all topics share one consumer; each topic's rules are in the module of its name.
"""

from collections.abc import Mapping, Sequence

from events.base import Event
from events.bus import NatsBus
from storage.ledger import Handler, Ledger
from workers import (
    appointments,
    bans,
    broadcasts,
    citizens,
    contributions,
    members,
    moderation,
    publications,
    seats,
    sessions,
    themes,
    votes,
)

TOPICS = (citizens, themes, contributions, votes, sessions, seats, members, moderation, publications, bans, broadcasts)


def handlers() -> Mapping[str, Handler]:
    """Return what is done about each kind of act."""
    kept = appointments.handlers({**sessions.effects(), **seats.effects(), **themes.effects()})
    return {kind: handler for topic in TOPICS for kind, handler in topic.handlers().items()} | kept


async def apply(ledger: Ledger, bus: NatsBus, facts: Sequence[Event]) -> None:
    """Apply a batch of acts, say what was decided, and tell what follows."""
    if not facts:
        return
    outcomes = await ledger.once(facts)
    await bus.announce(facts[0].city, outcomes)
    await ledger.tell_pending()
