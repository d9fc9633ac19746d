"""Hints for a moderator's eye: spans of words that may hurt, and no hint where there is none."""

import pytest

from deliberation.rudeness import flags


def hinted(text: str, language: str = "fr") -> list[str]:
    return [text[start:end] for start, end in flags(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "de la viande bourrée d'antibiotiques",
        "on danse la bourrée auvergnate",
        "une salade et un concombre",
        "la connaissance de la consommation",
        "Contre la condition des cochons, un concours de cuisine",
        "le ramassage des ordures ménagères",
        "un chili con carne à la cantine",
        "une dispute sur la réputation du boudin",
        "2023 : 100 kg, 750 € !!!",
        "la tête de veau, l'andouille et le boudin",
        "écrire à @conseil",
        "Il se pâme devant l'assiette",
        "*** voir plus haut ***",
        "un pollo con arroz, du café con leche",
        "un pain bâtard et une baguette",
        "la bourrée d'Auvergne, et la viande bourrée de sel",
        "plan A B C D du marché",
        "",
    ],
)
def test_innocent_words_are_not_hinted_at(text: str) -> None:
    assert flags(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quel con !", ["con"]),
        ("QUEL CONNARD!!!", ["CONNARD"]),
        ("bande d'abrutis, va", ["abrutis"]),
        ("connnnard et connaaaaard", ["connnnard", "connaaaaard"]),
        ("c0nn4rd, m3rde, conn@rd et $alaud", ["c0nn4rd", "m3rde", "conn@rd", "$alaud"]),
        ("c*nnard, p**e, put* de cantine", ["c*nnard", "p**e", "put*"]),
        ("cоnnаrd", ["cоnnаrd"]),  # two of its letters are Cyrillic
        ("Ta  gueule et va\ncrever", ["Ta  gueule", "va\ncrever"]),
        ("enculé, ENCULE, encule\u0301", ["enculé", "ENCULE", "encule"]),
        ("what the fuck", ["fuck"]),
        ("c.o.n.n.a.r.d et f u c k", ["c.o.n.n.a.r.d", "f u c k"]),
        ("fuuuuck this sh!t", ["fuuuuck", "sh!t"]),
    ],
)
def test_rude_words_are_hinted_at_however_they_are_written(text: str, words: list[str]) -> None:
    assert hinted(text) == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("you idiots", "en", ["idiots"]),
        ("che stronzo, con patate", "it", ["stronzo"]),
        ("pollo con queso, ¡gilipollas!", "es", ["gilipollas"]),
        ("你真是白痴", "zh", ["白痴"]),
        ("اسكت يا كلب", "ar", ["يا كلب"]),
        ("لحم الحمار وطعام كلب", "ar", []),
        ("Quel con", "en", []),
        ("أنتَ غَبِيٌّ", "ar", ["غَبِي"]),
        ("هؤلاء اغبياء والحقير منهم", "ar", ["اغبياء", "والحقير"]),
        ("يا حمــــار", "ar", ["يا حمــــار"]),
        ("یا کلب", "ar", ["یا کلب"]),  # typed on a Persian keyboard
        ("أكلنا لحم كلاب البحر بغباوة", "ar", []),
        ("他媽的", "zh", ["他媽的"]),
        ("过去死了很多猪，失去死者的家庭", "zh", []),
        ("pasta alla puttanesca", "it", []),
        ("una computadora para el diputado", "es", []),
        ("cabron de mierda", "es", ["cabron", "mierda"]),
        ("what an idiot", "other", ["idiot"]),
    ],
)
def test_each_language_has_its_words(text: str, language: str, words: list[str]) -> None:
    assert hinted(text, language) == words


def test_spans_come_in_the_order_of_the_text_and_once() -> None:
    assert flags("merde, quel con, merde") == [(0, 5), (12, 15), (17, 22)]
