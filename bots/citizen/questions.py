"""/questions: what others ask, a page at a time, with a button to support each."""

from bots.citizen.consent import ask_consent
from bots.citizen.current import theme_for, visible
from bots.citizen.home import back_home, next_steps
from bots.citizen.pages import page_of, turning
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from events.base import Event
from events.votes import SupportGiven, SupportTakenBack
from storage.read_models.contributions import ContributionView
from storage.read_models.questions import QuestionView, questions_of
from storage.read_models.themes import ThemeView


async def on_questions(visit: Visit) -> None:
    slug = visit.wish.arg(0) or visit.wish.words
    theme = await theme_for(visit, "read", lambda each: f"go:questions:{each}", slug=slug)
    if theme:
        await show_page(visit, theme, 0)


async def on_page(visit: Visit) -> None:
    theme = await visible(visit, visit.wish.arg(0))
    if theme is None:
        return visit.note(visit.say.plain("citizen-gone"))
    return await show_page(visit, theme, number(visit.wish.arg(1)))


async def show_page(visit: Visit, theme: ThemeView, number: int) -> None:
    """Show five questions with their supporters."""
    say, wall = visit.say, await visit.memory.walls.of(theme.slug, "question")
    questions = await questions_of(visit.face.engine, wall, theme.slug, visit.person.id)
    if not questions.items:
        return await visit.show(say("citizen-questions-none", theme=theme.title), next_steps(say, "ask", "themes"))
    page = page_of(questions.items, number)
    shown = [questions.view(item) for item in page.items]
    lines = [entry(visit, question) for question in shown]
    head = say("citizen-questions", theme=theme.title, count=len(questions.items))
    rows: list[Row] = [[button(visit, question, page.number)] for question in shown if theme.allows("support")]
    rows += [turning(page, f"q:{theme.slug}"), back_home(say)]
    return await visit.show("\n\n".join([head, *lines]), rows)


def entry(visit: Visit, question: QuestionView) -> str:
    key = "citizen-question-mine" if question.mine else "citizen-question"
    return visit.say(key, ref=question.reference, text=question.text, supporters=question.supporters)


def button(visit: Visit, question: QuestionView, page: int) -> tuple[str, str]:
    label, act = ("citizen-button-unsupport", "qu") if question.supported else ("citizen-button-support", "qs")
    return visit.say.plain(label, ref=question.reference), f"{act}:{question.reference}:{page}"


async def on_support(visit: Visit) -> None:
    await back(visit, SupportGiven, "citizen-supported")


async def on_unsupport(visit: Visit) -> None:
    await back(visit, SupportTakenBack, "citizen-unsupported")


async def back(visit: Visit, fact: type[Event], said: str) -> None:
    """Give or take back a support, for an admitted question only, and show it where it was tapped."""
    question = await meant(visit, visit.wish.arg(0))
    if question is None:
        return visit.note(visit.say.plain("citizen-gone"))
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    outcome = await visit.act(fact, theme=question.theme, question=question.id)
    if await unsettled(visit, outcome, wanted=visit.wish.data):
        return None
    visit.note(visit.say.plain(said, ref=question.reference))
    return await after(visit, question, said)


async def after(visit: Visit, question: ContributionView, said: str) -> None:
    """Go back to the page; a support in place of an own question ends that dialogue."""
    theme = await visible(visit, question.theme)
    if theme and visit.wish.arg(1):
        return await show_page(visit, theme, number(visit.wish.arg(1)))
    talk = await visit.talk()
    talk.drop()
    return await visit.show(visit.say(said, ref=question.reference), next_steps(visit.say, "questions", "ask"))


async def meant(visit: Visit, reference: str) -> ContributionView | None:
    """Return the question of an act, which is refused when the question does not stand any more."""
    walls = visit.memory.walls
    return walls.recall(reference, "question") or await walls.find(reference, "question")


def number(text: str) -> int:
    """Return a page's number from a button's data, the first page for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0  # noqa: PLR2004 - a page has at most four digits


def answers() -> Answers:
    return Answers(
        typed={"/questions": on_questions},
        tapped={"q": on_page, "qs": on_support, "qu": on_unsupport},
    )
