"""/ask and /opinion: a citizen's words, looked at for slips and for what says the same, then received."""

from collections.abc import Sequence
from uuid import UUID

from aiogram.types import Message

from bots.citizen.consent import ask_consent
from bots.citizen.contact import contact_button
from bots.citizen.current import theme_for
from bots.citizen.home import back_home, next_steps
from bots.citizen.refusals import unsettled
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from deliberation.legible import legible
from deliberation.lengths import LENGTHS, LONGEST, says_something
from events.base import Event, Outcome, fact_id
from events.contributions import OpinionGiven, QuestionAsked
from storage.read_models.contributions import ContributionView, given_by, waiting_of
from storage.read_models.preferences import preferences_of
from storage.read_models.wall import Wall

FACTS: dict[str, type[Event]] = {"question": QuestionAsked, "opinion": OpinionGiven}
ACTIONS = {"question": "ask", "opinion": "give_opinion"}
COMMANDS = {"question": "ask", "opinion": "opinion"}
MOST_OFFERED = 3
INSTEAD = {"question": ("citizen-button-support", "qs"), "opinion": ("citizen-button-vote-on", "vs")}


async def on_ask(visit: Visit) -> None:
    await begin(visit, "question")


async def on_opinion(visit: Visit) -> None:
    await begin(visit, "opinion")


async def begin(visit: Visit, kind: str) -> None:
    """Take the words behind the command, or ask for them."""
    command, slug = COMMANDS[kind], visit.wish.arg(0)
    if not visit.known:
        return await ask_consent(visit, f"go:{command}:{slug}".rstrip(":"))
    if visit.wish.words:
        return await place(visit, kind, visit.wish.words, visit.message)
    theme = await theme_for(visit, ACTIONS[kind], lambda each: f"go:{command}:{each}", slug=slug)
    if theme is None:
        return None
    talk = await visit.talk()
    talk.expect(kind, theme.slug)
    talk.theme = talk.theme if not slug else theme.slug
    least, most = LENGTHS[kind]
    prompt = visit.say(f"citizen-{command}-prompt", theme=theme.title, least=least, most=most)
    return await visit.show(prompt, [[(visit.say.plain("cancel"), "go:cancel")]])


async def place(visit: Visit, kind: str, text: str, said: object) -> None:
    """Find the theme for a text; where several are open, the text waits for the choice."""
    mark = mark_of(said)
    theme = await theme_for(visit, ACTIONS[kind], lambda slug: f"in:{mark}:{slug}")
    if theme is None:
        (await visit.talk()).keep(kind, "", text, mark)
    else:
        await weigh(visit, kind, theme.slug, text, mark)


async def on_place_chosen(visit: Visit) -> None:
    """Go on with the text that waited for its theme."""
    talk = await visit.talk()
    if not talk.draft or talk.mark != visit.wish.arg(0):
        return visit.note(visit.say.plain("citizen-draft-gone"), alert=True)
    theme = await theme_for(
        visit, ACTIONS[talk.draft_kind], lambda slug: f"in:{talk.mark}:{slug}", slug=visit.wish.arg(1)
    )
    if theme:
        talk.theme = theme.slug
        await weigh(visit, talk.draft_kind, theme.slug, talk.draft, talk.mark)
    return None


async def weigh(visit: Visit, kind: str, theme: str, text: str, mark: str, *, amends: str = "") -> None:
    """Mend a slip, offer what says the same, or send the words in."""
    text, talk = text.strip(), await visit.talk()
    if slip := slip_in(visit, kind, text):
        talk.drop()
        talk.expect(kind, theme, amends=amends)
        return await visit.show(slip, [[(visit.say.plain("cancel"), "go:cancel")]])
    shown = legible(text)
    if near := [each for each in await alike(visit, kind, theme, shown, mark) if str(each.id) != amends]:
        talk.keep(kind, theme, text, mark, amends=amends)
        return await offer(visit, kind, near, mark, f"citizen-near-{kind}")
    if kin := await akin(visit, kind, theme, shown):
        talk.keep(kind, theme, text, mark, amends=amends)
        return await offer(visit, kind, kin, mark, f"citizen-kin-{kind}")
    return await send_in(visit, kind, theme, text, mark, amends=amends)


async def alike(visit: Visit, kind: str, theme: str, text: str, mark: str) -> list[ContributionView]:
    """Return what says the same among the admitted texts and the person's own; no other text is looked at."""
    own = Wall(await waiting_of(visit.face.engine, visit.citizen, theme, kind))
    wall, itself = await visit.memory.walls.of(theme, kind), key_of(visit, mark)
    found = [*own.near(text), *wall.near(text)]
    return [item for item in found if item.id != itself][:MOST_OFFERED]


