"""The items of an agenda's draft, one by one: pinned, dropped, given another title, or left to the equal shares."""

from collections.abc import Mapping
from typing import Any

from bots.documents import clip, references
from bots.moderator.choosing import label
from bots.moderator.refusals import settled
from bots.moderator.results import brought_up_to_date
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import Row, Visit
from deliberation.lengths import says_something
from events.amendments import AgendaAmendmentUndone, AgendaItemDropped, AgendaItemPinned, AgendaItemRetitled
from events.base import Event
from storage.read_models.amendments import AmendmentView, amendments_of
from storage.read_models.contributions import ContributionView, by_reference
from storage.read_models.results import draft_of
from storage.read_models.themes import theme_of

Item = Mapping[str, Any]

DROP, TITLE = "agenda-drop", "agenda-title"
LENGTHS = {DROP: (3, 200), TITLE: (3, 120)}  # characters
MOST = 40  # items shown at once: those on the agenda, then what was left out with most supporters


async def on_items(visit: Visit) -> None:
    """List what is on the agenda and what is not, a button each."""
    theme = await theme_of(visit.desk.engine, visit.wish.arg(0))
    items = await items_of(visit, visit.wish.arg(0))
    if theme is None or not items:
        return await visit.stop("moderator-stale")
    rows: list[Row] = [[(titled(item), f"ai:{item['questions'][0]}")] for item in items[:MOST]]
    visit.moved = True  # the draft stays where it is
    return await visit.show(visit.say("moderator-agenda-items", theme=theme.title), rows)


async def items_of(visit: Visit, theme: str) -> list[Item]:
    """Return the items of the newest draft, those on the agenda first; each has questions that are still shown."""
    draft = await draft_of(visit.desk.engine, theme, "agenda")
    content = draft.content if draft else {}
    return [item for item in (*content.get("items", ()), *content.get("not_selected", ())) if item["questions"]]


def titled(item: Item) -> str:
    """Return an item as a button says it: with its place, or how it came to have none."""
    if item.get("pinned"):
        return label(f"📌 {item['rank']}. {item['title']}")
    if "rank" in item:
        return label(f"{item['rank']}. {item['title']}")
    return label(f"{'✖️' if item.get('dropped') else '▫️'} {item['title']}")


async def on_item(visit: Visit) -> None:
    if question := await named(visit):
        await show(visit, question)


async def named(visit: Visit) -> ContributionView | None:
    """Return the question by which a button names its item; says so when there is none."""
    found = await by_reference(visit.desk.engine, visit.wish.arg(0))
    if found is None:
        await visit.stop("moderator-stale")
    return found


async def show(visit: Visit, question: ContributionView, said: str = "") -> None:
    """Show the item that holds a question, and what can be decided about it."""
    items = await items_of(visit, question.theme)
    item = next((each for each in items if question.reference in each["questions"]), None)
    if item is None:
        return await visit.stop("moderator-agenda-item-gone")
    lines = [said, text_of(visit, item)]
    standing = {each.amended: each for each in await standing_of(visit, question.theme, item)}
    return await visit.show("\n\n".join(filter(None, lines)), rows_of(visit, question, standing))


def text_of(visit: Visit, item: Item) -> str:
    say = visit.say
    text = say(
        "moderator-agenda-item",
        title=clip(item["title"]),
        supporters=item["supporters"],
        refs=references(item["questions"], say),
        why=item["why"],
    )
    original = item.get("original_title")
    return f"{text}\n{say('document-agenda-retitled', title=clip(original))}" if original else text


async def standing_of(visit: Visit, theme: str, item: Item) -> list[AmendmentView]:
    """Return what stands about an item, the latest last."""
    return [each for each in await amendments_of(visit.desk.engine, theme) if each.question in item["questions"]]


def rows_of(visit: Visit, question: ContributionView, standing: Mapping[str, AmendmentView]) -> list[Row]:
    """Return what can be decided: a pin, a drop and a title each, or the way back from what stands."""
    say, ref, place, title = visit.say, question.reference, standing.get("place"), standing.get("title")
    decide: Row = [(say.plain("moderator-button-pin"), f"ap:{ref}"), (say.plain("moderator-button-drop"), f"ad:{ref}")]
    if place:
        decide = [(say.plain(f"moderator-button-un{place.what}"), f"au:{place.question}:place")]
    name: Row = [(say.plain("moderator-button-retitle"), f"an:{ref}")]
    if title:
        name = [*name, (say.plain("moderator-button-unretitled"), f"au:{title.question}:title")]
    back: Row = [
        (say.plain("moderator-button-items"), f"ae:{question.theme}"),
        (say.plain("moderator-button-agenda"), f"ag:{question.theme}"),
    ]
    return [decide, name, back]


async def on_pin(visit: Visit) -> None:
    if question := await named(visit):
        await decide(visit, question, AgendaItemPinned, "moderator-agenda-pinned")


async def on_undo(visit: Visit) -> None:
    question, amended = await named(visit), visit.wish.arg(1)
    if question and amended in {"place", "title"}:
        await decide(visit, question, AgendaAmendmentUndone, "moderator-agenda-undone", amended=amended)


async def on_ask(visit: Visit) -> None:
    """Ask for the reason of a drop, which everybody can read, or for a title."""
    if question := await named(visit):
        talk, asked = await visit.talk(), DROP if visit.wish.name == "ad" else TITLE
        talk.close()
        talk.ask(asked, question=question.reference)
        await visit.show(visit.say(f"moderator-ask-{asked}"), [[(visit.say.plain("cancel"), "x")]])


async def on_answer(visit: Visit) -> None:
    """Take the reason or the title; after a slip the question stays open."""
    talk, words = await visit.talk(), " ".join(visit.wish.words.split())
    asked, question = talk.asked, await by_reference(visit.desk.engine, talk.given["question"])
    least, most = LENGTHS[asked]
    if not (least <= len(words) <= most and says_something(words)):
        return await visit.tell(visit.say("moderator-slip-agenda-words", least=least, most=most, length=len(words)))
    talk.close()
    if question is None:
        return await visit.stop("moderator-agenda-item-gone")
    if asked == DROP:
        return await decide(visit, question, AgendaItemDropped, "moderator-agenda-dropped", reason=words)
    return await decide(visit, question, AgendaItemRetitled, "moderator-agenda-retitled", title=words)


async def decide(visit: Visit, question: ContributionView, kind: type[Event], said: str, **fields: str) -> None:
    """Tell what is decided, have the agenda computed anew, and show what became of the item."""
    if await settled(visit, await visit.act(kind, key=None, question=question.id, **fields)):
        fresh = await brought_up_to_date(visit, question.theme)
        behind = "" if fresh else visit.say("moderator-draft-behind")
        await show(visit, question, f"{visit.say(said)}\n{behind}".strip())


def answers() -> dict[str, Act]:
    return dict.fromkeys(LENGTHS, on_answer)


def handlers() -> Handlers:
    return [
        *routes("ae", to=on_items, right="publish"),
        *routes("ai", to=on_item, right="publish"),
        *routes("ap", to=on_pin, right="publish"),
        *routes("ad", "an", to=on_ask, right="publish"),
        *routes("au", to=on_undo, right="publish"),
    ]
