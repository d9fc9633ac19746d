"""Where I stand: what unites me with everybody, and which group is nearest; worked out for the one who asks.

Nothing of it is kept, logged or told to anybody else: it is read off their own votes and what the map shows of groups.
"""

from collections.abc import Mapping
from typing import Any

from bots.citizen.consent import ask_consent
from bots.citizen.current import visible
from bots.citizen.home import next_steps
from bots.citizen.routes import Answers
from bots.citizen.visit import Row, Visit
from bots.wording import Wording, listed
from deliberation.standing import Standing, standing
from storage.read_models.results import draft_of
from storage.read_models.statements import votes_of
from storage.read_models.themes import ThemeView

Document = Mapping[str, Any]

FEWEST = 10  # people of a map, and of a group that one is told to be near to
MOST_TOPICS = 3
FEWEST_TEXTS = 2  # of a topic that is named
UNITING = {"agree": 1, "disagree": -1}


def standing_row(say: Wording, theme: str) -> Row:
    """Return the button that leads here."""
    return [(say.plain("citizen-button-standing"), f"me:{theme}")]


async def on_standing(visit: Visit) -> None:
    """Tell it below the card whose button was tapped, which stays."""
    theme = await visible(visit, visit.wish.arg(0))
    if theme is None:
        return visit.note(visit.say.plain("citizen-gone"))
    visit.moved = True
    if not visit.known:
        return await ask_consent(visit, visit.wish.data)
    lines = await told(visit, theme)
    if not lines:
        return await visit.show(visit.say("citizen-standing-none", theme=theme.title), next_steps(visit.say, "vote"))
    head, foot = visit.say("citizen-standing-head", theme=theme.title), visit.say("citizen-standing-foot")
    return await visit.show("\n\n".join([head, *lines, foot]), next_steps(visit.say, "vote", "map"))


async def told(visit: Visit, theme: ThemeView) -> list[str]:
    """Return what can be told so far, nothing while there is no map or too few of one's votes.

    Votes on what is not admitted any more count for nothing.
    """
    engine = visit.face.engine
    drawn, held = await draft_of(engine, theme.slug, "map"), await draft_of(engine, theme.slug, "standing")
    if drawn is None or held is None or drawn.content.get("participants", 0) < FEWEST:
        return []
    if drawn.input_hash != held.input_hash:  # between two computings: groups may have other numbers
        return []
    wall = await visit.memory.walls.of(theme.slug, "opinion")
    cast = await votes_of(engine, theme.slug, visit.citizen)
    votes = {item.reference: cast[item.id] for item in wall.items if item.id in cast}
    groups = [group for group in held.content["groups"] if group["size"] >= FEWEST]
    shown = {item.reference for item in wall.items}
    topics = [topic for topic in held.content["topics"] if topic["keywords"] and is_shown(topic["statements"], shown)]
    found = standing(
        votes,
        {row["statement"]: UNITING[row["side"]] for row in drawn.content["common_ground"]},
        {group["id"]: means_of(group) for group in groups},
        [topic["statements"] for topic in topics],
    )
    return lines_of(found, groups, topics, visit.say)


def is_shown(statements: list[str], shown: set[str]) -> bool:
    """Say whether a topic may be named: by several statements that all still stand, lest its words be one person's."""
    return len(statements) >= FEWEST_TEXTS and shown.issuperset(statements)


def means_of(group: Document) -> dict[str, float]:
    return {row["statement"]: row["mean"] for row in group["means"]}


def lines_of(found: Standing, groups: list[Any], topics: list[Any], say: Wording) -> list[str]:
    """Put into words what was found; groups are numbered as on the map."""
    lines = [say("citizen-standing-uniting", agreed=found.agreed, voted=found.voted)] if found.voted else []
    if found.nearest is not None:
        size = next(group["size"] for group in groups if group["id"] == found.nearest)
        lines.append(say("citizen-standing-nearest", number=found.nearest + 1, size=size))
    return lines + [
        say("citizen-standing-nearer", topic=listed(topics[topic]["keywords"], say.language), number=group + 1)
        for topic, group in found.nearer[:MOST_TOPICS]
    ]


def answers() -> Answers:
    return Answers(tapped={"me": on_standing})
