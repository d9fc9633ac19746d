"""A timetable for a conference: sessions, speakers, rooms and breaks; comfortable for those who come, and steady.

`timetable` makes one, `violations` and `discomfort` judge it from the programme alone, whoever made it.
"""

from deliberation.timetable.checking import Discomfort, discomfort, violations
from deliberation.timetable.making import Timetable, timetable
from deliberation.timetable.programme import Place, Programme, Room, Session, Span, Weights
from deliberation.timetable.rules import InfeasibleTimetable, Rule

__all__ = [
    "Discomfort",
    "InfeasibleTimetable",
    "Place",
    "Programme",
    "Room",
    "Rule",
    "Session",
    "Span",
    "Timetable",
    "Weights",
    "discomfort",
    "timetable",
    "violations",
]
