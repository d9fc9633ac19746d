"""/attendance: how many came to a debate; no persons, in words or in the file."""

import csv
from io import StringIO

from bots.moderator.routes import Handlers, routes
from bots.moderator.sessions import cell, choose_session, when
from bots.moderator.visit import Visit
from storage.read_models.attendance import AttendanceView, attendance_of
from storage.read_models.sessions import SessionView, session_by_reference

COLUMNS = ("session", "title", "starts_at", "signed_up", "came", "absent", "walk_ins", "present", "waiting")


async def on_attendance(visit: Visit) -> None:
    """Show the numbers of a debate, and give them as a file."""
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


def numbers_in(visit: Visit, found: AttendanceView) -> str:
    return visit.say(
        "moderator-attendance",
        present=found.present,
        came=found.came,
        signed=found.signed_up,
        absent=found.absent,
        walkins=found.walk_ins,
    )


def handlers() -> Handlers:
    return [*routes("/attendance", "ay", to=on_attendance, right="host")]
