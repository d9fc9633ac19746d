"""/ask and /opinion, by text and by buttons."""

from bots.citizen.commands import typed
from events.contributions import OpinionGiven, QuestionAsked
from events.themes import PhaseMoved
from tests.unit.bots.citizen.conftest import BEN, MEAT, Town

TEXT = "Why is there meat every day at the canteen?"


async def test_a_question_on_one_line_is_received_under_a_reference(town: Town) -> None:
    ada = await town.join()
    shown = await town.say(f"/ask  {TEXT} ")
    [asked] = town.bus.of(QuestionAsked)
    assert (asked.citizen, asked.theme, asked.text) == (ada, MEAT, TEXT)
    assert [("Q-1" in card.text, "m:Q-1" in card.buttons) for card in shown] == [(True, True)]


async def test_the_same_update_again_is_the_same_question(town: Town) -> None:
    await town.join()
    update = town.typed(f"/ask {TEXT}")
    first, again = await town.handle(update), await town.handle(update)
    assert len({asked.event_id for asked in town.bus.of(QuestionAsked)}) == 1
    assert [card.text for card in first] == [card.text for card in again]


async def test_a_question_by_button_then_text_survives_a_restart(town: Town) -> None:
    await town.join()
    await town.tap("go:ask")
    town.restarted()
    await town.say(TEXT)
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]


async def test_the_dialogue_stays_open_after_a_slip(town: Town) -> None:
    await town.join()
    [prompt] = await town.say("/opinion")
    assert "15" in prompt.text
    assert "280" in prompt.text
    for slip in ("Too short", "…………………………………", "x" * 281, "🙂" * 20):
        assert len(await town.say(slip)) == 1
        assert town.bus.of(OpinionGiven) == []
    await town.say("  " + "m" * 280 + "\n")
    assert [given.text for given in town.bus.of(OpinionGiven)] == ["m" * 280]


async def test_fifteen_characters_are_enough_and_fourteen_are_not(town: Town) -> None:
    await town.join()
    await town.say("/ask " + "a" * 14)
    await town.say("/ask " + "é" * 15)
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == ["é" * 15]


async def test_cancel_or_another_command_closes_the_dialogue(town: Town) -> None:
    await town.join()
    for command in ("/cancel", "/help", "/themes"):
        await town.say("/ask")
        await town.say(command)
        [card] = await town.say(TEXT)
        assert set(card.buttons) == {"as:q", "as:o", "as:n"}
    assert town.bus.of(QuestionAsked) == []


async def test_what_says_the_same_is_offered_before_the_receipt(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.join()
    [card] = await town.say(f"/ask {TEXT}")
    assert "Q-1" in card.text
    assert len(town.bus.of(QuestionAsked)) == 1
    [keep] = [data for data in card.buttons if data.startswith("keep:")]
    town.restarted()
    [receipt] = await town.tap(keep)
    assert "Q-2" in receipt.text
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT, TEXT]


async def test_supporting_instead_gives_no_second_question(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.join()
    await town.say(f"/ask {TEXT}")
    [card] = await town.tap("qs:Q-1")
    assert "Q-1" in card.text
    assert [fact.kind for fact in town.bus.told][-1] == "support.given"


async def test_a_text_that_waits_for_moderation_is_never_offered(town: Town) -> None:
    await town.join(BEN)
    await town.say(f"/ask {TEXT}", BEN)
    await town.join()
    [receipt] = await town.say(f"/ask {TEXT}")
    assert "Q-2" in receipt.text


async def test_keeping_twice_is_keeping_once(town: Town) -> None:
    await town.given([TEXT], QuestionAsked)
    await town.join()
    [card] = await town.say(f"/ask {TEXT}")
    [keep] = [data for data in card.buttons if data.startswith("keep:")]
    await town.tap(keep, card=card)
    await town.tap(keep, card=card)
    assert len(town.bus.of(QuestionAsked)) == 2
    assert len(town.phone.answered()) == 4  # two consents and two taps


async def test_plain_words_are_offered_a_place_and_taken_from_the_message(town: Town) -> None:
    await town.join()
    [card] = await town.say(TEXT)
    assert town.bus.of(QuestionAsked) == []
    [receipt] = await town.tap("as:q")
    assert "Q-1" in receipt.text
    assert receipt.id == card.id
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT]


async def test_two_taps_on_one_message_give_one_question(town: Town) -> None:
    await town.join()
    [card] = await town.say(TEXT)
    twice = [town.tapped("as:q", card=card), town.tapped("as:q", card=card)]
    for update in twice:
        await town.handle(update)
    assert len({asked.event_id for asked in town.bus.of(QuestionAsked)}) == 1


async def test_a_text_waits_for_its_theme_where_several_are_open(town: Town) -> None:
    await town.theme("Le vélo", "le-velo")
    await town.join()
    [chooser] = await town.say(f"/ask {TEXT}")
    [velo] = [data for data in chooser.buttons if data.endswith(":le-velo")]
    await town.tap(velo)
    assert [(asked.theme, asked.text) for asked in town.bus.of(QuestionAsked)] == [("le-velo", TEXT)]
    await town.say("/ask And the next one goes there as well?")
    assert [asked.theme for asked in town.bus.of(QuestionAsked)] == ["le-velo", "le-velo"]


async def test_a_closed_theme_says_so(town: Town) -> None:
    await town.join()
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="deliberating")
    [card] = await town.say(f"/ask {TEXT}")
    assert town.bus.of(QuestionAsked) == []
    assert "go:home" in card.buttons


async def test_a_character_that_cannot_be_kept_is_left_out(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT[:20]}\0{TEXT[20:]}")
    await town.say("\0And what do the \0farmers live on?")
    await town.tap("as:q")
    assert [asked.text for asked in town.bus.of(QuestionAsked)] == [TEXT, "And what do the farmers live on?"]
    [prompt] = await town.say("/ask " + "\0" * 20)
    assert "go:cancel" in prompt.buttons


async def test_markup_in_words_is_shown_as_words(town: Town) -> None:
    await town.join()
    await town.say("/ask Is <b>this</b> & that a question?")
    [card] = await town.tap("m:Q-1")
    assert "Is &lt;b&gt;this&lt;/b&gt; &amp; that a question?" in card.text


def test_every_name_of_a_command_is_understood() -> None:
    assert [typed(text).name for text in ("/question x", "/ASK@palabre_bot x", "/提问 x", "/اللغة", "/frobnicate")] == [
        "/ask",
        "/ask",
        "/ask",
        "/language",
        "/?",
    ]


def test_words_behind_a_command_keep_their_lines() -> None:
    assert typed("/ask first\nsecond line").words == "first\nsecond line"
