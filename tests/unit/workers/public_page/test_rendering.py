"""The public pages: whole, in six languages, harmless whatever people wrote, and silent about small numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from io import BytesIO
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from bots.wording import moment, wording
from deliberation.language import LANGUAGES
from storage.read_models.contributions import ContributionView
from storage.read_models.public_record import ModerationRecord
from storage.read_models.sessions import SessionView
from storage.read_models.status import Status
from storage.read_models.themes import ThemeView
from workers.public_page.bars import Bar, bar_of
from workers.public_page.card import card_of
from workers.public_page.city import City
from workers.public_page.content import Edition, Head, ThemeContent
from workers.public_page.rendering import FIRST, MOST, PAPER, Press, Printed
from workers.public_page.sheets import TEXTS_A_PAGE

NOON = datetime(2026, 12, 5, 12, tzinfo=UTC)
CITY = City("Clermont-Ferrand", "clermont-ferrand", "fr", "https://palabre.example.org", "palabre_bot", "etalab-2.0")
HOSTILE = '<script>alert(1)</script> "quoted" & <b>bold</b> \u202eback {{ 7 * 7 }}'
DATA = (
    "agenda.ics", "agenda.json", PAPER, "card.png", "contributions.csv", "manifest.json", "map.json", "map.svg",
    "moderation.json", "record.jsonl", "sessions.ics", "summary.html", "summary.json", "votes.csv",
)  # fmt: skip
INSIDE = (
    "index.html", "agenda.html", "map.html", "summary.html", "record.html", "poster.html", "texts-1.html", "feed.atom",
)  # fmt: skip


def text(number: int, words: str, kind: str = "question") -> ContributionView:
    return ContributionView(
        id=UUID(int=number),
        reference=f"{kind[0].upper()}-{number}",
        kind=kind,
        theme="la-viande",
        author=UUID(int=900 + number),
        text=words,
        language="fr",
        state="admitted",
        article=None,
        merged_into=None,
        received_at=NOON,
        decided_at=NOON,
    )


AGENDA = {
    "time_budget_minutes": 60,
    "items": [
        {
            "rank": 1, "title": HOSTILE, "minutes": 20, "starts_at": NOON.isoformat(), "ends_at": NOON.isoformat(),
            "place": "Salle <i>Claussat</i>", "supporters": 34, "questions": ["Q-1", "Q-99"],
            "paid_by": [{"group": 0, "minutes": 12}, {"group": None, "minutes": 8}],
        }
    ],
    "not_selected": [{"title": "Le prix", "supporters": 3, "lacks": {"minutes": 3.2, "supporters": 14}}],
}  # fmt: skip
SUMMARY = {
    "people": 12,
    "texts": 14,
    "sections": [{"title": "La cantine", "kind": "topic", "sentences": [{"text": HOSTILE, "citations": ["Q-1"]}]}],
}
ROW = {"statement": "O-2", "text": "Moins de viande à la cantine.", "agree": 0.785, "disagree": 0.215, "votes": 42}
MAP = {
    "participants": 44, "votes": 420, "statements": 12, "common_ground": [ROW], "contention": [], "uncertain": [],
    "bridging": [],
    "groups": [{"id": 0, "size": 21, "representative": [ROW]}, {"id": 1, "size": 23, "representative": []}],
}  # fmt: skip
DEBATE = SessionView(
    id=UUID(int=5), reference="S-1", theme="la-viande", title="Débat", starts_at=NOON + timedelta(days=3), minutes=90,
    place="Agora", capacity=40, seated=33, waiting=2, mine=None, position=None,
)  # fmt: skip
MODERATION = ModerationRecord(
    theme="la-viande",
    decisions={"admitted": 14, "refused": None},
    articles={},
    appeals={"open": 0, "upheld": None, "overturned": 0},
    removals=0,
    median_seconds=4_000,
    p90_seconds=90_000,
    oldest_waiting=None,
)
THEME = ThemeContent(
    view=ThemeView("la-viande", "La viande", "deliberating", NOON, "convening"),
    status=Status({"received": 20, "admitted": 14}, votes=420, supports=40, sign_ups=35, people=44),
    texts=(text(1, HOSTILE), text(2, "Moins de viande à la cantine.", "opinion")),
    supporters={UUID(int=1): 4},
    agenda=Edition(2, NOON, AGENDA),
    summary=Edition(1, NOON, SUMMARY),
    map=MAP,
    map_svg="<svg/>",
    to_come=(DEBATE,),
    held=(),
    moderation=MODERATION,
    objections=(),
    head=Head(812, "ab" * 32),
)
EMPTY = replace(
    THEME,
    view=ThemeView("le-bio", "Le bio", "collecting"),
    texts=(), supporters={}, agenda=None, summary=None, map=None, map_svg=None, to_come=(), head=None,
    status=Status({"received": 0, "admitted": 0}, votes=0, supports=0, sign_ups=0, people=0),
)  # fmt: skip


def press(city: City = CITY) -> Press:
    return Press(
        city, {code: wording(code) for code in LANGUAGES}, lambda when, code: moment(when, code, "Europe/Paris")
    )


def site(*themes: ThemeContent) -> dict[str, str]:
    printing = press()
    pages = printing.city_pages(themes)
    for theme in themes:
        pages |= printing.theme_pages(theme, DATA)
    return {path: page.decode() for path, page in pages.items()}


class Links(HTMLParser):
    """Collect where a page leads, what it holds and the ids of its parts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self.to += [value for name in ("href", "src") if (value := named.get(name))]
        self.ids |= {str(named["id"])} if "id" in named else set()
        self.inline += [name for name in named if name == "style" or name.startswith("on")]


