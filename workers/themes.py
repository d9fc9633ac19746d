"""Themes: drafted, and moved from phase to phase."""

from events.themes import PhaseMoved, ThemeDrafted
from storage.ledger import Handler, Refused, Work, each
from storage.tables.themes import Theme
from workers.decisions import authorised

LONGEST_STEM = 42  # characters; with its number a slug stays within the 48 that facts allow


async def draft(work: Work, drafted: ThemeDrafted) -> None:
    """Write a theme down under a slug that is free; citizens do not see it yet."""
    await authorised(work, drafted.by)
    slug, n = drafted.slug, 1
    while await work.session.get(Theme, slug):
        n += 1
        slug = f"{drafted.slug[:LONGEST_STEM].rstrip('-')}-{n}"
    work.session.add(Theme(slug=slug, title=drafted.title, phase="draft", created_at=drafted.occurred_at))
    work.settle(drafted, "drafted", theme=slug, title=drafted.title)


async def move(work: Work, moved: PhaseMoved) -> None:
    await authorised(work, moved.by)
    theme = await work.session.get(Theme, moved.theme)
    if theme is None:
        raise Refused("unknown_theme", theme=moved.theme)
    theme.phase = moved.phase
    work.settle(moved, "moved", theme=theme.slug, title=theme.title, phase=theme.phase)


def handlers() -> dict[str, Handler]:
    return {ThemeDrafted.kind: each(draft), PhaseMoved.kind: each(move)}
