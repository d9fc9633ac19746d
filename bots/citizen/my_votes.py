"""My votes: read by the one who cast them and nobody else, and changed with a tap until voting closes."""

from bots.citizen.current import visible
from bots.citizen.home import back_home, next_steps
from bots.citizen.mine import excerpt
from bots.citizen.pages import page_of, turning
from bots.citizen.questions import number
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.base import Event
from events.votes import VoteCast, VoteTakenBack
from storage.read_models.contributions import masked
from storage.read_models.my_votes import Cast, cast_by

VALUES = {"1": 1, "-1": -1, "0": 0}
WORDS = {1: "agree", -1: "disagree", 0: "pass"}


async def on_page(visit: Visit) -> None:
    if not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    return await show_page(visit, number(visit.wish.arg(0)))


async def show_page(visit: Visit, wanted: int) -> None:
    """List one's own votes, the newest first, five at a time."""
    say, cast = visit.say, await cast_by(visit.face.engine, visit.citizen)
    if not cast:
        return await visit.show(say("citizen-my-votes-none"), next_steps(say, "vote"))
    page = page_of(cast, wanted)
    lines = [line(visit, each) for each in page.items]
    rows: list[Row] = [[(each.reference, f"mvo:{each.reference}:{page.number}") for each, _ in page.items]]
    rows += [turning(page, "mv"), back_home(say)]
    return await visit.show("\n\n".join([say("citizen-my-votes", count=len(cast)), *lines]), rows)


def line(visit: Visit, cast: Cast) -> str:
    """Return a vote with its statement, whose words are told only while it stands."""
    item, value = cast
    said = visit.say.plain(WORDS[value])
    if item.state != "admitted":
        return visit.say("citizen-my-vote-gone", ref=item.reference, vote=said)
    return visit.say("citizen-my-vote", ref=item.reference, vote=said, text=excerpt(masked(item).text))


async def on_one(visit: Visit) -> None:
    """Show one vote, with the buttons that change it while its theme lets people vote."""
    cast = await own(visit, visit.wish.arg(0))
    if cast is None:
        return visit.note(visit.say.plain("citizen-gone"))
    return await show_one(visit, cast, number(visit.wish.arg(1)))


async def show_one(visit: Visit, cast: Cast, page: int) -> None:
    say, (item, value) = visit.say, cast
    theme = await visible(visit, item.theme)
    is_open = theme is not None and theme.allows("vote") and item.state == "admitted"
    rows: list[Row] = []
    if is_open:
        choices = [(f"{'✅ ' * (each == value)}{say.plain(WORDS[each])}", each) for each in WORDS]
        rows = [[(label, f"mvc:{each}:{item.reference}:{page}") for label, each in choices]]
        rows.append([(say.plain("citizen-button-take-vote-back"), f"mvt:{item.reference}:{page}")])
    rows.append([(say.plain("back"), f"mv:{page}"), *back_home(say)])
    told = (
        line(visit, cast)
        if item.state != "admitted"
        else say("citizen-quoted", ref=item.reference, text=masked(item).text)
    )
    yours = say("citizen-my-vote-open" if is_open else "citizen-my-vote-closed", vote=say.plain(WORDS[value]))
    await visit.show(f"{told}\n\n{yours}", rows)


async def on_change(visit: Visit) -> None:
    value, cast = VALUES.get(visit.wish.arg(0)), await own(visit, visit.wish.arg(1))
    if value is None or cast is None:
        return visit.note(visit.say.plain("citizen-gone"))
    item, page = cast[0], number(visit.wish.arg(2))
    if not await acted(visit, cast, VoteCast, value=value):
        return None
    visit.memory.ballot.saw(item.theme, item.id, visit.citizen, value)
    visit.note(visit.say.plain("citizen-vote-counted"))
    return await show_one(visit, (item, value), page)


async def on_take_back(visit: Visit) -> None:
    cast = await own(visit, visit.wish.arg(0))
    if cast is None:
        return visit.note(visit.say.plain("citizen-gone"))
    if not await acted(visit, cast, VoteTakenBack):
        return None
    visit.note(visit.say.plain("citizen-vote-undone"))
    return await show_page(visit, number(visit.wish.arg(1)))


async def acted(visit: Visit, cast: Cast, kind: type[Event], **fields: object) -> bool:
    """Change a vote; return whether that took effect."""
    item = cast[0]
    outcome = await visit.act(kind, key=None, theme=item.theme, statement=item.id, **fields)
    return not await unsettled(visit, outcome, wanted=f"mv:{number(visit.wish.args[-1])}")


async def own(visit: Visit, reference: str) -> Cast | None:
    """Return the reader's own vote on a statement; what they have not voted on is not found here."""
    if not visit.known:
        return None
    cast = await cast_by(visit.face.engine, visit.citizen)
    return next((each for each in cast if each[0].reference == reference), None)


def answers() -> Answers:
    return Answers(tapped={"mv": on_page, "mvo": on_one, "mvc": on_change, "mvt": on_take_back})
