"""/topics: listed, opened, renamed, made one of two, parted, all of it undone; computed by a cartographer."""

from dataclasses import replace
from typing import Any

import pytest

from bots.moderator.app import MENU
from events.contributions import ContributionWithdrawn
from events.topics import TopicEditUndone, TopicParted, TopicRenamed, TopicsMerged
from storage.read_models.results import draft_of
from storage.read_models.topics import edits_of, topics_of
from tests.fakes import embed
from tests.unit.bots.moderator.conftest import MAX, MEAT, OLA, Card, TownHall
from workers.cartographer import Cartographer

CANTEEN = [f"La cantine sert trop de viande rouge chaque jour {where}" for where in ("ici", "là", "encore", "toujours")]
ABATTOIR = [f"Qui contrôle les animaux vivants dans un abattoir municipal {when} ?" for when in ("la nuit", "le jour")]
NO_ROLE = "Your role does not allow this. Ask an owner: /roles"
CHANGED = "This topic has changed in the meantime. Open the list again: /topics"


@pytest.fixture
async def town(hall: TownHall) -> TownHall:
    """A theme with two topics, and results that are computed when they are asked for."""
    cartographer = Cartographer(hall.engine, lambda: hall.now, "fr", embed)
    hall.desk = replace(hall.desk, bring_up_to_date=cartographer.bring_up_to_date)
    await hall.restart()
    await hall.asked(*CANTEEN, *ABATTOIR, admitted=True)
    return hall


async def members(town: TownHall) -> list[set[str]]:
    await town.desk.bring_up_to_date(MEAT)
    return [set(topic.contributions) for topic in await topics_of(town.engine, MEAT)]


async def opened(town: TownHall, title: str = "1. ", account: int = OLA) -> Card:
    await town.say(f"/topics {MEAT}", account)
    [card] = await town.tap(title, account=account)
    return card


async def test_topics_are_listed_the_largest_first_with_their_words(town: TownHall) -> None:
    [card] = await town.say(f"/topics {MEAT}")
    head, canteen, abattoir = card.text.split("\n\n")
    assert head == "🧩 <b>Topics of “La viande”</b>: 2 topics, 6 contributions. Tap one to read its contributions."
    assert ("cantine" in canteen, canteen.endswith("</i> — 4 contributions, 4 people")) == (True, True)
    assert ("abattoir" in abattoir, abattoir.endswith("</i> — 2 contributions, 2 people")) == (True, True)
    assert [label[:3] for label in card.buttons] == ["1. ", "2. ", "← B"]


async def test_the_only_theme_needs_no_name_and_an_empty_one_says_what_it_needs(hall: TownHall) -> None:
    [card] = await hall.say("/topics")
    assert card.text == "No topics in “La viande” yet: that needs admitted contributions."


async def test_a_topic_shows_its_texts_a_page_at_a_time(town: TownHall) -> None:
    await town.asked(*(f"{CANTEEN[3]} {n}" for n in range(5)), admitted=True)
    card = await opened(town)
    assert (card.text.count("• <b>Q-"), "2 ▶" in card.buttons) == (6, True)
    await town.tap("2 ▶", card)
    assert (card.text.count("• <b>Q-"), "◀ 1" in card.buttons) == (3, True)
    await town.tap("Topics", card)
    assert card.text.startswith("🧩 <b>Topics of “La viande”</b>: 2 topics")


async def test_a_topic_is_renamed_and_the_agenda_shows_it(town: TownHall) -> None:
    card = await opened(town)
    await town.tap("Rename", card)
    assert "Which title should this topic have?" in card.text
    [slip] = await town.say("Ah")
    assert slip.text.startswith("A title has 3 to 120 characters")
    [shown] = await town.say("Les repas & la <cantine>")
    assert shown.text.startswith("✏️ The topic has a new title.")
    assert "<b>1. Les repas &amp; la &lt;cantine&gt;</b>" in shown.text
    agenda = await draft_of(town.engine, MEAT, "agenda")
    assert agenda is not None
    assert "Les repas & la <cantine>" in {item["title"] for item in agenda.content["items"]}
    assert len(town.bus.of(TopicRenamed)[0].contributions) == 4
    await town.tap("Undo this change", shown)
    assert shown.text.startswith("↩️ Undone.")
    assert await edits_of(town.engine, MEAT) == ()


async def test_two_topics_are_made_one_and_two_again(town: TownHall) -> None:
    before = await members(town)
    card = await opened(town, "2. ")
    await town.tap("Merge into", card)
    assert [label[:3] for label in card.buttons] == ["1. ", "← B"]
    await town.tap("1. ", card)
    assert card.text.startswith("🔗 The two topics are one now.")
    assert await members(town) == [before[0] | before[1]]
    await town.tap("Topics", card)
    await town.tap("Changes made (1)", card)
    assert "Tap the one to undo" in card.text
    await town.tap("🔗 ", card)
    assert (card.text.startswith("↩️ Undone."), await members(town)) == (True, before)
    assert town.bus.of(TopicEditUndone)[0].edit == town.bus.of(TopicsMerged)[0].event_id


