"""Numbers, in figures and in words, with what they count."""

from fractions import Fraction

import pytest

from deliberation.numerals import Number, has_one, numbers


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "12 repas, 3,5 kg et 1 200 habitants", ["12", "7/2", "1200"]),
        ("fr", "quatre-vingt-dix-sept, soixante-dix et deux cent cinq", ["97", "70", "205"]),
        ("fr", "vingt et un repas, mille deux cents euros, trois quarts", ["21", "1200", "3/4"]),
        ("fr", "à 18h30 le 5 décembre 2026", ["18", "30", "5", "2026"]),
        ("fr", "un repas, une école", []),
        ("en", "two hundred and five farms, a dozen eggs, half of it", ["205", "12", "1/2"]),
        ("en", "1,200 people and 1.5 million", ["1200", "3/2", "1000000"]),
        ("it", "ventuno pasti, trentotto scuole, duemila euro", ["21", "38", "2000"]),
        ("es", "treinta y dos escuelas y doscientos euros", ["32", "200"]),
        ("zh", "三百二十人，二〇二六年，十五次，一起", ["320", "2026", "15"]),
        ("zh", "三万五千", ["35000"]),
        ("ar", "خمسة وعشرون مدرسة و٣ مطاعم", ["25", "3"]),
        ("ar", "ثلاث مرات، نصف المدينة", ["3", "1/2"]),
    ],
)
def test_numbers_are_read_in_six_languages(language: str, text: str, values: list[str]) -> None:
    assert [str(number.value) for number in numbers(text, language)] == values


def test_a_number_says_what_it_counts() -> None:
    assert numbers("30 % de 5 repas pour 3 euros, puis 4.", "fr") == (
        Number(Fraction(30), "percent"), Number(Fraction(5), "repas"), Number(Fraction(3), "euro"), Number(Fraction(4))
    )  # fmt: skip
    assert numbers("30 pour cent", "fr") == numbers("30%", "en") == numbers("30 por ciento", "es")


def test_one_in_words_may_be_an_article() -> None:
    assert [has_one(text) for text in ("une école", "one school", "des écoles", "一个")] == [True, True, False, True]
