"""Copies by their letters, kin by their meaning."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.letters import spelled_out
from deliberation.similarity import (
    centred,
    embedder,
    fold,
    may_agree,
    near_duplicates,
    unit,
    word_statistics,
)

QUESTIONS = (
    "Pourquoi la cantine de l'école sert-elle de la viande tous les jours ?",
    "Où acheter de la viande locale en circuit court près de chez moi ?",
    "Faut-il des caméras dans les abattoirs pour protéger les animaux ?",
    "Combien coûte un repas végétarien par rapport à un repas avec viande ?",
    "Les éleveurs de montagne touchent-ils assez d'aides pour vivre de leur métier ?",
    "Quels antibiotiques donne-t-on aux porcs dans les élevages intensifs ?",
    "La viande cultivée en laboratoire est-elle bonne pour la santé des enfants ?",
    "Peut-on encore ouvrir une petite boucherie de quartier aujourd'hui ?",
    "Qui contrôle la provenance du bœuf vendu dans les restaurants de la ville ?",
    "Comment réduire le gaspillage alimentaire dans les hôpitaux publics ?",
    "How much water does it take to produce one kilo of beef here?",
    "Should the city buy only organic meat for its schools and hospitals?",
    "Why are small slaughterhouses closing all over the region?",
    "Can farmers be paid to keep their meadows and hedges?",
    "Quanta carne si mangia ogni settimana nelle mense delle scuole?",
    "Perché i piccoli allevatori chiudono le loro aziende in montagna?",
    "¿Cuánta carne comen los niños en los comedores escolares cada semana?",
    "¿Por qué no hay más productos locales en los mercados del barrio?",
    "هل يمكن للمدينة أن تشتري اللحوم من المزارعين المحليين فقط؟",
    "لماذا ترتفع أسعار اللحوم كل سنة في أسواق المدينة؟",
    "学校食堂为什么每天都要供应肉类菜肴给孩子们？",
    "我们怎样才能帮助当地的小型养殖户继续经营下去？",
)
OTHER_STATEMENTS = (
    ("Il faut deux repas sans viande par semaine", "Il faut deux repas avec viande par semaine"),
    ("Il faut servir 2 repas végétariens par semaine", "Il faut servir 3 repas végétariens par semaine"),
    ("Je veux que la ville soutienne les éleveurs", "Je ne veux pas que la ville soutienne les éleveurs"),
    ("Il faut manger plus de viande à la cantine de l'école", "Il faut manger moins de viande à la cantine de l'école"),
    ("The city should pay the farmers of the valley", "The city should not pay the farmers of the valley"),
    ("We want more meat in the school canteens", "We want less meat in the school canteens"),
    ("La città deve aiutare i macellai del centro", "La città non deve aiutare i macellai del centro"),
    ("Quiero comer con carne todos los días", "Quiero comer sin carne todos los días"),
    ("يجب أن نأكل اللحم في المدرسة", "يجب أن لا نأكل اللحم في المدرسة"),
    ("学校食堂应该每天供应肉类菜肴给孩子们", "学校食堂不应该每天供应肉类菜肴给孩子们"),
)


def copies_of(text: str, chance: random.Random) -> list[str]:
    """Write a text again as people do: without accents, in capitals, politely, with a slip, in another order."""
    words = text.rstrip(" ?？؟").split()
    place = chance.randrange(3, max(4, len(text) - 4))
    return [
        fold(text),
        text.upper(),
        f"  {text.replace(' ', '  ')} !!!",
        text[:place] + text[place + 1 :],
        text[:place] + text[place] + text[place:],
        f"{' '.join(words[1:])} {words[0]}" if len(words) > 3 else text,
    ]


def test_made_copies_are_found_and_nothing_else() -> None:
    chance = random.Random(7)
    right = wrong = missed = 0
    for index, question in enumerate(QUESTIONS):
        for copy in copies_of(question, chance):
            found = {other for other, _ in near_duplicates(copy, QUESTIONS)}
            right += index in found
            missed += index not in found
            wrong += len(found - {index})
    for left, right_text in OTHER_STATEMENTS:
        wrong += len(near_duplicates(left, [right_text])) + len(near_duplicates(right_text, [left]))
    assert 2 * right / (2 * right + wrong + missed) >= 0.97


@pytest.mark.parametrize(("left", "right"), OTHER_STATEMENTS)
def test_a_number_a_negation_or_a_side_makes_another_statement(left: str, right: str) -> None:
    assert near_duplicates(left, [right]) == []
    assert near_duplicates(right, [left]) == []
    assert near_duplicates(left, [right, left]) == [(1, 1.0)]


def test_the_short_forms_of_messages_are_read() -> None:
    written = "Pourquoi nous servez-vous toujours beaucoup de viande dans la cantine ?"
    assert near_duplicates("pq ns servez-vs tjs bcp de viande ds la cantine", [written]) == [(0, 1.0)]
    assert spelled_out("pcq c'est bcp stp") == "parce que c est beaucoup s il te plait"


def test_the_best_come_first_and_equals_in_their_order() -> None:
    text = "Combien coûte un repas végétarien à la cantine ?"
    near = "combien coute un repa vegetarien a la cantine"
    others = ["autre chose tout à fait", near, text, text.lower()]
    found = near_duplicates(text, others)
    assert [index for index, _ in found] == [2, 3, 1]
    assert [score for _, score in found[:2]] == [1.0, 1.0]
    assert 0.88 <= found[2][1] < 1


def test_a_short_text_inside_a_long_one_is_no_copy() -> None:
    long = "Faut-il interdire la viande à la cantine, dans les hôpitaux, les maisons de retraite et les restaurants ?"
    assert near_duplicates("Faut-il interdire la viande ?", [long]) == []
    assert near_duplicates(long, ["Faut-il interdire la viande ?"]) == []


def test_nothing_resembles_nothing() -> None:
    assert near_duplicates("", ["", "a"]) == []
    assert near_duplicates("…!?", ["…!?", ""]) == []
    assert near_duplicates("un texte entier", []) == []
    assert near_duplicates("un texte entier", ["", " ", "?"]) == []


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=5))
@settings(max_examples=80, deadline=None)
def test_every_text_with_words_is_its_own_copy_and_scores_are_ordered(text: str, others: list[str]) -> None:
    found = near_duplicates(text, [*others, text])
    assert ((len(others), 1.0) in found) == bool(spelled_out(text))
    assert found == sorted(found, key=lambda hit: (-hit[1], hit[0]))
    assert [score for _, score in found if not 0.88 <= score <= 1] == []


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_folding_twice_is_folding_once_and_case_is_gone(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(text.upper().lower()) == fold(text.lower().upper())
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  L'Été,\u00a0à  la FERME… ", "l ete a la ferme"),
        ("Straße ﬁn ½", "strasse fin 1 2"),
        ("أُحِبُّ القَهْوَةَ", "احب القهوه"),
        ("为什么？ 不！", "为什么 不"),
        ("cafe\u0301 = café", "cafe cafe"),
        ("zero\u200bwidth", "zero width"),
    ],
)
def test_folding_takes_off_all_but_letters_and_figures(text: str, folded: str) -> None:
    assert fold(text) == folded


# Meaning

SLOTS_OF_AB = [388, 648, 862]
GOLDEN = (
    (-0.0625, 0.0166, -0.0069, 0.0051, 0.0357, 0.077),
    (-0.0437, -0.006, 0.0046, 0.0359, 0.0211, 0.059),
    (-0.0541, 0.0188, 0.0269, 0.0095, -0.0207, 0.0639),
)


def test_the_model_still_gives_the_vectors_it_gave() -> None:
    golden = {
        "Faut-il moins de viande à la cantine ?": GOLDEN[0],
        "Should there be less meat at the canteen?": GOLDEN[1],
        "食堂里的肉应该少一些吗？": GOLDEN[2],
    }
    vectors = embedder()(list(golden))
    assert (vectors.shape, vectors.dtype) == ((3, 512), np.dtype(np.float32))
    np.testing.assert_allclose(vectors[:, :6], list(golden.values()), atol=2e-3)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    near = vectors @ embedder()(["How do I find a place to park my car?"])[0]
    assert (vectors @ vectors[0]).min() > near.max() + 0.2
    assert embedder()([]).shape == (0, 512)


def test_word_statistics_are_near_for_near_texts_and_the_same_in_every_process() -> None:
    vectors = word_statistics(["Moins de viande à la cantine", "moins de viande à la cantine !", "Où me garer ?", ""])
    assert vectors.shape == (4, 1024)
    np.testing.assert_allclose(vectors[0], vectors[1])
    assert vectors[0] @ vectors[2] < 0.3
    assert not vectors[3].any()
    assert np.flatnonzero(word_statistics(["ab"])[0]).tolist() == SLOTS_OF_AB


def test_centring_takes_out_what_everybody_talks_about() -> None:
    vectors = unit(np.array([[9, 1, 0], [9, 0, 1], [9, 1, 1]], dtype=np.float32))
    assert (vectors @ vectors.T).min() > 0.97
    assert (centred(vectors) @ centred(vectors).T).min() < -0.4
    assert centred(np.zeros((0, 3), dtype=np.float32)).shape == (0, 3)
    np.testing.assert_array_equal(unit(np.zeros((2, 3), dtype=np.float32)), np.zeros((2, 3)))


@pytest.mark.parametrize(
    ("text", "other", "one_language", "may"),
    [
        ("Il faut plus de viande à la cantine.", "Il faut moins de viande à la cantine.", True, False),
        ("Je suis pour la viande à la cantine.", "Je ne veux pas de viande à la cantine.", True, False),
        ("Deux repas sans viande, le mardi.", "Le mardi, deux repas sans viande !", True, True),
        ("Faut-il 2 repas sans viande ?", "Do we need 3 meals without meat?", False, False),
        ("Faut-il 2 repas sans viande ?", "Do we need 2 meatless meals?", False, True),
    ],
)
def test_what_differs_in_a_figure_or_a_side_does_not_say_the_same(
    text: str, other: str, one_language: bool, may: bool
) -> None:
    assert may_agree(text, other, one_language=one_language) == may
