"""/mine: everything I gave, what became of it, and taking it back."""

from bots.charter import article
from bots.citizen.consent import ask_consent
from bots.citizen.contributions import ACTIONS, COMMANDS
from bots.citizen.home import back_home, next_steps, votes_button
from bots.citizen.pages import page_of, turning
from bots.citizen.questions import number
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.topics import topic_lines
from bots.citizen.visit import Row, Visit
from bots.wording import moment
from events.contributions import ContributionWithdrawn
from storage.read_models.appeals import appeal_of
from storage.read_models.contributions import (
    ContributionView,
    attention_of,
    by_reference,
    contribution_of,
    mine_of,
    said_anew,
)
from storage.read_models.themes import theme_of

EXCERPT = 80  # characters of a text in the list
WITHDRAWN = "withdrawn"
AMENDABLE = frozenset({"waiting", "refused", "admitted"})


async def on_mine(visit: Visit) -> None:
    if not visit.known:
        return await ask_consent(visit, "go:mine")
    item = await own(visit, visit.wish.words)
    return await (show_item(visit, item) if item else show_page(visit, 0))


async def on_page(visit: Visit) -> None:
    if visit.known:
        await show_page(visit, number(visit.wish.arg(0)))


async def show_page(visit: Visit, number: int) -> None:
    """List one's own contributions, newest first, five at a time."""
    say, items = visit.say, await mine_of(visit.face.engine, visit.citizen)
    if not items:
        return await visit.show(say("citizen-mine-none"), [[votes_button(say)], *next_steps(say, "ask", "opinion")])
    page = page_of(items, number)
    lines = [
        say("citizen-mine-line", ref=each.reference, state=state(visit, each), text=excerpt(each.text))
        for each in page.items
    ]
    rows: list[Row] = [[(each.reference, f"m:{each.reference}") for each in page.items]]
    rows += [turning(page, "ms"), [votes_button(say), *back_home(say)]]
    return await visit.show("\n\n".join([say("citizen-mine", count=len(items)), *lines]), rows)


def excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1].rstrip()}…"


def state(visit: Visit, item: ContributionView) -> str:
    return visit.say.plain(f"state-{item.state}")


async def on_item(visit: Visit) -> None:
    item = await own(visit, visit.wish.arg(0))
    if item is None:
        return visit.note(visit.say.plain("citizen-gone"))
    return await show_item(visit, item)


async def show_item(visit: Visit, item: ContributionView) -> None:
    say = visit.say
    lines = [
        say("citizen-quoted", ref=item.reference, text=item.text),
        await story(visit, item),
        *(await topic_lines(visit, item) if item.state == "admitted" else []),
    ]
    acts: Row = [(say.plain("citizen-button-trace"), f"tr:{item.reference}")]
    if item.state != WITHDRAWN:
        acts = [*acts, (say.plain("citizen-button-withdraw"), f"mw:{item.reference}")]
    replies = await replies_to(visit, item)
    spoken: Row = [(say.plain("citizen-button-item-language", language=item.language), f"ml:{item.reference}")]
    rows = [
        replies,
        acts,
        spoken if item.state != WITHDRAWN else [],
        [(say.plain("citizen-button-mine"), "go:mine"), *back_home(say)],
    ]
    await visit.show("\n\n".join(lines), rows)


async def replies_to(visit: Visit, item: ContributionView) -> Row:
    """Return what its author can do about a decision: say it anew while the theme takes words, appeal once."""
    say, row = visit.say, list[tuple[str, str]]()
    theme = await theme_of(visit.face.engine, item.theme)
    if item.state in AMENDABLE and item.kind in COMMANDS and theme and theme.allows(ACTIONS[item.kind]):
        row.append((say.plain("button-amend"), f"ma:{item.reference}"))
    appeal = await appeal_of(visit.face.engine, item.id) if item.state == "refused" else None
    if item.state == "refused" and (appeal is None or appeal.decision_at != item.decided_at):
        row.append((say.plain("button-appeal"), f"mp:{item.reference}"))
    return row


async def story(visit: Visit, item: ContributionView) -> str:
    """Return in a few lines when it came, what was decided, and how many people took it up."""
    say, theme = visit.say, await theme_of(visit.face.engine, item.theme)
    received = moment(item.received_at, visit.person.language, visit.face.timezone)
    anew = await said_anew(visit.face.engine, item.id) if item.author == visit.person.id else None
    lines = [
        say("citizen-item-received", when=received, theme=theme.title if theme else item.theme),
        say("citizen-item-state", state=state(visit, item)),
        *await verdict(visit, item),
        *([say("citizen-item-anew", ref=anew.reference)] if anew else []),
    ]
    return "\n".join(lines)


async def verdict(visit: Visit, item: ContributionView) -> list[str]:
    """Return the article of a refusal, what an item was put beside, or the attention it has had."""
    if item.state == "refused" and item.article:
        found = article(item.article, visit.person.language)
        told = visit.say("citizen-item-article", number=found.number, title=found.title, text=found.text)
        appeal = await appeal_of(visit.face.engine, item.id)
        return [told, *([visit.say(f"citizen-appeal-{appeal.outcome}")] if appeal else [])]
    if item.state == "merged" and item.merged_into:
        other = await contribution_of(visit.face.engine, item.merged_into)
        beside = other and other.state == "admitted" and other.amends != item.id  # else it is said that it goes on anew
        return [visit.say("citizen-item-merged", ref=other.reference)] if other and beside else []
    if item.state == "admitted":
        votes, supports = await attention_of(visit.face.engine, item.id)
        return [visit.say("citizen-item-attention", kind=item.kind, votes=votes, supports=supports)]
    return []


async def on_withdraw(visit: Visit) -> None:
    """Ask once more before something is taken back."""
    item, say = await own(visit, visit.wish.arg(0)), visit.say
    if item is None or item.state == WITHDRAWN:
        return visit.note(say.plain("citizen-gone"))
    rows = [
        [(say.plain("citizen-button-withdraw-yes"), f"my:{item.reference}")],
        [(say.plain("back"), f"m:{item.reference}")],
    ]
    sure = say("citizen-withdraw-sure", ref=item.reference)
    return await visit.show("\n\n".join([say("citizen-quoted", ref=item.reference, text=item.text), sure]), rows)


async def on_withdraw_yes(visit: Visit) -> None:
    item = await own(visit, visit.wish.arg(0))
    if item is None:
        return visit.note(visit.say.plain("citizen-gone"))
    outcome = await visit.act(ContributionWithdrawn, contribution=item.id)
    if await unsettled(visit, outcome, wanted="go:mine"):
        return None
    done = visit.say("citizen-withdrawn", ref=item.reference)
    return await visit.show(done, next_steps(visit.say, "mine", "ask"))


async def own(visit: Visit, reference: str) -> ContributionView | None:
    """Return the reader's own contribution; another's is as if it did not exist."""
    found = await by_reference(visit.face.engine, reference) if reference and visit.known else None
    return found if found and found.author == visit.person.id else None


def answers() -> Answers:
    return Answers(
        typed={"/mine": on_mine},
        tapped={"ms": on_page, "m": on_item, "mw": on_withdraw, "my": on_withdraw_yes},
    )
