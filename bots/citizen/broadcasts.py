"""Messages of the city to everybody in a theme: heard no more with one tap, and again with another."""

from bots.citizen.current import visible
from bots.citizen.home import back_home
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.base import Event
from events.broadcasts import BroadcastsMuted, BroadcastsUnmuted
from storage.read_models.themes import ThemeView


async def on_mute(visit: Visit) -> None:
    """Mute a theme; the message under which the button stands is left as it is."""
    theme = await settled(visit, BroadcastsMuted)
    if theme:
        undo: Row = [(visit.say.plain("citizen-button-unmute"), f"bu:{theme.slug}")]
        await visit.tell(visit.say("citizen-broadcasts-muted", theme=theme.title), [undo, back_home(visit.say)])


async def on_unmute(visit: Visit) -> None:
    theme = await settled(visit, BroadcastsUnmuted)
    if theme:
        await visit.show(visit.say("citizen-broadcasts-unmuted", theme=theme.title), [back_home(visit.say)])


async def settled(visit: Visit, kind: type[Event]) -> ThemeView | None:
    """Return the theme once the act has taken effect."""
    theme = await visible(visit, visit.wish.arg(0))
    if theme is None or not visit.known:
        visit.note(visit.say.plain("citizen-gone"))
        return None
    outcome = await visit.act(kind, theme=theme.slug)
    return None if await unsettled(visit, outcome, wanted="go:home") else theme


def answers() -> Answers:
    return Answers(tapped={"bm": on_mute, "bu": on_unmute})
