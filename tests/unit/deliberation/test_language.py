"""Which of the six languages a text is in, and how sure that is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.language import LANGUAGES, Language, detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pourquoi la cantine sert-elle de la viande tous les jours ?", "fr"),
        ("pourquoi ya tjs de la viande a la cantine svp", "fr"),
        ("Why is there meat at the canteen every day?", "en"),
        ("Perché c'è carne tutti i giorni nella mensa?", "it"),
        ("¿Por qué hay carne todos los días en el comedor?", "es"),
        ("为什么食堂每天都有肉？", "zh"),
        ("地名 Ellsworth 在南部", "zh"),
        ("لماذا يوجد لحم كل يوم في المطعم المدرسي؟", "ar"),
    ],
)
def test_each_of_the_six_languages_is_known(text: str, code: str) -> None:
    found = detect(text)
    assert found.code == code
    assert found.confidence > 0.5


@pytest.mark.parametrize(
    "text", ["Почему в столовой каждый день мясо?", "なぜ食堂には毎日おにくがあるのですか", "Γιατί υπάρχει κρέας;"]
)
def test_letters_of_another_script_are_of_none_of_the_six(text: str) -> None:
    assert detect(text).code == "other"


@pytest.mark.parametrize(
    "text",
    [
        "Warum gibt es in der Schulkantine jeden Tag Fleisch?",
        "Por que há carne todos os dias na cantina da escola?",
        "Okul yemekhanesinde neden her gün et var?",
        "Dlaczego w szkolnej stołówce codziennie jest mięso?",
        "Acuɣer ggaten aksum yal ass deg uɣerbaz?",
    ],
)
def test_other_languages_in_latin_letters_are_of_none_of_the_six(text: str) -> None:
    found = detect(text)
    assert found.code == "other"
    assert found.confidence > 0.8


@pytest.mark.parametrize("text", ["", "   ", "12 + 3", "🙂🙂", "…"])
def test_without_letters_nothing_is_known(text: str) -> None:
    assert detect(text) == Language("other", 0.0)


def test_a_short_text_is_guessed_with_little_confidence() -> None:
    assert [detect(text).confidence < 0.7 for text in ("oui", "no", "la carne", "the meat")] == [True] * 4
    assert detect("la viande").code in LANGUAGES


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_has_an_answer_within_bounds(text: str) -> None:
    found = detect(text)
    assert found.code in {*LANGUAGES, "other"}
    assert 0 <= found.confidence <= 1
    assert detect(text) == found
