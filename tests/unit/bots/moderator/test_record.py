"""/record and /export: what the public may know, as text and as files."""

import csv
import io

import pytest

from events.moderation import ContributionAdmitted, ContributionRefused
from tests.unit.bots.moderator.conftest import EVE, MEAT, OLA, TownHall


async def decided(hall: TownHall, admitted: int, refused: int) -> None:
    texts = [f"A question of its own about our town, number {number}?" for number in range(admitted + refused)]
    given, ola = await hall.asked(*texts), await hall.person(OLA)
    for each in given[:admitted]:
        await hall.decide(ContributionAdmitted, by=ola, contribution=each.event_id)
    for each in given[admitted:]:
        await hall.decide(ContributionRefused, by=ola, contribution=each.event_id, article=2)


async def test_the_record_is_told_and_follows_as_a_table(hall: TownHall) -> None:
    await decided(hall, 20, 11)
    [text, file] = await hall.say("/record")
    assert text.text.startswith("⚖️ <b>Record of moderation</b> — Clermont Ferrand")
    for line in (
        "• published: <b>20</b>",
        "• not accepted: <b>11</b>",
        "• 2 · Respect: <b>11</b>",
        "• waiting: <b>—</b>",
    ):
        assert line in text.text
    assert "⏱ Half of the decisions within a few moments" in text.text
    assert file.text == "[file] The record as a table (CSV)"
    [(name, content)] = hall.phone.files
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert name == "record-clermont-ferrand.csv"
    assert {(row["what"], row["name"]): row["count"] for row in rows if row["count"]} == {
        ("decision", "admitted"): "20",
        ("decision", "refused"): "11",
        ("article", "2"): "11",
        ("seconds to decision", "median"): rows[-3]["count"],
        ("seconds to decision", "p90"): rows[-2]["count"],
    }


async def test_the_record_of_one_theme(hall: TownHall) -> None:
    [text, _] = await hall.say(f"/record {MEAT}")
    assert "— La viande" in text.text
    [unknown] = await hall.say("/record le-fromage")
    assert unknown.text == "I do not know the theme “le-fromage”. The list: /themes"


@pytest.mark.parametrize(("role", "told"), [("guarantor", True), ("expert", False)])
async def test_a_guarantor_reads_the_record_too(hall: TownHall, role: str, told: bool) -> None:
    await hall.join(333, role)  # type: ignore[arg-type]  # a role
    [card, *_] = await hall.say("/record", 333)
    assert ("Record of moderation" in card.text) == told


async def test_open_data_come_as_one_file(hall: TownHall) -> None:
    [card] = await hall.say("/export")
    assert card.text.startswith("[file] 📦 Open data of “La viande”")
    assert (hall.computed, hall.phone.files) == ([MEAT], [(f"{MEAT}.zip", b"PK la-viande")])


async def test_what_is_too_heavy_is_said_with_the_way_to_have_it(hall: TownHall) -> None:
    hall.heavy = 60_000_000
    [card] = await hall.say(f"/export {MEAT}")
    assert "palabre export la-viande --to FOLDER" in card.text
    assert "60 MB" in card.text
    assert hall.phone.files == []


async def test_strangers_and_others_export_nothing(hall: TownHall) -> None:
    await hall.join(333, "expert")
    for account in (333, EVE):
        await hall.say("/export", account)
    assert hall.phone.files == []
