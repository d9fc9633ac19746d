"""What citizens let us tell them: each choice is their own, and taken back as easily as it was made."""

from uuid import UUID

from events.preferences import ContactAllowed, ContactWithdrawn, NotificationsChosen
from storage.ledger import Handler, Work, each
from storage.tables.preferences import Preference
from workers import strata
from workers.decisions import participant


async def choose(work: Work, chosen: NotificationsChosen) -> None:
    (await of(work, chosen.citizen)).pace = chosen.pace
    work.settle(chosen, "notifications", pace=chosen.pace)


async def allow(work: Work, allowed: ContactAllowed) -> None:
    """Note the consent; saying it again does not make it newer."""
    mine = await of(work, allowed.citizen)
    mine.contact_since = mine.contact_since or allowed.occurred_at
    work.settle(allowed, "contact_allowed")


async def withdraw(work: Work, withdrawn: ContactWithdrawn) -> None:
    """End the consent, and what was said for its sake."""
    (await of(work, withdrawn.citizen)).contact_since = None
    await strata.drop(work, withdrawn.citizen)
    work.settle(withdrawn, "contact_withdrawn")


async def of(work: Work, citizen: UUID) -> Preference:
    """Return a participant's choices, to be changed. Refuses `stranger`."""
    await participant(work, citizen)
    found = await work.session.get(Preference, citizen)
    if found is None:
        found = Preference(citizen=citizen)
        work.session.add(found)
    return found


def handlers() -> dict[str, Handler]:
    return {
        NotificationsChosen.kind: each(choose),
        ContactAllowed.kind: each(allow),
        ContactWithdrawn.kind: each(withdraw),
    }
