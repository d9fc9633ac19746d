"""Who people are, as far as they like to say it: kept while they may be contacted; and the city's shares."""

import json
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import col, select

from deliberation.strata import fault_in
from events.strata import StrataDeclared, StrataTakenBack, TargetsDeclared, TargetsUndone
from storage.ledger import Handler, Refused, Work, each
from storage.tables.preferences import Preference
from storage.tables.strata import Declaration, DeclarationKey, Target
from workers.decisions import participant


async def declare(work: Work, declared: StrataDeclared) -> None:
    """Keep what somebody said of themselves who agreed to be contacted and drawn. Refuses `no_contact` to others."""
    await participant(work, declared.citizen)
    mine = await work.session.get(Preference, declared.citizen)
    if mine is None or mine.contact_since is None:
        raise Refused("no_contact")
    kept = await work.session.get(Declaration, declared.citizen)
    if kept is None:
        kept = Declaration(citizen=declared.citizen, sealed="", declared_at=declared.occurred_at)
        work.session.add(kept)
    kept.sealed, kept.declared_at = declared.sealed, declared.occurred_at
    work.settle(declared, "strata_declared")


async def take_back(work: Work, taken_back: StrataTakenBack) -> None:
    await participant(work, taken_back.citizen)
    await drop(work, taken_back.citizen)
    work.settle(taken_back, "strata_taken_back")


async def drop(work: Work, citizen: UUID) -> None:
    """Forget what a person said of themselves; with the key it is gone from the record too."""
    for table in (Declaration, DeclarationKey):
        await work.session.exec(delete(table).where(col(table.citizen) == citizen))


async def aim(work: Work, declared: TargetsDeclared) -> None:
    """Take down the city's shares of a stratum. Refuses `targets` that make no whole."""
    shares = list(declared.shares.items())
    if fault := fault_in(declared.stratum, shares):
        raise Refused("targets", fault=fault)
    work.session.add(
        Target(
            id=declared.event_id,
            stratum=declared.stratum,
            shares=json.dumps(declared.shares, ensure_ascii=False),
            declared_at=declared.occurred_at,
            version=1 + await versions(work, declared.stratum),
        )
    )
    work.settle(declared, "targets_declared", stratum=declared.stratum)


async def undo(work: Work, undone: TargetsUndone) -> None:
    """Let the shares before count again. Refuses `unknown_targets` for any but those that count now."""
    target = await work.session.get(Target, undone.declared)
    if target is None or target.id != await newest(work, target.stratum):
        raise Refused("unknown_targets")
    target.undone = True
    work.settle(undone, "targets_undone", stratum=target.stratum)


async def newest(work: Work, stratum: str) -> UUID | None:
    query = select(Target.id).where(Target.stratum == stratum, ~col(Target.undone))
    return (await work.session.exec(query.order_by(col(Target.version).desc()).limit(1))).one_or_none()


async def versions(work: Work, stratum: str) -> int:
    """Return how many shares of a stratum there have been."""
    query = select(func.count()).select_from(Target).where(Target.stratum == stratum)
    return (await work.session.exec(query)).one()


def handlers() -> dict[str, Handler]:
    return {
        StrataDeclared.kind: each(declare),
        StrataTakenBack.kind: each(take_back),
        TargetsDeclared.kind: each(aim),
        TargetsUndone.kind: each(undo),
    }
