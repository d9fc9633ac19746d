"""The clerk applies every act, in the order of the stream: one writer, so that nothing races.

Decision 0002 says why all topics share one consumer; each topic's rules are in the module of its name.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from events.base import Event, Outcome
from events.bus import NatsBus
from events.citizens import CitizenForgotten
from storage.ledger import Handler, Ledger
from workers import (
    amendments,
    appeals,
    appointments,
    attendance,
    bans,
    broadcasts,
    citizens,
    contributions,
    entries,
    erasure,
    languages,
    live,
    members,
    moderation,
    needs,
    objections,
    preferences,
    publications,
    removals,
    seats,
    sessions,
    strata,
    themes,
    tidings,
    topic_edits,
    undoing,
    votes,
)
from workers.meters import BATCH_SECONDS, decided
from workers.rights import guarded

log = logging.getLogger(__name__)

TOPICS = (
    citizens,
    preferences,
    strata,
    erasure,
    themes,
    contributions,
    entries,
    languages,
    votes,
    sessions,
    seats,
    needs,
    attendance,
    live,
    members,
    moderation,
    undoing,
    appeals,
    removals,
    objections,
    topic_edits,
    publications,
    amendments,
    bans,
    broadcasts,
    tidings,
)
KEEPING = (sessions, seats, needs, themes, appeals)


def handlers() -> Mapping[str, Handler]:
    """Return what is done about each kind of act."""
    kept = appointments.handlers({kind: effect for topic in KEEPING for kind, effect in topic.effects().items()})
    return guarded({kind: handler for topic in TOPICS for kind, handler in topic.handlers().items()}) | kept


async def apply(ledger: Ledger, bus: NatsBus, facts: Sequence[Event]) -> None:
    """Apply a batch of acts, say what was decided, and tell what follows."""
    for portion in portions(facts):
        with BATCH_SECONDS.time():
            outcomes = await ledger.once(portion)
        decided(portion, outcomes)
        note(portion, outcomes)
        await bus.announce(portion[0].city, outcomes)
        await ledger.tell_pending()


def note(acts: Sequence[Event], outcomes: Sequence[Outcome]) -> None:
    """Log what was decided, where somebody wants to see every fact."""
    if log.isEnabledFor(logging.DEBUG):
        for act, outcome in zip(acts, outcomes, strict=True):
            log.debug("decided %s: %s", act.kind, outcome.code, extra=act.trail)


def portions(facts: Sequence[Event]) -> Iterator[list[Event]]:
    """Yield the facts in order, an erasure by itself: it erases what is in the record, not what is on its way there."""
    for alone, run in groupby(facts, key=lambda fact: fact.kind == CitizenForgotten.kind):
        together = list(run)
        yield from [[fact] for fact in together] if alone else [together]
