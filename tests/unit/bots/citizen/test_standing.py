"""Where do I stand: for the one who asks, of what still stands, never of a small group, and never kept."""

import json
from typing import Any

import pytest
from sqlalchemy import insert

from events.contributions import ContributionWithdrawn, OpinionGiven
from storage.tables.results import Draft
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, NOON, Card, Town

TEXTS = [f"Statement number {'abcdefghij'[each] * 9} is admitted." for each in range(10)]
NAMES = [f"O-{each}" for each in range(1, 11)]
MAP: dict[str, Any] = {
    "participants": 31,
    "groups": [{"id": 0, "size": 17, "representative": []}, {"id": 1, "size": 14, "representative": []}],
    "common_ground": [{"statement": "O-1", "side": "agree"}, {"statement": "O-2", "side": "disagree"}],
}
GROUPS = [
    {"id": 0, "size": 17, "means": [{"statement": name, "mean": 0.8} for name in NAMES]},
    {"id": 1, "size": 14, "means": [{"statement": name, "mean": -0.8} for name in NAMES]},
]
TOPICS = [{"keywords": ["calf", "cow"], "statements": NAMES[3:6]}, {"keywords": ["bread"], "statements": NAMES[6:]}]
STANDING: dict[str, Any] = {"groups": GROUPS, "topics": TOPICS}
UNITING, NEAREST, NEARER = (
    "voted on 2 statements. With everybody: 1.",
    "nearest to group 1 (17 people)",
    "nearer to group",
)


async def drafted(town: Town, standing: dict[str, Any] = STANDING, drawn: dict[str, Any] = MAP) -> None:
    rows = [
        {"theme": MEAT, "result": result, "input_hash": "0", "content": json.dumps(content), "computed_at": NOON}
        for result, content in (("map", drawn), ("standing", standing))
    ]
    async with town.engine.begin() as connection:
        await connection.execute(insert(Draft), rows)


async def voted(town: Town, account: int = ADA) -> Card:
    """Vote +1 on all but O-4, O-5 and O-6, the first topic; return the card at the end."""
    await town.given(TEXTS)
    await town.join(account)
    [card] = await town.say("/vote", account)
    for name in NAMES:
        await town.tap(f"v:{-1 if name in NAMES[3:6] else 1}:{name}", account, card=card)
    return card


def parts(card: Card) -> list[bool]:
    return [each in card.text for each in (UNITING, NEAREST, NEARER)]


async def test_at_the_end_of_the_vote_one_tap_tells_where_one_stands(town: Town) -> None:
    end = await voted(town)
    await drafted(town)
    [card] = await town.tap(f"me:{MEAT}", card=end)
    assert (parts(card), card.id != end.id) == ([True] * 3, True)
    assert "On “calf, cow” you stand nearer to group 2." in card.text
    assert "bread" not in card.text


async def test_it_stands_below_the_map_too(town: Town) -> None:
    await voted(town)
    await drafted(town)
    [text] = await town.say("/map")
    [card] = await town.tap(f"me:{MEAT}", card=text)
    assert parts(card) == [True] * 3


async def test_it_is_told_of_one_s_own_votes_alone_and_nothing_is_kept_or_published(town: Town) -> None:
    end = await voted(town, BEN)
    await drafted(town)
    await town.join()
    before = (len(town.bus.told), town.shelf.writes)
    [own] = await town.tap(f"me:{MEAT}", BEN, card=end)
    [others] = await town.tap(f"me:{MEAT}", ADA, card=end)
    assert (parts(own), parts(others)) == ([True] * 3, [False] * 3)
    assert (len(town.bus.told), town.shelf.writes) == before


async def test_a_withdrawn_statement_counts_no_more(town: Town) -> None:
    end = await voted(town)
    await drafted(town)
    first = town.bus.of(OpinionGiven)[0]
    await town.decide(ContributionWithdrawn, citizen=first.citizen, contribution=first.event_id)
    [card] = await town.tap(f"me:{MEAT}", card=end)
    assert "voted on one statement. With everybody: 0." in card.text


@pytest.mark.parametrize(("size", "told"), [(9, False), (10, True)])
async def test_nobody_is_told_to_be_near_to_a_group_of_fewer_than_ten(town: Town, size: int, told: bool) -> None:
    end = await voted(town)
    await drafted(town, {**STANDING, "groups": [GROUPS[0], {**GROUPS[1], "size": size}]})
    [card] = await town.tap(f"me:{MEAT}", card=end)
    assert parts(card) == [True, told, told]


async def test_before_there_is_a_map_it_is_said_what_helps(town: Town) -> None:
    end = await voted(town)
    [card] = await town.tap(f"me:{MEAT}", card=end)
    assert ("not enough yet" in card.text, "go:vote" in card.buttons) == (True, True)
    await drafted(town, drawn={**MAP, "participants": 9})
    [card] = await town.tap(f"me:{MEAT}", card=end)
    assert parts(card) == [False] * 3


async def test_a_stranger_is_asked_first_and_an_unknown_theme_is_gone(town: Town) -> None:
    await drafted(town)
    await town.theme("Secret", "secret", phase="draft")
    [text] = await town.say("/map")
    [card] = await town.tap(f"me:{MEAT}", card=text)
    assert any(data.startswith("j:") for data in card.buttons)
    for forged in ("me:secret", "me:nowhere", "me:", "me"):
        assert await town.toast(forged, card=text) != ""
