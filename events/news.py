"""What somebody should be told."""

from typing import ClassVar, Literal
from uuid import UUID

from events.base import Event, Param, Slug

Audience = Literal["citizen", "moderator"]
Urgency = Literal["now", "digest", "daytime"]


class NewsAddressed(Event):
    """One person is to be told one thing; `wording` is the key of the text, `params` its variables.

    `buttons` are pairs of wording key and callback data. `now` concerns the person alone; `digest` can wait;
    `daytime` is told to many: it yields to everything else, and keeps quiet at night. `stands` says what the news is
    about, such as `agenda:la-viande`: while its message is the newest in the chat, the next news about the same takes
    its place, without a sound. A decision about what somebody gave is always told anew and has none.
    """

    kind: ClassVar[str] = "news.addressed"

    person: UUID
    audience: Audience
    wording: str
    params: dict[str, Param] = {}
    theme: Slug | None = None
    urgency: Urgency = "now"
    buttons: tuple[tuple[str, str], ...] = ()
    stands: str | None = None


class NewsSpread(Event):
    """News for many of a theme is told a portion at a time; it goes on behind the citizen `after`.

    `what` happened, and `about` what: the phase, a debate's reference, a publication's id, a question's reference.
    """

    kind: ClassVar[str] = "news.spread"

    theme: Slug
    what: Literal["phase", "session", "agenda", "summary", "gone", "answered"]
    about: str
    after: UUID
