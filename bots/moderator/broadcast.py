"""/broadcast: a message to everybody in a theme, looked over first, sent by one tap, followed, and stopped."""

from datetime import timedelta
from uuid import UUID

from bots.hours import is_day
from bots.moderator.choosing import theme_for
from bots.moderator.following import follow
from bots.moderator.refusals import settled
from bots.moderator.results import identifier
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import FACE, Row, Visit
from deliberation.lengths import says_something
from events.base import fact_id
from events.broadcasts import LONGEST, BroadcastSent, BroadcastStopped
from storage.read_models.broadcasts import Progress, newest_of, progress_of, recipients_of
from storage.read_models.themes import ThemeView, theme_of

ASKED = "broadcast"
MARK = 12  # characters that tell one draft of a member from another
A_MINUTE = 25 * 60  # letters, at Telegram's pace


async def on_broadcast(visit: Visit) -> None:
    """Look over the text behind the command; without one show what is on its way, or ask for a text."""
    theme = await theme_for(visit, "bc")
    if theme is None:
        return None
    if text := "".join(visit.wish.words.split(maxsplit=1)[1:]):
        return await look_over(visit, theme, text)
    newest = await newest_of(visit.desk.engine, theme.slug)
    if newest and not newest.over:
        return await show(visit, newest.id)
    return await ask(visit, theme)


async def on_new(visit: Visit) -> None:
    """Ask for a text although another message is on its way."""
    theme = await theme_for(visit, "bn")
    if theme:
        visit.moved = True  # the other's progress stays where it is
        await ask(visit, theme)


async def ask(visit: Visit, theme: ThemeView) -> None:
    talk = await visit.talk()
    talk.close()
    talk.ask(ASKED, theme=theme.slug)
    question = visit.say("moderator-broadcast-ask", theme=theme.title, most=LONGEST)
    await visit.show(question, [[(visit.say.plain("cancel"), "x")]])


async def on_text(visit: Visit) -> None:
    theme = await theme_of(visit.desk.engine, (await visit.talk()).given["theme"])
    if theme:
        await look_over(visit, theme, visit.wish.words)


async def look_over(visit: Visit, theme: ThemeView, text: str) -> None:
    """Show exactly what people would read, and how many they are; nothing is sent yet."""
    talk, recipients = await visit.talk(), await recipients_of(visit.desk.engine, theme.slug)
    talk.close()
    if not recipients:
        return await visit.tell(visit.say("moderator-broadcast-nobody", theme=theme.title))
    if slip := slip_in(visit, text):
        talk.ask(ASKED, theme=theme.slug)
        return await visit.tell(slip, [[(visit.say.plain("cancel"), "x")]])
    mark = fact_id(FACE, visit.cause).hex[:MARK]
    talk.given = {"theme": theme.slug, "text": text, "mark": mark, "recipients": str(recipients)}
    await visit.tell(visit.say("notice-broadcast", city=visit.desk.place, theme=theme.title, text=text))
    return await visit.tell(reach(visit, recipients), rows_of_draft(visit, mark, recipients))


def slip_in(visit: Visit, text: str) -> str | None:
    if len(text) > LONGEST:
        return visit.say("moderator-slip-broadcast-long", most=LONGEST, length=len(text))
    return None if says_something(text) else visit.say("moderator-slip-broadcast-empty")


