"""What sessions are to each other: whom one must not meet, follows, is missed for, or shares a speaker with.

Sessions are numbers here, by `number`.
"""

from collections.abc import Collection, Mapping, Sequence

from deliberation.timetable.programme import Programme, Session
from deliberation.timetable.rules import Rule


def apart_of(
    sessions: Sequence[Session], held: Collection[Rule], number: Mapping[str, int]
) -> tuple[frozenset[int], ...]:
    """Return, by session, those that are never at the same time: they are said to be apart, or share a speaker."""
    found: list[set[int]] = [set() for _ in sessions]
    together = [own for speaker, own in _by_speaker(sessions).items() if Rule("speaker", (speaker,)) in held]
    for own in (*_pairs(held, "apart", number), *together):
        for place in own:
            found[place].update({*own} - {place})
    return tuple(frozenset(each) for each in found)


def after_of(held: Collection[Rule], number: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    """Return pairs of an earlier session and a later one."""
    return tuple((earlier, later) for later, earlier in _pairs(held, "after", number))


def people_of(programme: Programme, number: Mapping[str, int]) -> tuple[Mapping[int, int], ...]:
    """Return, by session and other one, what it costs that people who want both miss one."""
    found: list[dict[int, int]] = [{} for _ in number]
    for (one, other), people in programme.pairs().items():
        if one in number and other in number and people * programme.weights.clash:
            found[number[one]][number[other]] = found[number[other]][number[one]] = people * programme.weights.clash
    return tuple(found)


def together_of(sessions: Sequence[Session]) -> tuple[tuple[int, ...], ...]:
    """Return the sessions of each speaker who has several."""
    return tuple(tuple(own) for own in _by_speaker(sessions).values() if len(own) > 1)


def _by_speaker(sessions: Sequence[Session]) -> dict[str, list[int]]:
    own: dict[str, list[int]] = {}
    for place, session in enumerate(sessions):
        for speaker in sorted(session.speakers):
            own.setdefault(speaker, []).append(place)
    return own


def _pairs(held: Collection[Rule], code: str, number: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return what is said of pairs of sessions, in the order of their names."""
    said = sorted(rule.parameters for rule in held if rule.code == code)
    return [(number[str(one)], number[str(other)]) for one, other in said if one in number and other in number]
