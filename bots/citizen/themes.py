"""/themes: what the city is talking about."""

from collections.abc import Iterable

from bots.citizen.current import visible
from bots.citizen.home import back_home, doors
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from bots.wording import moment
from storage.read_models.themes import ThemeView, themes_of

MOST_THEMES = 20  # in one message; older ones are reached by their name


async def on_themes(visit: Visit) -> None:
    theme = await visible(visit, visit.wish.words.lower())
    await (choose(visit, theme) if theme else show_themes(visit))


async def show_themes(visit: Visit) -> None:
    """List the themes as buttons, newest first."""
    say, themes = visit.say, (await themes_of(visit.face.engine))[:MOST_THEMES]
    if not themes:
        return await visit.show(say("citizen-theme-none"), [back_home(say)])
    rows = [[(theme.title, f"t:{theme.slug}")] for theme in themes]
    return await visit.show(
        "\n".join([say("citizen-themes"), "", *theme_lines(visit, themes)]), [*rows, back_home(say)]
    )


def theme_lines(visit: Visit, themes: Iterable[ThemeView]) -> list[str]:
    """Return each theme with its phase."""
    say = visit.say
    return [
        say("citizen-themes-line", theme=theme.title, phase=say.plain(f"phase-{theme.phase}")) + until(visit, theme)
        for theme in themes
    ]


async def on_theme(visit: Visit) -> None:
    theme = await visible(visit, visit.wish.arg(0))
    await (choose(visit, theme) if theme else show_themes(visit))


async def choose(visit: Visit, theme: ThemeView, greeting: str = "") -> None:
    """Make a theme the current one and show what can be done in it."""
    (await visit.talk()).theme = theme.slug
    say = visit.say
    card = say("citizen-theme", theme=theme.title, phase=say.plain(f"phase-{theme.phase}")) + until(visit, theme)
    await visit.show(f"{greeting}\n\n{card}".strip(), doors(say, theme))


def until(visit: Visit, theme: ThemeView) -> str:
    """Return until when a theme is as it is, where that was announced, and what comes then."""
    if theme.until is None or theme.until <= visit.face.clock():
        return ""
    when = moment(theme.until, visit.person.language, visit.face.timezone)
    return "\n" + visit.say("citizen-theme-until", when=when, then=visit.say.plain(f"phase-{theme.then}"))


def answers() -> Answers:
    return Answers(typed={"/themes": on_themes}, tapped={"t": on_theme})
