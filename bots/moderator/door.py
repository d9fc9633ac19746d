"""/checkin: people are noted as present by their sign, one after the other; names are not known here."""

from uuid import UUID

from bots.moderator.attendance import numbers_in
from bots.moderator.choosing import MOST, label
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Row, Visit
from bots.qr import picture
from deliberation.signs import read
from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack, door_of
from events.base import Event, Outcome
from storage.read_models.attendance import attendance_of, open_debates, who_came
from storage.read_models.sessions import SessionView, session_by_reference, signups_of

ASKED = "check-in"
DOOR = "in-"  # what a link begins with that leads through a door


async def on_check_in(visit: Visit) -> None:
    """Check somebody in whose sign is named; else open the door of the debate that is meant."""
    reference, sign = parted(visit.wish.words)
    if sign:
        return await check_in(visit, sign, reference)
    debate = await debate_for(visit, reference or visit.wish.arg(0))
    if debate is None:
        return None
    outcome = await visit.act(DoorOpened, session=debate.id, door=door_of(code_of(visit, debate)))
    if await settled(visit, outcome):
        (await visit.talk()).ask(ASKED, session=debate.reference)
        await show_door(visit, debate)
    return None


def parted(words: str) -> tuple[str, str]:
    """Return a debate's reference and a person's sign, either of which may be missing."""
    first, _, rest = words.partition(" ")
    if first.upper().startswith("S-"):
        return first, rest.strip()
    return "", words.strip()


async def debate_for(visit: Visit, reference: str) -> SessionView | None:
    """Return the debate that is meant: named, or the only one of today; None once the person was asked or told."""
    if reference:
        found = await session_by_reference(visit.desk.engine, reference)
        if found is None:
            await visit.stop("moderator-slip-session-unknown", ref=reference)
        return found
    debates = await open_debates(visit.desk.engine, visit.desk.clock())
    if len(debates) == 1:
        return debates[0]
    if debates:
        rows: list[Row] = [[(label(f"{each.reference} · {each.title}"), f"ci:{each.reference}")] for each in debates]
        await visit.show(visit.say("moderator-which-session"), rows[:MOST])
    else:
        await visit.stop("moderator-no-door")
    return None


async def show_door(visit: Visit, debate: SessionView) -> None:
    """Show how many are here, the code for the room, and how people come in."""
    say, ref = visit.say, debate.reference
    bot = await visit.desk.bot_for_citizens()
    text = say("moderator-door", ref=ref, title=debate.title, code=code_of(visit, debate), bot=bot)
    numbers = numbers_in(visit, await attendance_of(visit.desk.engine, debate.id))
    rows: list[Row] = [
        [
            (say.plain("moderator-button-walk-in"), f"wi:{ref}"),
            (say.plain("moderator-button-walk-in-less"), f"wo:{ref}"),
        ],
        [(say.plain("moderator-button-room-code"), f"rc:{ref}"), (say.plain("moderator-button-live"), f"lv:{ref}")],
        [(say.plain("moderator-button-refresh"), f"ci:{ref}")],
    ]
    await visit.show(f"{text}\n\n{numbers}", rows)


def code_of(visit: Visit, debate: SessionView) -> str:
    return visit.desk.addresses.sign_of(debate.id, debate.id)


async def on_sign(visit: Visit) -> None:
    """Take one sign after the other, until another command."""
    await check_in(visit, visit.wish.words, (await visit.talk()).given["session"])


async def on_link(visit: Visit, payload: str) -> None:
    """Check in whom a scanned picture names."""
    await check_in(visit, payload.removeprefix(DOOR), "")


def is_link(payload: str) -> bool:
    return payload.startswith(DOOR) and read(payload.removeprefix(DOOR)) is not None


