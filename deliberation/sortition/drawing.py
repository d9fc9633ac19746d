"""Draw a citizens' panel: the fairest lottery that keeps all quotas, and the one panel of it that a public seed names.

The steps are those of Flanigan et al. (Nature 2021; NeurIPS 2021): the lottery in which the lowest chances are as high
as they can be, a published list of a thousand equally likely panels, one number that draws one of them. Everything but
the lottery's optimality can be checked with the standard library (`deliberation.sortition.checking`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from deliberation.sortition.chance import below, numbers, shuffled
from deliberation.sortition.lottery import fairest
from deliberation.sortition.panels import InfeasibleQuotas, Panels
from deliberation.sortition.people import Person, Quotas, pool_of
from deliberation.sortition.seating import seated


@dataclass(frozen=True, slots=True)
class Draw:
    """A drawn panel and all that is needed to check it.

    selected: the ids that were drawn. lottery: the published panels, each as likely as any other. probabilities: the
    chance of each id in the fairest lottery, which the list follows to less than a thousandth. bound: no lottery gives
    everybody who can be drawn at all a greater chance. place: which panel of the list was drawn.
    """

    selected: tuple[str, ...]
    probabilities: dict[str, float]
    lottery: list[tuple[str, ...]]
    bound: float
    place: int


def draw(pool: Sequence[Person], quotas: Quotas, size: int, seed: object, *, household: str | None = None) -> Draw:
    """Draw `size` people of `pool` within `quotas`.

    `pool`: people with an `id` and a value for each feature; `quotas`: {feature: {value: (least, most)}}, both ends
    included; `household` names the field that people of one home share: at most one of them is drawn. The order of the
    pool has no effect; seed 0 is a seed like any other. Raises InfeasibleQuotas, and ValueError for a value without a
    quota, an id that comes twice, a size below one.
    """
    _check(quotas, size)
    people = pool_of(pool, quotas, household)
    lottery = fairest(people, Panels(people, quotas, size))
    panels = seated(people, lottery)
    place = below(numbers(seed, "panel"), len(panels))
    chances = {
        who: float(chance)
        for each, chance in zip(people.types, lottery.coverage, strict=True)
        for who in people.members(each)
    }
    return Draw(panels[place], dict(sorted(chances.items())), panels, lottery.bound, place)


def substitutes(
    pool: Sequence[Person],
    quotas: Quotas,
    panel: Collection[str],
    gone: Collection[str],
    seed: object,
    *,
    household: str | None = None,
) -> tuple[str, ...]:
    """Return who takes the places of those who are `gone` from `panel`, in the order in which the seed names them.

    The seed puts everybody else in an order; the first with whom the quotas can still be kept comes in, and so on.
    Raises InfeasibleQuotas where the rest of the pool cannot keep them.
    """
    staying = [person for person in pool if person["id"] in panel and person["id"] not in gone]
    homes = {person[household] for person in staying} if household else set()
    free = [p for p in pool if p["id"] not in panel and not (household and p[household] in homes)]
    ordered = shuffled(sorted(free, key=lambda person: str(person["id"])), seed, "substitutes")
    chosen: list[Person] = []
    wanted = len(set(gone) & set(panel))
    _possible(ordered, quotas, [*staying, *chosen], wanted, household)
    for person in ordered:
        if len(chosen) == wanted:
            break
        rest = [
            p for p in ordered if p not in (*chosen, person) and not (household and p[household] == person[household])
        ]
        if _fit(rest, quotas, [*staying, *chosen, person], wanted - len(chosen) - 1, household):
            chosen.append(person)
            ordered = [p for p in ordered if p in chosen or p in rest]
    return tuple(str(person["id"]) for person in chosen)


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


def _check(quotas: Quotas, size: int) -> None:
    if size < 1:
        raise ValueError("a panel has at least one seat")
    for feature, values in quotas.items():
        for value, (least, most) in values.items():
            if not 0 <= least <= most:
                raise ValueError(f"{feature} = {value}: at least {least} and at most {most} is no quota")