def test_every_page_is_there_in_six_languages() -> None:
    pages = site(THEME, EMPTY)

    assert {f"{code}/la-viande/{name}" for code in LANGUAGES for name in INSIDE} <= pages.keys()
    assert [
        path
        for path, page in pages.items()
        if "page-" in re.sub(r"contributions-title", "", page) and path.endswith("html")
    ] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_says_in_which_language_and_direction_it_is(code: str) -> None:
    page = site(THEME)[f"{code}/la-viande/index.html"]

    assert f'<html lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}">' in page


def outside(pages: dict[str, str]) -> Iterator[str]:
    """Yield what would be asked of other hosts while a page is shown."""
    for page in pages.values():
        yield from re.findall(r'(?:src|<link[^>]*rel="stylesheet"[^>]*href)="(https?://[^"]*)"', page)


def test_nothing_that_people_wrote_becomes_markup_and_nothing_is_asked_of_others() -> None:
    pages = {path: page for path, page in site(THEME, EMPTY).items() if path.endswith(".html")}

    found = [Links(page) for page in pages.values()]

    assert {tag for each in found for tag in each.tags} & {"script", "b", "i", "iframe", "form", "style"} == set()
    assert ([name for each in found for name in each.inline], list(outside(pages))) == ([], [])
    assert "{{ 7 * 7 }}" in pages["fr/la-viande/texts-1.html"]


def test_every_link_within_the_site_leads_somewhere() -> None:
    pages = site(THEME, EMPTY)
    known = {*pages, *(f"data/{slug}/{name}" for slug in ("la-viande", "le-bio") for name in DATA)}

    lost = []
    for path, page in pages.items():
        folder = path.rpartition("/")[0]
        for link in Links(page).to if path.endswith(".html") else ():
            if link.startswith(("https://", "/")):
                continue
            file, _, part = link.partition("#")
            target = path if not file else resolved(folder, file)
            ids = Links(pages[target]).ids if target in pages else set()
            if target not in known or (part and target in pages and part not in ids):
                lost.append((path, link))
    assert lost == []


def resolved(folder: str, link: str) -> str:
    steps = [step for step in folder.split("/") if step]
    for step in link.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    path = "/".join(steps)
    return f"{path}index.html" if path.endswith("/") or not path else path


