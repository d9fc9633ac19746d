"""/themes, /newtheme and /phase: themes are drafted and moved from phase to phase."""

from dataclasses import replace
from datetime import datetime

from bots.moderator.choosing import MOST, label, theme_for
from bots.moderator.planning import SlipError
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.sessions import reader_of, say_slip, when
from bots.moderator.visit import Row, Visit
from bots.wording import listed
from deliberation.phases import PHASES
from events.base import Outcome
from events.themes import PhaseMoved, PhasePlanned, ThemeDrafted, slug_of
from storage.read_models.themes import ThemeView, theme_of, themes_of
from storage.read_models.waiting import backlog_of

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
    text = visit.say("moderator-theme-line", title=theme.title, slug=theme.slug, phase=phase, waiting=waiting)
    if theme.until is None:
        return text
    return f"{text}\n{planned_move('moderator-theme-until', visit, theme.then, theme.until)}"


def planned_move(key: str, visit: Visit, phase: object, at: datetime) -> str:
    return visit.say(key, phase=visit.say.plain(f"phase-{phase}"), when=when(visit, at))


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
        [(say.plain("moderator-button-topics"), f"tp:{slug}"), (say.plain("moderator-button-stats"), f"st:{slug}")],
        [(say.plain("moderator-button-session"), f"ns:{slug}")],
        [(say.plain("moderator-button-unplan"), data_of_move(theme, theme.phase))] if theme.until else [],
        [(say.plain("moderator-button-broadcast"), f"bc:{slug}"), (say.plain("moderator-button-themes"), "ts")],
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
    outcome = await visit.act(ThemeDrafted, title=title, slug=slug_of(title), language=visit.desk.language)
    (await visit.talk()).close()
    if not await settled(visit, outcome) or outcome is None:
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
    """Move a theme on one line, now or at a date behind it; or show the phases to choose from."""
    words = visit.wish.words.split(maxsplit=2)
    theme = await theme_for(visit, "fp")
    if theme is None:
        return None
    if len(words) > 1:
        return await move(visit, theme, words[1].lower(), "".join(words[2:]))
    phase = visit.say.plain(f"phase-{theme.phase}")
    question = visit.say("moderator-which-phase", title=theme.title, phase=phase, slug=theme.slug)
    return await visit.show(question, phase_rows(visit, theme))


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


async def move(visit: Visit, theme: ThemeView, phase: str, date: str = "") -> None:
    """Move a theme now, or have it moved at a date."""
    say = visit.say
    if phase not in PHASES:
        return await visit.tell(say("moderator-slip-phase", phase=phase, phases=listed(PHASES, visit.language)))
    if date:
        return await plan(visit, theme, phase, date)
    outcome = await visit.act(PhaseMoved, theme=theme.slug, phase=phase)
    if await settled(visit, outcome) and outcome:
        moved = say("moderator-theme-moved", title=theme.title, phase=say.plain(f"phase-{phase}"))
        await show(visit, ThemeView(theme.slug, theme.title, phase), f"{moved}\n{dropped(visit, outcome)}".strip())
    return None


async def plan(visit: Visit, theme: ThemeView, phase: str, date: str) -> None:
    """Announce a move; it is said back in words, with the day of the week."""
    try:
        at = reader_of(visit).moment(date)
    except SlipError as slip:
        return await say_slip(visit, slip, theme.slug)
    if await settled(visit, await visit.act(PhasePlanned, theme=theme.slug, phase=phase, at=at)):
        said = planned_move("moderator-phase-planned", visit, phase, at)
        await show(visit, replace(theme, until=at, then=phase), said)
    return None


def dropped(visit: Visit, outcome: Outcome) -> str:
    """Say which planned move no longer is, now that the theme was moved."""
    phase, at = outcome.params.get("dropped"), outcome.params.get("at")
    return planned_move("moderator-phase-dropped", visit, phase, datetime.fromisoformat(str(at))) if phase else ""


def handlers() -> Handlers:
    return [
        *routes("/themes", "ts", to=on_themes, right="prepare"),
        *routes("th", to=on_theme, right="prepare"),
        *routes("/newtheme", "nt", to=on_new, right="prepare"),
        *routes("/phase", "fp", to=on_phase, right="prepare"),
        *routes("ph", to=on_move, right="prepare"),
    ]
