"""Add1: the parts of all voters rise by whole units as long as what is then bought stays within the real budget.

It stops when all is bought that somebody supports or when the budget is passed, not where nothing more fits: only so
does the count of Wieliczka 2023 come out as it was published.
"""

from collections.abc import Callable
from fractions import Fraction
from math import floor

from deliberation.equal_shares import exact
from deliberation.equal_shares.election import Election
from deliberation.equal_shares.purchases import Outcome, purchase, purchase_throughout

CALM = 4  # so many times in a row the same was bought: the parts may rise by more than a unit at once

Step = Callable[[Election, Fraction, Outcome | None], Outcome]


def decided(election: Election, budget: Fraction, voters: int, *, rising: bool) -> exact.Ledger:
    """Return what is bought. Floats find how far the parts rise; fractions confirm that, or else find it themselves."""
    share = budget / voters if voters else Fraction()
    if not rising:
        return exact.purchase(election, share)
    found = raised(election, share, budget, quickly)
    ledger = exact.purchase(election, found.share)
    if confirmed(ledger, found, budget):
        return ledger
    return exact.purchase(election, raised(election, share, budget, exactly).share)


def confirmed(ledger: exact.Ledger, found: Outcome, budget: Fraction) -> bool:
    """Return whether exactly this is bought, and too much with a unit more."""
    election = ledger.election
    complete = len(found.bought) == len(election.supported)
    return tuple(ledger.bought) == found.bought and (
        complete or election.total(exact.purchase(election, following(found.share)).bought) > budget
    )


def raised(election: Election, share: Fraction, budget: Fraction, step: Step) -> Outcome:
    """Return the last outcome before the budget is passed."""
    outcome, calm, reach = step(election, share, None), 0, CALM
    while len(outcome.bought) < len(election.supported):
        if calm >= CALM:
            leap = purchase_throughout(election, following(outcome.share) + reach, outcome)
            outcome, calm, reach = (leap, calm, 2 * reach) if leap else (outcome, 0, CALM)
        more = step(election, following(outcome.share), outcome)
        if election.total(more.bought) > budget:
            break
        calm = calm + 1 if more.bought == outcome.bought and step is quickly else 0
        outcome = more
    return outcome


def following(share: Fraction) -> Fraction:
    return Fraction(floor(share) + 1)


def quickly(election: Election, share: Fraction, before: Outcome | None) -> Outcome:
    """Return what floats say is bought, unless rounding may have decided it."""
    outcome = purchase(election, share, before)
    return exactly(election, share, before) if outcome.doubtful else outcome


def exactly(election: Election, share: Fraction, _: Outcome | None) -> Outcome:
    ledger = exact.purchase(election, share)
    return Outcome(share, tuple(ledger.bought), tuple(map(float, ledger.payments)), doubtful=False)
