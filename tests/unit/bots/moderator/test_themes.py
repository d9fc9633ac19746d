"""/themes, /newtheme, /phase: on one line, by buttons, and by answering."""

from events.themes import PhaseMoved, ThemeDrafted
from storage.read_models.themes import ThemeView, theme_of
from tests.unit.bots.moderator.conftest import MEAT, MEAT_TITLE, Card, TownHall

BREAD = ThemeView("le-pain-d-ete", "Le pain d'été", "draft")


async def test_a_theme_on_one_line_is_a_draft_whose_slug_is_named(hall: TownHall) -> None:
    [card] = await hall.say("/newtheme  Le pain  d'été ")
    assert await theme_of(hall.engine, "le-pain-d-ete") == BREAD
    assert "<code>le-pain-d-ete</code>" in card.text


async def test_the_next_text_is_the_title_after_a_restart_too(hall: TownHall) -> None:
    [prompt] = await hall.say("/newtheme")
    assert prompt.text == "What is the title of the new theme? Write it."
    await hall.restart()
    await hall.say("Le pain d'été")
    assert await theme_of(hall.engine, "le-pain-d-ete") == BREAD
    [card] = await hall.say("Le pain d'été")
    assert card.text.startswith("I did not understand")


async def test_a_character_that_cannot_be_kept_is_left_out(hall: TownHall) -> None:
    await hall.say("/newtheme Le pain\0 d'été")
    assert await theme_of(hall.engine, "le-pain-d-ete") == BREAD
    [slip] = await hall.say("/newtheme ab\0\0")
    assert slip.text == "A title has 3 to 120 characters; this one has 2. Write another one."


async def test_after_a_slip_the_question_stays_open_until_cancel(hall: TownHall) -> None:
    await hall.say("/newtheme")
    [slip] = await hall.say("ab")
    assert slip.text == "A title has 3 to 120 characters; this one has 2. Write another one."
    await hall.tap("Cancel")
    await hall.say("Le pain d'été")
    assert len(hall.bus.of(ThemeDrafted)) == 1  # the town's own


async def test_the_same_title_again_gets_its_own_slug_and_the_same_update_does_not(hall: TownHall) -> None:
    update = hall.typed(f"/newtheme {MEAT_TITLE}")
    for card in [*await hall.handle(update), *await hall.handle(update)]:
        assert "<code>la-viande-2</code>" in card.text


async def test_a_new_theme_opens_with_one_tap(hall: TownHall) -> None:
    [card] = await hall.say("/newtheme Le pain d'été")
    await hall.tap("Open", card)
    assert await theme_of(hall.engine, BREAD.slug) == ThemeView(BREAD.slug, BREAD.title, "collecting")


async def test_a_phase_moves_on_one_line(hall: TownHall) -> None:
    [card] = await hall.say(f"/phase {MEAT} deliberating")
    assert card.text.startswith("✅ <b>La viande</b> is now in the phase “deliberating”.")
    assert await theme_of(hall.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "deliberating")


async def test_a_phase_moves_by_buttons(hall: TownHall) -> None:
    await hall.theme("Le pain d'été", BREAD.slug, "announced")
    [which] = await hall.say("/phase")
    [phases] = await hall.tap(MEAT_TITLE, which)
    assert next(label for label in phases.buttons if label.startswith("➡️")) == "➡️ deliberating"
    assert len(phases.buttons) == 9
    await hall.tap("deliberating", phases)
    assert await theme_of(hall.engine, MEAT) == ThemeView(MEAT, MEAT_TITLE, "deliberating")


async def test_an_old_button_does_not_move_a_theme_that_has_gone_on(hall: TownHall) -> None:
    [phases] = await hall.say(f"/phase {MEAT}")
    old = Card(phases.id, phases.chat, phases.text, dict(phases.buttons))
    await hall.say(f"/phase {MEAT} convening")
    moves = len(hall.bus.of(PhaseMoved))
    await hall.tap("announced", old)
    assert len(hall.bus.of(PhaseMoved)) == moves
    assert hall.phone.toasts()[-1] == "The theme has changed its phase in the meantime: this is where it is."


async def test_unknown_themes_and_phases_are_answered_with_the_next_step(hall: TownHall) -> None:
    [card] = await hall.say("/phase le-fromage collecting")
    assert card.text == "I do not know the theme “le-fromage”. The list: /themes"
    [card] = await hall.say(f"/phase {MEAT} <b>dancing")
    assert card.text.startswith("“&lt;b&gt;dancing” is no phase. The phases: draft, announced, collecting")


async def test_themes_lists_drafts_and_what_waits(hall: TownHall) -> None:
    await hall.say("/newtheme Le pain d'été")
    await hall.asked("Why is there meat every day at the canteen?")
    [card] = await hall.say("/themes")
    assert "• <b>La viande</b> (<code>la-viande</code>) — collecting, 📥 1 waiting" in card.text
    assert "• <b>Le pain d'été</b> (<code>le-pain-d-ete</code>) — draft\n" in f"{card.text}\n"
    [menu] = await hall.tap(MEAT_TITLE, card)
    assert list(menu.buttons)[:4] == ["🚦 Phase", "📥 Queue", "📋 Agenda", "📝 Summary"]


async def test_the_longest_slug_fits_every_button(hall: TownHall) -> None:
    slug = "x" * 48
    await hall.theme("Xxx", slug)
    await hall.say(f"/phase {slug}")
    await hall.drafted("agenda", {"input_hash": "h", "items": [], "not_selected": [{"title": "X"}]}, slug)
    await hall.say(f"/phase {slug} deliberating")
    shown = await hall.say(f"/agenda {slug}")
    assert "📣 Publish exactly this" in shown[-1].buttons