async def check_in(visit: Visit, written: str, reference: str) -> None:
    """Note whoever a sign stands for as present; the next text is the next sign."""
    sign = read(written) or ""
    found = await meant(visit, sign, reference)
    if found is None:
        return await visit.stop("moderator-sign-unknown", sign=written[:20])
    debate, citizen = found
    outcome = await visit.act(SessionAttended, session=debate.id, citizen=citizen)
    if await settled(visit, outcome) and outcome:
        (await visit.talk()).ask(ASKED, session=debate.reference)
        undo: Row = [(visit.say.plain("moderator-button-undo"), f"cu:{debate.reference}:{sign}")]
        await visit.tell(await greeting(visit, debate, sign, outcome), [undo])
    return None


async def greeting(visit: Visit, debate: SessionView, sign: str, outcome: Outcome) -> str:
    """Return who has come, and how many are here now."""
    here = await attendance_of(visit.desk.engine, debate.id)
    said = {"sign": sign, "title": debate.title, "present": here.present}
    if outcome.code == "arrived_already":
        return visit.say("moderator-arrived-already", **said)
    return visit.say("moderator-arrived", **said, seat=bool(outcome.params["seat"]))


async def meant(visit: Visit, sign: str, reference: str) -> tuple[SessionView, UUID] | None:
    """Return at which debate of today, and who, a sign stands for; of two people with one sign, who is not here yet."""
    sign_of = visit.desk.addresses.sign_of
    for debate in await open_debates(visit.desk.engine, visit.desk.clock()):
        if reference.upper() in {"", debate.reference}:
            signed_up = [each.citizen for each in await signups_of(visit.desk.engine, debate.id)]
            here = await who_came(visit.desk.engine, debate.id)
            people = [each for each in signed_up if sign_of(debate.id, each) == sign]
            if people:
                return debate, min(people, key=lambda each: each in here)
    return None


async def on_undo(visit: Visit) -> None:
    """Take a check-in back; of two people with one sign, that of who is here."""
    debate = await session_by_reference(visit.desk.engine, visit.wish.arg(0))
    here = await who_came(visit.desk.engine, debate.id) if debate else frozenset()
    sign_of = visit.desk.addresses.sign_of
    who = next((each for each in sorted(here) if debate and sign_of(debate.id, each) == visit.wish.arg(1)), None)
    if debate is None or who is None:
        return await visit.stop("moderator-stale")
    if await settled(visit, await visit.act(AttendanceUndone, session=debate.id, citizen=who)):
        await visit.show(visit.say("moderator-attendance-undone", sign=visit.wish.arg(1)))
    return None


async def on_walk_in(visit: Visit) -> None:
    await count(visit, WalkInCounted)


async def on_walk_in_less(visit: Visit) -> None:
    await count(visit, WalkInTakenBack)


async def count(visit: Visit, kind: type[Event]) -> None:
    """Count one more, or one fewer, who came without having signed up."""
    debate = await session_by_reference(visit.desk.engine, visit.wish.arg(0))
    if debate and await settled(visit, await visit.act(kind, session=debate.id)):
        await show_door(visit, debate)


async def on_room_code(visit: Visit) -> None:
    """Show the code for the room as a picture to print or project."""
    debate = await session_by_reference(visit.desk.engine, visit.wish.arg(0))
    if debate is None:
        return await visit.stop("moderator-stale")
    code, bot = code_of(visit, debate), await visit.desk.citizen_bot_name()
    if not bot:
        return await visit.stop("moderator-room-code-later", code=code)
    link = f"https://t.me/{bot}?start={DOOR}{code}"
    return await visit.picture(picture(link), visit.say("moderator-room-code", title=debate.title, code=code))


def handlers() -> Handlers:
    return [
        *routes("/checkin", "ci", to=on_check_in, right="host"),
        *routes("cu", to=on_undo, right="host"),
        *routes("wi", to=on_walk_in, right="host"),
        *routes("wo", to=on_walk_in_less, right="host"),
        *routes("rc", to=on_room_code, right="host"),
    ]
