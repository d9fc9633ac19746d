"""/enter, /takeback and /form: people who take part with a pen."""

from html.parser import HTMLParser

import pytest

from bots.moderator.forms import form
from events.contributions import ContributionEntered, EntryWithdrawn
from events.themes import PhaseMoved
from storage.read_models.contributions import by_reference
from tests.unit.bots.moderator.conftest import EVE, MAX, MEAT, OLA, TownHall

TEXT = "Why is there no butcher at the Tuesday market any more?"
OPINION = "The market needs a butcher on Tuesdays."
FLO = 333


async def begun(hall: TownHall, account: int = OLA) -> None:
    await hall.say(f"/enter {MEAT}", account)
    await hall.say("Library <of>  La Plaine", account)


async def test_sheets_are_typed_text_by_text_and_person_by_person(hall: TownHall) -> None:
    [asked] = await hall.say("/enter")
    assert "Where do the sheets come from?" in asked.text
    [kinds] = await hall.say("Library <of>  La Plaine")
    assert list(kinds.buttons) == ["question", "opinion", "testimony", "Cancel"]
    [prompt] = await hall.tap("question", kinds)
    assert "15 to 500" in prompt.text
    [received] = await hall.say(TEXT)
    assert "📥 <b>Q-1</b> is noted (Library &lt;of&gt; La Plaine)." in received.text
    await hall.tap("Same person: an opinion", received)
    [second] = await hall.say(OPINION)
    [kinds] = await hall.tap("Next person", second)
    await hall.tap("question", kinds)
    await hall.say("Could there be a cheese maker at the market as well?")
    [done] = await hall.tap("That is all")
    assert "waits for somebody else" in done.text
    first, same, other = hall.bus.of(ContributionEntered)
    assert [(each.what, each.text, each.place, each.by) for each in (first, same)] == [
        ("question", TEXT, "Library <of> La Plaine", await hall.person(OLA)),
        ("opinion", OPINION, "Library <of> La Plaine", await hall.person(OLA)),
    ]
    assert (first.citizen == same.citizen, first.citizen == other.citizen) == (True, False)
    [stray] = await hall.say("A text that answers nothing any more.")
    assert "I did not understand" in stray.text


async def test_slips_are_answered_and_the_question_stays_open(hall: TownHall) -> None:
    await hall.say(f"/enter {MEAT}")
    [slip] = await hall.say("x" * 81)
    assert "at most 80 characters" in slip.text
    await hall.say("Library")
    await hall.tap("opinion")
    for text, told in (("Short", "5 characters"), ("." * 40, "no words"), ("long " * 80, "399 characters")):
        [slip] = await hall.say(text)
        assert told in slip.text
    [received] = await hall.say(OPINION)
    assert "O-1" in received.text


async def test_another_member_decides(hall: TownHall) -> None:
    await hall.join(MAX, "moderator")
    await begun(hall)
    await hall.tap("question")
    await hall.say(TEXT)
    [nothing] = await hall.say("/queue")
    assert "colleagues’ hands" in nothing.text
    [card] = await hall.say("/queue", MAX)
    assert TEXT in card.text


async def test_a_facilitator_enters_and_does_not_moderate(hall: TownHall) -> None:
    await hall.join(FLO, "facilitator")
    await begun(hall, FLO)
    await hall.tap("question", account=FLO)
    [received] = await hall.say(TEXT, FLO)
    assert "Q-1" in received.text
    [refused] = await hall.say("/queue", FLO)
    assert "Your role does not allow this" in refused.text


async def test_a_command_ends_it_and_old_buttons_say_so(hall: TownHall) -> None:
    await begun(hall)
    await hall.say("/themes")
    await hall.tap("question")
    assert hall.phone.toasts()[-1] == "This button is out of date. Type /help to go on."
    assert hall.bus.of(ContributionEntered) == []


async def test_a_theme_that_takes_nothing_any_more_says_so_before_anything_is_typed(hall: TownHall) -> None:
    await hall.decide(PhaseMoved, by=None, theme=MEAT, phase="published")
    [said] = await hall.say(f"/enter {MEAT}")
    assert "does not allow this" in said.text


async def test_an_entry_is_taken_back_as_the_person_wishes(hall: TownHall) -> None:
    await begun(hall)
    await hall.tap("question")
    await hall.say(TEXT)
    await hall.asked("A question that came through the chat, really?")
    await hall.say("/takeback")
    [unknown] = await hall.say("Q-99")
    assert "Q-99" in unknown.text
    [gone] = await hall.say("q-1")
    assert gone.text == "🗑 <b>Q-1</b> is taken back: nobody sees it any more."
    found = await by_reference(hall.engine, "Q-1")
    assert found is not None
    assert found.state == "withdrawn"
    [refused] = await hall.say("/takeback Q-2")
    assert "only its author can take it back" in refused.text
    assert len(hall.bus.of(EntryWithdrawn)) == 2


@pytest.mark.parametrize("command", ["/enter", "/takeback Q-1", "/form"])
async def test_others_enter_nothing(hall: TownHall, command: str) -> None:
    await hall.join(444, "reviewer")
    [refused] = await hall.say(command, 444)
    assert "Your role does not allow this" in refused.text
    await hall.say(command, EVE)
    assert (hall.bus.of(ContributionEntered), hall.bus.of(EntryWithdrawn), hall.phone.files) == ([], [], [])


async def test_the_sheet_is_a_page_in_the_citys_language(hall: TownHall) -> None:
    [card] = await hall.say("/form")
    assert card.text.startswith("[file] 🖨 The sheet of “La viande”")
    [(name, content)] = hall.phone.files
    assert (name, '<html lang="fr" dir="ltr">' in content.decode()) == ("la-viande.html", True)
    assert "Je suis d’accord pour que ce texte soit saisi" in content.decode()


class Page(HTMLParser):
    """A page as a reader of it sees it: tags that are open, words, and where it fetches things from."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.fetches: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetches += [str(value) for name, value in attrs if name in {"src", "href"}]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


@pytest.mark.parametrize("language", ["fr", "en", "it", "es", "zh", "ar"])
def test_a_sheet_needs_nothing_else_and_escapes_what_people_wrote(language: str) -> None:
    html = form("Meat & <b>bread</b>", "Saint-<i>Flour", language)
    page = Page(html)
    assert (page.open, page.fetches) == ([], [])
    assert "Meat & <b>bread</b>" in page.words
    assert ('dir="rtl"' in html) == (language == "ar")
    assert [line for line in page.words if "citizen-form" in line or "{ $" in line] == []
