"""The language of a contribution: detected where that is sure, else its author's, else the theme's; and corrected."""

import json

import pytest

from events.citizens import CitizenForgotten, CitizenJoined
from events.contributions import ContributionWithdrawn, LanguageCorrected, OpinionGiven, QuestionAsked
from events.themes import PhaseMoved, ThemeDrafted
from storage.tables.contributions import Contribution
from storage.tables.memory import Entry
from tests.fakes import MEAT, Town, person

SPANISH = "¿Por qué hay carne todos los días en el comedor escolar?"
SHORT = "menu ok, bio ok"  # fifteen characters of any language


async def asked(town: Town, text: str, name: str = "ada", theme: str = MEAT, **fields: object) -> Contribution:
    fact = town.fact(QuestionAsked, theme=theme, citizen=person(name), text=text, **fields)
    town.later(seconds=1)
    [outcome] = await town.apply(fact)
    assert outcome.code == "received"
    return await town.row(Contribution, fact.event_id)


def spoken(kept: Contribution) -> tuple[str, str]:
    return kept.language, kept.language_source


async def test_what_is_sure_is_detected_whatever_the_author_speaks(town: Town) -> None:
    await town.join("ada")
    kept = await asked(town, SPANISH)
    assert spoken(kept) == ("es", "detected")
    assert 0.8 <= kept.language_confidence <= 1


async def test_a_short_text_is_in_the_language_its_author_wrote_last(town: Town) -> None:
    await town.join("ada")
    await town.join("ben")
    await asked(town, SPANISH)
    kept = await asked(town, SHORT)
    assert spoken(kept) == ("es", "history")
    assert kept.language_confidence < 0.8
    assert spoken(await asked(town, SHORT, "ben")) == ("fr", "chosen")  # what ada wrote says nothing of ben


async def test_a_guess_is_no_history(town: Town) -> None:
    await town.join("ada")
    assert [spoken(await asked(town, SHORT)) for _ in range(2)] == [("fr", "chosen")] * 2


async def test_who_speaks_none_of_the_six_is_taken_to_speak_the_theme_s(town: Town) -> None:
    await town.act(CitizenJoined, citizen=person("ada"), language=None)
    await town.act(ThemeDrafted, by=None, title="Il vino", slug="il-vino", language="it")
    await town.act(PhaseMoved, by=None, theme="il-vino", phase="collecting")
    assert spoken(await asked(town, SHORT, theme="il-vino")) == ("it", "theme")
    assert (await asked(town, SHORT)).language_source == "theme"  # a theme of before has none: the guess must do


async def test_an_import_says_it(town: Town) -> None:
    await town.join("ada")
    assert spoken(await asked(town, SPANISH, language="fr", origin="import:7")) == ("fr", "import")
    assert spoken(await asked(town, SPANISH, language="fr")) == ("fr", "chosen")


async def test_letters_of_another_script_are_of_none_of_the_six(town: Town) -> None:
    await town.join("ada")
    assert spoken(await asked(town, "Почему в столовой каждый день мясо?")) == ("other", "detected")


async def test_the_author_corrects_it_and_is_believed_from_then_on(town: Town) -> None:
    await town.join("ada")
    first = await asked(town, SHORT)
    correction = {"contribution": first.id, "citizen": person("ada"), "language": "it"}
    assert await town.act(LanguageCorrected, **correction) == ("language_corrected", {"ref": "Q-1"})
    kept = await town.row(Contribution, first.id)
    assert (*spoken(kept), kept.language_confidence, kept.text) == ("it", "corrected", 1.0, SHORT)
    assert spoken(await asked(town, SHORT)) == ("it", "history")


async def test_nobody_else_corrects_it_and_nobody_what_was_withdrawn(town: Town) -> None:
    await town.join("ada")
    ben = await town.join("ben")
    first = await asked(town, SHORT)
    correction = {"contribution": first.id, "language": "it"}
    assert (await town.act(LanguageCorrected, citizen=ben, **correction))[0] == "refused.unknown_contribution"
    assert (await town.act(LanguageCorrected, citizen=person("eve"), **correction))[0] == "refused.stranger"
    await town.act(ContributionWithdrawn, contribution=first.id, citizen=person("ada"))
    assert (await town.act(LanguageCorrected, citizen=person("ada"), **correction))[0] == "refused.decided"
    assert spoken(await town.row(Contribution, first.id)) == ("fr", "chosen")


async def test_of_who_was_erased_no_language_is_left(town: Town) -> None:
    await town.join("ada")
    first = await asked(town, SPANISH)
    await town.act(LanguageCorrected, contribution=first.id, citizen=person("ada"), language="it")
    await town.act(CitizenForgotten, citizen=person("ada"))
    kept = await town.row(Contribution, first.id)
    assert (*spoken(kept), kept.language_confidence) == ("und", "erased", 0.0)
    [entry] = [entry for entry in await town.rows(Entry) if entry.kind == LanguageCorrected.kind]
    assert (json.loads(str(entry.payload))["language"], entry.salt) == (None, None)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Pourquoi la cafe\u0301te\u0301ria est-elle ferme\u0301e ?", "Pourquoi la cafétéria est-elle fermée ?"),
        ("Pourquoi\u200b la \u202ecantine\u202c ferme-t-elle ?", "Pourquoi la cantine ferme-t-elle ?"),
    ],
)
async def test_words_are_kept_as_they_may_be_shown(town: Town, written: str, kept: str) -> None:
    await town.join("ada")
    assert (await asked(town, written)).text == kept


@pytest.mark.parametrize("text", ["\u200b" * 30, "\u202e\u2066" * 10, "🥩" * 20, "\u3164" * 20])
async def test_what_nobody_can_read_is_refused(town: Town, text: str) -> None:
    ada = await town.join("ada")
    assert (await town.act(OpinionGiven, theme=MEAT, citizen=ada, text=text))[0] == "refused.empty"
