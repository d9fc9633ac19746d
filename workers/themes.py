"""Themes: drafted, and moved from phase to phase, now or at a moment that was announced."""

from events.appointments import MomentCame
from events.themes import PhaseMoved, PhasePlanned, ThemeDrafted
from storage.ledger import Handler, Refused, Work, each
from storage.tables.appointments import Appointment
from storage.tables.themes import Theme
from workers import tidings
from workers.appointments import CLOSING, Effect, arrange, arranged, call_off

LONGEST_STEM = 42  # characters; with its number a slug stays within the 48 that facts allow


async def draft(work: Work, drafted: ThemeDrafted) -> None:
    """Write a theme down under a slug that is free; citizens do not see it yet."""
    slug, n = drafted.slug, 1
    while await work.session.get(Theme, slug):
        n += 1
        slug = f"{drafted.slug[:LONGEST_STEM].rstrip('-')}-{n}"
    work.session.add(
        Theme(slug=slug, title=drafted.title, phase="draft", language=drafted.language, created_at=drafted.occurred_at)
    )
    work.settle(drafted, "drafted", theme=slug, title=drafted.title)


async def move(work: Work, moved: PhaseMoved) -> None:
    """Move a theme now; a move that was planned for later no longer is."""
    theme = await known(work, moved.theme)
    planned = await arranged(work, CLOSING, theme.slug)
    dropped = {"dropped": planned.phase, "at": planned.at.isoformat()} if planned else {}
    await call_off(work, CLOSING, theme.slug)
    changed = theme.phase != moved.phase
    theme.phase = moved.phase
    if changed:
        await tidings.spread(work, moved, theme.slug, "phase", theme.phase)
    work.settle(moved, "moved", theme=theme.slug, title=theme.title, phase=theme.phase, **dropped)


async def plan(work: Work, planned: PhasePlanned) -> None:
    """Arrange a move for later, in place of one that was planned before."""
    theme = await known(work, planned.theme)
    if planned.at <= planned.occurred_at:
        raise Refused("past_moment")
    if planned.phase == theme.phase:
        raise Refused("same_phase", theme=theme.title, phase=theme.phase)
    await call_off(work, CLOSING, theme.slug)
    arrange(work, planned, CLOSING, theme.slug, planned.at, phase=planned.phase)
    work.settle(planned, "phase_planned", theme=theme.slug, title=theme.title, phase=planned.phase)


async def close(work: Work, came: MomentCame, closing: Appointment) -> None:
    """Move a theme as planned, however late the moment is noticed."""
    theme = await work.session.get(Theme, closing.about)
    if theme and closing.phase and theme.phase != closing.phase:
        theme.phase = closing.phase
        await tidings.spread(work, came, theme.slug, "phase", theme.phase)


async def known(work: Work, slug: str) -> Theme:
    theme = await work.session.get(Theme, slug)
    if theme is None:
        raise Refused("unknown_theme", theme=slug)
    return theme


def handlers() -> dict[str, Handler]:
    return {ThemeDrafted.kind: each(draft), PhaseMoved.kind: each(move), PhasePlanned.kind: each(plan)}


def effects() -> dict[str, Effect]:
    return {CLOSING: close}
