"""Topics as moderators change them: renamed, merged, parted, and each change taken back at any time."""

import json
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from events.topics import TopicEditUndone, TopicParted, TopicRenamed, TopicsMerged
from storage.ledger import Handler, Refused, Work, each
from storage.tables.contributions import Contribution
from storage.tables.topics import TopicEdit
from workers.decisions import by_ids
from workers.themes import known

TopicChanged = TopicRenamed | TopicsMerged | TopicParted


async def rename(work: Work, renamed: TopicRenamed) -> None:
    await _check(work, renamed, renamed.contributions)
    await _keep(work, renamed, title=renamed.title)


async def merge(work: Work, merged: TopicsMerged) -> None:
    await _check(work, merged, (*merged.contributions, *merged.target))
    await _keep(work, merged, others=merged.target)


async def part(work: Work, parted: TopicParted) -> None:
    await _check(work, parted, (*parted.contributions, *parted.others))
    await _keep(work, parted, others=parted.others)


async def undo(work: Work, undone: TopicEditUndone) -> None:
    """Take one change back; those that came later stay."""
    edit = await work.session.get(TopicEdit, undone.edit)
    if edit is None or edit.undone:
        raise Refused("unknown_topic_edit")
    edit.undone = True
    work.settle(undone, "topic_edit_undone", theme=edit.theme, kind=edit.kind)


async def _check(work: Work, changed: TopicChanged, contributions: Iterable[UUID]) -> None:
    """Refuse `unknown_theme`, and `topic_changed` where a contribution no longer is one of the theme's."""
    await known(work, changed.theme)
    wanted = set(contributions)
    found: list[Contribution] = await by_ids(work, Contribution, wanted)
    if len([item for item in found if item.theme == changed.theme and item.state == "admitted"]) != len(wanted):
        raise Refused("topic_changed")


async def _keep(work: Work, changed: TopicChanged, *, others: Iterable[UUID] = (), title: str | None = None) -> None:
    last = select(func.max(TopicEdit.number)).where(col(TopicEdit.theme) == changed.theme)
    work.session.add(
        TopicEdit(
            id=changed.event_id,
            theme=changed.theme,
            number=((await work.session.exec(last)).one() or 0) + 1,
            kind=changed.kind,
            contributions=_written(changed.contributions),
            others=_written(others),
            title=title,
            by=changed.by,
            at=changed.occurred_at,
        )
    )
    work.settle(changed, changed.kind.replace(".", "_"), theme=changed.theme, edit=str(changed.event_id))


def _written(ids: Iterable[UUID]) -> str:
    return json.dumps([str(each) for each in ids])


def handlers() -> dict[str, Handler]:
    return {
        TopicRenamed.kind: each(rename),
        TopicsMerged.kind: each(merge),
        TopicParted.kind: each(part),
        TopicEditUndone.kind: each(undo),
    }
