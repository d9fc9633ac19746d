"""Made-up personal data of every kind, in sentences of six languages: all of it goes, once for all."""

import random
import string
import timeit
from collections.abc import Callable
from functools import partial
from statistics import median
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.personal_data import KINDS, MASK, mask

SENTENCES = (
    "Pour la viande de la cantine, {} dès 18 h, j'ai 12 poules.",
    "School lunch questions? {} any day, we are 30 parents.",
    "Per la carne della mensa: {} dopo le 20, siamo in 12.",
    "Sobre la carne del comedor, {} por la tarde, somos 15.",
    "食堂的肉：{} 谢谢，我们一共12个人。",
    "بخصوص لحم المطعم: {} بعد الساعة 6، نحن 12 شخصا.",
)
ARABIC_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WIDE_FIGURES = str.maketrans("0123456789", "０１２３４５６７８９")
Make = Callable[[random.Random], str]

chances = st.randoms(use_true_random=False)


def figures(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(string.digits) for _ in range(count))


def french_phone(chance: random.Random) -> str:
    number = f"0{chance.choice('1234567')}{figures(chance, 8)}"
    pairs = [number[start : start + 2] for start in range(0, 10, 2)]
    gap = chance.choice([" ", ".", "-", "/", "  ", "\u00a0", "\u202f", "\u2009", "‑", ""])
    abroad = chance.choice(["+33 ", "+33", "0033 ", "0033", "+33 (0)", "+33(0)"])
    local, foreign = gap.join(pairs), " ".join([abroad + number[1], *pairs[1:]])
    return chance.choice([local, foreign, number.translate(ARABIC_FIGURES), number.translate(WIDE_FIGURES)])


def british_phone(chance: random.Random) -> str:
    """Of the ranges that are kept for films."""
    last = figures(chance, 3)
    return chance.choice([f"07700 900{last}", f"+44 7700 900{last}", f"020 7946 0{last}", f"01632 960{last}"])


def chinese_phone(chance: random.Random) -> str:
    return f"+86 1{chance.choice('3578')}{figures(chance, 5)}{chance.randint(1000, 9999)}"


def email(chance: random.Random) -> str:
    name = "".join(chance.choice(string.ascii_letters) for _ in range(chance.randint(2, 12)))
    at = chance.choice(["@", " @ ", "(at)", " [at] ", " arobase ", " arroba ", " chiocciola ", " (arobase) "])
    dot = chance.choice([".", " [dot] ", "(point)", " punto "])
    return f"{name}.{figures(chance, 2)}{at}example{dot}{chance.choice(['org', 'fr', 'co'])}"


def account(chance: random.Random) -> str:
    country, length = chance.choice([("FR", 27), ("IT", 27), ("ES", 24), ("GB", 22), ("DE", 22), ("MA", 28)])
    body = figures(chance, length - 4)
    check = 98 - int("".join(str(int(each, 36)) for each in f"{body}{country}00")) % 97
    plain = f"{country}{check:02d}{body}"
    return chance.choice([" ", "", "-"]).join(plain[start : start + 4] for start in range(0, length, 4))


def social_security(chance: random.Random) -> str:
    parts = [chance.choice("12"), figures(chance, 2), f"{chance.randint(1, 12):02d}", f"{chance.randint(1, 95):02d}"]
    parts += [figures(chance, 3), figures(chance, 3)]
    key = f"{97 - int(''.join(parts)) % 97:02d}"
    return chance.choice([" ", ""]).join([*parts, key])


def spanish_identity(chance: random.Random) -> str:
    number = figures(chance, 8)
    return number + chance.choice(["", "-"]) + "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23]


def italian_identity(chance: random.Random) -> str:
    letters = "".join(chance.choice(string.ascii_uppercase) for _ in range(8))
    born = f"{figures(chance, 2)}{chance.choice('ABCDEHLMPRST')}{chance.randint(10, 71)}"
    return f"{letters[:6]}{born}{letters[6]}{figures(chance, 3)}{letters[7]}"


def card(chance: random.Random) -> str:
    body = f"4{figures(chance, 14)}"
    doubled = [int(figure) * (2 - place % 2) for place, figure in enumerate(body)]
    plain = f"{body}{-sum(each - 9 if each > 9 else each for each in doubled) % 10}"
    return chance.choice([" ", "", "-"]).join(plain[start : start + 4] for start in range(0, 16, 4))


MAKERS: dict[str, Make] = {
    "French phone": french_phone,
    "British phone": british_phone,
    "Chinese phone": chinese_phone,
    "e-mail": email,
    "account": account,
    "social security": social_security,
    "Spanish identity": spanish_identity,
    "Italian identity": italian_identity,
    "card": card,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@given(chances, st.sampled_from(["FR", "IT", "ES", "GB"]))
@settings(max_examples=50, deadline=None)
def test_it_goes_and_the_rest_of_the_sentence_stays(make: Make, chance: random.Random, region: str) -> None:
    data = make(chance)
    masked = [mask(sentence.format(data), region=region).text for sentence in SENTENCES]
    assert masked == [sentence.format(MASK) for sentence in SENTENCES]


@given(chances, st.lists(st.sampled_from([*MAKERS.values(), None]), max_size=4), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_masking_twice_is_masking_once(chance: random.Random, makers: list[Make | None], other: str) -> None:
    said = [make(chance) if make else chance.choice(SENTENCES) for make in makers]
    text = chance.choice([" ", ", ", "\n", "", " / "]).join([*said, other])
    once = mask(text).text
    assert mask(once).text == once


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_masked(text: str) -> None:
    found = mask(text).found
    assert {each.kind for each in found} <= set(KINDS)
    assert mask(mask(text).text).text == mask(text).text


def test_masking_takes_no_time_that_anybody_notices() -> None:
    """Seconds of the processor, the best of many runs: what else the machine does is not counted."""
    texts = [sentence.format("on en parle samedi au marché") for sentence in SENTENCES]
    assert (
        median(
            min(timeit.repeat(partial(mask.__wrapped__, text), timer=process_time, number=20, repeat=10)) / 20
            for text in texts
        )
        <= 50e-6
    )
