"""What others said in other words is offered before a text is sent in; what is not admitted never is."""

from dataclasses import replace

import pytest

from events.contributions import OpinionGiven, QuestionAsked
from events.moderation import ContributionAdmitted
from storage.read_models.contributions import by_reference
from tests.unit.bots.citizen.conftest import ADA, BEN, MEAT, Town

FRENCH = "Pourquoi y a-t-il de la viande chaque jour à la cantine ?"
ENGLISH = "Why do schools serve meat at every single lunch?"


class Oracle:
    """Says that these are kin, whatever is asked."""

    def __init__(self, *references: str) -> None:
        self.references = references
        self.asked: list[tuple[str, str, str]] = []

    async def __call__(self, theme: str, kind: str, text: str) -> tuple[str, ...]:
        self.asked.append((theme, kind, text))
        return self.references


def told_by(town: Town, *references: str) -> Oracle:
    oracle = Oracle(*references)
    town.face = replace(town.face, kin=oracle)
    town.restarted()
    return oracle


@pytest.mark.parametrize(
    ("kind", "command", "button", "words"),
    [
        (QuestionAsked, "/ask", "qs:Q-1", "Others have perhaps asked this in other words, or in another language."),
        (OpinionGiven, "/opinion", "vs:O-1", "Others have perhaps said this in other words, or in another language."),
    ],
)
async def test_kin_is_offered_with_one_tap_and_ones_own_text_stays(
    town: Town, kind: type[QuestionAsked], command: str, button: str, words: str
) -> None:
    oracle = told_by(town, button[3:])
    await town.given([FRENCH], kind)
    await town.join()
    [card] = await town.say(f"{command} {ENGLISH}\u200b")
    assert (words in card.text, FRENCH in card.text, button in card.buttons) == (True, True, True)
    assert oracle.asked == [(MEAT, kind.kind.partition(".")[0], ENGLISH)]
    [keep] = [data for data in card.buttons if data.startswith("keep:")]
    [receipt] = await town.tap(keep, card=card)
    assert f"{button[3]}-2" in receipt.text


async def test_what_is_not_admitted_is_not_offered_whoever_says_so(town: Town) -> None:
    told_by(town, "Q-1", "Q-9", "O-1", "nonsense")
    await town.join(BEN)
    await town.say(f"/ask {FRENCH}", BEN)  # waits
    await town.join()
    [card] = await town.say(f"/ask {ENGLISH}")
    assert (FRENCH in card.text, "Q-2" in card.text) == (False, True)


async def test_kin_is_masked(town: Town) -> None:
    told_by(town, "Q-1")
    await town.given([f"{FRENCH} 06 12 34 56 78"], QuestionAsked)
    await town.join()
    [card] = await town.say(f"/ask {ENGLISH}")
    assert ("06 12" in card.text, "▒▒▒" in card.text) == (False, True)


async def test_a_copy_is_offered_as_a_copy_and_nobody_is_asked_for_kin(town: Town) -> None:
    oracle = told_by(town, "Q-1")
    await town.given([FRENCH], QuestionAsked)
    await town.join()
    [card] = await town.say(f"/ask {FRENCH}")
    assert ("asked already" in card.text, oracle.asked) == (True, [])


async def test_what_one_said_oneself_in_other_words_may_be_said_again(town: Town) -> None:
    told_by(town, "Q-1")
    await town.given([FRENCH], QuestionAsked)
    [card] = await town.say(f"/ask {ENGLISH}", BEN)
    assert "Q-2" in card.text


async def test_a_repeated_update_is_not_its_own_kin(town: Town) -> None:
    told_by(town, "Q-1")
    await town.join()
    update = town.typed(f"/ask {ENGLISH}", ADA)
    await town.handle(update)
    asked = await by_reference(town.engine, "Q-1")
    assert asked is not None
    await town.decide(ContributionAdmitted, by=None, contribution=asked.id)
    [card] = await town.handle(update)
    assert "Question received" in card.text
