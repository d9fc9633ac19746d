"""The machine-readable results as models: what `--json` prints, and what `docs/schemas/` describes.

Reading is tolerant, as with facts: a field more breaks nobody. A test computes every result and holds it against these.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from events.citizens import Language
from events.themes import Phase

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the content the result is made of")]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Reference = Annotated[str, Field(pattern=r"^[A-Z]-[0-9]+$", description="public reference of a contribution")]
Count = Annotated[int, Field(ge=0)]
Untold = Count | None
Share = Annotated[float, Field(ge=0, le=1)]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Part(BaseModel):
    """A part of a result."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Payment(Part):
    """What a group pays for an item, to a tenth of a minute; the payments of an item sum to its minutes.

    `group` is an opinion group's id, `others` for people in no group that may be shown, null for the common remainder.
    """

    group: Annotated[int, Field(ge=0)] | Literal["others"] | None
    minutes: float = Field(gt=0)


class AgendaItem(Part):
    """A topic on the agenda; the times are null while no session is planned.

    What a moderator `pinned` is paid by the common remainder; `original_title` is what the title was before one wrote
    another.
    """

    rank: int = Field(ge=1)
    title: str
    original_title: str | None = None
    pinned: bool = False
    minutes: int = Field(ge=1)
    starts_at: Moment | None
    ends_at: Moment | None
    place: str | None
    topic: Count
    supporters: Count = Field(description="distinct citizens who asked or supported one of its questions")
    questions: list[Reference] = Field(min_length=1)
    paid_by: list[Payment] = Field(min_length=1)
    why: str


class Lack(Part):
    """The minutes that a topic's supporters had too little, and how many more of them would have sufficed.

    `supporters` people more who ask for this alone, and it is chosen; with one less it is not. Null where that was not
    tried, as for all but the nearest misses of a large town, or where no number would do.
    """

    minutes: float = Field(gt=0)
    supporters: Annotated[int, Field(ge=1)] | None


class Missed(Part):
    """A topic that is not on the agenda, and what it lacked; the oldest versions say it in `why` only.

    `dropped` is the reason of the moderator who took it off.
    """

    title: str
    original_title: str | None = None
    dropped: str | None = None
    supporters: Count
    questions: list[Reference] = Field(min_length=1)
    lacks: Lack | None = None
    why: str


class Agenda(Part):
    """The agenda of a theme, chosen by the Method of Equal Shares; `version` is null for a draft."""

    theme: str
    version: int | None
    input_hash: Hash
    time_budget_minutes: Count
    method: Literal["equal-shares"]
    proportional: Literal[True]
    items: list[AgendaItem]
    not_selected: list[Missed]


class CitedSentence(Part):
    """A sentence and what it cites.

    Without `original` the text is an exact span of the first contribution cited; with it a model wrote the text, and
    `original` is that span. `translations` are a model's too, by language. `language` is the citizen's, where sure.
    """

    text: str = Field(min_length=1)
    citations: list[Reference] = Field(min_length=1)
    language: Language | None = None
    original: str | None = Field(default=None, min_length=1)
    translations: dict[Language, str] = {}


class SummarySection(Part):
    """A section of the summary; counts stand in its title, and for a topic in `people` and `texts`."""

    title: str
    people: Annotated[int, Field(ge=0)] | None = None
    texts: Annotated[int, Field(ge=0)] | None = None
    kind: Literal["topic", "common_ground", "contention", "uncertainty", "minority"]
    sentences: list[CitedSentence] = Field(min_length=1)


class Summary(Part):
    """The summary of a theme; `made_by` is `extractive` or the name of a model. A published one has its `version`."""

    theme: str
    input_hash: Hash
    people: Count = Field(description="authors of admitted texts")
    texts: Count = Field(description="admitted texts")
    distinct_texts: Count = Field(description="the same after folding case, accents, white space and punctuation")
    sections: list[SummarySection]
    made_by: str
    language: Language | None = Field(default=None, description="of the titles, and of what a model wrote")
    version: int | None = None


