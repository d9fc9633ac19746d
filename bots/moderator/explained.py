"""The agenda as moderators read it before it is published: with the reason for each item."""

from collections.abc import Mapping
from typing import Any

from bots.documents import agenda_text, clip, packed, references
from bots.wording import Wording

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
    return say("moderator-agenda-reason", rank=item["rank"], title=clip(item["title"]), why=str(item.get("why", "")))


def left_out(item: Document, say: Wording) -> str:
    return say(
        "moderator-agenda-left-out",
        title=clip(item["title"]),
        supporters=item.get("supporters", 0),
        refs=references(item.get("questions", []), say),
        why=str(item.get("why", "")),
    )
