"""Who may do what: the one registry of roles and actions that workers decide by and bots offer from.

Whoever holds no role, or whose role was taken back, may do none of these. What a phase allows is in `phases`.
"""

from collections.abc import Mapping

ROLES = ("owner", "moderator", "facilitator", "expert", "reviewer", "guarantor")
TEAM = frozenset({"owner", "moderator"})
HOSTS = TEAM | {"facilitator"}

MAY: Mapping[str, frozenset[str]] = {
    "moderate": TEAM,  # the queue, decisions, bans
    "prepare": TEAM,  # themes, their phases and topics
    "plan": TEAM,  # debates: when, where, for how many
    "host": HOSTS,  # a debate: who comes, live questions
    "enter": HOSTS,  # what people without a telephone wrote
    "publish": TEAM,  # agenda and summary
    "broadcast": TEAM,
    "oversee": TEAM | {"guarantor"},  # figures and the public record
    "object": frozenset({"guarantor"}),  # in public, to how a debate is led
    "meet": frozenset(ROLES),  # who else is in the team: whoever may not do something asks an owner
    "administer": frozenset({"owner"}),  # roles, given and taken back
}


def may(role: str | None, action: str) -> bool:
    """Say whether a role (None: none) allows an action. Raises KeyError for one that is not declared."""
    return role in MAY[action]
