"""Draw a citizens' panel: the fairest lottery that keeps all quotas, and the one panel of it that a public seed names.

The steps are those of Flanigan et al. (Nature 2021; NeurIPS 2021): the lottery in which the lowest chances are as high
as they can be, a published list of a thousand equally likely panels, one number that draws one of them. Everything but
the lottery's optimality can be checked with the standard library (`deliberation.sortition.checking`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from numbers import Integral

from deliberation.sortition.bounds import InfeasibleQuotas
from deliberation.sortition.chance import below, numbers, shuffled
from deliberation.sortition.lottery import fairest
from deliberation.sortition.panels import Panels
from deliberation.sortition.people import Id, Person, Quotas, id_of, pool_of
from deliberation.sortition.seating import seated


@dataclass(frozen=True, slots=True)
class Draw:
    """A drawn panel and all that is needed to check it.

    selected: the ids that were drawn. lottery: the published panels, each as likely as any other. probabilities: the
    chance of each id in the fairest lottery, which the list follows to a thousandth. bound: no lottery gives everybody
    who can be drawn at all a greater chance. place: which panel of the list was drawn.
    """

    selected: tuple[Id, ...]
    probabilities: dict[Id, float]
    lottery: list[tuple[Id, ...]]
    bound: float
    place: int


def draw(pool: Sequence[Person], quotas: Quotas, size: int, seed: object, *, household: str | None = None) -> Draw:
    """Draw `size` people of `pool` within `quotas`.

    `pool`: people with an `id` and a value for each feature; `quotas`: {feature: {value: (least, most)}}, both ends
    included; `household` names the field that people of one home share: at most one of them is drawn. The order of the
    pool has no effect; seed 0 is a seed like any other. Raises InfeasibleQuotas, and ValueError for a value without a
    quota, an id that comes twice, what is not said of somebody, and numbers that are no size or quota.
    """
    quotas = _checked(quotas, size)
    people = pool_of(pool, quotas, household)
    allowed = Panels(people, quotas, size)
    lottery = fairest(people, allowed)
    panels = seated(people, allowed, lottery)
    place = below(numbers(seed, "panel"), len(panels))
    chances = {
        who: float(chance)
        for each, chance in zip(people.types, lottery.coverage, strict=True)
        for who in people.members(each)
    }
    ordered = {who: chances[who] for who in sorted(chances, key=str)}
    return Draw(panels[place], ordered, panels, lottery.bound, place)


def substitutes(
    pool: Sequence[Person],
    quotas: Quotas,
    panel: Collection[Id],
    gone: Collection[Id],
    seed: object,
    *,
    household: str | None = None,
) -> tuple[Id, ...]:
    """Return who takes the places of those who are `gone` from `panel`, in the order in which the seed names them.

    The seed puts everybody else in an order; the first with whom the quotas can still be kept comes in, and so on.
    Raises InfeasibleQuotas where the rest of the pool cannot keep them.
    """
    quotas = _checked(quotas, len(panel))
    pool_of(pool, quotas, household)  # refuses what a draw refuses
    sitting = [person for person in pool if person["id"] in panel and person["id"] not in gone]
    others = [person for person in pool if person["id"] not in panel]
    free = shuffled(sorted(others, key=lambda person: str(person["id"])), seed, "substitutes")
    for each in sitting:
        free = _but_of_the_home(each, free, household)
    wanted, chosen = len({*gone} & {*panel}), list[Person]()
    _possible(free, quotas, sitting, wanted, household)
    while len(chosen) < wanted:
        person = free.pop(0)
        rest = _but_of_the_home(person, free, household)
        if _fit(rest, quotas, [*sitting, *chosen, person], wanted - len(chosen) - 1, household):
            chosen.append(person)
            free = rest
    return tuple(id_of(person) for person in chosen)


def _but_of_the_home(person: Person, others: Sequence[Person], household: str | None) -> list[Person]:
    return [each for each in others if not household or each[household] != person[household]]


def _fit(rest: Sequence[Person], quotas: Quotas, sitting: Sequence[Person], size: int, household: str | None) -> bool:
    try:
        _possible(rest, quotas, sitting, size, household)
    except InfeasibleQuotas:
        return False
    return True


def _possible(
    rest: Sequence[Person], quotas: Quotas, sitting: Sequence[Person], size: int, household: str | None
) -> None:
    """Make sure that `size` people of the rest complete those who sit. Raises InfeasibleQuotas."""
    left = left_of(quotas, sitting)
    Panels(pool_of(rest, left, household), left, size)


def left_of(quotas: Quotas, sitting: Sequence[Person]) -> dict[str, dict[str, tuple[int, int]]]:
    """Return what the quotas still ask of others, beside those who sit."""
    counts = {feature: Counter(str(person.get(feature)) for person in sitting) for feature in quotas}
    return {
        feature: {
            value: (max(0, least - counts[feature][value]), most - counts[feature][value])
            for value, (least, most) in values.items()
        }
        for feature, values in quotas.items()
    }


def _checked(quotas: Quotas, size: int) -> Quotas:
    """Return the quotas by the words for their values, as people are read. Raises ValueError for what is no quota."""
    if not isinstance(size, Integral) or size < 1:
        raise ValueError("a panel has at least one seat")
    for feature, values in quotas.items():
        for value, (least, most) in values.items():
            if not (isinstance(least, Integral) and isinstance(most, Integral) and 0 <= least <= most):
                raise ValueError(f"{feature} = {value}: at least {least} and at most {most} is no quota")
    return {feature: {str(value): both for value, both in values.items()} for feature, values in quotas.items()}