def test_a_number_of_few_people_is_not_told() -> None:
    page = site(replace(THEME, status=replace(THEME.status, people=7)))["en/la-viande/index.html"]
    texts = site(THEME)["en/la-viande/texts-1.html"]

    assert ("<strong>&lt; 10</strong>" in page, "<strong>7</strong>" in page) == (True, False)
    assert ("fewer than 10 people" in texts, "4 people" in texts) == (True, False)
    assert "Supported by fewer than 10 people" in site(THEME)["en/la-viande/agenda.html"]


@pytest.mark.parametrize("name", ["index.html", "summary.html"])
def test_a_summary_of_few_people_does_not_say_how_many(name: str) -> None:
    few, many = (
        site(replace(THEME, summary=Edition(1, NOON, {**SUMMARY, "people": people})))[f"en/la-viande/{name}"]
        for people in (9, 10)
    )

    assert ("14 contributions by fewer than 10 people" in few, "by 9 people" in few) == (True, False)
    assert "14 contributions by 10 people" in many


def debate(number: int, days: int) -> SessionView:
    return replace(DEBATE, id=UUID(int=number), title=f"Débat {number}", starts_at=NOON + timedelta(days=days))


def test_the_nearest_debates_to_come_are_told_first_and_the_rest_is_in_the_file() -> None:
    to_come = tuple(debate(number, number) for number in range(1, FIRST + 3))
    page = site(replace(THEME, to_come=to_come, held=(debate(90, -1),)))["fr/la-viande/index.html"]

    assert re.findall(r">Débat (\d+)<", page) == [str(number) for number in range(1, FIRST + 1)]
    assert "Et encore 3, dans le fichier" in page


def test_a_debate_that_has_begun_stands_after_those_to_come_without_seats() -> None:
    page = site(replace(THEME, to_come=(debate(1, 1),), held=(debate(2, -1), debate(3, -2))))["en/la-viande/index.html"]

    assert re.findall(r">Débat (\d+)<", page) == ["1", "2", "3"]
    assert page.count("7 of 40") == 1


def test_what_moderators_changed_in_the_agenda_is_told() -> None:
    first, left_out = AGENDA["items"][0], AGENDA["not_selected"][0]  # type: ignore[index]  # JSON
    changed = {
        **AGENDA,
        "items": [{**first, "pinned": True, "original_title": "Le premier titre"}],
        "not_selected": [{**left_out, "dropped": "Hors sujet"}],
    }
    page = site(replace(THEME, agenda=Edition(3, NOON, changed)))["fr/la-viande/agenda.html"]

    assert [told for told in ("📌", "Le premier titre", "Hors sujet") if told not in page] == []


def test_what_is_cited_and_gone_is_no_link() -> None:
    page = site(THEME)["fr/la-viande/agenda.html"]

    assert ('texts-1.html#Q-1"' in page, "Q-99" in page) == (True, False)


def test_many_contributions_are_read_in_pages() -> None:
    many = tuple(text(number, f"Question numéro {number} ?") for number in range(1, 2 * TEXTS_A_PAGE + 2))
    pages = site(replace(THEME, texts=many))

    assert "fr/la-viande/texts-3.html" in pages
    assert f'id="Q-{2 * TEXTS_A_PAGE + 1}"' in pages["fr/la-viande/texts-3.html"]
    assert 'texts-2.html">2</a>' in pages["fr/la-viande/texts-3.html"]


def test_what_has_not_changed_is_not_printed_again() -> None:
    many = tuple(text(number, f"Question numéro {number} ?") for number in range(1, TEXTS_A_PAGE + 2))
    theme = replace(THEME, texts=many)
    before = Printed(theme, dict.fromkeys(press().theme_pages(theme, DATA), b"as it was"))
    later = replace(theme, texts=(*many, text(999, "Une de plus ?")))

    pages = press().theme_pages(later, DATA, before)

    kept = {path.rpartition("/")[2] for path, page in pages.items() if page == b"as it was"}
    assert (kept, b"Une de plus" in pages["fr/la-viande/texts-2.html"]) == ({"texts-1.html"}, True)


