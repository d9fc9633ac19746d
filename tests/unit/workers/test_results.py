"""Agenda, summary, map: made of admitted contents alone, the same for any order, numbers and secret."""

import json
import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deliberation.similarity import Vectors
from events.contributions import ContributionWithdrawn, OpinionGiven
from events.moderation import ContributionAdmitted, ContributionMerged
from events.votes import SupportGiven, VoteCast
from storage.read_models.contributions import ContributionView
from storage.read_models.results import draft_of
from storage.read_models.sessions import SessionView
from tests.fakes import MEAT, NOON, Town, embed, person
from workers import agenda, opinion_map, summary
from workers.cartographer import Cartographer, NotComputedError
from workers.material import Material, assembled, material_of, shown
from workers.reception import Attempts
from workers.topics import topics_of

CANTEEN = [
    "La cantine sert trop de viande rouge. Peut-on la remplacer ?",
    "La cantine peut servir un menu sans viande chaque jour ?",
    "La cantine sert quelle viande chaque jour ?",
    "La cantine peut servir moins de viande rouge ?",
]
ABATTOIR = [
    "L'abattoir municipal maltraite animaux vivants. Qui contrôle abattoir municipal ?",
    "Qui contrôle abattoir municipal et animaux vivants ?",
]
PRICES = ["Combien coûte bœuf fermier local au marché ?"]
OPINIONS = [
    "Il faut manger moins de viande en ville.",
    "Il faut soutenir les éleveurs du pays.",
    "Il faut fermer l'abattoir municipal.",
    "Il faut un repas sans viande par semaine.",
    "Il faut interdire l'élevage intensif partout.",
    "Il faut garder la viande tous les jours.",
    "Il faut garder la viande tous les jours.",
    "Il faut écouter ma fille au 06 12 34 56 78.",
]


def contribution(n: int, kind: str, text: str, author: object) -> ContributionView:
    return ContributionView(
        id=person(f"text {n}"),
        reference=f"{kind[0].upper()}-{n}",
        kind=kind,
        theme=MEAT,
        author=person(author),
        text=text,
        language="fr",
        state="admitted",
        article=None,
        merged_into=None,
        received_at=NOON + timedelta(minutes=n),
        decided_at=NOON,
    )


TEXTS = [
    contribution(n, kind, text, author=f"author {n % 5}")
    for n, (kind, text) in enumerate(
        [("question", text) for text in CANTEEN + ABATTOIR + PRICES] + [("opinion", text) for text in OPINIONS], 1
    )
]
QUESTIONS = [text for text in TEXTS if text.kind == "question"]
STATEMENTS = [text for text in TEXTS if text.kind == "opinion"]


def leaning(voter: int, statement: int) -> int:
    """Two camps of 30 and 14 who disagree on all but the fourth, with a few who differ."""
    if statement == 3:
        return 1
    side = 1 if (voter < 30) == (statement % 2 == 0) else -1
    return 0 if (voter * 7 + statement * 3) % 11 == 0 else side


EARLY = [person(voter) for voter in range(39)]  # all of the larger camp, nine of the smaller one
VOTES = [
    (person(voter), statement.id, leaning(voter, n)) for voter in range(44) for n, statement in enumerate(STATEMENTS)
]
SUPPORTS = [
    (person(voter), question.id) for voter in range(44) for n, question in enumerate(QUESTIONS) if (voter + n) % 4 < 2
]
MATERIAL = assembled(MEAT, TEXTS, VOTES, SUPPORTS)
PLAN = agenda.Plan(40, NOON, "Salle des fêtes")


def documents(material: Material, plan: agenda.Plan = PLAN) -> dict[str, Any]:
    drawn = opinion_map.draw(material)
    groups = opinion_map.groups_of(material, drawn)
    found = topics_of(material, embed)
    return {
        "map": opinion_map.document(material, drawn),
        "standing": opinion_map.standing(material, drawn, found),
        "agenda": agenda.document(material, found, plan, groups, language="fr"),
        "summary": summary.document(material, drawn, found, groups, language="fr", embed=embed),
    }


