"""What a moderator sees of a waiting contribution: the text and hints, which decide nothing by themselves."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.personal_data import Found, mask
from deliberation.rudeness import flags
from deliberation.spam import SHORTLY, Hint, Sent, hints
from events.kinship import KinOf, alone
from storage.read_models.appeals import AppealView, appeal_of
from storage.read_models.contributions import ContributionView, around, by_reference, contribution_of, near_to


@dataclass(frozen=True, slots=True)
class Card:
    """A contribution with hints.

    `near` are its copies, `similar` says the same in other words or another language; personal data and rude words come
    with their places in the text. `former` is what its author says anew with it, `appeal` the newest against a decision
    about it.
    """

    item: ContributionView
    near: tuple[ContributionView, ...]
    similar: tuple[ContributionView, ...]
    personal: tuple[Found, ...]
    rude: tuple[tuple[int, int], ...]
    hints: tuple[Hint, ...]
    former: ContributionView | None = None
    appeal: AppealView | None = None

    @property
    def appealed(self) -> bool:
        """Say whether somebody has to look at a refusal again."""
        return self.item.state == "refused" and self.appeal is not None and self.appeal.outcome == "open"


async def card_of(engine: AsyncEngine, contribution: UUID, kin: KinOf = alone) -> Card | None:
    """Return the card of a contribution in any state, or None when there is no such contribution."""
    item = await contribution_of(engine, contribution)
    if item is None:
        return None
    former = await contribution_of(engine, item.amends) if item.amends else None
    near = [each for each in await near_to(engine, item.theme, item.kind, item.text, but=item.id) if each != former]
    sent = Sent(item.author, item.text, item.received_at)
    similar = await _similar(engine, item, kin)
    return Card(
        item=item,
        near=tuple(near),
        similar=tuple(each for each in similar if each not in near and each != former),
        personal=mask(item.text).found,
        rude=tuple((span[0], span[1]) for span in flags(item.text, language=item.language)),
        hints=hints(sent, await around(engine, item, SHORTLY)),
        former=former,
        appeal=await appeal_of(engine, item.id),
    )


async def _similar(engine: AsyncEngine, item: ContributionView, kin: KinOf) -> tuple[ContributionView, ...]:
    """Return admitted kin of an item that waits."""
    if item.state != "waiting":
        return ()
    found = [await by_reference(engine, reference) for reference in await kin(item.theme, item.kind, item.text)]
    wanted = (item.theme, item.kind, "admitted")
    return tuple(each for each in found if each and (each.theme, each.kind, each.state) == wanted)
