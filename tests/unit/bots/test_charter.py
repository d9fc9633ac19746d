"""The charter, as moderators and citizens read it."""

from bots.charter import NUMBERS, Article, article, articles


def test_an_article_is_the_same_in_both_readers_languages() -> None:
    assert article(1, "en") == Article(1, "On topic", "every contribution is about the theme of the debate.")
    assert article(1, "fr") == Article(1, "Dans le sujet", "chaque contribution porte sur le thème du débat.")


def test_the_charter_has_every_article_in_order_with_a_title_that_fits_a_button() -> None:
    for language in ("fr", "en", "it", "es", "zh", "ar"):
        charter = articles(language)
        assert [each.number for each in charter] == list(NUMBERS)
        assert len({each.title for each in charter}) == len(charter)
        assert all(1 <= len(each.title) <= 24 for each in charter)


def test_a_language_without_its_own_charter_reads_the_french_one() -> None:
    assert article(2, "de") == article(2, "fr")


def test_an_unknown_number_is_told_as_the_charter_as_a_whole() -> None:
    assert article(99, "en") == Article(99, "The charter", "the rules of the debate hold for every contribution.")