DOCUMENTS = documents(MATERIAL)


def otherwise(chance: random.Random, texts: list[ContributionView]) -> Material:
    """Return the same content with other ids, references and times, in another order: another instance's."""
    secret = chance.random()
    numbers = chance.sample(range(1, 1000), len(texts))

    def other(known: UUID) -> UUID:
        return person(f"{secret} {known}")

    renamed = [
        ContributionView(
            id=other(text.id),
            reference=f"{text.reference[0]}-{number}",
            kind=text.kind,
            theme=MEAT,
            author=other(text.author),
            text=text.text,
            language=text.language,
            state=text.state,
            article=None,
            merged_into=None,
            received_at=NOON + timedelta(seconds=chance.randrange(9)),
            decided_at=None,
        )
        for text, number in zip(texts, numbers, strict=True)
    ]
    votes = [(other(who), other(what), value) for who, what, value in VOTES]
    supports = [(other(who), other(what)) for who, what in SUPPORTS]
    for rows in (renamed, votes, supports):
        chance.shuffle(rows)
    return assembled(MEAT, renamed, votes, supports)


def read(documents: Mapping[str, Any], material: Material) -> str:
    """Return documents with references read as their texts."""
    by_reference = {text.reference: text.text for text in material.texts}

    def spelled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: spelled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [spelled(each) for each in value]
        return by_reference.get(value, value) if isinstance(value, str) else value

    return json.dumps(spelled(documents), ensure_ascii=False, sort_keys=True)


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_another_order_other_numbers_and_another_secret_change_nothing(chance: random.Random) -> None:
    other = otherwise(chance, TEXTS)
    assert other.input_hash == MATERIAL.input_hash
    assert read(documents(other), other) == read(DOCUMENTS, MATERIAL)


def test_the_hash_is_of_everything_that_counts() -> None:
    hashes = {
        assembled(MEAT, TEXTS, VOTES, SUPPORTS).input_hash,
        assembled(MEAT, TEXTS[1:], VOTES, SUPPORTS).input_hash,
        assembled(MEAT, TEXTS, VOTES[1:], SUPPORTS).input_hash,
        assembled(MEAT, TEXTS, [VOTES[0], (*VOTES[1][:2], -VOTES[1][2]), *VOTES[2:]], SUPPORTS).input_hash,
        assembled(MEAT, TEXTS, VOTES, SUPPORTS[1:]).input_hash,
    }
    assert len(hashes) == 5


def test_who_wrote_one_of_two_equal_texts_matters_only_by_what_else_they_did() -> None:
    votes = [(person("ada"), STATEMENTS[0].id, 1), (person("ben"), STATEMENTS[0].id, -1)]
    one, other = (
        [STATEMENTS[0], *(contribution(n, "opinion", "Gardons la viande.", author) for n, author in given)]
        for given in (((1, "ada"), (2, "ben")), ((1, "ben"), (2, "ada")))
    )
    assert assembled(MEAT, one, votes, []).input_hash == assembled(MEAT, other, votes, []).input_hash


def test_the_material_of_100_000_votes_is_small() -> None:
    people = [person(n) for n in range(1000)]
    votes = [(UUID(int=who.int), UUID(int=STATEMENTS[n % 8].id.int), 1) for who in people for n in range(100)]
    material = assembled(MEAT, TEXTS, votes, [])
    assert len({id(each) for pair in material.votes for each in pair}) == 1000 + 8


