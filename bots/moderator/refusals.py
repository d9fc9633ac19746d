"""What was decided about an act, when it did not take effect."""

from bots.moderator.visit import Visit
from events.base import Outcome

SAID = frozenset(
    {
        "role",
        "invitation",
        "unknown_member",
        "last_owner",
        "unknown_theme",
        "phase",
        "past_moment",
        "same_phase",
        "unknown_session",
        "past",
        "cancelled",
        "door_closed",
        "not_there",
        "no_walk_in",
        "stranger",
        "shortlist_full",
        "answered",
        "not_answered",
        "unknown_contribution",
        "decided",
        "merge",
        "not_yours",
        "too_late",
        "unknown_publication",
        "second_person",
        "published_already",
        "outdated",
        "not_admitted",
        "nothing_to_undo",
        "unknown_objection",
        "unknown_broadcast",
        "own_decision",
        "own_entry",
        "no_appeal",
        "not_entered",
        "removal_pending",
        "removal_settled",
        "unknown_removal",
        "length",
        "empty",
        "topic_changed",
        "unknown_topic_edit",
        "targets",
        "unknown_targets",
    }
)
WORDS = frozenset({"phase", "state", "kind"})  # parameters that are words of the catalogue


async def settled(visit: Visit, outcome: Outcome | None) -> bool:
    """Say what stopped an act, if anything did; return whether it took effect."""
    if outcome is None:
        await visit.stop("moderator-later")
        return False
    if outcome.refused:
        code, params = worded(visit, outcome)
        await visit.stop(code, **params)
    return not outcome.refused


def worded(visit: Visit, outcome: Outcome) -> tuple[str, dict[str, object]]:
    """Return wording and parameters of a refusal."""
    code = outcome.code.removeprefix("refused.")
    params: dict[str, object] = {
        name: visit.say.plain(f"{name}-{value}") if name in WORDS else value for name, value in outcome.params.items()
    }
    if code == "role":
        params["role"] = visit.known.role if visit.known else ""
    return f"moderator-refused-{code.replace('_', '-')}" if code in SAID else "error-sorry", params
