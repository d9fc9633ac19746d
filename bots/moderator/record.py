"""/record: the public record of moderation, as text and as a table."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from bots.charter import article
from bots.documents import clip
from bots.moderator.cards import SECONDS
from bots.moderator.routes import Handlers, routes
from bots.moderator.visit import Visit
from deliberation.disclosure import SMALLEST
from storage.read_models.objections import ObjectionView, objections_of
from storage.read_models.public_record import Counts, ModerationRecord, moderation_record
from storage.read_models.themes import theme_of

COLUMNS = ("what", "name", "count")
MOST_OBJECTIONS = 4  # in a message; all are in the open data


async def on_record(visit: Visit) -> None:
    """Show the record of one theme, or of all."""
    slug = visit.wish.subject.lower() or None
    theme = await theme_of(visit.desk.engine, slug) if slug else None
    if slug and theme is None:
        return await visit.stop("moderator-refused-unknown-theme", theme=slug)
    record, say = await moderation_record(visit.desk.engine, slug), visit.say
    title = theme.title if theme else visit.desk.place
    raised = await objections_of(visit.desk.engine, slug)
    told = [*lines(visit, record), *objections(visit, raised)]
    await visit.tell("\n".join([say("moderator-record", title=title), "", *told]))
    return await visit.document(table(record), f"record-{slug or visit.desk.city}.csv", say("moderator-record-file"))


def lines(visit: Visit, record: ModerationRecord) -> Iterator[str]:
    say = visit.say
    for state, count in record.decisions.items():
        yield say("moderator-record-line", name=say.plain(f"state-{state}"), count=shown(visit, count))
    yield from headed(visit, "moderator-record-articles", articles(visit, record.articles))
    yield from headed(visit, "moderator-record-appeals", outcomes(visit, record.appeals))
    yield ""
    yield say("moderator-record-removals", count=shown(visit, record.removals))
    yield from times(visit, record)
    yield ""
    yield say("moderator-record-small", smallest=SMALLEST)


def headed(visit: Visit, key: str, rows: list[str]) -> list[str]:
    return ["", visit.say(key), *rows] if rows else []


def objections(visit: Visit, raised: Sequence[ObjectionView]) -> list[str]:
    """Return what the guarantor objects to, the newest first."""
    shown = [
        visit.say(
            "moderator-record-objection",
            day=each.raised_at.date().isoformat(),
            theme=each.theme,
            text=clip(each.text),
        )
        for each in reversed(raised[-MOST_OBJECTIONS:])
    ]
    return headed(visit, "moderator-record-objections", shown)


def articles(visit: Visit, counts: Counts) -> list[str]:
    """Return a line for each article that may be told; the others are those of the last line."""
    told = [(article(int(number), visit.language), count) for number, count in counts.items() if count is not None]
    return [
        visit.say("moderator-record-line", name=f"{each.number} · {each.title}", count=str(count))
        for each, count in told
    ] or [visit.say("moderator-record-untold")]


def outcomes(visit: Visit, counts: Counts) -> list[str]:
    say = visit.say
    return [
        say("moderator-record-line", name=say.plain(f"moderator-outcome-{outcome}"), count=shown(visit, count))
        for outcome, count in counts.items()
    ]


def times(visit: Visit, record: ModerationRecord) -> Iterator[str]:
    say = visit.say
    if record.median_seconds is not None and record.p90_seconds is not None:
        median, p90 = lasting(visit, record.median_seconds), lasting(visit, record.p90_seconds)
        yield say("moderator-record-times", median=median, p90=p90)
    if record.oldest_waiting:
        yield say("moderator-record-oldest", day=record.oldest_waiting.isoformat())


def shown(visit: Visit, count: int | None) -> str:
    return visit.say.plain("moderator-record-few") if count is None else str(count)


def lasting(visit: Visit, seconds: int) -> str:
    """Return a span in one unit."""
    for length, unit in SECONDS:
        if seconds >= length:
            return visit.say.plain(f"age-{unit}", count=seconds // length)
    return visit.say.plain("age-moments")


def table(record: ModerationRecord) -> bytes:
    """Return the record as CSV; what stays untold is an empty cell."""
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for what, counts in (("decision", record.decisions), ("article", record.articles), ("appeal", record.appeals)):
        writer.writerows((what, name, "" if count is None else count) for name, count in counts.items())
    writer.writerow(("removal", "", "" if record.removals is None else record.removals))
    for name, seconds in (("median", record.median_seconds), ("p90", record.p90_seconds)):
        writer.writerow(("seconds to decision", name, "" if seconds is None else seconds))
    writer.writerow(("oldest waiting", record.oldest_waiting or "", ""))
    return file.getvalue().encode()


def handlers() -> Handlers:
    return [*routes("/record", "re", to=on_record, right="oversee")]