class Standing(Part):
    """A statement in a list of the map; `agree` and `disagree` are shares of the `votes` on it.

    `score` orders the list; `repness`: how many times more likely a group votes so than the others.
    """

    statement: Reference
    text: str
    agree: Share
    disagree: Share
    votes: int = Field(ge=10)
    side: Literal["agree", "disagree"]
    score: float
    repness: float


class Bridge(Part):
    """A statement liked beyond what the camps explain; `score`, with its 95 % interval, is on the scale of votes."""

    statement: Reference
    text: str
    agree: Share
    disagree: Share
    votes: int = Field(ge=10)
    score: float
    low: float = Field(ge=0)
    high: float


class OpinionGroup(Part):
    """An opinion group; none of fewer than ten people is shown."""

    id: Count
    size: int = Field(ge=10)
    representative: list[Standing]


class OpinionMap(Part):
    """The opinion map of a theme; without clear camps there are no groups."""

    theme: str
    input_hash: Hash
    participants: Count
    statements: Count
    votes: Count
    groups: list[OpinionGroup]
    common_ground: list[Standing]
    contention: list[Standing]
    uncertain: list[Standing]
    bridging: list[Bridge] = []
    stability: float = Field(description="mean agreement of the groups when a tenth of the votes is hidden")


class Topic(Part):
    """A topic, its contributions of any kind with the most central first; `title` is a moderator's or one of theirs.

    `id` is the number that the topic has in this instance, and keeps: of all that results hold, it alone depends on
    what was found before.
    """

    id: int = Field(ge=1)
    title: str
    keywords: list[str]
    people: int = Field(ge=1, description="authors of its contributions")
    contributions: list[Reference] = Field(min_length=1)


class TopicList(Part):
    """The topics of a theme, largest first: each admitted contribution is in one."""

    theme: str
    input_hash: Hash
    topics: list[Topic]


class ContributionCounts(Part):
    """Contributions by state; `received` is the sum of the other five."""

    received: Count
    admitted: Count
    refused: Count
    waiting: Count
    merged: Count
    withdrawn: Count


class Status(Part):
    """How much there is of everything, and how far each consumer of the bus is behind."""

    contributions: ContributionCounts
    votes: Count = Field(description="distinct pairs of citizen and statement")
    supports: Count = Field(description="distinct pairs of citizen and question")
    sign_ups: Count
    people: Count = Field(description="everybody who consented or was imported")
    dead_letters: Count
    lag: dict[str, Count]
    themes: dict[str, Phase]
    version: str


class Decisions(Part):
    """Contributions by state; null where fewer than ten people stand behind a number, or it would give one away."""

    admitted: Untold
    refused: Untold
    waiting: Untold
    merged: Untold
    withdrawn: Untold


class Appeals(Part):
    """Appeals by what became of them."""

    open: Untold
    upheld: Untold
    overturned: Untold


class Objection(Part):
    """What a guarantor says in public is not right about how the debate is led."""

    raised_at: Moment
    text: str


class Moderation(Part):
    """The public record of moderation; `articles` are those of the charter under which refusals stand."""

    theme: str | None
    decisions: Decisions
    articles: dict[str, Untold]
    appeals: Appeals
    removals: Untold = Field(description="removed by two people after they were published")
    median_seconds: Untold = Field(description="within which half of the contributions were decided on")
    p90_seconds: Untold = Field(description="within which nine in ten were")
    oldest_waiting: Annotated[str, Field(json_schema_extra={"format": "date"})] | None
    objections: list[Objection] = []


RESULTS: dict[str, type[Part]] = {
    "agenda": Agenda,
    "summary": Summary,
    "map": OpinionMap,
    "topics": TopicList,
    "moderation": Moderation,
    "status": Status,
}


def result_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each machine-readable result."""
    return {name: {"$schema": DIALECT, **model.model_json_schema()} for name, model in RESULTS.items()}
