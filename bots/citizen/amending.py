"""Saying something anew: what was written once stays as it was, the new words get a reference of their own."""

from bots.citizen.contributions import ACTIONS, COMMANDS
from bots.citizen.home import back_home
from bots.citizen.mine import own
from bots.citizen.routes import Answers
from bots.citizen.visit import Visit
from deliberation.lengths import LENGTHS
from storage.read_models.themes import theme_of


async def on_amend(visit: Visit) -> None:
    """Ask for the new words, under the old ones."""
    item = await own(visit, visit.wish.arg(0))
    if item is None or item.kind not in COMMANDS or item.state in {"merged", "withdrawn"}:
        return visit.note(visit.say.plain("citizen-gone"))
    theme, say = await theme_of(visit.face.engine, item.theme), visit.say
    if theme is None or not theme.allows(ACTIONS[item.kind]):
        phase = say.plain(f"phase-{theme.phase}") if theme else ""
        closed = say("citizen-refused-phase", theme=theme.title if theme else item.theme, phase=phase)
        return await visit.tell(closed, [back_home(say)])
    (await visit.talk()).expect(item.kind, item.theme, amends=str(item.id))
    least, most = LENGTHS[item.kind]
    lines = [
        say("citizen-quoted", ref=item.reference, text=item.text),
        say("citizen-amend-prompt", least=least, most=most),
        *([say("citizen-amend-published")] if item.state == "admitted" else []),
    ]
    return await visit.tell("\n\n".join(lines), [[(say.plain("cancel"), "go:cancel")]])


def answers() -> Answers:
    return Answers(tapped={"ma": on_amend})
