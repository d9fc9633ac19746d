"""A person of rare words and a rare number is everywhere in an instance, says /forget, and is nowhere any more."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bots.playground import Phone
from deploy.demo.stage import Stage
from deploy.imports.importing import applied
from deploy.record.replay import replay
from deploy.record.verifying import verify
from deploy.results import status
from deploy.wiring import Instance, now
from events.base import Event, fact_id
from events.contributions import QuestionAsked
from events.moderation import ContributionAdmitted, ContributionMerged
from events.news import NewsAddressed
from events.topology import DEAD
from storage.letters import Letters
from storage.read_models.contributions import by_reference
from storage.read_models.people import members_of
from storage.read_models.results import published_of
from storage.scrubbing import scrub
from storage.tables.memory import Erasure
from tests.e2e.test_main_story import PATIENCE, is_invited, taps, writes

THEME, TITLE = "les-cochons", "Les cochons"
NUMBER = 4_815_162_342
MINUTE = 60.0  # in which everything must be gone
QUESTION = "Le cochon zébrulon de la rue Fontgiève a-t-il un passeport ?"
SAME = "Le cochon zébrulon de la rue Fontgiève a-t-il vraiment un passeport ?"
WAITING = "Qui nourrit le cochon zébrulon pendant que la ville dort tranquillement ?"
POSTER = "zebrulon-affiche-7"
OTHERS = ("Pourquoi la cantine sert-elle de la viande chaque jour ?", "Qui paie les repas végétariens des écoles ?")
WORDS = ("zébrulon", "Fontgiève", POSTER, str(NUMBER))


def forms(words: str) -> set[bytes]:
    """Return how words may lie in a file: as text in two encodings, and as JSON escapes them."""
    return {words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be"), json.dumps(words)[1:-1].encode()}


def holding(home: Path) -> set[Path]:
    """Return the files of a data folder that hold any of the person's words."""
    sought = {form for words in WORDS for form in forms(words)}
    return {file for file in files(home) if any(form in file.read_bytes() for form in sought)}


def files(home: Path) -> Iterator[Path]:
    yield from (file for file in home.rglob("*") if file.is_file())


async def test_a_minute_after_forget_not_a_byte_is_left(running: Stage, parts: Instance) -> None:
    home = running.settings.home
    owner, second = await is_invited(running, "Awa", "owner"), await is_invited(running, "Blaise", "moderator")
    await writes(running.moderators, owner, f"/newtheme {TITLE}", THEME)
    await writes(running.moderators, owner, f"/phase {THEME} collecting", TITLE)
    phone = running.world.person("Zoé Zébrulon", "fr", NUMBER)
    others = [running.world.person(f"Person {n}", "fr") for n in range(len(OTHERS))]
    await takes_part(running, phone, QUESTION, POSTER)
    for other, question in zip(others, OTHERS, strict=True):
        await takes_part(running, other, question, f"theme-{THEME}")
    await is_everywhere(running, parts, phone, owner, second)
    before = await what_counts(running, parts)
    await scrub(parts.engine)  # so that the words lie in the database itself, not only in its log
    assert {file.suffix for file in holding(home)} >= {".db", ".blk"}

    card = await writes(running.citizens, phone, "/forget", "Tout effacer ?")
    since = time.monotonic()
    receipt = await taps(running.citizens, phone, "Oui, tout effacer", card, "C’est fait", "reçu")
    [erasure] = await done(parts)
    seconds = time.monotonic() - since

    assert holding(home) == set()
    assert seconds < MINUTE
    assert await what_counts(running, parts) == before
    verdict = await verify(running.settings, lambda *_: None)
    assert (verdict.faults, verdict.erasures) == ((), 1)
    assert str(json.loads((home / "erasures.jsonl").read_bytes())["digest"]) in receipt["text"]
    assert (await replay(running.settings, lambda *_: None)).mended == ()
    assert json.loads(erasure.sought)["words"] == []
    await writes(running.citizens, phone, "/mine", "Avant de participer")
    await writes(running.citizens, others[0], "/trace Q-1", "effacée par la personne qui l’avait écrite")


