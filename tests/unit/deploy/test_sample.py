"""The sample theme: its texts, and the crowd that votes on them."""

from collections import Counter
from dataclasses import replace

import pytest

from deliberation.language import LANGUAGES, detect
from deliberation.lengths import LENGTHS, says_something
from deliberation.opinion_map import OpinionMap, opinion_map
from deliberation.personal_data import mask
from deliberation.rudeness import flags
from deliberation.similarity import near_duplicates
from deliberation.topics import topics
from deploy.sample.crowd import ACTORS, LEANING_OF, Crowd, crowd
from deploy.sample.texts import LEANINGS, REFUSALS, SampleText, sample_texts

TEXTS = {text.id: text for text in sample_texts()}


@pytest.fixture(scope="module")
def town() -> Crowd:
    return crowd()


def of_kind(kind: str) -> list[SampleText]:
    return [text for text in sample_texts() if text.kind == kind and text.admitted]


def map_of(people: Crowd) -> tuple[OpinionMap, list[str]]:
    statements = sorted({vote.text for vote in people.votes})
    index = {text: number for number, text in enumerate(statements)}
    ballots = [(vote.person, index[vote.text], vote.value) for vote in people.votes]
    return opinion_map(*zip(*ballots, strict=True)), statements


def test_there_is_enough_to_talk_about() -> None:
    assert len(of_kind("question")) >= 140
    assert len(of_kind("opinion")) >= 70
    assert 6 <= len(of_kind("testimony")) <= 10
    assert len(TEXTS) == len(sample_texts())


def test_every_text_may_be_sent() -> None:
    for text in sample_texts():
        least, most = LENGTHS[text.kind]
        assert text.text == text.text.strip(), text.id
        assert least <= len(text.text) <= most, text.id
        assert says_something(text.text), text.id


def test_six_languages_and_mostly_french() -> None:
    languages = Counter(text.language for text in sample_texts())
    assert set(languages) == set(LANGUAGES)
    assert 0.65 <= languages["fr"] / languages.total() <= 0.75


def test_the_language_of_an_admitted_text_is_recognised() -> None:
    wrong = [
        text.id for text in sample_texts() if text.admitted and detect(text.text).code not in {text.language, "other"}
    ]
    assert wrong == []
    unsure = [text.id for text in sample_texts() if text.admitted and detect(text.text).code == "other"]
    assert len(unsure) < 0.05 * len(TEXTS)


def test_every_near_copy_is_found_beside_what_it_copies() -> None:
    copies = [text for text in sample_texts() if text.copy_of]
    missed = [copy.id for copy in copies if not near_duplicates(copy.text, [TEXTS[copy.copy_of].text])]
    assert missed == []
    assert sum(copy.kind == "question" and copy.admitted for copy in copies) >= 15


def test_texts_that_are_no_copies_are_not_taken_for_copies() -> None:
    originals = [text for text in sample_texts() if text.admitted and not text.copy_of]
    others = [text.text for text in originals]
    assert [text.id for text in originals if len(near_duplicates(text.text, others)) != 1] == []


def test_each_reason_to_refuse_is_there() -> None:
    refused = [text for text in sample_texts() if not text.admitted]
    assert 8 <= len(refused) <= 10
    assert {text.verdict for text in refused} == set(REFUSALS)
    assert all(flags(text.text) for text in refused if text.verdict == "insult")
    assert all(mask(text.text).found for text in refused if text.verdict == "personal_data")


def test_a_few_admitted_texts_hold_personal_data_to_mask() -> None:
    found = [{each.kind for each in mask(text.text).found} for text in sample_texts() if text.admitted]
    assert sorted(sorted(kinds) for kinds in found if kinds) == [["email"], ["name", "phone"]]


def test_an_opinion_states_a_chance_for_each_leaning() -> None:
    for text in of_kind("opinion"):
        assert len(text.agree) == len(LEANINGS), text.id
        assert all(0 <= chance <= 1 for chance in (*text.agree, text.passing)), text.id
    assert all(text.agree == () for text in sample_texts() if not text.votable)


def test_leanings_are_whole_and_care_for_topics_that_exist() -> None:
    assert tuple(LEANING_OF) == LEANINGS
    assert sum(leaning.share for leaning in LEANING_OF.values()) == pytest.approx(1)
    assert sum(ACTORS.values()) == pytest.approx(1)
    asked = {text.topic for text in of_kind("question")}
    assert [leaning.cares - asked for leaning in LEANING_OF.values()] == [frozenset()] * 4
    assert {text.actor for text in sample_texts()} <= set(ACTORS)


def test_the_same_seed_is_the_same_crowd_and_another_seed_another() -> None:
    assert crowd(7, 60) == crowd(7, 60)
    assert crowd(7, 60) != crowd(8, 60)
    assert crowd(0, 60) != crowd(1, 60)


