"""One story is watched from outside: by what is scraped, by the log at its most talkative, and by traces."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from prometheus_client.parser import text_string_to_metric_families

from bots.playground import Phone, playground
from bots.playground.accounts import BotAccount
from deploy.demo.stage import both_listen, environ_of, free_port, running_up
from deploy.docs import ROOT
from deploy.invitations import invite
from deploy.settings import load
from deploy.supervisor import NAMES
from deploy.wiring import memory
from tests.e2e.test_up import PATIENCE, TOKENS, says

pytestmark = pytest.mark.asyncio(loop_scope="module")

THEME, QUESTION, NAME = "l-eau", "Pourquoi l’eau est-elle si chère cette année ?", "Camille Montgolfier"
OPINION = "La régie de l’eau devrait appartenir à la ville, appelez-moi au 06 39 98 12 34."
HIDDEN = ("Pourquoi l’eau", "La régie", "39 98", "Tout effacer", "Montgolfier", "Awa Traoré", *TOKENS.values())
LABELS = {"part", "bot", "outcome", "kind", "reader", "what", "state", "result", "le"}
LIBRARY = {"generation", "implementation", "major", "minor", "patchlevel", "version"}  # of prometheus_client's own
METRIC = re.compile(r"\b(?:palabre|process|python)_\w+")
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Span:
    """A span as its collector got it."""

    part: str
    name: str
    trace: bytes
    id: bytes
    parent: bytes
    ids: Mapping[str, str]
    links: tuple[bytes, ...]


@dataclass
class Collector:
    """A collector of traces over HTTP."""

    bodies: list[bytes] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.StreamResponse:
        self.bodies.append(await request.read())
        return web.Response(content_type="application/x-protobuf")

    def spans(self) -> Iterator[Span]:
        for body in self.bodies:
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                part = {each.key: each.value.string_value for each in resource.resource.attributes}["service.name"]
                for span in (each for scope in resource.scope_spans for each in scope.spans):
                    ids = {each.key: each.value.string_value for each in span.attributes}
                    links = tuple(link.trace_id for link in span.links)
                    yield Span(part, span.name, span.trace_id, span.span_id, span.parent_span_id, ids, links)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of the story: `people` are the ids of everybody in it, inside and at Telegram."""

    metrics: str
    log: str
    collector: Collector
    question: str
    people: tuple[str, ...]

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]


