"""The pool as the lottery sees it: people whom no quota and no household tells apart are of one type."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

Id = str | int
Person = Mapping[str, object]
Quotas = Mapping[str, Mapping[str, tuple[int, int]]]
Values = tuple[str, ...]  # of one person, in the order of the features


@dataclass(frozen=True, slots=True)
class Kin:
    """Households that are alike: as many people, of the same values. Alone is a household of one.

    `households`: of each its members by values, so that `households[h][v]` are the ids of those who share values v.
    """

    households: tuple[Mapping[Values, tuple[Id, ...]], ...]


@dataclass(frozen=True, slots=True)
class Type:
    """People that the lottery cannot tell apart: `values` by feature, in households of the same `kin`."""

    kin: int
    values: Values
    size: int  # people
    most: int  # on one panel: one a household


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody who may be drawn, by type; the order in which they were named has no effect."""

    features: tuple[str, ...]
    kins: tuple[Kin, ...]
    types: tuple[Type, ...]

    @property
    def size(self) -> int:
        return sum(each.size for each in self.types)

    def members(self, each: Type) -> list[Id]:
        """Return the ids of a type's people."""
        return [who for home in self.kins[each.kin].households for who in home.get(each.values, ())]


def pool_of(people: Sequence[Person], quotas: Quotas, household: str | None = None) -> Pool:
    """Group people into types. `household` names the field that people of one household share.

    Raises ValueError for an id that comes twice, a value without a quota, and what is not said of somebody.
    """
    if len({str(id_of(person)) for person in people}) != len(people):
        raise ValueError("an id comes twice")
    features = tuple(sorted(quotas))
    homes: dict[object, dict[Values, list[Id]]] = {}
    for person in sorted(people, key=lambda person: str(person["id"])):
        who = id_of(person)
        home = homes.setdefault(("home", _said(person, household)) if household else ("alone", who), {})
        home.setdefault(_values(person, quotas, features), []).append(who)
    return _grouped(features, homes.values())


def id_of(person: Person) -> Id:
    """Return a person's id as the pool has it. Raises ValueError where there is none."""
    return cast("Id", _said(person, "id"))


def _values(person: Person, quotas: Quotas, features: Sequence[str]) -> Values:
    values = tuple(str(_said(person, feature)) for feature in features)
    for feature, value in zip(features, values, strict=True):
        if value not in quotas[feature]:
            raise ValueError(f"{person['id']}: no quota is given for {feature} = {value}")
    return values


def _said(person: Person, field: str) -> object:
    """Return what is said of a person. Raises ValueError where it is nothing: a gap or a number that is none."""
    value = person.get(field)
    if value is None or value != value or value == "":  # noqa: PLR0124 - NaN is not itself
        raise ValueError(f"{person.get('id')}: nothing is said of {field}")
    return value


def _grouped(features: tuple[str, ...], homes: Iterable[Mapping[Values, Sequence[Id]]]) -> Pool:
    alike: dict[tuple[tuple[Values, int], ...], list[dict[Values, tuple[Id, ...]]]] = {}
    for home in homes:
        shape = tuple(sorted((values, len(ids)) for values, ids in home.items()))
        alike.setdefault(shape, []).append({values: tuple(ids) for values, ids in home.items()})
    kins = tuple(Kin(tuple(sorted(alike[shape], key=_first))) for shape in sorted(alike))
    types = tuple(
        Type(number, values, size=count * len(alike[shape]), most=len(alike[shape]))
        for number, shape in enumerate(sorted(alike))
        for values, count in shape
    )
    return Pool(features, kins, types)


def _first(home: Mapping[Values, tuple[Id, ...]]) -> str:
    return min(str(who) for ids in home.values() for who in ids)
