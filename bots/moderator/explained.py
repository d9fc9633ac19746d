"""The agenda as moderators read it before it is published: with who pays for each item, and why."""

from collections.abc import Mapping
from typing import Any

from bots.documents import agenda_text, clip, packed, references
from bots.wording import Wording, number

Document = Mapping[str, Any]


def explained_agenda(content: Document, say: Wording, timezone: str) -> list[str]:
    """Return messages: the agenda as citizens will see it, then the reasons, item by item."""
    reasons = [reason(item, say) for item in content.get("items", [])]
    missed = [left_out(item, say) for item in content.get("not_selected", [])]
    head = [say("moderator-agenda-reasons")] if reasons else []
    rest = [say("document-agenda-left-out"), *missed] if missed else []
    explained = [*head, *reasons, *rest]
    shown = agenda_text({**content, "not_selected": []}, say, timezone)
    return [*shown, *packed(explained)] if explained else shown


def reason(item: Document, say: Wording) -> str:
    paid = ", ".join(share(each, say) for each in item.get("paid_by", []))
    return say(
        "moderator-agenda-reason", rank=item["rank"], title=clip(item["title"]), why=str(item.get("why", "")), paid=paid
    )


def share(paid: Document, say: Wording) -> str:
    return say.plain(
        "moderator-agenda-share",
        group=group(paid.get("group"), say),
        minutes=number(paid.get("minutes", 0), say.language),
    )


def group(name: object, say: Wording) -> str:
    """Return a group as the map calls it; None is the common remainder, a word those in no group."""
    if isinstance(name, int):
        return say.plain("moderator-agenda-group", number=name + 1)
    return say.plain("moderator-agenda-remainder" if name is None else "moderator-agenda-others")


def left_out(item: Document, say: Wording) -> str:
    return say(
        "moderator-agenda-left-out",
        title=clip(item["title"]),
        supporters=item.get("supporters", 0),
        refs=references(item.get("questions", [])),
        why=str(item.get("why", "")),
    )
