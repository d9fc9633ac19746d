"""/agenda and /summary: read, then published by two people."""

from typing import Any

import pytest

from events.contributions import ContributionWithdrawn, QuestionAsked
from events.news import NewsAddressed
from events.results import PublicationConfirmed, PublicationRequested
from storage.read_models.results import published_of
from tests.unit.bots.moderator.conftest import MAX, MEAT, OLA, Card, TownHall

AGENDA: dict[str, Any] = {
    "theme": MEAT,
    "version": None,
    "input_hash": "first",
    "time_budget_minutes": 30,
    "method": "equal-shares",
    "proportional": True,
    "items": [
        {
            "rank": 1,
            "title": "Cantines & <prix>",
            "minutes": 20,
            "starts_at": None,
            "ends_at": None,
            "place": None,
            "topic": 0,
            "supporters": 12,
            "questions": ["Q-1", "Q-2"],
            "paid_by": [
                {"group": 0, "minutes": 12.5},
                {"group": "others", "minutes": 5},
                {"group": None, "minutes": 2.5},
            ],
            "why": "12 personnes le demandent.",
        }
    ],
    "not_selected": [{"title": "Abattoirs", "supporters": 1, "questions": ["Q-3"], "why": "Il a manqué 3 minutes."}],
}
SUMMARY: dict[str, Any] = {
    "theme": MEAT,
    "input_hash": "sum",
    "people": 3,
    "texts": 4,
    "distinct_texts": 4,
    "sections": [
        {"title": "Cantines", "kind": "topic", "sentences": [{"text": "Trop de viande.", "citations": ["Q-1"]}]}
    ],
    "made_by": "extractive",
}
DOCUMENTS = {"agenda": AGENDA, "summary": SUMMARY}


@pytest.fixture
async def town(hall: TownHall) -> TownHall:
    """A theme that deliberates, with drafts, and a second moderator."""
    await hall.join(MAX, "moderator")
    await hall.asked(*(f"Why is that so, number {n}?" for n in range(3)), admitted=True)
    await hall.say(f"/phase {MEAT} deliberating")
    for result, content in DOCUMENTS.items():
        await hall.drafted(result, content)
    return hall


async def test_the_agenda_is_computed_and_shown_with_its_reasons(town: TownHall) -> None:
    shown = await town.say(f"/agenda {MEAT}")
    assert town.computed == [MEAT]
    text = "\n".join(card.text for card in shown)
    for part in (
        "📋 <b>Agenda of “La viande”</b> — draft",
        "<b>1. Cantines &amp; &lt;prix&gt;</b> — 20 min",
        "⏱ Paid by: group 1 (12.5 min), other people (5 min), common remainder (2.5 min)",
        "<b>1. Cantines &amp; &lt;prix&gt;</b>\n12 personnes le demandent.",
        "• <b>Abattoirs</b> (one person) <i>Q-3</i>\nIl a manqué 3 minutes.",
    ):
        assert part in text
    assert list(shown[-1].buttons) == ["📣 Publish exactly this", "✏️ Change the items"]


@pytest.mark.parametrize("result", ["agenda", "summary"])
async def test_publishing_takes_a_second_person(town: TownHall, result: str) -> None:
    shown = await town.say(f"/{result} {MEAT}")
    [asked] = await town.tap("Publish exactly this", shown[-1])
    assert "once one of these people has confirmed: M-2 (moderator)." in asked.text
    [requested] = town.bus.of(PublicationRequested)
    assert (requested.by, requested.content) == (await town.person(OLA), DOCUMENTS[result])
    assert await published_of(town.engine, MEAT, result) is None

    [news] = [each for each in town.bus.news if isinstance(each, NewsAddressed) and each.audience == "moderator"]
    [(_, see)] = news.buttons
    letter = Card(7, MAX, "Please confirm")
    own = await town.handle(town.tapped(see, Card(8, OLA, "x"), OLA))
    assert (own[-1].text, own[-1].buttons) == ("It is your own request: a colleague must confirm it.", {})

    read = await town.handle(town.tapped(see, letter, MAX))
    assert read[-1].text == "Do you confirm that this is published?"
    [confirm] = read[-1].buttons.values()
    [done] = await town.tap("Confirm publication", read[-1], MAX)
    assert done.text.startswith("📣 Published: the ")
    published = await published_of(town.engine, MEAT, result)
    assert published is not None
    assert (published.version, published.content) == (1, DOCUMENTS[result])

    assert await town.handle(town.tapped(confirm, read[-1], MAX)) == []
    assert town.phone.toasts()[-1] == "It is published already (version 1)."


