"""/strata and /missing: the city's shares in one line or by dialogue, and who is not heard yet."""

import pytest

from bots.moderator.strata import shares_in
from events.base import fact_id
from events.citizens import CitizenForgotten, CitizenJoined
from events.contributions import QuestionAsked
from events.preferences import ContactAllowed
from events.strata import StrataDeclared, TargetsDeclared
from storage.read_models.strata import targets_of
from storage.strata import Declarations
from tests.unit.bots.moderator.conftest import MAX, MEAT, TownHall

LINE = "16-29 22 % · 30-44 25 % · 45-59 25 % · 60-74 18 % · 75+ 10 %"
SHARES = {"16-29": 22.0, "30-44": 25.0, "45-59": 25.0, "60-74": 18.0, "75+": 10.0}


async def shares(hall: TownHall, stratum: str = "age") -> dict[str, float] | None:
    found = (await targets_of(hall.engine)).get(stratum)
    return dict(found.shares) if found else None


@pytest.mark.parametrize(
    ("stratum", "text", "read"),
    [
        ("age", LINE, SHARES),
        ("age", "16–29: 22,5 %, 30–44 27.5%, 75 ans et plus = 50", {"16-29": 22.5, "30-44": 27.5, "75+": 50.0}),
        ("age", "under 16 50\n16-29 50", {"0-15": 50.0, "16-29": 50.0}),
        ("actor", "agriculture, élevage 40 % | farmer 60", {"farmer": 60.0}),
        ("area", "Saint-Jacques 2 40 % · La Plaine 60 %", {"Saint-Jacques 2": 40.0, "La Plaine": 60.0}),
        ("area", "Centre · La Plaine 60 %", None),
        ("area", "", {}),
    ],
)
def test_a_line_is_read_as_people_write_it(stratum: str, text: str, read: dict[str, float] | None) -> None:
    found = shares_in(stratum, text)
    assert (None if found is None else dict(found)) == read


async def test_one_line_is_enough_and_is_undone_with_one_tap(hall: TownHall) -> None:
    [card] = await hall.say("/strata âge 16-29 50 · 30-44 50")
    [card] = await hall.say(f"/strata age {LINE}")
    assert card.text.startswith("✅ Noted.")
    assert "<b>Age</b>: 16–29 22%, 30–44 25%, 45–59 25%, 60–74 18%, 75 and over 10%" in card.text
    assert await shares(hall) == SHARES
    [card] = await hall.tap("Undo", card)
    assert (card.text.startswith("↩️ Undone"), await shares(hall)) == (True, {"16-29": 50.0, "30-44": 50.0})


async def test_the_dialogue_asks_and_stays_open_after_a_slip(hall: TownHall) -> None:
    await hall.say("/strata")
    [asked] = await hall.tap("Neighbourhood")
    assert ("100% in all" in asked.text, "people choose from" in asked.text) == (True, True)
    for text, slip in (
        ("Centre", "did not understand"),
        ("Centre 100", "two at least"),
        ("Centre 40 · La Plaine 40", "makes 80%"),
        (f"{'x' * 41} 40 · La Plaine 60", "40 characters"),
        ("Centre 40 · centre 60", "twice"),
    ):
        [card] = await hall.say(text)
        assert slip in card.text
    [card] = await hall.say("Centre <b> 40 % · La Plaine 60 %")
    assert ("Centre &lt;b&gt; 40%" in card.text, await shares(hall, "area")) == (
        True, {"Centre <b>": 40.0, "La Plaine": 60.0}
    )  # fmt: skip


async def test_a_facilitator_reads_no_shares_and_writes_none(hall: TownHall) -> None:
    await hall.join(MAX, "facilitator")
    [card] = await hall.say(f"/strata age {LINE}", MAX)
    assert (card.text, hall.bus.of(TargetsDeclared)) == ("Your role does not allow this. Ask an owner: /roles", [])


async def take_part(hall: TownHall, name: str, age: str | None) -> None:
    citizen = fact_id("citizen", name)
    await hall.decide(CitizenJoined, citizen=citizen, language="fr")
    await hall.decide(QuestionAsked, theme=MEAT, citizen=citizen, text=f"Pourquoi de la viande, demande {name} ?")
    if age:
        await hall.decide(ContactAllowed, citizen=citizen)
        sealed = await Declarations(hall.engine, hall.desk.addresses).seal(citizen, {"age": age})
        await hall.decide(StrataDeclared, citizen=citizen, sealed=sealed)


async def crowd(hall: TownHall, **ages: int) -> None:
    for age, count in ages.items():
        for number in range(count):
            await take_part(hall, f"{age} {number}", {"young": "16-29", "middle": "30-44", "old": "60-74"}.get(age))


