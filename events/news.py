"""What somebody should be told."""

from typing import ClassVar, Literal
from uuid import UUID

from events.base import Event, Param, Slug

Audience = Literal["citizen", "moderator"]
Urgency = Literal["now", "digest", "daytime"]


class NewsAddressed(Event):
    """One person is to be told one thing; `wording` is the key of the text, `params` its variables.

    `buttons` are pairs of wording key and callback data. `now` concerns the person alone; `digest` can wait;
    `daytime` is told to many: it yields to everything else, and keeps quiet at night.
    """

    kind: ClassVar[str] = "news.addressed"

    person: UUID
    audience: Audience
    wording: str
    params: dict[str, Param] = {}
    theme: Slug | None = None
    urgency: Urgency = "now"
    buttons: tuple[tuple[str, str], ...] = ()
