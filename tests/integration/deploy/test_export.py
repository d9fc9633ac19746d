"""Open data holds what may be known, whole, safe to open, and the same each time."""

import csv
import json
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from deploy.exports.exporting import bundle
from deploy.imports.importing import applying
from deploy.results import NoResultError
from deploy.schemas import Moderation
from deploy.wiring import instance
from events.sessions import SessionCancelled, SessionPlanned
from storage.record import first_break
from tests.conftest import NOON
from tests.integration.deploy.conftest import Command

ADMITTED = [
    "question,q1,anna,=2+3 : combien de repas sans viande par semaine ?,,,,2026-11-01T10:00:00Z",
    "opinion,o1,ben,<script>alert(1)</script> La cantine devrait servir moins de viande.,,,,2026-11-01T11:00:00Z",
    "opinion,o2,ben,Appelez-moi au 06 12 34 56 78 pour parler de la cantine.,,,,2026-11-01T12:00:00Z",
    *(f"vote,a{n},p{n},,,o1,agree,2026-11-02T10:00:00Z" for n in range(12)),
    *(f"vote,b{n},r{n},,,o1,disagree,2026-11-02T10:00:00Z" for n in range(11)),
    *(f"vote,c{n},s{n},,,o1,pass,2026-11-02T10:00:00Z" for n in range(10)),
    *(f"vote,d{n},p{n},,,o2,agree,2026-11-02T10:00:00Z" for n in range(12)),
    "vote,e0,r0,,,o2,disagree,2026-11-02T10:00:00Z",
]
WAITING = ["opinion,w1,zoé,Ce texte attend encore et ne doit être lu de personne.,,,,"]
NAMES = [
    "agenda-and-summary.pdf", "agenda.ics", "agenda.json", "contributions.csv", "manifest.json", "map.json", "map.svg",
    "moderation.json", "record.jsonl", "sessions.ics", "summary.html", "summary.json", "votes.csv",
]  # fmt: skip

DAY = timedelta(days=1)

pytestmark = pytest.mark.nats


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def table(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(raw.decode().splitlines()))


async def test_an_export_holds_what_may_be_known_and_nothing_else(palabre: Command, tmp_path: Path) -> None:
    assert (await palabre.bring_in(ADMITTED, "--admit")).code == 0
    await palabre.bring_in(WAITING)

    answer = await palabre("export", "la-viande", "--to", tmp_path / "open" / "data")
    files = content(tmp_path / "open" / "data")

    assert (answer.code, sorted(files)) == (0, NAMES)
    paper = "".join(page.extract_text() for page in PdfReader(BytesIO(files["agenda-and-summary.pdf"])).pages)
    everything = paper + b"".join(raw for name, raw in files.items() if not name.endswith(".pdf")).decode()
    assert [word for word in ("attend encore", "06 12 34 56 78", "anna", "zoé", "p11") if word in everything] == []
    assert [row["text"] for row in table(files["contributions.csv"])] == [
        "<script>alert(1)</script> La cantine devrait servir moins de viande.",
        table(files["contributions.csv"])[1]["text"],
        "'=2+3 : combien de repas sans viande par semaine ?",
    ]
    assert table(files["votes.csv"]) == [
        {"statement": "O-1", "agree": "12", "disagree": "11", "pass": "10", "total": "33"},
        {"statement": "O-2", "agree": "12", "disagree": "", "pass": "", "total": ""},
    ]
    page = files["summary.html"].decode()
    assert ("<script" in page, "&lt;script&gt;" in page, "src=" in page, "http" in page) == (False, True, False, False)
    assert Calendar.from_ical(files["agenda.ics"])["X-WR-CALNAME"] == "La viande"
    record = [json.loads(line) for line in files["record.jsonl"].splitlines()]
    assert (first_break(record), {"salt", "payload"} & set(record[0])) == (None, set())
    manifest = json.loads(files.pop("manifest.json"))
    assert {file["name"]: file["sha256"] for file in manifest["files"]} == {
        name: sha256(raw).hexdigest() for name, raw in files.items()
    }
    assert (manifest["licence"], manifest["counts"]) == ("etalab-2.0", {"contributions": {"admitted": 3}, "votes": 46})


