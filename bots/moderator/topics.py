"""/topics: what people speak of, as it was found; a moderator renames a topic, or makes one of two."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from bots.moderator.choosing import label, theme_for
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.topic_cards import (
    found_by,
    fresh_topics,
    line,
    named,
    page,
    page_in,
    show_list,
    show_topic,
    texts_of,
    turning,
)
from bots.moderator.visit import Row, Visit
from events.base import Outcome
from events.topics import TopicRenamed, TopicsMerged
from storage.read_models.contributions import ContributionView
from storage.read_models.themes import ThemeView
from storage.read_models.topics import TopicView

ASKED = "topic-title"
TITLE = range(3, 121)  # characters
NAMING = 5  # contributions by which a fact names a topic, the most central ones


async def on_topics(visit: Visit) -> None:
    theme = await theme_for(visit, "tp")
    if theme:
        await show_list(visit, theme, page_in(visit, 1))


async def on_topic(visit: Visit) -> None:
    if found := await found_by(visit, visit.wish.arg(0)):
        await show_topic(visit, *found, number=page_in(visit, 1))


async def on_rename(visit: Visit) -> None:
    """Ask for a title."""
    if found := await found_by(visit, visit.wish.arg(0)):
        (await visit.talk()).ask(ASKED, topic=visit.wish.arg(0))
        question = visit.say("moderator-ask-topic-title")
        await visit.show(f"{line(visit, found[1])}\n\n{question}", [[(visit.say.plain("cancel"), "x")]])


async def on_title(visit: Visit) -> None:
    """Take the answer; after a slip the question stays open."""
    title, talk = " ".join(visit.wish.words.split()), await visit.talk()
    if len(title) not in TITLE:
        return await visit.tell(visit.say("moderator-slip-title", length=len(title)))
    reference = talk.given["topic"]
    talk.close()
    if found := await found_by(visit, reference):
        theme, topic = found
        texts = await texts_of(visit, theme.slug)
        outcome = await visit.act(TopicRenamed, theme=theme.slug, contributions=naming(topic, texts), title=title)
        await show_changed(visit, theme, reference, outcome, "moderator-topic-renamed")
    return None


async def on_merge(visit: Visit) -> None:
    """Offer the other topics, a page at a time."""
    found = await found_by(visit, visit.wish.arg(0))
    if found is None:
        return
    theme, topic = found
    mine, (topics, _) = visit.wish.arg(0), await fresh_topics(visit, theme.slug)
    here, number, last = page([each for each in topics if each.id != topic.id], page_in(visit, 1))
    rows: list[Row] = [[(label(named(each)), f"ti:{mine}:{each.contributions[0]}")] for each in here]
    rows += [turning(number, last, f"tm:{mine}"), [(visit.say.plain("back"), f"to:{mine}")]]
    question = visit.say("moderator-topic-merge" if here else "moderator-topic-merge-none")
    await visit.show(f"{line(visit, topic)}\n\n{question}", rows)


async def on_merge_into(visit: Visit) -> None:
    one, other = await found_by(visit, visit.wish.arg(0)), await found_by(visit, visit.wish.arg(1))
    if one is None or other is None:
        return None
    theme, topic = one
    if theme.slug != other[0].slug or topic.id == other[1].id:
        return await visit.stop("moderator-refused-topic-changed")
    texts = await texts_of(visit, theme.slug)
    outcome = await visit.act(
        TopicsMerged, theme=theme.slug, contributions=naming(topic, texts), target=naming(other[1], texts)
    )
    return await show_changed(visit, theme, visit.wish.arg(1), outcome, "moderator-topic-merged")


def naming(topic: TopicView, texts: Mapping[str, ContributionView]) -> tuple[UUID, ...]:
    return ids_of(topic.contributions, texts)[:NAMING]


def ids_of(references: Iterable[str], texts: Mapping[str, ContributionView]) -> tuple[UUID, ...]:
    """Return the ids of what is still admitted."""
    return tuple(texts[each].id for each in references if each in texts)


async def show_changed(visit: Visit, theme: ThemeView, reference: str, outcome: Outcome | None, said: str) -> None:
    """Show the topic that a contribution is in now, with a button that takes the change back."""
    if not await settled(visit, outcome) or outcome is None:
        return
    topics, behind = await fresh_topics(visit, theme.slug)
    topic = next((each for each in topics if reference in each.contributions), None)
    done = f"{visit.say(said)}\n{behind}".strip()
    if topic:
        await show_topic(visit, theme, topic, said=done, undo=str(outcome.fact))
    else:
        await show_list(visit, theme, said=done)


def handlers() -> Handlers:
    return [
        *routes("/topics", "tp", to=on_topics, right="prepare"),
        *routes("to", to=on_topic, right="prepare"),
        *routes("tr", to=on_rename, right="prepare"),
        *routes("tm", to=on_merge, right="prepare"),
        *routes("ti", to=on_merge_into, right="prepare"),
    ]
