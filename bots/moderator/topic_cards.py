"""What topics look like: a list, and one topic with its texts, a page at a time.

Buttons name a topic by a contribution in it, which finds it again when all were grouped anew meanwhile.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bots.documents import clip
from bots.moderator.choosing import label
from bots.moderator.results import brought_up_to_date
from bots.moderator.visit import Row, Visit
from bots.wording import listed
from storage.read_models.contributions import ContributionView, admitted_of, by_reference
from storage.read_models.themes import ThemeView, theme_of
from storage.read_models.topics import TopicView, edits_of, topics_of

Item = TypeVar("Item")

SIZE = 6  # of a page
EXCERPT = 160  # characters of a text


async def fresh_topics(visit: Visit, theme: str) -> tuple[tuple[TopicView, ...], str]:
    """Return the topics, computed now, and what to say where that takes too long."""
    in_time = await brought_up_to_date(visit, theme)
    return await topics_of(visit.desk.engine, theme), "" if in_time else visit.say("moderator-draft-behind")


async def found_by(visit: Visit, reference: str) -> tuple[ThemeView, TopicView] | None:
    """Return the topic that a contribution is in, with its theme; None once the person was told it is in none."""
    item = await by_reference(visit.desk.engine, reference)
    theme = await theme_of(visit.desk.engine, item.theme) if item else None
    for topic in await topics_of(visit.desk.engine, theme.slug) if theme else ():
        if theme and item and item.reference in topic.contributions:
            return theme, topic
    await visit.stop("moderator-refused-topic-changed")
    return None


async def texts_of(visit: Visit, theme: str) -> Mapping[str, ContributionView]:
    return {item.reference: item for item in await admitted_of(visit.desk.engine, theme)}


async def show_list(visit: Visit, theme: ThemeView, number: int = 0, said: str = "") -> None:
    """List the topics, largest first, each with a button that opens it."""
    say, (topics, behind) = visit.say, await fresh_topics(visit, theme.slug)
    back: Row = [(say.plain("back"), f"th:{theme.slug}")]
    if not topics:
        return await visit.show(say("moderator-topics-none", theme=theme.title), [back])
    here, number, last = page(topics, number)
    texts = sum(len(topic.contributions) for topic in topics)
    head = say("moderator-topics", theme=theme.title, topics=len(topics), texts=texts)
    rows: list[Row] = [[(label(named(topic)), f"to:{topic.contributions[0]}")] for topic in here]
    undo = await edits_of(visit.desk.engine, theme.slug)
    rows += [
        turning(number, last, f"tp:{theme.slug}"),
        [(say.plain("moderator-button-topic-edits", count=len(undo)), f"tu:{theme.slug}")] if undo else [],
        back,
    ]
    blocks = [said, behind, head, *(line(visit, topic) for topic in here)]
    return await visit.show("\n\n".join(block for block in blocks if block), rows)


def named(topic: TopicView) -> str:
    return f"{topic.id}. {topic.title}"


def line(visit: Visit, topic: TopicView) -> str:
    return visit.say(
        "moderator-topic-line",
        number=str(topic.id),
        title=clip(topic.title),
        words=listed(topic.keywords, visit.language),
        texts=len(topic.contributions),
        people=topic.people,
    )


async def show_topic(
    visit: Visit, theme: ThemeView, topic: TopicView, *, number: int = 0, said: str = "", undo: str = ""
) -> None:
    """Show one topic: its texts, the most central first, and what can be done with it; `undo` names an edit."""
    say, first = visit.say, topic.contributions[0]
    here, number, last = page(topic.contributions, number)
    texts = await texts_of(visit, theme.slug)
    rows: list[Row] = [
        [(say.plain("moderator-button-topic-undo"), f"tz:{undo}")] if undo else [],
        [(say.plain("moderator-button-topic-rename"), f"tr:{first}")],
        [
            (say.plain("moderator-button-topic-merge"), f"tm:{first}"),
            *([(say.plain("moderator-button-topic-part"), f"tc:{first}")] if len(topic.contributions) > 1 else []),
        ],
        turning(number, last, f"to:{first}"),
        [(say.plain("moderator-button-topics"), f"tp:{theme.slug}")],
    ]
    quoted = [quote(visit, texts[each]) for each in here if each in texts]
    await visit.show("\n\n".join(block for block in (said, line(visit, topic), *quoted) if block), rows)


def quote(visit: Visit, item: ContributionView) -> str:
    return visit.say("moderator-near-item", ref=item.reference, text=clip(item.text, EXCERPT))


def page(items: Sequence[Item], number: int) -> tuple[Sequence[Item], int, int]:
    """Return some of the items, which page it is and which is the last; beyond the end it is the last one."""
    last = max(0, (len(items) - 1) // SIZE)
    number = min(max(number, 0), last)
    return items[number * SIZE : (number + 1) * SIZE], number, last


def turning(number: int, last: int, data: str) -> Row:
    """Return the buttons to the pages before and after."""
    before = [(f"◀ {number}", f"{data}:{number - 1}")] if number else []
    after = [(f"{number + 2} ▶", f"{data}:{number + 1}")] if number < last else []
    return [*before, *after]


def page_in(visit: Visit, place: int) -> int:
    """Return the page that a button names."""
    named = visit.wish.arg(place)
    return int(named) if named.isascii() and named.isdigit() else 0
