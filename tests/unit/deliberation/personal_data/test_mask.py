"""Personal data is masked whole, in running text, and little else is."""

import random
import string

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from deliberation.personal_data import MASK, Found, Masked, mask

FRAMES = (
    "{}",
    "Appelez ou écrivez : {} merci d'avance",
    "Voici {} et 3 enfants de 12 ans",
    "({}), dit-elle. La viande coûte 12,50 € le kilo !",
    "tel/mail/compte:{}\n2 repas par semaine, c'est assez",
    "Le 12/05/2026 j'ai laissé {}. Personne n'a répondu.",
    "我的是 {} 谢谢",
)
CIVIC = (
    "En 2026 la ville a servi 1 250 000 repas pour 4 300 000 €, soit 3,44 € par repas.",
    "Il faut 15 000 litres d'eau pour 1 kg de bœuf, contre 1 300 pour 1 kg de blé.",
    "Les élections du 15 mars 2026 et du 22/03/2026 : 33 % de votants dans les bureaux 101 à 118.",
    "Articles L. 230-5-1 et R. 230-30-1 du code rural, règlement (CE) n° 1099/2009, loi n° 2018-938.",
    "De 8 h 30 à 12 h 15 puis de 14 h 00 à 17 h 45, salle 204, 63000 Clermont-Ferrand.",
    "Numéro d'élevage ? Troupeau de 120 vaches, 45 brebis, 2 taureaux : 35 tonnes de foin.",
    "Version 2.10.4, puis 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 et 11.",
    "La route 66, la place du village et l'avenue de la gare",
    "Rendez-vous @ 18h. La part du bio passe de 5 à 20 % (+15 points) d'ici 2030.",
    "FR 63 et UE 27 : 27 pays, 449 206 579 habitants",
)

chances = st.randoms(use_true_random=False)


def masked_whole(data: str, region: str = "FR") -> bool:
    """Say whether `data` goes, and all of it, out of each sentence, which else stays as it is."""
    return all(mask(frame.format(data), region=region).text == frame.format(MASK) for frame in FRAMES)


def figures(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(string.digits) for _ in range(count))


@given(chances, st.sampled_from(["", " ", ".", "-", "/", "\u00a0", "\u202f"]))
@settings(max_examples=40, deadline=None)
def test_french_phone_numbers_are_masked(chance: random.Random, gap: str) -> None:
    number = chance.choice("123456789") + figures(chance, 8)
    pairs = [number[start : start + 2] for start in (1, 3, 5, 7)]
    assert masked_whole(gap.join([f"0{number[0]}", *pairs]))
    assert masked_whole(gap.join(["+33", number[0], *pairs]).replace("+33/", "+33"))
    assert masked_whole(f"+33 (0) {number[0]} {' '.join(pairs)}")
    assert masked_whole(f"0033{number}")


@pytest.mark.parametrize("region", ["GB", "IT", "ES", "MA", "DZ", "TN", "CN", "BE", "CH", "DE"])
@pytest.mark.parametrize("kind", [PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE])
def test_phone_numbers_of_other_countries_are_masked(region: str, kind: int) -> None:
    number = phonenumbers.example_number_for_type(region, kind)
    assert number is not None
    plain = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    assert masked_whole(plain)
    assert masked_whole(f"00{plain[1:]}")
    assert masked_whole(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL))
    assert masked_whole(phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL), region)


@given(chances)
@settings(max_examples=60, deadline=None)
def test_email_addresses_are_masked(chance: random.Random) -> None:
    local = "".join(
        chance.choice(string.ascii_letters + string.digits + "._%+'-") for _ in range(chance.randint(1, 20))
    )
    domain = "".join(chance.choice(string.ascii_lowercase + string.digits) for _ in range(8))
    end = chance.choice([".fr", ".com", ".co.uk", ".museum", ".ac-clermont.fr"])
    assert masked_whole(f"a{local}b@{domain}{end}")
    assert masked_whole(f"a{local}b(at){domain}{end}")
    assert masked_whole(f"ada arobase {domain}{end}")


LENGTHS = {"FR": 27, "DE": 22, "IT": 27, "ES": 24, "BE": 16, "GB": 22, "NL": 18, "CH": 21, "PT": 25, "LU": 20, "MA": 28}


@given(chances, st.sampled_from(sorted(LENGTHS)))
@settings(max_examples=60, deadline=None)
def test_account_numbers_are_masked(chance: random.Random, country: str) -> None:
    body = figures(chance, LENGTHS[country] - 15) + "".join(chance.choice(string.digits + "ABXZ") for _ in range(11))
    check = 98 - int("".join(str(int(each, 36)) for each in f"{body}{country}00")) % 97
    plain = f"{country}{check:02d}{body}"
    fours = [plain[start : start + 4] for start in range(0, len(plain), 4)]
    assert masked_whole(plain)
    assert masked_whole(plain.lower())
    for gap in (" ", "-", "\u00a0"):
        assert masked_whole(gap.join(fours))


def test_a_number_that_only_looks_like_an_account_stays() -> None:
    assert mask("FR76 3000 6000 0112 3456 7890 188").found == ()
    assert mask("FR76 3000 6000 0112 3456 7890 189").found == (Found("iban", 0, 33),)


@given(chances)
@settings(max_examples=60, deadline=None)
def test_social_security_numbers_are_masked(chance: random.Random) -> None:
    place = chance.choice([f"{chance.randint(1, 95):02d}", "2A", "2B", "97", "99"])
    parts = [
        chance.choice("12"),
        figures(chance, 2),
        f"{chance.randint(1, 12):02d}",
        place,
        figures(chance, 3),
        figures(chance, 3),
    ]
    plain = "".join(parts).replace("2A", "19").replace("2B", "18")
    key = f"{97 - int(plain) % 97:02d}"
    for gap in ("", " ", ".", "-", "\u00a0"):
        assert masked_whole(gap.join([*parts, key]))
        assert masked_whole(gap.join(parts))


@pytest.mark.parametrize("text", CIVIC)
def test_what_citizens_write_about_stays_as_it_is(text: str) -> None:
    assert mask(text) == Masked(text, ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Écrivez à @ada_lovelace ou sur t.me/ada", "Écrivez à ▒▒▒ ou sur ▒▒▒"),
        ("J'habite 12 bis rue de la République, au bout", "J'habite ▒▒▒, au bout"),
        ("Je m'appelle Ada Lovelace et je mange peu de viande", "Je m'appelle ▒▒▒ et je mange peu de viande"),
        ("My name is Ada and I farm", "My name is ▒▒▒ and I farm"),
        ("ada@ferme.fr, ben@ferme.fr et 06 12 34 56 78", "▒▒▒, ▒▒▒ et ▒▒▒"),
    ],
)
def test_handles_addresses_and_names_people_give_are_masked(text: str, shown: str) -> None:
    assert mask(text).text == shown


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_what_is_found_does_not_overlap_and_the_rest_stays(before: str, after: str) -> None:
    text = f"{before} ada@ferme.fr {after}"
    masked = mask(text)
    kept, end = [], 0
    for each in masked.found:
        assert end <= each.start < each.end <= len(text)
        kept.append(text[end : each.start])
        end = each.end
    assert masked.text == MASK.join([*kept, text[end:]])
    assert "ada@ferme.fr" not in masked.text


def test_masking_what_is_masked_changes_nothing() -> None:
    once = mask("Appelez le 06 12 34 56 78 ou écrivez à ada@ferme.fr").text
    assert mask(once) == Masked(once, ())