async def takes_part(running: Stage, phone: Phone, question: str, payload: str) -> None:
    card = await writes(running.citizens, phone, f"/start {payload}", "Avant de participer")
    await taps(running.citizens, phone, "Je suis d’accord", card, "Merci")
    await writes(running.citizens, phone, f"/ask {question}", "Q-", "reçue")


async def is_everywhere(running: Stage, parts: Instance, phone: Phone, owner: Phone, second: Phone) -> None:
    """Have a person's words admitted, merged, waiting, published, in a dead letter, in a letter and in a dialogue."""
    card = await writes(running.citizens, phone, f"/ask {SAME}", "déjà")
    await taps(running.citizens, phone, "Garder mon texte", card, "Q-4", "reçue")
    moderator = (await members_of(parts.engine))[0].id
    ids = [await id_of(parts, f"Q-{n}") for n in range(1, 5)]
    for asked in ids[:3]:
        await acts(parts, ContributionAdmitted, by=moderator, contribution=asked)
    await acts(parts, ContributionMerged, by=moderator, contribution=ids[3], into=ids[0])
    await writes(running.citizens, phone, f"/ask {WAITING}", "Q-5", "reçue")
    await writes(running.moderators, owner, f"/phase {THEME} deliberating", TITLE)
    for result, news in (("agenda", "l’ordre du jour"), ("summary", "la synthèse")):
        draft = await writes(running.moderators, owner, f"/{result} {THEME}", "On le publie ?")
        await taps(running.moderators, owner, "Publier exactement ceci", draft, "aura confirmé")
        notice = await second.sees(running.moderators, "demande de publier", news, seconds=PATIENCE)
        shown = await taps(running.moderators, second, "Relire", notice, "Confirmez-vous")
        await taps(running.moderators, second, "Confirmer", shown, "📣 Publié", news)
    found = await by_reference(parts.engine, "Q-1")
    assert found is not None
    author = found.author
    await writes(running.moderators, owner, f"/phase {THEME} collecting", TITLE)
    await writes(running.citizens, phone, f"/ask {SAME}", "déjà")  # and it waits in the dialogue
    fields: dict[str, Any] = {"event_id": fact_id("dead"), "city": parts.settings.city, "occurred_at": now()}
    dead = QuestionAsked(**fields, theme=THEME, citizen=author, text=WAITING)
    await parts.client.jetstream().publish("dead.clerk", dead.model_dump_json().encode(), stream=DEAD)
    tomorrow = NewsAddressed(**fields, person=author, audience="citizen", wording="notice", params={"title": QUESTION})
    await Letters(parts.engine).put([tomorrow], [now().replace(year=2099)])
    await applied(parts)


async def id_of(parts: Instance, reference: str) -> UUID:
    found = await by_reference(parts.engine, reference)
    assert found is not None
    return found.id


async def acts(parts: Instance, kind: type[Event], **fields: object) -> None:
    given = {"event_id": fact_id("e2e", kind.kind, *fields.values()), "city": parts.settings.city, "occurred_at": now()}
    outcome = await parts.bus.decide(kind.model_validate({**given, **fields}))
    assert outcome is None or not outcome.refused


async def what_counts(running: Stage, parts: Instance) -> dict[str, Any]:
    """Return what was counted and published, with a sign where words may be taken out."""
    counts = await status(running.settings)
    published = [await published_of(parts.engine, THEME, result) for result in ("agenda", "summary")]
    return {
        **{name: counts[name] for name in ("votes", "supports", "people")},
        "received": counts["contributions"]["received"],
        "published": [(each.version, numbers(each.content)) for each in published if each],
    }


def numbers(content: Any) -> Any:
    """Return a document with all but its titles and sentences."""
    if isinstance(content, dict):
        return {name: numbers(value) for name, value in content.items() if name not in {"title", "text"}}
    return [numbers(each) for each in content] if isinstance(content, list) else content


async def done(parts: Instance) -> list[Erasure]:
    """Wait until every erasure is finished."""
    async with asyncio.timeout(MINUTE):
        while True:
            async with AsyncSession(parts.engine) as session:
                found = list((await session.exec(select(Erasure))).all())
            if found and all(each.done for each in found):
                return found
            await asyncio.sleep(0.2)
