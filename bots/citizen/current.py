"""Which theme is meant: the one named, else the current one, else the only one that is open."""

from collections.abc import Callable, Sequence

from bots.citizen.home import back_home
from bots.citizen.visit import Row, Visit
from storage.read_models.themes import ThemeView, theme_of, themes_of

MOST_CHOICES = 20


async def theme_for(visit: Visit, action: str, choose: Callable[[str], str], *, slug: str = "") -> ThemeView | None:
    """Return the theme in which `action` is meant; None after the person was asked to choose or told why not.

    `choose` makes the data of the button that comes back with a theme's slug.
    """
    themes = await themes_of(visit.face.engine)
    able = [theme for theme in themes if theme.allows(action)]
    wanted = slug.strip().lower() or (await visit.talk()).theme
    meant = next((theme for theme in themes if theme.slug == wanted), None)
    if meant and meant.allows(action):
        return meant
    if meant is None and not slug and len(able) == 1:
        return able[0]
    await visit.show(_question(visit, meant, able), [*_choices(able, choose), back_home(visit.say)])
    return None


def _question(visit: Visit, meant: ThemeView | None, able: Sequence[ThemeView]) -> str:
    say = visit.say
    if meant:
        closed = say("citizen-theme-closed", theme=meant.title, phase=say.plain(f"phase-{meant.phase}"))
        return closed if not able else f"{closed}\n\n{say('citizen-theme-choose')}"
    return say("citizen-theme-choose") if able else say("citizen-theme-none")


def _choices(themes: Sequence[ThemeView], choose: Callable[[str], str]) -> list[Row]:
    return [[(theme.title, choose(theme.slug))] for theme in themes[:MOST_CHOICES]]


async def visible(visit: Visit, slug: str) -> ThemeView | None:
    """Return a theme that citizens may see, or None."""
    theme = await theme_of(visit.face.engine, slug) if slug else None
    return theme if theme and theme.phase != "draft" else None
