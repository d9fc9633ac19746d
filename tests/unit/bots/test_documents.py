"""Agenda, summary and map in words: whole, in order, and never longer than a message."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from bots.documents import (
    CLIP,
    LONGEST,
    agenda_blocks,
    agenda_text,
    bounded,
    clip,
    map_blocks,
    packed,
    references,
)
from bots.playground.entities import plain
from bots.summaries import summary_blocks, summary_text
from bots.wording import wording

SAY = wording("en")
PARIS = "Europe/Paris"


def test_an_agenda_is_told_item_by_item() -> None:
    item = {"rank": 1, "title": "Meat", "minutes": 45, "supporters": 1, "questions": ["Q-1", "Q-2"]}
    dated = {**item, "rank": 2, "starts_at": "2026-12-05T18:30:00+01:00", "supporters": 3, "questions": []}
    content = {"time_budget_minutes": 90, "items": [item, dated], "not_selected": [{"title": "Bikes", "supporters": 2}]}
    assert [plain(block) for block in agenda_blocks(content, SAY, PARIS)] == [
        "2 items, time budget 90 minutes.",
        "1. Meat — 45 min\n👥 one person\nQ-1, Q-2",
        "2. Meat — 45 min\n🕑 Saturday 5 December 2026 at 18:30\n👥 3 people",
        "Not on the agenda",
        "• Bikes (2 people)",
    ]


def test_an_agenda_says_whose_time_pays_and_what_was_missing() -> None:
    paid = [{"group": 0, "minutes": 33.5}, {"group": "others", "minutes": 1.5}, {"group": None, "minutes": 10}]
    item = {"rank": 1, "title": "Meat", "minutes": 45, "supporters": 3, "paid_by": paid}
    bikes = {"title": "Bikes", "supporters": 2, "lacks": {"minutes": 3.2, "supporters": 14}}
    long = {"title": "Everything", "supporters": 2, "lacks": {"minutes": 30, "supporters": None}}
    content = {"time_budget_minutes": 90, "items": [item], "not_selected": [bikes, long]}
    assert [plain(block) for block in agenda_blocks(content, SAY, PARIS)] == [
        "One item, time budget 90 minutes.",
        (
            "1. Meat — 45 min\n👥 3 people\n"
            "⏱ Paid by: group 1 (33.5 min), other people (1.5 min), common remainder (10 min)"
        ),
        "Not on the agenda",
        "• Bikes (2 people)\nTime that was missing: 3.2 min. Further supporters that would have sufficed: 14.",
        "• Everything (2 people)\nTime that was missing: 30 min.",
    ]
    french = [plain(block) for block in agenda_blocks(content, wording("fr"), PARIS)]
    assert french[1].endswith("⏱ Payé par : groupe 1 (33,5 min), autres personnes (1,5 min), reste commun (10 min)")


def test_a_summary_cites_what_it_says() -> None:
    said = [{"text": "Less meat.", "citations": ["O-1", "O-2"]}, {"text": "More beans.", "citations": ["O-3"]}]
    content = {"people": 1, "texts": 2, "sections": [{"title": "Food", "kind": "unheard of", "sentences": said}]}
    assert [plain(block) for block in summary_blocks(content, SAY)] == [
        "Made from 2 contributions by one person.",
        "Food\n“Less meat.” O-1, O-2",
        "“More beans.” O-3",
    ]


def test_a_map_without_camps_says_so() -> None:
    content = {"participants": 3, "statements": 2, "votes": 5, "groups": [], "common_ground": ["O-1"]}
    assert [plain(block) for block in map_blocks(content, SAY)] == [
        "3 people have given 5 votes on 2 statements.",
        "🤝 What unites\n• O-1",
        "There are no clear camps: opinions cross in many ways.",
    ]


def test_a_map_tells_its_groups_in_words() -> None:
    row = {"statement": "O-1", "text": "Less <meat>."}
    content = {"groups": [{"size": 12, "representative": [row, "O-2"]}], "contention": [row], "uncertain": [row]}
    assert [plain(block) for block in map_blocks(content, SAY)] == [
        "0 people have given 0 votes on 0 statements.",
        "⚖️ What divides\n• Less <meat>. (O-1)",
        "❔ What leaves people unsure\n• Less <meat>. (O-1)",
        "One group of opinion",
        "Group 1 (12 people) stands out by:\n• Less <meat>. (O-1)",
        "• O-2",
    ]


def test_empty_documents_are_one_message() -> None:
    assert [len(agenda_text({}, SAY, PARIS)), len(summary_text({}, SAY)), len(packed(map_blocks({}, SAY)))] == [1, 1, 1]


hostile = some.sampled_from(["&" * 5000, "<b>" * 900, "x", "مرحبا " * 200])
refs = some.lists(some.just("Q-123456789"), min_size=1, max_size=40)
item = some.fixed_dictionaries(
    {
        "rank": some.integers(1, 99),
        "title": hostile,
        "minutes": some.integers(0, 600),
        "starts_at": some.sampled_from([None, "2026-12-05T18:30:00+01:00"]),
        "place": some.sampled_from([None, "&" * 200]),
        "supporters": some.integers(0, 9999),
        "questions": refs,
    }
)
agendas = some.fixed_dictionaries(
    {"items": some.lists(item, max_size=30), "not_selected": some.lists(item, max_size=30)}
)
sentence = some.fixed_dictionaries({"text": hostile, "citations": refs})
section = some.fixed_dictionaries({"title": hostile, "kind": some.just("topic"), "sentences": some.lists(sentence)})
summaries = some.fixed_dictionaries({"sections": some.lists(section, max_size=20)})


@settings(max_examples=40, deadline=None)
@given(agendas, summaries)
def test_every_message_fits_and_is_html_that_telegram_takes(agenda: dict[str, Any], summary: dict[str, Any]) -> None:
    for messages in (agenda_text(agenda, SAY, PARIS), summary_text(summary, SAY)):
        assert [len(message) for message in messages if not 0 < len(message) <= LONGEST] == []
        assert all(plain(message) for message in messages)


blocks = some.lists(some.integers(1, LONGEST).map(lambda length: "x" * length), min_size=1, max_size=20)


@given(blocks, some.integers(1, 5))
def test_what_does_not_fit_gives_way_from_the_end(told: list[str], most: int) -> None:
    messages = bounded(told, most, "the rest")
    assert len(messages) <= most
    assert [each for each in messages if len(each) > LONGEST] == []
    if len(packed(told)) <= most:
        assert messages == packed(told)
    else:
        assert messages[-1].endswith("the rest")


@given(blocks)
def test_packing_keeps_every_block_in_order(told: list[str]) -> None:
    assert "\n\n".join(packed(told)) == "\n\n".join(told)


def test_words_are_cut_with_a_sign_and_references_are_few() -> None:
    assert (len(clip("x" * 900)), clip("x" * 900)[-1], clip("x" * CLIP)) == (CLIP, "…", "x" * CLIP)
    assert references(range(40), wording("en")) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"
