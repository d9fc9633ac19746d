"""/object: a guarantor says in public what is not right about how a debate is led."""

from bots.moderator.choosing import theme_for
from bots.moderator.refusals import settled
from bots.moderator.results import identifier
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from deliberation.lengths import says_something
from events.objections import ObjectionRaised, ObjectionTakenBack
from storage.read_models.themes import ThemeView, theme_of

ASKED = "objection"
LEAST, MOST = 15, 1000  # characters


async def on_object(visit: Visit) -> None:
    """Take the text behind the theme, or ask for it."""
    theme = await theme_for(visit, "ob")
    if theme is None:
        return
    if text := "".join(visit.wish.words.split(maxsplit=1)[1:]):
        await raise_(visit, theme, text)
        return
    talk = await visit.talk()
    talk.close()
    talk.ask(ASKED, theme=theme.slug)
    question = visit.say("moderator-ask-objection", theme=theme.title, most=MOST)
    await visit.show(question, [[(visit.say.plain("cancel"), "x")]])


async def on_text(visit: Visit) -> None:
    theme = await theme_of(visit.desk.engine, (await visit.talk()).given["theme"])
    if theme:
        await raise_(visit, theme, visit.wish.words)


async def raise_(visit: Visit, theme: ThemeView, text: str) -> None:
    """Tell an objection; after a slip the question stays open."""
    text, talk = text.strip(), await visit.talk()
    if not (LEAST <= len(text) <= MOST and says_something(text)):
        talk.ask(ASKED, theme=theme.slug)
        slip = visit.say("moderator-slip-objection", least=LEAST, most=MOST, length=len(text))
        return await visit.tell(slip, [[(visit.say.plain("cancel"), "x")]])
    talk.close()
    outcome = await visit.act(ObjectionRaised, theme=theme.slug, text=text)
    if await settled(visit, outcome) and outcome:
        back: Row = [(visit.say.plain("moderator-button-objection-back"), f"ot:{outcome.params['objection']}")]
        await visit.tell(visit.say("moderator-objected", theme=theme.title), [back])
    return None


async def on_take_back(visit: Visit) -> None:
    objection = identifier(visit.wish.arg(0))
    if objection is None:
        return await visit.stop("moderator-stale")
    if await settled(visit, await visit.act(ObjectionTakenBack, objection=objection)):
        await visit.show(visit.say("moderator-objection-taken-back"))
    return None


def handlers() -> Handlers:
    return [*routes("/object", "ob", to=on_object, right="object"), *routes("ot", to=on_take_back, right="object")]
