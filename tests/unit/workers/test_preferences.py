"""What citizens let us tell them: off until they say so, changed at any time, and gone with them."""

from datetime import timedelta

import pytest

from events.base import Event
from events.citizens import CitizenForgotten
from events.preferences import ContactAllowed, ContactWithdrawn, NotificationsChosen
from storage.read_models.preferences import Preferences, preferences_of
from storage.tables.preferences import Preference
from tests.fakes import NOON, Town, person


async def test_who_never_chose_is_told_daily_and_not_contacted(town: Town) -> None:
    assert await preferences_of(town.engine, await town.join("ada")) == Preferences("daily", None)


async def test_each_choice_is_kept_and_leaves_the_other_alone(town: Town) -> None:
    ada = await town.join("ada")
    assert await town.act(NotificationsChosen, citizen=ada, pace="off") == ("notifications", {"pace": "off"})
    assert await town.act(ContactAllowed, citizen=ada) == ("contact_allowed", {})
    assert await preferences_of(town.engine, ada) == Preferences("off", NOON)
    await town.act(ContactWithdrawn, citizen=ada)
    assert await preferences_of(town.engine, ada) == Preferences("off", None)


async def test_a_consent_said_again_is_as_old_as_it_was(town: Town) -> None:
    ada = await town.join("ada")
    await town.act(ContactAllowed, citizen=ada)
    town.later(days=1)
    await town.act(ContactAllowed, citizen=ada)
    assert (await preferences_of(town.engine, ada)).contact_since == NOON
    await town.act(ContactWithdrawn, citizen=ada)
    await town.act(ContactAllowed, citizen=ada)
    assert (await preferences_of(town.engine, ada)).contact_since == NOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "fields"), [(NotificationsChosen, {"pace": "off"}), (ContactAllowed, {}), (ContactWithdrawn, {})]
)
async def test_a_stranger_has_nothing_to_choose(town: Town, kind: type[Event], fields: dict[str, str]) -> None:
    assert (await town.act(kind, citizen=person("nobody"), **fields))[0] == "refused.stranger"
    assert await town.rows(Preference) == []


async def test_choices_go_with_the_person(town: Town) -> None:
    for name in ("ada", "ben"):
        await town.act(ContactAllowed, citizen=await town.join(name))
    await town.act(CitizenForgotten, citizen=person("ada"))
    assert [row.citizen for row in await town.rows(Preference)] == [person("ben")]
