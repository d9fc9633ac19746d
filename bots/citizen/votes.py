"""/vote: one statement at a time, three buttons, one card edited in place."""

from collections.abc import Sequence

from bots.citizen.consent import ask_consent
from bots.citizen.current import theme_for
from bots.citizen.home import back_home, next_steps, votes_button
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.standing import standing_row
from bots.citizen.visit import Row, Visit
from bots.wording import Wording, moment
from deliberation.phases import allows
from events.base import Outcome
from events.votes import VoteCast, VoteTakenBack
from storage.read_models.contributions import ContributionView
from storage.read_models.statements import StatementView
from storage.read_models.themes import ThemeView

VALUES = {"1": 1, "0": 0, "-1": -1}
REST = 12  # votes after which one is reminded that there is a tomorrow
CHOICES = (("agree", "1"), ("disagree", "-1"), ("pass", "0"))


async def on_vote(visit: Visit) -> None:
    slug = visit.wish.arg(0) or visit.wish.words
    if not visit.known:
        return await ask_consent(visit, f"go:vote:{slug}".rstrip(":"))
    theme = await theme_for(visit, "vote", lambda each: f"go:vote:{each}", slug=slug)
    if theme is None:
        return None
    if slug:
        (await visit.talk()).theme = theme.slug
    return await show_next(visit, theme.slug, ending=ending(visit, theme))


def ending(visit: Visit, theme: ThemeView) -> str:
    """Return until when one can vote, where the theme moves on to a phase without votes."""
    if theme.until is None or theme.until <= visit.face.clock() or allows(theme.then or "", "vote"):
        return ""
    when = moment(theme.until, visit.person.language, visit.face.timezone)
    return visit.say("citizen-votes-until", when=when)


async def show_next(visit: Visit, theme: str, *, undo: str = "", ending: str = "") -> None:
    """Show the next statement, or say that none is left; `undo` is the one just voted on."""
    say, wall = visit.say, await visit.memory.walls.of(theme, "opinion")
    statement = await visit.memory.ballot.next(wall, theme, visit.citizen, visit.face.clock())
    if statement is None:
        rows = [
            *undo_row(visit, undo),
            standing_row(say, theme),
            [votes_button(say)],
            *next_steps(say, "opinion", "questions"),
        ]
        return await visit.show(say("citizen-vote-none-left", done=len(wall.items)), rows)
    progress = say("citizen-vote-progress", done=statement.done, total=statement.total)
    if undo and statement.done and statement.done % REST == 0:
        progress = "\n\n".join([progress, say("citizen-vote-rest", done=statement.done)])
        return await show_card(visit, statement, progress, undo, pause_rows(say, theme))
    return await show_card(visit, statement, f"{progress}\n{ending}".strip(), undo)


def pause_rows(say: Wording, theme: str) -> list[Row]:
    return [standing_row(say, theme), [votes_button(say), (say.plain("citizen-button-vote-enough"), "ve")]]


async def on_enough(visit: Visit) -> None:
    """Stop for today; the next statements wait."""
    rows = [[votes_button(visit.say)], *next_steps(visit.say, "questions", "mine")]
    await visit.show(visit.say("citizen-vote-enough"), rows)


async def show_card(
    visit: Visit, statement: StatementView | ContributionView, said: str, undo: str = "", more: Sequence[Row] = ()
) -> None:
    say = visit.say
    rows: list[Row] = [[(say.plain(word), f"v:{value}:{statement.reference}") for word, value in CHOICES]]
    rows += [*undo_row(visit, undo), *more, back_home(say)]
    quoted = say("citizen-quoted", ref=statement.reference, text=statement.text)
    await visit.show(f"{quoted}\n\n{said}", rows)


def undo_row(visit: Visit, reference: str) -> list[Row]:
    return [[(visit.say.plain("citizen-button-undo", ref=reference), f"vu:{reference}")]] if reference else []


async def on_choice(visit: Visit) -> None:
    """Cast a vote on a statement that stands for one; anything else in the button's data has no effect."""
    value, statement = VALUES.get(visit.wish.arg(0)), await meant(visit, visit.wish.arg(1))
    if value is None or statement is None:
        return visit.note(visit.say.plain("citizen-gone"))
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    asked = visit.memory.ballot.offered(visit.citizen, statement.id)
    outcome = await visit.act(VoteCast, theme=statement.theme, statement=statement.id, value=value, propensity=asked)
    if not await gone(visit, outcome, statement):
        visit.memory.ballot.saw(statement.theme, statement.id, visit.citizen, value)
        visit.note(visit.say.plain("citizen-vote-counted"))
        await show_next(visit, statement.theme, undo=statement.reference)
    return None


async def on_undo(visit: Visit) -> None:
    """Take a vote back and show its statement again."""
    statement = await meant(visit, visit.wish.arg(0))
    if statement is None or not visit.known:
        return visit.note(visit.say.plain("citizen-gone"))
    outcome = await visit.act(VoteTakenBack, theme=statement.theme, statement=statement.id)
    if not await gone(visit, outcome, statement):
        visit.note(visit.say.plain("citizen-vote-undone"))
        await show_one(visit, statement)
    return None


async def on_see(visit: Visit) -> None:
    """Show one statement to vote on, where it was offered in place of an own opinion."""
    statement = await standing(visit, visit.wish.arg(0))
    if statement is None:
        return visit.note(visit.say.plain("citizen-gone"))
    (await visit.talk()).drop()
    return await show_one(visit, statement)


async def show_one(visit: Visit, statement: ContributionView) -> None:
    await show_card(visit, statement, visit.say("citizen-vote-ask"))


async def meant(visit: Visit, reference: str) -> ContributionView | None:
    """Return the statement of an act, which is refused when the statement does not stand any more."""
    return visit.memory.walls.recall(reference, "opinion") or await standing(visit, reference)


async def standing(visit: Visit, reference: str) -> ContributionView | None:
    """Return an admitted statement; no other one can be reached through a button."""
    return await visit.memory.walls.find(reference, "opinion")


async def gone(visit: Visit, outcome: Outcome | None, statement: ContributionView) -> bool:
    """Say what stopped a vote, if anything did; a slow one is counted all the same and the card goes on."""
    if outcome is None:
        return False
    if outcome.code == "refused.unknown_contribution":  # withdrawn a moment ago
        visit.note(visit.say.plain("citizen-gone"))
        await show_next(visit, statement.theme)
        return True
    return await unsettled(visit, outcome, wanted=visit.wish.data)


def answers() -> Answers:
    return Answers(typed={"/vote": on_vote}, tapped={"v": on_choice, "vu": on_undo, "vs": on_see, "ve": on_enough})
