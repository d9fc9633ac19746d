"""What may be done in which phase: the whole registry."""

import pytest

from deliberation.phases import ALLOWED, PHASES, allows

ACTIONS = {"read", "ask", "give_opinion", "testify", "support", "vote", "sign_up", "publish", "ask_live"}


def test_every_phase_of_the_domain_is_in_the_registry_in_its_order() -> None:
    assert " → ".join(PHASES) == (
        "draft → announced → collecting → deliberating → convening → conference → published → answered → archived"
    )
    assert tuple(ALLOWED) == PHASES
    assert frozenset().union(*ALLOWED.values()) == ACTIONS


@pytest.mark.parametrize(
    ("action", "phases"),
    [
        ("ask", {"collecting"}),
        ("give_opinion", {"collecting"}),
        ("testify", {"collecting"}),
        ("support", {"collecting", "deliberating"}),
        ("vote", {"collecting", "deliberating"}),
        ("sign_up", {"announced", "collecting", "deliberating", "convening", "conference"}),
        ("publish", {"deliberating", "convening", "conference", "published", "answered"}),
        ("read", set(PHASES) - {"draft"}),
        ("ask_live", set(PHASES) - {"draft", "archived"}),
    ],
)
def test_each_action_is_open_in_its_phases_only(action: str, phases: set[str]) -> None:
    assert {phase for phase in PHASES if allows(phase, action)} == phases


def test_what_is_unknown_is_not_allowed() -> None:
    assert not allows("", "read")
    assert not allows("Collecting", "read")
    assert not allows("collecting", "dance")
    assert not allows("collecting", "")