async def test_the_only_topic_has_no_other_to_be_merged_into(hall: TownHall, town: TownHall) -> None:
    await town.tap("1. ", await merged(town))
    card = await opened(town)
    await town.tap("Merge into", card)
    assert "This is the only topic" in card.text


async def merged(town: TownHall) -> Card:
    card = await opened(town, "2. ")
    await town.tap("Merge into", card)
    return card


async def test_chosen_texts_become_a_topic_of_their_own(town: TownHall) -> None:
    card = await opened(town)
    await town.tap("Split", card)
    assert not any("Make them" in label for label in card.buttons)
    for reference in ("Q-1", "Q-2", "Q-4", "Q-2"):
        await town.tap(f" {reference}", card)
    assert {label for label in card.buttons if label[0] == "☑"} == {"☑️ Q-1", "☑️ Q-4"}
    await town.tap("Make them a topic (2)", card)
    assert card.text.startswith("✂️ These contributions are a topic of their own now.")
    assert {"Q-1", "Q-4"} in await members(town)
    [parted] = town.bus.of(TopicParted)
    assert (len(parted.contributions), len(parted.others)) == (2, 2)


async def test_all_texts_cannot_be_parted_from_nothing(town: TownHall) -> None:
    card = await opened(town)
    await town.tap("Split", card)
    for n in range(1, 5):
        await town.tap(f" Q-{n}", card)
    assert not any("Make them" in label for label in card.buttons)


async def test_what_was_chosen_of_another_topic_is_left(town: TownHall) -> None:
    first = await opened(town)
    await town.tap("Split", first)
    await town.tap(" Q-1", first)
    second = await opened(town, "2. ")
    await town.tap("Split", second)
    assert "◻️ Q-5" in second.buttons
    await town.tap("Q-2", first)
    assert town.phone.toasts()[-1] == "This button is out of date. Type /help to go on."


async def test_a_topic_whose_text_is_gone_is_asked_for_again(town: TownHall) -> None:
    card = await opened(town)
    for event in town.bus.told:
        if getattr(event, "text", "") in CANTEEN:
            await town.decide(ContributionWithdrawn, citizen=event.citizen, contribution=event.event_id)  # type: ignore[attr-defined]
    await town.desk.bring_up_to_date(MEAT)
    await town.tap("Merge into", card)
    assert town.phone.toasts()[-1] == CHANGED


@pytest.mark.parametrize("label", ["Rename", "Merge into", "Split"])
async def test_who_has_lost_the_role_changes_nothing(town: TownHall, label: str) -> None:
    await town.join(MAX, "moderator")
    card = await opened(town, account=MAX)
    await town.say("/revoke M-2")
    await town.tap(label, card, MAX)
    assert str(town.phone.toasts()[-1]).startswith("This bot is for the moderators’ team")


async def test_an_expert_sees_no_topics(town: TownHall) -> None:
    await town.join(MAX, "expert")
    [card] = await town.say("/topics", MAX)
    assert card.text == NO_ROLE


async def test_every_button_fits_with_the_longest_names(town: TownHall) -> None:
    slug = "s" * 48
    await town.theme("Une longue thématique", slug)
    await town.asked(*(f"{CANTEEN[3]} Et encore {n} ?" for n in range(20)), theme=slug, admitted=True)
    await town.say(f"/topics {slug}")
    card = await opened_in(town, slug)
    await town.tap("Split", card)
    await town.tap("2 ▶", card)
    await town.tap("◻️", card)
    assert any("Make them a topic (1)" in label for label in card.buttons)


async def opened_in(town: TownHall, slug: str) -> Card:
    [card] = await town.say(f"/topics {slug}")
    await town.tap("1. ", card)
    return card


def test_the_menu_has_the_command() -> None:
    assert "topics" in MENU


async def test_a_forged_edit_and_a_forged_topic_change_nothing(town: TownHall) -> None:
    card = await opened(town)
    before = len(town.bus.told)
    seal: Any = town.bot._door._seal  # noqa: SLF001 - with the seal that the bot itself would have put on it
    for data in (
        "tz:x",
        "tz:00000000-0000-0000-0000-000000000000",
        "tg:Q-1",
        "tx:Q-1:Q-99:0",
        "ti:Q-1:Q-2",
        "to:Q-99:x",
    ):
        await town.handle(town.tapped(seal.close(OLA, data), card))
    edits = [fact for fact in town.bus.told[before:] if not isinstance(fact, TopicEditUndone)]
    assert (edits, await edits_of(town.engine, MEAT)) == ([], ())
