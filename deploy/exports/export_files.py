"""The files of a theme's open data, each as bytes that depend on the content alone.

Nothing goes out that is not admitted now: what was published earlier may quote a text that its author has since
taken back, so published results are pruned too.
"""

import asyncio
import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from html import unescape
from typing import Any
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.summaries import counts_for_all, model_note
from bots.wording import wording
from deliberation.disclosure import SMALLEST
from deliberation.language import direction
from deliberation.pruning import Prune
from deliberation.rewording import in_language
from deploy.exports.export_calendar import calendar_of
from storage.counts import TALLY
from storage.read_models.contributions import ContributionView, admitted_of, gone_of, masked
from storage.read_models.objections import objections_of
from storage.read_models.public_record import moderation_record
from storage.read_models.questions import supporters_of
from storage.read_models.sessions import SessionView, sessions_of
from storage.tables.memory import Entry

RUN_BY_SPREADSHEETS = "=+-@\t\r＝＋－＠"  # what a spreadsheet takes for a formula
VALUES = (("agree", 1), ("disagree", -1), ("pass", 0))
SUPPORTED = ("question", "live")
COMMITTED = ("seq", "fact", "kind", "commitment", "previous", "hash")
PORTION = 1000

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Published:
    """What is exported: a theme of a city, in the instance's language, with its results."""

    city: str
    language: str
    theme: str
    title: str
    results: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read for the files before any is written; contributions with personal data in them."""

    admitted: Sequence[ContributionView]
    gone: Sequence[str]
    supporters: Mapping[UUID, int]
    ballots: Counter[tuple[UUID, int]]
    debates: Sequence[SessionView]
    moderation: Document


async def files_of(engine: AsyncEngine, published: Published) -> dict[str, bytes]:
    """Return every file by its name; `map.svg` has words only while too few people have voted to hide in it.

    They are written in a thread: of a large theme that takes seconds, and whoever asks for a page does not wait.
    """
    theme = published.theme
    read = _Read(
        admitted=await admitted_of(engine, theme),
        gone=await gone_of(engine, theme),
        supporters=await supporters_of(engine, theme),
        ballots=await _ballots(engine, theme),
        debates=await sessions_of(engine, theme),
        moderation=await _moderation(engine, theme),
    )
    files = await asyncio.to_thread(_files, published, read)
    return {**files, "record.jsonl": await _record(engine)}


def _files(published: Published, read: _Read) -> dict[str, bytes]:
    texts = sorted(map(masked, read.admitted), key=lambda text: (text.kind, _number(text.reference)))
    prune = Prune({text.reference: text.text for text in texts}, read.gone)
    results = {name: prune.document(published.results[name]) for name in ("agenda", "summary", "map")}
    drawn = published.results.get("map_picture", {}).get("svg") or _words(published, results["map"])
    about = _about(published)
    return {
        **{f"{name}.json": _json(content) for name, content in results.items()},
        "map.svg": str(drawn).encode(),
        "contributions.csv": _contributions(texts, read.supporters),
        "votes.csv": _votes(texts, read.ballots),
        "agenda.ics": calendar_of(results["agenda"], read.debates, **about),
        "sessions.ics": calendar_of({}, read.debates, **about),
        "summary.html": _page(published, results["summary"]),
        "moderation.json": _json(read.moderation),
    }


def _about(published: Published) -> dict[str, str]:
    return {"theme": published.theme, "title": published.title, "city": published.city}


def _number(reference: str) -> int:
    return int(reference.partition("-")[2])


async def _ballots(engine: AsyncEngine, theme: str) -> Counter[tuple[UUID, int]]:
    async with AsyncSession(engine) as session:
        query = select(TALLY.c.statement, TALLY.c.value, TALLY.c.people).where(TALLY.c.theme == theme)
        return Counter({(statement, value): people for statement, value, people in (await session.exec(query)).all()})


def _contributions(texts: Sequence[ContributionView], supporters: Mapping[UUID, int]) -> bytes:
    """Texts without their authors, and with the day alone: an hour could be recognised."""
    header = ("reference", "kind", "text", "language", "received_on", "supporters")
    rows = [
        (
            text.reference,
            text.kind,
            text.text,
            text.language,
            text.received_at.date().isoformat(),
            supporters.get(text.id, 0) if text.kind in SUPPORTED else "",
        )
        for text in texts
    ]
    return _csv(header, rows)


def _votes(texts: Sequence[ContributionView], ballots: Counter[tuple[UUID, int]]) -> bytes:
    """Sums by statement. A number below SMALLEST stays blank, and the total with it: it would give it away."""
    rows = []
    for text in texts:
        if text.kind == "opinion":
            cells = [ballots[text.id, value] for _, value in VALUES]
            told = [cell if cell >= SMALLEST else "" for cell in cells]
            rows.append((text.reference, *told, "" if "" in told else sum(cells)))
    return _csv(("statement", *(name for name, _ in VALUES), "total"), rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _harmless(cell: object) -> object:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in RUN_BY_SPREADSHEETS and cell else cell


def _json(content: Document) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


async def _moderation(engine: AsyncEngine, theme: str) -> Document:
    """Return the record of moderation, and what the guarantor objects to."""
    record = await moderation_record(engine, theme)
    day, raised = record.oldest_waiting, await objections_of(engine, theme)
    return {
        **asdict(record),
        "oldest_waiting": day and day.isoformat(),
        "objections": [{"raised_at": each.raised_at.isoformat(), "text": each.text} for each in raised],
    }


def _page(published: Published, summary: Document) -> bytes:
    """Return the summary as one page that needs nothing else; Jinja escapes every text."""
    pages = Environment(loader=PackageLoader("deploy", "pages"), autoescape=True, undefined=StrictUndefined)
    content, say = in_language(summary, published.language), wording(published.language)
    page = pages.get_template("summary.html").render(
        language=published.language,
        direction=direction(published.language),
        title=published.title,
        counts=counts_for_all(summary, say),
        note=[unescape(note) for note in model_note(content, say)],
        sections=content["sections"],
        spoken=partial(say.plain, "document-spoken"),
    )
    return page.encode()


def _words(published: Published, content: Document) -> str:
    """Return a picture that says how many voted, or that they are too few for a map."""
    numbers = {name: content.get(name, 0) for name in ("participants", "votes", "statements")}
    few = numbers["participants"] < SMALLEST
    say = wording(published.language)
    words = say("page-map-none", few=SMALLEST) if few else say("document-map-counts", **numbers)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 100" role="img">'
        f'<text x="350" y="55" text-anchor="middle" font-family="sans-serif" font-size="18">{words}</text></svg>\n'
    )


async def _record(engine: AsyncEngine) -> bytes:
    """Return the chain: what each act commits to, never the act itself; storage.record says how it is checked."""
    query = select(*(getattr(Entry, field) for field in COMMITTED)).order_by(col(Entry.seq))
    async with engine.connect() as connection:
        rows = await connection.stream(query.execution_options(yield_per=PORTION))
        return b"".join([await asyncio.to_thread(_lines, portion) async for portion in rows.partitions()])


def _lines(portion: Sequence[Row[Any]]) -> bytes:
    told = ({**dict(zip(COMMITTED, row, strict=True)), "fact": str(row.fact)} for row in portion)
    return b"".join(json.dumps(each).encode() + b"\n" for each in told)
