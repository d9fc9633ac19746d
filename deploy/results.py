"""Results and status, for the command: as documents and as text."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from deliberation.rewording import in_language
from deploy.imports.importing import applied, applying
from deploy.settings import Settings
from deploy.wiring import instance, memory, now
from events import topology
from storage.read_models.results import DraftView, draft_of, published_of, summary_of
from storage.read_models.status import status_of
from storage.read_models.themes import ThemeView, theme_of, themes_of

Document = Mapping[str, Any]


class NoResultError(LookupError):
    """There is no such theme or no such result yet; the message is one line that says what to do."""


async def result_of(
    settings: Settings, theme: str, result: str, *, compute: bool, language: str | None = None
) -> Document:
    """Return a theme's agenda, summary, map or topics: computed now, or as published, or as the newest draft.

    A summary may be had for a reader of another language. Raises NoResultError.
    """
    found = await (_computed if compute else _kept)(settings, theme, result)
    if found is None:
        raise NoResultError(f'there is no {result} of "{theme}" yet: add --compute')
    return in_language(found, language) if language else found


async def _kept(settings: Settings, theme: str, result: str) -> Document | None:
    async with memory(settings) as engine:
        await known(engine, theme)
        published = await published_of(engine, theme, result)
        draft = await newest_of(engine, theme, result)
    if published:
        return {**published.content, "version": published.version}
    return draft.content if draft else None


async def _computed(settings: Settings, theme: str, result: str) -> Document:
    from deliberation.similarity import embedder  # noqa: PLC0415 - heavy; most commands only read
    from workers.cartographer import Cartographer  # noqa: PLC0415 - as above

    async with instance(settings) as parts:
        await known(parts.engine, theme)
        async with applying(parts):
            await applied(parts)
        await Cartographer(parts.engine, now, settings.language, embedder()).bring_up_to_date(theme)
        draft = await newest_of(parts.engine, theme, result)
        assert draft is not None  # noqa: S101 - kept a line above
        return draft.content


async def newest_of(engine: AsyncEngine, theme: str, result: str) -> DraftView | None:
    """Return the newest draft; of a summary with what a model wrote of it."""
    return await (summary_of(engine, theme) if result == "summary" else draft_of(engine, theme, result))


async def known(engine: AsyncEngine, theme: str) -> ThemeView:
    """Return a theme. Raises NoResultError, which names the themes that there are."""
    found = await theme_of(engine, theme)
    if found is None:
        slugs = ", ".join(each.slug for each in await themes_of(engine, drafts=True)) or "none yet"
        raise NoResultError(f'there is no theme "{theme}"; there are: {slugs}')
    return found


async def status(settings: Settings) -> dict[str, Any]:
    """Count everything; what is still on the bus is counted as lag."""
    async with instance(settings) as parts:
        found = await status_of(parts.engine)
        js = parts.client.jetstream()
        lag = {
            reader.name: (info := await js.consumer_info(topology.FACTS, reader.name)).num_pending
            + info.num_ack_pending
            for reader in topology.readers()
        }
        dead = (await js.stream_info(topology.DEAD)).state.messages
        themes = await themes_of(parts.engine, drafts=True)
        return {
            **asdict(found),
            "dead_letters": dead,
            "lag": lag,
            "themes": {theme.slug: theme.phase for theme in themes},
            "version": version("palabre"),
        }


def agenda_text(content: Document) -> str:
    lines = [f"Agenda of {content['theme']} — {content['time_budget_minutes']} minutes, equal shares", ""]
    for item in content["items"]:
        paid = ", ".join(f"{_group(each['group'])} {each['minutes']:g}" for each in item["paid_by"])
        lines += [
            f"{item['rank']:2}. {item['title']} ({item['minutes']} min, {item['supporters']} people)",
            f"    {' '.join(item['questions'])}",
            f"    paid by: {paid} — {item['why']}",
        ]
    lines += ["", "Not on the agenda:"] if content["not_selected"] else []
    lines += [f"  - {item['title']} ({item['supporters']} people): {item['why']}" for item in content["not_selected"]]
    return "\n".join(lines)


def _group(group: int | str | None) -> str:
    if group is None:
        return "common remainder"
    return f"group {group + 1}" if isinstance(group, int) else group


def summary_text(content: Document) -> str:
    counts = f"{content['people']} people, {content['texts']} texts ({content['distinct_texts']} distinct)"
    lines = [f"Summary of {content['theme']} — {counts}, made by {content['made_by']}"]
    for section in content["sections"]:
        lines += ["", section["title"]]
        lines += [line for each in section["sentences"] for line in _said(each, content.get("language"))]
    return "\n".join(lines)


def _said(sentence: Document, language: str | None) -> list[str]:
    """Return a sentence; one that a model wrote is marked, and its exact words follow."""
    spoken = sentence.get("language") or language
    refs, foreign = ", ".join(sentence["citations"]), f" ({spoken})" if spoken != language else ""
    if "original" not in sentence:
        return [f"  « {sentence['text']} »{foreign} [{refs}]"]
    mark = "translated by the model" if foreign else "reworded by the model"
    return [f"  {sentence['text']} [{refs}] — {mark}; exact words:", f"    « {sentence['original']} »{foreign}"]


def map_text(content: Document) -> str:
    counts = f"{content['participants']} people, {content['statements']} statements, {content['votes']} votes"
    lines = [f"Opinion map of {content['theme']} — {counts}"]
    if not content["groups"]:
        lines += ["", "No clear camps."]
    for group in content["groups"]:
        lines += ["", f"Group {group['id'] + 1}: {group['size']} people"]
        lines += [f"  {_row(row)}" for row in group["representative"]]
    for key, title in (("common_ground", "Common ground"), ("contention", "Contention"), ("uncertain", "Uncertainty")):
        lines += ["", title, *(f"  {_row(row)}" for row in content[key])]
    lines += ["", "Liked beyond the camps", *(f"  {_row(row)}" for row in content.get("bridging", []))]
    return "\n".join(lines)


def topics_text(content: Document) -> str:
    lines = [f"Topics of {content['theme']} — {len(content['topics'])}, largest first"]
    for topic in content["topics"]:
        counts = f"{len(topic['contributions'])} contributions, {topic['people']} people"
        lines += ["", f"{topic['id']}. {topic['title']} ({counts})", f"    {', '.join(topic['keywords'])}"]
        lines += [f"    {' '.join(topic['contributions'])}"]
    return "\n".join(lines)


def _row(row: Document) -> str:
    return f"{row['agree']:.0%} agree, {row['disagree']:.0%} disagree: {row['statement']} {row['text']}"


def status_text(content: Document) -> str:
    states = content["contributions"]
    return "\n".join(
        [
            f"contributions  {states['received']} received: "
            + ", ".join(f"{count} {state}" for state, count in states.items() if state != "received"),
            *(f"{name:14} {content[name]}" for name in ("votes", "supports", "sign_ups", "people", "dead_letters")),
            "lag            " + ", ".join(f"{name} {pending}" for name, pending in content["lag"].items()),
            "themes         " + (", ".join(f"{slug} ({phase})" for slug, phase in content["themes"].items()) or "none"),
            f"version        {content['version']}",
        ]
    )


TEXTS: dict[str, Callable[[Document], str]] = {
    "agenda": agenda_text,
    "summary": summary_text,
    "map": map_text,
    "topics": topics_text,
}
