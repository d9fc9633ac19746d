"""/forget: nothing is left that leads to a person, what was counted stays counted, and the record still holds."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, Table, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, col
from sqlmodel import select as rows_of
from sqlmodel.ext.asyncio.session import AsyncSession

from deploy.record.replay import tables, work_again
from deploy.record.stored import rows_in
from events.appeals import DecisionAppealed
from events.base import Event
from events.citizens import CitizenForgotten, CitizenJoined, LanguageChosen
from events.contributions import ContributionEntered, OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted, ContributionMerged, ContributionRefused
from events.results import PublicationConfirmed, PublicationRequested
from events.sessions import SeatRequested
from events.votes import SupportGiven, VoteCast
from storage.addresses import AddressBook
from storage.engine import open_engine
from storage.erasure import erasures, found_all, listed, note, noted, under_way
from storage.leftovers import sweep_tables
from storage.letters import Letters
from storage.migrations import migrate
from storage.read_models.results import published_of
from storage.read_models.status import status_of
from storage.record import first_break
from storage.tables.contributions import Contribution
from storage.tables.memory import Entry, Erasure
from storage.tables.people import Citizen
from storage.tables.sessions import Seat
from tests.fakes import MEAT, Town, person
from workers.clerk import portions
from workers.erasure import erase_again

RARE = "Le cochon violet de la rue Fontgiève a-t-il un passeport ?"
SAID = "Un cochon violet vaut bien une vache rose, je le sais."
ACCOUNT = 4_815_162_342
FIELDS = ("seq", "fact", "kind", "commitment", "previous", "hash", "salt", "payload")

Everything = dict[str, Sequence[Row[Any]]]


@pytest.fixture
async def addresses(town: Town) -> AddressBook:
    return AddressBook(town.engine, "a secret of sixteen")


@pytest.fixture
async def ada(town: Town, addresses: AddressBook) -> UUID:
    """Somebody with words in every state, quoted in what was published, with a vote, seats and letters."""
    ada = await addresses.enter("citizen", ACCOUNT)
    await town.act(CitizenJoined, citizen=ada, language="fr", source="cochon-violet-1987")
    await town.act(LanguageChosen, citizen=ada, language="it")
    for name, role in (("mia", "moderator"), ("max", "moderator")):
        await town.member(name, role)
    asked = await gives(town, ada, QuestionAsked, RARE)
    said = await gives(town, ada, OpinionGiven, SAID)
    refused, merged = await gives(town, ada, QuestionAsked, f"{RARE} Un ?"), await gives(town, ada, QuestionAsked, RARE)
    await gives(town, ada, QuestionAsked, f"{RARE} Deux ?")
    for admitted in (asked, said):
        await town.act(ContributionAdmitted, by=person("mia"), contribution=admitted)
    await town.act(ContributionRefused, by=person("mia"), contribution=refused, article=3)
    await town.act(DecisionAppealed, contribution=refused, citizen=ada, reason=RARE)
    await town.act(ContributionMerged, by=person("mia"), contribution=merged, into=asked)
    statement, other = await town.statement(), await town.admitted("Qui paie la cantine ?", "ben")
    await town.act(VoteCast, theme=MEAT, statement=statement, citizen=ada, value=1)
    await town.act(SupportGiven, theme=MEAT, question=other, citizen=ada)
    await town.act(SupportGiven, theme=MEAT, question=asked, citizen=await town.join("ben"))
    await town.move("deliberating")
    await publish(town)
    await Letters(town.engine).put(town.news, [town.now] * len(town.news))
    return ada


async def gives(town: Town, citizen: UUID, kind: type[Event], text: str) -> UUID:
    given = town.fact(kind, theme=MEAT, citizen=citizen, text=text)
    await town.apply(given)
    return given.event_id


AGENDA = {"items": [{"rank": 1, "title": RARE, "minutes": 30, "supporters": 2, "questions": ["Q-1", "Q-5"]}]}
SUMMARY = {
    "people": 3,
    "sections": [
        {
            "title": f"{RARE} — personnes : 2, contributions : 2",
            "sentences": [
                {"text": RARE, "citations": ["Q-1"]},
                {"text": "Qui paie la cantine ?", "citations": ["Q-5", "Q-1"]},
            ],
        }
    ],
}


async def publish(town: Town) -> None:
    for result, content in (("agenda", AGENDA), ("summary", SUMMARY)):
        asked = town.fact(
            PublicationRequested, by=person("mia"), theme=MEAT, result=result, input_hash="0" * 64, content=content
        )
        await town.apply(asked)
        await town.act(PublicationConfirmed, by=person("max"), publication=asked.event_id)


async def forget(town: Town, citizen: UUID) -> tuple[str, dict[str, Any]]:
    return await town.act(CitizenForgotten, citizen=citizen)


async def sweep(town: Town) -> None:
    """Do what the sweeper does in the tables, and forget what was looked for."""
    async with AsyncSession(town.engine) as session:
        acts = await under_way(session)
    for sought in acts.values():
        await sweep_tables(town.engine, sought)
    await found_all(town.engine, acts)


async def every_row(engine: AsyncEngine) -> Everything:
    async with engine.connect() as connection:
        return {
            table.name: (await connection.execute(select(table))).all() for table in SQLModel.metadata.sorted_tables
        }


async def entries_of(town: Town) -> list[Entry]:
    async with AsyncSession(town.engine) as session:
        return list((await session.exec(rows_of(Entry).order_by(col(Entry.seq)))).all())


async def breaks(town: Town) -> tuple[int | None, int | None]:
    """Return the first entry that does not fit the chain, and the first erasure that is not as it was listed."""
    entries = await entries_of(town)
    listings = {row.fact: row.listing for row in await town.rows(Erasure)}
    erased, unlisted = listed(entries, listings)
    rows = [{field: getattr(entry, field) for field in FIELDS} for entry in entries]
    return first_break(rows, erased), unlisted


async def test_an_entry_that_said_nothing_is_erased_as_well(town: Town) -> None:
    """The streams lose it with all others: a record that kept it would miss it there."""
    eve = person("eve")
    joined = town.fact(CitizenJoined, citizen=eve, language=None, source="")
    await town.apply(joined)

    await forget(town, eve)

    async with AsyncSession(town.engine) as session:
        entry = (await session.exec(rows_of(Entry).where(Entry.fact == joined.event_id))).one()
    assert (entry.salt, entry.payload) == (None, joined.model_dump_json())


async def test_nothing_is_left_that_leads_to_the_person(town: Town, ada: UUID, addresses: AddressBook) -> None:
    await forget(town, ada)
    await sweep(town)
    left = {name: str(rows) for name, rows in (await every_row(town.engine)).items()}
    for words in ("cochon", "Fontgiève", "passeport", "violet"):
        assert {name for name, rows in left.items() if words in rows} == set()
    assert await addresses.find("citizen", ACCOUNT) is None
    assert (str(ada) in left["letter"], "'it'" in left["citizen"]) == (False, False)
    assert "[…]" in left["letter"]  # of Ben, whose question is under the same point


async def test_what_was_counted_stays_counted(town: Town, ada: UUID) -> None:
    before = await status_of(town.engine)
    await forget(town, ada)
    after = await status_of(town.engine)
    assert (after.votes, after.supports, after.people) == (before.votes, before.supports, before.people)
    assert after.contributions["received"] == before.contributions["received"]
    assert [row.state for row in await town.rows(Contribution) if row.author == ada] == ["withdrawn"] * 5


async def test_published_results_keep_their_counts_and_lose_the_words(town: Town, ada: UUID) -> None:
    await forget(town, ada)
    agenda, summary = [await published_of(town.engine, MEAT, result) for result in ("agenda", "summary")]
    assert agenda is not None
    assert summary is not None
    assert agenda.content == {"items": [{**AGENDA["items"][0], "title": "[…]"}]}
    assert summary.content == {
        "people": 3,
        "sections": [
            {
                "title": "[…] — personnes : 2, contributions : 2",
                "sentences": [
                    {"text": "[…]", "citations": ["Q-1"]},
                    {"text": "Qui paie la cantine ?", "citations": ["Q-5", "Q-1"]},
                ],
            }
        ],
    }


async def test_nobody_blanks_a_title_by_asking_the_same_and_leaving(town: Town, ada: UUID) -> None:
    await town.move("collecting")
    same = await town.admitted(RARE, "eve")
    assert (await town.row(Contribution, same)).state == "admitted"
    await forget(town, person("eve"))
    published = await published_of(town.engine, MEAT, "agenda")
    assert published is not None
    assert published.content == AGENDA
    assert (await town.row(Contribution, same)).text == ""


async def test_the_record_still_holds_and_names_one_changed_byte(town: Town, ada: UUID) -> None:
    await forget(town, ada)
    assert await breaks(town) == (None, None)
    erased = [entry for entry in await entries_of(town) if entry.salt is None]
    kinds = sorted(entry.kind for entry in erased)
    assert kinds == sorted(
        [
            "citizen.joined",
            "citizen.language_chosen",
            "decision.appealed",
            "opinion.given",
            *["publication.requested"] * 2,
        ]
        + ["question.asked"] * 4
    )
    async with AsyncSession(town.engine) as session:
        changed = await session.get_one(Entry, erased[2].seq)
        changed.payload = str(changed.payload).replace("[", "(", 1)
        session.add(changed)
        await session.commit()
    assert await breaks(town) == (erased[2].seq, None)


async def test_a_list_of_what_was_erased_cannot_be_changed_with_it(town: Town, ada: UUID) -> None:
    await forget(town, ada)
    [act] = [entry for entry in await entries_of(town) if entry.kind == CitizenForgotten.kind]
    async with AsyncSession(town.engine) as session:
        [row] = (await session.exec(rows_of(Erasure))).all()
        row.listing = "".join(row.listing.splitlines(keepends=True)[:-1])
        session.add(row)
        await session.commit()
    assert (await breaks(town))[1] == act.seq


async def test_the_record_worked_again_gives_the_same_rows(town: Town, ada: UUID, scratch: AsyncEngine) -> None:
    await town.move("collecting")
    on_paper = {"theme": MEAT, "citizen": person("sheet"), "what": "opinion", "text": SAID, "place": "rue Fontgiève"}
    await town.act(ContributionEntered, by=person("mia"), **on_paper)
    anew = town.fact(OpinionGiven, theme=MEAT, citizen=ada, text=f"{SAID} Vraiment.", amends=await said_by(town, ada))
    await town.apply(anew)
    await town.act(ContributionAdmitted, by=person("mia"), contribution=anew.event_id)
    await forget(town, ada)
    await forget(town, person("sheet"))
    await town.admitted("Et la suite ?  Que devient la viande ?", "cleo")

    async def everything() -> AsyncIterator[Sequence[Entry]]:
        yield await entries_of(town)

    async with AsyncSession(scratch) as session, AsyncSession(town.engine) as here:
        worked = await work_again(session, everything(), 0, lambda *_: None)
        assert worked == len(await entries_of(town))
        for table in tables():
            assert await same(session, table) == await same(here, table), table.name


async def said_by(town: Town, citizen: UUID) -> UUID:
    """Return the opinion of somebody who has given one."""
    return next(row.id for row in await town.rows(Contribution) if row.author == citizen and row.kind == "opinion")


async def same(session: AsyncSession, table: Table) -> dict[Any, Any]:
    return {key: tuple(row) for key, row in (await rows_in(session, table)).items()}


@pytest.fixture
async def scratch(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An empty database to work the record again in."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'scratch.db'}")
    await migrate(engine)
    yield engine
    await engine.dispose()


async def test_a_freed_seat_is_offered_and_a_past_one_stays_counted(town: Town) -> None:
    soon, later = await town.debate(1, title="Bientôt, la viande"), await town.debate(1, starts_at=town.now + DAYS)
    for name in ("ada", "ben"):
        for debate in (soon, later):
            await town.act(SeatRequested, session=debate, citizen=await town.join(name))
    town.later(days=4)
    town.told.clear()
    await forget(town, person("ada"))
    seats = {(seat.session, seat.citizen): seat.state for seat in await town.rows(Seat)}
    assert seats == {
        (soon, person("ada")): "seated",
        (soon, person("ben")): "waiting",
        (later, person("ben")): "offered",
    }
    assert town.wordings() == [(person("ben"), "notice-seat-offered")]


DAYS = timedelta(days=9)


async def test_two_seats_that_the_same_person_waits_for_are_both_offered(town: Town) -> None:
    debates = [await town.debate(1, title=f"Un soir, {n} fois la viande") for n in range(2)]
    for name in ("ada", "ben"):
        for debate in debates:
            await town.act(SeatRequested, session=debate, citizen=await town.join(name))
    town.told.clear()
    await forget(town, person("ada"))
    assert town.wordings() == [(person("ben"), "notice-seat-offered")] * 2


async def test_who_was_erased_is_a_stranger_whatever_comes_after(town: Town, ada: UUID) -> None:
    await town.move("collecting")
    statement = await town.statement("La ville doit planter des arbres.", "ben")
    await forget(town, ada)
    acts: list[tuple[type[Event], dict[str, object]]] = [
        (QuestionAsked, {"theme": MEAT, "text": RARE}),
        (VoteCast, {"theme": MEAT, "statement": statement, "value": 1}),
        (CitizenJoined, {"language": "fr"}),
        (LanguageChosen, {"language": "fr"}),
        (CitizenForgotten, {}),
    ]
    for kind, fields in acts:
        assert (await town.act(kind, citizen=ada, **fields))[0] == "refused.stranger"
    assert (await town.row(Citizen, ada)).origin == "erased"


async def test_words_that_come_with_the_wish_to_be_forgotten_are_erased_too(town: Town) -> None:
    ada = await town.join("ada")
    asked = town.fact(QuestionAsked, theme=MEAT, citizen=ada, text=RARE)
    batch = [asked, town.fact(CitizenForgotten, citizen=ada), town.fact(LanguageChosen, citizen=ada, language="it")]
    for portion in portions(batch):
        await town.apply(*portion)
    assert {name for name, rows in (await every_row(town.engine)).items() if RARE in str(rows)} == {"erasure"}


async def test_what_is_being_published_meanwhile_does_not_bring_the_words_back(town: Town, ada: UUID) -> None:
    await forget(town, ada)
    late = {"by": person("mia"), "theme": MEAT, "result": "agenda", "input_hash": "0" * 64}
    assert await town.act(PublicationRequested, **late, content=AGENDA) == ("refused.outdated", {"result": "agenda"})


async def test_the_receipt_holds_a_digest_and_nothing_else(town: Town, ada: UUID) -> None:
    code, params = await forget(town, ada)
    [act] = await erasures(town.engine)
    assert (code, params) == ("forgotten", {"digest": act.digest})
    assert act.model_dump(include={"citizen", "occurred_at"}) == {"citizen": ada, "occurred_at": town.now}


async def test_a_restored_database_is_erased_again_and_each_act_once(town: Town, ada: UUID) -> None:
    act = CitizenForgotten.model_validate(town.fact(CitizenForgotten, citizen=ada, digest="0" * 64).model_dump())
    unknown = act.model_copy(update={"event_id": person("fact"), "citizen": person("joined after the backup")})
    assert [await erase_again(town.engine, [act, unknown]) for _ in range(2)] == [2, 0]
    await sweep(town)
    left = {name: str(rows) for name, rows in (await every_row(town.engine)).items()}
    assert {name for name, rows in left.items() if "cochon" in rows} == set()
    assert await breaks(town) == (None, None)
    assert [each.citizen for each in await erasures(town.engine)] == [ada, unknown.citizen]


async def test_what_is_looked_for_is_known_until_it_is_done(town: Town, ada: UUID) -> None:
    await forget(town, ada)
    async with AsyncSession(town.engine) as session:
        [sought] = (await under_way(session)).values()
    assert (set(sought.citizens), set(sought.references)) == ({str(ada)}, {"Q-1", "Q-2", "Q-3", "Q-4", "O-1"})
    assert RARE in sought.words


async def test_erasures_are_noted_outside_the_database_each_once(town: Town, ada: UUID, tmp_path: Path) -> None:
    file = tmp_path / "erasures.jsonl"
    await forget(town, ada)
    acts = await erasures(town.engine)
    note(file, acts)
    whole = file.read_bytes()
    note(file, acts)
    assert (file.read_bytes(), noted(file)) == (whole, acts)
    assert set(json.loads(whole)) == {"event_id", "city", "occurred_at", "caused_by", "citizen", "digest"}


async def test_half_a_line_that_a_power_cut_left_is_written_again(town: Town, ada: UUID, tmp_path: Path) -> None:
    file = tmp_path / "erasures.jsonl"
    await forget(town, ada)
    acts = await erasures(town.engine)
    file.write_bytes(acts[0].model_dump_json().encode()[:30])
    note(file, acts)
    assert noted(file) == acts
