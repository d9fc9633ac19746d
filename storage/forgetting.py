"""Erase a person in the tables and in the record, in the transaction of the act that asks for it."""

import json
from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import delete, exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from events.citizens import CitizenForgotten, CitizenJoined, LanguageChosen
from events.contributions import LanguageCorrected
from events.needs import NeedStated
from events.strata import StrataDeclared
from storage.erasure import digest_of
from storage.leftovers import sweep_outbox
from storage.redaction import NOBODY, UNTOLD, Sought, payload_left
from storage.tables.broadcasts import Mute
from storage.tables.contributions import Contribution, Lease
from storage.tables.identity import Address, Letter
from storage.tables.memory import Entry, Erasure
from storage.tables.moderation import Appeal
from storage.tables.needs import Need, NeedKey
from storage.tables.people import Citizen
from storage.tables.preferences import Preference
from storage.tables.results import Draft, Publication
from storage.tables.strata import Declaration, DeclarationKey
from storage.tables.topics import TopicEdit

CHUNK = 500  # ids in one query; databases bound the number of parameters
CUT = "…"  # the end of a title that holds the beginning of a text


async def erase(session: AsyncSession, act: CitizenForgotten) -> CitizenForgotten:
    """Leave of a person, in the tables and in the record, what is nobody's; return the act with its digest.

    A replay finds the erasure done: then only the rows are emptied that follow from the record.
    """
    given = (await session.exec(select(Contribution).where(Contribution.author == act.citizen))).all()
    appeals = await _appeals(session, [each.id for each in given])
    if await session.get(Erasure, act.event_id) is None:
        sought = Sought.of(act.citizen, {each.reference: each.text for each in given})
        act = await _enter(session, act, given, appeals, sought)
    await _empty(session, act, given)
    for appeal in appeals:
        appeal.reason = ""
    return act


async def _appeals(session: AsyncSession, contributions: Sequence[UUID]) -> list[Appeal]:
    found: list[Appeal] = []
    for start in range(0, len(contributions), CHUNK):
        query = select(Appeal).where(col(Appeal.contribution).in_(contributions[start : start + CHUNK]))
        found += (await session.exec(query)).all()
    return found


async def _enter(
    session: AsyncSession,
    act: CitizenForgotten,
    given: Sequence[Contribution],
    appeals: Sequence[Appeal],
    sought: Sought,
) -> CitizenForgotten:
    """Erase what does not follow from the record, then what the record holds, and list what became of that."""
    themes = {each.theme for each in given}
    published, sought = await _publications(session, themes, sought)
    renamed, sought = await _titles(session, themes, sought)
    await _belongings(session, act.citizen, themes, sought)
    told = {each.id for each in given} | {appeal.id for appeal in appeals} | published | renamed
    listing = "".join([line async for line in _entries(session, act.citizen, told, sought)])
    session.add(Erasure(fact=act.event_id, citizen=act.citizen, listing=listing, sought=sought.written()))
    return act.model_copy(update={"digest": digest_of(listing)})


async def _publications(session: AsyncSession, themes: set[str], sought: Sought) -> tuple[set[UUID], Sought]:
    """Take a person's words out of agendas and summaries; return which were changed, and what else to look for.

    Words stay that somebody else said too: nobody blanks what others asked by asking the same and leaving.
    """
    rows = (await session.exec(select(Publication).where(col(Publication.theme).in_(themes)))).all()
    sought, changed = await _spared(session, sought, [row.content for row in rows]), set()
    for row in rows:
        content = json.loads(row.content)
        left = sought.without(content)
        if left != content:
            row.content = json.dumps(left, ensure_ascii=False, sort_keys=True)
            changed.add(row.id)
    return changed, sought


async def _titles(session: AsyncSession, themes: set[str], sought: Sought) -> tuple[set[UUID], Sought]:
    """Take a person's words out of titles that moderators gave topics, likewise."""
    rows = (await session.exec(select(TopicEdit).where(col(TopicEdit.theme).in_(themes)))).all()
    sought, changed = await _spared(session, sought, [written(row.title or "") for row in rows]), set()
    for row in rows:
        left = sought.without(row.title)
        if left != row.title:
            row.title = left
            changed.add(row.id)
    return changed, sought


