"""/notifications: when one is told news of what one follows: at once, once a day, or not at all."""

from typing import get_args

from bots.citizen.consent import ask_consent
from bots.citizen.current import visible
from bots.citizen.home import back_home
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.themes import choose as choose_theme
from bots.citizen.themes import show_themes
from bots.citizen.visit import Row, Visit
from events.preferences import NotificationsChosen, Pace
from storage.read_models.preferences import preferences_of

PACES: tuple[Pace, ...] = get_args(Pace)
BUTTONS = {
    "at_once": "citizen-button-news-at-once",
    "daily": "citizen-button-news-daily",
    "off": "citizen-button-news-off",
}


async def on_notifications(visit: Visit) -> None:
    """Show what is chosen; a word behind the command (`/notifications off`) chooses."""
    if not visit.known:
        return await ask_consent(visit, "go:notifications")
    wanted = visit.wish.words.lower().replace(" ", "_")
    if wanted in PACES:
        return await choose(visit, wanted)
    return await show(visit)


async def show(visit: Visit) -> None:
    say, pace = visit.say, (await preferences_of(visit.face.engine, visit.citizen)).pace
    rows: list[Row] = [[(f"{'✅ ' * (each == pace)}{say.plain(BUTTONS[each])}", f"np:{each}")] for each in PACES]
    await visit.show(say("citizen-notifications", pace=pace.replace("_", "-")), [*rows, back_home(say)])


async def on_choice(visit: Visit) -> None:
    if not visit.known or visit.wish.arg(0) not in PACES:
        return visit.note(visit.say.plain("citizen-gone"))
    return await choose(visit, visit.wish.arg(0))


async def choose(visit: Visit, pace: str) -> None:
    outcome = await visit.act(NotificationsChosen, pace=pace)
    if not await unsettled(visit, outcome, wanted="go:notifications"):
        await show(visit)


async def on_enough(visit: Visit) -> None:
    """End the news with the button of a digest, which stays as it is; another tap brings them back."""
    visit.moved = True
    if not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    outcome = await visit.act(NotificationsChosen, pace="off")
    if await unsettled(visit, outcome, wanted="go:notifications"):
        return None
    undo: Row = [(visit.say.plain("citizen-button-news-again"), "np:daily")]
    return await visit.show(visit.say("citizen-notifications-ended"), [undo, back_home(visit.say)])


async def on_theme(visit: Visit) -> None:
    """Open a theme below the digest that told of it, which stays as it is."""
    visit.moved = True
    theme = await visible(visit, visit.wish.arg(0))
    await (choose_theme(visit, theme) if theme else show_themes(visit))


def answers() -> Answers:
    return Answers(
        typed={"/notifications": on_notifications}, tapped={"np": on_choice, "nx": on_enough, "nt": on_theme}
    )
