"""A debate as citizens see it: when and where, how many come, one's own place in it, and what can be done now."""

from zoneinfo import ZoneInfo

from bots.citizen.current import visible
from bots.citizen.home import back_home
from bots.citizen.visit import Row, Visit
from bots.wording import moment
from deliberation.debates import ends_at, takes_live
from storage.read_models.sessions import SessionView, reminders_of


def is_over(visit: Visit, debate: SessionView) -> bool:
    return debate.cancelled or visit.face.clock() >= ends_at(debate.starts_at, debate.minutes)


def is_the_day(visit: Visit, debate: SessionView) -> bool:
    """Say whether the day of a debate has come, in the city's time, and the debate is not over."""
    zone = ZoneInfo(visit.face.timezone)
    return not is_over(visit, debate) and visit.face.clock().astimezone(zone).date() >= (
        debate.starts_at.astimezone(zone).date()
    )


def card(visit: Visit, debate: SessionView) -> str:
    """Return a debate with its seats, and the reader's own place in it."""
    return "\n".join(
        [
            visit.say(
                "citizen-session",
                ref=debate.reference,
                title=debate.title,
                when=when(visit, debate),
                place=debate.place,
                minutes=debate.minutes,
            ),
            *([] if debate.cancelled else [visit.say("citizen-coming", count=debate.coming)]),
            standing(visit, debate) or seats(visit, debate),
        ]
    )


def when(visit: Visit, debate: SessionView) -> str:
    return moment(debate.starts_at, visit.person.language, visit.face.timezone)


def standing(visit: Visit, debate: SessionView) -> str:
    """Return the reader's place: a seat, an offered one, a position in the line, or nothing."""
    if debate.cancelled:
        return visit.say("citizen-session-cancelled")
    if debate.mine is None:
        return ""
    return visit.say(f"citizen-seat-{debate.mine}", position=debate.position or 0)


def seats(visit: Visit, debate: SessionView) -> str:
    return visit.say("citizen-seats", free=debate.free, waiting=debate.waiting)


def buttons(visit: Visit, debate: SessionView) -> list[Row]:
    say, ref = visit.say, debate.reference
    leave = (say.plain("citizen-button-leave-seat"), f"seat:release:{ref}")
    file = (say.plain("citizen-button-calendar"), f"seat:file:{ref}")
    over = debate.cancelled or debate.starts_at <= visit.face.clock()
    acts: dict[str | None, Row] = {
        None: [(say.plain("citizen-button-take-seat"), f"seat:take:{ref}")],
        "seated": [leave],
        "waiting": [(say.plain("citizen-button-leave-line"), f"seat:release:{ref}")],
        "offered": [(say.plain("citizen-button-accept-seat"), f"seat:accept:{ref}"), leave],
    }
    return [
        [] if over else acts.get(debate.mine, []),
        *([(say.plain(label), f"{name}:{ref}")] for label, name in doors(visit, debate)),
        [file],
        [*more(visit), *back_home(say)],
    ]


def doors(visit: Visit, debate: SessionView) -> list[tuple[str, str]]:
    """Return what else those who come can do now: say what they need, show their sign."""
    needs = [("citizen-button-need", "need")] if debate.mine and not is_over(visit, debate) else []
    sign = [("citizen-button-sign", "here")] if debate.mine == "seated" and is_the_day(visit, debate) else []
    return [*sign, *needs]


def more(visit: Visit) -> Row:
    return [(visit.say.plain("citizen-button-sessions"), "go:sessions")]


async def show_one(visit: Visit, debate: SessionView, said: str = "") -> None:
    text = "\n".join([card(visit, debate), *await reminded(visit, debate)])
    await visit.show(f"{said}\n\n{text}".strip(), [*await live_row(visit, debate), *buttons(visit, debate)])


async def reminded(visit: Visit, debate: SessionView) -> list[str]:
    """Return when somebody who has a seat will be reminded."""
    if debate.mine != "seated":
        return []
    moments = await reminders_of(visit.face.engine, debate.id)
    shown = [moment(each, visit.person.language, visit.face.timezone) for each in moments]
    return [visit.say("citizen-reminded", count=len(shown), when=" · ".join(shown))] if shown else []


async def live_row(visit: Visit, debate: SessionView) -> list[Row]:
    """Return the way to the live questions while they are taken."""
    theme = await visible(visit, debate.theme)
    now_open = theme and takes_live(theme.phase, debate.starts_at, debate.minutes, visit.face.clock())
    is_open = now_open and not debate.cancelled
    return [[(visit.say.plain("citizen-button-live"), f"live:{debate.reference}")]] if is_open else []