def reach(visit: Visit, recipients: int) -> str:
    say, minutes = visit.say, -(-recipients // A_MINUTE)
    ready = say("moderator-broadcast-ready", mute=say.plain("button-mute"), recipients=recipients, minutes=minutes)
    lasting = timedelta(minutes=minutes)
    now, timezone = visit.desk.clock(), visit.desk.timezone
    by_day = is_day(now, timezone) and is_day(now + lasting, timezone)
    return ready if by_day else f"{ready}\n{say('moderator-broadcast-night')}"


def rows_of_draft(visit: Visit, mark: str, recipients: int) -> list[Row]:
    say = visit.say
    return [
        [(say.plain("moderator-button-broadcast-send", recipients=recipients), f"bs:{mark}")],
        [(say.plain("moderator-button-broadcast-leave"), f"bl:{mark}")],
    ]


async def on_send(visit: Visit) -> None:
    """Send the draft; its id derives from the draft, so that two taps send it once."""
    mark, talk = visit.wish.arg(0), await visit.talk()
    broadcast = fact_id(FACE, ASKED, visit.member.id, mark)
    if await progress_of(visit.desk.engine, broadcast) is None:
        if talk.given.get("mark") != mark:
            return await visit.stop("moderator-broadcast-gone")
        outcome = await visit.act(
            BroadcastSent,
            key=broadcast,
            theme=talk.given["theme"],
            text=talk.given["text"],
            place=visit.desk.place,
            recipients=int(talk.given["recipients"]),
        )
        if not await settled(visit, outcome):
            return None
        talk.close()
    return await show(visit, broadcast)


async def on_leave(visit: Visit) -> None:
    talk = await visit.talk()
    if talk.given.get("mark") != visit.wish.arg(0):
        return await visit.stop("moderator-broadcast-gone")
    talk.close()
    return await visit.show(visit.say("moderator-broadcast-left"))


async def on_stop(visit: Visit) -> None:
    """Let nothing leave any more; what is over stays as it is."""
    broadcast = await meant(visit)
    if broadcast is None:
        return
    over = broadcast.over or await settled(visit, await visit.act(BroadcastStopped, broadcast=broadcast.id))
    if over:
        await show(visit, broadcast.id)


async def on_progress(visit: Visit) -> None:
    if broadcast := await meant(visit):
        await show(visit, broadcast.id)


async def meant(visit: Visit) -> Progress | None:
    """Return the broadcast of a button; says so when there is none."""
    asked = identifier(visit.wish.arg(0))
    found = await progress_of(visit.desk.engine, asked) if asked else None
    if found is None:
        await visit.stop("moderator-refused-unknown-broadcast")
    return found


async def show(visit: Visit, broadcast: UUID) -> None:
    """Show how far a broadcast has come, and keep the card up to date until it is over."""

    async def look() -> tuple[str, list[Row], bool]:
        found = await progress_of(visit.desk.engine, broadcast)
        theme = await theme_of(visit.desk.engine, found.theme) if found else None
        if found is None or theme is None:
            raise LookupError("no such broadcast")
        return progress_text(visit, found, theme.title), progress_rows(visit, found), found.over

    await follow(visit, broadcast, look)


def progress_text(visit: Visit, found: Progress, theme: str) -> str:
    return visit.say(
        "moderator-broadcast-progress",
        state=state_of(visit, found),
        theme=theme,
        sent=found.sent,
        recipients=found.recipients,
        unreachable=found.unreachable,
        failed=found.failed,
    )


def state_of(visit: Visit, found: Progress) -> str:
    if found.over:
        return "stopped" if found.state == "stopped" else "done"
    return "going" if is_day(visit.desk.clock(), visit.desk.timezone) else "night"


def progress_rows(visit: Visit, found: Progress) -> list[Row]:
    say = visit.say
    another = (say.plain("moderator-button-broadcast-new"), f"bn:{found.theme}")
    if found.over:
        return [[another]]
    again = (say.plain("moderator-button-broadcast-progress"), f"bp:{found.id}")
    return [[(say.plain("moderator-button-broadcast-stop"), f"bx:{found.id}")], [again, another]]


def handlers() -> Handlers:
    return [
        *routes("/broadcast", "bc", to=on_broadcast, right="broadcast"),
        *routes("bn", to=on_new, right="broadcast"),
        *routes("bs", to=on_send, right="broadcast"),
        *routes("bl", to=on_leave, right="broadcast"),
        *routes("bx", to=on_stop, right="broadcast"),
        *routes("bp", to=on_progress, right="broadcast"),
    ]
