"""Themes: a slug that is free, a phase that a moderator moves."""

import pytest
from pydantic import TypeAdapter

from events.base import Slug
from events.citizens import CitizenImported, CitizenJoined, LanguageChosen
from events.themes import PhaseMoved, ThemeDrafted
from storage.read_models.themes import themes_of
from storage.tables.people import Citizen
from tests.fakes import MEAT, NOON, Town, person


@pytest.mark.parametrize("slug", ["le-velo", "l" * 48, "l" * 41 + "-" + "l" * 6])
async def test_a_theme_gets_a_slug_that_is_free_and_fits(town: Town, slug: str) -> None:
    drafted = [await town.act(ThemeDrafted, by=None, title="Le vélo", slug=slug) for _ in range(11)]
    slugs = [str(params["theme"]) for _, params in drafted]
    assert slugs[0] == slug
    assert [TypeAdapter(Slug).validate_python(each) for each in slugs] == slugs
    assert len(set(slugs)) == 11


async def test_a_draft_is_for_moderators(town: Town) -> None:
    await town.act(ThemeDrafted, by=None, title="Le vélo", slug="le-velo")
    assert [theme.slug for theme in await themes_of(town.engine)] == [MEAT]
    assert {theme.slug for theme in await themes_of(town.engine, drafts=True)} == {MEAT, "le-velo"}


async def test_a_moderator_moves_a_theme_that_there_is(town: Town) -> None:
    mia = await town.member("mia")
    assert await town.act(PhaseMoved, by=mia, theme=MEAT, phase="deliberating") == (
        "moved", {"theme": MEAT, "title": "La viande", "phase": "deliberating"}
    )  # fmt: skip
    assert await town.act(PhaseMoved, by=mia, theme="nowhere", phase="collecting") == (
        "refused.unknown_theme", {"theme": "nowhere"}
    )  # fmt: skip


async def test_nobody_else_drafts_or_moves(town: Town) -> None:
    eve = await town.member("eve", "expert")
    assert await town.act(ThemeDrafted, by=eve, title="Le vélo", slug="le-velo") == ("refused.role", {})
    assert await town.act(PhaseMoved, by=eve, theme=MEAT, phase="archived") == ("refused.role", {})


async def test_consenting_again_changes_the_language_only(town: Town) -> None:
    await town.act(CitizenJoined, citizen=person("ada"), language="fr", source="poster")
    town.later(days=1)
    await town.act(CitizenJoined, citizen=person("ada"), language="it")
    [ada] = await town.rows(Citizen)
    assert (ada.language, ada.source, ada.joined_at, ada.origin) == ("it", "poster", NOON, "chat")


async def test_a_citizen_chooses_a_language_and_a_stranger_does_not(town: Town) -> None:
    ada = await town.join("ada")
    assert await town.act(LanguageChosen, citizen=ada, language="ar") == ("language", {"language": "ar"})
    assert await town.act(LanguageChosen, citizen=person("nobody"), language="ar") == ("refused.stranger", {})


async def test_an_import_takes_in_those_who_are_not_here(town: Town) -> None:
    ada = await town.join("ada")
    names = [ada, *(person(n) for n in range(1200)), person(0)]
    await town.apply(
        town.fact(CitizenJoined, citizen=person("ben"), language="en"),
        *(town.fact(CitizenImported, citizen=citizen) for citizen in [person("ben"), *names]),
    )
    citizens = {citizen.id: (citizen.origin, citizen.language) for citizen in await town.rows(Citizen)}
    assert citizens == {
        ada: ("chat", "fr"),
        person("ben"): ("chat", "en"),
        **{person(n): ("import", None) for n in range(1200)},
    }
