"""Check a draw from what was published, with the standard library alone.

Whoever distrusts the city needs this file, `chance.py` and `commitments.py`, and the published document:
`{"seed", "panels": [[id, …], …], "selected": [id, …], "pool_root", "leaves": [hash, …], "size",
"quotas": {feature: {value: [least, most]}}, "values": {id: {feature: value}}}` (ids may be pseudonyms); where homes
count, `"homes": {id: home}` too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deliberation.sortition.chance import below, numbers
from deliberation.sortition.commitments import root

Document = Mapping[str, Any]


def faults(published: Document) -> list[str]:
    """Return everything that does not hold, in words; nothing when the draw was as it says."""
    return [*_pool(published), *_panels(published), *_choice(published)]


def _pool(published: Document) -> Iterator[str]:
    if root(published["leaves"]) != published["pool_root"]:
        yield "the entries of the pool do not lead to the root that was committed"
    if len(published["leaves"]) != len(published["values"]):
        yield "the pool has another number of people than of entries"


def _panels(published: Document) -> Iterator[str]:
    for number, panel in enumerate(published["panels"]):
        if not len(panel) == len({*panel}) == published["size"]:
            yield f"panel {number} has not {published['size']} people"
        if strangers := sorted({*panel} - {*published["values"]}):
            yield f"panel {number} has {', '.join(strangers)}, not in the pool"
            continue
        for feature, quotas in published["quotas"].items():
            said = {who: values[feature] for who, values in published["values"].items() if feature in values}
            yield from _silent(number, feature, said, panel)
            yield from _within(number, feature, quotas, _words(said, panel))
        if "homes" in published:
            yield from _silent(number, "home", published["homes"], panel)
            yield from _homes(number, _words(published["homes"], panel))


def _silent(number: int, what: str, said: Mapping[str, object], panel: Sequence[str]) -> Iterator[str]:
    if silent := sorted({*panel} - {*said}):
        yield f"panel {number} has {', '.join(silent)}, whose {what} is not given"


def _words(said: Mapping[str, object], panel: Sequence[str]) -> Counter[str]:
    """Count by the words for the values, as the draw reads them: in JSON a quota's value is always a word."""
    return Counter(str(said[who]) for who in panel if who in said)


def _homes(number: int, counts: Mapping[str, int]) -> Iterator[str]:
    for home, count in sorted(counts.items()):
        if count > 1:
            yield f"panel {number} has {count} of one home, {home}"


def _within(number: int, feature: str, quotas: Mapping[str, Sequence[int]], counts: Counter[str]) -> Iterator[str]:
    for value, (least, most) in quotas.items():
        if not least <= counts[str(value)] <= most:
            yield f"panel {number} has {counts[str(value)]} with {feature} = {value}, not {least} to {most}"


def _choice(published: Document) -> Iterator[str]:
    place = below(numbers(published["seed"], "panel"), len(published["panels"]))
    if sorted(published["panels"][place]) != sorted(published["selected"]):
        yield f"the seed names panel {place}, which is not the one that was selected"
