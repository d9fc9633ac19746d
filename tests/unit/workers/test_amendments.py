"""What moderators change in an agenda: declared in public, off the time first, the same after any grouping."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.amendments import AgendaAmendmentUndone, AgendaItemDropped, AgendaItemPinned, AgendaItemRetitled
from events.contributions import ContributionWithdrawn
from storage.read_models.amendments import AmendmentView, amendments_of
from tests.fakes import MEAT, NOON, Town, embed, person
from tests.unit.workers.test_results import MATERIAL, PRICES, QUESTIONS, TEXTS, otherwise, read
from workers import agenda, opinion_map
from workers.cartographer import Cartographer
from workers.material import Material
from workers.topics import topics_of

PLAN = agenda.Plan(40, NOON, "Salle des fêtes")
PRICE = next(text.reference for text in QUESTIONS if text.text == PRICES[0])
CANTEEN, ABATTOIR = QUESTIONS[0].reference, QUESTIONS[4].reference


def pinned(reference: str) -> AmendmentView:
    return AmendmentView(reference, "place", "pinned", "")


def dropped(reference: str, reason: str = "La ville y a répondu.") -> AmendmentView:
    return AmendmentView(reference, "place", "dropped", reason)


def retitled(reference: str, title: str) -> AmendmentView:
    return AmendmentView(reference, "title", "retitled", title)


def document(*amendments: AmendmentView, material: Material = MATERIAL, plan: agenda.Plan = PLAN) -> dict[str, Any]:
    groups = opinion_map.groups_of(material, opinion_map.draw(material))
    return agenda.document(material, topics_of(material, embed), plan, groups, amendments, language="fr")


def item_of(found: dict[str, Any], reference: str) -> dict[str, Any]:
    [item] = [each for each in item_list(found) if reference in each["questions"]]
    return dict(item)


def item_list(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [*found["items"], *found["not_selected"]]


def test_what_is_pinned_comes_first_and_off_the_time() -> None:
    found = document(pinned(PRICE))
    first = found["items"][0]
    assert (first["questions"], first["pinned"], first["paid_by"]) == (
        [PRICE], True, [{"group": None, "minutes": first["minutes"]}]
    )  # fmt: skip
    assert first["why"].startswith("Mis à l’ordre du jour par la modération")
    assert first["starts_at"] == NOON.isoformat()
    assert sum(item["minutes"] for item in found["items"]) <= 40
    assert [item["pinned"] for item in found["items"][1:]] == [False] * (len(found["items"]) - 1)


def test_all_items_are_still_paid_to_the_last_tenth() -> None:
    for amendments in ((pinned(PRICE),), (pinned(PRICE), pinned(ABATTOIR)), (dropped(CANTEEN),)):
        for item in document(*amendments)["items"]:
            assert round(sum(part["minutes"] for part in item["paid_by"]), 6) == item["minutes"]


def test_what_is_pinned_beyond_the_time_says_so() -> None:
    others = [text.reference for text in QUESTIONS if text.reference != PRICE]
    found = document(*map(pinned, [PRICE, *others]), plan=agenda.Plan(20))
    assert [item["questions"][0] for item in found["items"]] == [PRICE]
    assert {item["why"] for item in found["not_selected"]} == {
        "Épinglé par la modération, mais le temps ne suffit pas : d’autres points l’ont été avant."
    }


def test_what_is_dropped_is_in_public_with_its_reason() -> None:
    chosen = document()["items"][0]
    found = document(dropped(chosen["questions"][0]))
    item = item_of(found, chosen["questions"][0])
    assert item in found["not_selected"]
    assert (item["dropped"], item["why"], item["lacks"], item["supporters"]) == (
        "La ville y a répondu.",
        "Retiré de l’ordre du jour par la modération : La ville y a répondu.",
        None,
        chosen["supporters"],
    )


def test_a_title_by_hand_leaves_the_first_one_readable() -> None:
    before = item_of(document(), PRICE)["title"]
    item = item_of(document(retitled(PRICE, "Le prix du bœuf")), PRICE)
    assert (item["title"], item["original_title"]) == ("Le prix du bœuf", before)


def test_the_last_decision_about_an_item_stands_whichever_question_named_it() -> None:
    one, other = next(item["questions"] for item in item_list(document()) if len(item["questions"]) > 1)[:2]
    assert item_of(document(pinned(one), dropped(other)), one)["dropped"] == "La ville y a répondu."
    assert item_of(document(dropped(one), pinned(other)), one)["pinned"]


def test_amendments_are_content_and_nothing_else_is() -> None:
    hashes = [
        document(*amendments)["input_hash"]
        for amendments in (
            (),
            (pinned(PRICE),),
            (dropped(PRICE),),
            (dropped(PRICE, "Autre raison."),),
            (pinned(CANTEEN),),
        )
    ]
    assert len(set(hashes)) == 5
    other = otherwise(random.Random(7), TEXTS)
    there = {text.text: text.reference for text in other.texts}
    again = document(dropped(there[PRICES[0]]), material=other)
    assert read(again, other) == read(document(dropped(PRICE)), MATERIAL)


def test_everything_may_be_pinned_or_dropped() -> None:
    found = document(*(pinned(text.reference) for text in QUESTIONS), plan=agenda.Plan(180))
    assert (len(found["not_selected"]), {item["pinned"] for item in found["items"]}) == (0, {True})
    nothing = document(*(dropped(text.reference) for text in QUESTIONS))
    assert (nothing["items"], sum(len(item["questions"]) for item in nothing["not_selected"])) == ([], len(QUESTIONS))


REFERENCES = st.sampled_from([text.reference for text in QUESTIONS])
AMENDMENTS = st.lists(
    st.one_of(
        REFERENCES.map(pinned),
        REFERENCES.map(dropped),
        st.builds(retitled, REFERENCES, st.sampled_from(["La cantine", "Le prix"])),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(AMENDMENTS, st.sampled_from([15, 40, 180]))
def test_whatever_is_amended_the_time_holds_and_every_question_has_its_place(
    amendments: list[AmendmentView], minutes: int
) -> None:
    found = document(*amendments, plan=agenda.Plan(minutes))
    assert sum(item["minutes"] for item in found["items"]) <= minutes
    assert [item["rank"] for item in found["items"]] == list(range(1, len(found["items"]) + 1))
    assert sorted(ref for item in item_list(found) for ref in item["questions"]) == sorted(
        text.reference for text in QUESTIONS
    )
    for item in found["items"]:
        assert round(sum(part["minutes"] for part in item["paid_by"]), 6) == item["minutes"]
        assert not item["pinned"] or item["paid_by"] == [{"group": None, "minutes": item["minutes"]}]
    places = [each for each in amendments if each.amended == "place"]
    for item in item_list(found):
        last = next((each for each in reversed(places) if each.question in item["questions"]), None)
        assert (item.get("dropped") or None) == (last.words if last and last.what == "dropped" else None)
        assert not item.get("pinned") or (last and last.what == "pinned")


@pytest.fixture
async def town(town: Town) -> Town:
    await town.member("mia")
    await town.member("fay", "facilitator")
    return town


async def test_a_moderator_pins_drops_and_retitles_and_takes_it_back(town: Town) -> None:
    mia, first, second = person("mia"), await town.admitted(TEXTS[0].text), await town.admitted(PRICES[0])
    assert await town.act(AgendaItemPinned, by=mia, question=first) == ("pinned", {"ref": "Q-1", "theme": MEAT})
    await town.act(AgendaItemRetitled, by=mia, question=first, title="La cantine")
    await town.act(AgendaItemDropped, by=mia, question=second, reason="Déjà répondu.")
    await town.act(AgendaItemDropped, by=mia, question=first, reason="Hors sujet.")
    assert await amendments_of(town.engine, MEAT) == (
        AmendmentView("Q-1", "title", "retitled", "La cantine"),
        AmendmentView("Q-2", "place", "dropped", "Déjà répondu."),
        AmendmentView("Q-1", "place", "dropped", "Hors sujet."),
    )
    undo = {"by": mia, "question": first, "amended": "place"}
    assert await town.act(AgendaAmendmentUndone, **undo) == ("amendment_undone", {})
    assert await town.act(AgendaAmendmentUndone, **undo) == ("refused.nothing_to_undo", {})
    assert [each.what for each in await amendments_of(town.engine, MEAT)] == ["retitled", "dropped"]


async def test_only_a_published_question_names_an_item(town: Town) -> None:
    mia, waiting = person("mia"), await town.give(TEXTS[0].text)
    opinion = await town.statement()
    assert await town.act(AgendaItemPinned, by=mia, question=waiting) == ("refused.not_admitted", {"ref": "Q-1"})
    for question in (opinion, person("nothing")):
        assert (await town.act(AgendaItemPinned, by=mia, question=question))[0] == "refused.unknown_contribution"
    assert await town.act(AgendaItemPinned, by=person("fay"), question=waiting) == ("refused.role", {})


async def test_an_amendment_lapses_with_the_question_that_names_its_item(town: Town) -> None:
    question = await town.admitted(PRICES[0])
    await town.act(AgendaItemPinned, by=person("mia"), question=question)
    await town.act(ContributionWithdrawn, contribution=question, citizen=person("ada"))
    assert await amendments_of(town.engine, MEAT) == ()


async def test_the_draft_is_computed_anew_once_it_was_amended(town: Town) -> None:
    cartographer = Cartographer(town.engine, lambda: town.now, "fr", embed)
    question = await town.admitted(PRICES[0])
    before = await cartographer.compute(MEAT, "agenda")
    await town.act(AgendaItemRetitled, by=person("mia"), question=question, title="Le prix du bœuf")
    after = await cartographer.compute(MEAT, "agenda")
    assert [before["items"][0]["original_title"], after["items"][0]["title"]] == [None, "Le prix du bœuf"]
    await town.act(AgendaAmendmentUndone, by=person("mia"), question=question, amended="title")
    assert await cartographer.compute(MEAT, "agenda") == before