@asynccontextmanager
async def collecting() -> AsyncIterator[tuple[Collector, str]]:
    collector, app, port = Collector(), web.Application(), free_port()
    app.router.add_post("/v1/traces", collector.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield collector, f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def seen(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Seen]:
    """Watch a question asked, admitted and told of, with everything switched on."""
    folder, port = tmp_path_factory.mktemp("watched"), free_port()
    log = folder / "log"
    async with playground() as world, collecting() as (collector, address):
        citizens, moderators = world.bot(TOKENS["citizen"], "city"), world.bot(TOKENS["moderator"], "moderation")
        environ = environ_of(folder / "home", world.base_url, TOKENS) | {
            "PALABRE_LOG": "json",
            "PALABRE_LOG_LEVEL": "DEBUG",
            "PALABRE_HEALTH_PORT": str(port),
            "OTEL_EXPORTER_OTLP_ENDPOINT": address,
        }
        owner, camille = world.person("Awa Traoré", number=704_821_599_301), world.person(NAME, number=704_821_599_302)
        async with running_up(environ, log) as process:
            await both_listen(process, (citizens, moderators), log)
            await scraped(port)  # everybody is at work
            team, crowd = Talk(moderators, owner), Talk(citizens, camille)
            link = await invite(load(environ_without(environ)), "owner")
            await a_question_is_admitted(team, crowd, link.partition("start=")[2])
            await scraped(port, 'palabre_compute_seconds_count{part="cartographer",result="agenda"}')
            metrics = await scraped(port, 'palabre_letters_total{outcome="sent",part="notifier"}')
            question, people = await inside(environ)
            await an_opinion_is_refused_and_all_is_forgotten(team, crowd)
        accounts = (str(owner.person.id), str(camille.person.id))
        yield Seen(metrics, log.read_text(encoding="utf-8"), collector, question, (*people, *accounts))


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody's chat with a bot."""

    bot: BotAccount
    phone: Phone

    async def says(self, text: str, *fragments: str) -> None:
        await says(self.bot, self.phone, text, *fragments)

    async def presses(self, button: str, *fragments: str) -> None:
        self.phone.presses(self.bot, button)
        await self.phone.sees(self.bot, *fragments, seconds=PATIENCE)


async def a_question_is_admitted(team: Talk, crowd: Talk, invitation: str) -> None:
    await team.says(f"/start {invitation}", "M-1")
    await team.says("/newtheme L’eau", THEME)
    await team.says(f"/phase {THEME} collecting", "L’eau")
    await crowd.says("/start", "Avant de participer")
    await crowd.presses("Je suis d’accord", "Merci")
    await crowd.says(f"/ask {QUESTION}", "Q-1")
    await team.says(f"/queue {THEME}", "📥")
    await team.presses("Publier", "La file est vide")
    await crowd.phone.sees(crowd.bot, "Q-1", "est publiée", seconds=PATIENCE)


async def an_opinion_is_refused_and_all_is_forgotten(team: Talk, crowd: Talk) -> None:
    await crowd.says(f"/opinion {OPINION}", "O-1")
    await crowd.says("/ask ?", "Je ne trouve pas de mots")
    await team.says(f"/queue {THEME}", "📥")
    await team.presses("Refuser", "Au titre de")
    await team.presses("4 · ", "La file est vide")
    await crowd.phone.sees(crowd.bot, "O-1", "article 4", seconds=PATIENCE)
    for command in ("/mine", "/trace Q-1"):
        await crowd.says(command, "Q-1")
    await crowd.says("/forget", "Tout effacer ?")
    await crowd.presses("Oui, tout effacer", "C’est fait")


def environ_without(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if not name.startswith("OTEL_")}


async def scraped(port: int, *fragments: str) -> str:
    """Return /metrics once it says so, and every part is ready; one scrape takes less than a second and a half."""
    wanted = (*fragments, *(f'palabre_ready{{part="{name}"}} 1.0' for name in (*NAMES, "up")))
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while True:
            async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
                found = await answer.text()
            if all(each in found for each in wanted):
                return found
            await asyncio.sleep(0.2)


async def inside(environ: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the id of the question, and everybody's."""
    async with memory(load(environ)) as engine, engine.connect() as connection:
        asked = (await connection.exec_driver_sql("SELECT id FROM contribution WHERE reference = 'Q-1'")).scalar_one()
        people = (await connection.exec_driver_sql("SELECT person FROM address")).scalars().all()
    return dashed(asked), [dashed(each) for each in people]


def dashed(hexadecimal: str) -> str:
    return re.sub(r"(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", hexadecimal.replace("-", ""))


def asked_for() -> set[str]:
    """Return the metrics that the dashboard and the alerts ask for."""
    folder = ROOT / "deploy/observability"
    dashboard = json.loads((folder / "dashboard.json").read_text(encoding="utf-8"))
    shown = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())]
    rules = [line for line in (folder / "alerts.yml").read_text(encoding="utf-8").splitlines() if "alert" not in line]
    return {name for text in (*shown, *rules) for name in METRIC.findall(text)}


