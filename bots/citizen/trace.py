"""/trace: the way of one contribution, from its receipt to the agenda and the summary."""

from collections.abc import Iterable
from typing import Any

from bots.citizen.home import back_home, next_steps
from bots.citizen.mine import excerpt, story
from bots.citizen.results import still_said
from bots.citizen.routes import Answers
from bots.citizen.topics import topic_lines
from bots.citizen.visit import Row, Visit
from deliberation.rewording import in_language
from storage.read_models.contributions import ContributionView, by_reference, contribution_of, masked, mine_of
from storage.read_models.live import fate_of
from storage.read_models.results import published_of

OFFERED = 6  # own contributions offered as buttons
PAPER = "paper"  # the origin of what was given to the team, with its place


async def on_trace(visit: Visit) -> None:
    if not visit.wish.words:
        return await ask_which(visit)
    return await show(visit, visit.wish.words)


async def on_button(visit: Visit) -> None:
    await show(visit, visit.wish.arg(0))


async def ask_which(visit: Visit) -> None:
    """Offer one's own contributions, and say how to name another."""
    own = await mine_of(visit.face.engine, visit.citizen) if visit.known else ()
    row: Row = [(each.reference, f"tr:{each.reference}") for each in own[:OFFERED]]
    await visit.show(visit.say("citizen-trace-which"), [row, back_home(visit.say)])


async def show(visit: Visit, reference: str) -> None:
    """Show the way of an admitted contribution, or of one's own in any state; of an erased one only that it is."""
    say, item = visit.say, await by_reference(visit.face.engine, reference)
    if item and not item.text:
        return await visit.show(say("citizen-trace-erased", ref=item.reference), next_steps(say, "questions"))
    own = item is not None and item.author == visit.person.id
    after = await followed_of(visit, item) if item and not own else item  # who voted on a text finds the corrected one
    if item is None or after is None:
        return await visit.show(say("citizen-trace-unknown"), next_steps(say, "mine", "questions"))
    moved = [say("citizen-trace-goes-on", ref=item.reference, into=after.reference)] if after != item else []
    item, words = after, after if own else masked(after)
    lines = [
        *moved,
        say("citizen-quoted", ref=item.reference, text=excerpt(words.text)),
        await story(visit, item),
        *given_on_paper(visit, item),
        *await way(visit, item),
    ]
    return await visit.show("\n\n".join(lines), next_steps(say, "agenda", "summary"))


def given_on_paper(visit: Visit, item: ContributionView) -> list[str]:
    """Say where a contribution was given that somebody of the team has typed."""
    kind, _, place = item.origin.partition(":")
    return [visit.say("citizen-trace-paper", place=place)] if kind == PAPER else []


async def way(visit: Visit, item: ContributionView) -> list[str]:
    """Return what became of it in the published results; a merged one goes on as what it was merged into."""
    followed = await followed_of(visit, item)
    if followed is None:
        return []
    agenda = await published_of(visit.face.engine, item.theme, "agenda")
    summary = await published_of(visit.face.engine, item.theme, "summary")
    fate = await fate_of(visit.face.engine, item.id) if item.kind == "live" else None
    topic, ref = await topic_lines(visit, followed), followed.reference
    lines = [
        *([visit.say(f"citizen-trace-live-{fate[0]}", title=fate[1])] if fate else []),
        *(_agenda_lines(visit, await still_said(visit, item.theme, agenda.content), ref) if agenda else []),
        *(_summary_lines(visit, await still_said(visit, item.theme, summary.content), ref) if summary else []),
    ]
    return [*topic, *(lines or [visit.say("citizen-trace-nothing-yet")])]


async def followed_of(visit: Visit, item: ContributionView) -> ContributionView | None:
    """Return what a contribution goes on as: what it was merged into, and that one in its turn."""
    while item.state == "merged" and item.merged_into:
        into = await contribution_of(visit.face.engine, item.merged_into)
        if into is None:
            return None
        item = into
    return item if item.state == "admitted" else None


def _agenda_lines(visit: Visit, agenda: dict[str, Any], reference: str) -> Iterable[str]:
    for item in agenda.get("items", []):
        if reference in item.get("questions", []):
            yield visit.say("citizen-trace-agenda", rank=item["rank"], title=item["title"], minutes=item["minutes"])


def _summary_lines(visit: Visit, summary: dict[str, Any], reference: str) -> Iterable[str]:
    for section in in_language(summary, visit.say.language).get("sections", []):
        if any(reference in sentence.get("citations", []) for sentence in section.get("sentences", [])):
            yield visit.say("citizen-trace-summary", section=section["title"])


def answers() -> Answers:
    return Answers(typed={"/trace": on_trace}, tapped={"tr": on_button})
