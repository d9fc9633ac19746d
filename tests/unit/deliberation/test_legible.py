"""What people write, as it may be shown: nothing hidden, nothing turned round, nothing piled up, no word lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deliberation.legible import legible
from deliberation.lengths import says_something

ANY = some.text(some.characters(), max_size=120)  # lone halves of characters too


@pytest.mark.parametrize(
    "text",
    [
        "Où est l’abattoir ? « Ici »\u202f!",
        "为什么食堂每天都有肉？",
        "لماذا يوجد لحم كل يوم؟ لا أدري",
        "می\u200cخواهم گوشت نخورم",  # Persian needs the joiner that joins not
        "क्\u200dष और क्\u200cष",  # Hindi both
        "👩\u200d🌾 et 👨\u200d👩\u200d👧\u200d👦 aux champs, 🏳️\u200d🌈, 1️⃣",
        "Thịt lợn ở căng tin trường",
        "שָׁלוֹם לכולם",
        "Une ligne\nune autre\n\nun paragraphe",
        "a  deux  espaces",
    ],
)
def test_what_is_legible_is_left_as_it_is(text: str) -> None:
    assert legible(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("cafe\u0301", "café"),
        ("via\u200bnde\u2060 \ufeffhalal\u00ad", "viande halal"),
        ("v\u200diande", "viande"),
        ("abc\u202edcba\u202c et \u2066isolé\u2069", "abcdcba et isolé"),
        ("un\u0000 deux\x07 trois\x1b[31m", "un deux trois[31m"),
        ("pain\r\nvin\rfromage\u2028sel\u2029poivre", "pain\nvin\nfromage\nsel\npoivre"),
        ("haut\n\n\n\n \n\nbas", "haut\n\nbas"),
        ("\ud83dmoitié\udc00", "moitié"),
        ("\u3164\u115f\u2800", ""),
        ("\ue000logo\U000f0000", "logo"),
        ("  \t\n autour \u3000 ", "autour"),
        ("V\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307iande", "V\u0300\u0301iande"),
        ("\u0301\u0302seuls", "seuls"),
        ("👍\u200d", "👍"),
        ("\U000e0041\U000e007fdrapeau", "drapeau"),
    ],
)
def test_what_is_hidden_turned_or_piled_up_goes(written: str, shown: str) -> None:
    assert legible(written) == shown


@given(ANY)
def test_what_is_shown_is_shown_again_the_same(text: str) -> None:
    assert legible(legible(text)) == legible(text)


@given(ANY)
def test_whatever_is_shown_can_be_sent_kept_and_compared(text: str) -> None:
    shown = legible(text)
    shown.encode()
    assert unicodedata.is_normalized("NFC", shown)
    assert shown == shown.strip()
    assert not [each for each in shown if unicodedata.category(each) in {"Cc", "Cs", "Co"} and each != "\n"]
    assert not any("\u202a" <= each <= "\u202e" or "\u2066" <= each <= "\u2069" for each in shown)


@given(ANY)
def test_no_letter_is_lost(text: str) -> None:
    def letters(of: str) -> list[str]:
        composed = unicodedata.normalize("NFC", of)
        found = [each for each in composed if each.isalnum() and each not in "\u115f\u1160\u3164\uffa0"]
        return [unicodedata.normalize("NFD", each)[0] for each in found]

    assert letters(legible(text)) == letters(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b" * 40, "🥩🥩🥩", "…?!", "\u202e\u2066\u3164\u3164\u3164\u3164", "\ud800"]
)
def test_without_letters_nothing_is_said(text: str) -> None:
    assert not says_something(text)