async def test_without_shares_the_way_to_them_is_told(hall: TownHall) -> None:
    [card] = await hall.say(f"/missing {MEAT}")
    assert ("/strata" in card.text, list(card.buttons)) == (True, ["👥 Write down the shares"])


async def test_who_is_missing_is_told_first_with_numbers_a_picture_and_what_helps(hall: TownHall) -> None:
    await hall.say("/strata age 16-29 50 · 60-74 50")
    await crowd(hall, young=12, old=40, silent=20)
    text, picture, further = await hall.say(f"/missing {MEAT}")
    assert text.text.split("\n\n")[:2] == [
        (
            "🔎 <b>Who is not heard yet in “La viande”</b>\n"
            "People who wrote, supported, voted or signed up there: <b>72</b>"
        ),
        (
            "<b>Age</b> — people are missing:\n"
            "🔻 <b>16–29</b>: 23% instead of 50% (12 people). About 28 more would be needed.\n"
            "• 60–74: 77% for 50% (40 people)\n"
            "◻️ Said nothing of this: 10–20"
        ),
    ]
    assert picture.text.startswith("[file] ")
    assert hall.phone.files[0][1].startswith(b"\x89PNG")
    assert f"https://t.me/citizens_bot?start=theme-{MEAT}_…" in further.text
    assert list(further.buttons) == ["📄 Sheet to print", "📣 Message to all"]


async def test_other_shares_tell_no_more_of_a_few(hall: TownHall) -> None:
    """An area that has no share any more is told as much as one that has."""
    await crowd(hall, young=12, old=40, middle=5, silent=20)
    texts = []
    for line in ("16-29 40 · 30-44 20 · 60-74 40", "16-29 50 · 60-74 50", "16-29 50 · 30-44 50"):
        await hall.say(f"/strata age {line}")
        [text, *_] = await hall.say(f"/missing {MEAT}")
        texts.append(text.text.split("\n\n")[1].splitlines()[1:])
    assert [[each for each in lines if each.startswith("◻️")] for lines in texts] == [
        ["◻️ Said nothing of this: 10–25"],
        ["◻️ Said nothing of this: 10–25"],
        ["◻️ Said nothing of this: 10–25", "◻️ Said something else, without a share: 40–65"],
    ]


async def test_without_the_citizens_bots_name_the_poster_waits_and_the_rest_is_told(hall: TownHall) -> None:
    await hall.say("/strata age 16-29 50 · 60-74 50")
    await crowd(hall, young=12, old=40)
    hall.citizens_bot = ""
    *_, further = await hall.say(f"/missing {MEAT}")
    assert further.text.split("\n")[1] == (
        "• a poster, with a link that counts where people come from: "
        "ask /missing again in a minute, the citizens’ bot does not say its name just now"
    )
    assert "https://t.me" not in further.text


async def test_a_cell_of_nine_is_not_told_nor_what_it_follows_from(hall: TownHall) -> None:
    await hall.say("/strata age 16-29 50 · 60-74 50")
    await crowd(hall, young=9, old=41, silent=10)
    [text, *_] = await hall.say(f"/missing {MEAT}")
    assert text.text.split("\n\n")[1].splitlines()[1:] == [
        "🔻 <b>16–29</b>: fewer than 10 people, 18% at most instead of 50%. At least 32 more would be needed.",
        "• 60–74: 82–100% for 50% (41 people)",
        "◻️ Said nothing of this: 10–19",
    ]
    assert "A number below 10 is not told" in text.text
    assert " 9" not in text.text


async def test_who_leaves_is_counted_no_more(hall: TownHall) -> None:
    await hall.say("/strata age 16-29 50 · 60-74 50")
    await crowd(hall, young=12, old=40, silent=10)
    await hall.decide(CitizenForgotten, citizen=fact_id("citizen", "young 0"))
    [text, *_] = await hall.say(f"/missing {MEAT}")
    assert ("<b>61</b>" in text.text, "(11 people)" in text.text) == (True, True)


@pytest.mark.parametrize("language", ["fr", "en", "it", "es", "zh", "ar"])
async def test_it_is_told_and_drawn_in_every_language(hall: TownHall, language: str) -> None:
    await hall.say("/strata age 16-29 50 · 60-74 50", language=language)
    await hall.say("/strata actor farmer 50 · city_service 50", language=language)
    await crowd(hall, young=12, old=12)
    text, picture, _ = await hall.say(f"/missing {MEAT}", language=language)
    _, stats = await hall.say(f"/stats {MEAT}", language=language)
    assert ("moderator-" in text.text, len(hall.phone.files)) == (False, 2)
    assert [card.text.startswith("[file] ") for card in (picture, stats)] == [True, True]
