"""/missing: who is not heard yet in a theme, against the city's own shares; and what can be done about it."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

from bots.documents import packed
from bots.moderator.chart import drawable, shares_beside
from bots.moderator.choosing import theme_for
from bots.moderator.desk import NO_BOT
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from bots.strata import named
from bots.wording import Wording, number
from deliberation.disclosure import SMALLEST
from deliberation.silence import Presence, Silence, silence
from deliberation.strata import STRATA, said_of
from storage.read_models.strata import areas_ever, targets_of
from storage.read_models.themes import ThemeView
from storage.strata import Declarations, Present

Found = dict[str, Silence]  # by stratum


async def on_missing(visit: Visit) -> None:
    """Tell it in words, draw the same, and say what helps."""
    theme = await theme_for(visit, "mi")
    if theme is None:
        return
    visit.moved = True  # the list of themes stays where it is
    targets = await targets_of(visit.desk.engine)
    if not targets:
        rows: list[Row] = [[(visit.say.plain("moderator-button-strata"), "sa")]] if visit.may("prepare") else []
        await visit.tell(visit.say("moderator-missing-no-targets"), rows)
        return
    present = await Declarations(visit.desk.engine, visit.desk.addresses).present_in(theme.slug)
    areas = await areas_ever(visit.desk.engine)
    found = {
        each: compared(present, each, targets[each].shares, said_of(each, areas)) for each in STRATA if each in targets
    }
    for message in packed(text_of(visit, theme, present.people, found)):
        await visit.tell(message)
    await draw(visit, theme, found)
    await visit.tell(*next_steps(visit, theme, found, await visit.desk.citizen_bot_name()))


def compared(present: Present, stratum: str, shares: Mapping[str, float], values: Sequence[str]) -> Silence:
    """Compare what was said of each of the stratum's values with the shares of some of them."""
    counts = present.counts.get(stratum, {})
    return silence({**dict.fromkeys(values, 0), **counts}, shares, present.people - sum(counts.values()))


def text_of(visit: Visit, theme: ThemeView, people: int, found: Found) -> list[str]:
    """Return blocks: who took part, then each stratum, those who are missing first."""
    say = visit.say
    blocks = [say("moderator-missing", theme=theme.title, people=people)]
    for stratum, each in found.items():
        name = say.plain("moderator-stratum", stratum=stratum)
        head = say("moderator-missing-stratum", stratum=name, clear=any(one.missing for one in each.values))
        blocks.append("\n".join([head, *(line(visit, stratum, one) for one in each.values), *unsaid(say, each)]))
    small = [] if all(each.is_whole for each in found.values()) else [say("moderator-missing-small", smallest=SMALLEST)]
    return [*blocks, *small, say("moderator-missing-caution")]


def line(visit: Visit, stratum: str, one: Presence) -> str:
    key = f"moderator-missing-{'few' if one.missing else 'there'}{told_as(one)}"
    return visit.say(
        key,
        value=named(visit.say, stratum, one.value),
        share=between(visit, one),
        target=number(round(100 * one.target), visit.language),
        people=one.people or 0,
        needed=one.needed,
        smallest=SMALLEST,
    )


def told_as(one: Presence) -> str:
    """Return how a number is told: as it is, as a small one, or not at all."""
    if one.people is not None:
        return ""
    return "-small" if one.few else "-untold"


def between(visit: Visit, one: Presence) -> str:
    """Return a share in per cent: as exactly as may be told, or the most that it can be."""
    least = one.most if one.people is None else one.least
    return span(*(number(round(100 * share), visit.language) for share in (least, one.most)))


def span(least: object, most: object) -> str:
    return str(least) if least == most else f"{least}–{most}"


def unsaid(say: Wording, each: Silence) -> list[str]:
    """Return how many said nothing, or something without a target, if it is known that anybody did."""
    beside = [say("moderator-missing-beside", people=span(*each.beside))] if each.beside[0] else []
    return [say("moderator-missing-silent", people=span(*each.silent)), *beside]


async def draw(visit: Visit, theme: ThemeView, found: Found) -> None:
    """Send the picture: shares that may be told beside the targets."""
    say = drawable(visit.say)
    rows = [(named(say, stratum, one.value), one) for stratum, each in found.items() for one in each.values]
    labels, shares, targets = (
        [name for name, _ in rows],
        shares_of(one for _, one in rows),
        [one.target for _, one in rows],
    )
    title = say.plain("moderator-missing-chart", theme=theme.title)
    words = say.plain("moderator-missing-there-now"), say.plain("moderator-missing-target")
    png = await asyncio.to_thread(shares_beside, title, labels, (shares, targets), words)
    await visit.picture(png, visit.say("moderator-missing-caption", theme=theme.title))


def shares_of(values: Iterable[Presence]) -> list[float | None]:
    return [None if one.people is None else one.most for one in values]


def next_steps(visit: Visit, theme: ThemeView, found: Found, bot: str) -> tuple[str, list[Row]]:
    """Say what brings people in who are missing."""
    say = visit.say
    clear = any(one.missing for each in found.values() for one in each.values)
    link = f"https://t.me/{bot}?start=theme-{theme.slug}_…" if bot else NO_BOT
    ways = [("enter", "moderator-button-form", "fo"), ("broadcast", "moderator-button-broadcast", "bc")]
    row: Row = [(say.plain(label), f"{wish}:{theme.slug}") for right, label, wish in ways if visit.may(right)]
    return say("moderator-missing-next", clear=clear, link=link), [row]


def handlers() -> Handlers:
    return [*routes("/missing", "mi", to=on_missing, right="oversee")]
