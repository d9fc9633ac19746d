"""The topic that a contribution is in: under its number from the moment it is admitted, with its title once grouped."""

from bots.citizen.results import still_said
from bots.citizen.visit import Visit
from bots.wording import listed
from storage.read_models.contributions import ContributionView
from storage.read_models.topics import topic_number_of, topics_of


async def topic_lines(visit: Visit, item: ContributionView) -> list[str]:
    """Return a line about the topic of an admitted contribution, nothing while it is in none.

    Its title is a text of it that still stands, or what a moderator wrote.
    """
    engine = visit.face.engine
    number = await topic_number_of(engine, item.id)
    topic = next((each for each in await topics_of(engine, item.theme) if each.id == number), None)
    if topic is None:
        return []
    said = await still_said(visit, item.theme, {"title": topic.title, "contributions": list(topic.contributions)})
    lines = [visit.say("citizen-topic", number=str(topic.id), title=said["title"])]
    if len(said["contributions"]) > 1:  # of one text alone they would be its own words
        lines.append(visit.say("citizen-topic-words", words=listed(topic.keywords, visit.say.language)))
    return ["\n".join(lines)]