def test_a_group_s_mean_votes_are_told_where_ten_of_it_have_voted() -> None:
    rare = STATEMENTS[0].id
    votes = [vote for vote in VOTES if vote[1] != rare or vote[0] in EARLY]
    material = assembled(MEAT, TEXTS, votes, SUPPORTS)
    groups = opinion_map.groups_of(material, opinion_map.draw(material))
    expected = []
    for group in documents(material)["map"]["groups"]:
        by_text: dict[UUID, list[int]] = {}
        for who, what, value in votes:
            if groups.get(who) == group["id"]:
                by_text.setdefault(what, []).append(value)
        means = {what: round(sum(values) / len(values), 2) for what, values in by_text.items() if len(values) >= 10}
        expected.append({text.reference: means[text.id] for text in material.statements if text.id in means})
    told = documents(material)["standing"]
    assert [{row["statement"]: row["mean"] for row in group["means"]} for group in told["groups"]] == expected
    assert [STATEMENTS[0].reference in means for means in expected] == [True, False]


def test_every_statement_stands_in_one_topic() -> None:
    told = [reference for topic in DOCUMENTS["standing"]["topics"] for reference in topic["statements"]]
    assert sorted(told) == sorted(statement.reference for statement in STATEMENTS)


@pytest.mark.parametrize(
    ("paid", "told"),
    [
        ({0: 12, 1: 11, "others": 10}, {0: 12, 1: 11, "others": 10}),
        ({0: 12, 1: 9, "others": 1}, {0: 12, "others": 10}),
        ({0: 12, 1: 9}, {"others": 21}),
        ({0: 12, 1: 10, "others": 3}, {0: 12, "others": 13}),
        ({0: 12}, {0: 12}),
        ({"others": 3}, {"others": 3}),
    ],
)
def test_of_fewer_than_ten_who_pay_no_group_is_told(paid: dict[object, int], told: dict[object, int]) -> None:
    found = agenda.without_few({group: [1.0] * count for group, count in paid.items()})
    assert {group: len(amounts) for group, amounts in found.items()} == told


def test_minutes_are_paid_to_the_last_tenth() -> None:
    for minutes in (15, 20, 40, 60, 180):
        document = documents(MATERIAL, agenda.Plan(minutes))["agenda"]
        assert [round(sum(part["minutes"] for part in item["paid_by"]), 6) for item in document["items"]] == [
            item["minutes"] for item in document["items"]
        ]
        assert sum(item["minutes"] for item in document["items"]) <= minutes
        assert all(part["minutes"] > 0 for item in document["items"] for part in item["paid_by"])


def test_the_agenda_keeps_to_its_session_and_names_who_asks() -> None:
    document = DOCUMENTS["agenda"]
    assert {key: document[key] for key in ("theme", "time_budget_minutes", "method", "proportional")} == {
        "theme": MEAT, "time_budget_minutes": 40, "method": "equal-shares", "proportional": True
    }  # fmt: skip
    begins = NOON
    for rank, item in enumerate(document["items"], 1):
        ends = begins + timedelta(minutes=item["minutes"])
        assert (item["rank"], item["starts_at"], item["ends_at"], item["place"]) == (
            rank, begins.isoformat(), ends.isoformat(), "Salle des fêtes"
        )  # fmt: skip
        backers = {who for who, what in SUPPORTS for text in QUESTIONS
                   if text.id == what and text.reference in item["questions"]}  # fmt: skip
        authors = {text.author for text in QUESTIONS if text.reference in item["questions"]}
        assert item["supporters"] == len(backers | authors)
        begins = ends


def test_every_question_is_on_the_agenda_or_among_what_was_not_chosen() -> None:
    document = DOCUMENTS["agenda"]
    placed = [ref for item in (*document["items"], *document["not_selected"]) for ref in item["questions"]]
    assert sorted(placed) == sorted(text.reference for text in QUESTIONS)
    assert all(item["why"] for item in (*document["items"], *document["not_selected"]))


