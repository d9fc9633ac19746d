"""The hints on a card: the language and how it is known, what is masked, what is conspicuous, what says the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bots.moderator.hints import marked
from bots.playground.entities import plain
from events.base import fact_id
from events.contributions import QuestionAsked
from events.moderation import ContributionMerged
from storage.read_models.contributions import by_reference
from tests.unit.bots.moderator.conftest import MEAT, Card, TownHall

ONE = "Why is there meat every day at the canteen?"
FRENCH = "Pourquoi les écoles servent-elles de la viande à chaque repas ?"


async def card_of(hall: TownHall, *texts: str) -> Card:
    await hall.asked(*texts)
    [card] = await hall.say("/queue")
    return card


@pytest.mark.parametrize(
    ("text", "fields", "hint"),
    [
        (ONE, {}, "🌐 English · 100 % sure"),
        ("menu ok, bio ok", {}, "🌐 English · what the author wrote last; the text itself is too short to tell"),
        (ONE, {"language": "ar", "origin": "import:1"}, "🌐 Arabic · as imported"),
        ("Почему в столовой каждый день мясо?", {}, "🌐 none of the six languages · 100 % sure"),
    ],
)
async def test_the_language_is_named_and_how_sure_it_is(
    hall: TownHall, text: str, fields: dict[str, object], hint: str
) -> None:
    await hall.asked("A first question, only so that its author has joined.")
    author = fact_id("citizen", "A first question, only so that its author has joined.")
    await hall.decide(QuestionAsked, theme=MEAT, citizen=author, text=text, **fields)
    await hall.say("/queue")
    [_, card] = await hall.tap("Admit")
    assert hint in card.text


async def test_what_citizens_will_not_see_is_struck_through_and_its_kinds_are_listed(hall: TownHall) -> None:
    card = await card_of(hall, "Je m'appelle Ada Lovelace, 06 12 34 56 78 ou ada@exemple.fr, et <vous> ?")
    marked = "Je m'appelle <s>Ada Lovelace</s>, <s>06 12 34 56 78</s> ou <s>ada@exemple.fr</s>, et"
    assert marked in card.text
    assert (
        "🔒 Perhaps personal data (struck through): e-mail, name, phone. Citizens will see ▒▒▒ in its place."
        in card.text
    )


async def test_links_and_shouts_are_hinted_at_and_nothing_is_refused_by_itself(hall: TownHall) -> None:
    card = await card_of(hall, "WIN MONEY TODAY, GO TO http://spam.example AND HTTP://SPAM.EXAMPLE/2")
    assert ("🔗 2 links\n🔊 All in capitals" in card.text, next(iter(card.buttons))) == (True, "✅ Admit")


async def test_the_same_of_many_within_minutes_is_hinted_at(hall: TownHall) -> None:
    card = await card_of(hall, ONE, f"{ONE} ", f" {ONE}!")
    assert "📣 2 others sent the same within ten minutes" in card.text


async def test_hours_later_it_is_no_chorus(hall: TownHall) -> None:
    await hall.asked(ONE)
    hall.now += timedelta(hours=1)
    await hall.asked(f"{ONE} ", f" {ONE}!")
    [card] = await hall.say("/queue")
    assert "📣" not in card.text


async def test_kin_in_another_language_is_shown_apart_from_copies_and_can_be_merged_into(hall: TownHall) -> None:
    async def kin(_theme: str, _kind: str, _text: str) -> tuple[str, ...]:
        return ("Q-1", "Q-2", "Q-4", "Q-77")

    hall.desk = replace(hall.desk, kin=kin)
    await hall.restart()
    await hall.asked(FRENCH, f"{ONE} ", admitted=True)
    card = await card_of(hall, ONE, "Who decides on the price of the slaughterhouse?")
    assert f"👯 <b>Perhaps a copy:</b>\n• <b>Q-2</b> {ONE}" in card.text
    assert f"🫂 <b>Perhaps similar, in other words or another language:</b>\n• <b>Q-1</b> {FRENCH}" in card.text
    assert "Q-4" not in card.text  # it waits
    assert [label for label in card.buttons if "Merge" in label] == ["🔗 Merge into Q-2", "🔗 Merge into Q-1"]
    await hall.tap("Merge into Q-1", card)
    [merged] = hall.bus.of(ContributionMerged)
    target, item = await by_reference(hall.engine, "Q-1"), await by_reference(hall.engine, "Q-3")
    assert target is not None
    assert item is not None
    assert (merged.into, item.state, item.text, target.text) == (target.id, "merged", ONE, FRENCH)


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "a &lt; b c d"),
        ([(0, 1, "u"), (4, 5, "s")], "<u>a</u> &lt; <s>b</s> c d"),
        ([(0, 5, "s"), (4, 7, "u")], "<s>a &lt; b</s> c d"),
        ([(2, 3, "u"), (2, 5, "s")], "a <u>&lt;</u> b c d"),
    ],
)
def test_marks_never_overlap(spans: list[tuple[int, int, str]], html: str) -> None:
    assert marked("a < b c d", spans) == html
    assert plain(html) == "a < b c d"
