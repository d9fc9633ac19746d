"""/ban and /unban: by reference, on one line or asked for; nothing is told about the author."""

from hashlib import sha256

import pytest

from events.moderation import AuthorBanned, AuthorUnbanned, InvitationAccepted
from storage.tables.people import Citizen
from tests.fakes import Town
from tests.unit.bots.moderator.conftest import MAX, OLA, TownHall

BANNED = (
    "⛔ The author of <b>Q-1</b> can no longer write, vote or support. What is published stays, and nobody learns "
    "who it is."
)
UNBANNED = "✅ The author of <b>Q-1</b> can write, vote and support."
UNKNOWN = "I do not know a contribution “{}”. Write its reference, such as <code>Q-12</code>, or type /cancel."


@pytest.fixture
async def hall(hall: TownHall) -> TownHall:
    """A town hall with one question."""
    await hall.asked("Pourquoi de la viande chaque jour ?")
    return hall


async def banned_for(hall: TownHall) -> list[str | None]:
    return [row.banned_for for row in await Town(hall.engine).rows(Citizen)]


async def test_an_author_is_banned_on_one_line_and_let_back_by_a_button(hall: TownHall) -> None:
    [card] = await hall.say("/ban q-1")
    assert (card.text, await banned_for(hall)) == (BANNED, ["Q-1"])
    await hall.tap("Let them take part again", card)
    assert (card.text, card.buttons, await banned_for(hall)) == (UNBANNED, {}, [None])


async def test_an_author_is_let_back_on_one_line_whether_banned_or_not(hall: TownHall) -> None:
    await hall.say("/ban Q-1")
    for _ in range(2):
        [card] = await hall.say("/unban Q-1")
        assert (card.text, await banned_for(hall)) == (UNBANNED, [None])


@pytest.mark.parametrize(("command", "said"), [("/ban", BANNED), ("/unban", UNBANNED)])
async def test_the_reference_is_asked_for_until_one_is_meant(hall: TownHall, command: str, said: str) -> None:
    [asked] = await hall.say(command)
    assert "Write the contribution’s reference" in asked.text
    for slip in ("S-1", "Q-7", "<b>"):
        [card] = await hall.say(slip)
        assert card.text == UNKNOWN.format(slip.replace("<b>", "&lt;b&gt;"))
    [card] = await hall.say(" Q-1 ")
    assert card.text == said
    [card] = await hall.say("Q-1")
    assert card.text.startswith("I did not understand")


async def test_an_unknown_reference_on_one_line_leaves_the_question_open(hall: TownHall) -> None:
    [card] = await hall.say("/ban Q-7")
    assert card.text == UNKNOWN.format("Q-7")
    await hall.say("Q-1")
    assert await banned_for(hall) == ["Q-1"]


async def test_cancelled_the_next_reference_bans_nobody(hall: TownHall) -> None:
    await hall.say("/ban")
    await hall.tap("Cancel")
    await hall.say("Q-1")
    assert (hall.bus.of(AuthorBanned), await banned_for(hall)) == ([], [None])


async def test_no_fact_and_no_answer_names_the_author(hall: TownHall) -> None:
    [author] = [str(row.id) for row in await Town(hall.engine).rows(Citizen)]
    cards = [*await hall.say("/ban Q-1"), *await hall.say("/unban Q-1")]
    facts = [*hall.bus.of(AuthorBanned), *hall.bus.of(AuthorUnbanned)]
    assert (len(facts), len(cards)) == (2, 2)
    assert [each for each in (*map(str, facts), *map(str, cards)) if author in each] == []


async def test_who_lost_the_role_while_being_asked_bans_nobody(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await hall.say("/ban", MAX)
    code = sha256((await hall.invitation("expert", "as an expert")).encode()).hexdigest()
    await hall.decide(InvitationAccepted, member=await hall.person(MAX), code_hash=code)
    [card] = await hall.say("Q-1", MAX)
    assert card.text == "Your role does not allow this. Ask an owner: /roles"
    assert await banned_for(hall) == [None]


async def test_help_names_the_commands(hall: TownHall) -> None:
    [card] = await hall.say("/help", OLA)
    assert [word for word in ("/ban", "/unban", "/broadcast") if word not in card.text] == []
