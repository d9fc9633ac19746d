"""The rules of a programme one by one, so that those which cannot be kept together can be named in any language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deliberation.timetable.programme import DAY, Programme

WORDS = {
    "takes_place": "{0} takes place ({1} minutes)",
    "seats": "{0} needs {1} seats",
    "feature": "{0} needs a room with {1}",
    "starts": "{0} begins at one of its fixed times",
    "away": "{0} is away from {1} to {2}",
    "speaker": "{0} is in one place at a time",
    "after": "{0} comes after {1}",
    "apart": "{0} and {1} are not at the same time",
    "room": "{0} and {1} are not in {2} at the same time",
    "closed": "{0} takes place while {1} is open",
    "grid": "{0} begins at a full quarter of an hour",
    "unknown": "{0} is no session of the programme",
}
MANY = 5  # more sessions than these are told together
MOMENTS = {"away": (1, 2)}  # which parameters are minutes


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """Something that a timetable keeps, by its code and parameters (ids, numbers, minutes)."""

    code: str
    parameters: tuple[str | int, ...]

    def __str__(self) -> str:
        moments = MOMENTS.get(self.code, ())
        said = [clock(int(each)) if place in moments else each for place, each in enumerate(self.parameters)]
        return WORDS[self.code].format(*said)


class InfeasibleTimetable(ValueError):  # noqa: N818 - named as the other impossibilities are
    """No timetable keeps all rules.

    `conflict`: rules that cannot all be kept with the rooms and hours there are, none of which can be left out of the
    conflict; empty where no timetable was found and none was proven impossible. `room_minutes`: how long the rooms are
    open, summed.
    """

    def __init__(self, conflict: Sequence[Rule], room_minutes: int) -> None:
        self.conflict, self.room_minutes = tuple(conflict), room_minutes
        named = "; ".join(_said(self.conflict, room_minutes))
        super().__init__(f"no timetable keeps all of these: {named}" if named else "no timetable was found")


def _said(conflict: Sequence[Rule], room_minutes: int) -> Iterator[str]:
    """Yield the rules in words, many sessions in one sentence: of those, their number says more than their names."""
    sessions = [rule for rule in conflict if rule.code == "takes_place"]
    if len(sessions) > MANY:
        minutes = sum(int(rule.parameters[1]) for rule in sessions)
        names = ", ".join(str(rule.parameters[0]) for rule in sessions)
        yield f"{len(sessions)} sessions take place ({minutes} minutes, in rooms open for {room_minutes}): {names}"
    yield from (str(rule) for rule in conflict if len(sessions) <= MANY or rule not in sessions)


def clock(minute: int) -> str:
    """Return a moment as people say it: "day 2 09:30"."""
    return f"day {minute // DAY + 1} {minute % DAY // 60:02}:{minute % 60:02}"


def rules_of(programme: Programme) -> Sequence[Rule]:
    """Return all rules but the rooms and hours, which are given; that sessions take place comes first."""
    found = {*_each_alone(programme), *_among_them(programme)}
    return sorted(found, key=lambda rule: (rule.code != "takes_place", rule.code, tuple(map(str, rule.parameters))))


def _each_alone(programme: Programme) -> Iterator[Rule]:
    for session in programme.sessions:
        yield Rule("takes_place", (session.id, session.minutes))
        if session.seats:
            yield Rule("seats", (session.id, session.seats))
        if session.starts:
            yield Rule("starts", (session.id,))
        for feature in session.features:
            yield Rule("feature", (session.id, feature))


def _among_them(programme: Programme) -> Iterator[Rule]:
    for session in programme.sessions:
        for earlier in session.after:
            yield Rule("after", (session.id, earlier))
        for other in session.apart:
            yield Rule("apart", (min(session.id, other), max(session.id, other)))
    for speaker in sorted({speaker for session in programme.sessions for speaker in session.speakers}):
        yield Rule("speaker", (speaker,))
        for span in programme.away.get(speaker, ()):
            yield Rule("away", (speaker, span.starts, span.ends))
