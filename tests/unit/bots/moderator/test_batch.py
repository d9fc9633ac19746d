"""Several at once: what has no hint is read in a list, admitted by one tap, and undone as a whole."""

from datetime import timedelta

from events.contributions import ContributionEntered, QuestionAsked, TestimonyGiven
from events.moderation import BatchRequested, ContributionAdmitted, DecisionUndone, ItemRequested
from storage.read_models.contributions import by_reference
from storage.read_models.status import status_of
from tests.unit.bots.moderator.conftest import MAX, MEAT, TownHall

QUESTIONS = (
    "Why is there meat every day at the canteen?",
    "Who decides on the price of the slaughterhouse?",
    "Could the town buy from farms around it?",
    "Is the water of the river clean enough for swimming?",
    "When does the new tram line open on Sundays?",
    "How do beekeepers get a roof in the centre?",
    "What happens to bread that nobody bought?",
    "Are children taught how to cook beans?",
)


async def clean(hall: TownHall, count: int) -> None:
    await hall.asked(*QUESTIONS[:count])


async def counts(hall: TownHall) -> tuple[int, int]:
    found = (await status_of(hall.engine)).contributions
    return found["admitted"], found["waiting"]


async def test_what_has_no_hint_is_listed_and_admitted_by_one_tap(hall: TownHall) -> None:
    await clean(hall, 5)
    await hall.asked(
        "Call me at 06 12 34 56 78 about the <meat>", "What a load of shit is the canteen?", f"{QUESTIONS[2]} Please"
    )
    await hall.asked("Win a new oven on https://ovens.example today, dear neighbours!")
    [card] = await hall.say("/queue")
    [listed] = await hall.tap("Several at once", card)
    assert listed.text.startswith("🧺 <b>5 contributions without any hint</b>")
    assert [f"Q-{number}" in listed.text for number in range(1, 10)] == [True] * 5 + [False] * 4
    [done, rest] = await hall.tap("Admit these 5", listed)
    assert done.text == "✅ <b>5 contributions admitted</b>: Q-1, Q-2, Q-3, Q-4, Q-5"
    assert rest.text == "Nothing can be admitted in one go: the rest wants to be read one by one."
    assert await counts(hall) == (5, 4)
    acts = hall.bus.of(ContributionAdmitted)
    assert (len(acts), len({each.event_id for each in acts}), {each.by for each in acts}) == (
        5, 5, {await hall.person(111)}
    )  # fmt: skip


async def test_the_whole_list_is_undone_within_half_a_minute(hall: TownHall) -> None:
    await clean(hall, 4)
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    [done, _] = await hall.tap("Admit these 4", listed)
    hall.now += timedelta(seconds=29)
    [undone] = await hall.tap("Undo all", done)
    assert undone.text == "↩️ 4 contributions wait again: Q-1, Q-2, Q-3, Q-4"
    assert (await counts(hall), len(hall.bus.of(DecisionUndone))) == ((0, 4), 4)


async def test_after_half_a_minute_the_list_stands(hall: TownHall) -> None:
    await clean(hall, 4)
    await hall.say("/queue")
    await hall.tap("Several at once")
    [done, _] = await hall.tap("Admit these 4")
    hall.now += timedelta(seconds=31)
    await hall.tap("Undo all", done)
    assert hall.phone.toasts()[-1] == "The 30 seconds are over: the authors know the decision."
    assert await counts(hall) == (4, 0)


async def test_what_a_colleague_has_in_hand_is_left_to_them(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await clean(hall, 4)
    await hall.say("/queue", MAX)
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    assert ["Q-1" in listed.text, "3 contributions" in listed.text] == [False, True]
    await hall.tap("Admit", account=MAX)  # Q-1, and no other is left for Max
    assert hall.bus.of(ItemRequested)[-1].by == await hall.person(MAX)
    [nothing] = await hall.say("/queue", MAX)
    assert "in colleagues’ hands" in nothing.text


async def test_a_list_that_is_no_longer_in_hand_admits_nothing(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await clean(hall, 3)
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    hall.now += timedelta(minutes=11)
    await hall.say("/queue", MAX)
    [theirs] = await hall.tap("Several at once", account=MAX)
    await hall.tap("Admit these 3", listed)
    assert hall.phone.toasts()[-1] == "This list is no longer in your hands: ask for a new one."
    assert await counts(hall) == (0, 3)
    await hall.tap("Admit these 3", theirs, MAX)
    assert await counts(hall) == (3, 0)


async def test_the_same_tap_again_admits_nothing_twice(hall: TownHall) -> None:
    await clean(hall, 3)
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    update = hall.tapped(next(iter(listed.buttons.values())), listed)
    await hall.handle(update)
    acts = {each.event_id for each in hall.bus.of(ContributionAdmitted)}
    await hall.handle(update)
    assert ({each.event_id for each in hall.bus.of(ContributionAdmitted)}, await counts(hall)) == (acts, (3, 0))


async def test_one_of_the_list_can_be_looked_at_by_itself(hall: TownHall) -> None:
    await clean(hall, 3)
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    [card] = await hall.tap("Q-2", listed)
    assert "⛔ Refuse…" in card.buttons
    await hall.tap("Skip", card)
    [listed] = await hall.tap("Several at once")
    assert ["Q-2" in listed.text, "2 contributions" in listed.text] == [False, True]


async def test_a_list_of_one_theme_stays_in_it_and_long_texts_fit_a_message(hall: TownHall) -> None:
    slug = "le-pain-de-la-ville-et-de-ses-environs-demain"
    await hall.theme("Le pain", slug)
    await clean(hall, 3)
    await hall.asked(*(f"{QUESTIONS[n]} {'<&> ' * 110}" for n in range(8)), theme=slug)
    await hall.say(f"/queue {slug}")
    [listed] = await hall.tap("Several at once")
    assert ("8 contributions without any hint" in listed.text, "Q-1<" in listed.text) == (True, False)
    [_, rest] = await hall.tap("Admit these", listed)
    assert "Q-1<" not in rest.text
    assert len(hall.bus.of(BatchRequested)) == 2


async def test_testimonies_and_what_one_entered_oneself_are_read_one_by_one(hall: TownHall) -> None:
    await hall.asked(f"{QUESTIONS[1]} " * 20, kind=TestimonyGiven)
    sheet = {"theme": MEAT, "citizen": await hall.person(111), "what": "question", "place": "Library"}
    await hall.decide(ContributionEntered, by=await hall.person(111), text=QUESTIONS[2], **sheet)
    await hall.asked(QUESTIONS[3], QUESTIONS[4])
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    assert "2 contributions without any hint" in listed.text
    found = await by_reference(hall.engine, "Q-1")
    assert found is not None
    assert (found.origin, found.state) == ("paper:Library", "waiting")


async def test_what_one_person_sends_in_a_rush_is_read_one_by_one(hall: TownHall) -> None:
    author = (await hall.asked(QUESTIONS[0]))[0].model_dump()["citizen"]
    for text in QUESTIONS[1:6]:
        await hall.decide(QuestionAsked, theme=MEAT, citizen=author, text=text)
    await hall.asked(QUESTIONS[6])
    await hall.say("/queue")
    [listed] = await hall.tap("Several at once")
    assert listed.text.startswith("🧺 <b>One contribution without any hint</b>")
    assert QUESTIONS[6] in listed.text
