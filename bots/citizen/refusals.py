"""What was not possible, and what the person can do instead."""

from bots.citizen.consent import ask_consent
from bots.citizen.home import back_home, next_steps
from bots.citizen.visit import Visit
from events.base import Outcome

SAID = frozenset(
    {
        "unknown_theme",
        "phase",
        "length",
        "empty",
        "unknown_contribution",
        "decided",
        "unknown_session",
        "past",
        "cancelled",
        "no_seat",
        "no_need",
        "live_closed",
        "door_closed",
        "wrong_door",
        "not_there",
        "banned",
        "appealed",
        "amend",
        "no_contact",
    }
)
WORDS = {"phase": "phase", "state": "state", "kind": "kind"}  # parameters that are words of the catalogue


async def unsettled(visit: Visit, outcome: Outcome | None, *, wanted: str) -> bool:
    """Say what stopped an act, if anything did; return whether it did. `wanted` would try again after consent."""
    if outcome is None:
        await visit.show(visit.say("citizen-outcome-later"), next_steps(visit.say, "mine"))
        return True
    if outcome.code == "refused.stranger":  # erased in the meantime, or consent never arrived
        visit.memory.identities.forget(visit.account)
        await ask_consent(visit, wanted)
        return True
    if outcome.refused:
        await visit.show(refusal(visit, outcome), [back_home(visit.say)])
    return outcome.refused


def refusal(visit: Visit, outcome: Outcome) -> str:
    code = outcome.code.removeprefix("refused.")
    params = {
        name: visit.say.plain(f"{WORDS[name]}-{value}") if name in WORDS else value
        for name, value in outcome.params.items()
    }
    return visit.say(f"citizen-refused-{code.replace('_', '-')}" if code in SAID else "error-sorry", **params)
