"""Signs of spam and flood: there where they should be, absent from what people write in earnest."""

from datetime import timedelta

import pytest

from deliberation.spam import Hint, Sent, hints, in_words
from tests.fakes import NOON, person

QUESTION = "Pourquoi de la viande chaque jour à la cantine ?"


def sent(name: str, text: str = QUESTION, seconds: float = 0) -> Sent:
    return Sent(person(name), text, NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("https://exemple.org/viande", [Hint("only_links", 1)]),
        ("voir www.exemple.fr et https://a.example/b", [Hint("only_links", 2)]),
        ("GAGNEZ DE L'ARGENT http://spam.example", [Hint("links", 1), Hint("shouting")]),
        ("Lisez ce rapport sur la cantine : https://ville.example/rapport.pdf", [Hint("links", 1)]),
        ("Rejoignez la chaîne t.me/gagner maintenant", [Hint("links", 1)]),
        ("ACHETEZ MA VIANDE PAS CHÈRE", [Hint("shouting")]),
        ("ХВАТИТ ЕСТЬ МЯСО В ШКОЛЕ", [Hint("shouting")]),
        ("meilleure-viande.shop livre en 24 h", [Hint("links", 1)]),
    ],
)
def test_links_and_shouts_are_seen(text: str, signs: list[Hint]) -> None:
    assert list(in_words(text)) == signs


@pytest.mark.parametrize(
    "text",
    [
        QUESTION,
        "La FAO et l'INRAE disent 50 g par jour.",
        "OK POUR MOI",
        "为什么食堂每天都有肉？为什么每天都有肉？",
        "لماذا يوجد لحم كل يوم في المطعم المدرسي؟",
        "écrire à ada@exemple.org",
        "Un prix juste.Un marché proche.",
        "",
    ],
)
def test_what_is_written_in_earnest_shows_no_sign(text: str) -> None:
    assert in_words(text) == ()


def test_the_same_again_of_the_same_author() -> None:
    around = [sent("ada", QUESTION.upper().lower(), 60), sent("ada", "Tout autre chose sur le prix du pain.", 70)]
    assert hints(sent("ada"), around) == (Hint("repeated", 1),)


def test_the_same_of_many_authors_is_a_chorus_and_of_two_is_not() -> None:
    two, three = [sent("ben", seconds=5)], [sent("ben", seconds=5), sent("eve", seconds=-5), sent("eve", seconds=9)]
    assert hints(sent("ada"), two) == ()
    assert hints(sent("ada"), three) == (Hint("chorus", 2),)


def test_five_texts_in_ten_minutes_are_fast_and_what_was_hours_ago_does_not_count() -> None:
    topics = ("le prix du pain", "les abattoirs de nuit", "la cantine bio", "le marché couvert")
    around = [sent("ada", f"Que penser de {topic} ?", 60 * n) for n, topic in enumerate(topics)]
    assert hints(sent("ada"), around) == (Hint("fast", 5),)
    assert hints(sent("ada"), around[:3]) == ()
    assert hints(sent("ada"), [sent("ada", each.text, 7200) for each in around]) == ()
