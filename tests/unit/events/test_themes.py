"""The short name of a theme."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import TypeAdapter

from events.base import Slug
from events.themes import slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("La viande", "la-viande"),
        ("Le pain d'été", "le-pain-d-ete"),
        ("Le pain d’été", "le-pain-d-ete"),
        ("Œufs, cœur & nœuds", "oeufs-coeur-noeuds"),
        ("Straße — STRASSE", "strasse-strasse"),
        ("Ægir, Øre, Łódź", "aegir-ore-lodz"),
        ("« Où va l’eau ? »", "ou-va-l-eau"),
        ("l’eau… à 5 €", "l-eau-a-5"),
        ("肉类 meat", "meat"),
        ("اللحوم", "theme"),
        ("x" * 39 + " y", "x" * 39),
        ("a" * 120, "a" * 40),
    ],
)
def test_a_title_is_spelled_in_ascii(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(some.text(max_size=130))
def test_any_title_has_a_slug_that_facts_take_with_a_number_behind_it(title: str) -> None:
    numbered = f"{slug_of(title)}-2"
    assert TypeAdapter(Slug).validate_python(numbered) == numbered
