"""Faithful summaries: exact spans, all their sources, nobody's group unheard."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.excerpts import Sentence, Source, excerpts, is_exact_span, sentences
from deliberation.personal_data import MASK
from deliberation.similarity import Vectors, fold, word_statistics

MEAT = (
    "Moins de viande à la cantine, s'il vous plaît. C'est bon pour la planète.",
    "Il faut moins de viande à la cantine !",
    "Pourquoi pas moins de viande à la cantine des écoles ?",
    "La cantine sert trop de viande de loin. Et la viande d'ici ?",
    "Les éleveurs de montagne vivent mal de leur métier.",
)


def sources_of(*texts: str) -> list[Source]:
    return [Source(f"Q-{number}", f"author {number}", text) for number, text in enumerate(texts, start=1)]


def chosen_of(sources: list[Source], **options: object) -> tuple[Sentence, ...]:
    return excerpts(sources, word_statistics([source.text for source in sources]), **options)  # type: ignore[arg-type]


# Sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Une phrase entière. Et une autre !", ("Une phrase entière.", "Et une autre !")),
        (
            "Le kilo à 3.5 € est trop cher. Voir www.ville.fr/menu",
            ("Le kilo à 3.5 € est trop cher.", "Voir www.ville.fr/menu"),
        ),
        ("Vraiment tous les jours ?! Oui, toujours…", ("Vraiment tous les jours ?!", "Oui, toujours…")),
        ("Elle dit « pourquoi pas ? » et s'en va.", ("Elle dit « pourquoi pas ?", "» et s'en va.")),
        ("Première ligne\nseconde   ligne", ("Première ligne", "seconde ligne")),
        ("食堂为什么每天都有肉？我们可以少吃一点。好。", ("食堂为什么每天都有肉？", "我们可以少吃一点。")),
        ("لماذا نأكل اللحم كل يوم؟ يجب أن نتغير.", ("لماذا نأكل اللحم كل يوم؟", "يجب أن نتغير.")),
        (f"Appelez {MASK} pour en parler. {MASK}.", (f"Appelez {MASK} pour en parler.",)),
        ("Oui.", ("Oui.",)),
        ("...", ("...",)),
        ("  ", ()),
    ],
)
def test_sentences_are_found_whole(text: str, found: tuple[str, ...]) -> None:
    assert sentences(text) == found


@given(st.text(alphabet=st.sampled_from("abé 1.?!…。？؟»)\n▒"), max_size=80))
@settings(max_examples=150, deadline=None)
def test_every_sentence_is_an_exact_span_and_no_mask_is_cut(text: str) -> None:
    text = text.replace("▒", MASK)
    for sentence in sentences(text):
        assert is_exact_span(sentence, text)
        assert "▒" not in sentence.replace(MASK, "")


def test_a_span_is_exact_word_by_word_whatever_the_white_space() -> None:
    assert is_exact_span("moins de viande", "Il faut  moins\nde viande !")
    assert not is_exact_span("moins de viandes", "Il faut moins de viande !")
    assert not is_exact_span("Moins de viande", "Il faut moins de viande !")


def test_a_very_long_line_of_stops_takes_no_time() -> None:
    assert sentences("!" * 50_000 + "a") == ("!" * 50_000 + "a",)
    assert len(sentences("Une phrase entière. " * 5_000)) == 5_000


# Excerpts

texts = st.lists(
    st.lists(st.sampled_from([*" ".join(MEAT).split(), "▒▒▒", "Non.", "\n"]), min_size=1, max_size=12).map(" ".join),
    min_size=1,
    max_size=8,
)


@given(texts, st.integers(1, 5), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_what_is_chosen_is_exact_cited_and_independent_of_the_order(
    written: list[str], most: int, chance: random.Random
) -> None:
    sources = sources_of(*written)
    groups = {source.author: index % 3 for index, source in enumerate(sources)}
    chosen = chosen_of(sources, most=most, groups=groups)
    by_reference = {source.reference: source.text for source in sources}
    for sentence in chosen:
        assert is_exact_span(sentence.text, by_reference[sentence.citations[0]])
        assert len(set(sentence.citations)) == len(sentence.citations)
        assert all(fold(sentence.text) in fold(by_reference[reference]) for reference in sentence.citations)
    mixed = chance.sample(sources, len(sources))
    assert chosen_of(mixed, most=most, groups=groups) == chosen


def test_nobody_said_nothing() -> None:
    nothing: Vectors = np.zeros((0, 4), dtype=np.float32)
    assert excerpts([], nothing) == ()
    assert chosen_of(sources_of("", " \n ")) == ()


def test_a_sentence_cites_all_who_say_the_same_words() -> None:
    sources = sources_of(
        "Moins de viande à la cantine !", "moins de VIANDE, à la cantine. Merci.", "Tout autre chose ici"
    )
    first, *_ = chosen_of(sources, most=1)
    assert first.citations in {("Q-1", "Q-2"), ("Q-2", "Q-1")}


def test_words_inside_other_words_are_not_the_same_words() -> None:
    sources = sources_of("art et culture", "quart et cultures")
    assert [sentence.citations for sentence in chosen_of(sources)] == [("Q-1",), ("Q-2",)]


def test_a_question_speaks_for_its_contribution() -> None:
    [chosen] = chosen_of(
        sources_of("Je suis éleveuse depuis vingt ans en montagne. Qui reprendra ma ferme ? Je doute.")
    )
    assert chosen == Sentence("Qui reprendra ma ferme ?", ("Q-1",))


def test_copies_are_said_once_and_no_more_than_asked_for() -> None:
    assert len(chosen_of(sources_of(*[MEAT[1]] * 6), most=4)) == 1
    assert len(chosen_of(sources_of(*MEAT), most=2)) == 2
    assert len(chosen_of(sources_of(*MEAT), most=9)) == len(MEAT)


def test_a_group_with_a_tenth_of_the_people_is_heard_and_a_smaller_one_may_not_be() -> None:
    many = [f"Il faut moins de viande à la cantine, vraiment {word}" for word in "un deux trois quatre cinq".split()]
    lone = "Les éleveurs de montagne vivent mal de leur métier."
    sources = sources_of(*many * 2, lone)
    groups = {source.author: int(source.text == lone) for source in sources}
    assert lone not in {sentence.text for sentence in chosen_of(sources[-9:], most=1)}
    assert lone in {sentence.text for sentence in chosen_of(sources[-9:], most=1, groups=groups)}
    assert lone not in {sentence.text for sentence in chosen_of(sources, most=1, groups=groups)}


def test_a_telling_sentence_is_not_followed_by_its_like() -> None:
    chosen = chosen_of(sources_of(*MEAT[:3], MEAT[4]), most=2)
    assert MEAT[4] in {sentence.text for sentence in chosen}
