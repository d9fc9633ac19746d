"""/checkin and /attendance: people are noted as present by their sign, and counted; names are not known here."""

import csv
from io import StringIO
from uuid import UUID

from bots.moderator.choosing import MOST, label
from bots.moderator.refusals import settled
from bots.moderator.routes import Handlers, routes
from bots.moderator.sessions import cell, choose_session, when
from bots.moderator.visit import Row, Visit
from bots.qr import picture
from deliberation.signs import read
from events.attendance import AttendanceUndone, DoorOpened, SessionAttended, WalkInCounted, WalkInTakenBack, door_of
from events.base import Event
from storage.read_models.attendance import AttendanceView, attendance_of, open_debates, who_came
from storage.read_models.sessions import SessionView, session_by_reference, signups_of

ASKED = "check-in"
DOOR = "in-"  # what a link begins with that leads through a door
COLUMNS = ("session", "title", "starts_at", "signed_up", "came", "absent", "walk_ins", "present", "waiting")


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


async def show_door(visit: Visit, debate: SessionView, said: str = "") -> None:
    """Show how many are here, the code for the room, and how people come in."""
    say, ref = visit.say, debate.reference
    text = say("moderator-door", ref=ref, title=debate.title, code=code_of(visit, debate), bot=bot_of(visit))
    numbers = numbers_in(visit, await attendance_of(visit.desk.engine, debate.id))
    rows: list[Row] = [
        [
            (say.plain("moderator-button-walk-in"), f"wi:{ref}"),
            (say.plain("moderator-button-walk-in-less"), f"wo:{ref}"),
        ],
        [(say.plain("moderator-button-room-code"), f"rc:{ref}"), (say.plain("moderator-button-live"), f"lv:{ref}")],
        [(say.plain("moderator-button-refresh"), f"ci:{ref}")],
    ]
    await visit.show("\n\n".join(part for part in (said, text, numbers) if part), rows)


def code_of(visit: Visit, debate: SessionView) -> str:
    return visit.desk.addresses.sign_of(debate.id, debate.id)


def bot_of(visit: Visit) -> str:
    return visit.desk.citizen_bot_name


def numbers_in(visit: Visit, found: AttendanceView) -> str:
    return visit.say(
        "moderator-attendance",
        present=found.present,
        came=found.came,
        signed=found.signed_up,
        absent=found.absent,
        walkins=found.walk_ins,
    )


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
    found = await meant(visit, read(written) or "", reference)
    if found is None:
        return await visit.stop("moderator-sign-unknown", sign=written[:20])
    debate, citizen = found
    outcome = await visit.act(SessionAttended, session=debate.id, citizen=citizen)
    if not await settled(visit, outcome) or outcome is None:
        return None
    (await visit.talk()).ask(ASKED, session=debate.reference)
    key = f"moderator-{outcome.code.replace('_', '-')}"
    here = await attendance_of(visit.desk.engine, debate.id)
    sign = read(written) or ""
    said = visit.say(
        key, sign=sign, title=debate.title, present=here.present, seat=bool(outcome.params.get("seat", True))
    )
    undo: Row = [(visit.say.plain("moderator-button-undo"), f"cu:{debate.reference}:{sign}")]
    return await visit.tell(said, [undo])


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
    code = code_of(visit, debate)
    link = f"https://t.me/{bot_of(visit)}?start={DOOR}{code}"
    return await visit.picture(picture(link), visit.say("moderator-room-code", title=debate.title, code=code))


async def on_attendance(visit: Visit) -> None:
    """Show the numbers of a debate, and give them as a file: no persons in either."""
    reference = visit.wish.subject
    if not reference:
        return await choose_session(visit, "ay")
    debate = await session_by_reference(visit.desk.engine, reference)
    if debate is None:
        return await visit.stop("moderator-slip-session-unknown", ref=reference)
    visit.moved = True
    found = await attendance_of(visit.desk.engine, debate.id)
    head = visit.say(
        "moderator-attendance-of", ref=debate.reference, title=debate.title, when=when(visit, debate.starts_at)
    )
    await visit.tell(f"{head}\n{numbers_in(visit, found)}")
    return await visit.document(
        sheet(debate, found), f"{debate.reference}-attendance.csv", visit.say("moderator-attendance-file")
    )


def sheet(debate: SessionView, found: AttendanceView) -> bytes:
    file = StringIO()
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    numbers = (found.signed_up, found.came, found.absent, found.walk_ins, found.present, debate.waiting)
    starts_at = debate.starts_at.isoformat(timespec="minutes")
    rows.writerow(map(cell, (debate.reference, debate.title, starts_at, *numbers)))
    return file.getvalue().encode("utf-8-sig")  # with the mark by which spreadsheets know UTF-8


def handlers() -> Handlers:
    return [
        *routes("/checkin", "ci", to=on_check_in, right="host"),
        *routes("cu", to=on_undo, right="host"),
        *routes("wi", to=on_walk_in, right="host"),
        *routes("wo", to=on_walk_in_less, right="host"),
        *routes("rc", to=on_room_code, right="host"),
        *routes("/attendance", "ay", to=on_attendance, right="host"),
    ]
