"""Results and status, for the command: as documents and as text."""

from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from deliberation.similarity import embedder
from deploy.importing import applied, applying
from deploy.settings import Settings
from deploy.wiring import instance, memory, now
from events import topology
from storage.read_models.results import draft_of, published_of
from storage.read_models.status import status_of
from storage.read_models.themes import theme_of, themes_of
from workers.cartographer import Cartographer

Document = Mapping[str, Any]


async def result_of(settings: Settings, theme: str, result: str, *, compute: bool) -> Document | None:
    """Return a theme's agenda, summary or map: computed now, or as published, or as the newest draft."""
    async with AsyncExitStack() as stack:
        if not compute:
            engine = await stack.enter_async_context(memory(settings))
            published = await published_of(engine, theme, result)
            draft = await draft_of(engine, theme, result)
            if published:
                return {**published.content, "version": published.version}
            return draft.content if draft else None
        parts = await stack.enter_async_context(instance(settings))
        await stack.enter_async_context(applying(parts))
        await applied(parts)
        if await theme_of(parts.engine, theme) is None:
            return None
        return await Cartographer(parts.engine, now, settings.language, embedder()).compute(theme, result)


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
    return f"group {chr(ord('A') + group)}" if isinstance(group, int) else group


def summary_text(content: Document) -> str:
    counts = f"{content['people']} people, {content['texts']} texts ({content['distinct_texts']} distinct)"
    lines = [f"Summary of {content['theme']} — {counts}, made by {content['made_by']}"]
    for section in content["sections"]:
        lines += ["", section["title"]]
        lines += [f"  « {each['text']} » [{', '.join(each['citations'])}]" for each in section["sentences"]]
    return "\n".join(lines)


def map_text(content: Document) -> str:
    counts = f"{content['participants']} people, {content['statements']} statements, {content['votes']} votes"
    lines = [f"Opinion map of {content['theme']} — {counts}"]
    if not content["groups"]:
        lines += ["", "No clear camps."]
    for group in content["groups"]:
        lines += ["", f"Group {chr(ord('A') + group['id'])}: {group['size']} people"]
        lines += [f"  {_row(row)}" for row in group["representative"]]
    for key, title in (("common_ground", "Common ground"), ("contention", "Contention"), ("uncertain", "Uncertainty")):
        lines += ["", title, *(f"  {_row(row)}" for row in content[key])]
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


TEXTS: dict[str, Callable[[Document], str]] = {"agenda": agenda_text, "summary": summary_text, "map": map_text}
