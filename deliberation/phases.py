"""What may be done in which phase of a theme: the one registry that bots offer from and workers decide by."""

PHASES = (
    "draft",
    "announced",
    "collecting",
    "deliberating",
    "convening",
    "conference",
    "published",
    "answered",
    "archived",
)

CONTRIBUTE = frozenset({"ask", "give_opinion", "testify"})

ALLOWED: dict[str, frozenset[str]] = {
    "draft": frozenset(),
    "announced": frozenset({"read", "sign_up", "ask_live"}),
    "collecting": CONTRIBUTE | {"read", "support", "vote", "sign_up", "ask_live"},
    "deliberating": frozenset({"read", "support", "vote", "sign_up", "publish", "ask_live"}),
    "convening": frozenset({"read", "sign_up", "publish", "ask_live"}),
    "conference": frozenset({"read", "sign_up", "publish", "ask_live"}),
    "published": frozenset({"read", "publish", "ask_live"}),
    "answered": frozenset({"read", "publish", "ask_live"}),
    "archived": frozenset({"read"}),
}


def allows(phase: str, action: str) -> bool:
    """Say whether `action` is open in `phase`; an unknown phase allows nothing."""
    return action in ALLOWED.get(phase, frozenset())
