"""What an author can do about a decision: appeal once, say it anew; and what they are told of it."""

from typing import Any

import pytest

from bots.wording import wording
from events.appeals import DecisionAppealed, DecisionOverturned, DecisionUpheld
from events.base import Event, fact_id
from events.contributions import ContributionEntered, OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted, ContributionRefused
from events.news import NewsAddressed
from events.themes import PhaseMoved
from tests.unit.bots.citizen.conftest import BEN, MEAT, Card, Town

TEXT = "Why is there meat every day at the canteen?"
NEW = "Could the canteen serve two meals without meat a week?"
OPINION, CORRECTED = "The canteen should serve less meat.", "The canteen should serve two meals without meat a week."


@pytest.fixture
async def refused(town: Town) -> Event:
    """A question of Ada's that a moderator refused under article 2."""
    await town.join()
    await town.say(f"/ask {TEXT}")
    [asked] = town.bus.of(QuestionAsked)
    await town.decide(ContributionRefused, by=await town.moderator(), contribution=asked.event_id, article=2)
    return asked  # type: ignore[no-any-return]  # recorded as it was told


def notice(town: Town) -> NewsAddressed:
    return [each for each in town.bus.news if isinstance(each, NewsAddressed)][-1]


async def delivered(town: Town) -> Card:
    """Return the newest notice as a message under which its buttons can be tapped."""
    news = notice(town)
    card = Card(900, 4242, news.wording, {data: label for label, data in news.buttons})
    town.phone.cards[card.id] = card
    return card


async def test_a_refusal_is_appealed_from_its_notice_without_a_reason(town: Town, refused: Event) -> None:
    await town.moderator("two")
    told = await delivered(town)
    [card] = await town.tap("mp:Q-1", card=told)
    assert ("Article 2" in card.text, TEXT in card.text, "280" in card.text) == (True, True, True)
    [answer] = await town.tap("mpy:Q-1", card=card)
    assert "somebody else will read it again" in answer.text
    assert [(each.contribution, each.reason) for each in town.bus.of(DecisionAppealed)] == [(refused.event_id, "")]
    assert told.buttons == {"ma:Q-1": "button-amend", "mp:Q-1": "button-appeal"}  # the notice stays as it was


async def test_a_reason_is_taken_once_it_is_short_enough(town: Town, refused: Event) -> None:
    await town.say("/mine Q-1")
    await town.tap("mp:Q-1")
    [slip] = await town.say("x" * 281)
    assert "281" in slip.text
    [answer] = await town.say("I criticise an idea, not a person.")
    assert "waits for a second person" in answer.text  # there is one moderator only, who decided
    assert [each.reason for each in town.bus.of(DecisionAppealed)] == ["I criticise an idea, not a person."]
    assert len(town.bus.of(QuestionAsked)) == 1


async def test_a_decision_is_appealed_once(town: Town, refused: Event) -> None:
    [card] = await town.say("/mine Q-1")
    assert {"ma:Q-1", "mp:Q-1"} <= set(card.buttons)
    [asked] = await town.tap("mp:Q-1", card=card)
    await town.tap("mpy:Q-1", card=asked)
    [card] = await town.say("/mine Q-1")
    assert ("mp:Q-1" in card.buttons, "You have appealed" in card.text) == (False, True)
    stale = Card(901, 4242, "an old card", {"mpy:Q-1": "Appeal"})
    town.phone.cards[901] = stale
    [answer] = await town.tap("mpy:Q-1", card=stale)
    assert "that is possible once" in answer.text


@pytest.mark.parametrize(
    ("judgement", "told"), [(DecisionUpheld, "the decision stands"), (DecisionOverturned, "published")]
)
async def test_what_became_of_an_appeal_is_seen_in_mine(
    town: Town, refused: Event, judgement: type[Event], told: str
) -> None:
    await town.say("/mine Q-1")
    await town.tap("mp:Q-1")
    await town.tap("mpy:Q-1")
    await town.decide(judgement, by=await town.moderator("two"), contribution=refused.event_id)
    [card] = await town.say("/mine Q-1")
    assert told in card.text
    assert "mp:Q-1" not in card.buttons


async def test_a_refused_text_is_said_anew_by_one_tap(town: Town, refused: Event) -> None:
    [prompt] = await town.tap("ma:Q-1", card=await delivered(town))
    assert (TEXT in prompt.text, "15" in prompt.text, "500" in prompt.text) == (True, True, True)
    [slip] = await town.say("Too short")
    assert "9" in slip.text
    [receipt] = await town.say(NEW)
    assert "Q-2" in receipt.text
    assert [(each.text, each.amends) for each in town.bus.of(QuestionAsked)][-1] == (NEW, refused.event_id)
    [card] = await town.say("/mine Q-1")
    assert "You wrote it anew: Q-2." in card.text