def test_no_page_grows_with_the_city() -> None:
    many = tuple(text(number, f"Question numéro {number} ? " + "mot " * 20) for number in range(1, 2_001))
    item, missed = AGENDA["items"][0], AGENDA["not_selected"][0]  # type: ignore[index]  # JSON
    section = SUMMARY["sections"][0]  # type: ignore[index]  # JSON
    large = replace(
        THEME,
        texts=many,
        agenda=Edition(1, NOON, {**AGENDA, "items": [item] * 500, "not_selected": [missed] * 500}),
        summary=Edition(1, NOON, {**SUMMARY, "sections": [{**section, "sentences": section["sentences"] * 20}] * 100}),
        to_come=(DEBATE,) * 500,
    )

    pages = press().theme_pages(large, DATA)

    assert {path: len(page) for path, page in pages.items() if len(page) > 150_000} == {}
    assert len(pages["fr/la-viande/index.html"]) < 30_000
    assert f"Et encore {500 - MOST}" in pages["fr/la-viande/agenda.html"].decode()


ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_feed_has_what_atom_asks_for() -> None:
    feeds = [ET.fromstring(site(THEME)[f"{code}/la-viande/feed.atom"]) for code in LANGUAGES]

    for feed in (*feeds, ET.fromstring(site(EMPTY)["fr/le-bio/feed.atom"])):
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            texts = [part.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "updated")]
            links = [str(link.get("href")) for link in part.iter(f"{ATOM}link")]
            assert (all(texts), datetime.fromisoformat(texts[2]).tzinfo is not None, bool(links)) == (True, True, True)
            assert [link for link in links if not link.startswith("https://palabre.example.org/")] == []
    assert len({feed.findtext(f"{ATOM}id") for feed in feeds}) == len(LANGUAGES)


def test_a_poster_has_a_code_that_leads_to_the_theme() -> None:
    page = site(THEME)["fr/la-viande/poster.html"]

    assert ("https://t.me/palabre_bot?start=theme-la-viande" in page, "<svg" in page) == (True, True)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert site(THEME, EMPTY) == site(THEME, EMPTY)


def test_a_theme_with_nothing_says_what_will_be_there() -> None:
    page = site(EMPTY)["fr/le-bio/index.html"]

    assert [
        key for key in ("agenda", "summary", "sessions") if wording("fr").plain(f"page-{key}-none") not in page
    ] == []


@pytest.mark.parametrize(
    ("agree", "disagree", "bar"),
    [
        (0.785, 0.215, Bar(78, 0, 22, 10)),
        (0.5, 0.25, Bar(50, 25, 25, 10)),
        (0.995, 0.005, Bar(100, 0, 0, 10)),
        (0, 0, Bar(0, 100, 0, 10)),
    ],
)
def test_shares_add_up(agree: float, disagree: float, bar: Bar) -> None:
    assert bar_of({"agree": agree, "disagree": disagree, "votes": 10}) == bar


TITLES = ("La viande dans nos assiettes et dans nos champs, hier et demain", "اللحم", "我们吃的肉", "A" * 200)


@pytest.mark.parametrize("title", TITLES)
def test_a_card_is_a_picture_of_the_size_that_networks_ask_for(title: str) -> None:
    card = Image.open(BytesIO(card_of(title, "Clermont-Ferrand")))

    assert (card.format, card.size) == ("PNG", (1200, 630))


def test_a_card_shows_no_boxes_in_place_of_letters_that_are_not_here() -> None:
    assert card_of("𓀀𓀁", "Clermont-Ferrand") == card_of("", "Clermont-Ferrand")


@pytest.mark.parametrize("there", [True, False])
def test_the_paper_is_linked_to_where_there_is_one(*, there: bool) -> None:
    data = DATA if there else [name for name in DATA if name != PAPER]
    page = press().theme_pages(THEME, data)["fr/la-viande/index.html"].decode()

    assert (f'data/la-viande/{PAPER}"' in page) is there


def test_a_network_is_told_which_picture_to_show() -> None:
    page = site(THEME)["fr/la-viande/index.html"]

    assert re.findall(r'og:image" content="([^"]*)"', page) == ["https://palabre.example.org/data/la-viande/card.png"]
