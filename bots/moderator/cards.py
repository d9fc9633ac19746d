"""A contribution as moderators see it: its text with hints, or with what was decided about it."""

from datetime import datetime
from html import escape

from bots.charter import article, articles
from bots.moderator.choosing import label
from bots.moderator.hints import clipped, company, hints, relatives, shown
from bots.moderator.visit import Row, Visit
from storage.read_models.appeals import AppealView, appeal_of
from storage.read_models.contributions import ContributionView, contribution_of
from storage.read_models.queue import Card
from storage.read_models.themes import theme_of
from storage.read_models.waiting import Backlog

SECONDS = ((86_400, "days"), (3_600, "hours"), (60, "minutes"))
SEVERAL = 3  # waiting items, from which on they may be worth looking at together
THEME, ALL = "t", ""  # the next item comes from the same theme, or from any


async def head(visit: Visit, item: ContributionView) -> str:
    theme = await theme_of(visit.desk.engine, item.theme)
    kind = visit.say.plain(f"kind-{item.kind}")
    return visit.say("moderator-card-head", ref=item.reference, kind=kind, theme=theme.title if theme else item.theme)


async def waiting_text(visit: Visit, card: Card, backlog: Backlog) -> str:
    """Return the text with everything that helps to decide."""
    say, item = visit.say, card.item
    return "\n\n".join(
        [
            await head(visit, item),
            f"<blockquote>{shown(card)}</blockquote>",
            "\n".join(hints(visit, card)),
            *([former_text(visit, card.former)] if card.former else []),
            *company(visit, card),
            say("moderator-backlog", waiting=backlog.waiting, age=age(visit, backlog.oldest)),
        ]
    )


def former_text(visit: Visit, former: ContributionView) -> str:
    """Return what the author says anew with this contribution, and what was decided about that."""
    say, ref, text = visit.say, former.reference, clipped(former.text)
    if former.state == "refused" and former.article:
        found = article(former.article, visit.language)
        return say("moderator-former-refused", ref=ref, article=f"{found.number} · {found.title}", text=text)
    return say("moderator-former", ref=ref, state=say.plain(f"state-{former.state}"), text=text)


async def appealed_text(visit: Visit, card: Card, appeal: AppealView) -> str:
    """Return a refused text, the article, and why its author wants another look."""
    say, found, since = visit.say, article(appeal.article or 0, visit.language), age(visit, appeal.lodged_at)
    reason = say("moderator-appeal-reason", reason=appeal.reason, age=since) if appeal.reason else None
    return "\n\n".join(
        [
            say("moderator-appeal"),
            await head(visit, card.item),
            f"<blockquote>{shown(card)}</blockquote>",
            say("moderator-decided-refused", number=found.number, title=found.title),
            reason or say("moderator-appeal-bare", age=since),
        ]
    )


def appealed_rows(visit: Visit, ref: str, scope: str) -> list[Row]:
    say = visit.say
    return [
        [
            (say.plain("moderator-button-uphold"), f"qk:{ref}:{scope}"),
            (say.plain("moderator-button-overturn"), f"qo:{ref}:{scope}"),
        ],
        [(say.plain("moderator-button-skip"), f"qs:{ref}:{scope}")],
    ]


def age(visit: Visit, since: datetime | None) -> str:
    """Return for how long something has waited, in one unit."""
    seconds = int((visit.desk.clock() - since).total_seconds()) if since else 0
    for length, unit in SECONDS:
        if seconds >= length:
            return visit.say.plain(f"age-{unit}", count=seconds // length)
    return visit.say.plain("age-moments")


async def decided_text(visit: Visit, item: ContributionView) -> str:
    """Return the text with the decision that stands."""
    return "\n\n".join(
        [
            await head(visit, item),
            f"<blockquote>{escape(item.text, quote=False)}</blockquote>",
            await verdict(visit, item),
            *judgement(visit, await appeal_of(visit.desk.engine, item.id)),
        ]
    )


def judgement(visit: Visit, appeal: AppealView | None) -> list[str]:
    return [visit.say(f"moderator-appeal-{appeal.outcome}")] if appeal and appeal.decided_at else []


async def verdict(visit: Visit, item: ContributionView) -> str:
    say = visit.say
    if item.state == "refused" and item.article:
        found = article(item.article, visit.language)
        return say("moderator-decided-refused", number=found.number, title=found.title)
    if item.state == "merged" and item.merged_into:
        other = await contribution_of(visit.desk.engine, item.merged_into)
        return say("moderator-decided-merged", into=other.reference if other else "")
    return say(f"moderator-decided-{item.state}")


def waiting_rows(visit: Visit, card: Card, scope: str, waiting: int) -> list[Row]:
    say, ref = visit.say, card.item.reference
    theme = card.item.theme if scope == THEME else ""
    several: list[Row] = [[(say.plain("moderator-button-several"), f"qc:{theme}")]] if waiting >= SEVERAL else []
    merges: list[Row] = [
        [(say.plain("moderator-button-merge", ref=each.reference), f"qm:{ref}:{each.reference}:{scope}")]
        for each in relatives(card)
    ]
    return [
        [
            (say.plain("moderator-button-admit"), f"qa:{ref}:{scope}"),
            (say.plain("moderator-button-refuse"), f"qr:{ref}:{scope}"),
        ],
        *merges,
        [(say.plain("moderator-button-skip"), f"qs:{ref}:{scope}")],
        *several,
    ]


def article_rows(visit: Visit, ref: str, scope: str) -> list[Row]:
    """Return the charter as buttons, two in a row, and the way back."""
    buttons = [
        (label(f"{each.number} · {each.title}"), f"qn:{ref}:{each.number}:{scope}") for each in articles(visit.language)
    ]
    pairs: list[Row] = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    return [*pairs, [(visit.say.plain("back"), f"qb:{ref}:{scope}")]]


def decided_rows(visit: Visit, ref: str, scope: str, *, undo: bool) -> list[Row]:
    say = visit.say
    after = (say.plain("moderator-button-next"), f"qx:{ref}:{scope}")
    return [[(say.plain("moderator-button-undo"), f"qu:{ref}:{scope}"), after] if undo else [after]]
