"""Which theme, member or phase is meant: named, the only one, or chosen by a button."""

from bots.moderator.visit import Row, Visit
from storage.read_models.themes import ThemeView, theme_of, themes_of

MOST = 15  # themes shown at once, newest first: with the longest titles they fit a message
LABEL = 60  # characters of a button


async def theme_for(visit: Visit, button: str, *, slug: str | None = None) -> ThemeView | None:
    """Return the theme that is meant, or None once the person has been asked; `button` names the answer's wish."""
    slug = visit.wish.subject if slug is None else slug
    if slug:
        if found := await theme_of(visit.desk.engine, slug.lower()):
            return found
        await visit.stop("moderator-refused-unknown-theme", theme=slug)
        return None
    themes = await themes_of(visit.desk.engine, drafts=True)
    if len(themes) == 1:
        return themes[0]
    if themes:
        await visit.show(visit.say("moderator-which-theme"), theme_rows(themes, button))
    else:
        await visit.show(visit.say("moderator-no-theme"), [[(visit.say.plain("moderator-button-new-theme"), "nt")]])
    return None


def theme_rows(themes: tuple[ThemeView, ...], button: str) -> list[Row]:
    return [[(label(each.title), f"{button}:{each.slug}")] for each in themes[:MOST]]


def label(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 1].rstrip()}…"