async def akin(visit: Visit, kind: str, theme: str, text: str) -> list[ContributionView]:
    """Return what others said in other words or another language, among the admitted texts only."""
    found, wall = await visit.face.kin(theme, kind, text), await visit.memory.walls.of(theme, kind)
    near = [item for reference in found if (item := wall.by_reference.get(reference))]
    return [item for item in near if item.author != visit.person.id][:MOST_OFFERED]


def slip_in(visit: Visit, kind: str, written: str) -> str | None:
    """Return a sentence that helps, when a text says nothing or has a wrong length."""
    (least, most), text = LENGTHS[kind], legible(written)
    if not says_something(text):
        return visit.say("citizen-slip-empty", kind=kind)
    if len(text) < least:
        return visit.say("citizen-slip-short", least=least, length=len(text))
    if len(text) > most:
        return visit.say("citizen-slip-long", most=most, length=len(text), over=len(text) - most)
    if len(written) > LONGEST:
        return visit.say("citizen-slip-piled")
    return None


async def offer(visit: Visit, kind: str, near: Sequence[ContributionView], mark: str, said: str) -> None:
    """Show texts that say the same, to support them instead; `said` is what the person is told about them."""
    say, (label, act) = visit.say, INSTEAD[kind]
    shown = [say("citizen-quoted", ref=each.reference, text=each.text) for each in near]
    rows: list[Row] = [
        [(say.plain(label, ref=each.reference), f"{act}:{each.reference}")]
        if each.author != visit.person.id
        else [(say.plain("citizen-button-see", ref=each.reference), f"m:{each.reference}")]
        for each in near
    ]
    rows.append([(say.plain("citizen-button-keep-mine"), f"keep:{mark}")])
    head = said if any(each.author != visit.person.id for each in near) else "citizen-near-own"
    await visit.show("\n\n".join([say(head), *shown]), rows)


async def on_keep(visit: Visit) -> None:
    """Send in a text although others say the same."""
    talk = await visit.talk()
    if not visit.known or not talk.draft or talk.mark != visit.wish.arg(0) or not talk.draft_into:
        return visit.note(visit.say.plain("citizen-draft-gone"), alert=True)
    return await send_in(visit, talk.draft_kind, talk.draft_into, talk.draft, talk.mark, amends=talk.draft_amends)


async def send_in(visit: Visit, kind: str, theme: str, text: str, mark: str, *, amends: str = "") -> None:
    """Tell the contribution; its id derives from the message it was written in, so that two taps send it in once."""
    outcome = await visit.act(FACTS[kind], key=key_of(visit, mark), theme=theme, text=text, amends=amends or None)
    talk = await visit.talk()
    talk.close()
    talk.drop()
    if not await unsettled(visit, outcome, wanted=f"go:{COMMANDS[kind]}") and outcome:
        await receipt(visit, outcome)


async def receipt(visit: Visit, outcome: Outcome) -> None:
    reference, kind = str(outcome.params.get("ref")), str(outcome.params.get("kind"))
    say, asked = visit.say, await may_be_asked(visit)
    rows: list[Row] = [
        [(say.plain("citizen-button-see", ref=reference), f"m:{reference}")],
        *[[contact_button(visit, allowed=False)] for _ in asked],
        *next_steps(say, COMMANDS.get(kind, "ask"), "vote"),
    ]
    await visit.show("\n\n".join([say("citizen-received", ref=reference, kind=kind), *asked]), rows)


async def may_be_asked(visit: Visit) -> list[str]:
    """Return whether we may come back to them, asked once: with the receipt of the first thing they gave."""
    if await given_by(visit.face.engine, visit.citizen) > 1:
        return []
    known = await preferences_of(visit.face.engine, visit.citizen)
    return [] if known.contact_since else [visit.say("citizen-contact-ask")]


async def on_cancel(visit: Visit) -> None:
    """Close the dialogue and forget the text that was held back."""
    talk = await visit.talk()
    talk.close()
    talk.drop()
    await visit.show(visit.say("citizen-cancelled"), [back_home(visit.say)])


def key_of(visit: Visit, mark: str) -> UUID:
    """Return the id that a text becomes a contribution under, however often it is sent in."""
    return fact_id(visit.face.bot_name, visit.citizen, mark)


def mark_of(said: object) -> str:
    """Return the name of a message among one person's: its number and its second."""
    if not isinstance(said, Message):
        return ""
    return f"{said.message_id}.{int(said.date.timestamp())}"


def answers() -> Answers:
    return Answers(
        typed={"/ask": on_ask, "/opinion": on_opinion, "/cancel": on_cancel},
        tapped={"in": on_place_chosen, "keep": on_keep},
    )
