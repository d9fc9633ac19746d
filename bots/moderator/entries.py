"""/enter: what people without Telegram gave on paper or in person, typed text by text, person by person; /takeback."""

from uuid import UUID

from bots.moderator.choosing import theme_for
from bots.moderator.refusals import settled
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import FACE, Row, Visit
from deliberation.lengths import LENGTHS, says_something
from events.base import fact_id
from events.contributions import ContributionEntered, EntryWithdrawn
from storage.read_models.contributions import by_reference

PLACE, KIND, TEXT, BACK = "entry-place", "entry-kind", "entry-text", "entry-back"
LONGEST_PLACE = 80
KINDS = ("question", "opinion", "testimony")


async def on_enter(visit: Visit) -> None:
    """Ask where the sheets come from, once for all that follow."""
    theme = await theme_for(visit, "en")
    if theme is None:
        return None
    say, talk = visit.say, await visit.talk()
    talk.close()
    if not theme.allows("ask"):
        phase = say.plain(f"phase-{theme.phase}")
        return await visit.show(say("moderator-refused-phase", theme=theme.title, phase=phase))
    talk.ask(PLACE, theme=theme.slug)
    return await visit.show(say("moderator-entry-place", theme=theme.title, most=LONGEST_PLACE), [cancel(visit)])


async def on_place(visit: Visit) -> None:
    place, talk = " ".join(visit.wish.words.split()), await visit.talk()
    if not place or len(place) > LONGEST_PLACE:
        return await visit.tell(visit.say("moderator-slip-entry-place", most=LONGEST_PLACE), [cancel(visit)])
    talk.ask(KIND, place=place)
    return await next_person(visit)


async def next_person(visit: Visit) -> None:
    """Begin with a sheet of somebody else, under a pseudonym of its own."""
    talk = await visit.talk()
    if "place" not in talk.given:
        return await visit.stop("moderator-stale")
    talk.ask(KIND, citizen=str(fact_id(FACE, "sheet", visit.member.id, visit.cause)))
    visit.moved = True  # the receipt before stays readable
    return await visit.show(visit.say("moderator-entry-kind"), [kinds(visit), cancel(visit)])


def kinds(visit: Visit) -> Row:
    return [(visit.say.plain(f"kind-{kind}"), f"ek:{kind}") for kind in KINDS]


async def on_kind(visit: Visit) -> None:
    kind, talk = visit.wish.arg(0), await visit.talk()
    if kind not in KINDS or "citizen" not in talk.given:
        return await visit.stop("moderator-stale")
    talk.ask(TEXT, kind=kind)
    visit.moved = visit.wish.arg(1) == "again"  # the receipt before stays readable
    least, most = LENGTHS[kind]
    asked = visit.say("moderator-entry-text", kind=visit.say.plain(f"kind-{kind}"), least=least, most=most)
    return await visit.show(asked, [cancel(visit)])


async def on_text(visit: Visit) -> None:
    """Tell what was typed; a slip leaves the question open."""
    talk, text = await visit.talk(), visit.wish.words.strip()
    kind = talk.given["kind"]
    if slip := slip_in(visit, kind, text):
        return await visit.tell(slip, [cancel(visit)])
    outcome = await visit.act(
        ContributionEntered,
        theme=talk.given["theme"],
        citizen=UUID(talk.given["citizen"]),
        what=kind,
        text=text,
        place=talk.given["place"],
    )
    if not await settled(visit, outcome) or outcome is None:
        return None
    talk.ask(KIND)
    received = visit.say("moderator-entry-received", ref=outcome.params["ref"], place=talk.given["place"])
    return await visit.tell(received, after(visit))


def slip_in(visit: Visit, kind: str, text: str) -> str | None:
    least, most = LENGTHS[kind]
    if not says_something(text):
        return visit.say("moderator-refused-empty")
    if least <= len(text) <= most:
        return None
    word = visit.say.plain(f"kind-{kind}")
    return visit.say("moderator-refused-length", kind=word, least=least, most=most, length=len(text))


def after(visit: Visit) -> list[Row]:
    """Return what can follow a sheet: another text of the same person, somebody else's, or the end."""
    say = visit.say
    same = [(say.plain(f"moderator-button-same-{kind}"), f"ek:{kind}:again") for kind in KINDS]
    return [
        *([each] for each in same),
        [(say.plain("moderator-button-next-person"), "ep")],
        [(say.plain("moderator-button-entry-done"), "ed")],
    ]


async def on_done(visit: Visit) -> None:
    (await visit.talk()).close()
    visit.moved = True
    await visit.show(visit.say("moderator-entry-done"), [[(visit.say.plain("moderator-button-queue"), "q")]])


def cancel(visit: Visit) -> Row:
    return [(visit.say.plain("cancel"), "x")]


async def on_take_back(visit: Visit) -> None:
    """Withdraw what was entered, for whoever gave it; without a reference ask for one."""
    if visit.wish.subject:
        return await take_back(visit, visit.wish.subject)
    (await visit.talk()).ask(BACK)
    return await visit.show(visit.say("moderator-ask-takeback"), [cancel(visit)])


async def on_reference(visit: Visit) -> None:
    await take_back(visit, visit.wish.words)


async def take_back(visit: Visit, reference: str) -> None:
    item, talk = await by_reference(visit.desk.engine, reference), await visit.talk()
    if item is None:
        talk.ask(BACK)
        return await visit.tell(visit.say("moderator-ban-unknown", ref=reference))
    talk.close()
    if await settled(visit, await visit.act(EntryWithdrawn, contribution=item.id)):
        await visit.show(visit.say("moderator-taken-back", ref=item.reference))
    return None


def answers() -> dict[str, Act]:
    return {PLACE: on_place, TEXT: on_text, BACK: on_reference}


def handlers() -> Handlers:
    return [
        *routes("/enter", "en", to=on_enter, right="enter"),
        *routes("ek", to=on_kind, right="enter"),
        *routes("ep", to=next_person, right="enter"),
        *routes("ed", to=on_done, right="enter"),
        *routes("/takeback", to=on_take_back, right="enter"),
    ]
