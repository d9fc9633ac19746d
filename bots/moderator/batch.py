"""Several at once: what waits without any hint is read in one list and admitted by one tap, each by a decision."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bots.moderator.cards import ALL, THEME
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import FACE, Row, Visit
from bots.wording import listed
from events.base import Event, fact_id
from events.moderation import BatchRequested, ContributionAdmitted, DecisionUndone
from storage.read_models.batches import admitted_together, batch_of, clean_of
from storage.read_models.contributions import ContributionView

MOST = 12  # items of a list
LETTERS = 3000  # characters of their texts: a message takes 4,096
ROW = 4  # buttons
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


async def on_batch(visit: Visit) -> None:
    """Take what fits a message into one's hands, and show it."""
    await show_batch(visit, visit.wish.arg(0) or None)


async def show_batch(visit: Visit, theme: str | None) -> None:
    clean = await clean_of(visit.desk.engine, visit.member.id, visit.desk.clock(), theme)
    outcome = await visit.act(BatchRequested, contributions=[item.id for item in that_fit(clean)])
    if not await settled(visit, outcome) or outcome is None:
        return
    until = datetime.fromisoformat(str(outcome.params["until"]))
    held = await batch_of(visit.desk.engine, visit.member.id, until)
    if held:
        await visit.show(text_of(visit, held, len(clean)), rows_of(visit, held, until, THEME if theme else ALL))
    else:
        await visit.show(visit.say("moderator-batch-none"), [back(visit, theme)])


def that_fit(items: Sequence[ContributionView]) -> list[ContributionView]:
    """Return the first items, as many as one message can show."""
    fit, letters = list[ContributionView](), 0
    for item in items[:MOST]:
        letters += len(item.text)
        if fit and letters > LETTERS:
            break
        fit.append(item)
    return fit


def text_of(visit: Visit, held: Sequence[ContributionView], clean: int) -> str:
    say = visit.say
    head = say("moderator-batch", shown=len(held), clean=max(clean, len(held)))
    lines = [
        say("moderator-batch-line", ref=each.reference, kind=say.plain(f"kind-{each.kind}"), text=each.text)
        for each in held
    ]
    return "\n\n".join([head, *lines])


def rows_of(visit: Visit, held: Sequence[ContributionView], until: datetime, scope: str) -> list[Row]:
    """Return the one tap for all, and each item as a button that leads to its own card."""
    say = visit.say
    single = [(each.reference, f"qb:{each.reference}:{scope}") for each in held]
    return [
        [(say.plain("moderator-button-batch-admit", count=len(held)), f"qd:{mark_of(until)}:{scope}")],
        *(single[start : start + ROW] for start in range(0, len(single), ROW)),
        back(visit, held[0].theme if scope == THEME else None),
    ]


def back(visit: Visit, theme: str | None) -> Row:
    return [(visit.say.plain("moderator-button-one-by-one"), f"q:{theme}" if theme else "q")]


async def on_admit(visit: Visit) -> None:
    """Admit what was shown and is still in these hands; the next list follows."""
    until, scope = moment_of(visit.wish.arg(0)), visit.wish.arg(1)
    batch = await batch_of(visit.desk.engine, visit.member.id, until) if until else ()
    if not batch:
        return await visit.stop("moderator-batch-gone")
    when = visit.desk.clock()
    done = await together(visit, ContributionAdmitted, batch, when)
    refs = listed((item.reference for item in done), visit.language)
    undo: Row = [(visit.say.plain("moderator-button-batch-undo"), f"qv:{mark_of(when)}:{scope}")]
    await visit.show(visit.say("moderator-batch-admitted", count=len(done), refs=refs), [undo] if done else [])
    return await show_batch(visit, batch[0].theme if scope == THEME else None)


async def on_undo(visit: Visit) -> None:
    """Take the admissions of one tap back, while they are fresh."""
    when, scope = moment_of(visit.wish.arg(0)), visit.wish.arg(1)
    admitted = await admitted_together(visit.desk.engine, visit.member.id, when) if when else ()
    done = await together(visit, DecisionUndone, admitted, visit.desk.clock())
    if not done:
        return await visit.stop("moderator-batch-too-late")
    theme = admitted[0].theme if scope == THEME else None
    refs = listed((item.reference for item in done), visit.language)
    return await visit.show(visit.say("moderator-batch-undone", count=len(done), refs=refs), [back(visit, theme)])


async def together(
    visit: Visit, kind: type[Event], items: Sequence[ContributionView], when: datetime
) -> list[ContributionView]:
    """Tell a decision about each; return those about which it took effect.

    The ids derive from tap and item: who tells the rest after a crash tells nothing twice.
    """
    acts = (
        visit.act(kind, key=fact_id(FACE, visit.cause, kind.kind, item.id), contribution=item.id, occurred_at=when)
        for item in items
    )
    outcomes = await asyncio.gather(*acts)
    return [item for item, outcome in zip(items, outcomes, strict=True) if outcome is None or not outcome.refused]


def mark_of(moment: datetime) -> str:
    return str((moment - EPOCH) // INSTANT)


def moment_of(mark: str) -> datetime | None:
    """Return the moment that a button is about, None for anything else."""
    return EPOCH + int(mark) * INSTANT if mark.isascii() and mark.isdigit() and len(mark) < 18 else None  # noqa: PLR2004 - until the year 5138


def handlers() -> Handlers:
    return [*routes("qc", to=on_batch), *routes("qd", to=on_admit), *routes("qv", to=on_undo)]