async def _spared(session: AsyncSession, sought: Sought, documents: Sequence[str]) -> Sought:
    """Look no more for words that are shown in one of the documents and that somebody else said too."""
    shown = [words for words in sought.words if any(written(words) in document for document in documents)]
    return sought.but([words for words in shown if await _said_by_others(session, words, sought)])


async def _said_by_others(session: AsyncSession, words: str, sought: Sought) -> bool:
    says = col(Contribution.text).contains(words.rstrip(CUT), autoescape=True)
    others = col(Contribution.author).not_in([UUID(citizen) for citizen in sought.citizens])
    query = select(exists().where(says, others, col(Contribution.state) == "admitted"))
    return bool((await session.exec(query)).one())


def written(words: str) -> str:
    """Return words as a JSON document holds them."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


async def _belongings(session: AsyncSession, citizen: UUID, themes: set[str], sought: Sought) -> None:
    """Delete where a person is reached and what is on its way to them; drafts that may quote them are computed anew."""
    await session.exec(delete(Address).where(col(Address.person) == citizen))
    await session.exec(delete(Draft).where(col(Draft.theme).in_(themes)))
    await sweep_outbox(session, sought)
    await session.exec(delete(Letter).where(col(Letter.person) == citizen))


async def _entries(session: AsyncSession, citizen: UUID, told: set[UUID], sought: Sought) -> AsyncIterator[str]:
    """Erase the record's entries of these facts, and of what the person said of themselves; yield what each became."""
    for entry in [*await _by_facts(session, told), *await _of_oneself(session, citizen)]:
        payload = payload_left(entry.kind, str(entry.payload), sought)
        if entry.salt or payload != entry.payload:  # an entry that said nothing is erased too: the streams lose it
            entry.payload, entry.salt = payload, None
            yield f"{entry.seq} {digest_of(payload)}\n"


async def _by_facts(session: AsyncSession, facts: set[UUID]) -> list[Entry]:
    ordered, found = sorted(facts), list[Entry]()
    for start in range(0, len(ordered), CHUNK):
        query = select(Entry).where(col(Entry.fact).in_(ordered[start : start + CHUNK]))
        found += (await session.exec(query)).all()
    return sorted(found, key=lambda entry: entry.seq)


async def _of_oneself(session: AsyncSession, citizen: UUID) -> Sequence[Entry]:
    """Return the entries of a person's consent, languages, access needs, and who they say they are."""
    told = [CitizenJoined.kind, LanguageChosen.kind, LanguageCorrected.kind, NeedStated.kind, StrataDeclared.kind]
    kinds = col(Entry.kind).in_(told)
    query = select(Entry).where(kinds, col(Entry.payload).contains(str(citizen))).order_by(col(Entry.seq))
    return (await session.exec(query)).all()


async def _empty(session: AsyncSession, act: CitizenForgotten, given: Sequence[Contribution]) -> None:
    """Leave rows that count, with nothing in them; votes and supports are such rows already."""
    citizen = await session.get(Citizen, act.citizen)
    if citizen is None:  # a restored database may not know them, and must not get to know them
        session.add(Citizen(id=act.citizen, origin=NOBODY, joined_at=act.occurred_at))
    else:
        citizen.origin, citizen.language, citizen.source, citizen.banned_for = NOBODY, None, "", None
    for each in given:
        each.text, each.origin, each.state = "", NOBODY, "withdrawn"
        each.language, each.language_confidence, each.language_source = UNTOLD, 0.0, NOBODY
    ids = [each.id for each in given]
    for start in range(0, len(ids), CHUNK):
        await session.exec(delete(Lease).where(col(Lease.contribution).in_(ids[start : start + CHUNK])))
    for own in (Mute, Preference, Need, NeedKey, Declaration, DeclarationKey):
        await session.exec(delete(own).where(col(own.citizen) == act.citizen))