def test_without_a_session_there_are_three_hours_and_no_times() -> None:
    document = documents(MATERIAL, agenda.Plan.of([], NOON))["agenda"]
    assert document["time_budget_minutes"] == 180
    assert {(item["starts_at"], item["ends_at"], item["place"]) for item in document["items"]} == {(None, None, None)}


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_debates_at_one_time_the_plan_is_the_same_whatever_their_numbers(order: int) -> None:
    def debate(n: int, minutes: int) -> SessionView:
        return SessionView(person(n), f"S-{n}", MEAT, "Débat", NOON, minutes, f"Salle {minutes}", 9, 0, 0, None, None)

    assert agenda.Plan.of([debate(1, 60), debate(2, 90)][::order], NOON - timedelta(1)) == agenda.Plan(
        60, NOON, "Salle 60"
    )


@pytest.mark.parametrize(
    ("now", "place"),
    [(NOON - timedelta(1), "Salle 2"), (NOON + timedelta(2), "Salle 5"), (NOON + timedelta(9), "Salle 5")],
)
def test_the_plan_is_that_of_the_next_debate_or_of_the_last_one_held(now: datetime, place: str) -> None:
    def debate(n: int, *, cancelled: bool = False) -> SessionView:
        starts_at = NOON + timedelta(n - 2)
        return SessionView(
            person(n), f"S-{n}", MEAT, "Débat", starts_at, 60, f"Salle {n}", 9, 0, 0, None, None, cancelled=cancelled
        )

    debates = [debate(1, cancelled=True), debate(2), debate(5), debate(9, cancelled=True)]
    assert agenda.Plan.of(debates, now).place == place


def test_sentences_are_exact_spans_of_what_they_cite_first() -> None:
    by_reference = {text.reference: " ".join(shown(text).split()) for text in TEXTS}
    sentences = [sentence for section in DOCUMENTS["summary"]["sections"] for sentence in section["sentences"]]
    assert len(sentences) > 5
    for sentence in sentences:
        assert sentence["text"] in by_reference[sentence["citations"][0]]
        assert set(sentence["citations"]) <= by_reference.keys()


def test_the_summary_counts_people_and_texts() -> None:
    document = DOCUMENTS["summary"]
    assert {key: document[key] for key in ("people", "texts", "distinct_texts", "made_by")} == {
        "people": 5, "texts": 15, "distinct_texts": 14, "made_by": "extractive"
    }  # fmt: skip
    assert {"topic", "common_ground"} <= {section["kind"] for section in document["sections"]}


def test_no_phone_number_is_in_any_document() -> None:
    assert "06 12" in OPINIONS[-1]
    assert "06 12" not in json.dumps(DOCUMENTS, ensure_ascii=False)


def test_groups_are_shown_from_ten_people_on() -> None:
    groups = DOCUMENTS["map"]["groups"]
    assert [group["size"] for group in groups] == [30, 14]
    small = assembled(MEAT, TEXTS, [vote for vote in VOTES if vote[0] not in {person(n) for n in range(39, 44)}], [])
    assert [group["size"] for group in documents(small)["map"]["groups"]] == []


def test_what_both_camps_like_and_that_alone_is_liked_beyond_the_camps() -> None:
    assert [(row["statement"], row["votes"]) for row in DOCUMENTS["map"]["bridging"]] == [(STATEMENTS[3].reference, 44)]


def test_shares_of_fewer_than_ten_votes_are_not_shown() -> None:
    few = assembled(MEAT, TEXTS, [vote for vote in VOTES if vote[0] in {person(n) for n in range(9)}], [])
    document = documents(few)["map"]
    assert (document["participants"], document["votes"]) == (9, 72)
    lists = ("groups", "common_ground", "contention", "uncertain", "bridging")
    assert [document[part] for part in lists] == [[], [], [], [], []]
    assert opinion_map.picture(opinion_map.draw(few)) is None


def test_nothing_at_all_gives_documents_all_the_same() -> None:
    found = documents(assembled(MEAT, [], [], []))
    assert (found["agenda"]["items"], found["summary"]["sections"], found["map"]["groups"]) == ([], [], [])


