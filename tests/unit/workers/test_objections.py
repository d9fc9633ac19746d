"""Objections: of a theme that there is, and taken back only by whoever raised them."""

from events.objections import ObjectionRaised, ObjectionTakenBack
from storage.read_models.objections import objections_of
from tests.fakes import MEAT, Town, person

TEXT = "L’ordre du jour a été publié deux jours seulement avant la séance."


async def test_an_objection_stands_until_its_guarantor_takes_it_back(town: Town) -> None:
    for name in ("gus", "gil"):
        await town.member(name, "guarantor")
    await town.member("mia")
    code, params = await town.act(ObjectionRaised, by=person("gus"), theme=MEAT, text=TEXT)
    assert code == "objection_raised"
    assert [(each.theme, each.text, each.raised_at) for each in await objections_of(town.engine, MEAT)] == [
        (MEAT, TEXT, town.now)
    ]
    assert town.wordings() == [(person("mia"), "notice-objection")]
    for name in ("gil", "gus"):
        code, _ = await town.act(ObjectionTakenBack, by=person(name), objection=params["objection"])
        assert (code, len(await objections_of(town.engine))) == {
            "gil": ("refused.unknown_objection", 1),
            "gus": ("objection_taken_back", 0),
        }[name]


async def test_there_is_nothing_to_object_to_where_there_is_no_theme(town: Town) -> None:
    await town.member("gus", "guarantor")
    assert await town.act(ObjectionRaised, by=person("gus"), theme="nowhere", text=TEXT) == (
        "refused.unknown_theme", {"theme": "nowhere"}
    )  # fmt: skip
