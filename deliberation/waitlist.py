"""Seats and the waiting list of a debate: first come, first served; a freed seat is offered to the first who waits.

So nobody waits while a seat is free, and nobody is overtaken by somebody who asked later.
"""

HELD = ("seated", "offered")  # nobody else can have these seats; an offered one is kept for whom it was offered to


def when_asked(held: int, capacity: int) -> str:
    """Return what somebody gets who asks while so many seats are held."""
    return "seated" if held < capacity else "waiting"


def frees(state: str, *, open_still: bool) -> bool:
    """Say whether somebody in this state, by leaving, frees a seat that others can still take."""
    return open_still and state in HELD