async def test_what_a_model_wrote_is_published_as_it_was_shown_translations_included(town: TownHall) -> None:
    quote = {"original": "Trop de viande.", "citations": ["Q-1"], "faults": []}
    await town.drafted("summary", {**SUMMARY, "language": "fr"})
    before = await town.say(f"/summary {MEAT}")
    for language, text in {"fr": "Il y a trop de viande.", "en": "Too much meat."}.items():
        content = {"model": "petit", "language": language, "sentences": [{**quote, "text": text}]}
        await town.drafted(f"wording-{language}", content)
    shown = await town.tap("Publish exactly this", before[-1])  # the model has answered since
    assert shown[0].text.startswith("🔄 The draft has changed since.")
    text = "\n".join(card.text for card in shown)
    assert [part in text for part in ("the language model “petit”", "✍️ Il y a trop", "↳ “Trop de viande.”")] == [
        True
    ] * 3
    [(name, file)] = town.phone.files
    assert (name, "Too much meat." in file.decode()) == (f"{MEAT}-en.txt", True)

    await town.tap("Publish exactly this", shown[-1])
    [requested] = town.bus.of(PublicationRequested)
    [section] = requested.content["sections"]
    assert section["sentences"] == [
        {
            "text": "Il y a trop de viande.",
            "original": "Trop de viande.",
            "translations": {"en": "Too much meat."},
            "citations": ["Q-1"],
        }
    ]
    assert requested.content["made_by"] == "petit"


async def test_a_notice_of_an_earlier_version_shows_what_it_is_about_before_anything_is_confirmed(
    town: TownHall,
) -> None:
    await town.say(f"/agenda {MEAT}")
    await town.tap("Publish exactly this")
    [requested] = town.bus.of(PublicationRequested)
    town.phone.cards[7] = letter = Card(7, MAX, "Please confirm")
    [*_, shown] = await town.handle(town.tapped(f"publish:{requested.event_id}", letter, MAX))
    assert town.bus.of(PublicationConfirmed) == []
    [done] = await town.tap("Confirm publication", shown, MAX)
    assert done.text == "📣 Published: the agenda of “La viande”, version 1. Every author is being told."
    assert [each.by for each in town.bus.of(PublicationConfirmed)] == [await town.person(MAX)]


async def test_two_taps_are_one_request(town: TownHall) -> None:
    shown = await town.say(f"/agenda {MEAT}")
    card = Card(shown[-1].id, OLA, shown[-1].text, dict(shown[-1].buttons))
    await town.tap("Publish", card)
    await town.tap("Publish", card)
    assert len({each.event_id for each in town.bus.of(PublicationRequested)}) == 1


async def test_a_draft_that_has_changed_since_is_shown_again(town: TownHall) -> None:
    shown = await town.say(f"/agenda {MEAT}")
    changed = {**AGENDA, "input_hash": "second", "time_budget_minutes": 60}
    await town.drafted("agenda", changed)
    again = await town.tap("Publish exactly this", shown[-1])
    assert town.bus.of(PublicationRequested) == []
    assert again[0].text.startswith("🔄 The draft has changed since.")
    await town.tap("Publish exactly this", again[-1])
    assert [each.content for each in town.bus.of(PublicationRequested)] == [changed]


async def test_before_deliberation_a_draft_is_shown_without_a_button_to_publish(town: TownHall) -> None:
    shown = await town.say(f"/agenda {MEAT}")
    await town.say(f"/phase {MEAT} collecting")
    early = await town.say(f"/summary {MEAT}")
    assert "possible from deliberating on" in early[-1].text
    assert list(early[-1].buttons) == ["🚦 Phase"]
    assert await town.tap("Publish exactly this", shown[-1]) == []  # a button from before
    assert (
        town.phone.toasts()[-1]
        == "“La viande” is in the phase “collecting”, which does not allow this. Change it: /phase"
    )


async def test_who_is_alone_is_told_to_invite_somebody(town: TownHall) -> None:
    await town.say("/revoke M-2")
    await town.say(f"/agenda {MEAT}")
    [asked] = await town.tap("Publish exactly this")
    assert asked.text.endswith("Invite a colleague: /invite")


async def test_a_theme_without_anything_says_so(town: TownHall) -> None:
    await town.theme("Le pain", "le-pain")
    [card] = await town.say("/agenda le-pain")
    assert card.text == "There is no agenda of “Le pain” yet: it needs admitted questions."
    [which] = await town.say("/summary")
    assert list(which.buttons) == ["Le pain", "La viande"]  # newest first


async def test_a_long_document_follows_whole_as_a_file(town: TownHall) -> None:
    sentences = [{"text": f"{n} {'x' * 500}", "citations": ["Q-1"]} for n in range(60)]
    long = {**SUMMARY, "sections": [{"title": "Cantines", "kind": "topic", "sentences": sentences}]}
    await town.drafted("summary", long)
    shown = await town.say(f"/summary {MEAT}")
    assert len(shown) == 7
    [(name, content)] = town.phone.files
    assert name == f"{MEAT}.txt"
    assert "59 xxx" in content.decode()
    assert "<b>" not in content.decode()


async def test_what_is_no_longer_up_to_date_is_not_published(town: TownHall) -> None:
    await town.say(f"/summary {MEAT}")
    await town.tap("Publish exactly this")
    [first, *_] = town.bus.of(QuestionAsked)
    await town.decide(ContributionWithdrawn, contribution=first.event_id, citizen=first.citizen)
    [requested] = town.bus.of(PublicationRequested)
    [*_, shown] = await town.handle(town.tapped(f"see:{requested.event_id}", Card(7, MAX, "Please confirm"), MAX))
    assert await town.tap("Confirm publication", shown, MAX) == []
    assert town.phone.toasts()[-1] == (
        "A contribution quoted in it is no longer published: this text is out of date. Please start from the new draft."
    )