def told(text: str) -> set[str]:
    """Return the names of everything that a scrape may hold, whether it has happened yet or not."""
    return {
        name + suffix
        for family in text_string_to_metric_families(text)
        for name in [family.name]
        for suffix in {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count")}.get(family.type, ("",))
    }


async def test_dashboard_and_alerts_ask_for_nothing_that_no_part_tells(seen: Seen) -> None:
    names = told(seen.metrics)
    assert (len(asked_for()) > 20, asked_for() - names) == (True, set())


async def test_numbers_say_what_was_done_and_nobody_s_name(seen: Seen) -> None:
    samples = [sample for family in text_string_to_metric_families(seen.metrics) for sample in family.samples]
    values = {(each.name, frozenset(each.labels.items())): each.value for each in samples}

    def value(name: str, **labels: str) -> float:
        return values[name, frozenset(labels.items())]

    assert {label for each in samples for label in each.labels} <= LABELS | LIBRARY
    assert value("palabre_facts_published_total", kind="question.asked", part="citizen bot") == 1
    assert value("palabre_decisions_total", kind="question.asked", outcome="received", part="clerk") == 1
    assert value("palabre_updates_total", bot="citizen", outcome="finished", part="citizen bot") == 3
    assert value("palabre_letters_total", outcome="sent", part="notifier") == 1
    assert value("palabre_reader_pending", reader="clerk", part="clerk") == 0
    assert len({each.labels["part"] for each in samples}) == len((*NAMES, "up"))
    assert shown_of(seen, seen.metrics) == []


async def test_a_question_is_followed_through_the_log_by_its_id(seen: Seen) -> None:
    followed, of_it = {seen.question}, list[dict[str, Any]]()
    for _ in range(3):  # the question, what is about it, what follows from that
        of_it = [line for line in seen.lines if followed & {line.get("fact"), line.get("cause"), line.get("about")}]
        followed |= {line["fact"] for line in of_it}
    steps = [(line["part"], line["message"]) for line in of_it]

    assert sorted(steps) == [  # the lines of different processes may stand in another order
        ("citizen bot", "told question.asked"),
        ("clerk", "decided contribution.admitted: admitted"),
        ("clerk", "decided question.asked: received"),
        ("clerk", "told news.addressed"),
        ("moderator bot", "told contribution.admitted"),
        ("notifier", "letter sent: notice-admitted"),
        ("notifier", "put a letter: notice-admitted"),
    ]


async def test_the_log_at_its_most_talkative_holds_no_person(seen: Seen) -> None:
    assert {line["level"] for line in seen.lines} >= {"DEBUG", "INFO"}
    assert shown_of(seen, seen.log) == []


async def test_a_trace_goes_from_an_update_to_the_notice_and_is_linked_to_the_question_s(seen: Seen) -> None:
    spans = list(seen.collector.spans())
    [asked] = [span for span in spans if span.name == "work question.asked"]
    [admitted] = [span for span in spans if span.name == "work contribution.admitted"]
    [sent] = [span for span in spans if (span.name, span.trace) == ("send a letter", admitted.trace)]

    assert way(spans, asked) == [
        ("palabre-citizen-bot", "update of the citizen bot"),
        ("palabre-citizen-bot", "tell question.asked"),
        ("palabre-clerk", "work question.asked"),
    ]
    assert way(spans, sent) == [
        ("palabre-moderator-bot", "update of the moderator bot"),
        ("palabre-moderator-bot", "tell contribution.admitted"),
        ("palabre-clerk", "work contribution.admitted"),
        ("palabre-clerk", "tell news.addressed"),
        ("palabre-notifier", "work news.addressed"),
        ("palabre-notifier", "send a letter"),
    ]
    assert (admitted.links, admitted.ids["palabre.about"]) == ((asked.trace,), seen.question)


def way(spans: Sequence[Span], last: Span) -> list[tuple[str, str]]:
    """Return the spans that led to this one, of its trace."""
    by_id = {span.id: span for span in spans if span.trace == last.trace}
    found, here = list[tuple[str, str]](), by_id.get(last.id)
    while here:
        found.insert(0, (here.part, here.name))
        here = by_id.get(here.parent)
    return found


async def test_spans_bear_ids_of_facts_and_nothing_else(seen: Seen) -> None:
    spans = list(seen.collector.spans())
    assert {name for span in spans for name in span.ids} == {"palabre.fact", "palabre.cause", "palabre.about"}
    assert [each for span in spans for each in span.ids.values() if not ID.fullmatch(each)] == []
    assert shown_of(seen, b"".join(seen.collector.bodies).decode(errors="replace")) == []


def shown_of(seen: Seen, text: str) -> list[str]:
    """Return what a text shows of people: their words, names, ids, or the keys of the bots."""
    return [each for each in (*HIDDEN, *seen.people) if re.search(rf"(?<![0-9.]){re.escape(each)}", text)]