async def test_a_text_that_is_hardly_changed_is_no_copy_of_itself(town: Town) -> None:
    await town.join()
    await town.say(f"/ask {TEXT}")
    await town.say("/mine Q-1")
    await town.tap("ma:Q-1")
    [receipt] = await town.say(f"{TEXT} Please")
    assert "Q-2" in receipt.text
    [page] = await town.say("/mine Q-1")
    assert "withdrawn" in page.text
    assert "ma:Q-1" not in page.buttons


async def test_what_says_the_same_is_offered_and_the_link_is_kept(town: Town, refused: Event) -> None:
    await town.given([NEW], QuestionAsked)
    await town.say("/mine Q-1")
    await town.tap("ma:Q-1")
    [offer] = await town.say(NEW)
    keep = next(data for data in offer.buttons if data.startswith("keep:"))
    await town.tap(keep, card=offer)
    assert town.bus.of(QuestionAsked)[-1].amends == refused.event_id


async def test_a_command_in_between_ends_the_rewriting(town: Town, refused: Event) -> None:
    await town.say("/mine Q-1")
    await town.tap("ma:Q-1")
    await town.say("/help")
    [card] = await town.say(NEW)
    assert "as:q" in card.buttons
    await town.say(f"/ask {NEW}")
    assert town.bus.of(QuestionAsked)[-1].amends is None


async def test_a_corrected_statement_takes_the_place_of_the_former_in_vote_and_people_are_asked_anew(
    town: Town,
) -> None:
    await town.join()
    await town.say(f"/opinion {OPINION}")
    [given] = town.bus.of(OpinionGiven)
    await town.decide(ContributionAdmitted, by=None, contribution=given.event_id)
    await town.join(BEN)
    await town.say("/vote", BEN)
    await town.tap("v:1:O-1", BEN)
    await town.say("/mine O-1")
    [prompt] = await town.tap("ma:O-1")
    assert "Votes and supports stay with the old one" in prompt.text
    await town.say(CORRECTED)
    [still] = await town.say("/trace O-1", BEN)
    assert OPINION in still.text
    await town.decide(ContributionAdmitted, by=None, contribution=town.bus.of(OpinionGiven)[-1].event_id)
    [card] = await town.say("/vote", BEN)
    assert (CORRECTED in card.text, OPINION in card.text) == (True, False)
    [follows] = await town.say("/trace O-1", BEN)
    assert follows.text.startswith("↪ O-1 goes on as O-2:")
    assert (CORRECTED in follows.text, OPINION in follows.text) == (True, False)
    [mine] = await town.say("/mine O-1")
    assert ("You wrote it anew: O-2." in mine.text, "says the same" in mine.text) == (True, False)


@pytest.mark.parametrize("data", ["ma:Q-1", "mp:Q-1", "mpy:Q-1", "ma:", "mp:\0", "ma:Q-77"])
async def test_nobody_appeals_or_rewrites_for_somebody_else(town: Town, refused: Event, data: str) -> None:
    await town.join(BEN)
    forged = Card(902, BEN, "forged", {data: "forged"})
    town.phone.cards[902] = forged
    before = len(town.bus.told)
    shown = await town.tap(data, BEN, card=forged)
    assert (len(town.bus.told), [card for card in shown if TEXT in card.text]) == (before, [])


async def test_when_the_theme_takes_no_words_any_more_that_is_said(town: Town, refused: Event) -> None:
    told = await delivered(town)
    await town.decide(PhaseMoved, by=None, theme=MEAT, phase="deliberating")
    [answer] = await town.tap("ma:Q-1", card=told)
    assert "deliberating" in answer.text
    [card] = await town.say("/mine Q-1")
    assert ("ma:Q-1" in card.buttons, "mp:Q-1" in card.buttons) == (False, True)


async def test_the_way_of_a_sheet_says_where_it_was_given(town: Town) -> None:
    sheet: dict[str, Any] = {"theme": MEAT, "citizen": fact_id("sheet"), "what": "question", "text": TEXT}
    by = await town.moderator()
    entered = await town.decide(ContributionEntered, by=by, place="Library <of> La Plaine", **sheet)
    await town.decide(ContributionAdmitted, by=await town.moderator("two"), contribution=entered.event_id)
    [card] = await town.say("/trace Q-1")
    assert "📄 Given on paper: Library &lt;of&gt; La Plaine" in card.text


@pytest.mark.parametrize("language", ["fr", "en", "it", "es", "zh", "ar"])
def test_whether_somebody_can_look_is_said_in_every_language(language: str) -> None:
    say = wording(language)
    alone, others = (say("citizen-appealed", ref="Q-1", others=number) for number in (0, 3))
    assert (alone != others, "Q-1" in alone, "Q-1" in others) == (True, True, True)
