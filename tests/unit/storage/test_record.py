"""The record: whatever is changed in one entry is found, and erasure breaks nothing."""

from hashlib import sha256
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from events.citizens import CitizenJoined
from storage.record import GENESIS, chained, commit, first_break, link
from tests.fakes import NOON, person

FIELDS = ("seq", "fact", "kind", "commitment", "previous", "hash", "salt", "payload")


def chain(length: int) -> list[dict[str, Any]]:
    joined = [
        CitizenJoined(event_id=person(n), city="lyon", occurred_at=NOON, citizen=person(n), language="fr")
        for n in range(length)
    ]
    return chained(joined, 0, GENESIS)


ENTRIES = chain(6)


def test_a_chain_holds_and_begins_at_nothing() -> None:
    assert first_break([]) is None
    assert first_break(ENTRIES) is None
    assert (ENTRIES[0]["seq"], ENTRIES[0]["previous"]) == (1, GENESIS)


def test_a_chain_goes_on_where_it_ended() -> None:
    more = chained([CitizenJoined(event_id=person("x"), city="lyon", occurred_at=NOON, citizen=person("x"),
                                  language="fr")], 6, ENTRIES[-1]["hash"])  # fmt: skip
    assert first_break([*ENTRIES, *more]) is None


@given(place=st.integers(0, 5), field=st.sampled_from(FIELDS), new=st.text(max_size=40), at=st.integers(0, 200))
def test_any_change_of_one_field_is_found(place: int, field: str, new: str, at: int) -> None:
    old = ENTRIES[place][field]
    text = str(old)
    at %= len(text) + 1
    changed = int(at) + 1 if field == "seq" else text[:at] + new + text[at + len(new) :]
    entries = [dict(entry) for entry in ENTRIES]
    entries[place][field] = changed
    assert first_break(entries) == (None if str(changed) == text else place + 1)


@given(place=st.integers(0, 5), field=st.sampled_from(["salt", "payload"]))
def test_half_an_erasure_is_a_change(place: int, field: str) -> None:
    entries = [dict(entry) for entry in ENTRIES]
    entries[place][field] = None
    assert first_break(entries) == place + 1


LEFT = "{}"
DIGEST = sha256(LEFT.encode()).hexdigest()


def erased_at(places: set[int]) -> tuple[list[dict[str, Any]], dict[int, str]]:
    """Return the entries with some erased, and what is listed of them."""
    entries = [
        {**entry, "salt": None, "payload": LEFT} if place in places else dict(entry)
        for place, entry in enumerate(ENTRIES)
    ]
    return entries, {place + 1: DIGEST for place in places}


@given(places=st.sets(st.integers(0, 5)))
def test_an_erasure_that_is_listed_breaks_nothing(places: set[int]) -> None:
    assert first_break(*erased_at(places)) is None


@given(places=st.sets(st.integers(0, 5), min_size=1), unlisted=st.integers(0, 5))
def test_an_erasure_that_is_not_listed_is_a_change(places: set[int], unlisted: int) -> None:
    entries, listed = erased_at(places)
    listed.pop(unlisted + 1, None)
    assert first_break(entries, listed) == (unlisted + 1 if unlisted in places else None)


@given(places=st.sets(st.integers(0, 5), min_size=1), left=st.sampled_from(["{ }", "", None, '{"text":"other"}']))
def test_any_change_of_what_an_erasure_left_is_found(places: set[int], left: str | None) -> None:
    entries, listed = erased_at(places)
    entries[max(places)]["payload"] = left
    assert first_break(entries, listed) == max(places) + 1


@given(st.permutations(ENTRIES))
def test_no_other_order_holds(entries: list[dict[str, Any]]) -> None:
    expected = next((place for place, entry in enumerate(entries, 1) if entry["seq"] != place), None)
    assert first_break(entries) == expected


@given(st.integers(0, 5))
def test_an_entry_taken_out_is_missed(place: int) -> None:
    entries = ENTRIES[:place] + ENTRIES[place + 1 :]
    assert first_break(entries) == (place + 1 if place < 5 else None)


def test_the_export_without_salts_and_payloads_can_be_checked() -> None:
    public = [{name: str(entry[name]) if name == "fact" else entry[name] for name in FIELDS[:6]} for entry in ENTRIES]
    assert first_break(public) is None
    assert first_break([{**entry, "kind": "citizen.imported"} for entry in public]) == 1


def test_hashes_are_those_that_the_module_says() -> None:
    assert commit("00" * 16, "{}") == "333b13ff02f57ae18049b82ca66f37592c5a3d8fd54e44e23ae5c7085c24fd2a"
    assert link(GENESIS, 1, "a", "b", "c") == "53307c05adb343061d036a06f55770433adde07112ece539f384820cf3e49a80"


def test_the_same_fact_has_another_commitment_in_each_instance() -> None:
    assert chain(1)[0]["commitment"] != chain(1)[0]["commitment"]