async def test_what_is_not_admitted_is_in_no_material(town: Town) -> None:
    ben = await town.join("ben")
    kept, merged = await town.statement(OPINIONS[0]), await town.give(OPINIONS[1], "ada", OpinionGiven)
    withdrawn, waiting = await town.statement(OPINIONS[2]), await town.give(OPINIONS[3], "ada", OpinionGiven)
    question = await town.admitted(CANTEEN[0])
    for statement in (kept, withdrawn):
        await town.act(VoteCast, theme=MEAT, statement=statement, citizen=ben, value=1)
    await town.act(SupportGiven, theme=MEAT, question=question, citizen=ben)
    await town.act(ContributionMerged, by=await town.member("mia"), contribution=merged, into=kept)
    await town.act(ContributionWithdrawn, contribution=withdrawn, citizen=person("ada"))
    material = await material_of(town.engine, MEAT)
    assert [text.id for text in material.texts] == [kept, question]
    assert (dict(material.votes), material.supports) == ({(ben, kept): 1}, frozenset({(ben, question)}))
    assert waiting not in {text.id for text in material.texts}


async def test_results_are_computed_anew_only_when_something_changed(town: Town) -> None:
    cartographer = Cartographer(town.engine, lambda: town.now, "fr", embed)
    await town.admitted(CANTEEN[0])
    await cartographer.catch_up(Attempts().attempt)
    town.later(hours=1)
    await cartographer.catch_up(Attempts().attempt)
    first = await draft_of(town.engine, MEAT, "agenda")
    assert first is not None
    assert first.computed_at == NOON
    await town.admitted(ABATTOIR[0])
    content = await cartographer.compute(MEAT, "agenda")
    assert sorted(ref for item in content["items"] for ref in item["questions"]) == ["Q-1", "Q-2"]
    later = await draft_of(town.engine, MEAT, "agenda")
    assert later is not None
    assert later.computed_at == town.now


async def test_a_theme_that_fails_does_not_stop_the_others(town: Town) -> None:
    def embed_all_but_bread(texts: Sequence[str], /) -> Vectors:
        if "Et le pain de nos cantines ?" in texts:
            raise ZeroDivisionError
        return embed(texts)

    cartographer = Cartographer(town.engine, lambda: town.now, "fr", embed_all_but_bread)
    await town.theme("le-pain")
    await town.act(
        ContributionAdmitted, by=None, contribution=await town.give("Et le pain de nos cantines ?", theme="le-pain")
    )
    await town.admitted(CANTEEN[0])

    with pytest.raises(NotComputedError, match="le-pain"):
        await cartographer.catch_up(Attempts().attempt)

    assert [await draft_of(town.engine, theme, "agenda") is None for theme in ("le-pain", MEAT)] == [True, False]


async def test_a_text_taken_back_and_given_again_is_cited_by_its_new_number(town: Town) -> None:
    cartographer = Cartographer(town.engine, lambda: town.now, "fr", embed)
    first = await town.admitted(CANTEEN[0])
    await cartographer.catch_up(Attempts().attempt)
    await town.act(ContributionWithdrawn, contribution=first, citizen=person("ada"))
    await town.admitted(CANTEEN[0])
    content = await cartographer.compute(MEAT, "agenda")
    assert [item["questions"] for item in content["items"]] == [["Q-2"]]


async def test_a_planned_debate_changes_the_agenda(town: Town) -> None:
    cartographer = Cartographer(town.engine, lambda: town.now, "fr", embed)
    await town.admitted(CANTEEN[0])
    before = await cartographer.compute(MEAT, "agenda")
    await town.debate(minutes=90)
    after = await cartographer.compute(MEAT, "agenda")
    assert [before["time_budget_minutes"], after["time_budget_minutes"]] == [180, 90]
    assert before["input_hash"] != after["input_hash"]
