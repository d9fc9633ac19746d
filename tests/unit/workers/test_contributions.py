"""Contributions: numbered, measured, received in the right phase from people who are known, and taken back."""

import pytest

from events.contributions import ContributionWithdrawn, OpinionGiven, QuestionAsked, TestimonyGiven
from events.moderation import ContributionAdmitted, ItemRequested
from storage.tables.contributions import Contribution, Lease
from tests.fakes import MEAT, NOON, Town, person

TEXT = "Pourquoi de la viande chaque jour à la cantine ?"


async def test_references_count_up_by_kind(town: Town) -> None:
    ada = await town.join("ada")
    given = [
        await town.act(kind, theme=MEAT, citizen=ada, text=TEXT)
        for kind in (QuestionAsked, OpinionGiven, QuestionAsked, TestimonyGiven)
    ]
    assert given == [
        ("received", {"ref": "Q-1", "kind": "question", "theme": MEAT}),
        ("received", {"ref": "O-1", "kind": "opinion", "theme": MEAT}),
        ("received", {"ref": "Q-2", "kind": "question", "theme": MEAT}),
        ("received", {"ref": "T-1", "kind": "testimony", "theme": MEAT}),
    ]


async def test_references_are_unique_in_the_instance_and_in_a_batch(town: Town) -> None:
    await town.theme("le-velo")
    ada = await town.join("ada")
    asked = [
        town.fact(QuestionAsked, theme=theme, citizen=ada, text=TEXT) for theme in (MEAT, "le-velo", MEAT, "le-velo")
    ]
    outcomes = await town.apply(*asked)
    assert [outcome.params["ref"] for outcome in outcomes] == ["Q-1", "Q-2", "Q-3", "Q-4"]


async def test_a_refused_question_uses_no_number(town: Town) -> None:
    ada = await town.join("ada")
    await town.act(QuestionAsked, theme=MEAT, citizen=ada, text="Trop court")
    assert (await town.act(QuestionAsked, theme=MEAT, citizen=ada, text=TEXT))[1]["ref"] == "Q-1"


async def test_words_are_kept_as_they_were_given_but_for_the_space_around(town: Town) -> None:
    contribution = await town.give(f"  {TEXT}\n")
    kept = await town.row(Contribution, contribution)
    assert (kept.text, kept.author, kept.state, kept.received_at, kept.origin, kept.language) == (
        TEXT, person("ada"), "waiting", NOON, "chat", "fr"
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "most"), [(QuestionAsked, 500), (OpinionGiven, 280), (TestimonyGiven, 2000)])
async def test_both_ends_of_the_length_are_included(town: Town, kind: type[QuestionAsked], most: int) -> None:
    ada = await town.join("ada")
    texts = ["é" * 14, "é" * 15, "é" * most, f" {'é' * most} "]
    codes = [(await town.act(kind, theme=MEAT, citizen=ada, text=text[:2000]))[0] for text in texts]
    assert codes == ["refused.length", "received", "received", "received"]


async def test_one_character_too_many_is_refused_with_the_figures(town: Town) -> None:
    ada = await town.join("ada")
    assert await town.act(OpinionGiven, theme=MEAT, citizen=ada, text="e" * 281) == (
        "refused.length", {"kind": "opinion", "least": 15, "most": 280, "length": 281}
    )  # fmt: skip


@pytest.mark.parametrize("character", ["…", "🙂", "\u200b", " \n\t"], ids=ascii)
async def test_what_says_nothing_is_refused(town: Town, character: str) -> None:
    ada = await town.join("ada")
    assert (await town.act(QuestionAsked, theme=MEAT, citizen=ada, text=character * 20))[0] == "refused.empty"
    assert await town.rows(Contribution) == []


async def test_an_imported_text_may_be_of_any_length_but_not_of_none(town: Town) -> None:
    ada = await town.join("ada")
    short, blank = [
        await town.act(OpinionGiven, theme=MEAT, citizen=ada, text=text, origin="csv/1") for text in ("Oui.", "  ")
    ]
    assert (short[0], blank) == ("received", ("refused.empty", {"kind": "opinion"}))


async def test_a_stranger_gives_nothing(town: Town) -> None:
    assert await town.act(QuestionAsked, theme=MEAT, citizen=person("nobody"), text=TEXT) == ("refused.stranger", {})


async def test_a_draft_is_unknown_to_citizens(town: Town) -> None:
    await town.move("draft")
    ada = await town.join("ada")
    for theme in (MEAT, "nowhere"):
        assert await town.act(QuestionAsked, theme=theme, citizen=ada, text=TEXT) == (
            "refused.unknown_theme", {"theme": theme}
        )  # fmt: skip


async def test_contributions_are_for_the_collecting_phase(town: Town) -> None:
    ada = await town.join("ada")
    for phase in ("announced", "deliberating", "convening", "conference", "published", "answered", "archived"):
        await town.move(phase)
        assert await town.act(QuestionAsked, theme=MEAT, citizen=ada, text=TEXT) == (
            "refused.phase", {"theme": "La viande", "phase": phase}
        )  # fmt: skip


async def test_the_author_takes_a_contribution_back_from_any_state(town: Town) -> None:
    waiting, admitted = await town.give(TEXT), await town.admitted(TEXT)
    for contribution, ref in ((waiting, "Q-1"), (admitted, "Q-2")):
        assert await town.act(ContributionWithdrawn, contribution=contribution, citizen=person("ada")) == (
            "withdrawn", {"ref": ref}
        )  # fmt: skip
    assert [row.state for row in await town.rows(Contribution)] == ["withdrawn", "withdrawn"]


async def test_nobody_else_takes_it_back_and_nobody_twice(town: Town) -> None:
    contribution, ben = await town.give(TEXT), await town.join("ben")
    assert await town.act(ContributionWithdrawn, contribution=contribution, citizen=ben) == (
        "refused.unknown_contribution", {}
    )  # fmt: skip
    await town.act(ContributionWithdrawn, contribution=contribution, citizen=person("ada"))
    assert await town.act(ContributionWithdrawn, contribution=contribution, citizen=person("ada")) == (
        "refused.decided", {"ref": "Q-1", "state": "withdrawn"}
    )  # fmt: skip


async def test_what_was_taken_back_leaves_the_moderators_hands(town: Town) -> None:
    contribution, mia = await town.give(TEXT), await town.member("mia")
    await town.act(ItemRequested, by=mia)
    await town.act(ContributionWithdrawn, contribution=contribution, citizen=person("ada"))
    assert await town.rows(Lease) == []
    assert (await town.act(ContributionAdmitted, by=mia, contribution=contribution))[0] == "refused.decided"
