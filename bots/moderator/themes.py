"""/themes, /newtheme and /phase: themes are drafted and moved from phase to phase."""

from bots.moderator.choosing import MOST, label, theme_for
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from deliberation.phases import PHASES
from events.themes import PhaseMoved, ThemeDrafted, slug_of
from storage.read_models.queue import backlog_of
from storage.read_models.themes import ThemeView, theme_of, themes_of

TITLE = range(3, 121)  # characters
ASKED = "title"


async def on_themes(visit: Visit) -> None:
    """List the themes, drafts too, with what waits in each."""
    say, themes = visit.say, (await themes_of(visit.desk.engine, drafts=True))[:MOST]
    new: Row = [(say.plain("moderator-button-new-theme"), "nt")]
    if not themes:
        return await visit.show(say("moderator-no-theme"), [new])
    lines = [await line(visit, each) for each in themes]
    rows: list[Row] = [[(label(each.title), f"th:{each.slug}")] for each in themes]
    return await visit.show("\n".join([say("moderator-themes"), "", *lines]), [*rows, new])


async def line(visit: Visit, theme: ThemeView) -> str:
    waiting = (await backlog_of(visit.desk.engine, theme.slug)).waiting
    phase = visit.say.plain(f"phase-{theme.phase}")
    return visit.say("moderator-theme-line", title=theme.title, slug=theme.slug, phase=phase, waiting=waiting)


async def on_theme(visit: Visit) -> None:
    theme = await theme_for(visit, "th")
    if theme:
        await show(visit, theme)


async def show(visit: Visit, theme: ThemeView, said: str = "") -> None:
    """Show one theme with everything that can be done in it."""
    say, slug = visit.say, theme.slug
    rows: list[Row] = [
        [(say.plain("moderator-button-phase"), f"fp:{slug}"), (say.plain("moderator-button-queue"), f"q:{slug}")],
        [(say.plain("moderator-button-agenda"), f"ag:{slug}"), (say.plain("moderator-button-summary"), f"su:{slug}")],
        [(say.plain("moderator-button-session"), f"ns:{slug}"), (say.plain("moderator-button-stats"), f"st:{slug}")],
        [(say.plain("moderator-button-themes"), "ts")],
    ]
    await visit.show(f"{said}\n\n{await line(visit, theme)}".strip(), rows)


async def on_new(visit: Visit) -> None:
    """Draft a theme under the title behind the command, or ask for it."""
    if visit.wish.words:
        return await draft(visit, visit.wish.words)
    talk = await visit.talk()
    talk.close()
    talk.ask(ASKED)
    return await visit.show(visit.say("moderator-ask-title"), [[(visit.say.plain("cancel"), "x")]])


async def on_title(visit: Visit) -> None:
    await draft(visit, visit.wish.words)


async def draft(visit: Visit, title: str) -> None:
    """Write a theme down; citizens see it once it is moved to a phase."""
    title = " ".join(title.split())
    if len(title) not in TITLE:
        return await visit.tell(visit.say("moderator-slip-title", length=len(title)))
    outcome = await visit.act(ThemeDrafted, title=title, slug=slug_of(title))
    (await visit.talk()).close()
    if outcome is None or not await settled(visit, outcome):
        return None
    theme = ThemeView(str(outcome.params["theme"]), title, "draft")
    say = visit.say
    rows: list[Row] = [
        [(say.plain("moderator-button-open"), data_of_move(theme, "collecting"))],
        [(say.plain("moderator-button-announce"), data_of_move(theme, "announced"))],
        [(say.plain("moderator-button-themes"), "ts")],
    ]
    return await visit.tell(say("moderator-theme-drafted", title=title, slug=theme.slug), rows)


async def on_phase(visit: Visit) -> None:
    """Move a theme on one line, or show the phases to choose from."""
    words = visit.wish.words.split()
    theme = await theme_for(visit, "fp")
    if theme is None:
        return None
    if len(words) > 1:
        return await move(visit, theme, words[1].lower())
    return await visit.show(
        visit.say("moderator-which-phase", title=theme.title, phase=visit.say.plain(f"phase-{theme.phase}")),
        phase_rows(visit, theme),
    )


def phase_rows(visit: Visit, theme: ThemeView) -> list[Row]:
    """Return the other phases in their order; the next one is marked."""
    here = PHASES.index(theme.phase)
    rows: list[Row] = [
        [(f"{'➡️ ' if n == here + 1 else ''}{visit.say.plain(f'phase-{phase}')}", data_of_move(theme, phase))]
        for n, phase in enumerate(PHASES)
        if n != here
    ]
    return [*rows, [(visit.say.plain("back"), f"th:{theme.slug}")]]


def data_of_move(theme: ThemeView, phase: str) -> str:
    """Say from where to where, so that an old button does not move a theme that has gone on."""
    return f"ph:{theme.slug}:{PHASES.index(theme.phase)}:{PHASES.index(phase)}"


async def on_move(visit: Visit) -> None:
    theme = await theme_of(visit.desk.engine, visit.wish.arg(0))
    if theme is None:
        return await visit.stop("moderator-stale")
    before, after = (PHASES[int(visit.wish.arg(n))] for n in (1, 2))
    if theme.phase not in {before, after}:
        visit.note(visit.say.plain("moderator-theme-moved-on"), alert=True)
        return await show(visit, theme)
    return await move(visit, theme, after)


async def move(visit: Visit, theme: ThemeView, phase: str) -> None:
    say = visit.say
    if phase not in PHASES:
        return await visit.tell(say("moderator-slip-phase", phase=phase, phases=", ".join(PHASES)))
    if await settled(visit, await visit.act(PhaseMoved, theme=theme.slug, phase=phase)):
        moved = say("moderator-theme-moved", title=theme.title, phase=say.plain(f"phase-{phase}"))
        await show(visit, ThemeView(theme.slug, theme.title, phase), moved)
    return None


def handlers() -> Handlers:
    return [
        *routes("/themes", "ts", to=on_themes),
        *routes("th", to=on_theme),
        *routes("/newtheme", "nt", to=on_new),
        *routes("/phase", "fp", to=on_phase),
        *routes("ph", to=on_move),
    ]
