"""The golden examples: facts that were once on a bus must always load, and mean what they meant."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from events.base import Event, fact_id
from events.catalogue import UnknownKindError, catalogue, kind_of, read, schemas
from events.moderation import ContributionRefused
from events.news import NewsAddressed
from events.results import PublicationConfirmed, ResultPublished
from events.topology import acts, readers
from events.votes import VoteCast

GOLDEN = Path(__file__).parents[2] / "golden" / "events"
KINDS = sorted(file.stem for file in GOLDEN.glob("*.json"))


def golden(kind: str) -> str:
    return (GOLDEN / f"{kind}.json").read_text(encoding="utf-8")


def document(kind: str) -> Any:
    return json.loads(golden(kind))


def test_each_kind_of_fact_has_an_example_and_each_example_a_kind() -> None:
    assert sorted(catalogue()) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_loads_and_is_written_as_it_was(kind: str) -> None:
    assert json.loads(read(kind, golden(kind)).model_dump_json()) == document(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_that_a_newer_version_adds_is_ignored(kind: str) -> None:
    newer = json.dumps({**document(kind), "added_in_the_year_2030": [1, 2]})
    assert read(kind, newer) == read(kind, golden(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_is_never_edited(kind: str) -> None:
    fact = read(kind, golden(kind))
    with pytest.raises(ValidationError, match="frozen"):
        fact.city = "lyon"  # type: ignore[misc]  # the point of the test


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_names_the_fields_of_the_example_and_what_cannot_be_left_out(kind: str) -> None:
    schema, example = schemas()[kind], document(kind)
    assert set(schema["properties"]) == set(example)
    for name in example:
        shorter = json.dumps({field: value for field, value in example.items() if field != name})
        if name in schema["required"]:
            with pytest.raises(ValidationError, match=f"(?s){name}.*Field required"):
                read(kind, shorter)
        else:
            assert getattr(read(kind, shorter), name) == catalogue()[kind].model_fields[name].default


@pytest.mark.parametrize("kind", KINDS)
def test_the_subject_says_city_and_kind(kind: str) -> None:
    subject = read(kind, golden(kind)).subject
    assert subject == f"palabre.clermont-ferrand.{kind}"
    assert kind_of(subject) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_two_parts_so_that_the_stream_takes_it_and_a_docstring_that_says_what_it_means(kind: str) -> None:
    assert kind.count(".") == 1
    assert (catalogue()[kind].__doc__ or "").strip().endswith(".")


def test_each_kind_is_read_by_the_clerk_or_follows_from_what_the_clerk_decided() -> None:
    consequences = {NewsAddressed.kind, ResultPublished.kind}
    assert set(acts()) == set(KINDS) - consequences
    assert {reader.name: reader.kinds for reader in readers()} == {"clerk": acts(), "notifier": (NewsAddressed.kind,)}


def test_an_unknown_kind_and_a_payload_that_does_not_fit_are_told_apart() -> None:
    with pytest.raises(UnknownKindError, match=r"vote\.sold"):
        read("vote.sold", golden("vote.cast"))
    with pytest.raises(ValidationError, match="value"):
        read("vote.cast", json.dumps({**document("vote.cast"), "value": 2}))
    with pytest.raises(ValidationError, match="timezone"):
        read("vote.cast", json.dumps({**document("vote.cast"), "occurred_at": "2026-11-22T08:05:00"}))


def test_the_same_cause_has_the_same_consequence_in_every_version() -> None:
    """Were these ids to change with a version, whoever was told already would be told again."""
    refused = ContributionRefused.model_validate(document("contribution.refused"))
    confirmed = PublicationConfirmed.model_validate(document("publication.confirmed"))
    told = document("news.addressed")
    published = document("result.published")
    assert NewsAddressed.following(refused, **own(told)) == NewsAddressed.model_validate(told)
    assert ResultPublished.following(confirmed, **own(published)) == ResultPublished.model_validate(published)


def own(example: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that a consequence does not take from its cause."""
    return {name: value for name, value in example.items() if name not in Event.model_fields}


def test_several_consequences_of_one_kind_are_told_apart() -> None:
    cause = VoteCast.model_validate(document("vote.cast"))
    fields = own(document("news.addressed"))
    told = [NewsAddressed.following(cause, who, **fields).event_id for who in ("ada", "ben", "ada")]
    assert told[0] == told[2] != told[1]


def test_an_id_derives_from_its_parts_alone() -> None:
    assert fact_id("citizen", 7, 0) == UUID("400562c1-78d3-514f-98f6-3d8ca2566e3b")