async def test_a_second_export_takes_the_place_of_the_first_and_is_the_same(palabre: Command, tmp_path: Path) -> None:
    await palabre.bring_in(ADMITTED, "--admit")
    await palabre("export", "la-viande", "--to", tmp_path / "open")
    first = content(tmp_path / "open")
    (tmp_path / "open" / "stale.txt").write_text("old", encoding="utf-8")

    answer = await palabre("export", "la-viande", "--to", tmp_path / "open")

    assert (answer.code, content(tmp_path / "open")) == (0, first)
    assert [path.name for path in tmp_path.iterdir() if "open" in path.name] == ["open"]


async def test_the_picture_of_a_map_is_words_while_too_few_have_voted_to_hide_in_it(
    palabre: Command, tmp_path: Path
) -> None:
    await palabre.bring_in(ADMITTED[:6], "--admit")
    await palabre("export", "la-viande", "--to", tmp_path / "open")

    picture = content(tmp_path / "open")["map.svg"].decode()

    assert ("<text " in picture, "<path" in picture, "10 personnes ont voté" in picture) == (True, False, True)


async def test_a_debate_that_was_called_off_is_in_the_calendar_as_cancelled(palabre: Command, tmp_path: Path) -> None:
    await palabre.bring_in(ADMITTED[1:2], "--admit")  # no question, so the agenda has no item that has a time
    about: dict[str, Any] = {"city": palabre.settings.city, "occurred_at": NOON, "by": None}
    debates = [
        SessionPlanned(event_id=uuid4(), theme="la-viande", title=title, starts_at=NOON + DAY, place="Agora", **about)
        for title in ("La cantine", "Le climat")
    ]
    off = SessionCancelled(event_id=uuid4(), session=debates[0].event_id, **about)
    async with instance(palabre.settings) as parts, applying(parts):
        for fact in (*debates, off):
            await parts.bus.decide(fact)

    await palabre("export", "la-viande", "--to", tmp_path / "open")

    for name in ("agenda.ics", "sessions.ics"):
        calendar = Calendar.from_ical(content(tmp_path / "open")[name])
        assert {str(entry["SUMMARY"]): (entry.get("STATUS"), entry["SEQUENCE"]) for entry in calendar.events} == {
            "La cantine": ("CANCELLED", 1),
            "Le climat": (None, 0),
        }


async def test_a_folder_with_other_files_is_left_alone(palabre: Command, tmp_path: Path) -> None:
    await palabre.bring_in(ADMITTED[:2], "--admit")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")

    answer = await palabre("export", "la-viande", "--to", tmp_path / "mine")

    assert (answer.slip, content(tmp_path / "mine")) == ((2, "", 1), {"letter.txt": b"dear"})


@pytest.mark.parametrize("place", ["rows.csv", "/proc/open"])
async def test_a_place_that_cannot_be_written_is_a_slip(palabre: Command, tmp_path: Path, place: str) -> None:
    await palabre.bring_in(ADMITTED[:2], "--admit")

    answer = await palabre("export", "la-viande", "--to", tmp_path / place)

    assert (answer.slip, "name a" in answer.err) == ((2, "", 1), True)
    assert [path.name for path in tmp_path.iterdir() if "open" in path.name] == []


async def test_the_bot_s_file_holds_what_the_command_writes_and_is_the_same_each_time(
    palabre: Command, tmp_path: Path
) -> None:
    await palabre.bring_in(ADMITTED, "--admit")
    await palabre.bring_in(WAITING)
    await palabre("export", "la-viande", "--to", tmp_path / "open")

    async with instance(palabre.settings) as parts:
        first, second = [await bundle(parts, "la-viande") for _ in range(2)]
        with pytest.raises(NoResultError):
            await bundle(parts, "le-fromage")

    with ZipFile(BytesIO(first)) as bundled:
        files = {name.removeprefix("la-viande/"): bundled.read(name) for name in bundled.namelist()}
    written = {str(path.relative_to(tmp_path / "open")): path for path in (tmp_path / "open").rglob("*")}
    assert files == {name: path.read_bytes() for name, path in written.items() if path.is_file()}
    assert first == second
    record = Moderation.model_validate_json(files["moderation.json"])
    assert (record.theme, record.decisions.admitted, record.median_seconds) == ("la-viande", None, None)