def test_every_text_is_given_once_by_one_of_its_kind_and_language(town: Crowd) -> None:
    assert sorted(each.text for each in town.contributions) == sorted(TEXTS)
    for each in town.contributions:
        writer, text = town.people[each.person], TEXTS[each.text]
        assert (writer.actor, writer.language) == (text.actor, text.language)


def test_the_people_are_numbered_and_each_leaning_has_its_part(town: Crowd) -> None:
    assert [person.number for person in town.people] == list(range(400))
    shares = Counter(person.leaning for person in town.people)
    for leaning in LEANING_OF.values():
        assert shares[leaning.name] / 400 == pytest.approx(leaning.share, abs=0.06)


def test_votes_are_on_admitted_opinions_of_others_and_each_once(town: Crowd) -> None:
    own = {(each.person, each.text) for each in town.contributions}
    cast = [(vote.person, vote.text) for vote in town.votes]
    assert all(TEXTS[text].votable for _, text in cast)
    assert len(cast) == len(set(cast))
    assert own.isdisjoint(cast)
    count = Counter(person for person, _ in cast)
    assert len(count) == 400
    assert (min(count.values()) >= 8, max(count.values()) <= 30) == (True, True)
    assert {vote.value for vote in town.votes} == {-1, 0, 1}


def test_supports_are_of_admitted_questions_of_others_and_each_once(town: Crowd) -> None:
    own = {(each.person, each.text) for each in town.contributions}
    given = [(support.person, support.text) for support in town.supports]
    assert all(TEXTS[text].admitted and TEXTS[text].kind == "question" for _, text in given)
    assert len(given) == len(set(given))
    assert own.isdisjoint(given)
    assert set(Counter(person for person, _ in given).values()) == {2, 3, 4, 5, 6}


def test_people_rather_support_what_they_care_for(town: Crowd) -> None:
    cared = [
        TEXTS[support.text].topic in LEANING_OF[town.people[support.person].leaning].cares for support in town.supports
    ]
    assert sum(cared) > len(cared) / 2


def test_what_must_be_refused_is_named_with_its_reason(town: Crowd) -> None:
    assert {(each.text, each.reason) for each in town.refusals} == {
        (text.id, text.verdict) for text in sample_texts() if not text.admitted
    }


def test_some_sign_up_and_nobody_twice(town: Crowd) -> None:
    assert 40 <= len(town.sign_ups) <= 120
    assert len(set(town.sign_ups)) == len(town.sign_ups)


def test_a_small_crowd_gives_part_of_the_texts_and_votes_on_these() -> None:
    few = crowd(0, 20)
    given = {each.text for each in few.contributions}
    assert len(few.people) == 20
    assert 0 < len(given) < len(TEXTS)
    assert {vote.text for vote in few.votes} | {support.text for support in few.supports} <= given


def test_nobody_at_all_does_nothing() -> None:
    assert crowd(0, 0) == Crowd((), (), (), (), (), ())


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_map_has_groups_that_hold_and_something_of_each_list(seed: int) -> None:
    drawn, _ = map_of(crowd(seed))
    assert 2 <= len(drawn.groups) <= 4
    assert all(group.size >= 10 and group.representative for group in drawn.groups)
    assert drawn.stability >= 0.7
    assert min(len(drawn.common_ground), len(drawn.contention), len(drawn.uncertain)) >= 5


def test_the_lists_of_the_map_are_those_that_the_chances_were_made_for(town: Crowd) -> None:
    drawn, statements = map_of(town)
    united = [TEXTS[statements[row.statement]] for row in drawn.common_ground]
    assert all(min(text.agree) > 0.7 for text in united)
    divided = [TEXTS[statements[row.statement]] for row in drawn.contention]
    assert all(max(text.agree) - min(text.agree) > 0.5 for text in divided)
    unsure = [TEXTS[statements[row.statement]] for row in drawn.uncertain]
    assert all(text.passing >= 0.2 for text in unsure)


def test_the_questions_fall_into_topics() -> None:
    questions = of_kind("question")
    sizes = Counter(topics([mask(text.text).text for text in questions]).topic_of)
    assert 12 <= len(sizes) <= 50
    assert max(sizes.values()) < len(questions) / 8
    assert sum(size == 1 for size in sizes.values()) < len(questions) / 12


def test_translations_of_a_question_meet_in_one_topic() -> None:
    questions = of_kind("question")
    found = topics([mask(text.text).text for text in questions])
    of_topic: dict[int, set[str]] = {}
    for text, topic in zip(questions, found.topic_of, strict=True):
        of_topic.setdefault(topic, set()).add(text.language)
    assert max(len(languages) for languages in of_topic.values()) == 6
    assert sum(len(languages) >= 3 for languages in of_topic.values()) >= 10


def test_texts_are_plain_values() -> None:
    text = sample_texts()[0]
    assert replace(text) == text
    assert sample_texts() is sample_texts()
