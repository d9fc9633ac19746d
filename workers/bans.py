"""Bans: who wrote a contribution may no longer write, vote or support; nobody learns who it is.

What was admitted before stays as it is. Whoever was banned and forgets themselves is a stranger again: what remains of
a person who was erased is nothing, a ban neither.
"""

from events.moderation import AuthorBanned, AuthorUnbanned
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.people import Citizen


async def ban(work: Work, banned: AuthorBanned) -> None:
    item, author = await written(work, banned)
    author.banned_for = item.reference
    work.settle(banned, "banned", ref=item.reference)


async def unban(work: Work, unbanned: AuthorUnbanned) -> None:
    """Let an author take part again; the answer is the same for who was not banned.

    Else two references could be tried for whether one person wrote both.
    """
    item, author = await written(work, unbanned)
    author.banned_for = None
    work.settle(unbanned, "unbanned", ref=item.reference)


async def written(work: Work, act: AuthorBanned | AuthorUnbanned) -> tuple[Contribution, Citizen]:
    """Return a contribution and its author. Refuses `unknown_contribution`."""
    item = await work.session.get(Contribution, act.contribution)
    author = await work.session.get(Citizen, item.author) if item else None
    if item is None or author is None:
        raise Refused("unknown_contribution")
    return item, author


def handlers() -> dict[str, Handler]:
    return {AuthorBanned.kind: each(ban), AuthorUnbanned.kind: each(unban)}
