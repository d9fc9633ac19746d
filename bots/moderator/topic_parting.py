"""A topic parted: a moderator taps the texts that shall be a topic of their own; and changes of topics undone."""

from uuid import UUID

from bots.moderator.choosing import label, theme_for
from bots.moderator.refusals import settled
from bots.moderator.results import identifier
from bots.moderator.routes import Handlers, routes
from bots.moderator.topic_cards import found_by, line, page, page_in, quote, show_list, texts_of, turning
from bots.moderator.topics import ids_of, show_changed
from bots.moderator.visit import Row, Visit
from events.topics import TopicEditUndone, TopicParted, TopicRenamed, TopicsMerged
from storage.read_models.contributions import admitted_of
from storage.read_models.themes import ThemeView, theme_of
from storage.read_models.topics import TopicEditView, TopicView, edits_of

MOST_TEXTS = 500  # that a fact names
MOST_EDITS = 8  # shown, the newest first
NAMED = 3  # contributions told of one edit
SIGNS = {TopicRenamed.kind: "✏️", TopicsMerged.kind: "🔗", TopicParted.kind: "✂️"}


async def on_part(visit: Visit) -> None:
    """Begin to choose; what was chosen of another topic is left."""
    if found := await found_by(visit, visit.wish.arg(0)):
        talk = await visit.talk()
        if talk.given.get("topic") != visit.wish.arg(0) or not visit.wish.arg(1):
            talk.close()
            talk.given = {"topic": visit.wish.arg(0), "chosen": ""}
        await show_choice(visit, *found, page_in(visit, 1))


async def on_choose(visit: Visit) -> None:
    """Choose one text, or leave it after all."""
    topic_of, reference = visit.wish.arg(0), visit.wish.arg(1)
    found, talk = await found_by(visit, topic_of), await visit.talk()
    if found is None:
        return None
    if talk.given.get("topic") != topic_of or reference not in found[1].contributions:
        return await visit.stop("moderator-stale")
    chosen = talk.given["chosen"].split()
    left = [each for each in chosen if each != reference]
    talk.given = {"topic": topic_of, "chosen": " ".join(left if reference in chosen else [*chosen, reference])}
    return await show_choice(visit, *found, page_in(visit, 2))


async def show_choice(visit: Visit, theme: ThemeView, topic: TopicView, number: int) -> None:
    """Show the texts with a button each; enough are chosen once some are, and not all."""
    say, mine = visit.say, visit.wish.arg(0)
    chosen = set((await visit.talk()).given["chosen"].split())
    here, number, last = page(topic.contributions, number)
    texts = await texts_of(visit, theme.slug)
    buttons = [(f"{'☑️' if each in chosen else '◻️'} {each}", f"tx:{mine}:{each}:{number}") for each in here]
    part: Row = [(say.plain("moderator-button-topic-part-now", count=len(chosen)), f"tg:{mine}")]
    rows: list[Row] = [
        *(buttons[start : start + 3] for start in range(0, len(buttons), 3)),
        turning(number, last, f"tc:{mine}"),
        part if 0 < len(chosen) < len(topic.contributions) else [],
        [(say.plain("back"), f"to:{mine}")],
    ]
    quoted = [quote(visit, texts[each]) for each in here if each in texts]
    await visit.show("\n\n".join([line(visit, topic), say("moderator-topic-part"), *quoted]), rows)


async def on_part_now(visit: Visit) -> None:
    topic_of = visit.wish.arg(0)
    found, talk = await found_by(visit, topic_of), await visit.talk()
    if found is None:
        return None
    theme, topic = found
    chosen = [each for each in talk.given.get("chosen", "").split() if each in topic.contributions]
    if talk.given.get("topic") != topic_of or not 0 < len(chosen) < len(topic.contributions):
        return await visit.stop("moderator-stale")
    talk.close()
    texts = await texts_of(visit, theme.slug)
    others = ids_of([each for each in topic.contributions if each not in chosen], texts)[:MOST_TEXTS]
    ids = ids_of(chosen, texts)[:MOST_TEXTS]
    outcome = await visit.act(TopicParted, theme=theme.slug, contributions=ids, others=others)
    return await show_changed(visit, theme, chosen[0], outcome, "moderator-topic-parted")


async def on_edits(visit: Visit) -> None:
    """List the changes that are in force, the newest first, each with a button that takes it back."""
    theme = await theme_for(visit, "tu")
    if theme is None:
        return
    edits = (await edits_of(visit.desk.engine, theme.slug))[: -MOST_EDITS - 1 : -1]
    named = {item.id: item.reference for item in await admitted_of(visit.desk.engine, theme.slug)}
    rows: list[Row] = [[(label(told(edit, named)), f"tz:{edit.id}")] for edit in edits]
    back: Row = [(visit.say.plain("back"), f"tp:{theme.slug}")]
    question = visit.say("moderator-topic-edits" if edits else "moderator-topic-edits-none", theme=theme.title)
    await visit.show(question, [*rows, back])


def told(edit: TopicEditView, named: dict[UUID, str]) -> str:
    """Return a change in a few words that need no translation: what it named."""
    mine, others = (
        ", ".join([named[each] for each in ids if each in named][:NAMED]) for ids in (edit.contributions, edit.others)
    )
    what = {TopicRenamed.kind: f"{mine}: {edit.title}", TopicsMerged.kind: f"{mine} → {others}"}
    return f"{SIGNS[edit.kind]} {what.get(edit.kind, mine)}"


async def on_undo(visit: Visit) -> None:
    edit = identifier(visit.wish.arg(0))
    if edit is None:
        return await visit.stop("moderator-stale")
    outcome = await visit.act(TopicEditUndone, edit=edit)
    if not await settled(visit, outcome) or outcome is None:
        return None
    theme = await theme_of(visit.desk.engine, str(outcome.params["theme"]))
    if theme:
        await show_list(visit, theme, said=visit.say("moderator-topic-undone"))
    return None


def handlers() -> Handlers:
    return [
        *routes("tc", to=on_part, right="prepare"),
        *routes("tx", to=on_choose, right="prepare"),
        *routes("tg", to=on_part_now, right="prepare"),
        *routes("tu", to=on_edits, right="prepare"),
        *routes("tz", to=on_undo, right="prepare"),
    ]
