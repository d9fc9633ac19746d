"""/strata: which share of the city belongs to which age, neighbourhood and kind of actor, for /missing to ask of."""

import re
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from bots.moderator.desk import LANGUAGES
from bots.moderator.refusals import settled
from bots.moderator.results import identifier
from bots.moderator.routes import Act, Handlers, routes
from bots.moderator.visit import Row, Visit
from bots.strata import named
from bots.wording import listed, number, wording
from deliberation.strata import LONGEST, MOST, STRATA, VALUES, Shares, fault_in
from events.strata import TargetsDeclared, TargetsUndone
from storage.read_models.strata import TargetsView, targets_of

ASKED = "strata"
PARTS = re.compile(r"\s*[·;|\n]\s*|(?<=[\d%])\s*,\s+")  # a comma within a number parts nothing
PART = re.compile(r"(?P<value>.+?)[\s:=]+(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s*%?")
DASHES = re.compile(r"[‐‑‒–—−]")
EXAMPLES = {
    "age": "16-29 24 % · 30-44 25 % · 45-59 23 % · 60-74 18 % · 75+ 10 %",
    "area": "Centre 40 % · Montferrand 35 % · La Plaine 25 %",
}


async def on_strata(visit: Visit) -> None:
    """Take the shares behind the stratum; with a stratum alone ask for them, with nothing show what there is."""
    first, *rest = visit.wish.words.split(maxsplit=1)[:2] or [""]
    stratum = visit.wish.arg(0) or words()["stratum"].get(folded(first), "")
    if stratum not in STRATA:
        return await show(visit)
    return await (take(visit, stratum, "".join(rest)) if rest else ask(visit, stratum))


async def show(visit: Visit, said: str = "", undo: UUID | None = None) -> None:
    """Show the shares of every stratum, with a button that changes each, and one that takes the last change back."""
    say, targets = visit.say, await targets_of(visit.desk.engine)
    lines = [line(visit, stratum, targets.get(stratum)) for stratum in STRATA]
    rows: list[Row] = [[(say.plain("moderator-stratum", stratum=each), f"sa:{each}") for each in STRATA]]
    rows += [[(say.plain("moderator-button-strata-undo"), f"sau:{undo}")]] if undo else []
    rows += [[(say.plain("moderator-button-missing"), "mi")]] if targets else []
    await visit.show("\n\n".join([*([said] if said else []), say("moderator-strata"), *lines]), rows)


def line(visit: Visit, stratum: str, found: TargetsView | None) -> str:
    name = visit.say.plain("moderator-stratum", stratum=stratum)
    if found is None:
        return visit.say("moderator-strata-none", stratum=name)
    shares = [
        visit.say.plain(
            "moderator-strata-share", value=named(visit.say, stratum, value), percent=number(each, visit.language)
        )
        for value, each in found.shares.items()
    ]
    return visit.say("moderator-strata-line", stratum=name, shares=listed(shares, visit.language))


async def ask(visit: Visit, stratum: str, slip: str = "") -> None:
    """Ask for the shares in one line; after a slip the question stays open."""
    (await visit.talk()).ask(ASKED, stratum=stratum)
    say = visit.say
    example = EXAMPLES.get(stratum) or f"{named(say, stratum, VALUES[stratum][0])} 60 % · …"
    known = listed((named(say, stratum, value) for value in VALUES.get(stratum, ())), visit.language)
    parts = [
        *([slip] if slip else []),
        say("moderator-ask-strata", stratum=say.plain("moderator-stratum", stratum=stratum), example=example),
        *([say("moderator-ask-strata-known", values=known)] if known else []),
        *([say("moderator-ask-strata-areas")] if stratum == "area" else []),
    ]
    await visit.show("\n\n".join(parts), [[(say.plain("cancel"), "x")]])


async def on_answer(visit: Visit) -> None:
    await take(visit, (await visit.talk()).given["stratum"], visit.wish.words)


async def take(visit: Visit, stratum: str, text: str) -> None:
    """Tell the shares that were written, if they make a whole."""
    shares = shares_in(stratum, text)
    if fault := fault_in(stratum, shares) if shares else "unreadable":
        total = number(round(sum(percent for _, percent in shares or ()), 2), visit.language)
        slip = visit.say("moderator-slip-strata", fault=fault, total=total, most=MOST, longest=LONGEST)
        return await ask(visit, stratum, slip)
    (await visit.talk()).close()
    outcome = await visit.act(TargetsDeclared, stratum=stratum, shares=dict(shares or ()))
    if await settled(visit, outcome) and outcome:
        await show(visit, visit.say("moderator-strata-noted"), undo=outcome.fact)
    return None


async def on_undo(visit: Visit) -> None:
    declared = identifier(visit.wish.arg(0))
    if declared is None:
        return await visit.stop("moderator-stale")
    if await settled(visit, await visit.act(TargetsUndone, declared=declared)):
        await show(visit, visit.say("moderator-strata-undone"))
    return None


def shares_in(stratum: str, text: str) -> Shares | None:
    """Return values and per cents as they were written, None where a part cannot be read."""
    found = [PART.fullmatch(part.strip()) for part in PARTS.split(text.strip().rstrip("·;|,. ")) if part.strip()]
    if not all(found):
        return None
    known = words().get(stratum, {})
    return [
        (known.get(folded(part["value"]), " ".join(part["value"].split())), float(part["percent"].replace(",", ".")))
        for part in found
        if part
    ]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the strata and their values by every name that they have in any language."""
    says = [wording(language) for language in LANGUAGES]
    strata = {folded(say.plain("moderator-stratum", stratum=each)): each for say in says for each in STRATA}
    values = {
        stratum: {
            folded(name): value for value in known for name in (value, *(named(say, stratum, value) for say in says))
        }
        for stratum, known in VALUES.items()
    }
    return {"stratum": {**strata, **{each: each for each in STRATA}}, **values}


def folded(name: str) -> str:
    return "".join(DASHES.sub("-", name).casefold().split())


def answers() -> dict[str, Act]:
    return {ASKED: on_answer}


def handlers() -> Handlers:
    return [
        *routes("/strata", "sa", to=on_strata, right="prepare"),
        *routes("sau", to=on_undo, right="prepare"),
    ]
