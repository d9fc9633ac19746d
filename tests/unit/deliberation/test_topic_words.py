"""The words of a topic, in each of the six languages: what the others do not speak of, as people write it."""

import pytest

from deliberation.topic_words import STOPWORDS, keywords

CASES = {
    "fr": (
        [
            "Des caméras dans les abattoirs ?",
            "Pourquoi l’abattoir n’a-t-il pas de caméras ?",
            "Faut-il être abattoir ?",
        ],
        {"caméras", "abattoir"},
    ),
    "en": (
        ["Should there be cameras in slaughterhouses?", "Why are there no cameras in the slaughterhouse?"],
        {"cameras", "slaughterhouse"},
    ),
    "it": (
        ["Perché non ci sono telecamere nei macelli?", "Si devono mettere telecamere nei macelli?"],
        {"telecamere", "macelli"},
    ),
    "es": (
        ["¿Debe haber cámaras en los mataderos?", "¿Por qué no hay cámaras en los mataderos?"],
        {"cámaras", "mataderos"},
    ),
    "zh": (["屠宰场应该安装摄像头吗？", "为什么屠宰场没有摄像头？"], {"屠宰场", "摄像头"}),
    "ar": (["هل يجب وضع كاميرات في المسالخ؟", "لماذا لا توجد كاميرات في المسالخ؟"], {"كاميرات", "المسالخ"}),
}
OTHERS = ["Combien coûte le pain ?", "How much is bread?", "Quanto costa il pane?", "¿Cuánto cuesta el pan?",
          "面包多少钱？", "كم ثمن الخبز؟"]  # fmt: skip


@pytest.mark.parametrize("language", CASES)
def test_the_words_of_a_topic_are_those_that_only_it_speaks_of(language: str) -> None:
    texts, expected = CASES[language]
    assert expected <= set(keywords([texts, OTHERS])[0])


def test_one_word_in_several_forms_counts_once_in_its_most_usual_form() -> None:
    texts = ["La viande locale", "Les viandes locales", "De la Viande", "L’abattoir"]
    assert keywords([texts, ["Le pain"]])[0][:2] == ("viande", "locale")


def test_arabic_articles_and_joined_words_do_not_make_two_words_of_one() -> None:
    assert keywords([["اللحم غال", "لحم البقر", "واللحم رخيص"], ["الخبز"]])[0].count("لحم") <= 1
    assert len({"اللحم", "لحم", "واللحم"} & set(keywords([["اللحم", "لحم", "واللحم"], ["الخبز"]])[0])) == 1


def test_what_is_in_any_question_is_no_keyword() -> None:
    asked = "Pourquoi est-ce que nous ne pouvons pas être là ? Why should we? Perché? ¿Por qué? 为什么？ لماذا؟"
    assert keywords([[asked], OTHERS])[0] == ()
    assert {"etre", "ou", "pourquoi", "como"} <= STOPWORDS


def test_numbers_and_marks_are_no_words() -> None:
    assert keywords([["2026 !!! 12,5 % …"], ["Le pain"]]) == ((), ("pain",))
