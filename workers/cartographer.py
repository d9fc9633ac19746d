"""The cartographer computes a theme's results: topics, map, agenda, summary; anew whenever its content has changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.similarity import Embedder
from deliberation.topics import Topics
from events.base import Clock
from storage.read_models.amendments import AmendmentView, amendments_of
from storage.read_models.results import draft_of
from storage.read_models.sessions import sessions_of
from storage.read_models.themes import themes_of
from storage.read_models.topics import placings_of
from workers import agenda, opinion_map, summary, topics
from workers.material import Material, keep, material_of
from workers.meters import COMPUTE_SECONDS

log = logging.getLogger(__name__)

RESULTS = ("topics", "map", "agenda", "summary")
MADE_BY = 3  # raised when a document is made in another way: drafts of before are then computed anew


Attempt = Callable[[str, Awaitable[None]], Awaitable[bool]]  # does the work, and says whether it went well


class NotComputedError(RuntimeError):
    """Some themes could not be computed."""


class Cartographer:
    """Compute results and keep them as drafts."""

    def __init__(self, engine: AsyncEngine, clock: Clock, language: str, embed: Embedder) -> None:
        self._engine = engine
        self._clock = clock
        self._language = language
        self.embed = topics.Memo(embed)
        self._known: dict[str, tuple[object, Topics]] = {}  # by theme: what it was made of, and its topics
        self._one_at_a_time = asyncio.Lock()  # who read the content first must not keep results last

    async def catch_up(self, attempt: Attempt) -> None:
        """Compute the themes whose content is not what the drafts were made of; one that fails does not stop another.

        Raises NotComputedError.
        """
        themes = [theme.slug for theme in await themes_of(self._engine)]
        failed = [theme for theme in themes if not await attempt(f"computing {theme}", self.bring_up_to_date(theme))]
        if failed:
            raise NotComputedError(failed)

    async def bring_up_to_date(self, theme: str) -> None:
        """Compute all results of a theme, unless its content is the one they were made of."""
        async with self._one_at_a_time:
            await self._bring_up_to_date(theme)

    async def _bring_up_to_date(self, theme: str) -> None:
        material = await material_of(self._engine, theme)
        plan = agenda.Plan.of(await sessions_of(self._engine, theme), self._clock())
        amendments = await amendments_of(self._engine, theme)
        known = await draft_of(self._engine, theme, "topics")
        planned = await draft_of(self._engine, theme, "plan")
        basis = {**_plan(plan), "sources": material.sources_hash, "language": self._language, "made_by": MADE_BY}
        basis["amendments"] = [[each.question, each.what, each.words] for each in amendments]
        if known and planned and known.input_hash == material.input_hash and planned.content == basis:
            return
        before, last = await placings_of(self._engine, theme)
        before |= await self._place(material, before, last)
        found = await asyncio.to_thread(self._grouped, material)
        numbers = topics.numbers_of(material, found, before, last)
        moved = topics.moved(material, found, numbers, before)
        await topics.keep_placings(self._engine, theme, moved, max([last, *numbers]))
        documents = await asyncio.to_thread(self._compute, material, plan, amendments, found)
        documents["topics"] = topics.document(material, found, numbers)
        for result, content in {**documents, "plan": basis}.items():
            await keep(self._engine, theme, result, content, self._clock())
        log.info("%s: computed from %d texts and %d votes", theme, len(material.texts), len(material.votes))

    async def _place(self, material: Material, before: topics.Placings, last: int) -> topics.Placings:
        """Put what is new beside what it is nearest to, so that its topic is known before all are grouped anew."""
        new = await asyncio.to_thread(topics.placed, material, self.embed, before)
        await topics.keep_placings(self._engine, material.theme, new, last)
        return new

    def _grouped(self, material: Material) -> Topics:
        """Group anew only if texts or edits have changed: most of what happens is votes."""
        said = (tuple((text.kind, text.text) for text in material.texts), material.edits)
        if self._known.get(material.theme, (None,))[0] != said:
            with COMPUTE_SECONDS.labels("topics").time():
                self._known[material.theme] = said, topics.topics_of(material, self.embed)
        return self._known[material.theme][1]

    async def compute(self, theme: str, result: str) -> Mapping[str, Any]:
        """Return one result, up to date."""
        await self.bring_up_to_date(theme)
        draft = await draft_of(self._engine, theme, result)
        assert draft is not None  # noqa: S101 - kept a line above
        return draft.content

    def _compute(
        self, material: Material, plan: agenda.Plan, amendments: Sequence[AmendmentView], found: Topics
    ) -> dict[str, Mapping[str, Any]]:
        with COMPUTE_SECONDS.labels("map").time():
            drawn = opinion_map.draw(material)
            groups = opinion_map.groups_of(material, drawn)
            charts = {
                "map": opinion_map.document(material, drawn),
                "standing": opinion_map.standing(material, drawn, found),
                "map_picture": {**(opinion_map.picture(drawn) or {}), "input_hash": material.input_hash},
            }
        with COMPUTE_SECONDS.labels("agenda").time():
            planned = agenda.document(material, found, plan, groups, amendments, language=self._language)
        with COMPUTE_SECONDS.labels("summary").time():
            told = summary.document(material, drawn, found, groups, language=self._language, embed=self.embed)
        return {**charts, "agenda": planned, "summary": told}


def _plan(plan: agenda.Plan) -> dict[str, Any]:
    return {
        "minutes": plan.minutes,
        "starts_at": plan.starts_at.isoformat() if plan.starts_at else None,
        "place": plan.place,
    }
