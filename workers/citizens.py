"""Who takes part."""

from collections.abc import Sequence

from events.citizens import CitizenImported, CitizenJoined, LanguageChosen
from storage.ledger import Handler, Refused, Work, each
from storage.redaction import NOBODY
from storage.tables.people import Citizen
from storage.upsert import upsert
from workers.decisions import by_ids, participant


async def welcome(work: Work, joined: CitizenJoined) -> None:
    """Note a citizen's consent; consenting again changes nothing but the language. Refuses `stranger` to the erased."""
    known = await work.session.get(Citizen, joined.citizen)
    if known and known.origin == NOBODY:
        raise Refused("stranger")
    if known is None:
        work.session.add(
            Citizen(
                id=joined.citizen,
                language=joined.language,
                origin="chat",
                source=joined.source,
                joined_at=joined.occurred_at,
            )
        )
    else:
        known.language = joined.language
    work.settle(joined, "joined")


async def take_in(work: Work, imported: Sequence[CitizenImported]) -> None:
    """Note participants of an import; one who is here already stays as they are."""
    rows = [
        {"id": each_.citizen, "language": None, "origin": "import", "source": "", "joined_at": each_.occurred_at}
        for each_ in imported
    ]
    known = {citizen.id for citizen in await by_ids(work, Citizen, {each_.citizen for each_ in imported})}
    await upsert(work.session, Citizen, [row for row in rows if row["id"] not in known], keys=["id"])


async def speak(work: Work, chosen: LanguageChosen) -> None:
    (await participant(work, chosen.citizen)).language = chosen.language
    work.settle(chosen, "language", language=chosen.language)


def handlers() -> dict[str, Handler]:
    return {
        CitizenJoined.kind: each(welcome),
        CitizenImported.kind: take_in,
        LanguageChosen.kind: each(speak),
    }
